"""Rows of 事実表 that are counterexamples themselves: the nearest one by name, and how many there are.

Owns: which row stands for the others, and what is said of it.
Refuses to know: how rows are read, how the shrunk case was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from regcheck.diagnostics.diagnostic import Example
from regcheck.evaluation.describe import address_text, kanji_text, value_text
from regcheck.evaluation.kleene import TRUE
from regcheck.evaluation.trace import Address
from regcheck.model.case import Record, Value
from regcheck.model.specification import Specification
from regcheck.proof.deciding import deciding
from regcheck.proof.minimise import decisive
from regcheck.proof.question import Question
from regcheck.proof.records import Place, places, type_at, value_at
from regcheck.proof.replay import fits, replayed, truth

Row = tuple[str, Record]
"""A record with the name of what it records."""

_FAR = Fraction(10**6)
"""Farther than any number is from another: what is no number, and differs."""


def example_of(spec: Specification, question: Question, case: Record, rows: Sequence[Row]) -> Example | None:
    """Of the rows that answer, if they can be for the same reason as the shrunk case, the one that differs least
    from it; the first of several."""
    found = [(name, record) for name, record in rows if fits(spec, question, record)]
    if not found:
        return None
    region = deciding(spec, question, case)
    alike = [row for row in found if all(truth(spec, f, row[1]) is TRUE for f in region)]
    name, record = min(alike or found, key=lambda row: _distance(spec, case, row[1]))
    told = case if alike else decisive(spec, question, replayed(spec, question, record))
    return Example(name=name, facts=tuple(_facts(spec, told, case, record)), others=len(found) - 1)


def _distance(spec: Specification, case: Record, row: Record) -> Fraction:
    return sum((_apart(value, there) for _, value, there in _pairs(spec, case, row)), Fraction(0))


def _apart(wanted: Value, found: Value) -> Fraction:
    """How far a number is off, in parts of what it should be."""
    match wanted, found:
        case Fraction(), Fraction():
            return abs(found - wanted) / max(abs(wanted), Fraction(1, 100))
        case date(), date():
            return Fraction(abs((found - wanted).days), 366)
        case _:
            return Fraction(0) if wanted == found else _FAR


def _facts(spec: Specification, told: Record, case: Record, row: Record) -> Iterator[tuple[str, str]]:
    """(病床数, 四百二十七床): numbers and dates of the row that decide, and what else is not as in the case."""
    same = {place for place, wanted, found in _pairs(spec, case, row) if wanted == found}
    for place, _, found in _pairs(spec, told, row):
        words = address_text(Address(steps=place.steps))
        if isinstance(found, Fraction | date):
            yield words, kanji_text(found, type_at(spec, case.subject, place.steps))
        elif place not in same and isinstance(found, bool | str | frozenset) and not place.judged:
            yield words, value_text(found)


def _pairs(spec: Specification, case: Record, row: Record) -> Iterator[tuple[Place, Value, Value]]:
    """Every fact of a case with the same of the row, where that has it."""
    for place in places(spec, case):
        try:
            found = value_at(row, place)
        except (KeyError, IndexError):
            continue
        yield place, value_at(case, place), found
