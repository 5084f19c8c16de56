"""Which 前提 a question brings along."""

from __future__ import annotations

from tests.property.constructs import at

from regcheck.logic.layout import Planner
from regcheck.logic.slots import Slots
from regcheck.model.formula import Formula, Holds, OverList, Path, Quantity, Truth
from regcheck.model.specification import (
    Assumption,
    FieldDefinition,
    Header,
    Specification,
    Subject,
)
from regcheck.model.types import BoolType, ListType, ReferenceType, Type

HOSPITAL: dict[str, Type] = {"承認": BoolType(), "開設者": ReferenceType(subject="事業者")}
OPERATOR: dict[str, Type] = {"国": BoolType(), "病院": ListType(subject="病院")}
APPROVED = Holds(path=at("承認"))
OF_STATE = Holds(path=at("国"))
STATE_OPERATOR = Holds(path=at("開設者", "国"))


def some(body: Formula) -> Formula:
    return OverList(quantity=Quantity.SOME, path=at("病院"), variable="x", body=body)


def subject(name: str, types: dict[str, Type]) -> Subject:
    fields = {n: FieldDefinition(name=n, type=kind) for n, kind in types.items()}
    return Subject(header=Header(name=name), fields=fields)


def planner(*assumptions: tuple[str, str, Formula]) -> Planner:
    spec = Specification(
        subjects={"病院": subject("病院", HOSPITAL), "事業者": subject("事業者", OPERATOR)},
        assumptions={
            name: Assumption(header=Header(name=name), subject=about, body=body)
            for name, about, body in assumptions
        },
    )
    return Planner(spec)


def premises(plan: Planner, about: str, *formulas: Formula) -> list[tuple[str, str]]:
    _, found = plan.plan(about, formulas, assume=True)
    return [(premise.assumption, premise.place.name) for premise in found]


def test_the_subject_always_brings_its_own() -> None:
    plan = planner(("甲", "病院", APPROVED), ("乙", "事業者", OF_STATE))
    assert premises(plan, "病院", Truth(value=True)) == [("甲", "")]


def test_a_mentioned_record_brings_its_own() -> None:
    plan = planner(("甲", "病院", APPROVED), ("乙", "事業者", OF_STATE))
    assert premises(plan, "病院", STATE_OPERATOR) == [("甲", ""), ("乙", "開設者")]


def test_elements_bring_theirs() -> None:
    plan = planner(("甲", "病院", APPROVED))
    element = some(Holds(path=at("承認", root="x")))
    assert premises(plan, "事業者", element) == [("甲", "病院[＊]")]


def test_a_record_that_a_premise_mentions_brings_its_own() -> None:
    plan = planner(("甲", "病院", STATE_OPERATOR), ("乙", "事業者", OF_STATE))
    assert premises(plan, "病院", Truth(value=True)) == [("甲", ""), ("乙", "開設者")]


def test_subjects_that_refer_to_each_other_come_to_an_end() -> None:
    plan = planner(
        ("甲", "病院", STATE_OPERATOR),
        ("乙", "事業者", some(Holds(path=at("開設者", "国", root="x")))),
    )
    assert premises(plan, "病院", Truth(value=True)) == [("甲", ""), ("乙", "開設者")]


def test_nothing_is_assumed_where_nothing_may_be() -> None:
    plan = planner(("甲", "病院", APPROVED))
    layout, found = plan.plan("病院", [APPROVED], assume=False)
    assert found == ()
    assert layout.slots == ()


def test_atoms_of_premises_count_for_the_slots() -> None:
    plan = planner(("乙", "事業者", some(Holds(path=at("承認", root="x")))))
    asked = some(Holds(path=Path(root="x", steps=("開設者", "国"))))
    layout, _ = plan.plan("事業者", [asked], assume=True)
    assert dict(layout.slots)[("病院",)] == Slots(count=2)


def test_formulas_together_reach_what_each_of_them_reaches() -> None:
    plan = planner(("甲", "病院", APPROVED))
    approved = some(Holds(path=at("承認", root="x")))
    of_state = some(Holds(path=Path(root="x", steps=("開設者", "国"))))
    found = [
        plan.plan("事業者", asked, assume=True) for asked in ([approved], [of_state], [approved, of_state])
    ]
    assert [dict(layout.slots)[("病院",)].count for layout, _ in found] == [1, 1, 2]
    assert plan.plan("事業者", [of_state, approved], assume=True) == found[2]


def test_the_same_formula_is_planned_for_each_subject() -> None:
    plan = planner(("甲", "病院", APPROVED), ("乙", "事業者", OF_STATE))
    nothing = Truth(value=True)
    assert premises(plan, "病院", nothing) == [("甲", "")]
    assert premises(plan, "事業者", nothing) == [("乙", "")]
