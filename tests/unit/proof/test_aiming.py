"""A case that is made for a question answers it, wherever ranges and choices suffice to say what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.plain_terms import holds
from tests.unit.proof.terms import at_least, below, combined

from regcheck.logic.steps import Steps, joined
from regcheck.logic.terms import Sum, Switch, Term, Terms, Whole
from regcheck.proof.aiming import MOST_TRIALS, Aims, Plan
from regcheck.proof.draws import Limits, Made
from regcheck.proof.sampling import Sample


def is_met(terms: Terms, wanted: Sequence[Term]) -> bool:
    """Whether the case that is made for the terms is one."""
    plan = Aims(terms).plan(wanted)
    if plan is None:
        return False
    return Sample(terms, Made(Limits(terms), [plan])).holding(wanted) == 1


def by_name(plan: Plan | None) -> dict[str, int]:
    assert plan is not None
    return {variable.name: value for variable, value in plan.items()}


def test_numbers_are_at_their_limits_and_truths_as_they_are_wanted() -> None:
    terms = Terms()
    beds, doctors, days = (terms.whole(name, 0) for name in ("病床数", "医師数", "日数"))
    wanted = [
        at_least(terms, beds, 400),
        below(terms, beds, 500),
        below(terms, doctors, 30),
        terms.is_zero(Sum.of(days).plus(-7)),
        terms.negate(terms.switch("計画")),
        terms.switch("承認"),
    ]
    plan = by_name(Aims(terms).plan(wanted))
    assert plan == {"病床数": 400, "医師数": 0, "日数": 7, "計画": 0, "承認": 1}


def test_an_alternative_that_cannot_be_is_passed_over() -> None:
    terms = Terms()
    beds, approved = terms.whole("病床数", 0), terms.switch("承認")
    small = terms.conjoin([below(terms, beds, 100), approved])
    large = terms.conjoin([at_least(terms, beds, 800), approved])
    wanted = [at_least(terms, beds, 200), terms.disjoin([small, large])]
    assert by_name(Aims(terms).plan(wanted)) == {"病床数": 800, "承認": 1}


def test_a_choice_is_taken_back_where_a_later_one_is_left_without() -> None:
    terms = Terms()
    a, b, c, d = (terms.switch(name) for name in "甲乙丙丁")
    no = terms.negate
    wanted = [
        terms.disjoin(parts) for parts in ([a, b], [no(a), c], [no(a), no(c), d], [no(a), no(d), no(c)])
    ]
    assert is_met(terms, wanted)


def test_what_a_named_part_is_counts_also_where_it_is_denied_elsewhere() -> None:
    terms = Terms()
    a, b, c = (terms.switch(name) for name in "甲乙丙")
    either = terms.define("定義「いずれか」", terms.disjoin([a, b]))
    wanted = [either, terms.disjoin([terms.negate(either), c])]
    assert by_name(Aims(terms).plan(wanted))["丙"] == 1


def test_so_many_of_some_conditions() -> None:
    terms = Terms()
    switches = [terms.switch(name) for name in "甲乙丙丁"]
    number = sum((terms.gated(switch, Sum.known(1)) for switch in switches), start=Sum.known())
    two = terms.at_least_zero(number.plus(-2))
    assert is_met(terms, [terms.negate(switches[0]), two])
    assert is_met(terms, [switches[1], terms.negate(two)])
    assert Aims(terms).plan([switches[0], switches[3], terms.negate(two)]) is None


def test_sums_are_made_as_large_and_as_small_as_is_asked() -> None:
    terms = Terms()
    beds, doctors = terms.whole("病床数", 0, 300), terms.whole("医師数", 0)
    both = Sum.of(beds) + Sum.of(doctors)
    apart = Sum.of(beds) - Sum.of(doctors)
    large = terms.at_least_zero(both.plus(-1000))
    assert is_met(terms, [large])
    assert is_met(terms, [large, below(terms, doctors, 900)])
    assert is_met(terms, [terms.negate(large), at_least(terms, beds, 200)])
    assert is_met(terms, [terms.is_zero(both.plus(-500)), terms.at_least_zero(apart.plus(-7))])
    assert is_met(terms, [terms.negate(terms.is_zero(apart)), at_least(terms, doctors, 5)])


def test_a_value_that_is_barred_is_left_to_either_side() -> None:
    terms = Terms()
    kind = terms.whole("種別", 0, 3)
    barred = [terms.negate(terms.is_zero(Sum.of(kind).plus(-value))) for value in range(4)]
    for value in range(4):
        assert is_met(terms, barred[:value] + barred[value + 1 :])
    last = terms.negate(terms.is_zero(Sum.of(kind).plus(-3)))
    assert is_met(terms, [at_least(terms, kind, 3 - 1), last])


def test_days_that_follow_each_other() -> None:
    terms = Terms()
    days = [terms.whole(name, 738_000, 740_000) for name in ("届出の日", "受理の日", "着手の日")]

    def month_later(first: int, last: int) -> Steps:
        return joined([(turn, turn + 30, True) for turn in [first]], last)

    following = [terms.at_least_zero(Sum.of(b) - Sum.of(a)) for a, b in pairwise(days)]
    late = terms.at_least_zero(Sum.of(days[2]) - terms.through(Sum.of(days[0]), month_later))
    assert is_met(terms, [*following, late])
    assert is_met(terms, [*following, terms.negate(late), at_least(terms, days[1], 739_000)])


def test_what_axioms_ask_for_is_met_too() -> None:
    terms = Terms()
    half, whole = terms.whole("半分", 0, 9), terms.whole("全部", 0, 9)
    terms.require(half, terms.is_zero(Sum.of(half, 2) - Sum.of(whole)))
    used = terms.switch("設備[0]？")
    terms.require(used, terms.imply(used, at_least(terms, whole, 4)))
    assert is_met(terms, [at_least(terms, half, 3)])
    assert by_name(Aims(terms).plan([used]))["全部"] == 4


def test_nothing_is_made_for_what_cannot_be() -> None:
    terms = Terms()
    beds, a = terms.whole("病床数", 0, 1000), terms.switch("甲")
    few, many = below(terms, beds, 100), at_least(terms, beds, 900)
    assert Aims(terms).plan([few, many]) is None
    assert Aims(terms).plan([a, terms.disjoin([terms.negate(a), terms.conjoin([few, many])])]) is None
    assert Aims(terms).plan([at_least(terms, beds, 1001)]) is None


def test_the_search_ends_soon() -> None:
    """Pigeons and holes: any search by choices alone takes long."""
    terms = Terms()
    sits = [[terms.switch(f"{pigeon}は{hole}") for hole in range(7)] for pigeon in range(8)]
    alone = [
        terms.negate(terms.conjoin([sits[one][hole], sits[other][hole]]))
        for hole in range(7)
        for other in range(8)
        for one in range(other)
    ]
    assert MOST_TRIALS < 100
    assert Aims(terms).plan([*map(terms.disjoin, sits), *alone]) is None


@given(data=st.data())
@examples(60)
def test_what_is_made_for_truths_and_limits_holds(data: st.DataObject) -> None:
    """Without sums, what a plan leaves open is open."""
    terms = Terms()
    numbers = [terms.whole(name, 0, 20) for name in ("数", "額")]
    atoms: list[Term] = [terms.switch(name) for name in "甲乙丙"]
    atoms += [at_least(terms, number, limit) for number in numbers for limit in (0, 5, 6, 20)]
    inner = combined(terms, atoms, 8)
    wanted = data.draw(st.lists(inner, min_size=1, max_size=4))
    plan = Aims(terms).plan(wanted)
    if plan is not None:
        truths = {name: plan.get(terms.switch(name)) == 1 for name in "甲乙丙"}
        wholes = {number.name: plan.get(number, 0) for number in numbers}
        assert all(holds(term, truths, wholes) for term in wanted)
        assert all(isinstance(variable, Switch | Whole) for variable in plan)
