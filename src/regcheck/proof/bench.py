"""A solver and the text that it was given.

Owns: claims as assumptions of one solver, and cores cut down.
Refuses to know: what obligations ask, layouts, how a model is read.

A core starts from all claims and leaves out, from the last to the first, each one that is not needed: 前提
come last, so a core names them only where they matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from regcheck.logic.terms import Term, Terms
from regcheck.proof.claims import Claim
from regcheck.proof.smtlib import Script
from regcheck.proof.solver import Model, Outcome, Solver


class Bench:
    """A solver and the text that it was given."""

    def __init__(self, terms: Terms, solver: Solver, space: str = "") -> None:
        self.script, self.solver = Script(terms, space), solver

    def model(self) -> Model:
        """The values of the last satisfiable search."""
        return self.solver.model(self.script.space)

    def name(self, terms: Iterable[Term]) -> None:
        """Give the solver names for terms that will be asked of it: one text costs less than many."""
        for term in terms:
            self.script.literal(term)
        self.solver.feed(self.script.take())

    def search(self, wanted: Iterable[Claim], wishes: Iterable[Iterable[Term]] = ()) -> Outcome:
        """Whether all claims can hold; with the first wishes that can be had besides, if any."""
        literals = [self.script.literal(claim.term) for claim in wanted]
        for wish in (*wishes, ()):
            more = [self.script.literal(term) for term in wish]
            self.solver.feed(self.script.take())
            outcome = self.solver.check([*literals, *more])
            if outcome is Outcome.SATISFIABLE:
                break
        return outcome

    def core(self, claims: Sequence[Claim], is_possible: Callable[[Sequence[Term]], bool]) -> tuple[str, ...]:
        """Labels that suffice, after an unsatisfiable search; leaving out any one of the claims kept makes room.

        A claim outside the solver's own core is left out unasked: what is left still contains that core. One
        without which `is_possible` knows a case is needed; of the others the solver is asked.
        """
        kept, literals = list(claims), {claim: self.script.literal(claim.term) for claim in claims}
        needed = self.solver.core()
        for claim in reversed(claims):
            fewer = [other for other in kept if other is not claim]
            if literals[claim] not in needed:
                kept = fewer
            elif is_possible([other.term for other in fewer]):
                continue
            elif self.search(fewer) is Outcome.UNSATISFIABLE:
                kept, needed = fewer, self.solver.core()
        return tuple(dict.fromkeys(claim.label for claim in kept))
