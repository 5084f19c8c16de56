"""Every limit stands on the grid of its unit, with room between neighbours."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.property.constructs import SHARE, at, compare

from regcheck.logic.grid import Grid, Limits, limits_of, note_formula
from regcheck.model.formula import Expression, Fact, Formula, IsOneOf, Number, Rounded, Rounding, Total
from regcheck.model.specification import (
    Column,
    DecisionTable,
    FieldDefinition,
    Header,
    HitPolicy,
    OtherCell,
    RangeCell,
    Row,
    Specification,
    Subject,
    ValueCell,
)
from regcheck.model.types import RATIO, NumberType, TextType, Type

WEIGHT = NumberType(unit="kg", places=1)
TYPES: dict[str, Type] = {
    "割合": SHARE,
    "比": SHARE,
    "率": SHARE,
    "重さ": WEIGHT,
    "病床数": NumberType(unit="床"),
    "名称": TextType(),
}


def specification(*tables: DecisionTable) -> Specification:
    fields = {name: FieldDefinition(name=name, type=kind) for name, kind in TYPES.items()}
    return Specification(
        subjects={"施設": Subject(header=Header(name="施設"), fields=fields)},
        tables={table.header.name: table for table in tables},
    )


def grid(*formulas: Formula) -> Grid:
    spec = specification()
    limits = limits_of(spec)
    for formula in formulas:
        note_formula(spec, "施設", formula, limits)
    return limits.to_grid()


def ratio(value: Fraction) -> Number:
    return Number(value=value, unit=RATIO)


def share(name: str = "割合") -> Expression:
    return Fact(path=at(name))


def test_whole_numbers_stand_on_ones() -> None:
    assert grid().scale(NumberType(unit="床")) == 1


def test_a_dense_type_has_its_places_twice_over() -> None:
    assert grid().scale(WEIGHT) == 20
    assert grid().scale(SHARE) == 200


@pytest.mark.parametrize("limit", [Fraction(1, 3), Fraction(2, 7), Fraction(1, 1000)])
def test_each_limit_and_a_value_beside_it_exist(limit: Fraction) -> None:
    scale = grid(compare(share(), ">=", ratio(limit))).scale(SHARE)
    assert (limit * scale).denominator == 1
    neighbours = {limit, Fraction(0), Fraction(1, 100)}
    assert all(
        any(low < Fraction(k, scale) < high for k in range(scale + 1))
        for low in neighbours
        for high in neighbours
        if low < high
    )


def test_a_weight_moves_the_limit() -> None:
    sevenfold = Total(terms=((Fraction(7), share()),))
    assert grid(compare(sevenfold, ">=", ratio(Fraction(1, 3)))).scale(SHARE) % 21 == 0


def test_rounding_turns_at_half_a_place() -> None:
    rounded = Rounded(value=share(), places=3, mode=Rounding.HALF_UP)
    assert grid(compare(rounded, ">=", ratio(Fraction(1, 100)))).scale(SHARE) % 2000 == 0


def test_fields_compared_with_each_other_get_room_for_each() -> None:
    chain = (compare(share("割合"), "<", share("比")), compare(share("比"), "<", share("率")))
    assert grid(*chain).scale(SHARE) == 100 * 4


def test_what_stands_only_in_otherwise_counts_too() -> None:
    """それ以外 may exclude a value that no other row of the table has."""
    half = RangeCell(low=Fraction(1, 7), low_strict=False, high=None, high_strict=False)
    table = DecisionTable(
        header=Header(name="表"),
        subject="施設",
        hit_policy=HitPolicy.FIRST,
        complete=False,
        columns=(
            Column(heading="名称", path=at("名称"), type=TextType()),
            Column(heading="割合", path=at("割合"), type=SHARE),
        ),
        outputs=("手続",),
        rows=(
            Row(
                cells=(OtherCell(excluded=(ValueCell(values=("大阪",)),)), OtherCell(excluded=(half,))),
                outputs=("届出",),
            ),
        ),
    )
    found = limits_of(specification(table)).to_grid()
    assert found.texts == ("大阪",)
    assert found.scale(SHARE) % 7 == 0


def test_texts_are_numbered_in_one_order() -> None:
    first = IsOneOf(path=at("名称"), values=("東京", "大阪"))
    second = IsOneOf(path=at("名称"), values=("山形",))
    assert grid(first, second) == grid(second, first)


def test_limits_that_add_nothing_leave_the_grid_as_it_is() -> None:
    known = Limits(denominators={"kg": 30}, rivals={"kg": {("施設", "重さ")}}, texts={"東京"})
    assert known.cover(Limits(denominators={"kg": 15}, texts={"東京"}))
    assert not known.cover(Limits(denominators={"kg": 7}))
    assert not known.cover(Limits(texts={"大阪"}))
    assert known.add(Limits(denominators={"kg": 7})).denominators == {"kg": 210}
