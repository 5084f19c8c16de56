"""Random items and files, on top of strategies_syntax."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.property import strategies_syntax as syn

from regcheck.frozen import replace
from regcheck.syntax import ast
from regcheck.syntax.units import canonical_unit, units

_DEPTH = 2
_PROVISIONS = [
    "第二条",
    "第五十条第一項第二号イ",
    "附則第二条",
    "別表第一",
    "第6条の5第1項",
    "第二条第一号（１）",
]


@st.composite
def citations(draw: st.DrawFn) -> ast.CitationText:
    if draw(st.integers(0, 3)) == 0:
        return ast.CitationText(free=draw(syn.raw_texts))
    source = draw(st.sampled_from(["", "法", "医療法", draw(syn.quoted_texts)]))
    provision = draw(st.sampled_from([*_PROVISIONS, ""] if source else _PROVISIONS))
    called = draw(st.sampled_from(["", "", "包括信用購入あっせん業", "港湾の運営"]))
    return ast.CitationText(
        source=source,
        provision=provision,
        pending=draw(st.just("") | syn.quoted_texts),
        called=called if provision else "",
    )


some_citations = st.lists(citations(), max_size=3).map(tuple)
raws = st.lists(syn.raw_texts, max_size=2).map(tuple)


def headers(inner: bool = True) -> st.SearchStrategy[ast.HeaderLines]:
    """Header lines; `inner` if the first line below them carries no comments of its own."""
    return st.builds(
        ast.HeaderLines,
        provisions=some_citations,
        sources=some_citations,
        effective=st.none() | syn.days,
        expires=st.none() | syn.days,
        amended_by=raws,
        remarks=raws,
        comments=syn.between,
        inner_comments=syn.comments if inner else st.just(()),
    )


def bodies(style: int = 1) -> st.SearchStrategy[ast.Clause]:
    """A sentence with or without a list."""
    return st.one_of(syn.clauses(_DEPTH), syn.clauses(_DEPTH, style))


subjects = st.sampled_from(["病院", "事業者", "変更の種類"]).map(
    lambda text: ast.Name(text=text)
) | syn.quoted_texts.map(lambda text: ast.Name(text=text, quoted=True))
words = syn.bare_words()


spans_of_days = st.tuples(syn.dates(), syn.dates())


def instruments() -> st.SearchStrategy[ast.Item]:
    return st.builds(
        ast.InstrumentItem,
        name=syn.names(),
        header=headers(),
        kind=st.sampled_from(["法律", "政令", "省令"]),
        title=st.just("") | syn.raw_texts,
        abbreviation=st.just("") | words | syn.quoted_texts,
        number=st.just("") | syn.raw_texts,
        basis=some_citations,
        pending=st.lists(syn.quoted_texts, max_size=2).map(
            lambda found: tuple(ast.Name(text=text, quoted=True) for text in found)
        ),
        horizon=st.none() | spans_of_days,
    )


@st.composite
def types(draw: st.DrawFn) -> ast.TypeName:
    kind = draw(st.sampled_from(["", "list", "set"]))
    unit = draw(st.just("") | st.sampled_from(units()).map(canonical_unit))
    return ast.TypeName(
        name=draw(syn.names()),
        unit=unit,
        places=draw(st.none() | st.integers(1, 12)),
        window=draw(st.none() | syn.windows()),
        is_list=kind == "list",
        is_set=kind == "set",
        limit=draw(st.none() | st.integers(1, 30)) if kind == "list" else None,
    )


def literal_bounds(most: int = 2) -> st.SearchStrategy[tuple[ast.Bound, ...]]:
    limits = [op for op in ast.CompareWord if op is not ast.CompareWord.EQ]
    bound = st.builds(ast.Bound, op=st.sampled_from(limits), value=st.one_of(syn.numbers(), syn.dates()))
    return st.lists(bound, min_size=1, max_size=most).map(tuple)


fields = st.builds(
    ast.FieldLine,
    name=syn.names(),
    type=types(),
    bounds=st.just(()) | literal_bounds(),
    may_be_unknown=st.booleans(),
    comments=syn.comments,
)


def simple_items() -> st.SearchStrategy[ast.Item]:
    """法令, 利用, 未確定, 区分, 対象, 裁量."""
    return st.one_of(
        instruments(),
        st.builds(ast.UseItem, path=syn.raw_texts, comments=syn.between),
        st.builds(
            ast.PlaceholderItem,
            name=syn.names(),
            header=headers(inner=False),
            first=st.none() | syn.dates(),
            last=st.none() | syn.dates(),
        ),
        st.builds(ast.EnumItem, name=syn.names(), header=headers(), members=syn.many(1, 12)),
        st.builds(
            ast.SubjectItem,
            name=syn.names(),
            header=headers(inner=False),
            fields=st.lists(fields, min_size=1, max_size=3).map(tuple),
        ),
        st.builds(
            ast.DiscretionItem, name=syn.names(), subject=subjects, header=headers(), authority=syn.names()
        ),
    )


def rule_items() -> st.SearchStrategy[ast.Item]:
    """前提, 委任, 定義 and its kin, 特例."""
    return st.one_of(
        st.builds(ast.AssumptionItem, name=syn.names(), subject=subjects, header=headers(), body=bodies()),
        st.builds(
            ast.DelegationItem,
            name=syn.names(),
            subject=subjects,
            header=headers(),
            kind=st.sampled_from(["政令", "省令"]),
            limit=st.none() | bodies(),
        ),
        st.builds(
            ast.PredicateItem,
            keyword=st.sampled_from(["定義", "指定基準", "対象事業", "設備区分", "維持管理区分"]),
            name=syn.names(),
            subject=subjects,
            header=headers(),
            body=bodies(),
            exceptions=syn.exceptions(_DEPTH, 1),
            fills=syn.many(0, 2),
        ),
        st.builds(
            ast.OverrideItem,
            name=syn.names(),
            subject=subjects,
            header=headers(),
            target=syn.names(),
            condition=bodies(),
            outcome=st.booleans(),
            prevails_over=syn.many(0, 2),
        ),
    )


@st.composite
def stage_items(draw: st.DrawFn) -> ast.StageItem:
    lines = tuple(
        ast.StageLine(
            number=number,
            start=draw(syn.days),
            body=draw(bodies()),
            exceptions=draw(syn.exceptions(1, 1)),
            comments=draw(syn.comments),
        )
        for number in range(1, draw(st.integers(1, 3)) + 1)
    )
    return ast.StageItem(
        name=draw(syn.names()),
        subject=draw(subjects),
        header=draw(headers(inner=False)),
        stages=lines,
        growing=draw(st.booleans()),
        finally_covers=draw(syn.many(0, 2)),
    )


@st.composite
def property_items(draw: st.DrawFn) -> ast.PropertyItem:
    kind = draw(st.sampled_from(["always", "possible", "exclusive", "cover", "equivalent", "same_lists"]))
    if kind == "same_lists":
        return draw(same_lists())
    one = kind in ("always", "possible")
    style = 1 if one else 2
    count = 1 if one else draw(st.integers(2, 4))
    whole = draw(st.none() | syn.clauses(_DEPTH)) if kind == "cover" else None
    return ast.PropertyItem(
        name=draw(syn.names()),
        header=draw(headers()),
        kind=kind,
        subject=draw(subjects),
        members=tuple(draw(bodies(style)) for _ in range(count)),
        whole=whole,
    )


@st.composite
def same_lists(draw: st.DrawFn) -> ast.PropertyItem:
    terms = [draw(syn.many(1, 1)) for _ in range(draw(st.integers(2, 3)))]
    return ast.PropertyItem(
        name=draw(syn.names()),
        header=draw(headers()),
        kind="same_lists",
        subject=draw(subjects),
        members=tuple(ast.BelongsClause(path=None, terms=(ast.TermRef(name=name),)) for (name,) in terms),
        listed=draw(syn.paths),
    )


# ------------------------------------------------------------ tables


@st.composite
def cells(draw: st.DrawFn) -> ast.CellText:
    match draw(st.integers(0, 4)):
        case 0:
            return ast.CellText(any=True)
        case 1:
            return ast.CellText(other=True)
        case 2:
            return ast.CellText(bounds=draw(_cell_bounds))
        case 3:
            parts = [draw(_alternatives) for _ in range(draw(st.integers(1, 2)))]
            parts.insert(draw(st.integers(0, len(parts))), ast.CellText(bounds=draw(_cell_bounds)))
            return ast.CellText(alternatives=tuple(parts))
        case _:
            return ast.CellText(values=draw(syn.many()))


_equal = st.one_of(syn.numbers(), syn.dates()).map(
    lambda value: (ast.Bound(op=ast.CompareWord.EQ, value=value),)
)
_cell_bounds = literal_bounds() | _equal
_alternatives = st.one_of(
    syn.names().map(lambda name: ast.CellText(values=(name,))),
    _cell_bounds.map(lambda bounds: ast.CellText(bounds=bounds)),
)


@st.composite
def table_items(draw: st.DrawFn) -> ast.TableItem:
    columns = tuple(draw(st.lists(syn.paths, min_size=1, max_size=3)))
    outputs = draw(syn.many(1, 2))
    yes_no = st.sampled_from([ast.Name(text="あり"), ast.Name(text="なし")])
    rows = tuple(
        ast.TableRow(
            cells=tuple(draw(cells()) for _ in columns),
            outputs=tuple(draw(syn.names() | yes_no) for _ in outputs),
            comments=draw(syn.comments),
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    return ast.TableItem(
        name=draw(syn.names()),
        subject=draw(subjects),
        header=draw(headers()),
        hit_policy=draw(st.sampled_from(["該当は一つのみ", "先の行を優先", "全て該当"])),
        complete=draw(st.booleans()),
        columns=columns,
        outputs=outputs,
        rows=rows,
        within=draw(st.none() | bodies()),
    )


# ------------------------------------------------------------ facts

_negative = syn.numbers().map(lambda number: replace(number, value=-number.value, text=f"-{number.text}"))
_singles = st.one_of(syn.numbers(), _negative, syn.dates(), syn.names(), st.booleans(), st.none())
judgements = st.builds(ast.JudgementEntry, authority=syn.names(), discretion=syn.names(), value=st.booleans())


@st.composite
def fact_entries(draw: st.DrawFn, depth: int = 2) -> ast.FactEntry:
    kinds: list[st.SearchStrategy[ast.FactValue]] = [
        _singles,
        st.just(()),
        st.lists(_singles, min_size=1, max_size=3).map(tuple),
    ]
    if depth:
        group = st.lists(fact_entries(depth - 1) | judgements, max_size=2).map(tuple)
        kinds.append(st.lists(group, min_size=1, max_size=2).map(tuple))
    return ast.FactEntry(path=draw(syn.paths), value=draw(st.one_of(kinds)))


@st.composite
def only_values(draw: st.DrawFn) -> ast.ExpectationLine:
    """指定の日は令和七年五月一日に限る."""
    left, value = draw(syn.some_days()), draw(syn.numbers() | syn.dates() | syn.names())
    comments = draw(syn.comments)
    if isinstance(value, ast.Name):
        asked = left if isinstance(left, ast.PathName) else draw(syn.paths)
        is_ = ast.IsClause(path=asked, values=(value,))
        return ast.ExpectationLine(body=is_, expected="該当", only=True, comments=comments)
    equal = ast.Bound(op=ast.CompareWord.EQ, value=value)
    body = ast.CompareClause(left=left, bounds=(equal,))
    return ast.ExpectationLine(body=body, expected="該当", only=True, comments=comments)


def scenario_items() -> st.SearchStrategy[ast.Item]:
    expectation = only_values() | st.builds(
        ast.ExpectationLine,
        body=syn.clauses(_DEPTH),
        expected=st.sampled_from(["該当", "非該当", "要確認"]),
        comments=syn.comments,
    )
    return st.builds(
        ast.ScenarioItem,
        name=syn.names(),
        subject=subjects,
        header=headers(),
        entries=st.lists(fact_entries() | judgements, min_size=1, max_size=4).map(tuple),
        expectations=st.lists(expectation, max_size=2).map(tuple),
    )


def fact_table_items() -> st.SearchStrategy[ast.Item]:
    column = st.builds(
        ast.ColumnMapping, heading=syn.raw_texts, path=st.none() | syn.paths, comments=syn.comments
    )
    return st.builds(
        ast.FactTableItem,
        name=syn.names(),
        subject=subjects,
        header=headers(),
        file=syn.raw_texts,
        as_of=st.none() | syn.dates(),
        columns=st.lists(column, max_size=3).map(tuple),
        key=st.none() | syn.paths,
    )


selections = st.builds(ast.SelectionText, table=syn.steps(), where=st.none() | syn.clauses(_DEPTH))


@st.composite
def figures(draw: st.DrawFn) -> ast.FigureClaimLine:
    statistic = draw(st.sampled_from(["件数", "合計", "平均", "最大", "最小", "種類の数"]))
    rounded = draw(st.booleans())
    return ast.FigureClaimLine(
        selection=draw(selections),
        statistic=statistic,
        path=None if statistic == "件数" else draw(syn.paths),
        bound=draw(literal_bounds(1) | _equal)[0],
        places=draw(st.integers(0, 9)) if rounded else None,
        mode=draw(st.sampled_from(ast.RoundingWord)) if rounded else None,
        comments=draw(syn.comments),
    )


def figure_items() -> st.SearchStrategy[ast.Item]:
    claim = st.one_of(
        figures(),
        st.builds(
            ast.EveryRowClaimLine, selection=selections, condition=syn.clauses(_DEPTH), comments=syn.comments
        ),
        st.builds(
            ast.GroupsWithoutClaimLine,
            table=syn.steps(),
            condition=syn.clauses(_DEPTH),
            group=syn.paths,
            expected=syn.many(0, 3),
            comments=syn.comments,
        ),
    )
    return st.builds(
        ast.FigureCheckItem,
        name=syn.names(),
        header=headers(inner=False),
        claims=st.lists(claim, min_size=1, max_size=3).map(tuple),
    )


def items() -> st.SearchStrategy[ast.Item]:
    """Any item."""
    from tests.property import strategies_steps

    return st.one_of(
        strategies_steps.procedure_items(),
        strategies_steps.name_items(),
        simple_items(),
        rule_items(),
        stage_items(),
        property_items(),
        table_items(),
        scenario_items(),
        fact_table_items(),
        figure_items(),
    )


def files() -> st.SearchStrategy[ast.File]:
    """A file of a few items."""
    return st.builds(
        ast.File,
        name=st.just("t.regspec"),
        items=st.lists(items(), max_size=3).map(tuple),
        trailing=syn.between.map(lambda found: found[:-1] if found[-1:] == ("",) else found),
    )
