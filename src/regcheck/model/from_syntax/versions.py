"""Which version of an item is in force.

Owns: choosing one version per name, and the days on which a name has none or more than one.
Refuses to know: what the items say, how a flaw is told.

An item holds from its 施行 on and no longer on its 失効. A version that was replaced on the very day it took effect
has both on that day: it stands in the record and is never in force. What tells such versions apart is the law that
made each (改正).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Annotation
from regcheck.frozen import Frozen, replace
from regcheck.model.from_syntax.chronology import Chronology, Moment, Stretch, Written, days_of
from regcheck.model.from_syntax.findings import Findings, Place
from regcheck.model.from_syntax.items import NamedItem, named_items, namespace_of, noun_of
from regcheck.model.specification import Header
from regcheck.syntax import ast


def has_begun(item: NamedItem, moment: Moment) -> bool:
    """Whether the 施行 has come; an item without one was always there, and so is what is not known (未確定)."""
    if type(item) is ast.PlaceholderItem:
        return True
    return moment.has_come(item.header.effective, unless_written=True)


def has_ended(item: NamedItem, moment: Moment) -> bool:
    """Whether the 失効 has come."""
    if type(item) is ast.PlaceholderItem:
        return False
    return moment.has_come(item.header.expires, unless_written=False)


def is_in_force(item: NamedItem, moment: Moment) -> bool:
    """Whether the item holds: it has begun and has not ended."""
    return not is_dated(item) or (has_begun(item, moment) and not has_ended(item, moment))


def is_dated(item: NamedItem) -> bool:
    """Whether an item holds on some days only."""
    if type(item) is ast.PlaceholderItem:
        return False
    return item.header.effective is not None or item.header.expires is not None


# ---------------------------------------------------------------- one version per name


class InForce(Frozen):
    """The items to build, and the names that are declared but hold on another day only."""

    items: tuple[NamedItem, ...]
    absent: frozenset[str]
    unreadable: frozenset[str] = frozenset()
    """Names of items that could not be read."""


def select_in_force(files: Sequence[ast.File], moment: Moment | None, findings: Findings) -> InForce:
    """One version per name: the one in force at a moment, or the latest if none is given."""
    items = named_items(files)
    kept: set[int] = set()
    for group in groups_of(items):
        distinct = _distinct(group, findings) if len(group) > 1 else group
        kept.update(map(id, _chosen(distinct, moment)))
    chosen = tuple(item for item in items if id(item) in kept)
    present = {item.name.text for item in chosen}
    return InForce(
        items=chosen,
        absent=frozenset(i.name.text for i in items if i.name.text not in present),
        unreadable=frozenset(name.text for file in files for name in file.broken),
    )


def groups_of(items: Iterable[NamedItem]) -> list[list[NamedItem]]:
    """Items of one namespace and name, in the order of the files."""
    groups: dict[tuple[Noun, str], list[NamedItem]] = {}
    for item in items:
        groups.setdefault((namespace_of(item), item.name.text), []).append(item)
    return list(groups.values())


def _chosen(group: Sequence[NamedItem], moment: Moment | None) -> Sequence[NamedItem]:
    if moment is None:
        return (
            group
            if len(group) == 1
            else [max(group, key=lambda item: (_day(item.header.effective, date.min), _end(item)))]
        )
    return [item for item in group if is_in_force(item, moment)][:1]


def _end(item: NamedItem) -> date:
    return _day(item.header.expires, date.max)


def _day(written: Written, default: date) -> date:
    """A day that is open counts as the last one."""
    match written:
        case ast.DateLiteral(value=value):
            return value
        case ast.Pending():
            return date.max
        case None:
            return default


def _distinct(group: Sequence[NamedItem], findings: Findings) -> list[NamedItem]:
    """Without the items that hold on the very days of an earlier one, which are reported as doubles."""
    kept: list[NamedItem] = []
    for item in group:
        twin = next((other for other in kept if _same_days(item, other)), None)
        if twin is None:
            kept.append(item)
        else:
            _report_twin(twin, item, findings)
    return kept


def _same_days(left: NamedItem, right: NamedItem) -> bool:
    """Whether neither days nor laws tell two items apart: they are no versions."""
    return not (_tells_apart(left) or _tells_apart(right))


def _tells_apart(item: NamedItem) -> bool:
    return is_dated(item) or bool(item.header.amended_by)


def _report_twin(first: NamedItem, second: NamedItem, findings: Findings) -> None:
    kind, name = noun_of(second), second.name.text
    place = Place(header=Header(name=name, keyword=kind))
    other = Annotation(span=first.name.span, label=name, primary=False)
    duplicate = codes.names.DuplicateName(name=name, kind=kind, first=noun_of(first))
    findings.report(place, duplicate, second.name.span, label=name, others=(other,))


# ---------------------------------------------------------------- flaws in time


class Gap(Frozen):
    """Days on which no version is in force. `before` ended last, `after` begins next, if there are such."""

    first: date
    last: date
    stretch: Stretch
    before: NamedItem | None
    after: NamedItem | None


class Overlap(Frozen):
    """Days on which two versions are in force."""

    first: date
    last: date
    stretch: Stretch
    versions: tuple[NamedItem, NamedItem]


class Unread(Frozen):
    """Days on which the words are unknown, and what says so; `version` is presented as law all the same."""

    first: date
    last: date
    stretch: Stretch
    unknown: ast.PlaceholderItem
    version: NamedItem | None = None


Flaw = Gap | Overlap | Unread


def flaws(
    versions: Sequence[NamedItem], chronology: Chronology, unknown: Sequence[ast.PlaceholderItem] = ()
) -> tuple[Flaw, ...]:
    """Every stretch of days without exactly one version, for every choice of the open days; days that follow each
    other are told once. `unknown` are the words that nobody has read, each from its 施行 on."""
    found: list[Flaw] = []
    days = [day for item in unknown for day in (item.header.effective, item.header.expires)]
    for stretch in stretches_of(versions, chronology, days):
        unread = next((item for item in unknown if is_unread(item, stretch.moment)), None)
        for flaw in _flaws_on(versions, stretch, unread, whole=chronology.horizon is not None):
            before = next((at for at, other in enumerate(found) if _goes_on(other, flaw)), None)
            if before is None:
                found.append(flaw)
            else:
                found[before] = replace(found[before], last=flaw.last)
    return tuple(found)


def stretches_of(
    items: Sequence[NamedItem], chronology: Chronology, further: Iterable[Written] = ()
) -> Iterator[Stretch]:
    """The stretches that some items, and some days besides, divide time into."""
    written = [*(day for item in items for day in days_of(item)), *further]
    days = [day.value for day in written if isinstance(day, ast.DateLiteral)]
    return chronology.stretches(days, {day.name.text for day in written if isinstance(day, ast.Pending)})


def law_stretches(
    items: Sequence[NamedItem], chronology: Chronology, further: Iterable[Written] = ()
) -> list[Stretch]:
    """The stretches of time that the law of some items has: without a 検査期間 or a day to read it on, not before
    anything that is dated has begun."""
    dated = [item for item in items if is_dated(item)]
    found = stretches_of(dated, chronology, further)
    if chronology.horizon is not None or chronology.as_of is not None or not dated:
        return list(found)
    return [one for one in found if any(has_begun(item, one.moment) for item in dated)]


def is_unread(item: ast.PlaceholderItem, moment: Moment) -> bool:
    """Whether the words that an 未確定 stands for are the law: its 施行 has come."""
    begun = moment.has_come(item.header.effective, unless_written=False)
    return begun and not moment.has_come(item.header.expires, unless_written=False)


def _flaws_on(
    versions: Sequence[NamedItem], stretch: Stretch, unread: ast.PlaceholderItem | None, *, whole: bool
) -> Iterator[Flaw]:
    here = [item for item in versions if is_in_force(item, stretch.moment)]
    if unread is not None:
        for version in here or (None,):
            yield Unread(
                first=stretch.first, last=stretch.last, stretch=stretch, unknown=unread, version=version
            )
        return
    for pair in combinations(here, 2):
        yield Overlap(first=stretch.first, last=stretch.last, stretch=stretch, versions=pair)
    if not here:
        yield from _gap(versions, stretch, whole=whole)


def _gap(versions: Sequence[NamedItem], stretch: Stretch, *, whole: bool) -> Iterator[Gap]:
    """Between two versions; with a 検査期間 also before the first, unless a law brought that in, and after the last."""
    ended = [item for item in versions if has_begun(item, stretch.moment) and _is_ever(item)]
    coming = [item for item in versions if not has_begun(item, stretch.moment) and _is_ever(item)]
    before = max(ended, key=_end, default=None)
    after = min(coming, key=lambda item: _day(item.header.effective, date.min), default=None)
    brought_in = before is None and after is not None and bool(after.header.amended_by)
    if (before and after) or (whole and not brought_in):
        yield Gap(first=stretch.first, last=stretch.last, stretch=stretch, before=before, after=after)


def _goes_on(flaw: Flaw, other: Flaw) -> bool:
    """Whether a flaw is the earlier one, some days later."""
    if (flaw.stretch.chosen, flaw.stretch.left) != (other.stretch.chosen, other.stretch.left):
        return False
    if type(flaw) is not type(other) or flaw.last.toordinal() + 1 != other.first.toordinal():
        return False
    return _versions_in(flaw) == _versions_in(other)


def _versions_in(flaw: Flaw) -> tuple[int, ...]:
    match flaw:
        case Gap(before=before, after=after):
            return (id(before), id(after))
        case Overlap(versions=(first, second)):
            return (id(first), id(second))
        case Unread(unknown=unknown, version=version):
            return (id(unknown), id(version))


# ---------------------------------------------------------------- versions of one day


def is_never_in_force(item: NamedItem) -> bool:
    """Whether the 失効 is on the day of the 施行 or before it, by their dates or by one name for both."""
    match item.header.effective, item.header.expires:
        case ast.DateLiteral(value=begin), ast.DateLiteral(value=end):
            return end <= begin
        case ast.Pending(name=begin_name), ast.Pending(name=end_name):
            return begin_name.text == end_name.text
        case _:
            return False


def _is_ever(item: NamedItem) -> bool:
    return not is_never_in_force(item)


def begin_together(left: NamedItem, right: NamedItem) -> bool:
    """Whether two versions take effect on one day, known or open."""
    match left.header.effective, right.header.effective:
        case ast.DateLiteral(value=one), ast.DateLiteral(value=other):
            return one == other
        case ast.Pending(name=one_name), ast.Pending(name=other_name):
            return one_name.text == other_name.text
        case _:
            return False


def end_together_with_begin(item: NamedItem) -> bool:
    """Whether 失効 and 施行 are one day: replaced as soon as it took effect."""
    match item.header.effective, item.header.expires:
        case ast.DateLiteral(value=begin), ast.DateLiteral(value=end):
            return begin == end
        case ast.Pending(), ast.Pending():
            return is_never_in_force(item)
        case _:
            return False
