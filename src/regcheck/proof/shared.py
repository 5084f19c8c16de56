"""What questions of one layout share: terms, cases looked at before the solver, the solver.

Owns: the compiler of a layout, its samples, and when a solver gives way to an empty one.
Refuses to know: questions, answers, how a model is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from regcheck.logic.from_model import Compiler
from regcheck.logic.layout import Layout
from regcheck.logic.terms import Term
from regcheck.proof.aiming import Aims
from regcheck.proof.at_hand import AtHand, Wanted
from regcheck.proof.bench import Bench, Clashes, without_each
from regcheck.proof.cases import Cases
from regcheck.proof.claims import Claimant
from regcheck.proof.clashes import clash
from regcheck.proof.decode import Decoder
from regcheck.proof.libz3 import Context
from regcheck.proof.sampling import Case
from regcheck.proof.solver import Solver

if TYPE_CHECKING:  # a run without a cache needs none of this
    from regcheck.proof.keys import Keys

MOST_SHARED = 250
"""Questions that one shared solver takes; it carries what all of them named, so its successor starts empty."""

_SPACE = "・"
"""Ends the number of a layout, with which every name of its terms begins."""


class Solvers:
    """The solver that all layouts share; an empty one takes its place when it has taken enough."""

    def __init__(self, rlimit: int, context: Context) -> None:
        self._rlimit, self._context = rlimit, context
        self._solver: Solver | None = None
        self._left = 0

    def next(self) -> Solver:
        """The solver for one more question."""
        if self._solver is None or not self._left:
            self._solver, self._left = Solver(self._rlimit, self._context), MOST_SHARED
        self._left -= 1
        return self._solver


class Shared:
    """The questions of one layout. `number` tells its terms from those of other layouts in one solver."""

    def __init__(self, layout: Layout, compiler: Compiler, number: int) -> None:
        self.layout, self.compiler, self._number = layout, compiler, number
        self.claimant = Claimant(compiler)
        decoder = Decoder(compiler.survey.specification, layout.grid, dict(layout.slots))
        self.cases = Cases(decoder, layout.subject)
        self._aims = Aims(compiler.terms)
        self._at_hand = AtHand(compiler.terms, self._aims)
        self.is_drawn = False
        self._noted: dict[Wanted, Case] = {}
        self._expected: Iterator[Wanted] = iter(())
        self._clashes: Clashes = {}
        self._bench: Bench | None = None
        self._keys: Keys | None = None

    def keys(self, base: bytes) -> Keys:
        """The contents of the terms; `base` is what they depend on besides."""
        if self._keys is None:
            from regcheck.proof.keys import Keys, digest, layout_digest

            self._keys = Keys(self.compiler.terms, digest(base, layout_digest(self.layout)))
        return self._keys

    def draw(self, wanted: Iterable[Wanted]) -> None:
        """Cases for what will be asked, and note what the solver will have to be asked."""
        at_hand = AtHand(self.compiler.terms, self._aims)
        self._expected = iter(at_hand.draw(wanted))
        self._at_hand, self.is_drawn = at_hand, True

    def case(self, wanted: Iterable[Term]) -> Case | None:
        """A case in which all of the terms hold, if one of those at hand will do."""
        return self._at_hand.case(wanted)

    def note(self, wanted: Wanted, case: Case) -> None:
        """Keep the case that was the answer; other cases may be drawn since."""
        self._noted[wanted] = case

    def noted(self, wanted: Wanted) -> Case | None:
        """The case that was the answer, if one was."""
        return self._noted.get(wanted)

    def is_possible(self, wanted: Iterable[Term]) -> bool:
        """Whether one of the cases at hand will do."""
        return self._at_hand.is_possible(wanted)

    def bench(self, solvers: Solvers) -> Bench:
        """The solver for one more question, told at once of what will be asked after it."""
        solver = solvers.next()
        if self._bench is None or self._bench.solver is not solver:
            self._bench = Bench(self.compiler.terms, solver, f"{self._number}{_SPACE}", self._clashes)
            self._prepare(self._bench, list(islice(self._expected, MOST_SHARED)))
        return self._bench

    def _prepare(self, bench: Bench, expected: Iterable[Wanted]) -> None:
        """Find out together what is impossible, and make cases that tell which terms that needs."""
        clashes = {terms: found for terms in expected if (found := clash(self._aims, terms))}
        if bench.rule_out(clashes):
            expected = [terms for terms in expected if terms not in clashes]
            asked = (fewer for terms, found in clashes.items() for fewer in without_each(terms, found))
            self._at_hand.make([terms for terms in asked if not self.is_possible(terms)])
        bench.name(_each(expected))


def _each(wanted: Iterable[Iterable[Term]]) -> Iterator[Term]:
    return (term for terms in wanted for term in terms)
