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
from regcheck.proof.families.made import Made
from regcheck.proof.obligation import Obligation, Settled
from regcheck.proof.verdict import Verdict

Name = tuple[str, str]
"""An item that a formula can mention: its name space and its name (model/references.py)."""


class Mentioned:
    """The items that formulas mention; one that many questions share, or that was looked at before, is looked at once."""

    def __init__(self, before: Mentioned | None = None) -> None:
        self._before = {} if before is None else before._now
        self._now: dict[int, tuple[Formula, frozenset[Name]]] = {}

    def by(self, obligation: Obligation) -> frozenset[Name]:
        """Those that the questions of an obligation mention."""
        parts = [part.formula for question in questions_of(obligation) for part in question.parts]
        return frozenset[Name]().union(*map(self.of, parts))

    def of(self, formula: Formula) -> frozenset[Name]:
        """Those that a formula mentions."""
        key = id(formula)
        known = self._now.get(key)
        if known is None:
            known = self._before.get(key) or (formula, frozenset(mentions(formula)))
            self._now[key] = known
        return known[1]


class Standing(Frozen):
    """What was decided, and the items that its questions mention."""

    decided: Decided
    mentioned: frozenset[Name]


class Checked(Frozen):
    """A specification and what was proved of it, by the id of the obligation."""

    specification: Specification
    grid: Grid
    proofs: Mapping[str, Standing]
    made: Made
    mentioned: Mentioned


class Carried(Mutable):
    """What a process keeps from check to check, by the mark of the epoch."""

    checked: dict[str, Checked] = field(default_factory=dict)

    def made(self, mark: str, spec: Specification) -> Made:
        """Where what is made of the texts is put, and what was made of them before."""
        earlier = self.checked.get(mark)
        return Made(spec, None if earlier is None else earlier.made)

    def of(
        self, mark: str, spec: Specification, owed: Iterable[Obligation], made: Made
    ) -> dict[str, Decided]:
        """The proofs that hold of what is owed now, by the id of the obligation."""
        earlier, grid, found = self.checked.get(mark), limits_of(spec).to_grid(), dict[str, Standing]()
        mentioned = Mentioned(None if earlier is None else earlier.mentioned)
        if earlier is not None and earlier.grid == grid:
            found = dict(_standing(earlier, spec, owed, mentioned))
        self.checked[mark] = Checked(
            specification=spec, grid=grid, proofs=found, made=made, mentioned=mentioned
        )
        return {name: standing.decided for name, standing in found.items()}

    def keep(self, mark: str, decided: Iterable[Decided]) -> None:
        """What is proved now stands for the next check of what `of` was asked about."""
        now = self.checked[mark]
        proofs = dict(now.proofs)
        for one in decided:
            obligation = one.obligation
            if one.verdict is Verdict.PROVED and not isinstance(obligation.ask, Settled):
                known = proofs.get(obligation.id)
                if known is None or known.decided is not one:
                    names = now.mentioned.by(obligation) if known is None else known.mentioned
                    proofs[obligation.id] = Standing(decided=one, mentioned=names)
        self.checked[mark] = replace(now, proofs=proofs)


def _standing(
    earlier: Checked, spec: Specification, owed: Iterable[Obligation], mentioned: Mentioned
) -> Iterator[tuple[str, Standing]]:
    changed = _changed(earlier.specification, spec)
    if changed is None:
        return
    dirty = _dirty(spec, changed, mentioned)
    if any(not dirty.isdisjoint(mentioned.of(one.body)) for one in spec.assumptions.values()):
        return
    for obligation in owed:
        before = earlier.proofs.get(obligation.id)
        if before is not None and dirty.isdisjoint(before.mentioned):
            known = before.decided.obligation
            if known is obligation or _asks(known) == _asks(obligation):
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
        found |= {(space, name) for name in _differing(getattr(old, kind), getattr(new, kind))}
    for name in _differing(old.overrides, new.overrides):
        both = old.overrides.get(name), new.overrides.get(name)
        found |= {("term", one.target) for one in both if one is not None}
    return frozenset(found)


def _differing(old: Mapping[str, object], new: Mapping[str, object]) -> Iterator[str]:
    """The names of the items that are not the same; an item that was not built again is the same object."""
    for name in old.keys() | new.keys():
        before, after = old.get(name), new.get(name)
        if before is not after and before != after:
            yield name


def _dirty(spec: Specification, changed: frozenset[Name], mentioned: Mentioned) -> frozenset[Name]:
    """The changed items and all that mention them, however far."""
    mentioned_by: dict[Name, set[Name]] = {}
    for name, formulas in _bodies(spec):
        for formula in formulas:
            for inner in mentioned.of(formula):
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
