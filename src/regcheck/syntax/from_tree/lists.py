"""Lists of 号 and what announces them, bodies of items, ただし.

Owns: 次の各号のいずれにも該当する with its list, the order and nesting of labels, exceptions.
Refuses to know: the clauses inside (they are read by a function that is handed in).
"""

from __future__ import annotations

import re

from regcheck.diagnostics import codes
from regcheck.source.numerals import narrow
from regcheck.syntax import ast
from regcheck.syntax.from_tree.expressions import ClauseReader, value_of
from regcheck.syntax.from_tree.reading import ListBelow, Reading, child, first, parts, tokens
from regcheck.syntax.labels import Label, read_label
from regcheck.syntax.literals import odd_numeral, read_count
from regcheck.syntax.tree import Node, Token

Body = tuple[ast.Clause, tuple[ast.ExceptionClause, ...]]

_HEAD = re.compile(
    r"(?P<heading>次.*?)の(?:いずれにも|(?P<any>いずれか)|全て|すべて|いずれも|うち、?(?P<count>[^つ以]+))"
)
"""Of words that the grammar has found to be the head of a list: a number stands before つ or 以上."""


_NOT = ("しな", "せず", "さな", "さず")


def list_clause(reading: Reading, tree: Node, clause: ClauseReader) -> ast.ListClause:
    """The 柱書 takes the list below its sentence."""
    token = tokens(tree, "LIST_HEAD")[0]
    text = narrow(token.text)
    found = _HEAD.match(text)
    assert found is not None
    mode, count = _mode(reading, tree, text, found)
    below = reading.lists[-1] if reading.lists else ListBelow(None)
    if below.taken:
        raise reading.refuse(codes.sentences.ItemsWithoutHeading(label="", twice=True), tree)
    if below.tree is None:
        raise reading.refuse(codes.sentences.ListWithoutItems(heading=token.text), tree)
    below.taken = True
    items = list_items(reading, below.tree, clause)
    heading = "" if found["heading"] == "次" else token.text[: found.end("heading")]
    return ast.ListClause(mode=mode, items=items, count=count, heading=heading, span=reading.span(tree))


def _mode(reading: Reading, tree: Node, text: str, found: re.Match[str]) -> tuple[ast.ListMode, int]:
    negative = any(word in text for word in _NOT)
    if found["count"]:
        if negative:
            raise reading.refuse(codes.sentences.AmbiguousNegation(text=text), tree)
        counted = found["count"]
        token = tokens(tree, "LIST_HEAD")[0]
        return ast.ListMode.AT_LEAST, value_of(reading, token, lambda: read_count(counted))
    if negative and ("のいずれにも" in text or "のいずれも" in text):
        return ast.ListMode.NONE, 0
    if negative:
        raise reading.refuse(codes.sentences.AmbiguousNegation(text=text), tree)
    return (ast.ListMode.ANY if found["any"] else ast.ListMode.ALL), 0


def list_items(
    reading: Reading, block: Node, clause: ClauseReader, kind: str = "号"
) -> tuple[ast.ListItem, ...]:
    """The 号 of a list, their labels in order and below the labels around them."""
    trees = parts(block, "list_item")
    labels = [read_label(tokens(tree, "LABEL")[0].text) for tree in trees]
    _check_order(reading, trees, labels, kind)
    return tuple([_item(reading, tree, label, clause) for tree, label in zip(trees, labels, strict=True)])


def _item(reading: Reading, tree: Node, label: Label, clause: ClauseReader) -> ast.ListItem:
    comments = reading.take_comments(tree)
    reading.labels.append(label)
    found, exceptions = body(reading, tree, clause)
    reading.labels.pop()
    return ast.ListItem(label.text, found, exceptions, comments, reading.span(tree))


def _check_order(reading: Reading, trees: list[Node], labels: list[Label], kind: str) -> None:
    counts_up = _counts_up(labels)
    if not counts_up:
        _check_numerals(reading, trees, labels)
    around = reading.labels[-1] if reading.labels else None
    if around is not None and labels[0].style <= around.style:
        raise reading.refuse(
            codes.sentences.LabelStyle(label=labels[0].text, among=around.text, is_nesting=True),
            tokens(trees[0], "LABEL")[0],
        )
    if not counts_up:
        _check_each(reading, trees, labels, kind)


def _counts_up(labels: list[Label]) -> bool:
    """一, 二, 三, as nearly every list does."""
    for number, label in enumerate(labels, start=1):
        if label.number != (number,) or label.style is not labels[0].style:
            return False
    return True


def _check_numerals(reading: Reading, trees: list[Node], labels: list[Label]) -> None:
    for tree, label in zip(trees, labels, strict=True):
        if 0 in label.number:
            token = tokens(tree, "LABEL")[0]
            raise reading.refuse(odd_numeral(token.text), token)


def _check_each(reading: Reading, trees: list[Node], labels: list[Label], kind: str) -> None:
    before: Label | None = None
    seen: list[Label] = []
    for tree, label in zip(trees, labels, strict=True):
        problem = _order_problem(before, label, seen, kind)
        if problem is not None:
            raise reading.refuse(problem, tokens(tree, "LABEL")[0])
        before = label
        seen.append(label)


def _order_problem(
    before: Label | None, label: Label, seen: list[Label], kind: str
) -> codes.sentences.LabelStyle | codes.sentences.LabelOrder | codes.sentences.LabelGap | None:
    if seen and label.style is not seen[0].style:
        return codes.sentences.LabelStyle(label=label.text, among=seen[0].text)
    if before is None:
        return (
            None
            if label.number == (1,)
            else codes.sentences.LabelGap(before="", after=label.text, missing=label.first, kind=kind)
        )
    if label.follows(before):
        return None
    if label.number <= before.number:
        is_duplicate = label in seen
        return codes.sentences.LabelOrder(
            label=label.text, before=before.text, is_duplicate=is_duplicate, kind=kind
        )
    return codes.sentences.LabelGap(before=before.text, after=label.text, missing=before.next, kind=kind)


# ------------------------------------------------------------ bodies and exceptions


def body(reading: Reading, tree: Node, clause: ClauseReader) -> Body:
    """The statement of a tree with the list below it, and its exceptions (on its line, or in its block)."""
    found: dict[str, list[Node]] = {"statement": [], "exception_after": [], "block": []}
    for part in tree.children:
        if part.kind in found and type(part) is Node:
            found[part.kind].append(part)
    block = found["block"][0] if found["block"] else None
    (stated,), here = announced(reading, block, found["statement"], found["exception_after"], clause)
    if block is None:
        return stated, here
    return stated, (*here, *[exception(reading, part, clause) for part in parts(block, "exception")])


def announced(
    reading: Reading, block: Node | None, sentences: list[Node], exceptions: list[Node], clause: ClauseReader
) -> tuple[tuple[ast.Clause, ...], tuple[ast.ExceptionClause, ...]]:
    """The sentences and exceptions of one line, one of which announces the list in the block below, if there is one."""
    reading.lists.append(ListBelow(block if block is not None and child(block, "list_item") else None))
    found = tuple([clause(reading, part) for part in sentences])
    here = tuple([_exception(reading, part, clause) for part in exceptions]) if exceptions else ()
    _leave(reading)
    return found, here


def exception(reading: Reading, tree: Node, clause: ClauseReader) -> ast.ExceptionClause:
    """ただし、…を除く, with the list below it."""
    comments = reading.take_comments(tree)
    reading.lists.append(ListBelow(child(tree, "block")))
    found = _exception(reading, first(tree), clause, comments)
    _leave(reading)
    return found


def with_list(reading: Reading, tree: Node, part: Node, clause: ClauseReader) -> ast.Clause:
    """A clause of a line that may have a list below it."""
    reading.lists.append(ListBelow(child(tree, "block")))
    found = clause(reading, part)
    _leave(reading)
    return found


def _exception(
    reading: Reading, tree: Node, clause: ClauseReader, comments: tuple[str, ...] = ()
) -> ast.ExceptionClause:
    return ast.ExceptionClause(body=clause(reading, first(tree)), comments=comments, span=reading.span(tree))


def _leave(reading: Reading) -> None:
    """The sentence is read: a list below it that no 柱書 has taken is an error."""
    below = reading.lists.pop()
    if below.tree is None or below.taken:
        return
    child = first(below.tree)
    place = tokens(child, "LABEL")[0] if tokens(child, "LABEL") else child
    shown = read_label(place.text).text if isinstance(place, Token) else reading.written(place)
    raise reading.refuse(codes.sentences.ItemsWithoutHeading(label=shown), place)
