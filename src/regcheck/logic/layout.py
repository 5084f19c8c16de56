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
from regcheck.logic.slots import ListAtom, ListSteps, Slots, plan_slots
from regcheck.logic.terms import Terms
from regcheck.logic.variables import Variables
from regcheck.model.formula import And, AtLeast, Except, Formula, Implies, Not, Or, children
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
        self._known: dict[tuple[int, Place], tuple[Formula, Limits | None, Use]] = {}
        self._layouts: dict[tuple[str, frozenset[ListAtom]], Layout] = {}

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
        if limits is not self._limits:
            return _layout(subject, limits.to_grid(), use.atoms), premises
        key = (subject, use.atoms)
        if key not in self._layouts:
            self._layouts[key] = _layout(subject, self._grid, use.atoms)
        return self._layouts[key], premises

    def _read(self, root: Place, formula: Formula) -> tuple[Limits | None, Use]:
        """The limits of a formula if the specification does not have them all, and what it reaches."""
        known = self._known.get((id(formula), root))
        if known is None:
            connects = isinstance(formula, Not | And | Or | AtLeast | Except | Implies)
            found = self._read_parts(root, formula) if connects else self._read_alone(root, formula)
            known = self._known[id(formula), root] = formula, *found
        return known[1:]

    def _read_parts(self, root: Place, formula: Formula) -> tuple[Limits | None, Use]:
        """The same of each part: questions differ in how they put the same parts together."""
        limits: Limits | None = None
        use = Use(records=frozenset((root,)))
        for child in children(formula):
            beyond, reached = self._read(root, child)
            limits = beyond if limits is None else limits if beyond is None else limits.add(beyond)
            use = use | reached
        return limits, use

    def _read_alone(self, root: Place, formula: Formula) -> tuple[Limits | None, Use]:
        limits = Limits()
        note_formula(self.specification, root.subject, formula, limits)
        beyond = None if self._limits.cover(limits) else limits
        return beyond, self.survey.use_of(formula, root)

    def compiler(self, layout: Layout) -> Compiler:
        """A compiler for the questions of a layout."""
        variables = Variables(
            specification=self.specification, grid=layout.grid, slots=dict(layout.slots), terms=Terms()
        )
        return Compiler(survey=self.survey, variables=variables)


def _layout(subject: str, grid: Grid, atoms: frozenset[ListAtom]) -> Layout:
    return Layout(subject=subject, grid=grid, slots=tuple(plan_slots(atoms).items()))
