"""The layout of a question has every limit that the question asks for and the specification does not."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.property.constructs import SHARE, at, compare, parts

from regcheck.logic.grid import limits_of, note_formula
from regcheck.logic.layout import Planner
from regcheck.model.formula import (
    Aggregate,
    And,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    IsOneOf,
    Not,
    Number,
    SeriesAggregate,
)
from regcheck.model.specification import FieldDefinition, Header, Specification, Subject
from regcheck.model.types import (
    RATIO,
    BoolType,
    DateType,
    NumberType,
    ReferenceType,
    SeriesType,
    TextType,
    Type,
)

TYPES: dict[str, Type] = {
    "承認": BoolType(),
    "病床数": NumberType(unit="床"),
    "割合": SHARE,
    "比": SHARE,
    "名称": TextType(),
    "受理日": DateType(),
    "率": SeriesType(window="直近三事業年度", length=3, element=SHARE),
    "本院": ReferenceType(subject="施設"),
}
FIELDS = {name: FieldDefinition(name=name, type=kind) for name, kind in TYPES.items()}
SPEC = Specification(subjects={"施設": Subject(header=Header(name="施設"), fields=FIELDS)})


def above_a_third(left: Expression) -> Formula:
    return compare(left, ">", Number(value=Fraction(1, 3), unit=RATIO))


NOTHING: list[Formula] = [
    Holds(path=at("承認")),
    compare(Fact(path=at("病床数")), ">=", Number(value=Fraction(1, 7), unit="床")),
    compare(Day(value=date(2026, 4, 1)), "<", Fact(path=at("受理日"))),
    Not(body=compare(Fact(path=at("病床数")), "=", Fact(path=at("本院", "病床数")))),
]
LIMITS: list[Formula] = [
    above_a_third(Fact(path=at("割合"))),
    above_a_third(Fact(path=at("本院", "割合"))),
    above_a_third(SeriesAggregate(function=Aggregate.MAX, path=at("率"))),
    compare(Fact(path=at("割合")), ">", Fact(path=at("比"))),
    IsOneOf(path=at("名称"), values=("甲",)),
]


@pytest.mark.parametrize("formula", NOTHING)
def test_most_formulas_ask_for_no_grid_of_their_own(formula: Formula) -> None:
    planner = Planner(SPEC)
    assert planner.plan("施設", [formula], assume=False) == planner.plan("施設", [], assume=False)


@pytest.mark.parametrize("formula", [*NOTHING, *LIMITS])
def test_what_is_asked_stands_on_the_grid(formula: Formula) -> None:
    limits = limits_of(SPEC)
    for one in (formula, LIMITS[0]):
        note_formula(SPEC, "施設", one, limits)
    layout, _ = Planner(SPEC).plan("施設", [And(parts=parts(LIMITS[0], formula))], assume=False)
    assert layout.grid == limits.to_grid()


@pytest.mark.parametrize("formula", LIMITS)
def test_a_limit_that_is_asked_is_the_question_s_alone(formula: Formula) -> None:
    planner = Planner(SPEC)
    grids = [planner.plan("施設", asked, assume=False)[0].grid for asked in ([formula], [NOTHING[0]])]
    assert grids[0] != grids[1] == limits_of(SPEC).to_grid()
