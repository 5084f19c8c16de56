"""What clashes is seen without a solver, told of as few terms as narrowed each other, and believed when a solver says so."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.proof.terms import at_least, below, combined

from regcheck.logic.terms import Sum, Term, Terms
from regcheck.proof.aiming import Aims
from regcheck.proof.bench import Bench, without_each
from regcheck.proof.claims import Claim
from regcheck.proof.clashes import clash
from regcheck.proof.solver import Outcome, Solver

BUDGET = 100_000


def found(terms: Terms, *wanted: Term) -> list[int] | None:
    """The places of the terms that clash."""
    clashing = clash(Aims(terms), wanted)
    return None if clashing is None else [place for place, term in enumerate(wanted) if term in clashing]


def claims_of(wanted: Sequence[Term]) -> list[Claim]:
    return [Claim(label=f"問{n}", term=term) for n, term in enumerate(wanted)]


def test_of_the_limits_of_a_number_the_two_that_leave_nothing_are_named() -> None:
    terms = Terms()
    beds, doctors = terms.whole("病床数", 0), terms.whole("医師数", 0)
    few, fewer = below(terms, beds, 100), below(terms, beds, 50)
    many, more = at_least(terms, beds, 60), at_least(terms, beds, 400)
    assert found(terms, few, at_least(terms, doctors, 3), fewer, many) == [2, 3]
    assert found(terms, few, at_least(terms, doctors, 3), many) is None
    assert found(terms, many, few, more) == [1, 2]


def test_who_closed_all_alternatives_is_named_with_the_choice() -> None:
    terms = Terms()
    a, b, c, d = (terms.switch(name) for name in "甲乙丙丁")
    no = terms.negate
    assert found(terms, d, terms.disjoin([a, b]), no(a), no(d)) == [0, 3]
    assert found(terms, d, terms.disjoin([a, b]), no(a), c, no(b)) == [1, 2, 4]
    assert found(terms, d, terms.disjoin([a, b]), no(a), c, terms.disjoin([no(b), no(c)])) == [1, 2, 3, 4]


def test_so_many_of_some_conditions() -> None:
    terms = Terms()
    switches = [terms.switch(name) for name in "甲乙丙丁"]
    number = sum((terms.gated(switch, Sum.known(1)) for switch in switches), start=Sum.known())
    three = terms.at_least_zero(number.plus(-3))
    first, second, third, _ = map(terms.negate, switches)
    assert found(terms, third, first, three) is not None
    assert found(terms, third, three) is None
    assert found(terms, three, second, switches[2], switches[3], switches[0]) is None


def test_what_an_axiom_forbids_clashes_alone() -> None:
    terms = Terms()
    kind = terms.whole("種別", 0, 3)
    assert found(terms, terms.switch("甲"), at_least(terms, kind, 4)) == [1]


def test_what_takes_a_choice_to_see_is_left_open() -> None:
    terms = Terms()
    a, b = terms.switch("甲"), terms.switch("乙")
    either = [terms.disjoin([x, y]) for x in (a, terms.negate(a)) for y in (b, terms.negate(b))]
    assert found(terms, *either) is None


def test_one_search_rules_out_many_and_cores_are_what_they_are_without_it() -> None:
    terms = Terms()
    beds, a = terms.whole("病床数", 0), terms.switch("甲")
    small = terms.define("定義「小」", terms.conjoin([below(terms, beds, 100), a]))
    asked: list[tuple[Term, ...]] = [
        (a, small, at_least(terms, beds, limit), below(terms, beds, 900)) for limit in (100, 200, 300)
    ]
    clashes = {wanted: clashing for wanted in asked if (clashing := clash(Aims(terms), wanted))}
    assert len(clashes) == len(asked)
    counted = Counted(BUDGET)
    bench = Bench(terms, counted)
    assert bench.rule_out(clashes)
    for wanted in asked:
        plain = Bench(terms, Solver(BUDGET))
        assert plain.search(claims_of(wanted)) is bench.search(claims_of(wanted)) is Outcome.UNSATISFIABLE
        cores = [one.core(claims_of(wanted), lambda _: False) for one in (plain, bench)]
        assert cores == [("問1", "問2")] * 2
    questions_of_cores = 2 * len(asked)
    assert counted.checks == 1 + questions_of_cores


class Counted(Solver):
    checks = 0

    def check(self, literals: object = ()) -> Outcome:
        self.checks += 1
        return super().check(literals)  # type: ignore[arg-type]


def test_a_guess_that_is_wrong_is_not_believed() -> None:
    terms = Terms()
    beds = terms.whole("病床数", 0)
    few, many = below(terms, beds, 100), at_least(terms, beds, 60)
    none = below(terms, beds, 10)
    bench = Bench(terms, Solver(BUDGET))
    assert not bench.rule_out({(few, many): frozenset([few, many]), (none, many): frozenset([none, many])})
    assert bench.search(claims_of([few, many])) is Outcome.SATISFIABLE
    assert bench.search(claims_of([none, many])) is Outcome.UNSATISFIABLE


def test_what_a_core_will_ask_for_is_known_beforehand() -> None:
    terms = Terms()
    beds = terms.whole("病床数", 0)
    wanted = [terms.switch("甲"), below(terms, beds, 50), terms.switch("乙"), at_least(terms, beds, 60)]
    asked: list[tuple[Term, ...]] = []
    bench = Bench(terms, Solver(BUDGET))
    assert bench.search(claims_of(wanted)) is Outcome.UNSATISFIABLE

    def is_possible(fewer: Sequence[Term]) -> bool:
        asked.append(tuple(fewer))
        return True

    bench.core(claims_of(wanted), is_possible)
    assert asked == list(without_each(wanted, {wanted[1], wanted[3]}))


@given(data=st.data())
@examples(60)
def test_a_solver_agrees_with_every_clash(data: st.DataObject) -> None:
    terms = Terms()
    numbers = [terms.whole(name, 0, 20) for name in ("数", "額")]
    atoms: list[Term] = [terms.switch(name) for name in "甲乙丙"]
    counted = sum((terms.gated(switch, Sum.known(1)) for switch in atoms), start=Sum.known())
    atoms += [at_least(terms, number, limit) for number in numbers for limit in (3, 5, 6, 18)]
    atoms += [terms.is_zero(Sum.of(numbers[0]).plus(-5)), terms.at_least_zero(counted.plus(-2))]
    inner = combined(terms, atoms, 6)
    wanted = tuple(data.draw(st.lists(inner, min_size=1, max_size=6)))
    clashing = clash(Aims(terms), wanted)
    if clashing is not None:
        assert clashing <= set(wanted)
        assert Bench(terms, Solver(BUDGET)).rule_out({wanted: clashing})
