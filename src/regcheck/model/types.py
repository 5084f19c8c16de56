"""Types of facts: what a 対象 can be asked and which answers there are.

Owns: 真偽 整数 小数 割合 日付 期間 区分 区分の集合 文字列 参照 系列 一覧, with units and bounds.
Refuses to know: syntax, values of cases, the solver.

Numbers are exact rationals (fractions.Fraction) with a unit word; 割合 has the unit RATIO. Scale words
are already multiplied in (十兆円 is 10**13 円). A dense type (小数, 割合) lives on a grid of 1/10**places;
the solver refines the grid by every limit that the specification compares with.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

RATIO = "割合"
"""The unit of 割合; percent and 百分の are ways to write its numbers."""

NO_UNIT = ""
"""The unit of a bare count (…の数が二以上)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoolType:
    """真偽."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberType:
    """整数（床）, 小数（㎥、小数点以下一位）, 割合, 期間（月): places is 0 for whole numbers."""

    unit: str
    places: int = 0
    low: Fraction | None = None
    high: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DateType:
    """日付."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumType:
    """One member of a 区分, by its name."""

    enum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnumSetType:
    """Any subset of a 区分."""

    enum: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextType:
    """文字列: equality only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceType:
    """参照: exactly one record of another 対象."""

    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListType:
    """一覧: any number of records of another 対象, at most `limit` of them if that is declared."""

    subject: str
    limit: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeriesType:
    """系列: `length` values of one type, e.g. window 直近三事業年度, newest last."""

    window: str
    length: int
    element: BoolType | NumberType


Scalar = BoolType | NumberType | DateType | EnumType | EnumSetType | TextType
Type = Scalar | ReferenceType | ListType | SeriesType
