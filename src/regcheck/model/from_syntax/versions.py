"""Which version of an item is in force.

Owns: periods in force, choosing one version per name, the days on which the choice changes.
Refuses to know: what the items say.

An item holds from its 施行 on and no longer on its 失効. A day that is 未確定 lies after every known day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Annotation
from regcheck.frozen import Frozen
from regcheck.model.from_syntax.findings import Findings, Place
from regcheck.model.from_syntax.items import NamedItem, named_items, namespace_of, noun_of
from regcheck.model.specification import Header
from regcheck.syntax import ast


def versions(files: Sequence[ast.File]) -> tuple[date, ...]:
    """The days on which the set of items in force changes, in order."""
    days: set[date] = set()
    for item in named_items(files):
        for day in (item.header.effective, item.header.expires):
            if isinstance(day, ast.DateLiteral):
                days.add(day.value)
    return tuple(sorted(days))


class InForce(Frozen):
    """The items to build, and the names that are declared but hold on another day only."""

    items: tuple[NamedItem, ...]
    absent: frozenset[str]
    unreadable: frozenset[str] = frozenset()
    """Names of items that could not be read."""


def select_in_force(files: Sequence[ast.File], as_of: date | None, findings: Findings) -> InForce:
    """One version per name: the one in force on a day, or the latest if no day is given."""
    items = named_items(files)
    groups: dict[tuple[Noun, str], list[NamedItem]] = {}
    for item in items:
        groups.setdefault((namespace_of(item), item.name.text), []).append(item)
    kept: set[int] = set()
    for group in groups.values():
        distinct = _distinct(group, findings)
        kept.update(id(item) for item in _chosen(distinct, as_of))
    chosen = tuple(item for item in items if id(item) in kept)
    present = {item.name.text for item in chosen}
    return InForce(
        items=chosen,
        absent=frozenset(i.name.text for i in items if i.name.text not in present),
        unreadable=frozenset(name.text for file in files for name in file.broken),
    )


def _chosen(group: list[NamedItem], as_of: date | None) -> Iterable[NamedItem]:
    if as_of is None:
        return [max(group, key=lambda item: _period(item)[0])]
    return [item for item in group if _period(item)[0] <= as_of < _period(item)[1]]


def _period(item: NamedItem) -> tuple[date, date]:
    """[施行, 失効) with the ends of the calendar where nothing is said."""
    return _day(item.header.effective, date.min), _day(item.header.expires, date.max)


def _day(written: ast.DateLiteral | ast.Pending | None, default: date) -> date:
    match written:
        case ast.DateLiteral(value=value):
            return value
        case ast.Pending():
            return date.max
        case None:
            return default


def _distinct(group: list[NamedItem], findings: Findings) -> list[NamedItem]:
    """The versions without those that share a day with an earlier one, which are reported."""
    kept: list[NamedItem] = []
    for item in group:
        clash = next((other for other in kept if _overlap(item, other)), None)
        if clash is None:
            kept.append(item)
        else:
            _report(clash, item, findings)
    return kept


def _overlap(left: NamedItem, right: NamedItem) -> bool:
    (start, end), (other_start, other_end) = _period(left), _period(right)
    if start == other_start:
        return True
    return start < other_end and other_start < end


def _report(first: NamedItem, second: NamedItem, findings: Findings) -> None:
    kind, name = noun_of(second), second.name.text
    place = Place(header=Header(name=name, keyword=kind))
    start = max(_period(first)[0], _period(second)[0])
    dated = date.min < start < date.max
    other = Annotation(span=first.name.span, label=name, primary=False)
    if dated:
        overlap = codes.names.OverlappingVersions(name=name, kind=kind, day=start)
        findings.report(place, overlap, second.name.span, label=name, others=(other,))
    else:
        duplicate = codes.names.DuplicateName(name=name, kind=kind, first=noun_of(first))
        findings.report(place, duplicate, second.name.span, label=name, others=(other,))
