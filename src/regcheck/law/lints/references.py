"""References lead to provisions that exist, and ranges from the earlier to the later.

Owns: telling the ones that do not, and how far the provisions go where they lead.
Refuses to know: how they are followed.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.labels import sort_key
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.references import Reference, Status


def check_references(subject: Subject) -> Iterator[Diagnostic]:
    """Every reference whose law is at hand."""
    for one in subject.references:
        if one.status is Status.MISSING:
            payload = codes.law_references.DanglingReference(
                reference=one.text,
                missing=str(one.missing) if one.missing else "",
                law=one.law.name if one.law else "",
                last=_last(subject, one),
            )
            yield in_sentence(payload, one.said, one.start, one.end)
        elif one.range_from and one.targets and _order(one.range_from) >= _order(one.targets[-1]):
            backwards = codes.law_references.RangeBackwards(
                first=str(one.range_from), last=str(one.targets[-1])
            )
            yield in_sentence(backwards, one.said, one.start, one.end)


def _order(address: Address) -> tuple[tuple[int, ...], ...]:
    return tuple(sort_key(num or "1") for num in (address.article, address.paragraph, *address.items))


def _last(subject: Subject, one: Reference) -> str:
    """The last provision beside the one that is missing, or beside what it would be a part of; "" for a word."""
    places = subject.library.find(one.law) if one.law else subject.places
    here = one.missing
    if places is None or here is None or here.inside:
        return ""
    here = replace(here, paragraph="1") if here.items and not here.paragraph else here
    while here.up != here:
        beside = [
            found for found in places.by_address if found.up == here.up and _level(found) == _level(here)
        ]
        if beside:
            return str(beside[-1])
        here = here.up
    return ""


def _level(address: Address) -> tuple[bool, bool, int]:
    return bool(address.article), bool(address.paragraph), len(address.items)
