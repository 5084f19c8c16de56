"""The days on which the law differs.

Owns: on which days a specification with 施行 and 失効 is checked, and the specification of each.
Refuses to know: what is checked.

Without 施行 and 失効 there is one epoch. With them there is one from each day on which the items in force
change, one before the first such day if something that expires was in force then, and one from the day that is
still 未確定 if something takes effect on it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.model.from_syntax import build_specification, versions
from regcheck.model.from_syntax.items import NamedItem, named_items
from regcheck.model.specification import Specification
from regcheck.syntax import ast


class Epoch(Frozen):
    """A stretch of time: what marks its obligations ("" if there is only one), the items in force, what they say."""

    mark: str
    items: tuple[NamedItem, ...]
    specification: Specification
    diagnostics: tuple[Diagnostic, ...]


def epochs(files: Sequence[ast.File], own: frozenset[str]) -> tuple[Epoch, ...]:
    """At least one epoch, in the order of time."""
    days = _days(files) or (None,)
    only = len(days) == 1
    return tuple(_epoch(files, own, day, "" if only else _mark(day)) for day in days)


def _mark(day: date | None) -> str:
    """@2028-04-01; @当初 before the first change, @未確定 after the last."""
    if day is None:
        return "@未確定"
    return "@当初" if day == date.min else f"@{day.isoformat()}"


def _days(files: Sequence[ast.File]) -> tuple[date | None, ...]:
    """The first day of each epoch, None for the one that is 未確定; nothing is in force after everything's 失効."""
    items = named_items(files)
    before = (date.min,) if any(_held_from_the_beginning(item) for item in items) else ()
    dated = tuple(day for day in versions(files) if _is_dated_item_in_force(items, day))
    pending = any(isinstance(item.header.effective, ast.Pending) for item in items)
    return (*before, *dated, *((None,) if pending else ()))


def _held_from_the_beginning(item: NamedItem) -> bool:
    return item.header.effective is None and isinstance(item.header.expires, ast.DateLiteral)


def _is_dated_item_in_force(items: Iterable[NamedItem], day: date) -> bool:
    return any(
        isinstance(item.header.effective, ast.DateLiteral) and item.header.effective.value <= day
        for item in items
    )


def _epoch(files: Sequence[ast.File], own: frozenset[str], day: date | None, mark: str) -> Epoch:
    built = build_specification(files, own, day)
    return Epoch(
        mark=mark,
        items=built.items,
        specification=built.specification,
        diagnostics=built.diagnostics,
    )
