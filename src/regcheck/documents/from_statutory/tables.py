"""Printed tables to conditions: what a row asks of a record.

Owns: headings, cells, and what それ以外 leaves.
Refuses to know: the sentences above a table, how several rows are settled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lark import Token, Tree

from regcheck.documents.from_statutory.clauses import comparator_of
from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.lexicon import Node, parse_line
from regcheck.documents.from_statutory.phrases import read_expression, read_path
from regcheck.documents.from_statutory.reading import Reading, name_of, trees
from regcheck.model.formula import (
    And,
    Comparator,
    Compare,
    Contains,
    Fact,
    Formula,
    Holds,
    IsOneOf,
    Not,
    Or,
    Part,
    Path,
    Truth,
)
from regcheck.model.types import BoolType, DateType, EnumSetType, NumberType

ANY, OTHER, OTHER_THAN = "―", "それ以外", "以外"
_LOW = {Comparator.GE, Comparator.GT}


def read_rows(
    headings: Sequence[str], rows: Sequence[Sequence[str]], reading: Reading
) -> tuple[Formula, ...]:
    """The condition of every row; `rows` are the cells below the headings, without outcomes."""
    paths = [_heading(heading, reading) for heading in headings]
    return tuple(_all(tuple(_cells(row, rows, paths, reading))) for row in rows)


def _heading(text: str, reading: Reading) -> Path:
    return read_path(trees(parse_line(reading.parser, text, "heading"))[0], reading)


def _cells(
    row: Sequence[str], rows: Sequence[Sequence[str]], paths: Sequence[Path], reading: Reading
) -> Iterator[Formula]:
    if len(row) != len(paths):
        raise Unread("　".join(row), row[-1] if row else "")
    for column, (text, path) in enumerate(zip(row, paths, strict=True)):
        if text == OTHER:
            named = [_cell(other[column], path, reading) for other in _siblings(row, rows, column)]
            yield Not(body=_any(tuple(named)))
        elif text != ANY:
            yield _cell(text, path, reading)


def _siblings(row: Sequence[str], rows: Sequence[Sequence[str]], column: int) -> list[Sequence[str]]:
    """The rows with the same other cells that name something in the column."""
    return [
        other
        for other in rows
        if other[column] not in (ANY, OTHER)
        and all(cell == other[at] for at, cell in enumerate(row) if at != column)
    ]


def _cell(text: str, path: Path, reading: Reading) -> Formula:
    children = parse_line(reading.parser, text, "cell").children
    entries = [child for child in children if isinstance(child, Tree) or child.type == "YES_NO"]
    named = _any(tuple(_entry(entry, path, text, reading) for entry in entries))
    return Not(body=named) if text.endswith(OTHER_THAN) else named


def _entry(entry: Node | Token, path: Path, text: str, reading: Reading) -> Formula:
    kind = reading.scope.type_at(path)
    if isinstance(entry, Token):
        if not isinstance(kind, BoolType):
            raise Unread(text, str(entry))
        return Holds(path=path) if entry == "あり" else Not(body=Holds(path=path))
    if entry.data == "limits":
        if not isinstance(kind, NumberType | DateType):
            raise Unread(text, text)
        return _limits(entry, path, reading)
    if isinstance(kind, EnumSetType):
        return Contains(path=path, value=name_of(entry))
    return IsOneOf(path=path, values=(name_of(entry),))


def _limits(entry: Node, path: Path, reading: Reading) -> Formula:
    values = [child for child in entry.children if not _is_bound(child)]
    bounds = [child for child in entry.children if _is_bound(child)]
    ops = [comparator_of(str(bound)) for bound in bounds] or [Comparator.EQ]
    if len(ops) == 2 and (ops[0] in _LOW) is (ops[1] in _LOW):
        raise reading.unread(entry)
    limits = [read_expression(value, reading, _no_sentence) for value in values]
    return _all(
        tuple(
            Compare(op=op, left=Fact(path=path), right=limit) for op, limit in zip(ops, limits, strict=True)
        )
    )


def _is_bound(child: Node | Token) -> bool:
    return isinstance(child, Token) and child.type != "DAY"


def _no_sentence(_node: Node, reading: Reading) -> Formula:
    raise Unread(reading.line, "")


def _any(formulas: tuple[Formula, ...]) -> Formula:
    return formulas[0] if len(formulas) == 1 else Or(parts=tuple(Part(body=f) for f in formulas))


def _all(formulas: tuple[Formula, ...]) -> Formula:
    if not formulas:
        return Truth(value=True)
    return formulas[0] if len(formulas) == 1 else And(parts=tuple(Part(body=f) for f in formulas))
