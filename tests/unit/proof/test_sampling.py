"""A case that is drawn really is one: terms hold in it as they are written, number by number."""

from __future__ import annotations

from hypothesis import given, strategies as st
from tests.property.constructs import SPECIFICATION, at
from tests.property.effort import examples
from tests.property.plain_terms import holds
from tests.unit.proof.test_engine import ALL, assuming

from regcheck.evaluation.kleene import TRUE
from regcheck.evaluation.truth import truth_of
from regcheck.logic.steps import Steps, joined
from regcheck.logic.terms import Sum, Term, Terms
from regcheck.model.formula import Holds
from regcheck.proof import engine
from regcheck.proof.aiming import Plan
from regcheck.proof.draws import DRAWN, HALF, Draw, Limits, Made
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Possible
from regcheck.proof.replay import answers
from regcheck.proof.sampling import Case, Sample

NAMES = ("甲", "乙", "丙")
NUMBERS = ("数", "額", "年")


def uneven(first: int, last: int) -> Steps:
    """Every third piece stays where it is."""
    turns = range(first, min(last, first + 1000) + 1, 7)
    return joined(((turn, turn + 3 * n, n % 3 > 0) for n, turn in enumerate(turns)), last)


@st.composite
def terms_in(draw: st.DrawFn, factory: Terms) -> Term:
    """Any kind of term over three switches and three bounded numbers."""
    wholes = [factory.whole(name, 0, high) for name, high in zip(NUMBERS, (5, 1000, 10**7), strict=True)]
    switches = [factory.switch(name) for name in NAMES]
    numbers = st.integers(-3, 1200)
    atoms = st.one_of(
        st.sampled_from(switches),
        st.builds(lambda v, n: factory.at_least_zero(Sum.of(v).plus(-n)), st.sampled_from(wholes), numbers),
        st.builds(lambda v, n: factory.is_zero(Sum.of(v).plus(-n)), st.sampled_from(wholes), numbers),
        st.builds(
            lambda v, u, n: factory.at_least_zero(Sum.of(v, 3) - Sum.of(u, 2).plus(n)),
            st.sampled_from(wholes), st.sampled_from(wholes), numbers,
        ),
        st.builds(
            lambda s, u, n: factory.is_zero(factory.gated(s, Sum.of(u)) + factory.gated(s, Sum.known(1)).plus(-n)),
            st.sampled_from(switches), st.sampled_from(wholes), numbers,
        ),
        st.builds(
            lambda v, u, n: factory.at_least_zero(factory.through(Sum.of(v), uneven) - Sum.of(u).plus(n)),
            st.sampled_from(wholes), st.sampled_from(wholes), numbers,
        ),
        st.builds(
            lambda v, n: factory.is_zero(factory.through(Sum.of(v), uneven).plus(-n)), st.sampled_from(wholes), numbers
        ),
    )  # fmt: skip
    return draw(
        st.recursive(
            atoms,
            lambda inner: st.one_of(
                st.builds(factory.negate, inner),
                st.builds(factory.conjoin, st.lists(inner, min_size=1, max_size=3)),
                st.builds(factory.disjoin, st.lists(inner, min_size=1, max_size=3)),
                st.builds(lambda body: factory.define(f"定義{id(body)}", body), inner),
            ),
            max_leaves=8,
        )
    )


@given(data=st.data())
@examples(60)
def test_the_bits_of_a_term_are_its_truths_case_by_case(data: st.DataObject) -> None:
    factory = Terms()
    term = data.draw(terms_in(factory))
    limits = Limits(factory)
    for sample in (Sample(factory, Draw(limits)), Sample(factory, Made(limits, _plans(factory)))):
        bits = sample.truth(term)
        for place in range(0, sample.size, 7):
            case = Case(sample=sample, place=place)
            truths = {name: bool(case.truth(name)) for name in NAMES}
            wholes = {name: case.whole(name) or 0 for name in NUMBERS}
            assert bool(bits >> (sample.size - 1 - place) & 1) == holds(term, truths, wholes)


def _plans(factory: Terms) -> list[Plan]:
    """Ever more of the variables have a value, and another one in each."""
    wholes, switches = [factory.whole(name) for name in NUMBERS], [factory.switch(name) for name in NAMES]
    return [
        {**dict.fromkeys(switches[:count], count % 2), **{w: n * count for n, w in enumerate(wholes[:count])}}
        for count in range(4)
    ]


def test_a_draw_meets_limits_from_both_sides() -> None:
    factory = Terms()
    beds = factory.whole("病床数", 0, 10**6)
    limit = factory.at_least_zero(Sum.of(beds).plus(-400))
    sample = Sample(factory, Draw(Limits(factory)))
    drawn = set(sample.column(beds).listing)
    assert {399, 400, 401, 0, 10**6} <= drawn
    assert 0 < sample.truth(limit).bit_count() < DRAWN


def test_axioms_are_kept() -> None:
    factory = Terms()
    half, whole = factory.whole("半分", 0, 9), factory.whole("全部", 0, 9)
    factory.require(half, factory.is_zero(Sum.of(half, 2) - Sum.of(whole)))
    wanted = [factory.at_least_zero(Sum.of(half).plus(-3))]
    sample = Sample(factory, Draw(Limits(factory)))
    cases = sample.holding(wanted)
    assert cases
    case = Case(sample=sample, place=sample.one_of(cases))
    assert 2 * (case.whole("半分") or 0) == case.whole("全部")


def test_a_number_without_a_name_is_the_least_that_its_axioms_allow() -> None:
    factory = Terms()
    numbers = [factory.whole(name, 0, 9) for name in NUMBERS]
    greatest = factory.auxiliary()
    for number in numbers:
        factory.require(greatest, factory.at_least_zero(Sum.of(greatest) - Sum.of(number)))
    sample = Sample(factory, Draw(Limits(factory)))
    assert sample.column(greatest).listing == list(map(max, *(sample.column(n).listing for n in numbers)))


def test_what_is_drawn_answers_under_the_evaluator() -> None:
    prover = Z3Prover(SPECIFICATION)
    found = [(q, a) for q, a in zip(ALL, prover.answers(ALL), strict=True) if isinstance(a, Possible)]
    assert len(found) > len(ALL) // 2
    for asked, answer in found:
        assert all(truth_of(SPECIFICATION, part.formula, answer.record) is TRUE for part in asked.parts)
    assert len(ALL) < engine.MOST_AT_ONCE


def test_a_drawn_case_is_one_record_for_many_questions_and_obeys_what_is_assumed_of_others() -> None:
    """前提 speak of 部品 too: those that a question does not mention are not in its record."""
    spec = assuming(認定済み=("部品", Holds(path=at("認定"))))
    prover = Z3Prover(spec)
    found = [(q, a.record) for q, a in zip(ALL, prover.answers(ALL), strict=True) if isinstance(a, Possible)]
    assert all(answers(spec, asked, record) for asked, record in found)
    assert len({id(record) for _, record in found}) < len(found) / 2


def test_a_solver_is_needed_for_few() -> None:
    """Nearly all questions that have an answer are answered by a case that is drawn or made."""
    made: list[object] = []
    prover = Z3Prover(SPECIFICATION, rlimit=1)
    made += [a for a in prover.answers(ALL) if isinstance(a, Possible)]
    full = [a for a in Z3Prover(SPECIFICATION).answers(ALL) if isinstance(a, Possible)]
    assert len(made) > 0.95 * len(full)


def test_cases_made_with_more_values_than_a_byte_tells_are_still_told_apart() -> None:
    factory = Terms()
    number, other = factory.whole("数", 0, 10**6), factory.whole("額", 0, 10**6)
    sum_of_both = factory.at_least_zero(Sum.of(number) + Sum.of(other).plus(-700))
    sample = Sample(factory, Made(Limits(factory), [{number: place} for place in range(1000)]))
    for value in (0, 1, 255, 256, 999):
        assert sample.truth(factory.is_zero(Sum.of(number).plus(-value))).bit_count() == 1
    assert sample.truth(factory.at_least_zero(Sum.of(number).plus(-700))).bit_count() == 300
    assert sample.truth(sum_of_both).bit_count() == 300


def test_sums_of_two_numbers_are_told_apart_up_to_the_last_value_that_half_a_byte_has_room_for() -> None:
    for count in (1, HALF - 1, HALF, HALF + 1):
        factory = Terms()
        number, other = factory.whole("数", 0, 10**6), factory.whole("額", 0, 10**6)
        plans: list[Plan] = [{number: place % count * 3, other: place * 7 % 200} for place in range(200)]
        sample = Sample(factory, Made(Limits(factory), plans))
        for limit in range(0, 600, 3):
            reached = factory.at_least_zero(Sum.of(number, 2) - Sum.of(other, 3).plus(limit - 300))
            met = factory.is_zero(Sum.of(number, 2) - Sum.of(other, 3).plus(limit - 300))
            sums = [2 * plan[number] - 3 * plan[other] + 300 - limit for plan in plans]
            assert format(sample.truth(reached), "0200b") == "".join(str(int(value >= 0)) for value in sums)
            assert format(sample.truth(met), "0200b") == "".join(str(int(value == 0)) for value in sums)


def test_in_the_first_case_that_is_drawn_nothing_happens() -> None:
    """Of thirty events each drawn by a coin, some happen in every case; a run in which none does is a question too."""
    terms = Terms()
    none = terms.negate(terms.disjoin([terms.switch(f"事象{number}") for number in range(30)]))
    assert Sample(terms, Draw(Limits(terms))).holding([none]) == 1 << DRAWN - 1


def test_of_cases_that_answer_the_one_is_told_that_answers_most() -> None:
    """In whatever order they are asked, questions share few cases."""
    terms = Terms()
    wanted = [terms.switch(name) for name in "甲乙丙丁"]
    plans: list[Plan] = [
        {wanted[0]: 1},
        {wanted[1]: 1, wanted[2]: 1},
        {wanted[0]: 1, wanted[1]: 1, wanted[2]: 1},
        {wanted[3]: 1},
    ]
    for asked in (wanted, wanted[::-1]):
        sample = Sample(terms, Made(Limits(terms), plans))
        assert sample.one_of(sample.holding([wanted[0]])) == 0
        for term in asked:
            sample.favour(sample.holding([term]))
        assert [sample.one_of(sample.holding([term])) for term in wanted] == [2, 2, 2, 3]
