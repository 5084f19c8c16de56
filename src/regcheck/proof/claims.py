"""The claims of a question: its parts and 前提 as labelled terms.

Owns: what a question says in terms, and the text that puts it alone.
Refuses to know: solvers, verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from regcheck.logic.from_model import Compiler
from regcheck.logic.places import Mention, Place
from regcheck.logic.scope import Premise
from regcheck.logic.terms import TRUE, Constant, Term
from regcheck.proof.question import Question
from regcheck.proof.smtlib import Script


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A term that the question wants to hold, under the name that a core gives back."""

    label: str
    term: Term


@dataclass(frozen=True, slots=True, kw_only=True)
class Claims:
    """All that a question wants, and every fact that it mentions."""

    claims: tuple[Claim, ...]
    mentions: frozenset[Mention]


def premise_label(name: str) -> str:
    """How a 前提 appears in a core."""
    return f"前提「{name}」"


def claims_of(compiler: Compiler, question: Question, premises: Iterable[Premise]) -> Claims:
    """The parts, then the 前提, each 前提 with all its records under one label."""
    claims: list[Claim] = []
    mentions: set[Mention] = {Place(subject=question.subject)}
    for part in question.parts:
        term, mentioned = compiler.compile(part.formula, Place(subject=question.subject))
        claims.append(Claim(label=part.label, term=term))
        mentions |= mentioned
    grouped: dict[str, list[Term]] = {}
    for premise in premises:
        term, mentioned = compiler.compile_premise(premise, question.subject)
        grouped.setdefault(premise_label(premise.assumption), []).append(term)
        mentions |= mentioned
    claims += [Claim(label=label, term=compiler.terms.conjoin(terms)) for label, terms in grouped.items()]
    return Claims(claims=tuple(claims), mentions=frozenset(mentions))


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
