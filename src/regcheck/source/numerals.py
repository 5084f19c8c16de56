"""Numbers as Japanese statutes write them.

Owns: positional kanji numerals (千百六十, 五十万; never 一千), full-width digits, イロハ labels.
Refuses to know: units, scale words that stand apart from a number, grammar.
Source of the forms: 法令用漢数字, documents.md §4.1.
"""

from __future__ import annotations

from fractions import Fraction

_DIGITS = "〇一二三四五六七八九"
_SMALL = (("千", 1000), ("百", 100), ("十", 10))
_LARGE = (("兆", 10**12), ("億", 10**8), ("万", 10**4))

IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
"""The 47 signs of 号の細分, in order."""

_NARROW = str.maketrans(
    {chr(c): chr(c - 0xFEE0) for c in range(0xFF01, 0xFF5F)} | {"\u3000": " ", "㎾": "kW"}
)


def narrow(text: str) -> str:
    """Full-width ASCII as half-width; everything else unchanged, so lengths stay equal except ㎾."""
    return text.translate(_NARROW)


def widen(text: str) -> str:
    """Half-width digits and letters as full-width, for printed 項 numbers and article text."""
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def to_kanji(number: int) -> str:
    """Positional kanji numeral: 400 → 四百, 1160 → 千百六十, 500000 → 五十万, 0 → 〇."""
    if number < 0:
        raise ValueError(number)
    if number == 0:
        return "〇"
    out: list[str] = []
    for sign, unit in _LARGE:
        head, number = divmod(number, unit)
        if head:
            out.append(_below_10000(head) + sign)
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


def from_kanji(text: str) -> int | None:
    """Value of a positional kanji numeral, or None if the text is not one in its one correct form."""
    if text == "〇":
        return 0
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
