"""The claims of a question: its parts and 前提 as labelled terms.

Owns: what a question says in terms, and the text that puts it alone.
Refuses to know: solvers, verdicts.
"""

from __future__ import annotations

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.from_model import Compiler
from regcheck.logic.places import Mention, Place
from regcheck.logic.scope import Premise
from regcheck.logic.terms import TRUE, Constant, Term
from regcheck.proof.question import Question
from regcheck.proof.smtlib import Script


class Claim(Frozen):
    """A term that the question wants to hold, under the name that a core gives back."""

    label: str
    term: Term


class Claims(Frozen):
    """All that a question wants, and every fact that it mentions."""

    claims: tuple[Claim, ...]
    mentions: frozenset[Mention]


def premise_label(name: str) -> str:
    """How a 前提 appears in a core."""
    return f"前提「{name}」"


class Claimant(Mutable):
    """Makes the claims of questions with one compiler; the same 前提 are compiled together once."""

    compiler: Compiler
    _premises: dict[tuple[Premise, ...], Claims] = field(default_factory=dict)

    def claims_of(self, question: Question, premises: tuple[Premise, ...]) -> Claims:
        """The parts, then the 前提."""
        subject = Place(subject=question.subject)
        claims: list[Claim] = []
        mentions: set[Mention] = {subject}
        for part in question.parts:
            term, mentioned = self.compiler.compile(part.formula, subject)
            claims.append(Claim(label=part.label, term=term))
            mentions |= mentioned
        assumed = self._assumed(question.subject, premises)
        return Claims(claims=(*claims, *assumed.claims), mentions=assumed.mentions | mentions)

    def _assumed(self, subject: str, premises: tuple[Premise, ...]) -> Claims:
        """Each 前提 with all its records under one label."""
        if premises not in self._premises:
            grouped: dict[str, list[Term]] = {}
            mentions: set[Mention] = set()
            for premise in premises:
                term, mentioned = self.compiler.compile_premise(premise, subject)
                grouped.setdefault(premise_label(premise.assumption), []).append(term)
                mentions |= mentioned
            conjoin = self.compiler.terms.conjoin
            claims = tuple(Claim(label=label, term=conjoin(terms)) for label, terms in grouped.items())
            self._premises[premises] = Claims(claims=claims, mentions=frozenset(mentions))
        return self._premises[premises]


def asserted(script: Script, claims: Claims) -> str:
    """The text that asserts every claim, each under its label as a comment."""
    lines: list[str] = []
    for claim in claims.claims:
        constant = isinstance(claim.term, Constant)
        said = str(claim.term is TRUE).lower() if constant else str(script.literal(claim.term))
        lines += [f"; {one_line(claim.label)}", script.take(), f"(assert {said})"]
    return "\n".join(filter(None, lines))


def one_line(text: str) -> str:
    """A text without line breaks, fit for a comment."""
    return " ".join(text.split())
