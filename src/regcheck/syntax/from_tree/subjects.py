"""対象: its facts and their types.

Owns: 整数（床）, 機能の集合, 設備の一覧（五以下）, 直近三事業年度の整数（円）, bounds.
Refuses to know: whether a type exists.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.frozen import replace
from regcheck.source.numerals import narrow
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.expressions import bound, no_clause, value_of, window
from regcheck.syntax.from_tree.headers import finish, header, title
from regcheck.syntax.from_tree.reading import Reading, first, has, parts, tokens
from regcheck.syntax.literals import first_count, read_count
from regcheck.syntax.tree import Node, Token, node
from regcheck.syntax.units import canonical_unit


def subject_item(reading: Reading, tree: Node) -> ast.SubjectItem:
    """対象."""
    lines = header(reading, tree)
    fields = tuple(_field(reading, part) for part in parts(tree, "field"))
    return ast.SubjectItem(
        name=title(reading, tree),
        header=finish(reading, lines),
        fields=fields,
        span=reading.whole,
    )


def _field(reading: Reading, tree: Node) -> ast.FieldLine:
    comments = reading.take_comments(tree)
    limits = [b for part in parts(tree, "field_bounds") for b in parts(part, "bound")]
    return ast.FieldLine(
        name=names.name(reading, first(tree)),
        type=_type(reading, parts(tree, "type")[0]),
        bounds=tuple([bound(reading, part, no_clause) for part in limits]),
        may_be_unknown=has(tree, "MAY_BE_UNKNOWN"),
        comments=comments,
        span=reading.span(tree),
    )


def _type(reading: Reading, tree: Node) -> ast.TypeName:
    path = parts(tree, "path")[0]
    *before, last = path.children
    word = last.text if before and isinstance(last, Token) else ""
    is_list, is_set = word == "一覧", word == "集合"
    shown = path if not (is_list or is_set) else _without_last(path)
    windows = tokens(tree, "WINDOW")
    found = ast.TypeName(
        name=names.name(reading, shown),
        window=window(reading, windows[0]) if windows else None,
        is_list=is_list,
        is_set=is_set,
        span=reading.span(tree),
    )
    for notes in parts(tree, "type_notes"):
        for note in notes.children[1:-1]:
            found = _with_note(reading, found, note)
    return found


def _without_last(path: Node) -> Node:
    """機能の集合 → 機能 (and の)."""
    return node("path", path.children[:-1])


def _with_note(reading: Reading, found: ast.TypeName, note: Node | Token) -> ast.TypeName:
    if isinstance(note, Token):
        if note.kind == "UNIT":
            return replace(found, unit=canonical_unit(note.text))
        counted = first_count(narrow(note.text))
        return replace(found, places=value_of(reading, note, lambda: read_count(counted)))
    limit = bound(reading, note, no_clause)
    value = limit.value
    whole = isinstance(value, ast.NumberLiteral) and value.value.denominator == 1 and not value.unit
    if limit.op is not ast.CompareWord.LE or not whole or not found.is_list:
        advice_ja = "大きさを書けるのは一覧だけで、「設備の一覧（五以下）」のように書きます。値の範囲は括弧の後に書いてください"
        advice = (
            "Only a list has a size: 設備の一覧（五以下）. Write bounds of a value behind the parentheses"
        )
        raise reading.refuse(
            codes.syntax.NotHere(found=reading.written(note), advice_ja=advice_ja, advice_en=advice), note
        )
    assert isinstance(value, ast.NumberLiteral)
    return replace(found, limit=int(value.value))
