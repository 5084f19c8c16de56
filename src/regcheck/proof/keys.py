"""The content of a question as a key: equal keys, equal answers.

Owns: a digest of everything that an answer depends on.
Refuses to know: where answers are kept, solvers.

A definition is known by the digest of its body, and that by the digests of the definitions in it (Merkle 1987): a
changed word changes the keys of all that reaches it and of nothing else. So is a claim. Variables go by their names; what their
axioms come from (types and layout) goes into every key.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from regcheck.digests import blake2b
from regcheck.logic.layout import Layout
from regcheck.logic.places import Mention
from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
    Constant,
    Definition,
    Disjunction,
    Exactly,
    Gated,
    Negation,
    Stepped,
    Switch,
    Term,
    Terms,
    Unit,
    Whole,
)
from regcheck.model.specification import Specification
from regcheck.proof.claims import Claim

SIZE = 32


def digest(*parts: str | bytes) -> bytes:
    """One digest of several texts; MessagePack keeps them apart."""
    return blake2b(msgspec.msgpack.encode(parts), digest_size=SIZE).digest()


def types_digest(spec: Specification) -> bytes:
    """The digest of every type that a fact can have."""
    fields = [
        f"{name}.{field.name}={field.type!r}"
        for name, subject in sorted(spec.subjects.items())
        for field in subject.fields.values()
    ]
    words = [f"{name}={item.members!r}" for name, item in sorted(spec.enumerations.items())]
    return digest(*fields, *words)


def layout_digest(layout: Layout) -> bytes:
    """The digest of scales, texts and slots."""
    return digest(repr(layout))


class Keys:
    """The contents of the terms of one factory."""

    def __init__(self, terms: Terms, base: bytes) -> None:
        self._terms, self._base = terms, base
        self._texts: dict[Term | Unit, str] = {}
        self._claims: dict[Claim, bytes] = {}
        self._facts: dict[frozenset[Mention], bytes] = {}
        self._names: dict[Mention, str] = {}

    def key(self, claims: Iterable[Claim], mentions: frozenset[Mention], *about: str) -> bytes:
        """The key of claims and of the facts that a case must have."""
        claimed = [self._claims.get(claim) or self._claim(claim) for claim in claims]
        return digest(self._base, *about, self._facts.get(mentions) or self._mentioned(mentions), *claimed)

    def _claim(self, claim: Claim) -> bytes:
        made = self._claims[claim] = digest(claim.label, self._text(claim.term))
        return made

    def _mentioned(self, mentions: frozenset[Mention]) -> bytes:
        names = [self._names.get(mention) or self._name(mention) for mention in mentions]
        made = self._facts[mentions] = digest(*sorted(names))
        return made

    def _name(self, mention: Mention) -> str:
        made = self._names[mention] = mention.name
        return made

    def _text(self, term: Term | Unit) -> str:
        known = self._texts.get(term)
        if known is None:
            known = self._texts[term] = self._write(term)
        return known

    def _write(self, term: Term | Unit) -> str:
        match term:  # the frequent ones first
            case AtLeast(weights=weights, least=least):
                return f">({self._sum(weights)}{least})"
            case Conjunction(parts=parts):
                return f"&({''.join(map(self._text, parts))})"
            case Negation(body=body):
                return f"!{self._text(body)}"
            case Disjunction(parts=parts):
                return f"|({''.join(map(self._text, parts))})"
            case Gated(condition=condition, unit=unit):
                return f"?({self._text(condition)}{'' if unit is None else self._text(unit)})"
            case Definition(name=name, body=body):
                return f"d{digest(name, self._text(body)).hex()}"
            case Switch(name=name):
                return f"s{name}\0"
            case Whole(name=""):
                return self._auxiliary(term)
            case Whole(name=name):
                return f"w{name}\0"
            case Constant(value=value):
                return "T" if value else "F"
            case Exactly(weights=weights, value=value):
                return f"=({self._sum(weights)}{value})"
            case Stepped(variable=variable, steps=steps):
                return f"/({self._text(variable)}{digest(repr(steps)).hex()})"

    def _sum(self, weights: tuple[tuple[Unit, int], ...]) -> str:
        return "".join([f"{weight}*{self._text(unit)}" for unit, weight in weights])

    def _auxiliary(self, variable: Whole) -> str:
        """What its axioms say of it; inside them it is called by one sign, and nothing there is remembered."""
        inside = Keys(self._terms, self._base)
        inside._texts[variable] = "x"
        axioms = self._terms.axioms.get(variable, ())
        return f"a({''.join(map(inside._text, axioms))})"
