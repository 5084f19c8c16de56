"""The days on which the law differs.

Owns: on which days a specification with 施行 and 失効 is checked, and the specification of each.
Refuses to know: what is checked.

Without 施行 and 失効 there is one epoch. With them there is one from each day on which the items in force
change, and one before the first such day if something that expires was in force then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.model.from_syntax import build_specification, versions
from regcheck.model.from_syntax.findings import Findings
from regcheck.model.from_syntax.items import NamedItem, named_items
from regcheck.model.from_syntax.versions import select_in_force
from regcheck.model.specification import Specification
from regcheck.syntax import ast


@dataclass(frozen=True, slots=True, kw_only=True)
class Epoch:
    """A stretch of time: its first day (None if there is only one), the items in force, and what they say."""

    day: date | None
    items: tuple[NamedItem, ...]
    specification: Specification
    diagnostics: tuple[Diagnostic, ...]


def epochs(files: Sequence[ast.File], own: frozenset[str]) -> tuple[Epoch, ...]:
    """At least one epoch, in the order of time."""
    days = _days(files)
    if len(days) < 2:
        return (_epoch(files, own, days[0] if days else None, named=False),)
    return tuple(_epoch(files, own, day, named=True) for day in days)


def _days(files: Sequence[ast.File]) -> tuple[date, ...]:
    """The first day of each epoch; nothing is in force after the last 失効 of everything."""
    changes = versions(files)
    items = named_items(files)
    before = (date.min,) if any(_held_from_the_beginning(item) for item in items) else ()
    return (*before, *(day for day in changes if _is_dated_item_in_force(items, day)))


def _held_from_the_beginning(item: NamedItem) -> bool:
    return item.header.effective is None and isinstance(item.header.expires, ast.DateLiteral)


def _is_dated_item_in_force(items: Iterable[NamedItem], day: date) -> bool:
    return any(
        isinstance(item.header.effective, ast.DateLiteral) and item.header.effective.value <= day
        for item in items
    )


def _epoch(files: Sequence[ast.File], own: frozenset[str], day: date | None, *, named: bool) -> Epoch:
    built = build_specification(files, own, day)
    return Epoch(
        day=day if named else None,
        items=select_in_force(files, day, Findings()).items,
        specification=built.specification,
        diagnostics=built.diagnostics,
    )
