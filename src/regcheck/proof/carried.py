"""What an earlier check of nearly the same text decided, for a process that checks again and again.

Owns: which proofs of an earlier specification hold of the present one as they are.
Refuses to know: how anything is proved, where processes stay alive.

A proof depends on its obligation and on what its questions reach: items by name, the 前提, the types of facts and the
grid on which numbers stand. It is carried over if the obligation is the same and none of this has changed. Whatever
is no proof is decided again: what is told of it has a place in the text, and a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from regcheck.frozen import Frozen, Mutable, field, replace
from regcheck.logic.grid import Grid, limits_of
from regcheck.model.formula import Formula
from regcheck.model.references import mentions
from regcheck.model.specification import Specification
from regcheck.proof.decide import Decided, questions_of
from regcheck.proof.obligation import Obligation, Settled
from regcheck.proof.verdict import Verdict

Name = tuple[str, str]
"""An item that a formula can mention: its name space and its name (model/references.py)."""


class Standing(Frozen):
    """What was decided, and the items that its questions mention."""

    decided: Decided
    mentioned: frozenset[Name]


class Checked(Frozen):
    """A specification and what was proved of it, by the id of the obligation."""

    specification: Specification
    grid: Grid
    proofs: Mapping[str, Standing]


class Carried(Mutable):
    """What a process keeps from check to check, by the mark of the epoch."""

    checked: dict[str, Checked] = field(default_factory=dict)

    def of(self, mark: str, spec: Specification, owed: Iterable[Obligation]) -> dict[str, Decided]:
        """The proofs that hold of what is owed now, by the id of the obligation."""
        earlier = self.checked.get(mark)
        found = {} if earlier is None else dict(_standing(earlier, spec, owed))
        grid = earlier.grid if earlier is not None and found else limits_of(spec).to_grid()
        self.checked[mark] = Checked(specification=spec, grid=grid, proofs=found)
        return {name: standing.decided for name, standing in found.items()}

    def keep(self, mark: str, decided: Iterable[Decided]) -> None:
        """What is proved now stands for the next check of what `of` was asked about."""
        now, mentioned = self.checked[mark], _Mentioned()
        proofs = dict(now.proofs)
        for one in decided:
            if one.verdict is Verdict.PROVED and not isinstance(one.obligation.ask, Settled):
                known = proofs.get(one.obligation.id)
                names = mentioned.by(one.obligation) if known is None else known.mentioned
                proofs[one.obligation.id] = Standing(decided=one, mentioned=names)
        self.checked[mark] = replace(now, proofs=proofs)


def _standing(
    earlier: Checked, spec: Specification, owed: Iterable[Obligation]
) -> Iterator[tuple[str, Standing]]:
    changed = _changed(earlier.specification, spec)
    if changed is None or earlier.grid != limits_of(spec).to_grid():
        return
    dirty = _dirty(spec, changed)
    if any(not dirty.isdisjoint(mentions(assumption.body)) for assumption in spec.assumptions.values()):
        return
    for obligation in owed:
        before = earlier.proofs.get(obligation.id)
        if before is None or not dirty.isdisjoint(before.mentioned):
            continue
        if _asks(before.decided.obligation) == _asks(obligation):
            yield obligation.id, before


def _asks(obligation: Obligation) -> tuple[object, ...]:
    """What an obligation asks, wherever in the text it stands."""
    return obligation.term, obligation.provisions, obligation.presupposes, obligation.ask


_NAMED = (("term", "predicates"), ("plan", "plans"), ("table", "tables"), ("discretion", "discretions"))
_EVERYWHERE = ("enumerations", "subjects", "assumptions", "procedures")
"""What every question depends on."""


def _changed(old: Specification, new: Specification) -> frozenset[Name] | None:
    """The items that do not say what they said; None if something has changed that every question depends on."""
    if any(getattr(old, kind) != getattr(new, kind) for kind in _EVERYWHERE):
        return None
    found = set[Name]()
    for space, kind in _NAMED:
        before, after = getattr(old, kind), getattr(new, kind)
        found |= {(space, n) for n in before.keys() | after.keys() if before.get(n) != after.get(n)}
    for name in old.overrides.keys() | new.overrides.keys():
        before, after = old.overrides.get(name), new.overrides.get(name)
        if before != after:
            found |= {("term", one.target) for one in (before, after) if one is not None}
    return frozenset(found)


def _dirty(spec: Specification, changed: frozenset[Name]) -> frozenset[Name]:
    """The changed items and all that mention them, however far."""
    mentioned_by: dict[Name, set[Name]] = {}
    for name, formulas in _bodies(spec):
        for formula in formulas:
            for inner in mentions(formula):
                mentioned_by.setdefault(inner, set()).add(name)
    found, waiting = set(changed), list(changed)
    while waiting:
        new = mentioned_by.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return frozenset(found)


def _bodies(spec: Specification) -> Iterator[tuple[Name, list[Formula]]]:
    """Every item that can be mentioned, with its formulas."""
    for name, predicate in spec.predicates.items():
        yield ("term", name), [predicate.body]
    for override in spec.overrides.values():
        yield ("term", override.target), [override.condition]
    for name, plan in spec.plans.items():
        yield ("plan", name), [stage.body for stage in plan.stages]
    for name, table in spec.tables.items():
        yield ("table", name), [table.within] if table.within is not None else []


class _Mentioned:
    """The items that questions mention; a formula that many questions share is looked at once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Formula, frozenset[Name]]] = {}

    def by(self, obligation: Obligation) -> frozenset[Name]:
        parts = (part.formula for question in questions_of(obligation) for part in question.parts)
        return frozenset[Name]().union(*map(self._of, parts))

    def _of(self, formula: Formula) -> frozenset[Name]:
        known = self._known.get(id(formula))
        if known is None:
            known = self._known[id(formula)] = formula, frozenset(mentions(formula))
        return known[1]
