"""事例, 事実表, 確認.

Owns: facts of a case, what is expected of it, columns of a fact table, claims about its figures.
Refuses to know: files, types of the facts.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.frozen import replace
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.clauses import clause
from regcheck.syntax.from_tree.expressions import (
    aggregate_word,
    bound,
    date_literal,
    expression,
    first_token,
    number,
    rounding,
)
from regcheck.syntax.from_tree.headers import finish, header, needed, only, subject, title
from regcheck.syntax.from_tree.reading import DEEPEST, Reading, first, has, parts, tokens, trees
from regcheck.syntax.tree import Node, Token

_Single = ast.NumberLiteral | ast.DateLiteral | ast.Name | bool | None
_Entry = ast.FactEntry | ast.JudgementEntry


def scenario(reading: Reading, tree: Node) -> ast.ScenarioItem:
    """事例."""
    lines, about = header(reading, tree), subject(reading, tree)
    entries: list[_Entry] = []
    for row, line in enumerate(parts(tree, "facts")):
        entries += _entries(reading, trees(line), row)
    return ast.ScenarioItem(
        name=title(reading, tree),
        subject=about,
        entries=tuple(entries),
        expectations=tuple(_expectation(reading, part) for part in parts(tree, "expectation")),
        header=finish(reading, lines),
        span=reading.whole,
    )


# ------------------------------------------------------------ facts


def _entries(reading: Reading, found: list[Node], row: int = 0) -> list[_Entry]:
    """Facts in a row; a group that stands alone goes on with the list of the fact before it."""
    entries: list[_Entry] = []
    for part in found:
        if part.kind == "fact_group" and entries and isinstance(last := entries[-1], ast.FactEntry):
            entries[-1] = _with_group(reading, last, part)
        else:
            entries.append(_entry(reading, part, row))
    return entries


def _with_group(reading: Reading, entry: ast.FactEntry, part: Node) -> ast.FactEntry:
    groups = entry.value if isinstance(entry.value, tuple) else None
    if groups is None or not all(isinstance(g, tuple) for g in groups):
        raise reading.refuse(_NOT_A_FACT(reading, part), part)
    added = _group_entries(reading, part)
    value: ast.FactValue = (*(g for g in groups if isinstance(g, tuple)), added)
    return replace(entry, value=value, span=entry.span.to(reading.span(part)))


def _NOT_A_FACT(reading: Reading, part: Node) -> codes.syntax.NotHere:  # noqa: N802
    return codes.syntax.NotHere(
        found=reading.written(part),
        advice_ja="「病床数は400床」「承認あり」「病院は（病床数は500床）、（…）」のように書いてください",
        advice_en="Write facts as 病床数は400床, 承認あり, 病院は（病床数は500床）、（…）",
    )


def _entry(reading: Reading, tree: Node, row: int) -> _Entry:
    span = reading.span(tree)
    if tree.kind in ("fact_value", "fact_group"):
        raise reading.refuse(_NOT_A_FACT(reading, tree), tree)
    if tree.kind == "fact_judged":
        authority, discretion = trees(tree)
        return ast.JudgementEntry(
            authority=names.name(reading, authority),
            discretion=names.name(reading, discretion),
            value=has(tree, "JUDGES"),
            row=row,
            span=span,
        )
    path = names.path(reading, first(tree))
    value = _SIMPLE[tree.kind] if tree.kind != "fact_is" else _value(reading, trees(tree)[1])
    return ast.FactEntry(path=path, value=value, row=row, span=span)


_SIMPLE: dict[str, ast.FactValue] = {
    "fact_yes": True,
    "fact_no": False,
    "fact_none": (),
    "fact_unknown": None,
}


def _value(reading: Reading, tree: Node) -> ast.FactValue:
    if tree.kind == "fact_value":
        if parts(tree, "path"):
            found = names.names(reading, tree)
            return found[0] if len(found) == 1 else found
        return _single(reading, tree)
    members = trees(tree)
    if members and all(part.kind == "fact_value" for part in members):
        return tuple(_single(reading, part) for part in members)
    return (_group_entries(reading, tree),)


def _group_entries(reading: Reading, tree: Node) -> tuple[_Entry, ...]:
    reading.depth += 1
    if reading.depth > DEEPEST:
        raise reading.too_deep(tree)
    found = _entries(reading, trees(tree))
    reading.depth -= 1
    return tuple(found)


def _single(reading: Reading, tree: Node) -> _Single:
    child = tree.children[-1]
    if isinstance(child, Node):
        match child.kind:
            case "number":
                found = number(reading, first_token(child))
                minus = tokens(tree, "MINUS")
                return _below_zero(reading, found, minus[0]) if minus else found
            case "date":
                return date_literal(reading, first_token(child))
            case _:
                return _only_name(reading, tree)
    return {"YES": True, "NO": False, "UNKNOWN": None}[child.kind]


def _below_zero(reading: Reading, found: ast.NumberLiteral, minus: Token) -> ast.NumberLiteral:
    """-500円, written as the user did."""
    span = reading.span(minus).to(found.span)
    return replace(found, value=-found.value, text=minus.text + found.text, span=span)


def _only_name(reading: Reading, tree: Node) -> ast.Name:
    found = names.names(reading, tree)
    if len(found) != 1:
        raise reading.refuse(_NOT_A_FACT(reading, tree), tree)
    return found[0]


def _expectation(reading: Reading, tree: Node) -> ast.ExpectationLine:
    comments = reading.take_comments(tree)
    if has(tree, "ONLY"):
        body = _only_value(reading, *trees(tree))
        span = reading.span(tree)
        return ast.ExpectationLine(body=body, expected="該当", only=True, comments=comments, span=span)
    head = first(tree)
    outcome = tokens(tree, "IS_OUTCOME")
    body = _belongs(reading, head) if head.kind == "names" else clause(reading, head)
    expected = (
        next(w for w in ("非該当", "該当", "要確認") if not outcome or w in outcome[0].text)
        if outcome
        else "該当"
    )
    if not outcome and getattr(body, "negated", False):
        body, expected = _affirmed(body), "非該当"
    return ast.ExpectationLine(body=body, expected=expected, comments=comments, span=reading.span(tree))


def _only_value(reading: Reading, asked: Node, value: Node) -> ast.Clause:
    """指定の日は令和七年五月一日に限る: that it is this one."""
    span = reading.span(asked).to(reading.span(value))
    if asked.kind == "path" and value.kind == "path":
        return ast.IsClause(path=names.path(reading, asked), values=(names.name(reading, value),), span=span)
    bound = ast.Bound(
        op=ast.CompareWord.EQ, value=expression(reading, value, clause), span=reading.span(value)
    )
    return ast.CompareClause(left=expression(reading, asked, clause), bounds=(bound,), span=span)


def _affirmed(body: ast.Clause) -> ast.Clause:
    """The clause without its negation."""
    assert not isinstance(body, ast.ConnectiveClause | ast.ListClause | ast.ImpliesClause)
    assert not isinstance(body, ast.QuantifiedClause | ast.SeriesClause)
    return replace(body, negated=False)


def _belongs(reading: Reading, tree: Node) -> ast.BelongsClause:
    joiner = names.names_joiner(reading, tree)
    return ast.BelongsClause(
        path=None, terms=names.terms(reading, tree), joiner=joiner, span=reading.span(tree)
    )


# ------------------------------------------------------------ fact tables


def fact_table(reading: Reading, tree: Node) -> ast.FactTableItem:
    """事実表."""
    lines, about = header(reading, tree), subject(reading, tree)
    source = needed(reading, tree, "source", "「資料」")
    as_of = parts(source, "date") or [first(line) for line in parts(tree, "as_of")]
    key = only(reading, tree, "key", "「見出し」")
    return ast.FactTableItem(
        name=title(reading, tree),
        subject=about,
        file=names.unquote(tokens(source, "QUOTED")[0]),
        as_of=date_literal(reading, first_token(as_of[0])) if as_of else None,
        columns=tuple(_column(reading, part) for part in parts(tree, "column")),
        key=names.path(reading, first(key)) if key else None,
        header=finish(reading, lines),
        span=reading.whole,
    )


def _column(reading: Reading, tree: Node) -> ast.ColumnMapping:
    paths = parts(tree, "path")
    return ast.ColumnMapping(
        heading=names.unquote(tokens(tree, "QUOTED")[0]),
        path=names.path(reading, paths[0]) if paths else None,
        comments=reading.take_comments(tree),
        span=reading.span(tree),
    )


# ------------------------------------------------------------ claims about figures


def figure_check(reading: Reading, tree: Node) -> ast.FigureCheckItem:
    """確認."""
    lines = header(reading, tree)
    claims = tuple(_claim(reading, part) for part in trees(tree) if part.kind in _CLAIMS)
    if not claims:
        missing = codes.syntax.MissingLine(item=reading.item, line="確認する数字の行", line_en="a claim")
        raise reading.refuse(missing, parts(tree, "path")[0])
    return ast.FigureCheckItem(
        name=title(reading, tree),
        claims=claims,
        header=finish(reading, lines),
        span=reading.whole,
    )


_CLAIMS = ("figure", "every_row", "groups_without")


def _claim(reading: Reading, tree: Node) -> ast.ClaimLine:
    comments = reading.take_comments(tree)
    if tree.kind == "figure":
        return _figure(reading, tree, comments)
    found, span = trees(tree), reading.span(tree)
    if tree.kind == "every_row":
        where = clause(reading, found[1]) if len(found) == 3 else None
        selection = ast.SelectionText(
            table=names.name(reading, found[0]), where=where, span=reading.span(found[0])
        )
        condition = clause(reading, found[-1])
        return ast.EveryRowClaimLine(selection=selection, condition=condition, comments=comments, span=span)
    table, condition_tree, group, *expected = found
    return ast.GroupsWithoutClaimLine(
        table=names.name(reading, table),
        condition=clause(reading, condition_tree),
        group=names.path(reading, group),
        expected=names.names(reading, expected[0]) if expected else (),
        comments=comments,
        span=span,
    )


def _figure(reading: Reading, tree: Node, comments: tuple[str, ...]) -> ast.FigureClaimLine:
    head, *others = trees(tree)
    where = next((part for part in others if part.kind == "plain"), None)
    path = names.path(reading, head)
    steps = path.steps[1:]
    if where is not None:
        steps += tuple(s for part in others if part.kind == "path" for s in names.path(reading, part).steps)
    table = path.steps[0]
    selection = ast.SelectionText(
        table=table, where=clause(reading, where) if where is not None else None, span=table.span
    )
    rounded = [rounding(reading, token) for token in tokens(tree, "ROUND")]
    return ast.FigureClaimLine(
        selection=selection,
        statistic=_statistic(reading, tree, bool(steps)),
        path=names.path_from(steps) if steps else None,
        bound=_figure_bound(reading, others[-1]),
        places=rounded[0][0] if rounded else None,
        mode=rounded[0][1] if rounded else None,
        comments=comments,
        span=reading.span(tree),
    )


def _statistic(reading: Reading, tree: Node, has_path: bool) -> str:
    """件数 counts rows and takes no fact; every other statistic takes one."""
    token = next(t for kind in ("STATISTIC", "AGGREGATE", "COUNT") for t in tokens(tree, kind))
    word = (
        aggregate_word(token).value
        if token.kind == "AGGREGATE"
        else token.text.strip().removeprefix("の").strip()
    )
    word = "件数" if word == "数" else word
    if (word == "件数") is has_path:
        ja = (
            "「件数」の前に事実の名前は書けません"
            if has_path
            else f"「{word}」の前に事実の名前を書いてください"
        )
        en = "件数 takes no fact" if has_path else f"Name the fact before {word}"
        raise reading.refuse(codes.syntax.NotHere(found=word, advice_ja=ja, advice_en=en), token)
    return word


def _figure_bound(reading: Reading, tree: Node) -> ast.Bound:
    if tree.kind == "bound":
        return bound(reading, tree, clause)
    token = first_token(tree)
    value = number(reading, token) if tree.kind == "number" else date_literal(reading, token)
    return ast.Bound(op=ast.CompareWord.EQ, value=value, span=value.span)
