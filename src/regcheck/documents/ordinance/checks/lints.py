"""What expert drafters look for in the text of a law, looked for in the finished ordinance.

Owns: finding the line of an outline's text, or of the specification, behind a finding; the delegations that the outline
promises to answer, against what the stored laws delegate.
Refuses to know: any single lint, numbers, files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Severity
from regcheck.documents.cited.stored import StoredLaw, find_law
from regcheck.documents.ordinance.draft import Draft, lines_of
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.documents.problems import told
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address, read_address
from regcheck.law.law_names import Library
from regcheck.law.lints import lint
from regcheck.law.lints.delegation import chapters, delegations
from regcheck.law.tree import Law
from regcheck.model.specification import Instrument, Specification
from regcheck.source.span import Span


class Linted(Frozen):
    """What refuses the ordinance, and what is only told."""

    refusals: tuple[Diagnostic, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()


def lint_ordinance(spec: Specification, outline: Outline, draft: Draft, law: Law) -> Linted:
    """Every finding with the line it comes from, in the order of the text."""
    lines = _lines(draft)
    library = Library.of(stored.law for stored in outline.stored)
    found = [_placed(one, lines) for one in lint(law, library)]
    found += _promised(spec, outline)
    return Linted(
        refusals=tuple(one for one in found if one.severity is Severity.ERROR),
        remarks=tuple(one for one in found if one.severity is not Severity.ERROR),
    )


def _lines(draft: Draft) -> Mapping[str, Span]:
    return {str(address): line.span for address, line in lines_of(draft) if line.span.file}


def _placed(found: Diagnostic, lines: Mapping[str, Span]) -> Diagnostic:
    """The finding at the line that made its provision, or that made what it is a part of."""
    address = read_address(found.provisions[0]) if found.provisions else None
    while address is not None and str(address) not in lines and address.up != address:
        address = address.up
    span = lines.get(str(address)) if address else None
    if span is None:
        return found
    return replace(found, annotations=(Annotation(span=span, label=found.provisions[0]),))


# ------------------------------------------------------------ delegations by the outline


def _promised(spec: Specification, outline: Outline) -> Iterator[Diagnostic]:
    """`answers` of the articles, for each law whose text is at hand."""
    for name, instrument in sorted(spec.instruments.items()):
        stored = find_law(outline.stored, instrument.title, instrument.number)
        if stored is not None:
            yield from _answered(outline, instrument.abbreviation or name, instrument, stored)


def _answered(
    outline: Outline, short: str, instrument: Instrument, stored: StoredLaw
) -> Iterator[Diagnostic]:
    asked, within = delegations(stored.law), chapters(stored.law)
    answered: dict[Address, str] = {}
    for article in (*outline.articles, *outline.supplement):
        for written in article.answers:
            address = _whole(stored, written.removeprefix(short)) if written.startswith(short) else None
            if address is None:
                continue
            answered.setdefault(address, article.id)
            if address not in asked:
                payload = codes.law_order.AnswerWithoutDelegation(provision=written)
                yield told(payload, article.id)
    about = {within.get(address, "") for address in answered}
    for address in asked:
        if within.get(address, "") in about and not address.part and address not in answered:
            payload2 = codes.law_order.DelegationUnassigned(delegation=short + _short(stored, address))
            yield told(payload2, instrument.title)


def _whole(stored: StoredLaw, written: str) -> Address | None:
    """The address of a provision with its 項; None if it is not there, which another check tells."""
    address = read_address(written)
    place = stored.places.find(address) if address else None
    if place is None:
        return None
    found = place.address
    return replace(found, paragraph="1") if found.article and not found.paragraph else found


def _short(stored: StoredLaw, address: Address) -> str:
    """Without its 項 where the article has only one."""
    has_one = stored.places.has_one(replace(address, items=()))
    return str(replace(address, paragraph="") if has_one else address)
