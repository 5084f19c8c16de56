"""What a question reaches: mentioned records, 前提 on them, atoms about 一覧.

Owns: the survey of formulas through all the definitions they use, and the choice of 前提 instances.
Refuses to know: terms, values, how many slots suffice (slots.py).

前提 hold of every record. They are put on the subject, on each record that the question mentions, and on each
record that a 前提 so put mentions, unless one of its own 対象 stands before it in that chain: 対象 may refer to
each other in circles, cases are finite.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.frozen import Frozen
from regcheck.logic.places import (
    Each,
    Place,
    Step,
    list_at,
    owner,
    record_at,
    records_along,
    shape,
)
from regcheck.logic.slots import ListAtom, needs
from regcheck.logic.traverse import Places, roots_in, said_in, walk, walk_expressions
from regcheck.model.formula import (
    Applies,
    Breaches,
    Compare,
    Count,
    Formula,
    Judged,
    Lawful,
    ListTotal,
    OutcomeIs,
    OverList,
    Path,
    StageApplies,
)
from regcheck.model.references import paths_in
from regcheck.model.specification import Assumption, Override, Specification


class Use(Frozen):
    """Records and atoms about 一覧, with slots not told apart."""

    records: frozenset[Place] = frozenset()
    atoms: frozenset[ListAtom] = frozenset()

    def __or__(self, other: Use) -> Use:
        if other.records <= self.records and other.atoms <= self.atoms:
            return self
        return Use(records=self.records | other.records, atoms=self.atoms | other.atoms)


class Premise(Frozen):
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
        use = Use(records=frozenset((place,)))
        for inner, places in walk(self.specification, formula, {"": place}):
            use = use | self._own_use(inner, places) | self._items_use(inner, places)
        return use

    def premises(self, records: frozenset[Place]) -> tuple[tuple[Premise, ...], Use]:
        """The 前提 to put, nearest records first, and what they reach."""
        if records not in self._premises:
            self._premises[records] = self._find_premises(records)
        return self._premises[records]

    def _find_premises(self, records: frozenset[Place]) -> tuple[tuple[Premise, ...], Use]:
        before: dict[Place, frozenset[str]] = dict.fromkeys(_sorted(records), frozenset())
        queue, found, total = list(before), [], Use()
        for place in queue:
            chain = before[place] | {place.subject}
            for assumption in self.assumptions.get(place.subject, ()):
                if place.subject in before[place]:
                    break
                found.append(Premise(assumption=assumption.header.name, place=place))
                use = self._item_use("前提", assumption.header.name, place, (assumption.body,))
                total = total | use
                new = [record for record in _sorted(use.records) if record not in before]
                before.update(dict.fromkeys(new, chain))
                queue.extend(new)
        return tuple(found), total

    def _item_use(self, kind: str, name: str, place: Place, formulas: Iterable[Formula]) -> Use:
        key = (kind, name, place)
        if key not in self._known:
            use = Use(records=frozenset((place,)))
            for formula in formulas:
                use = use | self.use_of(formula, place)
            self._known[key] = use
        return self._known[key]

    def _items_use(self, formula: Formula, places: Places) -> Use:
        """What the item that a formula names reaches."""
        match formula:
            case Applies(term=term, path=path):
                place = self._record(path, places)
                return self._item_use("定義", term, place, self._predicate_formulas(term))
            case StageApplies(plan=plan, number=number, path=path):
                stages = self.specification.plans[plan].stages
                formulas = [stage.body for stage in stages if stage.number == number]
                return self._item_use(f"段階{number}", plan, self._record(path, places), formulas)
            case OutcomeIs(table=table, path=path):
                return self._table_use(table, self._record(path, places))
            case Breaches(procedure=name, path=path) | Lawful(procedure=name, path=path):
                said = said_in(self.specification.procedures[name])
                return self._item_use("手続", name, self._record(path, places), said)
            case _:
                return Use()

    def _predicate_formulas(self, term: str) -> Iterator[Formula]:
        yield self.specification.predicates[term].body
        yield from (override.condition for override in self.overrides.get(term, ()))

    def _table_use(self, name: str, place: Place) -> Use:
        table = self.specification.tables[name]
        use = self._item_use("表", name, place, () if table.within is None else (table.within,))
        for column in table.columns:
            use = use | self._records(owner(column.path), {"": place})
        return use

    def _own_use(self, formula: Formula, places: Places) -> Use:
        """The records on the paths of a formula itself, and its atoms about 一覧."""
        use = Use()
        for path in paths_in(formula):
            whole = isinstance(formula, Applies | StageApplies | OutcomeIs | Judged | Breaches | Lawful)
            use = use | self._records(path if whole else owner(path), places)
        match formula:
            case OverList(path=path):
                return use | self._list_use(path, 1, formula, places)
            case Compare():
                return use | self._compare_use(formula, places)
            case _:
                return use

    def _compare_use(self, compare: Compare, places: Places) -> Use:
        use = Use()
        needed = needs(compare)
        for expression, inner in walk_expressions(self.specification, compare, places):
            for path in paths_in(expression):
                use = use | self._records(owner(path), inner)
            match expression:
                case Count(path=path):
                    use = use | self._list_use(path, needed.get(expression), expression, inner)
                case ListTotal(path=path):
                    use = use | self._list_use(path, 0, expression, inner, adds_up=True)
                case _:
                    pass
        return use

    def _list_use(
        self,
        path: Path,
        need: int | None,
        atom: OverList | Count | ListTotal,
        places: Places,
        *,
        adds_up: bool = False,
    ) -> Use:
        fact, declared = list_at(self.specification, path, places)
        spoken_of = {root: places[root] for root in sorted(roots_in(atom)) if root in places}
        here = (*fact.place.steps, fact.field)
        found = ListAtom(
            steps=shape(here),
            limit=declared.limit,
            need=need,
            subject_matter=(atom, tuple((root, place.any_slot) for root, place in spoken_of.items())),
            crossing=tuple(lists for place in spoken_of.values() for lists in _beside(place.steps, here)),
            adds_up=adds_up,
        )
        element = fact.slot(Each(), declared.subject).any_slot
        return Use(records=frozenset((element,)), atoms=frozenset((found,)))

    def _records(self, path: Path, places: Places) -> Use:
        along = records_along(self.specification, path, places)
        return Use(records=frozenset(place.any_slot for place in along))

    def _record(self, path: Path, places: Places) -> Place:
        return record_at(self.specification, path, places).any_slot


def _beside(place: tuple[Step, ...], here: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The 一覧 on the way to a bound element that are not also on the way here, slots not told apart."""
    for index, step in enumerate(place):
        if isinstance(step, Each) and step.variable and place[: index + 1] != here[: index + 1]:
            yield shape(place[:index])


def _sorted(records: Iterable[Place]) -> list[Place]:
    return sorted(records, key=lambda place: place.name)
