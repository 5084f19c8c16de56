"""Labels of 号 and their subdivisions: 一, 一の二, イ, （１）, （ｉ）.

Owns: the value of a label, its canonical form, what follows what.
Refuses to know: lists.
"""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from regcheck.frozen import Frozen
from regcheck.source.numerals import IROHA, from_kanji, narrow, to_kanji, widen


class Style(IntEnum):
    """Kinds of labels, the outer before the inner."""

    KANJI = 1
    IROHA = 2
    ARABIC = 3
    ROMAN = 4


class Label(Frozen, kw_only=False):
    """A label; `number` is (2,) for 二 and (2, 3) for 二の三."""

    style: Style
    number: tuple[int, ...]

    @property
    def text(self) -> str:
        """The canonical form."""
        return _written(self.style, self.number)

    @property
    def first(self) -> str:
        """The label a list of this style begins with."""
        return Label(self.style, (1,)).text

    @property
    def next(self) -> str:
        """The label after this one, on its own level."""
        number = (*self.number[:-1], self.number[-1] + 1)
        if self.style is Style.IROHA and number[0] > len(IROHA):
            return ""
        return Label(self.style, number).text

    def follows(self, other: Label) -> bool:
        """Whether a label may stand right after another: 三 and 二の二 after 二; 二の三 and 三 after 二の二."""
        if self.number == (*other.number, 2):
            return True
        return any(
            self.number == (*other.number[: k - 1], other.number[k - 1] + 1)
            for k in range(1, len(other.number) + 1)
        )


@lru_cache(maxsize=256)
def _written(style: Style, number: tuple[int, ...]) -> str:
    match style:
        case Style.KANJI:
            return "の".join(to_kanji(n) for n in number)
        case Style.IROHA:
            return IROHA[number[0] - 1]
        case Style.ARABIC:
            return f"（{widen(str(number[0]))}）"
        case Style.ROMAN:
            return f"（{widen(_to_roman(number[0]))}）"


@lru_cache(maxsize=256)
def read_label(text: str) -> Label:
    """The label that a text is; a numeral in an odd form counts as 0, which follows nothing."""
    narrowed = narrow(text).strip()
    if narrowed in IROHA:
        return Label(Style.IROHA, (IROHA.index(narrowed) + 1,))
    if not narrowed.startswith("("):
        return Label(Style.KANJI, tuple(from_kanji(part) or 0 for part in narrowed.split("の")))
    inner = narrowed[1:-1]
    if inner.isdecimal():
        return Label(Style.ARABIC, (int(inner),))
    return Label(Style.ROMAN, (_from_roman(inner),))


_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _to_roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def _from_roman(text: str) -> int:
    return next((n for n in range(1, 100) if _to_roman(n) == text), 0)
