"""The days on which the law differs.

Owns: which specifications a text with 施行 and 失効 makes, one for each set of items that can be in force together.
Refuses to know: what is checked.

Without 施行 and 失効 there is one epoch. With them there is one from each day on which the items in force change, and
for each choice of the 未確定 days that may have come by then or not, in the order of time. They begin with the
検査期間, or where something dated is first in force.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.refused import RefusedError
from regcheck.frozen import Frozen
from regcheck.model.from_syntax import Chronology, Stretch, build_specification, chronology_of
from regcheck.model.from_syntax.items import NamedItem, named_items
from regcheck.model.from_syntax.versions import is_dated, is_in_force, law_stretches
from regcheck.model.specification import Specification
from regcheck.syntax import ast


class Epoch(Frozen):
    """A stretch of time: what marks its obligations ("" if there is only one), the items in force, what they say."""

    mark: str
    items: tuple[NamedItem, ...]
    specification: Specification
    diagnostics: tuple[Diagnostic, ...]
    assumed: tuple[str, ...] = ()
    """未確定 days that may have come by then and are read as if they had not."""


def epochs(files: Sequence[ast.File], own: frozenset[str], as_of: date | None = None) -> tuple[Epoch, ...]:
    """At least one epoch, in the order of time; only one if a day is given.

    Raises RefusedError if nothing is known of that day.
    """
    dated = [item for item in named_items(files) if is_dated(item)]
    if not dated and as_of is None:
        return (_epoch(files, own, None, ""),)
    chronology = chronology_of(files, own, as_of)
    if as_of is not None:
        _must_know(as_of, chronology, dated)
    found = _different(dated, chronology)
    marks, assumed = _marks(found), chronology.assumed
    return tuple(_epoch(files, own, one, mark, assumed) for one, mark in zip(found, marks, strict=True))


def _different(dated: Sequence[NamedItem], chronology: Chronology) -> list[Stretch]:
    """The first stretch of each set of dated items; the last one is that of everything that is still to come."""
    found: dict[frozenset[int], Stretch] = {}
    last = frozenset[int]()
    for one in law_stretches(dated, chronology):
        last = _in_force(dated, one)
        found.setdefault(last, one)
    if not found:  # nothing dated is ever in force
        return [Stretch(first=date.min, last=date.max)]
    found[last] = found.pop(last)
    return list(found.values())


def _in_force(dated: Sequence[NamedItem], stretch: Stretch) -> frozenset[int]:
    return frozenset(at for at, item in enumerate(dated) if is_in_force(item, stretch.moment))


def _marks(found: Sequence[Stretch]) -> list[str]:
    """@2028-04-01; @当初 before the first change; @未確定 once an open day has come, with what tells it from others."""
    if len(found) == 1:
        return [""]
    ways = [_ways_to_mark(one) for one in found]
    uses = Counter(mark for marks in ways for mark in marks)
    return [next((mark for mark in marks if uses[mark] == 1), marks[-1]) for marks in ways]


def _ways_to_mark(stretch: Stretch) -> tuple[str, ...]:
    """The shortest first; the last one is that of no other stretch."""
    day = "@当初" if stretch.first == date.min else f"@{stretch.first.isoformat()}"
    if not stretch.chosen:
        return (day,)
    names = "".join(f"「{name}」" for name in stretch.chosen)
    return "@未確定", f"@未確定{names}", f"{day}未確定{names}"


def _epoch(
    files: Sequence[ast.File],
    own: frozenset[str],
    stretch: Stretch | None,
    mark: str,
    assumed: tuple[str, ...] = (),
) -> Epoch:
    built = build_specification(files, own, stretch.moment if stretch is not None else None)
    return Epoch(
        mark=mark,
        items=built.items,
        specification=built.specification,
        diagnostics=built.diagnostics,
        assumed=assumed,
    )


def _must_know(day: date, chronology: Chronology, dated: Sequence[NamedItem]) -> None:
    """Raises RefusedError outside the 検査期間; without one, before anything that is dated has begun."""
    begun = min((_begin(item, chronology) for item in dated), default=date.min)
    first, last = chronology.horizon or (begun, date.max)
    if not first <= day <= last:
        payload = codes.versions.DayNotCovered(day=day, first=first, last=last)
        raise RefusedError(Diagnostic(payload=payload, anchor="as-of"))


def _begin(item: NamedItem, chronology: Chronology) -> date:
    """The first day on which an item may be in force."""
    match item.header.effective:
        case ast.DateLiteral(value=value):
            return value
        case ast.Pending(name=name):
            return chronology.range_of(name.text).first
        case None:
            return date.min
