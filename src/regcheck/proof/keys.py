"""The content of a question as a key: equal keys, equal answers.

Owns: a digest of everything that an answer depends on.
Refuses to know: where answers are kept, solvers.

A definition is known by the digest of its body, and that by the digests of the definitions in it (Merkle 1987): a
changed word changes the keys of all that reaches it and of nothing else. So is a claim. Variables go by their names; what their
axioms come from (types and layout) goes into every key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

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
        return _WRITTEN[type(term)](self, term)

    def _each(self, parts: Iterable[Term]) -> str:
        return "".join([self._text(part) for part in parts])

    def _sum(self, weights: tuple[tuple[Unit, int], ...]) -> str:
        return "".join([f"{weight}*{self._text(unit)}" for unit, weight in weights])

    def _variable(self, variable: Whole) -> str:
        return f"w{variable.name}\0" if variable.name else self._auxiliary(variable)

    def _auxiliary(self, variable: Whole) -> str:
        """What its axioms say of it; inside them it is called by one sign, and nothing there is remembered."""
        inside = Keys(self._terms, self._base)
        inside._texts[variable] = "x"
        axioms = self._terms.axioms.get(variable, ())
        return f"a({''.join(map(inside._text, axioms))})"


_WRITTEN: Mapping[type, Callable[[Keys, Any], str]] = {
    Constant: lambda _, term: "T" if term.value else "F",
    Switch: lambda _, term: f"s{term.name}\0",
    AtLeast: lambda keys, term: f">({keys._sum(term.weights)}{term.least})",
    Exactly: lambda keys, term: f"=({keys._sum(term.weights)}{term.value})",
    Negation: lambda keys, term: f"!{keys._text(term.body)}",
    Conjunction: lambda keys, term: f"&({keys._each(term.parts)})",
    Disjunction: lambda keys, term: f"|({keys._each(term.parts)})",
    Definition: lambda keys, term: f"d{digest(term.name, keys._text(term.body)).hex()}",
    Whole: Keys._variable,
    Gated: lambda keys, unit: (
        f"?({keys._text(unit.condition)}{'' if unit.unit is None else keys._text(unit.unit)})"
    ),
    Stepped: lambda keys, unit: f"/({keys._text(unit.variable)}{digest(repr(unit.steps)).hex()})",
}
"""How the content of a term is written."""
