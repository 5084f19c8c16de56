"""Clauses: one sentence and what it is made of.

Owns: one function per kind of clause, the nesting of connectives, negation.
Refuses to know: items; how a list is laid out (lists.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from types import MappingProxyType

from regcheck.diagnostics import codes
from regcheck.frozen import replace
from regcheck.source.span import Span
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.expressions import bound, expression, thing, window
from regcheck.syntax.from_tree.lists import list_clause
from regcheck.syntax.from_tree.reading import DEEPEST, Reading, first, has, parts, tokens, trees
from regcheck.syntax.tree import Node, Part, Token

_NEGATIVES = frozenset(
    ("IS_NOT", "THERE_IS_NOT", "BELONGS_NOT", "POSSESSES_NOT", "CONTAINS_NOT", "JUDGES_NOT", "BREACHES_NOT")
)

_LAWFUL = "適法"
"""Of a run of a 手続: that it is orderly and breaches no rule."""
_BELONGING = frozenset(("BELONGS", "BELONGS_NOT"))


def clause(reading: Reading, part: Part) -> ast.Clause:
    """Any clause of a tree. Most statements are a single sentence, and most sentences a single clause."""
    assert isinstance(part, Node)
    depth = 1
    while part.kind in _CHAINS and len(part.children) == 1:
        (part,), depth = part.children, depth + 1
        assert isinstance(part, Node)
    reading.depth += depth
    if reading.depth > DEEPEST:
        raise reading.too_deep(part)
    found = _READERS.get(part.kind, _relation)(reading, part)
    reading.depth -= depth
    return found


_CHAINS = ("statement", "plain")


def _statement(reading: Reading, tree: Node) -> ast.Clause:
    premise, conclusion = [clause(reading, part) for part in trees(tree)]
    return ast.ImpliesClause(premise=premise, conclusion=conclusion, span=reading.span(tree))


# ------------------------------------------------------------ connectives


def _joined(reading: Reading, tree: Node) -> ast.Clause:
    """A chain of clauses and joiners, in turn, as nested connectives."""
    operands: list[ast.Clause] = []
    joiners: list[Token] = []
    for part in tree.children:
        if isinstance(part, Token):
            joiners.append(part)
        else:
            operands.append(_operand(reading, part, operands[-1] if operands else None))
    return _nested(reading, operands, joiners) if joiners else operands[0]


def _operand(reading: Reading, tree: Node, before: ast.Clause | None) -> ast.Clause:
    """A clause of a chain; a limit without a subject limits what the clause before it limits."""
    limits = first(tree) if tree.kind == "denied" else tree
    if limits.kind != "unsubjected":
        return clause(reading, tree)
    if not isinstance(before, ast.CompareClause):
        raise reading.refuse(_no_subject(reading.written(tree)), tree)
    bounds = tuple(bound(reading, part, clause) for part in trees(limits))
    negated = tree.kind == "denied"
    return ast.CompareClause(left=before.left, bounds=bounds, negated=negated, span=reading.span(tree))


_RUN_TOGETHER = (
    r"(?s)(.*?[^〇一二三四五六七八九十百千万億兆0-9０-９])([〇一二三四五六七八九十百千万億兆0-9０-９].*)"
)


def _no_subject(text: str) -> codes.sentences.NoSubject:
    """病床数四百床以上 is 病床数 and 四百床以上, run together."""
    found = re.fullmatch(_RUN_TOGETHER, text)
    return codes.sentences.NoSubject(limit=text, instead=f"{found[1]}が{found[2]}" if found else "")


def _nested(reading: Reading, operands: list[ast.Clause], joiners: list[Token]) -> ast.Clause:
    words = [names.joiner_word(token) for token in joiners]
    kinds = [names.joiner_of(word) for word in words]
    for word, kind, token in zip(words, kinds, joiners, strict=True):
        if kind is not kinds[0]:
            raise reading.refuse(codes.sentences.MixedConnectives(first=words[0], second=word), token)
    for lone, company in (("若しくは", "又は"), ("並びに", "及び")):
        if lone in words and company not in words:
            raise reading.refuse(
                codes.sentences.LoneConnective(word=lone, instead=company), joiners[words.index(lone)]
            )
    return _levels(operands, words, ("又は", "若しくは") if "又は" in words else ("かつ", "並びに", "及び"))


def _levels(operands: list[ast.Clause], words: list[str], levels: tuple[str, ...]) -> ast.Clause:
    """Split at the loosest word first: 又は before 若しくは, 並びに before 及び."""
    if len(operands) == 1:
        return operands[0]
    word, *inner = levels
    cuts = [i for i, w in enumerate(words) if w == word]
    if not cuts:
        return _levels(operands, words, tuple(inner))
    edges = [-1, *cuts, len(words)]
    grouped = tuple(
        _levels(operands[a + 1 : b + 1], words[a + 1 : b], tuple(inner)) for a, b in pairwise(edges)
    )
    span = operands[0].span.to(operands[-1].span)
    return ast.ConnectiveClause(joiner=names.joiner_of(word), word=word, parts=grouped, span=span)


def _restricted(reading: Reading, tree: Node) -> ast.Clause:
    """…であって、…: what stands before and what stands after must both hold."""
    *before, lead_tree, rest_tree = tree.children
    assert isinstance(lead_tree, Node)
    lead = _lead(reading, lead_tree)
    rest = clause(reading, rest_tree)
    both = _with_lead(reading, tree, lead, rest)
    if not before:
        return both
    operands = [clause(reading, part) for part in before if isinstance(part, Node)]
    joiners = [part for part in before if isinstance(part, Token)]
    return _nested(reading, [*operands, both], joiners)


def _lead(reading: Reading, tree: Node) -> ast.Clause | None:
    if tree.kind != "path":
        return clause(reading, tree)
    if reading.written(tree) == _LAWFUL:
        return ast.LawfulClause(span=reading.span(tree))
    term = names.term(reading, tree)
    if term.stage is None and term.name.text == reading.subject:
        return None
    return ast.BelongsClause(path=None, terms=(term,), span=reading.span(tree))


def _with_lead(reading: Reading, tree: Node, lead: ast.Clause | None, rest: ast.Clause) -> ast.Clause:
    if lead is None:
        return rest
    span = reading.span(tree)
    if isinstance(rest, ast.ListClause) and rest.lead is None:
        return replace(rest, lead=lead, span=span)
    joined = isinstance(rest, ast.ConnectiveClause) and rest.word == "かつ"
    others = rest.parts if joined and isinstance(rest, ast.ConnectiveClause) else (rest,)
    return ast.ConnectiveClause(joiner=ast.Joiner.AND, word="かつ", parts=(lead, *others), span=span)


def _described_noun(reading: Reading, tree: Node) -> ast.Clause:
    """承認がある病院 of a 病院 says no more than 承認がある; of another term it says both."""
    where, noun = trees(first(tree))
    return _with_lead(reading, tree, _lead(reading, noun), clause(reading, where))


# ------------------------------------------------------------ negation


def _denied(reading: Reading, tree: Node) -> ast.Clause:
    """…でない, where it is clear what is denied."""
    if first(tree).kind == "unsubjected":
        raise reading.refuse(_no_subject(reading.written(tree)), tree)
    if first(tree).kind not in ("compare", "equals", "is_", "same"):
        raise reading.refuse(codes.sentences.AmbiguousNegation(text=reading.written(tree)), tree)
    found = clause(reading, first(tree))
    assert isinstance(found, ast.CompareClause | ast.IsClause | ast.SameClause | ast.OutcomeClause)
    return replace(found, negated=True, span=reading.span(tree))


# ------------------------------------------------------------ quantifiers


def _quantified(reading: Reading, tree: Node) -> ast.Clause:
    span, body = reading.span(tree), clause(reading, trees(tree)[-1])
    if tree.kind == "series_clause":
        token = tokens(tree, "SERIES")[0]
        quantity = ast.QuantityWord.SOME if "いずれか" in token.text else ast.QuantityWord.ALL
        end = token.text.index("のいずれか" if quantity is ast.QuantityWord.SOME else _all_of(token))
        shown = Token("WINDOW", token.text[:end], token.start, token.start + end)
        return ast.SeriesClause(quantity=quantity, window=window(reading, shown), body=body, span=span)
    quantity = ast.QuantityWord.SOME if tree.kind in ("some", "some_for") else ast.QuantityWord.ALL
    path = names.path(reading, trees(tree)[0])
    return ast.QuantifiedClause(quantity=quantity, path=path, body=body, span=span)


def _all_of(token: Token) -> str:
    return "の全て" if "の全て" in token.text else "のすべて"


# ------------------------------------------------------------ comparisons


def _comparison(reading: Reading, tree: Node) -> ast.Clause:
    span = reading.span(tree)
    if tree.kind == "unsubjected":
        raise reading.refuse(_no_subject(reading.written(tree)), tree)
    asked, *rest = trees(tree)
    match tree.kind:
        case "compare":
            left = expression(reading, asked, clause)
            bounds = tuple([bound(reading, part, clause) for part in rest])
            return ast.CompareClause(left, bounds, False, span)
        case "equals":
            left, value = expression(reading, asked, clause), expression(reading, rest[0], clause)
            return _equal(left, value, span)
        case "has":
            negated = has(tree, "THERE_IS_NOT")
            path = names.path(reading, asked)
            return ast.HasClause(path=path, negated=negated, past=_is_past(tree), span=span)
        case "same":
            right = _only_path(reading, rest[0])
            return ast.SameClause(
                left=names.path(reading, asked), right=names.path(reading, right), span=span
            )
        case _:
            return _is(reading, tree, asked, rest[0])


def _equal(left: ast.Expr, value: ast.Expr, span: Span) -> ast.CompareClause:
    equal = ast.Bound(op=ast.CompareWord.EQ, value=value, span=value.span)
    return ast.CompareClause(left=left, bounds=(equal,), span=span)


def _only_path(reading: Reading, tree: Node) -> Node:
    """The only path of a list of names."""
    if len(tree.children) != 1:
        wanted = codes.syntax.NameNeeded(
            found=reading.written(tree), wanted_ja="一つの名前", wanted_en="a single name"
        )
        raise reading.refuse(wanted, tree)
    return first(tree)


def _is(reading: Reading, tree: Node, asked: Node, values: Node) -> ast.Clause:
    """A value of a fact; with 「表」の出力 as its subject, what comes out of a table."""
    span = reading.span(tree)
    if asked.kind != "path":
        right = names.path(reading, _only_path(reading, values))
        return _equal(expression(reading, asked, clause), right, span)
    if names.names_joiner(reading, values) is ast.Joiner.AND:
        advice = {"advice_ja": "値をつなぐのは「又は」です", "advice_en": "Values are joined by 又は"}
        joiner = tokens(values, "NAMES_JOIN")[0]
        raise reading.refuse(codes.syntax.NotHere(found=names.joiner_word(joiner), **advice), joiner)
    path, found = names.path(reading, asked), names.names(reading, values)
    if len(path.steps) == 2 and path.steps[0].quoted and len(found) == 1:
        return ast.OutcomeClause(table=path.steps[0], output=path.steps[1], value=found[0], span=span)
    return ast.IsClause(path=path, values=found, span=span)


# ------------------------------------------------------------ relations


def _relation(reading: Reading, tree: Node) -> ast.Clause:
    match tree.kind:
        case "belongs" | "belongs_of":
            return _belongs(reading, tree)
        case "judged" | "judged_of":
            return _judged(reading, tree)
        case "contains":
            return _contains(reading, tree)
        case "until":
            return _until(reading, tree)
        case "breach":
            rule = names.only_name(reading, first(tree))
            return ast.BreachClause(rule=rule, negated=_is_negative(tree), span=reading.span(tree))
        case _:
            return _possess(reading, tree)


def _is_negative(tree: Node) -> bool:
    return not _NEGATIVES.isdisjoint([part.kind for part in tree.children])


def _is_past(tree: Node) -> bool:
    """があった, がなかった."""
    ending = tree.children[-1]
    return isinstance(ending, Token) and ending.text.endswith("った")


def _belongs(reading: Reading, tree: Node) -> ast.BelongsClause | ast.LawfulClause:
    listed = parts(tree, "names")[0]
    if reading.written(listed) == _LAWFUL and _BELONGING.isdisjoint([part.kind for part in tree.children]):
        return ast.LawfulClause(negated=_is_negative(tree), span=reading.span(tree))
    path = names.path(reading, first(tree)) if tree.kind == "belongs_of" else None
    terms, joiner = names.terms(reading, listed), names.names_joiner(reading, listed)
    return ast.BelongsClause(path, terms, joiner, _is_negative(tree), reading.span(tree))


def _judged(reading: Reading, tree: Node) -> ast.JudgedClause:
    *owner, authority = [part for part in trees(tree) if part.kind != "names"]
    discretion = _only_path(reading, parts(tree, "names")[0])
    return ast.JudgedClause(
        authority=names.only_name(reading, authority),
        discretion=names.name(reading, discretion),
        path=names.path(reading, owner[0]) if owner else None,
        negated=_is_negative(tree),
        span=reading.span(tree),
    )


def _contains(reading: Reading, tree: Node) -> ast.ContainsClause:
    listed = parts(tree, "names")[0]
    return ast.ContainsClause(
        path=names.path(reading, first(tree)),
        values=names.names(reading, listed),
        joiner=names.names_joiner(reading, listed),
        negated=_is_negative(tree),
        span=reading.span(tree),
    )


def _possess(reading: Reading, tree: Node) -> ast.PossessClause:
    negated, span = _is_negative(tree), reading.span(tree)
    if tree.kind == "possess":
        path, where = thing(reading, first(tree), clause)
        return ast.PossessClause(path=path, where=where, negated=negated, span=span)
    listed, path_tree = trees(tree)
    return ast.PossessClause(
        path=names.path(reading, path_tree),
        values=names.names(reading, listed),
        joiner=ast.Joiner.AND if has(tree, "ALL_OF") else ast.Joiner.OR,
        negated=negated,
        span=span,
    )


def _until(reading: Reading, tree: Node) -> ast.UntilClause:
    limit, event = trees(tree)
    return ast.UntilClause(
        limit=expression(reading, limit, clause),
        event=names.path(reading, event),
        negated=_is_negative(tree),
        past=_is_past(tree),
        span=reading.span(tree),
    )


# ------------------------------------------------------------ which function reads which clause


def _group(reading: Reading, tree: Node) -> ast.Clause:
    return clause(reading, first(tree))


def _list_head(reading: Reading, tree: Node) -> ast.Clause:
    return list_clause(reading, tree, clause)


_READERS: Mapping[str, Callable[[Reading, Node], ast.Clause]] = MappingProxyType(
    {
        "statement": _statement,
        "plain": _joined,
        "restricted": _restricted,
        "denied": _denied,
        "described_noun": _described_noun,
        "group": _group,
        "list_head": _list_head,
        **dict.fromkeys(("some", "every", "some_for", "all_for", "series_clause"), _quantified),
        **dict.fromkeys(("compare", "equals", "unsubjected", "is_", "same", "has"), _comparison),
    }
)
