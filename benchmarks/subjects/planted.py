"""Whether the two planted faults of a partition were found, and nothing else.

Owns: reading the findings of a table back as rows and values, and holding them against what was planted.
Refuses to know: time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from benchmarks.generate.partition import COLUMNS, TABLE, Box, Column, Partition
from regcheck.source.eras import from_era
from regcheck.source.numerals import lenient_kanji, read_number

if TYPE_CHECKING:
    from regcheck.model.specification import Specification
    from regcheck.proof.decide import Decided

_ERA_DAY = re.compile(r"(昭和|平成|令和)(.+)年(.+)月(.+)日")


class Wrong(Exception):  # noqa: N818  # a word for what happened
    """A finding that is not the planted one, or a planted one that was not found."""


def planted_found(drawn: Partition, name: str, specification: Specification) -> None:
    """Raises Wrong unless exactly the planted overlap, or gap, is found."""
    from benchmarks.seams import tables_decided
    from regcheck.proof.verdict import Verdict

    found = [each for each in tables_decided(specification) if each.verdict is not Verdict.PROVED]
    if len(found) != 1 or found[0].witness is None:
        raise Wrong(f"{name}: {[each.obligation.id for each in found]}")
    facts = dict(found[0].witness.facts)
    if name == "gaps":
        _require(decides(drawn.gap, facts), name, facts)
        return
    rows = _rows_shown(found[0], specification)
    _require(rows == drawn.overlap, name, rows)
    _require(all(decides(drawn.rules[row], facts) for row in rows), name, facts)


def decides(box: Box, facts: Mapping[str, str]) -> bool:
    """Whether every case with these facts lies in the box: a fact that is not named must not matter."""
    return all(
        low <= value_of(column, facts[column.name]) < high
        if column.name in facts
        else (low, high) == column.whole
        for column, (low, high) in zip(COLUMNS, box, strict=True)
    )


def value_of(column: Column, text: str) -> int:
    """A printed value as the number that stands for it in a partition."""
    if column.values:
        return column.values.index(text.strip("「」"))
    if column.is_date:
        return _day(text).toordinal()
    number = read_number(text.removesuffix(column.unit))
    assert number is not None, text
    return int(number)


def _day(text: str) -> date:
    match = _ERA_DAY.fullmatch(text)
    if match is None:
        raise Wrong(text)
    era, *numbers = match.groups()
    year, month, day = (1 if number == "元" else lenient_kanji(number) or 0 for number in numbers)
    return from_era(era, year, month, day)


def _rows_shown(found: Decided, specification: Specification) -> tuple[int, ...]:
    """The rows that a finding points at, by their place in the table."""
    assert found.diagnostic is not None
    places = {row.span.start: index for index, row in enumerate(specification.tables[TABLE].rows)}
    starts = (annotation.span.start for annotation in found.diagnostic.annotations)
    return tuple(sorted({places[start] for start in starts if start in places}))


def _require(holds: bool, name: str, found: Iterable[object]) -> None:
    if not holds:
        raise Wrong(f"{name}: {found}")
