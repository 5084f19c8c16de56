"""Connectives, 一覧 and 系列: what many conditions come to when some are open."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.unit.evaluation.hospital import ask, beds, compare, fact, parts, path, record, truth

from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.trace import Address
from regcheck.model import case
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    Aggregate,
    And,
    AtLeast,
    Comparator,
    Compare,
    Contains,
    Count,
    Except,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    ListTotal,
    Not,
    Number,
    Or,
    OverList,
    OverSeries,
    Quantity,
    SeriesAggregate,
    SeriesItem,
    Truth,
)

YES, NO = Truth(value=True), Truth(value=False)
OPEN = Holds(path=path("承認"))
NOTHING = record("病院")
GE, LT, EQ = Comparator.GE, Comparator.LT, Comparator.EQ
OF: dict[Kleene, Formula] = {TRUE: YES, FALSE: NO, UNKNOWN: OPEN}


@pytest.mark.parametrize(
    ("left", "right", "both", "either", "follows", "without"),
    [
        (TRUE, TRUE, TRUE, TRUE, TRUE, FALSE),
        (TRUE, FALSE, FALSE, TRUE, FALSE, TRUE),
        (TRUE, UNKNOWN, UNKNOWN, TRUE, UNKNOWN, UNKNOWN),
        (FALSE, UNKNOWN, FALSE, UNKNOWN, TRUE, FALSE),
        (FALSE, FALSE, FALSE, FALSE, TRUE, FALSE),
        (UNKNOWN, TRUE, UNKNOWN, TRUE, TRUE, FALSE),
        (UNKNOWN, FALSE, FALSE, UNKNOWN, UNKNOWN, UNKNOWN),
    ],
)
def test_the_tables_of_kleene(
    left: Kleene, right: Kleene, both: Kleene, either: Kleene, follows: Kleene, without: Kleene
) -> None:
    pair = parts(OF[left], OF[right])
    assert truth(And(parts=pair), NOTHING) is both
    assert truth(Or(parts=pair), NOTHING) is either
    assert truth(Implies(premise=OF[left], conclusion=OF[right]), NOTHING) is follows
    assert truth(Except(body=OF[left], exceptions=pair[1:]), NOTHING) is without


def test_nothing_listed() -> None:
    assert truth(And(parts=()), NOTHING) is TRUE
    assert truth(Or(parts=()), NOTHING) is FALSE
    assert truth(Not(body=OPEN), NOTHING) is UNKNOWN


@pytest.mark.parametrize(
    ("listed", "outcome"),
    [
        ((YES, YES, OPEN), TRUE),
        ((YES, OPEN, NO), UNKNOWN),
        ((YES, NO, NO), FALSE),
        ((OPEN, NO, NO), FALSE),
    ],
)
def test_two_of_three(listed: tuple[Formula, ...], outcome: Kleene) -> None:
    assert truth(AtLeast(count=2, parts=parts(*listed)), NOTHING) is outcome


def plant(**facts: Value | int) -> Record:
    return record("設備", **facts)


def big(root: str) -> Compare:
    return compare(fact("出力", root), GE, 500, "kW")


def count(where: Formula | None = None) -> Count:
    return Count(path=path("設備"), variable="e", where=where)


def owner(*plants: Record) -> Record:
    return record("事業者", 設備=plants)


def test_counting_with_open_conditions() -> None:
    """Two surely, one perhaps: 「二以上」 is decided, 「三以上」 is open, 「四以上」 is out of reach."""
    firm = owner(plant(出力=500), plant(出力=900), plant())
    outcomes = [truth(compare(count(big("e")), GE, n), firm) for n in (2, 3, 4)]
    assert outcomes == [TRUE, UNKNOWN, FALSE]
    assert truth(compare(count(), EQ, 3), firm) is TRUE
    open_facts = ask(compare(count(big("e")), GE, 3), firm).deciding_unknowns
    assert open_facts == (Address(steps=("設備", 2, "出力")),)


def test_an_unknown_list_has_at_most_its_limit() -> None:
    assert truth(compare(count(), GE, 4), record("事業者")) is FALSE
    assert truth(compare(count(), GE, 3), record("事業者")) is UNKNOWN
    assert truth(compare(count(), GE, 0), record("事業者")) is TRUE
    assert ask(compare(count(), GE, 3), record("事業者")).deciding_unknowns == (Address(steps=("設備",)),)


def test_a_total_over_elements() -> None:
    """Only 同時設置 plants count; one of which that is unknown counts in full or not at all."""
    where = Holds(path=path("同時設置", "e"))
    total = ListTotal(path=path("設備"), variable="e", value=fact("出力", "e"), where=where)

    def at_least(kw: int, *plants: Record) -> Kleene:
        return truth(compare(total, GE, kw, "kW"), owner(*plants))

    both = (plant(出力=300, 同時設置=True), plant(出力=200, 同時設置=True))
    assert (at_least(500, *both), at_least(501, *both)) == (TRUE, FALSE)
    perhaps = (plant(出力=300, 同時設置=True), plant(出力=200))
    assert (at_least(300, *perhaps), at_least(500, *perhaps), at_least(501, *perhaps)) == (
        TRUE,
        UNKNOWN,
        FALSE,
    )
    assert at_least(1, plant(同時設置=False)) is FALSE
    assert truth(compare(total, GE, 1, "kW"), record("事業者")) is UNKNOWN
    assert truth(compare(total, LT, 1, "kW"), record("事業者")) is UNKNOWN


def some(body: Formula) -> OverList:
    return OverList(quantity=Quantity.SOME, path=path("設備"), variable="e", body=body)


def every(body: Formula) -> OverList:
    return OverList(quantity=Quantity.ALL, path=path("設備"), variable="e", body=body)


def test_some_and_all_elements() -> None:
    mixed = owner(plant(出力=500), plant(出力=1), plant())
    assert truth(some(big("e")), mixed) is TRUE
    assert truth(every(big("e")), mixed) is FALSE
    assert truth(every(big("e")), owner(plant(出力=500), plant())) is UNKNOWN
    assert truth(some(big("e")), owner()) is FALSE
    assert truth(every(big("e")), owner()) is TRUE


def test_an_unknown_list_is_decided_only_by_what_no_element_can_be() -> None:
    nobody = record("事業者")
    assert truth(some(big("e")), nobody) is UNKNOWN
    assert truth(some(compare(fact("出力", "e"), LT, 0, "kW")), nobody) is FALSE
    assert truth(every(compare(fact("出力", "e"), GE, 0, "kW")), nobody) is TRUE
    assert truth(some(compare(fact("出力", "e"), GE, 0, "kW")), nobody) is UNKNOWN


def test_an_unknown_list_may_be_decided_by_a_fact_beside_it() -> None:
    """「同じ機能を有する設備」: where the owner lacks the function, no equipment can matter."""
    function = Contains(path=path("機能"), value="運行計画の作成")
    both = some(And(parts=parts(big("e"), function)))
    assert ask(both, record("事業者")).deciding_unknowns == (
        Address(steps=("設備",)),
        Address(steps=("機能",)),
    )
    assert truth(both, record("事業者", 機能=frozenset())) is FALSE


def yearly(numbers: list[int | None]) -> Value:
    return tuple(case.UNKNOWN if n is None else Fraction(n) for n in numbers)


def in_year(words: str, number: int) -> Compare:
    item = SeriesItem(path=path(words), index="y")
    return Compare(op=GE, left=item, right=Number(value=Fraction(number), unit="円"))


def over(quantity: Quantity, body: Formula) -> OverSeries:
    return OverSeries(quantity=quantity, window="直近三事業年度", length=3, index="y", body=body)


def test_one_and_the_same_year_for_everything_inside() -> None:
    """Deposits and credit that reach their limits in different years do not meet 「いずれかにおいて…かつ…」."""
    both = And(parts=parts(in_year("預金残高", 10), in_year("与信額", 4)))
    apart = record("事業者", 預金残高=yearly([10, 0, 0]), 与信額=yearly([0, 4, 4]))
    together = record("事業者", 預金残高=yearly([0, 10, 0]), 与信額=yearly([0, 4, 4]))
    assert truth(over(Quantity.SOME, both), apart) is FALSE
    assert truth(over(Quantity.SOME, both), together) is TRUE
    each = [over(Quantity.SOME, in_year(words, n)) for words, n in (("預金残高", 10), ("与信額", 4))]
    assert truth(And(parts=parts(*each)), apart) is TRUE


def test_open_years() -> None:
    firm = record("事業者", 預金残高=yearly([10, None, 3]), 黒字=(True, case.UNKNOWN, True))
    assert truth(over(Quantity.SOME, in_year("預金残高", 10)), firm) is TRUE
    assert truth(over(Quantity.ALL, in_year("預金残高", 10)), firm) is FALSE
    black = ask(over(Quantity.ALL, HoldsIn(path=path("黒字"), index="y")), firm)
    assert black.truth is UNKNOWN
    assert black.deciding_unknowns == (Address(steps=("黒字", 1)),)


@pytest.mark.parametrize(
    ("function", "figure"),
    [
        (Aggregate.SUM, Fraction(10)),
        (Aggregate.MEAN, Fraction(10, 3)),
        (Aggregate.MAX, Fraction(7)),
        (Aggregate.MIN, Fraction(1)),
    ],
)
def test_aggregates_are_exact(function: Aggregate, figure: Fraction) -> None:
    of_years = SeriesAggregate(function=function, path=path("預金残高"))
    firm = record("事業者", 預金残高=yearly([1, 7, 2]))
    assert truth(compare(of_years, EQ, figure, "円"), firm) is TRUE


def test_aggregates_with_an_unknown_year() -> None:
    """A year that may be any number from 0 on leaves the greatest at least 7 and the least at most 1."""
    firm = record("事業者", 預金残高=yearly([1, 7, None]))

    def of(function: Aggregate) -> SeriesAggregate:
        return SeriesAggregate(function=function, path=path("預金残高"))

    assert truth(compare(of(Aggregate.MAX), GE, 7, "円"), firm) is TRUE
    assert truth(compare(of(Aggregate.MAX), GE, 8, "円"), firm) is UNKNOWN
    assert truth(compare(of(Aggregate.MIN), GE, 2, "円"), firm) is FALSE
    assert truth(compare(of(Aggregate.MEAN), GE, Fraction(8, 3), "円"), firm) is TRUE
    assert truth(compare(of(Aggregate.SUM), GE, 9, "円"), firm) is UNKNOWN


def test_what_no_longer_matters_is_not_asked_for() -> None:
    """A fact under a condition that is settled anyway does not decide."""
    settled = Or(parts=parts(OPEN, beds(GE, 400)))
    still = And(parts=parts(settled, OPEN))
    known = record("病院", 病床数=400)
    assert ask(settled, known).deciding_unknowns == ()
    assert ask(still, known).deciding_unknowns == (Address(steps=("承認",)),)
    assert ask(And(parts=parts(NO, OPEN)), NOTHING).deciding_unknowns == ()
