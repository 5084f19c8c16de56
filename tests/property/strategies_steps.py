"""Random 手続 and 名称, on top of strategies_files: every line, every stretch of days, every deeper line."""

from __future__ import annotations

from hypothesis import strategies as st
from tests.property import strategies_files as files, strategies_syntax as syn

from regcheck.frozen import replace
from regcheck.syntax import ast

W = ast.WithinWord

bare_paths = st.lists(syn.bare_words(), min_size=1, max_size=2).map(
    lambda found: ast.PathName(steps=tuple(ast.Name(text=text) for text in found))
)
period_paths = bare_paths | syn.quoted_texts.map(
    lambda text: ast.PathName(steps=(ast.Name(text=text, quoted=True),))
)
"""What can stand before 中 and 内."""
single_days = st.one_of(syn.paths, syn.dates(), syn.event_days(), syn.periods(backward=True))
counted = syn.periods(backward=False)


def _last_day_of(path: ast.PathName) -> ast.PathName:
    return ast.PathName(steps=(*path.steps, ast.Name(text="末日")))


# ------------------------------------------------------------ 事象, 期間, 期限


def bounds() -> st.SearchStrategy[ast.WithinText]:
    """Bounds of the day of an event; 届出以後 is no bound but another event."""
    after = st.one_of(syn.dates(), syn.event_days(), syn.paths.map(_last_day_of))
    return st.one_of(
        st.builds(ast.WithinText, word=st.just(W.COUNTED), value=counted),
        st.builds(ast.WithinText, word=st.just(W.NAMED), value=period_paths),
        st.builds(ast.WithinText, word=st.sampled_from([W.SINCE, W.AFTER]), value=after),
        st.builds(ast.WithinText, word=st.sampled_from([W.UNTIL, W.BEFORE]), value=single_days),
    )


points = st.one_of(syn.paths, syn.dates(), syn.event_days(), syn.periods()).filter(
    lambda found: not isinstance(found, ast.PeriodExpr) or found.words.endswith(("日", "前"))
)


def event_lines() -> st.SearchStrategy[ast.EventLine]:
    before = st.builds(ast.BeforeText, event=syn.names(), strict=st.booleans())
    return st.builds(
        ast.EventLine,
        name=syn.names(),
        actor=st.none() | syn.names(),
        before=st.lists(before, max_size=2).map(tuple),
        within=st.lists(bounds(), max_size=2).map(tuple),
        day=st.none() | points,
        comments=syn.comments,
    )


def period_lines() -> st.SearchStrategy[ast.PeriodLine]:
    alone = st.builds(ast.PeriodLine, name=syn.names(), last=syn.periods(), comments=syn.comments)
    both = st.builds(
        ast.PeriodLine, name=syn.names(), first=single_days, last=syn.some_days(), comments=syn.comments
    )
    return alone | both


def limit_lines() -> st.SearchStrategy[ast.LimitLine]:
    return st.builds(ast.LimitLine, name=syn.names(), value=syn.some_days(), comments=syn.comments)


# ------------------------------------------------------------ 義務, 禁止, 権限


def stretches() -> st.SearchStrategy[ast.WithinText]:
    """Stretches of days in a sentence."""
    beside = st.one_of(syn.some_days(), syn.paths.map(_last_day_of))
    return st.one_of(
        st.just(ast.WithinText(word=W.PROMPT)),
        st.builds(ast.WithinText, word=st.just(W.COUNTED), value=counted),
        st.builds(ast.WithinText, word=st.just(W.NAMED), value=period_paths),
        st.builds(ast.WithinText, word=st.just(W.UNTIL), value=single_days),
        *(
            st.builds(ast.WithinText, word=st.just(word), value=beside)
            for word in (W.SINCE, W.BEFORE, W.AFTER)
        ),
    )


@st.composite
def deeper_headers(draw: st.DrawFn) -> ast.HeaderLines:
    """The lines below a line; comments among them need a line to stand on."""
    found = replace(draw(files.headers(inner=False)), comments=())
    if found == ast.HeaderLines():
        return found
    return replace(found, inner_comments=draw(syn.comments))


@st.composite
def rule_lines(draw: st.DrawFn) -> ast.RuleLine:
    keyword = draw(st.sampled_from(["義務", "禁止", "権限"]))
    change = draw(changes() | st.none()) if keyword == "権限" else None
    when = draw(st.none() | syn.clauses(1, draw(st.sampled_from([0, 1]))))
    within = draw(st.lists(stretches(), max_size=2).map(tuple))
    if draw(st.integers(0, 5)) == 0:
        when = ast.HasClause(path=draw(syn.paths), past=draw(st.booleans()))
        within = (ast.WithinText(word=W.BEFORE, value=when.path, in_advance=True),)
    header = draw(deeper_headers())
    in_force = draw(st.none() | single_days.filter(lambda day: not isinstance(day, ast.DateLiteral)))
    return ast.RuleLine(
        keyword=keyword,
        name=draw(syn.names()),
        actor=draw(syn.names()),
        event=draw(syn.names()),
        header=header,
        when=when,
        exceptions=draw(syn.exceptions(0, 1)),
        within=within,
        change=change,
        in_force=None if header.effective else in_force,
        penalty=draw(st.none() | penalties),
        comments=draw(syn.comments),
    )


@st.composite
def changes(draw: st.DrawFn) -> ast.ChangeText:
    extends = draw(st.booleans())
    limit = draw(syn.some_days()) if extends else None
    return ast.ChangeText(period=draw(syn.names()), extends=extends, limit=limit)


of_other_laws = files.citations().filter(lambda found: bool(found.source))
penalties = st.builds(
    ast.PenaltyText, words=syn.raw_texts, sources=st.lists(of_other_laws, max_size=2).map(tuple)
)


# ------------------------------------------------------------ 準用, the whole, 名称


@st.composite
def applied_lines(draw: st.DrawFn) -> ast.AppliedLine:
    some = draw(st.booleans())
    header = draw(deeper_headers())
    return ast.AppliedLine(
        procedure=draw(syn.names()),
        rules=draw(syn.many()) if some else (),
        left_out=() if some else draw(syn.many(0, 2)),
        renamed=tuple(draw(st.lists(st.tuples(syn.names(), syn.names()), max_size=2))),
        header=header,
        in_force=None if header.effective else draw(st.none() | syn.event_days()),
        comments=draw(syn.comments),
    )


def procedure_items() -> st.SearchStrategy[ast.Item]:
    line = st.one_of(
        event_lines(), period_lines(), limit_lines(), rule_lines(), rule_lines(), applied_lines()
    )
    return st.builds(
        ast.ProcedureItem,
        name=syn.names(),
        header=files.headers(inner=False),
        subject=st.none() | files.subjects,
        horizon=st.none() | files.spans_of_days,
        lines=st.lists(line, min_size=1, max_size=2).map(tuple),
    )


def ruled_items() -> st.SearchStrategy[ast.Item]:
    """手続 of one rule and nothing else, small enough for many."""
    one = rule_lines().map(lambda line: (line,))
    return st.builds(ast.ProcedureItem, name=syn.names(), header=st.just(ast.HeaderLines()), lines=one)


def name_items() -> st.SearchStrategy[ast.Item]:
    line = st.builds(
        ast.NameLine,
        name=syn.names(),
        since=st.none() | syn.days,
        until=st.none() | syn.days,
        comments=syn.comments,
    )
    return st.builds(
        ast.NameItem,
        name=syn.names(),
        header=files.headers(inner=False),
        names=st.lists(line, min_size=1, max_size=3).map(tuple),
    )
