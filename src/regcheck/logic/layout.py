"""The layout of a question: which variables there are and how they are scaled.

Owns: the grid and the slots for a question, and the 前提 that belong to it.
Refuses to know: terms, labels, solvers.
"""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.frozen import Frozen
from regcheck.logic.from_model import Compiler
from regcheck.logic.grid import Grid, Limits, limits_of, note_walked, plain_fields
from regcheck.logic.places import Place
from regcheck.logic.scope import Found, Premise, Survey, Use
from regcheck.logic.slots import ListAtom, ListSteps, Slots, plan_slots
from regcheck.logic.terms import Terms
from regcheck.logic.traverse import CONNECTIVES, own_fields, walk
from regcheck.logic.variables import Variables
from regcheck.model.formula import Formula, children
from regcheck.model.specification import Specification


class Layout(Frozen, cache_hash=True):
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


class Reading(Frozen, eq=False):
    """What formulas on a record ask of a layout: the limits that the specification does not have, and what they
    reach."""

    beyond: Limits | None
    use: Use


class Reader:
    """Reads formulas on a record of one 対象. Each is read once, and what asks the same is one reading.

    What a formula asks besides the record itself is a set of readings, kept as an integer: most ask nothing.
    """

    def __init__(self, survey: Survey, limits: Limits, subject: str) -> None:
        self.root = Place(subject=subject)
        self._survey, self._limits = survey, limits
        self._plain = plain_fields(survey.specification.subjects[subject])
        self._known: dict[int, tuple[Formula, int]] = {}
        """By identity: questions differ in how they put the same formulas together."""
        self._said: dict[Formula, int] = {}
        self._bits: dict[Reading, int] = {}
        self._joined: dict[int, Reading] = {}
        self._within: dict[Use, Reading] = {}

    def read(self, formulas: Iterable[Formula]) -> Reading:
        """The reading of some formulas together."""
        asked = self._asked(formulas)
        joined = self._joined.get(asked)
        if joined is None:
            joined = self._joined[asked] = self._join(asked)
        return joined

    def _asked(self, formulas: Iterable[Formula]) -> int:
        known, asked = self._known, 0
        for formula in formulas:
            asked |= (known.get(id(formula)) or self._first(formula))[1]
        return asked

    def _first(self, formula: Formula) -> tuple[Formula, int]:
        """A formula that was not read before."""
        if type(formula) in CONNECTIVES:
            asked = self._asked(children(formula))
        else:
            own = own_fields(formula)
            asked = 0 if own is not None and self._plain.issuperset(own) else self._alike(formula)
        made = self._known[id(formula)] = formula, asked
        return made

    def _alike(self, formula: Formula) -> int:
        """Of a formula that is no mere connective: texts name the same items again and again."""
        known = self._said.get(formula)
        if known is None:
            known = self._said[formula] = self._alone(formula)
        return known

    def _alone(self, formula: Formula) -> int:
        spec, limits = self._survey.specification, Limits()
        walked = walk(spec, formula, {"": self.root})
        note_walked(spec, walked, limits)
        beyond = None if self._limits.cover(limits) else limits
        reading = self._made(beyond, self._survey.use_in(walked, self.root))
        return self._bits.setdefault(reading, 1 << len(self._bits))

    def _join(self, asked: int) -> Reading:
        found = Found(records={self.root})
        beyond: Limits | None = None
        for reading in (reading for reading, bit in self._bits.items() if asked & bit):
            found.add(reading.use)
            if reading.beyond is not None:
                beyond = reading.beyond if beyond is None else beyond.add(reading.beyond)
        return self._made(beyond, found.use)

    def _made(self, beyond: Limits | None, use: Use) -> Reading:
        if beyond is not None:
            return Reading(beyond=beyond, use=use)
        known = self._within.get(use)
        if known is None:
            known = self._within[use] = Reading(beyond=None, use=use)
        return known


Plan = tuple[Layout, tuple[Premise, ...]]


class Planner:
    """Plans the questions on one specification."""

    def __init__(self, specification: Specification) -> None:
        self.specification = specification
        self.survey = Survey(specification)
        self._limits = limits_of(specification)
        self._grid = self._limits.to_grid()
        self._readers: dict[str, Reader] = {}
        self._plans: dict[tuple[Reading, bool], Plan] = {}
        self._layouts: dict[tuple[str, frozenset[ListAtom]], Layout] = {}

    def plan(self, subject: str, formulas: Iterable[Formula], *, assume: bool) -> Plan:
        """The layout for formulas on a record of the subject, and the 前提 to put."""
        reader = self._readers.get(subject)
        if reader is None:
            reader = self._readers[subject] = Reader(self.survey, self._limits, subject)
        reading = reader.read(formulas)
        plan = self._plans.get((reading, assume))
        if plan is None:
            plan = self._plans[reading, assume] = self._plan(reader.root, reading, assume)
        return plan

    def _plan(self, root: Place, reading: Reading, assume: bool) -> Plan:
        premises: tuple[Premise, ...] = ()
        atoms = reading.use.atoms
        if assume:
            premises, more = self.survey.premises(reading.use.records)
            atoms |= more.atoms
        if reading.beyond is not None:
            grid = self._limits.add(reading.beyond).to_grid()
            return _layout(root.subject, grid, atoms), premises
        key = (root.subject, atoms)
        if key not in self._layouts:
            self._layouts[key] = _layout(root.subject, self._grid, atoms)
        return self._layouts[key], premises

    def compiler(self, layout: Layout) -> Compiler:
        """A compiler for the questions of a layout."""
        variables = Variables(
            specification=self.specification, grid=layout.grid, slots=dict(layout.slots), terms=Terms()
        )
        return Compiler(survey=self.survey, variables=variables)


def _layout(subject: str, grid: Grid, atoms: frozenset[ListAtom]) -> Layout:
    return Layout(subject=subject, grid=grid, slots=tuple(plan_slots(atoms).items()))
