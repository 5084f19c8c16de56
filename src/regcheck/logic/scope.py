"""What a question reaches: mentioned records, 前提 on them, atoms about 一覧.

Owns: the survey of formulas through all the definitions they use, and the choice of 前提 instances.
Refuses to know: terms, values, how many slots suffice (slots.py).

前提 hold of every record. They are put on the subject, on each record that the question mentions, and on each
record that a 前提 so put mentions, unless one of its own 対象 stands before it in that chain: 対象 may refer to
each other in circles, cases are finite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.places import Each, Place, Step, along, list_at, shape
from regcheck.logic.slots import ListAtom, needs
from regcheck.logic.traverse import CONNECTIVES, Places, own_fields, roots_in, said_in, walk, walk_expressions
from regcheck.model.formula import (
    Applies,
    Breaches,
    Compare,
    Count,
    Day,
    Formula,
    Judged,
    Lawful,
    ListTotal,
    Number,
    OutcomeIs,
    OverList,
    Path,
    StageApplies,
)
from regcheck.model.references import paths_in
from regcheck.model.specification import Assumption, Override, Specification

Named = Applies | StageApplies | OutcomeIs | Judged | Breaches | Lawful


class Use(Frozen, cache_hash=True):
    """Records and atoms about 一覧, with slots not told apart."""

    records: frozenset[Place] = frozenset()
    atoms: frozenset[ListAtom] = frozenset()


class Found(Mutable):
    """A use while it is found out."""

    records: set[Place]
    atoms: set[ListAtom] = field(default_factory=set)

    def add(self, use: Use) -> None:
        """That is reached, too."""
        self.records |= use.records
        self.atoms |= use.atoms

    @property
    def use(self) -> Use:
        """All that was found."""
        return Use(records=frozenset(self.records), atoms=frozenset(self.atoms))


class Premise(Frozen, cache_hash=True):
    """A 前提 on the records at a place."""

    assumption: str
    place: Place


class Survey:
    """Surveys formulas of one specification; remembers each definition on each place."""

    def __init__(self, specification: Specification) -> None:
        self.specification = specification
        self.overrides: dict[str, list[Override]] = {}
        self.assumptions: dict[str, list[Assumption]] = {}
        self._known: dict[tuple[str, str, Place], Use] = {}
        self._premises: dict[frozenset[Place], tuple[tuple[Premise, ...], Use]] = {}
        for override in specification.overrides.values():
            self.overrides.setdefault(override.target, []).append(override)
        for assumption in specification.assumptions.values():
            self.assumptions.setdefault(assumption.subject, []).append(assumption)

    def use_of(self, formula: Formula, place: Place) -> Use:
        """What a formula on the record at a place reaches."""
        return self.use_in(walk(self.specification, formula, {"": place}), place)

    def use_in(self, walked: Iterable[tuple[Formula, Places]], place: Place) -> Use:
        """What formulas on the record at a place reach, each with its roots; those in them are not looked at."""
        found = Found(records={place})
        for formula, places in walked:
            self._note(formula, places, found)
        return found.use

    def premises(self, records: frozenset[Place]) -> tuple[tuple[Premise, ...], Use]:
        """The 前提 to put, nearest records first, and what they reach."""
        if records not in self._premises:
            self._premises[records] = self._find_premises(records)
        return self._premises[records]

    def _find_premises(self, records: frozenset[Place]) -> tuple[tuple[Premise, ...], Use]:
        before: dict[Place, frozenset[str]] = dict.fromkeys(_sorted(records), frozenset())
        queue, found, total = list(before), [], Found(records=set())
        for place in queue:
            chain = before[place] | {place.subject}
            for assumption in self.assumptions.get(place.subject, ()):
                if place.subject in before[place]:
                    break
                found.append(Premise(assumption=assumption.header.name, place=place))
                use = self._item_use("前提", assumption.header.name, place, (assumption.body,))
                total.add(use)
                new = [record for record in _sorted(use.records) if record not in before]
                before.update(dict.fromkeys(new, chain))
                queue.extend(new)
        return tuple(found), total.use

    def _item_use(self, kind: str, name: str, place: Place, formulas: Iterable[Formula]) -> Use:
        key = (kind, name, place)
        if key not in self._known:
            found = Found(records={place})
            for formula in formulas:
                found.add(self.use_of(formula, place))
            self._known[key] = found.use
        return self._known[key]

    def _note(self, formula: Formula, places: Places, found: Found) -> None:
        """What a formula itself reaches: not the formulas in it, but all of an item that it names."""
        if type(formula) in CONNECTIVES or own_fields(formula) is not None:
            return  # the record itself is reached anyhow
        match formula:
            case Compare():
                self._note_compare(formula, places, found)
            case OverList(path=path):
                self._note_way(path.root, path.steps[:-1], places, found)
                self._note_list(path, 1, formula, places, found)
            case Applies() | StageApplies() | OutcomeIs() | Judged() | Breaches() | Lawful():
                place = self._note_way(formula.path.root, formula.path.steps, places, found)
                self._note_item(formula, place.any_slot, found)
            case _:
                for path in paths_in(formula):
                    self._note_way(path.root, path.steps[:-1], places, found)

    def _note_item(self, formula: Named, place: Place, found: Found) -> None:
        """What the item that a formula names reaches."""
        match formula:
            case Applies(term=term):
                found.add(self._item_use("定義", term, place, self._predicate_formulas(term)))
            case StageApplies(plan=plan, number=number):
                stages = self.specification.plans[plan].stages
                formulas = [stage.body for stage in stages if stage.number == number]
                found.add(self._item_use(f"段階{number}", plan, place, formulas))
            case OutcomeIs(table=table):
                self._note_table(table, place, found)
            case Breaches(procedure=name) | Lawful(procedure=name):
                said = said_in(self.specification.procedures[name])
                found.add(self._item_use("手続", name, place, said))
            case Judged():
                return
            case _:
                assert_never(formula)

    def _predicate_formulas(self, term: str) -> Iterator[Formula]:
        yield self.specification.predicates[term].body
        yield from (override.condition for override in self.overrides.get(term, ()))

    def _note_table(self, name: str, place: Place, found: Found) -> None:
        table = self.specification.tables[name]
        found.add(self._item_use("表", name, place, () if table.within is None else (table.within,)))
        for column in table.columns:
            self._note_way(column.path.root, column.path.steps[:-1], {"": place}, found)

    def _note_compare(self, compare: Compare, places: Places, found: Found) -> None:
        for expression, inner in walk_expressions(self.specification, compare, places):
            if type(expression) is Number or type(expression) is Day:  # many are, and have no way
                continue
            for path in paths_in(expression):
                self._note_way(path.root, path.steps[:-1], inner, found)
            match expression:
                case Count(path=path):
                    self._note_list(path, needs(compare).get(expression), expression, inner, found)
                case ListTotal(path=path):
                    self._note_list(path, 0, expression, inner, found)
                case _:
                    pass

    def _note_list(
        self, path: Path, need: int | None, atom: OverList | Count | ListTotal, places: Places, found: Found
    ) -> None:
        fact, declared = list_at(self.specification, path, places)
        spoken_of = {root: places[root] for root in sorted(roots_in(atom)) if root in places}
        here = (*fact.place.steps, fact.field)
        found.atoms.add(
            ListAtom(
                steps=shape(here),
                limit=declared.limit,
                need=need,
                subject_matter=(atom, tuple((root, place.any_slot) for root, place in spoken_of.items())),
                crossing=tuple(lists for place in spoken_of.values() for lists in _beside(place.steps, here)),
                adds_up=isinstance(atom, ListTotal),
            )
        )
        found.records.add(fact.slot(Each(), declared.subject).any_slot)

    def _note_way(self, root: str, steps: Sequence[str], places: Places, found: Found) -> Place:
        """The records along some 参照; the last of them."""
        place = places[root]
        found.records.add(place.any_slot)
        if not steps:
            return place
        way = along(self.specification, place, steps)
        found.records.update([place.any_slot for place in way])
        return way[-1]


def _beside(place: tuple[Step, ...], here: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The 一覧 on the way to a bound element that are not also on the way here, slots not told apart."""
    for index, step in enumerate(place):
        if isinstance(step, Each) and step.variable and place[: index + 1] != here[: index + 1]:
            yield shape(place[:index])


def _sorted(records: Iterable[Place]) -> list[Place]:
    return sorted(records, key=lambda place: place.name)
