"""What a lint looks at: a law with its references and terms, the laws around it, and how a finding is told.

Owns: the subject, and the finding with its place.
Refuses to know: any single lint.
"""

from __future__ import annotations

from functools import cached_property

from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Fix, Payload
from regcheck.law.address import Address
from regcheck.law.law_names import Library
from regcheck.law.places import Places, Spoken, spoken
from regcheck.law.references import Follower, Reference
from regcheck.law.segments import Segment, segments
from regcheck.law.terms import Terms, defined_terms
from regcheck.law.tree import Law
from regcheck.source.span import Span


class Subject:
    """A law, the library that its references lead into, and its siblings: laws that say the same for others."""

    def __init__(self, law: Law, library: Library | None = None, siblings: tuple[Law, ...] = ()) -> None:
        self.law = law
        self.library = library or Library()
        self.siblings = siblings
        self._segments: dict[str, tuple[Segment, ...]] = {}

    @cached_property
    def sentences(self) -> tuple[Spoken, ...]:
        """Every sentence in reading order."""
        return tuple(spoken(self.law))

    @cached_property
    def places(self) -> Places:
        """The provisions by address."""
        return self._follower.places

    @cached_property
    def _follower(self) -> Follower:
        return Follower(self.law, self.library)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every reference in reading order."""
        return tuple(self._follower.references())

    @cached_property
    def terms(self) -> Terms:
        """The defined terms."""
        return defined_terms(self.law, self.references)

    def segments(self, said: Spoken) -> tuple[Segment, ...]:
        """The sentence and its brackets."""
        text = said.sentence.text
        if text not in self._segments:
            self._segments[text] = segments(text)
        return self._segments[text]


def finding(payload: Payload, address: Address, span: Span, fixes: tuple[Fix, ...] = ()) -> Diagnostic:
    """A finding about a place of a law. A law that was not read from a file has no places to show."""
    annotations = (Annotation(span=span, label=str(address)),) if span.file else ()
    return Diagnostic(
        payload=payload,
        annotations=annotations,
        provisions=(str(address),) if address != Address() else (),
        fixes=fixes if span.file else (),
        anchor=str(address),
    )


def in_sentence(
    payload: Payload, said: Spoken, start: int, end: int, fixes: tuple[Fix, ...] = ()
) -> Diagnostic:
    """A finding about a part of a sentence."""
    return finding(payload, said.address, said.sentence.words.place(start, end), fixes)
