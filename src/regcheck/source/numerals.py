"""Numbers as Japanese statutes write them.

Owns: positional kanji numerals (千百六十, 五十万; never 一千), full-width digits, イロハ labels.
Refuses to know: units, scale words that stand apart from a number, grammar.
Source of the forms: the living practice of 法令 (四百, 千百六十, 百分の二十五).
"""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

KANJI_SIGNS = "〇一二三四五六七八九十百千万億兆"
"""All signs of kanji numerals."""

KANJI_NUMBER = "[一二三四五六七八九十百千]+"
"""A pattern for the numbers of provisions, laws and forms."""

_LONGEST = 40
"""Signs of the longest text that is looked at as a number."""

_DIGITS = "〇一二三四五六七八九"
_SMALL = (("千", 1000), ("百", 100), ("十", 10))
_LARGE = (("兆", 10**12), ("億", 10**8), ("万", 10**4))

IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
"""The 47 signs of 号の細分, in order."""

_HALF_WIDTH = {0xFEE0 + c: c for c in range(0x21, 0x7F)} | {0x3000: 0x20}
_NARROW = _HALF_WIDTH | {ord("㎾"): "kW"}
_WIDE = frozenset(map(chr, _NARROW))


def halve(text: str) -> str:
    """Full-width ASCII as half-width, sign by sign: every place in the text stays where it is."""
    return text.translate(_HALF_WIDTH)


def narrow(text: str) -> str:
    """Full-width ASCII as half-width; everything else unchanged, so lengths stay equal except ㎾."""
    return text if _WIDE.isdisjoint(text) else text.translate(_NARROW)


def widen(text: str) -> str:
    """Half-width digits and letters as full-width, for printed 項 numbers and article text."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


@lru_cache(maxsize=4096)
def to_kanji(number: int) -> str:
    """Positional kanji numeral: 400 → 四百, 1160 → 千百六十, 500000 → 五十万, 0 → 〇; 兆 is the largest sign."""
    if number < 0:
        raise ValueError(number)
    if number == 0:
        return "〇"
    out: list[str] = []
    for sign, unit in _LARGE:
        head, number = divmod(number, unit)
        if head:
            out.append((_below_10000(head) if head < 10000 else to_kanji(head)) + sign)
    return "".join(out) + _below_10000(number)


def _below_10000(number: int) -> str:
    """千, 百 and 十 never take 一 (千万, 百十); a last 一 stays (一万, 十一)."""
    out: list[str] = []
    for sign, unit in _SMALL:
        head, number = divmod(number, unit)
        if head:
            out.append(("" if head == 1 else _DIGITS[head]) + sign)
    if number:
        out.append(_DIGITS[number])
    return "".join(out)


@lru_cache(maxsize=4096)
def from_kanji(text: str) -> int | None:
    """Value of a positional kanji numeral, or None if the text is not one in its one correct form."""
    if text == "〇":
        return 0
    if len(text) > _LONGEST:
        return None
    total = current = digit = 0
    for sign in text:
        if sign in _DIGITS[1:]:
            if digit:
                return None
            digit = _DIGITS.index(sign)
        elif (small := dict(_SMALL).get(sign)) is not None:
            current, digit = current + (digit or 1) * small, 0
        elif (large := dict(_LARGE).get(sign)) is not None:
            total, current, digit = total + (current + digit) * large, 0, 0
        else:
            return None
    value = total + current + digit
    return value if value and to_kanji(value) == text else None


def ratio_to_kanji(value: Fraction) -> str:
    """百分の二十五 for a whole number of hundredths, otherwise the reduced 三分の一."""
    denominator = 100 if (value * 100).denominator == 1 else value.denominator
    return f"{to_kanji(denominator)}分の{to_kanji(int(value * denominator))}"


def decimal_to_kanji(value: Fraction) -> str:
    """一・五 for a terminating decimal; whole numbers as to_kanji; raises ValueError otherwise."""
    whole, rest = divmod(value, 1)
    digits = ""
    while rest:
        digit, rest = divmod(rest * 10, 1)
        digits += _DIGITS[int(digit)]
        if len(digits) > 12:
            raise ValueError(value)
    return to_kanji(int(whole)) + ("・" + digits if digits else "")


def lenient_kanji(text: str) -> int | None:
    """What a kanji numeral in an unusual form means (一千 → 1000, 四〇〇 → 400), or None."""
    if not 0 < len(text) <= _LONGEST or any(sign not in KANJI_SIGNS for sign in text):
        return None
    if all(sign in _DIGITS for sign in text):
        return int("".join(str(_DIGITS.index(sign)) for sign in text))
    total = current = digits = 0
    for sign in text:
        if sign in _DIGITS:
            digits = digits * 10 + _DIGITS.index(sign)
        elif (small := dict(_SMALL).get(sign)) is not None:
            current, digits = current + (digits or 1) * small, 0
        else:
            total, current, digits = total + (current + digits or 1) * dict(_LARGE)[sign], 0, 0
    return total + current + digits


_ARABIC = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_ARABIC_SCALED = rf"(?:({_ARABIC})([万億兆]))*({_ARABIC})?"
_SCALED_PART = rf"({_ARABIC})([万億兆]?)"


def read_number(text: str) -> Fraction | None:
    """Exact value of a number as specs and tables write it, or None if it is not one.

    4,000 / ４０００ / 四千 / 1.5億 / 3兆5000億 / 一・五 / 25% / 百分の二十五 / 1/3. Never two systems in one number.
    """
    narrowed = narrow(text)
    if len(narrowed) > _LONGEST:
        return None
    for sign in ("%", "パーセント"):
        if narrowed.endswith(sign):
            value = _read_plain(narrowed.removesuffix(sign))
            return value / 100 if value is not None else None
    for separator in ("分の", "/"):
        below, found, above = narrowed.partition(separator)
        if found:
            pair = (above, below) if separator == "分の" else (below, above)
            return _divide(_read_plain(pair[0]), _read_plain(pair[1]))
    return _read_plain(narrowed)


def _divide(above: Fraction | None, below: Fraction | None) -> Fraction | None:
    return above / below if above is not None and below else None


def _read_plain(text: str) -> Fraction | None:
    if text[:1].isascii():
        return _read_arabic(text)
    whole, point, decimals = text.partition("・")
    value = from_kanji(whole)
    if value is None or (point and not (decimals and all(sign in _DIGITS for sign in decimals))):
        return None
    places = "".join(str(_DIGITS.index(sign)) for sign in decimals)
    return Fraction(f"{value}.{places}") if places else Fraction(value)


def _read_arabic(text: str) -> Fraction | None:
    if text.isascii() and text.isdecimal():
        return Fraction(int(text))
    whole, _, decimals = text.partition(".")
    if text.isascii() and whole.isdecimal() and decimals.isdecimal():
        return Fraction(text)
    if not text or not re.fullmatch(_ARABIC_SCALED, text):
        return None
    total, last = Fraction(0), 10**16
    for digits, sign in re.findall(_SCALED_PART, text):
        scale = dict(_LARGE).get(sign, 1)
        if scale >= last:
            return None
        total, last = total + Fraction(digits.replace(",", "")) * scale, scale
    return total
