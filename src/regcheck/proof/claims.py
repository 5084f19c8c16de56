"""The claims of a question: its parts and 前提 as labelled terms.

Owns: what a question says in terms, and the text that puts it alone.
Refuses to know: solvers, verdicts.
"""

from __future__ import annotations

from regcheck.frozen import Frozen
from regcheck.logic.from_model import Compiler
from regcheck.logic.places import Mention, Place
from regcheck.logic.scope import Premise
from regcheck.logic.terms import TRUE, Constant, Term
from regcheck.proof.question import Labelled, Question
from regcheck.proof.smtlib import Script


class Claim(Frozen, cache_hash=True):
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


class Claimant:
    """Makes the claims of questions of one 対象 with one compiler.

    Many questions share their parts, and the same 前提: each part and each choice of 前提 is put into terms once.
    """

    def __init__(self, compiler: Compiler) -> None:
        self.compiler = compiler
        self._parts: dict[int, tuple[Labelled, Claim, int]] = {}
        self._premises: dict[tuple[Premise, ...], tuple[list[Claim], int]] = {}

    def claims_of(self, question: Question, premises: tuple[Premise, ...]) -> Claims:
        """The parts, then the 前提."""
        subject = Place(subject=question.subject)
        claims: list[Claim] = []
        mentioned = self.compiler.mentions.bit(subject)
        for part in question.parts:
            _, claim, bits = self._parts.get(id(part)) or self._part(part, subject)
            claims.append(claim)
            mentioned |= bits
        assumed, bits = self._premises.get(premises) or self._assumed(question.subject, premises)
        mentions = self.compiler.mentions.of(mentioned | bits)
        return Claims(claims=(*claims, *assumed), mentions=mentions)

    def _part(self, part: Labelled, subject: Place) -> tuple[Labelled, Claim, int]:
        term, mentioned = self.compiler.compile(part.formula, subject)
        made = self._parts[id(part)] = part, Claim(label=part.label, term=term), mentioned
        return made

    def _assumed(self, subject: str, premises: tuple[Premise, ...]) -> tuple[list[Claim], int]:
        """Each 前提 with all its records under one label."""
        grouped: dict[str, list[Term]] = {}
        mentioned = 0
        for premise in premises:
            term, bits = self.compiler.compile_premise(premise, subject)
            grouped.setdefault(premise_label(premise.assumption), []).append(term)
            mentioned |= bits
        conjoin = self.compiler.terms.conjoin
        claims = [Claim(label=label, term=conjoin(terms)) for label, terms in grouped.items()]
        made = self._premises[premises] = claims, mentioned
        return made


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
