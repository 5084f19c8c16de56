"""Questions put into terms, and cases drawn for many of them at once.

Owns: the layouts of a specification, what the questions of each share, and each question in terms, once.
Refuses to know: solvers, answers, verdicts.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, runtime_checkable

from regcheck.frozen import Frozen
from regcheck.logic.layout import Layout, Planner
from regcheck.logic.terms import FALSE, TRUE, Term, Terms
from regcheck.model.specification import Specification
from regcheck.proof.claims import Claim, Claims
from regcheck.proof.conjuncts import Refiner
from regcheck.proof.question import Question
from regcheck.proof.sampling import Case
from regcheck.proof.shared import Shared


class Stated(Frozen, eq=False):
    """A question in terms: `wanted` are the claims that are not true anyhow, `terms` those of these claims."""

    shared: Shared
    claims: Claims
    why: bool
    wanted: tuple[Claim, ...]
    terms: tuple[Term, ...]
    absurd: Claim | None
    """The first claim that is false by its shape."""

    @property
    def factory(self) -> Terms:
        """What made the terms; questions of one layout share it."""
        return self.shared.compiler.terms


class Stater:
    """States the questions of one specification in terms."""

    def __init__(self, spec: Specification) -> None:
        self.refiner = Refiner(spec)
        self._planner = Planner(spec)
        self._layouts: dict[Layout, Shared] = {}
        self._made = 0
        self._stated: dict[int, tuple[Question, Stated | None]] = {}
        self._drawn: set[int] = set()

    def refined(self, question: Question) -> Stated | None:
        """The question cut into clauses, as the prover is asked it; None if it is too deep to be read."""
        try:
            return self.state(self.refiner.refine(question))
        except RecursionError:
            return None

    def state(self, question: Question) -> Stated | None:
        """The question in terms, made once; None if it is nested too deeply."""
        known = self._stated.get(id(question))
        if known is None:
            try:
                known = question, self.prepare(question)
            except RecursionError:
                self._layouts.clear()  # what was half compiled must not be used again
                known = question, None
            self._stated[id(question)] = known
        return known[1]

    def prepare(self, question: Question) -> Stated:
        """The question in terms. Raises RecursionError if it is nested too deeply."""
        formulas = [part.formula for part in question.parts]
        layout, premises = self._planner.plan(question.subject, formulas, assume=question.assume)
        shared = self._layouts.get(layout)
        if shared is None:
            self._made += 1
            shared = self._layouts[layout] = Shared(layout, self._planner.compiler(layout), self._made)
        claims = shared.claimant.claims_of(question, premises)
        wanted = tuple([claim for claim in claims.claims if claim.term is not TRUE])
        terms = tuple([claim.term for claim in wanted])
        absurd = wanted[terms.index(FALSE)] if FALSE in terms else None
        return Stated(
            shared=shared, claims=claims, why=question.why, wanted=wanted, terms=terms, absurd=absurd
        )

    def draw(self, stated: Iterable[Stated]) -> None:
        """Cases for each layout, drawn near the limits in all that is asked of it."""
        asked: dict[Shared, list[Stated]] = {}
        for one in stated:
            if one.absurd is None:
                asked.setdefault(one.shared, []).append(one)
                one.shared.cases.expect(one.claims.mentions)
        for shared, some in asked.items():
            if len(some) > 1 or not shared.is_drawn:  # for one question, the cases at hand will do
                shared.draw([one.terms for one in some])
                self._drawn.update(map(id, some))

    def cases(self, stated: Iterable[Stated]) -> list[Case | None]:
        """A case for each question for which one was found or is at hand, or can be drawn."""
        listed = list(stated)
        found = [one.shared.noted(one.terms) or one.shared.case(one.terms) for one in listed]
        left = [one for one, case in zip(listed, found, strict=True) if case is None]
        new = [one for one in left if id(one) not in self._drawn]
        if not new:
            return found
        self.draw(new)
        again = iter([one.shared.case(one.terms) for one in left])
        return [case if case is not None else next(again) for case in found]


@runtime_checkable
class Stating(Protocol):
    """A prover that puts questions into terms: what it has in terms need not be put so twice."""

    @property
    def stater(self) -> Stater: ...


def stater_of(prover: object, spec: Specification) -> Stater:
    """The stater of a prover that has one, or one of its own."""
    return prover.stater if isinstance(prover, Stating) else Stater(spec)
