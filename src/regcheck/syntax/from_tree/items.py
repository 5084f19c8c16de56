"""Items: 法令, 利用, 区分, 対象, 裁量, 前提, 委任, 定義 and its kin, 特例, 段階, 性質.

Owns: one function per kind of item (tables.py and facts.py own the others).
Refuses to know: the clauses inside.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.source.numerals import narrow, to_kanji
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.clauses import clause
from regcheck.syntax.from_tree.expressions import bound, value_of
from regcheck.syntax.from_tree.headers import (
    day,
    finish,
    header,
    needed,
    only,
    plain_body,
    subject,
    title,
    two_days,
)
from regcheck.syntax.from_tree.lists import body, exception, list_items, with_list
from regcheck.syntax.from_tree.reading import Reading, RefusedError, first, has, parts, tokens, trees
from regcheck.syntax.literals import read_count
from regcheck.syntax.tree import Node, Token, node


def instrument(reading: Reading, tree: Node) -> ast.InstrumentItem:
    """法令."""
    lines = header(reading, tree)
    kind = needed(reading, tree, "kind", "「種別」")
    quoted = {rule: only(reading, tree, rule, f"「{line}」") for rule, line in _TEXT_LINES}
    texts = {rule: names.unquote(tokens(line, "QUOTED")[0]) for rule, line in quoted.items() if line}
    short = only(reading, tree, "abbreviation", "「略称」")
    horizon = only(reading, tree, "horizon", "「検査期間」")
    basis = [c for line in parts(tree, "basis") for c in names.citations(reading, first(line))]
    pending = [q for line in parts(tree, "pendings") for q in tokens(line, "QUOTED")]
    return ast.InstrumentItem(
        name=title(reading, tree),
        header=finish(reading, lines),
        kind=narrow(tokens(kind, "NAME")[0].text),
        title=texts.get("title", ""),
        abbreviation=names.name(reading, first(short)).text if short else "",
        number=texts.get("law_number", ""),
        basis=tuple(basis),
        pending=tuple(names.quoted_name(reading, q) for q in pending),
        horizon=two_days(reading, horizon) if horizon else None,
        span=reading.whole,
    )


_TEXT_LINES = (("title", "題名"), ("law_number", "法令番号"))


def use(reading: Reading, tree: Node) -> ast.UseItem:
    """利用."""
    comments = reading.take_comments(tree)
    path = names.unquote(tokens(tree, "QUOTED")[0])
    return ast.UseItem(path=path, comments=comments, span=reading.whole)


def placeholder(reading: Reading, tree: Node) -> ast.PlaceholderItem:
    """未確定."""
    lines = header(reading, tree)
    line = only(reading, tree, "days", "「範囲」")
    first_day, last_day = _possible_days(reading, line) if line else (None, None)
    return ast.PlaceholderItem(
        name=title(reading, tree),
        header=finish(reading, lines),
        first=first_day,
        last=last_day,
        span=reading.whole,
    )


_Days = tuple[ast.DateLiteral | None, ast.DateLiteral | None]


def _possible_days(reading: Reading, line: Node) -> _Days:
    """令和八年六月十七日以後令和九年十二月十六日以前, one side of it, or …から…まで."""
    if parts(line, "date"):
        return two_days(reading, line)
    found: dict[ast.CompareWord, ast.DateLiteral] = {}
    for part in parts(first(line), "bound"):
        limit = bound(reading, part, clause)
        is_day = isinstance(limit.value, ast.DateLiteral)
        if not is_day or limit.op not in _SIDES or limit.op in found:
            raise reading.refuse(_NOT_DAYS(reading, part), part)
        assert isinstance(limit.value, ast.DateLiteral)
        found[limit.op] = limit.value
    return found.get(ast.CompareWord.SINCE), found.get(ast.CompareWord.UNTIL)


_SIDES = (ast.CompareWord.SINCE, ast.CompareWord.UNTIL)


def _NOT_DAYS(reading: Reading, part: Node) -> codes.syntax.NotHere:  # noqa: N802
    return codes.syntax.NotHere(
        found=reading.written(part),
        advice_ja="「範囲　令和八年六月十七日以後令和九年十二月十六日以前」のように、「以後」と「以前」で書いてください",
        advice_en="Write 範囲　令和八年六月十七日以後令和九年十二月十六日以前, with 以後 and 以前",
    )


def enumeration(reading: Reading, tree: Node) -> ast.EnumItem:
    """区分."""
    lines = header(reading, tree)
    members = [names.name(reading, p) for line in parts(tree, "members") for p in trees(line)]
    needed_members = needed(reading, tree, "members", "値", "a value") if not members else None
    assert needed_members is None
    return ast.EnumItem(
        name=title(reading, tree),
        header=finish(reading, lines),
        members=tuple(members),
        span=reading.whole,
    )


def discretion(reading: Reading, tree: Node) -> ast.DiscretionItem:
    """裁量."""
    lines = header(reading, tree)
    authority = needed(reading, tree, "authority", "「判断者」")
    return ast.DiscretionItem(
        name=title(reading, tree),
        subject=subject(reading, tree),
        header=finish(reading, lines),
        authority=names.name(reading, first(authority)),
        span=reading.whole,
    )


def assumption(reading: Reading, tree: Node) -> ast.AssumptionItem:
    """前提."""
    lines, about = header(reading, tree), subject(reading, tree)
    found = plain_body(reading, body_line(reading, tree))
    return ast.AssumptionItem(
        name=title(reading, tree),
        subject=about,
        header=finish(reading, lines),
        body=found,
        span=reading.whole,
    )


def body_line(reading: Reading, tree: Node) -> Node:
    """The one sentence of an item."""
    return needed(reading, tree, "body", "本文", "its sentence")


def delegation(reading: Reading, tree: Node) -> ast.DelegationItem:
    """委任."""
    lines, about = header(reading, tree), subject(reading, tree)
    form = needed(reading, tree, "form", "「形式」")
    limit = scope(reading, tree)
    return ast.DelegationItem(
        name=title(reading, tree),
        subject=about,
        header=finish(reading, lines),
        kind=narrow(tokens(form, "NAME")[0].text),
        limit=limit,
        span=reading.whole,
    )


def scope(reading: Reading, tree: Node) -> ast.Clause | None:
    """範囲."""
    line = only(reading, tree, "scope", "「範囲」")
    return plain_body(reading, first(line)) if line else None


def predicate(reading: Reading, tree: Node) -> ast.PredicateItem:
    """定義, 指定基準, 対象事業, 設備区分, 維持管理区分."""
    lines, about = header(reading, tree), subject(reading, tree)
    fills = [n for line in parts(tree, "fills") for n in names.names(reading, first(line))]
    found, exceptions = body(reading, body_line(reading, tree), clause)
    outer = [exception(reading, part, clause) for part in parts(tree, "exception")]
    return ast.PredicateItem(
        keyword=tokens(tree, "PREDICATE")[0].text.strip(),
        name=title(reading, tree),
        subject=about,
        header=finish(reading, lines),
        body=found,
        exceptions=(*exceptions, *outer),
        fills=tuple(fills),
        span=reading.whole,
    )


def override(reading: Reading, tree: Node) -> ast.OverrideItem:
    """特例."""
    lines, about = header(reading, tree), subject(reading, tree)
    line = needed(reading, tree, "overriding", "「…の規定にかかわらず」の文", "its sentence")
    target, condition, *again, outcome = [t for t in trees(line) if t.kind != "block"]
    name = names.name(reading, target)
    if again and (repeated := names.name(reading, again[0])) != name:
        raise reading.refuse(
            codes.syntax.NameNeeded(found=repeated.text, wanted_ja=f"「{name.text}」", wanted_en=name.text),
            again[0],
        )
    prevails = [n for other in parts(tree, "prevails") for n in names.names(reading, first(other))]
    return ast.OverrideItem(
        name=title(reading, tree),
        subject=about,
        target=name,
        condition=with_list(reading, line, condition, clause),
        outcome=has(outcome, "OUTCOME_YES"),
        prevails_over=tuple(prevails),
        header=finish(reading, lines),
        span=reading.whole,
    )


def stages(reading: Reading, tree: Node) -> ast.StageItem:
    """段階."""
    lines, about = header(reading, tree), subject(reading, tree)
    needed_stage = parts(tree, "stage") or [needed(reading, tree, "stage", "「第一段階」", "第一段階")]
    found = tuple(_stage(reading, part) for part in needed_stage)
    _check_stages(found)
    covers = [n for line in parts(tree, "covers") for n in names.names(reading, first(line))]
    return ast.StageItem(
        name=title(reading, tree),
        subject=about,
        stages=found,
        growing=bool(parts(tree, "growing")),
        finally_covers=tuple(covers),
        header=finish(reading, lines),
        span=reading.whole,
    )


def _stage(reading: Reading, tree: Node) -> ast.StageLine:
    token = tokens(tree, "STAGE")[0]
    comments = reading.take_comments(tree)
    start, line = trees(tree)
    found, exceptions = body(reading, line, clause)
    return ast.StageLine(
        number=value_of(reading, token, lambda: read_count(token.text[1:-2])),
        start=day(reading, start),
        body=found,
        exceptions=exceptions,
        comments=comments,
        span=reading.span(tree),
    )


def _check_stages(found: tuple[ast.StageLine, ...]) -> None:
    for expected, stage in enumerate(found, start=1):
        if stage.number == expected:
            continue
        before = _stage_word(expected - 1) if expected > 1 else ""
        if stage.number < expected:
            twice = stage.number in {s.number for s in found[: expected - 1]}
            order = codes.sentences.LabelOrder(
                label=_stage_word(stage.number), before=before, is_duplicate=twice, kind="段階"
            )
            raise RefusedError(order, stage.span)
        after, missing = _stage_word(stage.number), _stage_word(expected)
        raise RefusedError(
            codes.sentences.LabelGap(before=before, after=after, missing=missing, kind="段階"), stage.span
        )


def _stage_word(number: int) -> str:
    return f"第{to_kanji(number)}段階"


# ------------------------------------------------------------ 性質


def property_(reading: Reading, tree: Node) -> ast.PropertyItem:
    """性質."""
    lines = header(reading, tree)
    claims = [t for t in trees(tree) if t.kind in _KINDS]
    line = claims[0] if len(claims) == 1 else _one_claim(reading, tree, claims)
    about = names.name(reading, first(line))
    reading.subject = about.text
    members, whole = _claimed(reading, line)
    return ast.PropertyItem(
        name=title(reading, tree),
        header=finish(reading, lines),
        kind="equivalent" if has(line, "EQUIVALENT") else _KINDS[line.kind],
        subject=about,
        members=members,
        whole=whole,
        listed=names.path(reading, trees(line)[-1]) if line.kind == "same_lists" else None,
        span=reading.whole,
    )


_KINDS = {
    "always": "always",
    "possible": "possible",
    "exclusive": "exclusive",
    "covering": "cover",
    "equivalent": "equivalent",
    "same_lists": "same_lists",
}


def _one_claim(reading: Reading, tree: Node, claims: list[Node]) -> Node:
    return needed(
        reading,
        node("claims", [*parts(tree, "path"), *(node("claim", c.children) for c in claims)]),
        "claim",
        "本文",
        "its sentence",
    )


def _claimed(reading: Reading, line: Node) -> tuple[tuple[ast.Clause, ...], ast.Clause | None]:
    match line.kind:
        case "always" | "possible":
            return (plain_body(reading, parts(line, "body")[0]),), None
        case "equivalent":
            return tuple(_member(reading, part) for part in trees(line)[1:]), None
        case "same_lists":
            return tuple(_member(reading, part) for part in trees(line)[1:-1]), None
        case "exclusive":
            return _cases(reading, line), None
        case _:
            whole = line.children[1]
            asked = None if isinstance(whole, Token) else _member(reading, whole)
            return _cases(reading, line), asked


def _member(reading: Reading, tree: Node) -> ast.Clause:
    """A term by its name, or a clause."""
    if tree.kind != "path":
        return clause(reading, tree)
    return ast.BelongsClause(path=None, terms=(names.term(reading, tree),), span=reading.span(tree))


def _cases(reading: Reading, line: Node) -> tuple[ast.Clause, ...]:
    found = list_items(reading, parts(line, "block")[0], clause)
    for item in found:
        reading.comments.setdefault(item.span.start, []).extend(item.comments)
        if item.exceptions:
            raise RefusedError(codes.sentences.NoExceptionHere(item=reading.item), item.exceptions[0].span)
    return tuple(item.body for item in found)
