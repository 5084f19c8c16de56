"""Protects: which alternatives a condition of a rule has, and from which day each of them is there."""

from __future__ import annotations

from itertools import product

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.calendar.period import Period
from regcheck.model.formula import (
    And,
    AtLeast,
    Comparator,
    Compare,
    Except,
    Fact,
    Formula,
    Holds,
    Implies,
    Not,
    Or,
    Part,
    Path,
    PeriodEnd,
    Truth,
)
from regcheck.model.grounds import MOST, grounds_of
from regcheck.model.procedures import Ground

NAMES = ("甲", "乙", "丙")
EVENTS = frozenset(("甲", "乙"))
LIMIT = Fact(path=Path(steps=("期日",)))


def holds(name: str) -> Holds:
    return Holds(path=Path(steps=(name,)))


def day(name: str) -> Fact:
    return Fact(path=Path(steps=(f"{name}の日",)))


def every(*formulas: Formula) -> And:
    return And(parts=tuple(Part(body=each) for each in formulas))


def some(*formulas: Formula, labels: str = "") -> Or:
    return Or(parts=tuple(Part(body=each, label=labels[n : n + 1]) for n, each in enumerate(formulas)))


def by_limit(event: str) -> And:
    return every(holds(event), Compare(op=Comparator.LE, left=day(event), right=LIMIT))


def test_a_condition_that_names_no_event_is_there_from_the_beginning() -> None:
    assert grounds_of(Truth(value=True), EVENTS) == (Ground(formula=Truth(value=True)),)
    assert grounds_of(holds("丙"), EVENTS) == (Ground(formula=holds("丙")),)
    assert grounds_of(Not(body=holds("甲")), EVENTS) == (Ground(formula=Not(body=holds("甲"))),)


def test_a_conjunction_is_there_when_the_last_of_its_events_has_happened() -> None:
    both = every(holds("甲"), holds("丙"), holds("乙"))
    assert grounds_of(both, EVENTS) == (Ground(formula=both, days=(day("甲"), day("乙"))),)


def test_a_limit_that_passed_is_there_on_the_day_after() -> None:
    after = PeriodEnd(start=LIMIT, period=Period(days=1))
    silent = Not(body=by_limit("甲"))
    assert grounds_of(silent, EVENTS) == (Ground(formula=silent, days=(after,)),)
    assert grounds_of(by_limit("甲"), EVENTS) == (Ground(formula=by_limit("甲"), days=(day("甲"),)),)


def test_each_alternative_has_its_sign_and_its_days() -> None:
    listed = some(
        every(holds("甲"), holds("丙")), some(holds("乙"), holds("丙"), labels="イロ"), labels="一二"
    )
    found = grounds_of(listed, EVENTS)
    assert [ground.label for ground in found] == ["一", "二イ", "二ロ"]
    assert [ground.days for ground in found] == [(day("甲"),), (day("乙"),), ()]


def test_alternatives_inside_a_conjunction_and_under_denial_are_told_apart() -> None:
    inside = every(holds("丙"), some(holds("甲"), holds("乙")))
    assert [ground.days for ground in grounds_of(inside, EVENTS)] == [(day("甲"),), (day("乙"),)]
    denied = Not(body=every(Not(body=holds("甲")), Not(body=holds("乙"))))
    assert [ground.days for ground in grounds_of(denied, EVENTS)] == [(day("甲"),), (day("乙"),)]
    two = AtLeast(count=2, parts=tuple(Part(body=holds(name)) for name in NAMES))
    assert [g.days for g in grounds_of(two, EVENTS)] == [(day("甲"), day("乙")), (day("甲"),), (day("乙"),)]


def test_too_many_alternatives_are_one_ground() -> None:
    wide = every(*(some(holds(f"{n}甲"), holds(f"{n}乙")) for n in range(MOST)))
    assert grounds_of(wide, EVENTS) == (Ground(formula=wide),)


# ---------------------------------------------------------------- together they are the condition

_ATOMS = st.sampled_from([*map(holds, NAMES), Truth(value=True), Truth(value=False), by_limit("甲")])


def _grown(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    parts = st.lists(st.builds(lambda body: Part(body=body), inner), max_size=3).map(tuple)
    return st.one_of(
        st.builds(lambda body: Not(body=body), inner),
        st.builds(lambda parts: And(parts=parts), parts),
        st.builds(lambda parts: Or(parts=parts), parts),
        st.builds(lambda count, parts: AtLeast(count=count, parts=parts), st.integers(0, 3), parts),
        st.builds(lambda body, parts: Except(body=body, exceptions=parts), inner, parts),
        st.builds(lambda p, q: Implies(premise=p, conclusion=q), inner, inner),
    )


def truth(formula: Formula, case: dict[str, bool]) -> bool:
    match formula:
        case Truth(value=value):
            return value
        case Holds(path=path):
            return case[path.steps[0]]
        case Compare():
            return case["期日"]
        case Not(body=body):
            return not truth(body, case)
        case And(parts=parts):
            return all(truth(part.body, case) for part in parts)
        case Or(parts=parts):
            return any(truth(part.body, case) for part in parts)
        case AtLeast(count=count, parts=parts):
            return sum(truth(part.body, case) for part in parts) >= count
        case Except(body=body, exceptions=parts):
            return truth(body, case) and not any(truth(part.body, case) for part in parts)
        case Implies(premise=premise, conclusion=conclusion):
            return not truth(premise, case) or truth(conclusion, case)
    raise AssertionError(formula)


@examples(80)
@given(st.recursive(_ATOMS, _grown, max_leaves=6))
def test_the_grounds_together_are_the_condition(when: Formula) -> None:
    grounds = grounds_of(when, EVENTS)
    for values in product((False, True), repeat=4):
        case = dict(zip((*NAMES, "期日"), values, strict=True))
        assert any(truth(ground.formula, case) for ground in grounds) is truth(when, case)
