"""区分表 in words: every cell as a statute would write it.

Owns: cells, the sentence above the table, and what happens where several rows apply.
Refuses to know: how a table is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import assert_never

from regcheck.documents.provision import Provision
from regcheck.documents.to_statutory.articles import condition_paragraph
from regcheck.documents.to_statutory.connectives import Joint, enumerate_nouns
from regcheck.documents.to_statutory.names import Scope, name_words, path_words, quoted
from regcheck.documents.to_statutory.numbers import day_words, number_words
from regcheck.frozen import Frozen, replace
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    HitPolicy,
    OtherCell,
    RangeCell,
    Row,
    Specification,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import BoolType, DateType, NumberType, TextType, Type

ANY = "―"
OTHER = "それ以外"

_POLICIES = {
    HitPolicy.UNIQUE: "いずれの場合も、一の行による。",
    HitPolicy.FIRST: "二以上の行に該当するときは、先に掲げる行による。",
    HitPolicy.COLLECT: "二以上の行に該当するときは、その全ての行による。",
}


class TableWords(Frozen):
    """A 区分表 as printed: the sentences above it, then conditions and outcomes row by row."""

    lead: Provision
    headings: tuple[str, ...]
    outputs: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Cells of the conditions, then of the outputs."""


def table_words(spec: Specification, table: DecisionTable) -> TableWords:
    """Everything that is printed of a 区分表."""
    scope = Scope(spec=spec, records=(("", table.subject),))
    return TableWords(
        lead=_lead(spec, table),
        headings=tuple(path_words(scope, column.path) for column in table.columns),
        outputs=table.outputs,
        rows=tuple((*_conditions(table, row), *row.outputs) for row in table.rows),
    )


def _conditions(table: DecisionTable, row: Row) -> Iterator[str]:
    for at, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True)):
        if isinstance(cell, OtherCell) and set(cell.excluded) == _named(table, row, at):
            yield OTHER
        else:
            yield cell_words(cell, column)


def _named(table: DecisionTable, row: Row, at: int) -> set[Cell]:
    """What the rows with the same other conditions have in the column."""
    alike = (r for r in table.rows if _but(r, at) == _but(row, at))
    return {r.cells[at] for r in alike if not isinstance(r.cells[at], AnyCell | OtherCell)}


def _but(row: Row, at: int) -> tuple[Cell, ...]:
    return row.cells[:at] + row.cells[at + 1 :]


def _lead(spec: Specification, table: DecisionTable) -> Provision:
    text = f"{name_words(table.header.name)}は、次の表のとおりとする。{_POLICIES[table.hit_policy]}"
    if table.within is None:
        return condition_paragraph(spec, table.subject, None, (text, ""), table.header.span)
    frame = (f"{text}この表は、", f"{name_words(table.subject)}について適用する。")
    return condition_paragraph(spec, table.subject, table.within, frame, table.header.span)


def cell_words(cell: Cell, column: Column) -> str:
    """百分の二十五以上三分の一未満, 病院開設者, それ以外, ―."""
    match cell:
        case AnyCell():
            return ANY
        case OtherCell(excluded=excluded):
            return _other_than(excluded, column)
        case ValueCell(values=values):
            return enumerate_nouns([_value_words(value, column.type) for value in values], Joint.OR)
        case RangeCell():
            return _range_words(cell, column.type)
        case UnionCell(cells=cells):
            return enumerate_nouns([cell_words(part, column) for part in _flat(cells)], Joint.OR)
        case _:
            assert_never(cell)


def _other_than(excluded: tuple[Cell, ...], column: Column) -> str:
    """国又は学校法人以外; ― where nothing is left out."""
    named = [cell_words(part, column) for part in _flat(excluded)]
    return f"{enumerate_nouns(named, Joint.OR)}以外" if named else ANY


def _flat(cells: tuple[Cell, ...]) -> list[Cell]:
    """Values one by one, so that an enumeration has one level."""
    found: list[Cell] = []
    for cell in cells:
        match cell:
            case UnionCell(cells=inner):
                found += _flat(inner)
            case ValueCell(values=values):
                found += [replace(cell, values=(value,)) for value in values]
            case _:
                found.append(cell)
    return found


def _value_words(value: str, kind: Type) -> str:
    if isinstance(kind, BoolType):
        return value
    return quoted(value) if isinstance(kind, TextType) else name_words(value)


def _range_words(cell: RangeCell, kind: Type) -> str:
    if cell.low is not None and cell.low == cell.high and not (cell.low_strict or cell.high_strict):
        return _limit_words(cell.low, kind)
    day = isinstance(kind, DateType)
    words = ""
    if cell.low is not None:
        words += _limit_words(cell.low, kind) + _low(cell.low_strict, cell.high is not None, day=day)
    if cell.high is not None:
        words += _limit_words(cell.high, kind) + _high(cell.high_strict, day=day)
    return words or ANY


def _low(strict: bool, goes_on: bool, *, day: bool) -> str:
    if day:
        return "より後" if strict else "以後"
    return ("を超え" if goes_on else "を超える") if strict else "以上"


def _high(strict: bool, *, day: bool) -> str:
    if day:
        return "より前" if strict else "以前"
    return "未満" if strict else "以下"


def _limit_words(value: Fraction, kind: Type) -> str:
    if isinstance(kind, DateType):
        return day_words(date.fromordinal(int(value)))
    return number_words(value, kind.unit if isinstance(kind, NumberType) else "")
