"""Looking names up, and saying what is wrong with those that are not there.

Owns: the context every builder works in, lookups by kind, proposals for unknown names.
Refuses to know: fields and paths (scope.py), what a name is used for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Fix, Payload
from regcheck.frozen import Frozen, field
from regcheck.model.formula import Path
from regcheck.model.from_syntax.findings import Broken, Findings, Place
from regcheck.model.from_syntax.signatures import (
    DiscretionSignature,
    Fields,
    PlanSignature,
    Signatures,
    TableSignature,
    TermSignature,
)
from regcheck.model.from_syntax.suggest import nearest, split
from regcheck.model.types import Type
from regcheck.source.span import Span
from regcheck.syntax import ast

V = TypeVar("V")

_MANY = 300
"""After so many findings no more names are proposed: looking for them would take longer than all the rest."""

_WORDS_OF_ONE_ITEM = (Noun.MEMBER, Noun.OUTPUT, Noun.OUTCOME)
"""Names that live inside one item, so that an item of the same name says nothing about them."""


class Context(Frozen):
    """What is declared, and where findings go."""

    signatures: Signatures
    findings: Findings
    facts: dict[tuple[str, str, str], tuple[Path, Type]] = field(default_factory=dict)
    """Facts that a single name has led to, with their types: by the variable of a record, its 対象 and the name."""

    def fields(self, subject: str) -> Fields:
        """The facts of a 対象 that exists; of one that is broken, nothing more is said."""
        try:
            return self.signatures.subjects[subject]
        except KeyError:
            raise Broken from None

    def term(self, place: Place, name: ast.Name) -> TermSignature:
        found = self.lookup(place, name, self.signatures.terms, Noun.TERM)
        return _sound(found, found.subject)

    def plan(self, place: Place, name: ast.Name) -> PlanSignature:
        found = self.lookup(place, name, self.signatures.plans, Noun.PLAN)
        return _sound(found, found.subject)

    def table(self, place: Place, name: ast.Name) -> TableSignature:
        found = self.lookup(place, name, self.signatures.tables, Noun.TABLE)
        return _sound(found, found.subject)

    def discretion(self, place: Place, name: ast.Name) -> DiscretionSignature:
        found = self.lookup(place, name, self.signatures.discretions, Noun.DISCRETION)
        return _sound(found, found.subject)

    def delegation(self, place: Place, name: ast.Name) -> str:
        """The 対象 of a 委任."""
        found = self.lookup(place, name, self.signatures.delegations, Noun.DELEGATION)
        return _sound(found, found)

    def fact_table(self, place: Place, name: ast.Name) -> str:
        """The 対象 of a 事実表."""
        found = self.lookup(place, name, self.signatures.fact_tables, Noun.FACT_TABLE)
        return _sound(found, found)

    def subject(self, place: Place, name: ast.Name) -> str:
        """The name of a 対象 that is declared."""
        self.lookup(place, name, self.signatures.subjects, Noun.SUBJECT)
        return name.text

    def placeholder(self, place: Place, name: ast.Name) -> str:
        """The name of a 未確定 that is declared."""
        self.lookup(place, name, dict.fromkeys(self.signatures.placeholders, True), Noun.PLACEHOLDER)
        return name.text

    def lookup(self, place: Place, name: ast.Name, declared: Mapping[str, V], wanted: Noun) -> V:
        """What a name is declared as; an unknown name is reported and breaks off."""
        if name.text in declared:
            return declared[name.text]
        raise self.unknown(place, name.text, name.span, wanted, declared)

    def unknown(
        self, place: Place, name: str, span: Span, wanted: Noun, candidates: Iterable[str], inside: str = ""
    ) -> Broken:
        """Report a name that is not there, with what it may have meant.

        The name of an item that could not be read is known: nothing more is said of it.
        """
        if name in self.signatures.unreadable:
            return Broken()
        kinds = self.signatures.kinds.get(name, ())
        moment = self.signatures.as_of
        if name in self.signatures.absent and moment is not None:
            absent = codes.names.NotInForce(name=name, wanted=wanted, day=moment.day, come=moment.chosen)
            return self.findings.broken(place, absent, span)
        if kinds and wanted not in _WORDS_OF_ONE_ITEM:
            return self.findings.broken(
                place, codes.names.WrongKindOfName(name=name, found=kinds[0], wanted=wanted), span
            )
        tired = len(self.findings.found) > _MANY
        payload, fixes = _proposal(name, span, wanted, [] if tired else list(candidates), inside)
        return self.findings.broken(place, payload, span, fixes=fixes)


def _sound(signature: V, subject: str) -> V:
    """The signature of an item whose 対象 exists."""
    if not subject:
        raise Broken
    return signature


def _proposal(
    name: str, span: Span, wanted: Noun, candidates: list[str], inside: str
) -> tuple[Payload, tuple[Fix, ...]]:
    parts = split(name, candidates)
    if parts is not None:
        head, tail = parts
        fix = Fix(span=span, replacement=f"「{head}」{tail}")
        return codes.names.GluedName(name=name, wanted=wanted, head=head, tail=tail), (fix,)
    near = nearest(name, candidates)
    payload = codes.names.UnknownName(name=name, wanted=wanted, inside=inside, nearest=near)
    return payload, (Fix(span=span, replacement=f"「{near}」"),) if near else ()
