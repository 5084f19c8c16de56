"""What versions owe: on every day, exactly one of each item is in force.

Owns: the line of the ledger for every item with 施行, 失効 or 改正, and the findings about its days.
Refuses to know: which days those are (model/from_syntax/versions.py), what the versions say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from regcheck.analysis.report import Entry
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload, Severity
from regcheck.frozen import Frozen
from regcheck.model.from_syntax.chronology import Chronology, Stretch, Written
from regcheck.model.from_syntax.items import NamedItem, noun_of
from regcheck.model.from_syntax.transcript import Reader, Transcript
from regcheck.model.from_syntax.versions import (
    Flaw,
    Gap,
    Overlap,
    Unread,
    begin_together,
    end_together_with_begin,
    flaws,
    groups_of,
    is_dated,
    is_never_in_force,
)
from regcheck.model.provisions import normalise_provision
from regcheck.proof.verdict import Verdict
from regcheck.source.eras import day_text
from regcheck.syntax import ast

_NO_LAW = (
    ast.InstrumentItem, ast.PropertyItem, ast.ScenarioItem, ast.FactTableItem, ast.FigureCheckItem,
)  # fmt: skip
"""What is said about the law, and may be said for some days only."""


class Looked(Frozen):
    """A line of the ledger, and everything that is wrong with what it is about."""

    entry: Entry
    diagnostics: tuple[Diagnostic, ...] = ()


def looked_at(
    family: str,
    items: Sequence[NamedItem],
    found: Sequence[Diagnostic],
    rests_on: Sequence[str] = (),
) -> Looked:
    """The line for some versions of one item; the first finding that is no mere information stands in it."""
    title, wrong = title_of(items[0]), [d for d in found if d.severity is not Severity.INFO]
    return Looked(
        entry=Entry(
            id=f"{family}:{title}",
            family=family,
            term=title,
            provisions=tuple(dict.fromkeys(place_of(item) for item in items)),
            verdict=Verdict.REFUTED if wrong else Verdict.PROVED,
            rests_on=tuple(rests_on),
            span=items[0].span,
            diagnostic=wrong[0] if wrong else None,
        ),
        diagnostics=tuple(found),
    )


def check_versions(
    items: Sequence[NamedItem],
    own: frozenset[str],
    unreadable: frozenset[str],
    transcript: Transcript,
    reader: Reader,
    chronology: Chronology,
) -> Iterator[Looked]:
    """A line for each own item of which there are versions, in the order of the files."""
    for group in groups_of(items):
        is_own = any(item.span.file in own for item in group)
        if type(group[0]) is ast.PlaceholderItem or not is_own or group[0].name.text in unreadable:
            continue
        unknown = _unknown(group, transcript, reader)
        if unknown or any(is_dated(item) or item.header.amended_by for item in group):
            found = tuple(_findings(group, unknown, chronology))
            if found or not isinstance(group[0], _NO_LAW):
                yield looked_at("version", group, found, (*pending_in(group), *map(title_of, unknown)))


def _unknown(
    group: Sequence[NamedItem], transcript: Transcript, reader: Reader
) -> tuple[ast.PlaceholderItem, ...]:
    """The words that nobody has read, at the provisions of some versions."""
    if not transcript.unknown or isinstance(group[0], _NO_LAW):
        return ()
    places = [place for item in group for place in reader.places(item)]
    found = (one.item for one in transcript.unknown if any(one.holds(*place) for place in places))
    return tuple({id(item): item for item in found}.values())


def _findings(
    group: Sequence[NamedItem], unknown: Sequence[ast.PlaceholderItem], chronology: Chronology
) -> Iterator[Diagnostic]:
    for flaw in flaws(group, chronology, unknown):
        yield from _told(flaw, group)
    if chronology.as_of is None:
        for left, right in combinations(group, 2):
            if begin_together(left, right):
                yield from _unlike_laws(left, right)
        for item in group:
            if is_never_in_force(item) and not _was_replaced(item, group):
                yield _never(item)


# ---------------------------------------------------------------- gaps and overlaps


def _told(flaw: Flaw, group: Sequence[NamedItem]) -> Iterator[Diagnostic]:
    match flaw:
        case Overlap(versions=(first, second)):
            overlap = codes.names.OverlappingVersions(
                name=first.name.text,
                kind=noun_of(second),
                when=when_of(flaw.stretch, flaw),
                versions=(version_text(first), version_text(second)),
            )
            yield finding(second, overlap, first)
        case Unread(unknown=unknown, version=None):
            told = codes.versions.UnreadText(
                item=title_of(group[0]), unknown=unknown.name.text, when=when_of(flaw.stretch, flaw)
            )
            yield finding(group[-1], told, unknown)
        case Unread(unknown=unknown, version=version):
            assert version is not None
            old = codes.versions.OldText(
                item=title_of(version), unknown=unknown.name.text, when=when_of(flaw.stretch, flaw)
            )
            yield finding(version, old, unknown)
        case Gap(before=before, after=after):
            if not isinstance(group[0], _NO_LAW) and (before or after):
                yield _gap(flaw, before, after)


def _gap(flaw: Gap, before: NamedItem | None, after: NamedItem | None) -> Diagnostic:
    at, other = (after, before) if after is not None else (before, None)
    assert at is not None
    gap = codes.versions.VersionGap(
        item=title_of(at),
        when=when_of(flaw.stretch, flaw),
        before=version_text(before) if before else None,
        after=version_text(after) if after else None,
    )
    return finding(at, gap, other)


def when_of(stretch: Stretch, flaw: Flaw | None = None) -> codes.days.When:
    """The days of a stretch, or of a flaw that begins with it, in words."""
    days = flaw or stretch
    return codes.days.When(first=days.first, last=days.last, come=stretch.chosen, left=stretch.left)


# ---------------------------------------------------------------- versions of one day


def _unlike_laws(left: NamedItem, right: NamedItem) -> Iterator[Diagnostic]:
    laws = (left.header.amended_by, right.header.amended_by)
    if not all(laws) or laws[0] == laws[1]:
        same = codes.versions.SameDayVersions(
            item=title_of(right),
            day=written_text(right.header.effective),
            law="、".join(laws[0]) if all(laws) else "",
        )
        yield finding(right, same, left)


def _was_replaced(item: NamedItem, group: Sequence[NamedItem]) -> bool:
    return end_together_with_begin(item) and any(
        other is not item and begin_together(item, other) and not is_never_in_force(other) for other in group
    )


def _never(item: NamedItem) -> Diagnostic:
    days = (written_text(item.header.effective), written_text(item.header.expires))
    return finding(item, codes.versions.NeverInForce(item=title_of(item), begins=days[0], ends=days[1]))


# ---------------------------------------------------------------- words


def finding(item: NamedItem, payload: Payload, other: NamedItem | None = None) -> Diagnostic:
    """A finding at the name of an item, with another version beside it."""
    places = [Annotation(span=item.name.span, label=item.name.text)]
    provisions = [place_of(item)]
    if other is not None:
        places.append(Annotation(span=other.name.span, label=other.name.text, primary=False))
        provisions.insert(0, place_of(other))
    return Diagnostic(
        payload=payload,
        annotations=tuple(places),
        provisions=tuple(dict.fromkeys(provisions)),
        anchor=title_of(item),
    )


def title_of(item: NamedItem) -> str:
    """指定基準「X」."""
    return f"{noun_of(item)}「{item.name.text}」"


def place_of(item: NamedItem) -> str:
    """第二条第一号, or the title of an item without a 条項."""
    first = next((text for text in item.header.provisions if text.provision), None)
    return first.source + normalise_provision(first.provision) if first else title_of(item)


def version_text(item: NamedItem) -> codes.days.VersionText:
    """What tells a version from the others."""
    begins = written_text(item.header.effective) if item.header.effective else ""
    return codes.days.VersionText(
        provision=place_of(item), law="、".join(item.header.amended_by), begins=begins
    )


def written_text(written: Written) -> str:
    """A day as a finding tells it."""
    match written:
        case ast.DateLiteral(value=value):
            return day_text(value)
        case ast.Pending(name=name):
            return f"未確定「{name.text}」"
        case None:
            return ""


def pending_in(items: Sequence[NamedItem]) -> tuple[str, ...]:
    """The 未確定 days that the days of some items hang on."""
    days = (day for item in items for day in (item.header.effective, item.header.expires))
    return tuple(dict.fromkeys(written_text(day) for day in days if isinstance(day, ast.Pending)))
