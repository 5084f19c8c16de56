"""What is said of two versions is what looking at every record of both says.

The versions are two specifications over one small world: terms with 特例, 区分表, 段階, 前提, and facts whose limits or
names are fewer in one of them. truth_sets.py says where each formula is true; the solver, the renaming of one version
beside the other and the replay have no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from hypothesis import event, given, strategies as st
from tests.property.effort import examples
from tests.property.judging import agrees, with_stand_ins
from tests.property.small_worlds import MAIN, World, worlds
from tests.property.strategies_small import (
    Trial,
    conditions,
    with_assumption,
    with_overrides,
    with_plan,
    with_table,
    with_terms,
)
from tests.property.truth_sets import Split, Truths, disjoined

from regcheck.analysis.meanings import Case, Change, ChangeKind, Ground, Version, compare_meanings
from regcheck.analysis.meanings.tables import NO_ROW
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record
from regcheck.model.formula import Applies, OutcomeIs, Path, StageApplies
from regcheck.model.specification import DecisionTable, Specification, StagePlan
from regcheck.model.types import NumberType
from regcheck.proof.engine import Z3Prover

SELF = Path()
FEWER = {"病床数": Fraction(3)}
"""Of facts with limits: a greatest value below that of the world."""


class Versions(Frozen):
    """Two specifications over a world."""

    world: World
    earlier: Specification
    later: Specification

    def __repr__(self) -> str:
        sides = (("earlier", self.earlier), ("later", self.later))
        return "\n".join(f"--- {name}\n{Trial(world=self.world, spec=spec)!r}" for name, spec in sides)


# ---------------------------------------------------------------- drawing


@st.composite
def specifications(draw: st.DrawFn, world: World) -> Specification:
    """Something of everything."""
    spec = draw(with_table(world, world.spec)) if world.columns else world.spec
    spec = draw(with_overrides(world, draw(with_terms(world, spec))))
    return draw(with_assumption(world, draw(with_plan(world, spec))))


@st.composite
def narrowed(draw: st.DrawFn, spec: Specification) -> Specification:
    """Now and then fewer names in a 区分, or a lower limit of a fact."""
    if draw(st.sampled_from([True, True, False])):
        return spec
    kinds = spec.enumerations
    fewer = {"甲区分": replace(kinds["甲区分"], members=kinds["甲区分"].members[:2])}
    fields = spec.subjects[MAIN].fields
    limited = {
        name: replace(fields[name], type=replace(fields[name].type, high=high))
        for name, high in FEWER.items()
        if name in fields and isinstance(fields[name].type, NumberType)
    }
    main = replace(spec.subjects[MAIN], fields={**fields, **limited})
    return replace(spec, enumerations={**kinds, **fewer}, subjects={**spec.subjects, MAIN: main})


@st.composite
def versions(draw: st.DrawFn) -> Versions:
    """Versions that have much in common, or little."""
    world = draw(st.sampled_from(worlds()))
    earlier = draw(specifications(world))
    later = draw(st.one_of(st.just(earlier), specifications(world)))
    if later is not earlier and draw(st.booleans()):
        later = replace(later, tables=earlier.tables, assumptions=earlier.assumptions)
    if draw(st.booleans()):
        name = draw(st.sampled_from([n for n, p in later.predicates.items() if p.subject == MAIN]))
        body = draw(conditions(world, world.spec))
        changed = replace(later.predicates[name], body=body)
        later = replace(later, predicates={**later.predicates, name: changed})
    return Versions(world=world, earlier=draw(narrowed(earlier)), later=draw(narrowed(later)))


# ---------------------------------------------------------------- the oracle


class Oracle:
    """Both versions as sets of records."""

    def __init__(self, pair: Versions) -> None:
        self.pair = pair
        self.earlier, self.later = Truths(pair.world, pair.earlier), Truths(pair.world, pair.later)
        before, after = _allowed(self.earlier), _allowed(self.later)
        self.domains: Mapping[Version | None, int] = {
            None: before & after,
            Version.LATER: after & ~before,
            Version.EARLIER: before & ~after,
        }
        self.anywhere = before | after

    def condition(self, change: Change, earlier: Split, later: Split) -> Iterator[str]:
        """What is wrong with a change of a condition."""
        gained = _both(later.true, earlier.false, later.false, earlier.true)
        lost = _both(earlier.true, later.false, earlier.false, later.true)
        torn = any(maybe & ~sure & self.anywhere for sure, maybe in (gained, lost))
        if change.kind is ChangeKind.UNDECIDED and not torn:
            yield f"{change.title}: undecided without a reason"
        yield from self._side(change, "gained", change.gained, gained)
        yield from self._side(change, "lost", change.lost, lost)
        expected = {
            (False, False): (ChangeKind.SAME,),
            (True, False): (ChangeKind.WIDER,),
            (False, True): (ChangeKind.NARROWER,),
            (True, True): (ChangeKind.BOTH,),
        }[change.gained is not None, change.lost is not None]
        if change.kind not in (*expected, ChangeKind.UNDECIDED):
            yield f"{change.title}: {change.kind}"

    def _side(self, change: Change, what: str, case: Case | None, parted: tuple[int, int]) -> Iterator[str]:
        sure, maybe = (found & self.anywhere for found in parted)
        if case is None and sure and change.kind is not ChangeKind.UNDECIDED:
            yield f"{change.title}: {what} not seen"
        if case is not None:
            yield from (f"{change.title}: {what} {words}" for words in self.case(case, maybe))
            if case.only_in is not None and sure & self.domains[None]:
                yield f"{change.title}: {what} only in {case.only_in}, though both allow such a case"

    def case(self, case: Case, parted: int) -> Iterator[str]:
        """The case stands for records that the versions allow, and in every one of them they part.

        Where rules contradict each other all that is left may still come to one outcome.
        """
        known = with_stand_ins(self.pair.world, case.record)
        records = self.earlier.records
        meant = sum(agrees(known, r) << i for i, r in enumerate(records)) & self.domains[case.only_in]
        if not meant:
            yield f"{known} cannot occur"
        elif meant & ~parted:
            yield f"{known} does not part the versions"


def _both(yes: int, no: int, not_yes: int, not_no: int) -> tuple[int, int]:
    """Where the one surely holds and the other surely fails, and where that may be."""
    return yes & no, ~not_yes & ~not_no


def _allowed(truths: Truths) -> int:
    """Records within the 前提 and the types of a version."""
    return truths.allowed & sum(_fits(truths.spec, r) << i for i, r in enumerate(truths.records))


def _fits(spec: Specification, record: Record) -> bool:
    fields = spec.subjects[MAIN].fields
    for name, value in record.facts.items():
        kind = fields[name].type
        high = kind.high if isinstance(kind, NumberType) else None
        if high is not None and isinstance(value, Fraction) and value > high:
            return False
        if name == "種別" and value not in spec.enumerations["甲区分"].members:
            return False
    return True


# ---------------------------------------------------------------- judging


def complaints(pair: Versions, changes: Mapping[str, Change]) -> Iterator[str]:
    """Every way in which the changes are wrong."""
    oracle = Oracle(pair)
    for name, predicate in pair.later.predicates.items():
        change = changes[f"{predicate.header.keyword}「{name}」"]
        event(f"term {change.kind} {change.ground or ''}")
        if name not in pair.earlier.predicates:
            assert change.kind is ChangeKind.NEW
        elif predicate.subject == MAIN:
            asked = Applies(term=name, path=SELF)
            yield from oracle.condition(change, oracle.earlier.of(asked), oracle.later.of(asked))
    for name, override in pair.later.overrides.items():
        before = pair.earlier.overrides.get(name)
        if before is not None and (before.target, before.outcome) == (override.target, override.outcome):
            splits = oracle.earlier.of(before.condition), oracle.later.of(override.condition)
            yield from oracle.condition(changes[f"特例「{name}」"], *splits)
    for name, plan in pair.later.plans.items():
        yield from plan_complaints(oracle, changes[f"段階「{name}」"], pair.earlier.plans[name], plan)
    for name, table in pair.later.tables.items():
        yield from table_complaints(oracle, changes[f"区分表「{name}」"], pair.earlier.tables[name], table)


def plan_complaints(oracle: Oracle, change: Change, earlier: StagePlan, later: StagePlan) -> Iterator[str]:
    """The first day from which on something is gained, and lost, is the one that is told."""
    event(f"plan {change.kind}")
    days = sorted({s.start for p in (earlier, later) for s in p.stages if isinstance(s.start, date)})
    reached = [
        (day, _reached(oracle.earlier, earlier, day), _reached(oracle.later, later, day)) for day in days
    ]
    for what, case in (("gained", change.gained), ("lost", change.lost)):
        first = None
        for day, before, after in reached:
            one, other = (after, before) if what == "gained" else (before, after)
            if one.true & other.false & oracle.anywhere:
                first = day, ~one.false & ~other.true & oracle.anywhere
                break
        if change.kind is not ChangeKind.UNDECIDED and (case is None) != (first is None):
            yield f"{change.title}: {what} {case} {first}"
        if case is not None and first is not None:
            if case.since != first[0] and change.kind is not ChangeKind.UNDECIDED:
                yield f"{change.title}: {what} since {case.since}, not {first[0]}"
            if case.since == first[0]:
                yield from (f"{change.title}: {what} {words}" for words in oracle.case(case, first[1]))


def _reached(truths: Truths, plan: StagePlan, day: date) -> Split:
    begun = [s for s in plan.stages if isinstance(s.start, date) and s.start <= day]
    found = [truths.of(StageApplies(plan=plan.header.name, number=s.number, path=SELF)) for s in begun]
    return disjoined(found, truths.all)


def table_complaints(
    oracle: Oracle, change: Change, earlier: DecisionTable, later: DecisionTable
) -> Iterator[str]:
    """The cases have the outcomes that are told, and if they are all, there are no other two outcomes."""
    event(f"table {change.kind} {len(change.cases)} cases")
    values = dict.fromkeys(row.outputs[0] for table in (earlier, later) for row in table.rows)
    before, after = (
        [_outcome(truths, table, tuple(values), bit) for bit in range(len(truths.records))]
        for truths, table in ((oracle.earlier, earlier), (oracle.later, later))
    )
    pairs = list(zip(before, after, strict=True))
    parted = sum((None not in p and p[0] != p[1]) << i for i, p in enumerate(pairs)) & oracle.anywhere
    for case in change.cases:
        same = sum(((case.earlier, case.later) == p) << i for i, p in enumerate(pairs))
        yield from (f"{change.title}: {words}" for words in oracle.case(case, parted & same))
    if change.kind is ChangeKind.SAME and parted:
        yield f"{change.title}: same"
    if change.kind is ChangeKind.DIFFERENT and change.is_all:
        told = {(case.earlier, case.later) for case in change.cases}
        yield from (
            f"{change.title}: {p} is not told"
            for i, p in enumerate(pairs)
            if parted >> i & 1 and p not in told
        )


def _outcome(truths: Truths, table: DecisionTable, values: tuple[str, ...], bit: int) -> str | None:
    asked = [OutcomeIs(table=table.header.name, output="手続", value=v, path=SELF) for v in values]
    splits = [truths.of(formula) for formula in asked]
    if any(not (s.true | s.false) >> bit & 1 for s in splits):
        return None
    own = [row.outputs[0] for row in table.rows]
    given = [v for v, s in zip(values, splits, strict=True) if s.true >> bit & 1]
    return "、".join(sorted(given, key=own.index)) or NO_ROW


# ---------------------------------------------------------------- the laws


@examples(150)
@given(versions())
def test_changes_of_meaning(pair: Versions) -> None:
    changes = compare_meanings(pair.earlier, pair.later, Z3Prover)
    assert not list(complaints(pair, changes))


@examples(12)
@given(st.data())
def test_a_version_means_what_it_means(data: st.DataObject) -> None:
    """Nothing has changed in a version beside itself, and that takes no proof."""
    spec = data.draw(specifications(data.draw(st.sampled_from(worlds()))))
    changes = compare_meanings(spec, spec, Z3Prover)
    assert {(c.kind, c.ground) for c in changes.values()} == {(ChangeKind.SAME, Ground.IDENTITY)}


@examples(12)
@given(versions())
def test_what_one_way_gains_the_other_way_loses(pair: Versions) -> None:
    turned = {
        ChangeKind.WIDER: ChangeKind.NARROWER,
        ChangeKind.NARROWER: ChangeKind.WIDER,
        ChangeKind.NEW: ChangeKind.REMOVED,
        ChangeKind.REMOVED: ChangeKind.NEW,
    }
    there = compare_meanings(pair.earlier, pair.later, Z3Prover)
    back = compare_meanings(pair.later, pair.earlier, Z3Prover)
    assert {c.kind for c in there.values()} and len(there) == len(back)
    kinds = {title: turned.get(c.kind, c.kind) for title, c in there.items()}
    opposite = {title: c.kind for title, c in back.items() if title in kinds}
    assert {t: k for t, k in opposite.items() if ChangeKind.UNDECIDED not in (k, kinds[t])} == {
        t: kinds[t] for t in opposite if ChangeKind.UNDECIDED not in (opposite[t], kinds[t])
    }
