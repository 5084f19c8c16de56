"""What references owe: each leads, on every day on which it is in force, to what it means.

Owns: the line of the ledger for every item that cites what is transcribed, and the findings about its references.
Refuses to know: what is transcribed (model/from_syntax/transcript.py), which days there are.

What says what the law is must lead somewhere on every day on which it is in force; a source of a 対象, a 性質 or a 事例
must have been there once. A reference is held against the transcript if its provision is in force on some day, if it
would be a number of a list that is transcribed, or if what it says that it means is. Laws that nobody transcribed are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import dropwhile

from regcheck.analysis.versions import Looked, looked_at, title_of, when_of
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Fix, Payload
from regcheck.frozen import Frozen, replace
from regcheck.model.from_syntax.chronology import Moment, Stretch
from regcheck.model.from_syntax.items import NamedItem
from regcheck.model.from_syntax.transcript import Passage, Reader, Reference, Transcript
from regcheck.model.from_syntax.versions import groups_of, is_in_force
from regcheck.source.span import SourceText, Span
from regcheck.syntax import ast

_LAW = (
    ast.PredicateItem, ast.AssumptionItem, ast.OverrideItem, ast.StageItem, ast.TableItem, ast.DelegationItem,
    ast.DiscretionItem, ast.ProcedureItem,
)  # fmt: skip


class Astray(Frozen):
    """A reference that does not lead where it should from some stretch of days on: what stands there instead, and
    where that which is meant stands."""

    reference: Reference
    stretch: Stretch
    meant: str = ""
    now: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


def check_references(
    items: Sequence[NamedItem],
    own: frozenset[str],
    transcript: Transcript,
    reader: Reader,
    stretches: Sequence[Stretch],
    sources: Mapping[str, SourceText],
) -> Iterator[Looked]:
    """A line for each own item with references that are held against the transcript. Where the law never changes, a
    reference that leads somewhere and does not say what it means owes nothing more."""
    for group in groups_of(item for item in items if item.span.file in own):
        held = [one for item in group for one in reader.references(item) if _is_held(one, transcript)]
        found = [astray for one in held for astray in _astray(one, transcript, stretches)]
        if found or (held and (len(stretches) > 1 or any(one.written.called for one in held))):
            yield looked_at("reference", group, [_told(astray, sources) for astray in found])


def _is_held(reference: Reference, transcript: Transcript) -> bool:
    place, called = (reference.instrument, reference.provision), reference.written.called
    return bool(
        transcript.at(*place)
        or transcript.listing(place)
        or (called and any(transcript.called(reference.instrument, called)))
    )


def _astray(reference: Reference, transcript: Transcript, stretches: Iterable[Stretch]) -> Iterator[Astray]:
    """The first stretch on which the reference leads astray, with the days after it on which it does the same."""
    ways = _ways(reference, transcript, stretches)
    if not isinstance(reference.item, _LAW) and None in ways:
        ways = [one if one is None or _points(one) else None for one in ways]
    wrong = dropwhile(lambda one: one is None, ways)
    found = next(wrong, None)
    for one in wrong:
        if found is None or one is None or replace(one, stretch=found.stretch) != found:
            break
        if _follows(found.stretch, one.stretch):
            found = replace(found, stretch=replace(found.stretch, last=one.stretch.last))
    if found is not None:
        yield found


def _ways(reference: Reference, transcript: Transcript, stretches: Iterable[Stretch]) -> list[Astray | None]:
    """Where the reference leads on each stretch on which its item is in force; None is where it should."""
    meant, found = reference.written.called, list[Astray | None]()
    place = (reference.instrument, reference.provision)
    for stretch in stretches:
        moment = stretch.moment
        if is_in_force(reference.item, moment):
            here = _names(_in_force(transcript.at(*place), moment))
            meant = meant or "".join(here[:1])
            sound = meant in here or transcript.unknown_at(*place, moment) is not None
            found.append(None if sound else _where(reference, meant, here, transcript, stretch))
    return found


def _points(astray: Astray) -> bool:
    """Whether it points to something else, or says what it means; else it points to nothing."""
    return bool(astray.now or astray.reference.written.called)


def _where(
    reference: Reference, meant: str, here: tuple[str, ...], transcript: Transcript, stretch: Stretch
) -> Astray:
    elsewhere = _in_force(transcript.called(reference.instrument, meant), stretch.moment) if meant else ()
    right = dict.fromkeys(passage.provision for passage in elsewhere)
    return Astray(reference=reference, stretch=stretch, meant=meant, now=here, right=tuple(right))


def _in_force(passages: Iterable[Passage], moment: Moment) -> tuple[Passage, ...]:
    return tuple([passage for passage in passages if is_in_force(passage.item, moment)])


def _names(passages: Iterable[Passage]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for passage in passages for name in passage.names))


def _follows(before: Stretch, after: Stretch) -> bool:
    same = (before.chosen, before.left) == (after.chosen, after.left)
    return same and before.last.toordinal() + 1 == after.first.toordinal()


# ---------------------------------------------------------------- words


def _told(astray: Astray, sources: Mapping[str, SourceText]) -> Diagnostic:
    reference = astray.reference
    title, shown, span = title_of(reference.item), reference.shown, reference.written.span
    when = when_of(astray.stretch)
    payload: Payload
    if _points(astray):
        payload = codes.versions.ShiftedReference(
            item=title, reference=shown, meant=astray.meant, when=when, now=astray.now, right=astray.right
        )
    else:
        payload = codes.versions.DanglingReference(item=title, reference=shown, when=when)
    return Diagnostic(
        payload=payload,
        annotations=(Annotation(span=span, label=shown),),
        provisions=(title, shown),
        fixes=tuple(_fixes(astray, sources)),
        anchor=title,
    )


def _fixes(astray: Astray, sources: Mapping[str, SourceText]) -> Iterator[Fix]:
    """The number that is right from then on, where there is one."""
    written = astray.reference.written
    source = sources.get(written.span.file)
    if _points(astray) and len(astray.right) == 1 and source is not None:
        start = source.text.find(written.provision, written.span.start, written.span.end)
        if start >= 0:
            span = Span(written.span.file, start, start + len(written.provision))
            yield Fix(span=span, replacement=astray.right[0])
