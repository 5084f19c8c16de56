"""From the text of a cell to the value of a fact.

Owns: how each type of fact may be written in a table: あり／○, 1,000床, 25%, 令和七年四月一日, 不明.
Refuses to know: files, columns that are missing, records.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from regcheck.diagnostics import codes
from regcheck.evaluation.describe import number_text
from regcheck.frozen import Frozen
from regcheck.model.case import UNKNOWN, Unknown, Value
from regcheck.model.from_syntax.suggest import nearest
from regcheck.model.specification import FieldDefinition, Specification
from regcheck.model.types import (
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    NumberType,
    SeriesType,
    TextType,
    Type,
)
from regcheck.source.eras import from_era
from regcheck.source.numerals import from_kanji, narrow, to_kanji

YES = frozenset({"あり", "はい", "○", "〇", "◯"})
NO = frozenset({"なし", "いいえ", "×", "✕"})
UNKNOWN_WORD = UNKNOWN.value

_SEPARATORS = r"[、;]"
_NUMBER = r"([-−△▲]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(%?)"
_RATIO = r"(\d+)/([1-9]\d*)"
_ISO_DAY = r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
_DAY = r"(令和|平成|昭和|大正|明治)?([元〇一二三四五六七八九十百千\d]+)年(.+)月(.+)日"


class Cell(Frozen):
    """A cell as it stands in the file."""

    file: str
    column: str
    line: int
    text: str


def read_cell(
    spec: Specification, definition: FieldDefinition, cell: Cell
) -> Value | codes.cells.CellProblem:
    """The value, 不明 for an empty cell where that is allowed, or what is wrong with the cell."""
    text = narrow(cell.text).strip()
    if text in ("", UNKNOWN_WORD):
        return UNKNOWN if definition.may_be_unknown else _problem(codes.cells.EmptyCell, cell)
    return _read(spec, definition.type, text, cell)


def _read(spec: Specification, kind: Type, text: str, cell: Cell) -> Value | codes.cells.CellProblem:
    match kind:
        case BoolType():
            return text in YES if text in YES | NO else _problem(codes.cells.NotYesNo, cell)
        case NumberType():
            return _read_number(kind, text, cell)
        case DateType():
            return _read_date(kind, text, cell)
        case EnumType(enum=enum):
            return _read_member(spec, enum, text, cell)
        case EnumSetType(enum=enum):
            return _read_members(spec, enum, text, cell)
        case TextType():
            return text
        case SeriesType():
            return _read_years(spec, kind, text, cell)
        case _:
            raise ValueError(kind)


def _problem(kind: type[codes.cells.CellProblem], cell: Cell, **more: str | int) -> codes.cells.CellProblem:
    return kind(file=cell.file, column=cell.column, value=cell.text, lines=(cell.line,), **more)


def _read_number(kind: NumberType, text: str, cell: Cell) -> Fraction | codes.cells.CellProblem:
    value = parse_number(text, kind.unit)
    if value is None:
        return _problem(codes.cells.NotANumber, cell, unit="" if kind.unit == RATIO else kind.unit)
    too_low = kind.low is not None and value < kind.low
    too_high = kind.high is not None and value > kind.high
    too_fine = kind.unit != RATIO and (value * 10**kind.places).denominator != 1
    if too_low or too_high or too_fine:
        return _problem(codes.cells.CellOutOfBounds, cell, bounds=bounds_text(kind))
    return value


def parse_number(text: str, unit: str) -> Fraction | None:
    """1,000, 1000床, -5, 14.5, and for 割合 25% or 1/3; None if it is no number."""
    if unit == RATIO and (ratio := re.fullmatch(_RATIO, text)):
        return Fraction(int(ratio[1]), int(ratio[2]))
    match = re.fullmatch(_NUMBER, text.removesuffix(narrow(unit)).strip())
    if match is None or (match[3] and unit != RATIO):
        return None
    value = Fraction(match[2].replace(",", "")) / (100 if match[3] else 1)
    return -value if match[1] else value


def bounds_text(kind: NumberType) -> str:
    """0床以上1万床以下の整数."""
    low = "" if kind.low is None else f"{number_text(kind.low, kind.unit)}以上"
    high = "" if kind.high is None else f"{number_text(kind.high, kind.unit)}以下"
    if kind.unit == RATIO:
        return low + high or "割合"
    grid = f"小数点以下{to_kanji(kind.places)}位までの数" if kind.places else "整数"
    return f"{low}{high}の{grid}" if low or high else grid


def _read_date(kind: DateType, text: str, cell: Cell) -> date | codes.cells.CellProblem:
    day = _read_day(text)
    if day is None:
        return _problem(codes.cells.NotADate, cell)
    return day if kind.holds(day) else _problem(codes.cells.CellOutOfBounds, cell, bounds=kind.bounds_text)


def _read_day(text: str) -> date | None:
    try:
        if iso := re.fullmatch(_ISO_DAY, text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if match := re.fullmatch(_DAY, text):
            year, month, day = (_whole(part) for part in match.group(2, 3, 4))
            return from_era(match[1], year, month, day) if match[1] else date(year, month, day)
    except (ValueError, OverflowError):
        return None
    return None


def _whole(text: str) -> int:
    """A number in digits, kanji or as 元; raises ValueError otherwise."""
    if text == "元":
        return 1
    kanji = from_kanji(text)
    return int(text) if kanji is None else kanji


def _read_member(spec: Specification, enum: str, text: str, cell: Cell) -> str | codes.cells.CellProblem:
    members = spec.enumerations[enum].members
    if text in members:
        return text
    return _problem(codes.cells.UnknownMember, cell, category=enum, near=nearest(text, members))


def _read_members(
    spec: Specification, enum: str, text: str, cell: Cell
) -> frozenset[str] | codes.cells.CellProblem:
    """Members with 、 between them; なし for none."""
    members = spec.enumerations[enum].members
    if text in NO and text not in members:
        return frozenset()
    found = [
        _read_member(spec, enum, part.strip(), cell)
        for part in re.split(_SEPARATORS, text.replace(",", "、"))
    ]
    problems = [part for part in found if isinstance(part, codes.cells.CellProblem)]
    return problems[0] if problems else frozenset(part for part in found if isinstance(part, str))


def _read_years(
    spec: Specification, kind: SeriesType, text: str, cell: Cell
) -> Value | codes.cells.CellProblem:
    """One value for each year, oldest first, with 、 between them; 不明 for a year that is not known."""
    parts = [part.strip() for part in re.split(_SEPARATORS, text)]
    if len(parts) != kind.length:
        return _problem(codes.cells.WrongYears, cell, wanted=kind.length)
    found = [UNKNOWN if part == UNKNOWN_WORD else _read(spec, kind.element, part, cell) for part in parts]
    problems = [part for part in found if isinstance(part, codes.cells.CellProblem)]
    return problems[0] if problems else tuple(v for v in found if isinstance(v, bool | Fraction | Unknown))
