"""義務, 禁止 and 権限 of a 手続.

Owns: the sentence of a rule and the deeper lines below it.
Refuses to know: which names there are, what a breach is.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.frozen import replace
from regcheck.source.numerals import narrow
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.clauses import clause
from regcheck.syntax.from_tree.days import day
from regcheck.syntax.from_tree.headers import day as day_or_pending, header, only
from regcheck.syntax.from_tree.lists import announced, exception
from regcheck.syntax.from_tree.reading import Reading, first, parts, tokens, trees
from regcheck.syntax.from_tree.stretches import within
from regcheck.syntax.tree import Node, node


def rule(reading: Reading, tree: Node) -> ast.RuleLine:
    """A rule with all of its lines."""
    comments = reading.take_comments(tree)
    keyword = narrow(tokens(tree, "RULE")[0].text).strip()
    name, actor = parts(tree, "path")
    when, here = _condition(reading, tree)
    stretches = tuple(_stretch(reading, part, when) for part in parts(tree, "within"))
    event, change = _done(reading, tree, keyword)
    header_lines, in_force = deeper_lines(reading, tree)
    under = tuple(exception(reading, part, clause) for part in parts(tree, "exception"))
    return ast.RuleLine(
        keyword=keyword,
        name=names.name(reading, name),
        actor=names.name(reading, actor),
        event=event,
        when=when,
        within=stretches,
        exceptions=(*here, *under),
        change=change,
        penalty=_penalty(reading, tree),
        header=header_lines,
        in_force=in_force,
        comments=comments,
        span=reading.span(tree),
    )


def _condition(reading: Reading, tree: Node) -> tuple[ast.Clause | None, tuple[ast.ExceptionClause, ...]]:
    """The condition, and what is excepted on the same line."""
    sentences = [first(part) for part in parts(tree, "on_condition")]
    block = node("block", parts(tree, "list_item"))
    found, here = announced(reading, block, sentences, parts(tree, "exception_after"), clause)
    return (found[0] if found else None), here


def _stretch(reading: Reading, tree: Node, when: ast.Clause | None) -> ast.WithinText:
    """A stretch; あらかじめ is before the event of the condition."""
    found = within(reading, tree)
    if not found.in_advance:
        return found
    if not isinstance(when, ast.HasClause) or when.negated:
        raise reading.refuse(codes.steps.NothingBefore(), tree)
    return replace(found, value=when.path)


# ------------------------------------------------------------ what is done


def _done(reading: Reading, tree: Node, keyword: str) -> tuple[ast.Name, ast.ChangeText | None]:
    changes = parts(tree, "change")
    if changes:
        return _changed(reading, changes[0], keyword)
    act = parts(tree, "act")[0]
    token = tokens(act, "ACT")[0]
    meant = next(other for other, end in _ENDS.items() if end in token.text)
    if meant != keyword:
        found, wanted = ast.RULE_VERBS[meant].lstrip("を"), ast.RULE_VERBS[keyword]
        mismatch = codes.steps.VerbOfRule(keyword=keyword, found=found, wanted=wanted, instead=meant)
        raise reading.refuse(mismatch, token)
    return names.name(reading, first(act)), None


_ENDS = {"義務": "なければならない", "禁止": "てはならない", "権限": "ことができる"}


def _changed(reading: Reading, tree: Node, keyword: str) -> tuple[ast.Name, ast.ChangeText]:
    """延長により、審査期間を…を限度として延長することができる."""
    if keyword != "権限":
        raise reading.refuse(codes.steps.ChangeNotHere(keyword=keyword), tree)
    event, period = trees(tree)[:2]
    limits = parts(tree, "at_most")
    extends = tokens(tree, "CHANGE")[0].text.startswith("延長")
    if len(limits) != extends:
        place = limits[0] if limits else tokens(tree, "CHANGE")[0]
        raise reading.refuse(codes.steps.LimitOfChange(lengthens=extends), place)
    change = ast.ChangeText(
        period=names.name(reading, period),
        extends=extends,
        limit=day(reading, first(limits[0])) if limits else None,
        span=reading.span(tree),
    )
    return names.only_name(reading, event), change


# ------------------------------------------------------------ deeper lines


def deeper_lines(reading: Reading, tree: Node) -> tuple[ast.HeaderLines, ast.Expr | None]:
    """条項, 出典, 失効, 改正 and 備考 of a line, and 施行, which may be the day of an event."""
    lines = [line for line in trees(tree) if line.kind in _LINES]
    inner = tuple(comment for line in lines for comment in reading.take_comments(line))
    found = replace(header(reading, node("rule", lines)), inner_comments=inner)
    line = only(reading, tree, "in_force", "「施行」")
    if line is None:
        return found, None
    start = first(line)
    if start.kind in ("date", "pending"):
        return replace(found, effective=day_or_pending(reading, start)), None
    return found, day(reading, start)


_LINES = ("provisions", "sources", "in_force", "expires", "amended", "remark", "penalty")


def _penalty(reading: Reading, tree: Node) -> ast.PenaltyText | None:
    line = only(reading, tree, "penalty", "「違反」")
    if line is None:
        return None
    cited = parts(line, "citations")
    return ast.PenaltyText(
        words=names.unquote(tokens(line, "QUOTED")[0]),
        sources=names.citations(reading, cited[0]) if cited else (),
        span=reading.span(line),
    )
