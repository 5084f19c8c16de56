"""Limits in words, as a drafter would write them.

Owns: 四百床以上 as 400床以上, 令和十年四月一日以後.
Refuses to know: sentences, findings; single values (evaluation/describe.py has them).
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from regcheck.evaluation.describe import number_text
from regcheck.model.formula import Comparator
from regcheck.source.eras import day_text

_NUMBERS = {
    Comparator.GE: "以上",
    Comparator.GT: "を超える",
    Comparator.LE: "以下",
    Comparator.LT: "未満",
    Comparator.EQ: "",
    Comparator.NE: "以外",
}
_DAYS = _NUMBERS | {
    Comparator.GE: "以後",
    Comparator.GT: "より後",
    Comparator.LE: "以前",
    Comparator.LT: "前",
}


def limit_text(op: Comparator, value: Fraction | date, unit: str) -> str:
    """400床以上, 25%未満; a date takes 以後 and 以前; 400床 alone for "is exactly"."""
    if isinstance(value, date):
        return day_text(value) + _DAYS[op]
    return number_text(value, unit) + _NUMBERS[op]
