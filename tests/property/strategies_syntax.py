"""Random syntax trees: every node of ast.py, in every form that a text can have.

A tree is drawn as the parser would make it (a stage after another of the same plan, one list to a sentence, labels in
order), because that is what printing and parsing again must give back. Names mean nothing here.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from regcheck.calendar.period import Period
from regcheck.calendar.wording import period_of
from regcheck.source.eras import to_era
from regcheck.source.numerals import narrow, ratio_to_kanji, to_kanji, widen
from regcheck.syntax import ast
from regcheck.syntax.labels import Label, Style
from regcheck.syntax.units import canonical_unit, units

# ------------------------------------------------------------ words

_SAFE = "病院床科名称出力設備事業区域機能承認割都道府県医療基準種別薬研究国際空港電気水ガスータAB"
_TRICKY = (
    "千葉県",
    "三重県",
    "一般送配電事業",
    "第一種鉄道事業",
    "十日町市",
    "条項番号",
    "平均在院日数",
    "その他",
    "万博",
    "X1",
)
_FIRST = _SAFE.replace("ー", "")


@st.composite
def bare_words(draw: st.DrawFn) -> str:
    """One name without の."""
    if draw(st.integers(0, 9)) == 0:
        return draw(st.sampled_from(_TRICKY))
    return draw(st.sampled_from(_FIRST)) + draw(st.text(_SAFE, min_size=1, max_size=3))


_ANY_SIGN = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp", "Zs"), exclude_characters="「」｢｣")
raw_texts = st.text(_ANY_SIGN, min_size=1, max_size=8)
"""What may stand in 「」, kept as it is."""
quoted_texts = raw_texts.map(lambda t: narrow(t).strip()).filter(bool)
between = st.lists(st.text(_ANY_SIGN, max_size=8).map(str.strip), max_size=3).map(
    lambda found: tuple(c for i, c in enumerate(found) if c or (i and found[i - 1]))
)
"""Comments between items, where an empty one is an empty line."""
comments = st.lists(st.text(_ANY_SIGN, max_size=8).map(str.strip), max_size=2).map(tuple)


@st.composite
def steps(draw: st.DrawFn) -> ast.Name:
    """One step of a path."""
    if draw(st.integers(0, 4)) == 0:
        return ast.Name(text=draw(quoted_texts), quoted=True)
    return ast.Name(text=draw(bare_words()))


@st.composite
def names(draw: st.DrawFn) -> ast.Name:
    """A name: bare, joined with の, or quoted."""
    if draw(st.integers(0, 5)) == 0:
        return ast.Name(text="の".join(draw(st.lists(bare_words(), min_size=2, max_size=3))))
    return draw(steps())


def many(least: int = 1, most: int = 3) -> st.SearchStrategy[tuple[ast.Name, ...]]:
    """Several names."""
    return st.lists(names(), min_size=least, max_size=most).map(tuple)


paths = st.lists(steps(), min_size=1, max_size=3).map(lambda found: ast.PathName(steps=tuple(found)))
single_paths = steps().map(lambda step: ast.PathName(steps=(step,)))
long_paths = st.lists(steps(), min_size=2, max_size=3).map(lambda found: ast.PathName(steps=tuple(found)))
joiners = st.sampled_from(ast.Joiner)

# ------------------------------------------------------------ literals


@st.composite
def plain_numbers(draw: st.DrawFn) -> tuple[Fraction, str]:
    """A number without unit, in one of its forms."""
    whole = draw(st.one_of(st.integers(0, 99), st.integers(0, 10**13)))
    match draw(st.integers(0, 6)):
        case 0:
            return Fraction(whole), to_kanji(whole)
        case 1:
            return Fraction(whole), f"{whole:,}"
        case 2:
            return Fraction(whole), widen(str(whole))
        case 3:
            return Fraction(whole * 10**4), f"{whole}万"
        case 4:
            tenth = draw(st.integers(1, 9))
            return Fraction(whole * 10 + tenth, 10), f"{to_kanji(whole)}・{'一二三四五六七八九'[tenth - 1]}"
        case 5:
            return Fraction(whole * 100 + 25, 100), f"{whole}.25"
        case _:
            return Fraction(whole), str(whole)


@st.composite
def numbers(draw: st.DrawFn) -> ast.NumberLiteral:
    """A number with a unit, a ratio, a percentage, or alone."""
    above, below = draw(st.integers(1, 999)), draw(st.integers(2, 999))
    value, text = draw(plain_numbers())
    match draw(st.integers(0, 5)):
        case 0:
            ratio = Fraction(above, below)
            return ast.NumberLiteral(value=ratio, unit="", text=ratio_to_kanji(ratio))
        case 1:
            return ast.NumberLiteral(value=Fraction(above, below), unit="", text=f"{above}/{below}")
        case 2:
            sign = draw(st.sampled_from(["%", "％", "パーセント"]))
            return ast.NumberLiteral(value=value / 100, unit="", text=text + sign)
        case 3 | 4:
            unit = draw(st.sampled_from(units()))
            return ast.NumberLiteral(value=value, unit=canonical_unit(unit), text=text + unit)
        case _:
            return ast.NumberLiteral(value=value, unit="", text=text)


@st.composite
def dates(draw: st.DrawFn) -> ast.DateLiteral:
    """A day in one of the three forms."""
    day = draw(st.dates(date(1873, 1, 1), date(2100, 12, 31)))
    written = f"{day.year}年{day.month}月{day.day}日"
    text = draw(st.sampled_from([to_era(day), written, widen(written), day.isoformat()]))
    return ast.DateLiteral(value=day, text=text)


@st.composite
def windows(draw: st.DrawFn) -> ast.Window:
    """直近三事業年度."""
    length = draw(st.integers(1, 20))
    count = draw(st.sampled_from([to_kanji(length), str(length), widen(str(length))]))
    middle = draw(st.sampled_from(["直近", "直近の"]))
    return ast.Window(
        text=f"{middle}{count}{draw(st.sampled_from(['事業年度', '年', 'か月', '回']))}", length=length
    )


pendings = quoted_texts.map(lambda text: ast.Pending(name=ast.Name(text=text, quoted=True)))
days = st.one_of(dates(), pendings)

# ------------------------------------------------------------ days

_ACTS = [
    "を受けた日",
    "した日",
    "をした日",
    "する日",
    "をする日",
    "を受ける日",
    "のあった日",
    "しようとする日",
]
_PERIODS = [
    "六月間", "起算して三十日を経過する日", "起算して十日以内", "一年六月を超えない範囲内", "六月を経過した日", "起算して四月間の末日",
    "二週間以内", "起算して１０日間", "三箇月以内",
]  # fmt: skip
_BACKWARD = ["二週間前", "十日前", "一年六月前"]


@st.composite
def event_days(draw: st.DrawFn) -> ast.EventDayExpr:
    """指定を受けた日, 届出を受理した日."""
    if draw(st.booleans()):
        return ast.EventDayExpr(event=draw(paths), anchor=draw(st.sampled_from(_ACTS)))
    event = ast.PathName(steps=(ast.Name(text=draw(st.sampled_from(["受理", "通知", "行政処分", "受領"]))),))
    anchor = draw(st.sampled_from(["した日", "する日", "しようとする日"]))
    return ast.EventDayExpr(event=event, anchor=anchor, object=draw(paths))


@st.composite
def periods(draw: st.DrawFn, backward: bool | None = None) -> ast.PeriodExpr:
    """A day counted from another one."""
    back = draw(st.booleans()) if backward is None else backward
    moves = not back and draw(st.booleans())
    words = draw(st.sampled_from(_BACKWARD if back else _PERIODS))
    period = period_of(narrow(words), moves)
    assert isinstance(period, Period)
    start: ast.Expr = draw(st.one_of(paths, dates(), event_days()))
    if draw(st.integers(0, 4)) == 0:
        start = draw(periods())
    return ast.PeriodExpr(start=start, period=period, words=words)


def some_days() -> st.SearchStrategy[ast.Expr]:
    """Any expression for a day."""
    return st.one_of(paths, dates(), event_days(), periods())


# ------------------------------------------------------------ expressions


@st.composite
def expressions(draw: st.DrawFn, depth: int, with_list: int = 0) -> ast.Expr:
    """Any expression; `with_list` is the style of labels that one list in it may have, 0 for none."""
    if depth <= 0:
        return draw(st.one_of(numbers(), series(), counts, some_days()))
    inner = expressions(depth - 1)
    match draw(st.integers(0, 8)):
        case 0:
            return ast.SumExpr(parts=tuple(draw(st.lists(inner, min_size=2, max_size=3))))
        case 1:
            return ast.DifferenceExpr(left=draw(inner), right=draw(inner))
        case 2:
            return ast.ProductExpr(left=draw(inner), right=draw(inner))
        case 3:
            mode = draw(st.sampled_from(ast.RoundingWord))
            return ast.RoundedExpr(value=draw(inner), places=draw(st.integers(0, 12)), mode=mode)
        case 4:
            return ast.CountExpr(path=draw(paths), where=draw(clauses(depth - 1, with_list)))
        case 5:
            function = draw(st.sampled_from(ast.AggregateWord))
            where = draw(st.none() | clauses(depth - 1, with_list))
            return ast.ListSumExpr(path=draw(long_paths), function=function, where=where)
        case _:
            return draw(expressions(0))


@st.composite
def series(draw: st.DrawFn) -> ast.SeriesExpr:
    function = draw(st.sampled_from(ast.AggregateWord))
    if draw(st.booleans()):
        return ast.SeriesExpr(path=draw(paths), function=function, window=draw(windows()))
    return ast.SeriesExpr(path=draw(single_paths), function=function)


counts = paths.map(lambda path: ast.CountExpr(path=path))

# ------------------------------------------------------------ clauses

_LIMITS = [op for op in ast.CompareWord if op is not ast.CompareWord.EQ]


@st.composite
def compares(draw: st.DrawFn, depth: int, with_list: int = 0) -> ast.CompareClause:
    left = draw(expressions(depth, with_list))
    negated = draw(st.booleans())
    if draw(st.integers(0, 3)) == 0:
        value = draw(expressions(depth))
        if isinstance(left, ast.PathName) and isinstance(value, ast.PathName):
            value = draw(numbers())  # a path that is a path is read as a value (IsClause)
        return ast.CompareClause(
            left=left, bounds=(ast.Bound(op=ast.CompareWord.EQ, value=value),), negated=negated
        )
    bounds = tuple(
        ast.Bound(op=draw(st.sampled_from(_LIMITS)), value=draw(expressions(depth)))
        for _ in range(draw(st.integers(1, 2)))
    )
    return ast.CompareClause(left=left, bounds=bounds, negated=negated)


@st.composite
def is_clauses(draw: st.DrawFn) -> ast.IsClause:
    path, values = draw(paths), draw(many())
    if len(path.steps) == 2 and path.steps[0].quoted and len(values) == 1:
        path = ast.PathName(steps=path.steps[1:])  # 「表」の出力が値 is the outcome of a table
    return ast.IsClause(path=path, values=values, negated=draw(st.booleans()))


@st.composite
def terms(draw: st.DrawFn) -> tuple[ast.TermRef, ...]:
    """Terms in a row; a stage of the only plan never follows a stage of a named one."""
    plain = names().map(lambda name: ast.TermRef(name=name))
    plan = draw(st.sampled_from([ast.Name(text=""), draw(steps()), draw(steps())]))
    stages = st.integers(1, 12).map(lambda number: ast.TermRef(name=plan, stage=number))
    return tuple(draw(st.lists(st.one_of(plain, plain, stages), min_size=1, max_size=4)))


@st.composite
def belongs(draw: st.DrawFn) -> ast.BelongsClause:
    found = draw(terms())
    joiner = draw(joiners) if len(found) > 1 else ast.Joiner.OR
    return ast.BelongsClause(
        path=draw(st.none() | paths), terms=found, joiner=joiner, negated=draw(st.booleans())
    )


@st.composite
def possesses(draw: st.DrawFn, depth: int, with_list: int = 0) -> ast.PossessClause:
    negated = draw(st.booleans())
    if draw(st.booleans()):
        return ast.PossessClause(path=draw(paths), values=draw(many()), joiner=draw(joiners), negated=negated)
    where = draw(clauses(depth - 1, with_list)) if depth > 0 and draw(st.booleans()) else None
    return ast.PossessClause(path=draw(paths), where=where, negated=negated)


@st.composite
def contains(draw: st.DrawFn) -> ast.ContainsClause:
    values = draw(many())
    joiner = draw(joiners) if len(values) > 1 else ast.Joiner.OR
    return ast.ContainsClause(path=draw(paths), values=values, joiner=joiner, negated=draw(st.booleans()))


def _single(depth: int, with_list: int) -> st.SearchStrategy[ast.Clause]:
    flags = st.booleans()
    return st.one_of(
        compares(depth, with_list),
        is_clauses(),
        st.builds(ast.HasClause, path=paths, negated=flags, past=flags),
        possesses(depth, with_list),
        contains(),
        belongs(),
        st.builds(
            ast.JudgedClause, authority=names(), discretion=names(), path=st.none() | paths, negated=flags
        ),
        st.builds(
            ast.OutcomeClause,
            table=quoted_texts.map(lambda text: ast.Name(text=text, quoted=True)),
            output=steps(),
            value=names(),
            negated=flags,
        ),
        st.builds(ast.SameClause, left=paths, right=paths, negated=flags),
        st.builds(ast.UntilClause, limit=some_days(), event=paths, negated=flags, past=flags),
        st.builds(ast.BreachClause, rule=names(), negated=flags),
        st.builds(ast.LawfulClause, negated=flags),
    )


@st.composite
def clauses(draw: st.DrawFn, depth: int, with_list: int = 0) -> ast.Clause:
    """Any clause, with at most one list below its sentence."""
    if depth <= 0:
        return draw(list_clauses(0, with_list) if with_list and draw(st.booleans()) else _single(0, 0))
    kinds = [_single(depth, with_list), connectives(depth, with_list), implications(depth, with_list)]
    kinds.append(quantified(depth, with_list))
    if with_list:
        kinds.append(list_clauses(depth, with_list))
    return draw(st.one_of(kinds))


@st.composite
def quantified(draw: st.DrawFn, depth: int, with_list: int) -> ast.QuantifiedClause | ast.SeriesClause:
    quantity, body = draw(st.sampled_from(ast.QuantityWord)), draw(clauses(depth - 1, with_list))
    if draw(st.booleans()):
        return ast.SeriesClause(quantity=quantity, window=draw(windows()), body=body)
    return ast.QuantifiedClause(quantity=quantity, path=draw(paths), body=body)


@st.composite
def implications(draw: st.DrawFn, depth: int, with_list: int) -> ast.ImpliesClause:
    first = draw(st.booleans())
    premise = draw(clauses(depth - 1, with_list if first else 0))
    return ast.ImpliesClause(premise=premise, conclusion=draw(clauses(depth - 1, 0 if first else with_list)))


@st.composite
def connectives(draw: st.DrawFn, depth: int, with_list: int) -> ast.ConnectiveClause:
    """又は with or without 若しくは; かつ, 及び, and 並びに with a 及び in it."""
    word = draw(st.sampled_from(["又は", "かつ", "及び", "並びに"]))
    listed = draw(st.integers(0, 2))
    parts = [
        draw(clauses(depth - 1, with_list if place == listed else 0))
        for place in range(draw(st.integers(2, 3)))
    ]
    inner = {"又は": "若しくは", "並びに": "及び"}.get(word)
    if inner and (word == "並びに" or draw(st.booleans())):
        place = draw(st.integers(0, len(parts) - 1))
        parts[place] = _joined(inner, [draw(_single(depth - 1, 0)), draw(_single(0, 0))])
    return _joined(word, parts)


def _joined(word: str, parts: list[ast.Clause]) -> ast.ConnectiveClause:
    joiner = ast.Joiner.OR if word in ("又は", "若しくは") else ast.Joiner.AND
    return ast.ConnectiveClause(joiner=joiner, word=word, parts=tuple(parts))


_HEADINGS = ["", "次の各号", "次に掲げる要件", "次の（１）から（３）まで", "次の各号に掲げる基準"]


@st.composite
def list_clauses(draw: st.DrawFn, depth: int, style: int) -> ast.ListClause:
    mode = draw(st.sampled_from(ast.ListMode))
    lead = draw(st.none() | clauses(min(depth, 1)))
    return ast.ListClause(
        mode=mode,
        items=draw(list_items(depth, style)),
        count=draw(st.integers(1, 5)) if mode is ast.ListMode.AT_LEAST else 0,
        lead=lead,
        heading=draw(st.sampled_from(_HEADINGS)),
    )


@st.composite
def list_items(draw: st.DrawFn, depth: int, least_style: int) -> tuple[ast.ListItem, ...]:
    """号 in order, of one style, now and then with a branch number."""
    style = Style(draw(st.integers(least_style, max(Style))))
    numbers: list[tuple[int, ...]] = [(n,) for n in range(1, draw(st.integers(1, 3)) + 1)]
    if style is Style.KANJI and draw(st.integers(0, 3)) == 0:
        numbers.append((*numbers[-1], 2))
    below = style + 1 if style < max(Style) else 0
    return tuple(
        ast.ListItem(
            label=Label(style, number).text,
            body=draw(clauses(depth - 1, below)),
            exceptions=draw(exceptions(depth - 1, below)),
            comments=draw(comments),
        )
        for number in numbers
    )


@st.composite
def exceptions(draw: st.DrawFn, depth: int, style: int) -> tuple[ast.ExceptionClause, ...]:
    return tuple(
        ast.ExceptionClause(body=draw(clauses(depth, style)), comments=draw(comments))
        for _ in range(draw(st.sampled_from([0, 0, 0, 1, 2])))
    )
