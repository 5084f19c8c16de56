"""Types of facts: what a 対象 can be asked and which answers there are.

Owns: 真偽 整数 小数 割合 日付 期間 区分 区分の集合 文字列 参照 系列 一覧, with units and bounds.
Refuses to know: syntax, values of cases, the solver.

Numbers are exact rationals (fractions.Fraction) with a unit word; 割合 has the unit RATIO. Scale words
are already multiplied in (十兆円 is 10**13 円). A dense type (小数, 割合) lives on a grid of 1/10**places;
the solver refines the grid by every limit that the specification compares with.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from regcheck.frozen import Frozen
from regcheck.source.eras import day_text

RATIO = "割合"
"""The unit of 割合; percent and 百分の are ways to write its numbers."""

NO_UNIT = ""
"""The unit of a bare count (…の数が二以上)."""


class BoolType(Frozen):
    """真偽."""


class NumberType(Frozen):
    """整数（床）, 小数（㎥、小数点以下一位）, 割合, 期間（月): places is 0 for whole numbers."""

    unit: str
    places: int = 0
    low: Fraction | None = None
    high: Fraction | None = None


class DateType(Frozen):
    """日付, within limits where they are declared: a period can be counted only from such a date."""

    low: date | None = None
    high: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a day lies within the limits."""
        return (self.low is None or self.low <= day) and (self.high is None or day <= self.high)

    @property
    def bounds_text(self) -> str:
        """令和八年四月一日以後令和十八年三月三十一日以前."""
        low = "" if self.low is None else f"{day_text(self.low)}以後"
        return low + ("" if self.high is None else f"{day_text(self.high)}以前")


class EnumType(Frozen):
    """One member of a 区分, by its name."""

    enum: str


class EnumSetType(Frozen):
    """Any subset of a 区分."""

    enum: str


class TextType(Frozen):
    """文字列: equality only."""


class ReferenceType(Frozen):
    """参照: exactly one record of another 対象."""

    subject: str


class ListType(Frozen):
    """一覧: any number of records of another 対象, at most `limit` of them if that is declared."""

    subject: str
    limit: int | None = None


class SeriesType(Frozen):
    """系列: `length` values of one type, e.g. window 直近三事業年度, newest last."""

    window: str
    length: int
    element: BoolType | NumberType


Scalar = BoolType | NumberType | DateType | EnumType | EnumSetType | TextType
Type = Scalar | ReferenceType | ListType | SeriesType
