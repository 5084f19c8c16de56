"""The closed sets of words that a node may hold.

Owns: joiners, quantities, limits, roundings, modes of a list.
Refuses to know: what regcheck.syntax.ast refuses.
"""

from __future__ import annotations

from enum import StrEnum


class Joiner(StrEnum):
    """又は, 若しくは (OR); 及び, 並びに, かつ (AND)."""

    OR = "or"
    AND = "and"


class QuantityWord(StrEnum):
    """いずれか, 全て."""

    SOME = "いずれか"
    ALL = "全て"


class AggregateWord(StrEnum):
    """合計, 平均, 最大, 最小."""

    SUM = "合計"
    MEAN = "平均"
    MAX = "最大"
    MIN = "最小"


class RoundingWord(StrEnum):
    """四捨五入, 切捨て, 切上げ."""

    HALF_UP = "四捨五入"
    DOWN = "切捨て"
    UP = "切上げ"


class CompareWord(StrEnum):
    """The words of a limit. BEFORE and AFTER exclude their day, UNTIL and SINCE include it."""

    GE = "以上"
    GT = "を超える"
    LE = "以下"
    LT = "未満"
    EQ = "である"
    SINCE = "以後"
    AFTER = "より後"
    UNTIL = "以前"
    BEFORE = "前"


class ListMode(StrEnum):
    """いずれにも該当する, いずれかに該当する, いずれにも該当しない, うち二以上に該当する."""

    ALL = "いずれにも"
    ANY = "いずれか"
    NONE = "いずれにも…しない"
    AT_LEAST = "うち…以上"
