"""The nearest other limit: a number one least step off, a date one day off, written as it was.

Owns: the least step of what is measured, from the declared fields; literals in the style of the old ones.
Refuses to know: which literals are changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from regcheck.frozen import Frozen, field, replace
from regcheck.source.eras import day_text
from regcheck.source.numerals import KANJI_SIGNS, decimal_to_kanji, narrow, to_kanji
from regcheck.syntax import ast
from regcheck.syntax.literals import split_unit

_PERCENT = Fraction(1, 100)
_RATIO = "割合"
_DECIMAL = "小数"


class Fields(Frozen):
    """The declared types of the facts of every 対象."""

    of: Mapping[str, Mapping[str, ast.TypeName]] = field(default_factory=dict)

    def type_of(self, subject: str, path: ast.PathName) -> ast.TypeName | None:
        """The type at a path, or None where a name on it is not declared."""
        found: ast.TypeName | None = None
        for step in path.steps:
            found = self.of.get(subject, {}).get(step.text)
            if found is None:
                return None
            subject = found.name.text
        return found

    def step_of(self, subject: str, measured: ast.Expr) -> Fraction:
        """The least difference that an expression can make; one where its type does not say."""
        match measured:
            case (ast.PathName() as path) | ast.SeriesExpr(path=path) | ast.ListSumExpr(path=path):
                return _step_of_type(self.type_of(subject, path))
            case ast.SumExpr(parts=parts):
                return min(self.step_of(subject, part) for part in parts)
            case ast.DifferenceExpr(left=left, right=right):
                return min(self.step_of(subject, left), self.step_of(subject, right))
            case ast.ProductExpr(left=left, right=right):
                varying = [e for e in (left, right) if not isinstance(e, ast.NumberLiteral)]
                return min((self.step_of(subject, part) for part in varying), default=Fraction(1))
            case ast.RoundedExpr(places=places):
                return Fraction(1, 10**places)
            case ast.CountExpr() | ast.NumberLiteral():
                return Fraction(1)
            case ast.DateLiteral() | ast.EventDayExpr() | ast.PeriodExpr():
                return Fraction(1)
            case _:
                assert_never(measured)


def fields_of(files: Iterable[ast.File]) -> Fields:
    """The fields that the files declare."""
    subjects = [item for file in files for item in file.items if isinstance(item, ast.SubjectItem)]
    return Fields(of={s.name.text: {line.name.text: line.type for line in s.fields} for s in subjects})


def _step_of_type(kind: ast.TypeName | None) -> Fraction:
    if kind is not None and kind.name.text == _RATIO and kind.places is None:
        return _PERCENT
    if kind is not None and kind.name.text in (_RATIO, _DECIMAL):
        return Fraction(1, 10 ** (kind.places or 0))
    return Fraction(1)


# ---------------------------------------------------------------- numbers


def shifted(literal: ast.NumberLiteral, step: Fraction) -> Iterator[ast.NumberLiteral]:
    """One step up and one step down; nothing below zero, for which the language has no words."""
    for value in (literal.value + step, literal.value - step):
        if value >= 0:
            yield replace(literal, value=value, text=_written(literal, value))


def _written(like: ast.NumberLiteral, value: Fraction) -> str:
    """The value in kanji where the old one was, with its unit, as a fraction or percentage if it was one."""
    text = narrow(like.text)
    number, unit = split_unit(text)
    is_kanji = any(sign in KANJI_SIGNS for sign in number)
    if "分の" in number or "/" in number:
        return _fraction(value, number, is_kanji)
    for sign in ("%", "パーセント"):
        if number.endswith(sign):
            return _plain(value * 100, is_kanji) + sign
    return _plain(value, is_kanji) + unit


def _fraction(value: Fraction, number: str, is_kanji: bool) -> str:
    """百分の五十 → 百分の五十一, 1/3 → 103/300: over the old denominator if it can be."""
    below = 100 if (value * 100).denominator == 1 else value.denominator
    above = int(value * below)
    if is_kanji and "分の" in number:
        return f"{to_kanji(below)}分の{to_kanji(above)}"
    return f"{above}/{below}"


def _plain(value: Fraction, is_kanji: bool) -> str:
    if is_kanji:
        with suppress(ValueError):
            return decimal_to_kanji(value)
    if value.denominator == 1:
        return str(value.numerator)
    return f"{float(value):.12f}".rstrip("0")


# ---------------------------------------------------------------- dates


def next_days(literal: ast.DateLiteral) -> Iterator[ast.DateLiteral]:
    """The day after and the day before."""
    for value in (literal.value + timedelta(days=1), literal.value - timedelta(days=1)):
        yield replace(literal, value=value, text=_day_text(literal.text, value))


def _day_text(like: str, value: date) -> str:
    """In an era where the old one was; 2028年4月1日 and 2028-04-01 stay what they are."""
    narrowed = narrow(like)
    if "年" not in narrowed:
        return value.isoformat()
    if narrowed[0].isdecimal():
        return f"{value.year}年{value.month}月{value.day}日"
    return day_text(value)
