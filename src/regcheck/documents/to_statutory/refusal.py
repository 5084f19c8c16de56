"""What statutory Japanese has no form for.

Owns: the reasons for which a formula is not printed.
Refuses to know: where it stood, how the refusal is told.
"""

from __future__ import annotations

from enum import StrEnum


class Refusal(StrEnum):
    """Each needs the drafter to write the condition another way."""

    TOO_DEEP = "deep"
    """More than 一, イ, （１）, （ｉ）."""
    TOO_MANY = "many"
    """More members than there are labels (イロハ has 47)."""
    LARGE_NUMBER = "large"
    """10**16 and more."""
    UNNAMED_ELEMENT = "element"
    """An element of a 一覧, or a year, that no word points at, because another of its kind stands between."""
    FOREIGN_SIGN = "sign"
    """A name or text with 「, 」 or a line break in it."""
    COUNTED_DAY = "day"
    """A day that one of several powers sets, or that is counted in months and days at once."""
    RUN = "run"
    """What is said of the run of a 手続, which is no text of its own."""
    OVERRIDDEN = "override"
    """An item with 特例, as one half of a 対応号: the 特例 need 項 of their own."""


class Unprintable(Exception):  # noqa: N818 - it is a refusal, not a fault
    """Raised inside to_statutory and caught at its door."""

    def __init__(self, refusal: Refusal, words: str = "") -> None:
        super().__init__(refusal, words)
        self.refusal = refusal
        self.words = words
