"""What every family should say of a small specification, found by looking at every record.

Written from the definitions of the families, without their code: the names of obligations are shared with them,
what decides them is not. Where rules contradict each other in a record, the outcome is left open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations, pairwise

from tests.property.holes import Hole, holes
from tests.property.small_worlds import MAIN, World
from tests.property.truth_sets import SELF, Split, Truths, conjoined, disjoined, losers_of, with_inner

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Applies, Formula, Implies
from regcheck.model.specification import (
    Delegation,
    Expected,
    HitPolicy,
    Override,
    Predicate,
    PredicateKind,
    Property,
    PropertyKind,
    Scenario,
    Specification,
    StagePlan,
)
from regcheck.proof.families.cut import cut
from regcheck.proof.verdict import Verdict
from regcheck.source.numerals import to_kanji

OPEN = frozenset({Verdict.PROVED, Verdict.REFUTED, Verdict.VACUOUS, Verdict.NOT_RUN})


class Owed(Frozen):
    """An obligation: the verdicts that are right, and the records that refute it."""

    verdicts: frozenset[Verdict]
    subject: str = MAIN
    refuting: int | None = None
    """None where a refutation is not a case."""
    is_open: bool = False
    """Whether some of its records are ones on which the rules contradict each other."""


class Oracle:
    """The right verdicts for one specification."""

    def __init__(self, world: World, spec: Specification) -> None:
        self.spec = spec
        self.on = {subject: Truths(world, spec, subject) for subject in spec.subjects}

    def owed(self) -> Iterator[tuple[str, Owed]]:
        """Everything but what is cut from tables (`gaps`)."""
        yield from self._consistency()
        for predicate in self.spec.predicates.values():
            yield from self._predicate(predicate)
        for override in self.spec.overrides.values():
            yield from self._override(override)
        yield from self._precedence()
        for plan in self.spec.plans.values():
            yield from self._plan(plan)
        for prop in self.spec.properties.values():
            yield from self._property(prop)
        for entry in self.spec.delegations.values():
            yield from self._delegation(entry)
        for example in self.spec.scenarios.values():
            yield from self._scenario(example)
        yield from self._tables()

    # ------------------------------------------------------------ the two ways of asking

    def some(self, met: Split, subject: str = MAIN) -> Owed:
        """Proved iff there is a record."""
        sure, maybe = self._within(met, subject)
        if sure == maybe:
            return Owed(verdicts=_only(Verdict.PROVED if sure else Verdict.REFUTED), subject=subject)
        right = {Verdict.PROVED, Verdict.NOT_RUN} if sure else OPEN
        return Owed(verdicts=frozenset(right), subject=subject, is_open=True)

    def none(self, met: Split, premises: Sequence[Split] = (), subject: str = MAIN) -> Owed:
        """Refuted iff there is a record; vacuous if there is none because a premise is never met."""
        sure, maybe = self._within(met, subject)
        if sure:
            right = {Verdict.REFUTED} | ({Verdict.NOT_RUN} if sure != maybe else set())
            return Owed(verdicts=frozenset(right), subject=subject, refuting=sure, is_open=sure != maybe)
        bounds = [self._within(premise, subject) for premise in premises]
        if maybe or any(upper and not lower for lower, upper in bounds):
            return Owed(verdicts=OPEN - {Verdict.REFUTED}, subject=subject, refuting=0, is_open=True)
        vacuous = any(not upper for _, upper in bounds)
        return Owed(
            verdicts=_only(Verdict.VACUOUS if vacuous else Verdict.PROVED), subject=subject, refuting=0
        )

    def _within(self, met: Split, subject: str) -> tuple[int, int]:
        """Records for which it surely, and perhaps, holds."""
        allowed = self.on[subject].allowed
        return met.true & allowed, ~met.false & allowed

    def _all(self, subject: str, *splits: Split) -> Split:
        return conjoined(splits, self.on[subject].all)

    def _differ(self, subject: str, left: Split, right: Split) -> Split:
        """Where one is true and the other false."""
        everywhere = self.on[subject].all
        ways = [
            conjoined([left, right.denied()], everywhere),
            conjoined([left.denied(), right], everywhere),
        ]
        return disjoined(ways, everywhere)

    # ------------------------------------------------------------ families

    def _consistency(self) -> Iterator[tuple[str, Owed]]:
        for subject, truths in self.on.items():
            yield f"consistency:{subject}", self.some(Split(true=truths.all, false=0), subject)

    def _predicate(self, predicate: Predicate) -> Iterator[tuple[str, Owed]]:
        name, subject = predicate.header.name, predicate.subject
        applies = self.on[subject].of(Applies(term=name, path=SELF))
        rivals = [o for o in self.spec.overrides.values() if o.target == name]
        yield f"satisfiable:{name}", self.some(applies, subject)
        if predicate.kind is not PredicateKind.DEFINITION:
            yield f"not_trivial:{name}", self.some(applies.denied(), subject)
        free = [self.on[subject].of(o.condition).denied() for o in rivals]
        yield from self._body(name, subject, predicate.body, free)

    def _body(
        self, name: str, subject: str, body: Formula, free: Sequence[Split]
    ) -> Iterator[tuple[str, Owed]]:
        """Every part matters in some record that no 特例 decides; no exception takes all."""
        truths = self.on[subject]
        for hole in holes(body):
            differ = self._differ(subject, truths.of(hole.kept), truths.of(hole.left_out))
            yield f"live_part:{name}{hole.key}", self.some(self._all(subject, differ, *free), subject)
            if hole.guard is not None and not hole.bound:
                left = self._all(subject, truths.of(hole.guard), truths.of(hole.part).denied())
                yield f"swallow:{name}{hole.key}", self.some(left, subject)

    def _override(self, override: Override) -> Iterator[tuple[str, Owed]]:
        """It matters, and so does every part of its condition: the outcome of its target is another without."""
        key = f"live_part:特例/{override.header.name}"
        yield key, self.some(self._moved(override, [override], []))
        for hole in holes(override.condition):
            yield f"{key}{hole.key}", self.some(self._moved_by(override, hole))

    def _moved_by(self, override: Override, hole: Hole) -> Split:
        kept, left = (replace(override, condition=c) for c in (hole.kept, hole.left_out))
        return self._moved(override, [kept], [left])

    def _moved(self, override: Override, before: list[Override], after: list[Override]) -> Split:
        """Where the outcome of the target changes; a contradiction is one more outcome."""
        truths, body = self.on[MAIN], self.spec.predicates[override.target].body
        closed = self._closed(override.target)
        others = [o for o in closed if o.header.name != override.header.name]
        own = next(o for o in closed if o.header.name == override.header.name)
        one, other = (
            truths.outcome(
                body,
                [*others, *(replace(o, prevails_over=own.prevails_over) for o in changed)],
            )
            for changed in (before, after)
        )
        same = one.true & other.true | one.false & other.false
        torn = truths.all & ~(one.true | one.false) & ~(other.true | other.false)
        return Split(true=truths.all & ~same & ~torn, false=same)

    def _closed(self, target: str) -> list[Override]:
        """The 特例 on a term, each naming all it prevails over."""
        rivals = [o for o in self.spec.overrides.values() if o.target == target]
        return [replace(o, prevails_over=tuple(sorted(losers_of(o, rivals)))) for o in rivals]

    def _precedence(self) -> Iterator[tuple[str, Owed]]:
        """Two that say the opposite never decide together: both apply, and nothing that prevails over either."""
        for target in {o.target: None for o in self.spec.overrides.values()}:
            rivals = self._closed(target)
            for left, right in combinations(rivals, 2):
                if left.outcome is right.outcome:
                    continue
                names = {left.header.name, right.header.name}
                ordered = left.header.name in right.prevails_over or right.header.name in left.prevails_over
                above = [o for o in rivals if o.header.name not in names and names & set(o.prevails_over)]
                asked = [self.on[MAIN].of(o.condition) for o in (left, right)]
                asked += [self.on[MAIN].of(o.condition).denied() for o in above]
                met = Split(true=0, false=self.on[MAIN].all) if ordered else self._all(MAIN, *asked)
                yield f"precedence:{target}/{left.header.name}・{right.header.name}", self.none(met)

    def _plan(self, plan: StagePlan) -> Iterator[tuple[str, Owed]]:
        truths, name = self.on[MAIN], plan.header.name
        reached = [truths.of(stage.body) for stage in plan.stages]
        called = [f"第{to_kanji(stage.number)}段階" for stage in plan.stages]
        for stage, split, stage_name in zip(plan.stages, reached, called, strict=True):
            yield f"satisfiable:{name}/{stage_name}", self.some(split)
            yield from self._body(f"{name}/{stage_name}", MAIN, stage.body, [])
        for earlier, later in pairwise(range(len(plan.stages))):
            starts = plan.stages[earlier].start, plan.stages[later].start
            assert isinstance(starts[0], date)
            assert isinstance(starts[1], date)
            late = Verdict.PROVED if starts[0] < starts[1] else Verdict.REFUTED
            yield f"stage:{name}/{called[later]}の日付", Owed(verdicts=_only(late))
            if plan.growing:
                lost = self._all(MAIN, reached[earlier], reached[later].denied())
                yield f"stage:{name}/{called[earlier]}から{called[later]}へ", self.none(lost)
        for term in plan.finally_covers:
            whole = truths.of(Applies(term=term, path=SELF))
            missed = self._all(MAIN, whole, reached[-1].denied())
            yield f"stage:{name}/「{term}」の網羅", self.none(missed, [whole])

    def _property(self, prop: Property) -> Iterator[tuple[str, Owed]]:
        name, said = prop.header.name, [self.on[MAIN].of(member) for member in prop.members]
        match prop.kind:
            case PropertyKind.ALWAYS:
                formula = prop.members[0]
                premises = [self.on[MAIN].of(formula.premise)] if isinstance(formula, Implies) else []
                yield f"property:{name}", self.none(said[0].denied(), premises)
            case PropertyKind.POSSIBLE:
                yield f"property:{name}", self.some(said[0])
            case PropertyKind.EQUIVALENT:
                for index, side in enumerate(said[1:], start=2):
                    key = f"/第{to_kanji(index)}号" if len(said) > 2 else ""
                    either = disjoined([said[0], side], self.on[MAIN].all)
                    yield f"property:{name}{key}", self.none(self._differ(MAIN, said[0], side), [either])
            case PropertyKind.EXCLUSIVE:
                for left, right in combinations(range(len(said)), 2):
                    pair = [said[left], said[right]]
                    key = f"第{to_kanji(left + 1)}号・第{to_kanji(right + 1)}号"
                    yield f"exclusive:{name}/{key}", self.none(self._all(MAIN, *pair), pair)
            case PropertyKind.COVER:
                assert prop.whole is not None
                whole = self.on[MAIN].of(prop.whole)
                missed = self._all(MAIN, whole, *(part.denied() for part in said))
                yield f"cover:{name}", self.none(missed, [whole])

    def _delegation(self, entry: Delegation) -> Iterator[tuple[str, Owed]]:
        name = entry.header.name
        fillers = [p for p in self.spec.predicates.values() if name in p.fills]
        if fillers:
            once = Verdict.PROVED if len(fillers) == 1 else Verdict.REFUTED
            yield f"delegation:{name}", Owed(verdicts=_only(once))
        for filler in fillers:
            if entry.limit is not None:
                applies = self.on[MAIN].of(Applies(term=filler.header.name, path=SELF))
                beyond = self._all(MAIN, applies, self.on[MAIN].of(entry.limit).denied())
                yield f"delegation:{filler.header.name}/{name}", self.none(beyond)

    def _scenario(self, example: Scenario) -> Iterator[tuple[str, Owed]]:
        word = {TRUE: Expected.TRUE, FALSE: Expected.FALSE}
        right = all(
            word.get(evaluate(self.spec, e.formula, example.record).truth, Expected.UNKNOWN) is e.expected
            for e in example.expectations
        )
        name = example.header.name
        yield f"scenario:{name}", Owed(verdicts=_only(Verdict.PROVED if right else Verdict.REFUTED))
        for assumption in self.spec.assumptions.values():
            about = [r for r in with_inner(example.record) if r.subject == assumption.subject]
            if any(evaluate(self.spec, assumption.body, record).truth is FALSE for record in about):
                broken = f"scenario:{name}/前提「{assumption.header.name}」"
                yield broken, Owed(verdicts=_only(Verdict.REFUTED))

    def _tables(self) -> Iterator[tuple[str, Owed]]:
        """Every row can decide; of 該当は一つのみ no two rows apply together."""
        for table in self.spec.tables.values():
            name, names = table.header.name, cut(self.spec, table).names
            titles = [names[index] for index in range(len(table.rows))]
            rows = [self.on[MAIN].row(table, row) for row in table.rows]
            for index, row in enumerate(rows):
                first = table.hit_policy is HitPolicy.FIRST
                earlier = [r.denied() for r in rows[:index]] if first else []
                yield f"live_part:{name}/{titles[index]}", self.some(self._all(MAIN, row, *earlier))
            if table.hit_policy is HitPolicy.UNIQUE:
                for left, right in combinations(range(len(rows)), 2):
                    pair = self._all(MAIN, rows[left], rows[right])
                    yield f"exclusive:{name}/{titles[left]}と{titles[right]}", self.none(pair)


def _only(verdict: Verdict) -> frozenset[Verdict]:
    return frozenset({verdict})
