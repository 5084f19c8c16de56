"""The layout of a question: which variables there are and how they are scaled.

Owns: the grid and the slots for a question, and the 前提 that belong to it.
Refuses to know: terms, labels, solvers.
"""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.frozen import Frozen
from regcheck.logic.from_model import Compiler
from regcheck.logic.grid import Grid, Limits, limits_of, note_formula
from regcheck.logic.places import Place
from regcheck.logic.scope import Premise, Survey, Use
from regcheck.logic.slots import ListSteps, Slots, plan_slots
from regcheck.logic.terms import Terms
from regcheck.logic.variables import Variables
from regcheck.model.formula import Formula
from regcheck.model.specification import Specification


class Layout(Frozen):
    """Questions of one layout speak of the same variables."""

    subject: str
    grid: Grid
    slots: tuple[tuple[ListSteps, Slots], ...]

    @property
    def boundless(self) -> tuple[str, ...]:
        """The 一覧 of which no number of elements is known to suffice."""
        return tuple(
            ".".join(step for step in steps if isinstance(step, str))
            for steps, slots in self.slots
            if not slots.complete
        )


class Planner:
    """Plans the questions on one specification."""

    def __init__(self, specification: Specification) -> None:
        self.specification = specification
        self.survey = Survey(specification)
        self._limits = limits_of(specification)
        self._grid = self._limits.to_grid()
        self._known: dict[tuple[Place, Formula], tuple[Limits | None, Use]] = {}

    def plan(
        self, subject: str, formulas: Iterable[Formula], *, assume: bool
    ) -> tuple[Layout, tuple[Premise, ...]]:
        """The layout for formulas on a record of the subject, and the 前提 to put."""
        limits, use, root = self._limits, Use(), Place(subject=subject)
        for formula in formulas:
            beyond, reached = self._read(root, formula)
            limits = limits if beyond is None else limits.add(beyond)
            use = use | reached
        premises: tuple[Premise, ...] = ()
        if assume:
            premises, more = self.survey.premises(use.records | {root})
            use = use | more
        grid = self._grid if limits is self._limits else limits.to_grid()
        return Layout(subject=subject, grid=grid, slots=tuple(plan_slots(use.atoms).items())), premises

    def _read(self, root: Place, formula: Formula) -> tuple[Limits | None, Use]:
        """The limits of a formula if the specification does not have them all, and what it reaches."""
        key = (root, formula)
        if key not in self._known:
            limits = Limits()
            note_formula(self.specification, root.subject, formula, limits)
            beyond = None if self._limits.cover(limits) else limits
            self._known[key] = beyond, self.survey.use_of(formula, root)
        return self._known[key]

    def compiler(self, layout: Layout) -> Compiler:
        """A compiler for the questions of a layout."""
        variables = Variables(
            specification=self.specification, grid=layout.grid, slots=dict(layout.slots), terms=Terms()
        )
        return Compiler(survey=self.survey, variables=variables)
