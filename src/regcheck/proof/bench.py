"""A solver and the text that it was given.

Owns: claims as assumptions of one solver, and cores cut down.
Refuses to know: what obligations ask, layouts, how a model is read.

A core starts from all claims and leaves out, from the last to the first, each one that is not needed: 前提
come last, so a core names them only where they matter.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from regcheck.logic.terms import FALSE, Constant, Term, Terms
from regcheck.proof.claims import Claim
from regcheck.proof.smtlib import Literal, Script
from regcheck.proof.solver import Model, Outcome, Solver

Clashes = dict[tuple[Term, ...], frozenset[Term]]
"""Terms that cannot hold together, with those of them that suffice for that."""


class Bench:
    """A solver and the text that it was given. `clashes` are shown already, perhaps by another solver."""

    def __init__(self, terms: Terms, solver: Solver, space: str = "", clashes: Clashes | None = None) -> None:
        self.script, self.solver = Script(terms, space), solver
        self._clashes: Clashes = {} if clashes is None else clashes
        self._asked: dict[Literal, Term] = {}
        self._known: frozenset[Term] | None = None

    def model(self) -> Model:
        """The values of the last satisfiable search."""
        return self.solver.model(self.script.space)

    def name(self, terms: Iterable[Term]) -> None:
        """Give the solver names for terms that will be asked of it: one text costs less than many."""
        for term in terms:
            self.script.literal(term)
        self.solver.feed(self.script.take())

    def rule_out(self, clashes: Clashes) -> bool:
        """Whether all of these clash as is said. One search tells it of all but those that deny each other by their
        shape, and there is no other search for any of them."""
        terms = self.script.terms
        any_of = terms.disjoin([terms.conjoin(some) for some in dict.fromkeys(clashes.values())])
        is_shown = any_of is FALSE
        if not isinstance(any_of, Constant):
            literal = self.script.literal(any_of)
            self.solver.feed(self.script.take())
            is_shown = self.solver.check([literal]) is Outcome.UNSATISFIABLE
        if is_shown:
            self._clashes.update(clashes)
        return is_shown

    def search(self, wanted: Iterable[Claim], wishes: Iterable[Iterable[Term]] = ()) -> Outcome:
        """Whether all claims can hold; with the first wishes that can be had besides, if any."""
        terms = tuple([claim.term for claim in wanted])
        self._known = self._clashes.get(terms)
        if self._known is not None:
            return Outcome.UNSATISFIABLE
        self._asked = {self.script.literal(term): term for term in terms}
        for wish in (*wishes, ()):
            more = [self.script.literal(term) for term in wish]
            self.solver.feed(self.script.take())
            outcome = self.solver.check([*self._asked, *more])
            if outcome is Outcome.SATISFIABLE:
                break
        return outcome

    def _needed(self) -> frozenset[Term]:
        """Terms that suffice for the last search to be unsatisfiable, not always the fewest."""
        if self._known is not None:
            return self._known
        return frozenset(self._asked[literal] for literal in self.solver.core())

    def core(self, claims: Sequence[Claim], is_possible: Callable[[Sequence[Term]], bool]) -> tuple[str, ...]:
        """Labels that suffice, after an unsatisfiable search; leaving out any one of the claims kept makes room.

        A claim outside a core that is known already is left out unasked: what is left still contains that core. One
        without which `is_possible` knows a case is needed; of the others the solver is asked.
        """
        kept, needed = list(claims), self._needed()
        for claim in reversed(claims):
            fewer = [other for other in kept if other is not claim]
            if claim.term not in needed:
                kept = fewer
            elif is_possible([other.term for other in fewer]):
                continue
            elif self.search(fewer) is Outcome.UNSATISFIABLE:
                kept, needed = fewer, self._needed()
        return tuple(dict.fromkeys(claim.label for claim in kept))


def without_each(terms: Sequence[Term], core: Container[Term]) -> Iterator[tuple[Term, ...]]:
    """What `Bench.core` asks about, if each term of the core is needed."""
    kept: tuple[Term, ...] = ()
    for place in range(len(terms) - 1, -1, -1):
        if terms[place] in core:
            yield (*terms[:place], *kept)
            kept = terms[place], *kept
