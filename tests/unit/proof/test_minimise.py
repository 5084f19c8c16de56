"""A case is shrunk to what matters, put at the limit that matters, and stays a case at every step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.proof.brute import everything
from tests.unit.proof.small import (
    HOSPITAL,
    RANKS,
    assumption,
    at_least,
    beds,
    both,
    definition,
    either,
    flag,
    formulas,
    is_a,
    no,
    rank,
    world,
)

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import Kleene
from regcheck.frozen import replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    Aggregate,
    Comparator,
    Compare,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    IsOneOf,
    Number,
    OverList,
    Path,
    Quantity,
    SeriesAggregate,
    SetSize,
    Total,
)
from regcheck.model.specification import (
    Enumeration,
    FieldDefinition,
    Header,
    Specification,
    Subject,
)
from regcheck.model.types import (
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    Type,
)
from regcheck.proof.asking import asked
from regcheck.proof.evidence import case_text, facts
from regcheck.proof.minimise import decisive, minimised
from regcheck.proof.question import Labelled, Question
from regcheck.proof.records import Place
from regcheck.proof.replay import replayed
from regcheck.proof.support import decisive_places


def question(*formulas_: Formula) -> Question:
    return asked(HOSPITAL, *(Labelled(label=f"問{i}", formula=f) for i, f in enumerate(formulas_)))


def whole(**given_facts: Value) -> Record:
    plain: dict[str, Value] = {"病床数": Fraction(9), "災害拠点": "指定なし", "承認": False, "国立": False}
    return Record(subject=HOSPITAL, facts=plain | given_facts, judgements={"特に必要": True})


def test_what_does_not_matter_is_left_out_and_the_number_moves_to_its_limit() -> None:
    small = minimised(world(), question(beds(">=", 4), flag("承認")), whole(承認=True))
    assert small == Record(subject=HOSPITAL, facts={"病床数": Fraction(4), "承認": True}, judgements={})


def test_a_strict_limit_gives_the_next_number() -> None:
    assert minimised(world(), question(beds(">", 4)), whole()).facts == {"病床数": Fraction(5)}


def test_limits_of_named_terms_count() -> None:
    spec = world(definition("大", beds(">=", 6)))
    assert minimised(spec, question(is_a("大")), whole()).facts == {"病床数": Fraction(6)}


def test_a_hidden_fact_does_not_hold_a_shown_one() -> None:
    """承認 is not shown, but while it is true the 前提 keeps the beds above 7."""
    spec = world(assumption("承認の要件", either(no(flag("承認")), beds(">=", 7))))
    assert minimised(spec, question(beds(">=", 4)), whole(承認=True)).facts == {"病床数": Fraction(4)}


def test_the_first_member_of_a_category_is_preferred() -> None:
    small = minimised(world(), question(no(rank("基幹"))), whole(災害拠点="地域"))
    assert small.facts == {"災害拠点": RANKS[0]}


@examples(60)
@given(formulas(), st.integers(0, 200))
def test_a_shrunk_case_can_be_completed_and_still_decides(formula: Formula, pick: int) -> None:
    spec = world(assumption("承認の要件", either(no(flag("承認")), beds(">=", 4))))
    records = [
        r
        for r in everything(spec, HOSPITAL)
        if all(
            evaluate(spec, f, r).truth is Kleene.TRUE for f in (formula, spec.assumptions["承認の要件"].body)
        )
    ]
    if not records:
        return
    start = records[pick % len(records)]
    for small in (
        minimised(spec, question(formula), start),
        decisive(spec, question(formula), replayed(spec, question(formula), start)),
    ):
        assert evaluate(spec, formula, small).truth is Kleene.TRUE
        assert any(r.facts.items() >= small.facts.items() for r in records)


def test_the_account_of_an_answer_names_one_reason_where_one_is_enough() -> None:
    """Of two true alternatives the one that rests on fewer facts; of 二以上 the two smallest."""
    either_way = question(either(both(beds(">=", 4), rank("指定なし")), flag("承認")))
    found = decisive_places(world(), replayed(world(), either_way, whole(承認=True)))
    assert found == frozenset({Place(steps=("承認",))})
    two = question(at_least(2, both(beds(">=", 4), rank("指定なし")), flag("承認"), flag("国立")))
    found = decisive_places(world(), replayed(world(), two, whole(承認=True, 国立=True)))
    assert found == frozenset({Place(steps=("承認",)), Place(steps=("国立",))})


# ---------------------------------------------------------------- facts inside facts


def wide_world() -> Specification:
    """A 事業者 with a 系列, a date, a 参照 and a 一覧."""
    money = NumberType(unit="円", low=Fraction(0))
    owner: dict[str, Type] = {
        "預金": SeriesType(window="直近三事業年度", length=3, element=money),
        "設立日": DateType(),
        "親": ReferenceType(subject="法人"),
        "設備": ListType(subject="設備"),
    }
    kinds: dict[str, dict[str, Type]] = {
        HOSPITAL: owner,
        "法人": {"種別": EnumType(enum="種別")},
        "設備": {"出力": NumberType(unit="kW", low=Fraction(0)), "稼働": BoolType()},
    }
    return Specification(
        enumerations={"種別": Enumeration(header=Header(name="種別"), members=("国", "学校法人"))},
        subjects={
            name: Subject(
                header=Header(name=name, keyword="対象"),
                fields={f: FieldDefinition(name=f, type=kind) for f, kind in fields.items()},
            )
            for name, fields in kinds.items()
        },
    )


def plant(power: int, running: bool) -> Record:
    return Record(subject="設備", facts={"出力": Fraction(power), "稼働": running})


WIDE = Record(
    subject=HOSPITAL,
    facts={
        "預金": (Fraction(7), Fraction(90), Fraction(123)),
        "設立日": date(2031, 5, 17),
        "親": Record(subject="法人", facts={"種別": "学校法人"}),
        "設備": (plant(3, False), plant(77, True), plant(80, True)),
    },
)


def test_members_of_lists_that_do_not_matter_go() -> None:
    strong = Compare(
        op=Comparator.GE,
        left=Fact(path=Path(root="x", steps=("出力",))),
        right=Number(value=Fraction(50), unit="kW"),
    )
    some = OverList(quantity=Quantity.SOME, path=Path(steps=("設備",)), variable="x", body=strong)
    small = minimised(wide_world(), question(some), WIDE)
    assert small.facts == {"設備": (Record(subject="設備", facts={"出力": Fraction(50)}),)}


def test_a_count_keeps_as_many_members_as_it_needs() -> None:
    two = Compare(
        op=Comparator.GE,
        left=Count(
            path=Path(steps=("設備",)), variable="x", where=Holds(path=Path(root="x", steps=("稼働",)))
        ),
        right=Number(value=Fraction(2), unit=""),
    )
    small = minimised(wide_world(), question(two), WIDE)
    running = Record(subject="設備", facts={"稼働": True})
    assert small.facts == {"設備": (running, running)}


def test_dates_references_and_series_are_shrunk_too() -> None:
    after = Compare(
        op=Comparator.GE,
        left=Fact(path=Path(steps=("設立日",))),
        right=Day(value=date(2028, 4, 1)),
    )
    private = no(IsOneOf(path=Path(steps=("親", "種別")), values=("国",)))
    mean = Compare(
        op=Comparator.GE,
        left=SeriesAggregate(function=Aggregate.MAX, path=Path(steps=("預金",))),
        right=Number(value=Fraction(100), unit="円"),
    )
    small = minimised(wide_world(), question(both(after, private, mean)), WIDE)
    known = dict(facts(wide_world(), small))
    assert known["設立日"] == "令和十年四月一日"
    assert known["親の種別"] == "学校法人"
    assert known["預金"] == "（100円、不明、不明）"
    assert (
        case_text(known.items())
        == "預金が（100円、不明、不明）、設立日が令和十年四月一日、親の種別が学校法人"
    )


# ---------------------------------------------------------------- numbers and days a reader would write


def number_world(**kinds: Type) -> Specification:
    fields = {name: FieldDefinition(name=name, type=kind) for name, kind in kinds.items()}
    return Specification(subjects={HOSPITAL: Subject(header=Header(name=HOSPITAL), fields=fields)})


def compared(left: str, op: str, right: Expression) -> Formula:
    return Compare(op=Comparator(op), left=fact(left), right=right)


def fact(name: str) -> Fact:
    return Fact(path=Path(steps=(name,)))


def shrunk(spec: Specification, formula: Formula, **facts_: Value) -> Mapping[str, Value]:
    return minimised(spec, question(formula), Record(subject=HOSPITAL, facts=facts_)).facts


def test_beside_a_limit_off_the_grid_stands_the_nearest_number_on_it() -> None:
    spec = number_world(割合=NumberType(unit=RATIO, places=4, low=Fraction(0), high=Fraction(1)))
    third = Number(value=Fraction(1, 3), unit=RATIO)
    assert shrunk(spec, compared("割合", "<", third), 割合=Fraction(1, 7)) == {"割合": Fraction("0.3333")}
    assert shrunk(spec, compared("割合", ">", third), 割合=Fraction(1, 2)) == {"割合": Fraction("0.3334")}


def test_a_number_has_no_more_decimals_than_declared() -> None:
    spec = number_world(日数=NumberType(unit="日", places=1, low=Fraction(0)))
    limit = Number(value=Fraction("14.25"), unit="日")
    assert shrunk(spec, compared("日数", ">=", limit), 日数=Fraction("14.25")) == {"日数": Fraction("14.3")}


def test_a_number_that_meets_no_limit_is_as_near_as_it_can_be_to_one_that_does_not_do() -> None:
    spec = number_world(医師数=NumberType(unit="人", low=Fraction(0)))
    tenfold = Total(terms=((Fraction(10), fact("医師数")),))
    doctors = Compare(op=Comparator.GE, left=tenfold, right=Number(value=Fraction(7_391), unit="人"))
    assert shrunk(spec, doctors, 医師数=Fraction(73_912)) == {"医師数": Fraction(740)}


def test_numbers_and_days_that_are_compared_with_each_other_stand_side_by_side() -> None:
    spec = number_world(承認日=DateType(), 設立日=DateType())
    later = compared("承認日", ">", fact("設立日"))
    found = shrunk(spec, later, 承認日=date(1, 1, 2), 設立日=date(1, 1, 1))
    assert found == {"承認日": date(2020, 4, 1), "設立日": date(2020, 3, 31)}


def test_the_years_of_a_mean_are_all_at_the_limit() -> None:
    yearly = SeriesType(window="直近三事業年度", length=3, element=NumberType(unit="円", low=Fraction(0)))
    spec = number_world(預金=yearly)
    for op, each in ((Comparator.GE, Fraction(100)), (Comparator.LT, Fraction(99))):
        mean = Compare(
            op=op,
            left=SeriesAggregate(function=Aggregate.MEAN, path=Path(steps=("預金",))),
            right=Number(value=Fraction(100), unit="円"),
        )
        start = (Fraction(7), Fraction(90), Fraction(400 if op is Comparator.GE else 1))
        assert shrunk(spec, mean, 預金=start) == {"預金": (each, each, each)}


def test_a_set_has_as_few_members_as_it_can() -> None:
    spec = replace(
        number_world(機能=EnumSetType(enum="機能")),
        enumerations={"機能": Enumeration(header=Header(name="機能"), members=("甲", "乙", "丙"))},
    )
    two = Compare(
        op=Comparator.GE, left=SetSize(path=Path(steps=("機能",))), right=Number(value=Fraction(2), unit="")
    )
    assert shrunk(spec, two, 機能=frozenset("甲乙丙")) == {"機能": frozenset("甲乙")}


def test_a_case_inside_a_narrower_question_is_told_by_what_the_wider_one_needs() -> None:
    """With 承認 false, so that only the beds can decide, the beds alone are told."""
    wide = either(beds(">=", 4), flag("承認"))
    narrow = question(wide, no(flag("承認")))
    small = minimised(world(), question(wide), whole(承認=False), among=narrow)
    assert small.facts == {"病床数": Fraction(4)}
