"""Named rules: predicates with 特例, 段階 and 区分表."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.unit.evaluation.hospital import (
    SPEC,
    applies,
    ask,
    beds,
    compare,
    fact,
    parts,
    path,
    record,
    truth,
    with_override,
    with_term,
)

from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.reasons import deciding_provisions
from regcheck.evaluation.trace import Address
from regcheck.frozen import replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    And,
    Applies,
    Comparator,
    Except,
    Formula,
    Holds,
    IsOneOf,
    Judged,
    Or,
    OutcomeIs,
    OverList,
    Part,
    Path,
    Quantity,
    StageApplies,
    Truth,
)
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    Header,
    HitPolicy,
    OtherCell,
    RangeCell,
    Row,
    Specification,
    Stage,
    StagePlan,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import RATIO, BoolType, DateType, EnumType, NumberType

GE = Comparator.GE
APPROVED = Holds(path=path("承認"))
LARGE = beds(GE, 600)
NEEDED = Judged(discretion="特に必要", path=path(""))
DISASTER = IsOneOf(path=path("災害拠点"), values=("基幹災害拠点病院",))

BASE = with_term(SPEC, "基準", And(parts=parts(APPROVED, LARGE)))


def test_a_predicate_through_a_reference() -> None:
    spec = with_term(SPEC, "国立", IsOneOf(path=path("種別"), values=("国",)), "事業者")
    national = record("事業者", 種別="国")
    assert truth(applies("国立", "開設者"), record("病院", 開設者=national), spec) is TRUE
    unknown = ask(applies("国立", "開設者"), record("病院"), spec)
    assert unknown.deciding_unknowns == (Address(steps=("開設者", "種別")),)


def test_an_overriding_rule_fixes_the_outcome() -> None:
    spec = with_override(BASE, "新設", "基準", DISASTER, False)
    whole = record("病院", 承認=True, 病床数=600, 災害拠点="基幹災害拠点病院")
    assert truth(applies("基準"), whole, spec) is FALSE
    assert truth(applies("基準"), replace(whole, facts={**whole.facts, "災害拠点": "指定なし"}), spec) is TRUE


@pytest.mark.parametrize(
    ("body", "outcome", "expected"),
    [
        (TRUE, True, TRUE),
        (TRUE, False, UNKNOWN),
        (FALSE, False, FALSE),
        (FALSE, True, UNKNOWN),
        (UNKNOWN, True, UNKNOWN),
    ],
)
def test_an_open_overriding_rule(body: Kleene, outcome: bool, expected: Kleene) -> None:
    """Decided exactly when the rule would say what the body says anyway."""
    bodies: dict[Kleene, Formula] = {
        TRUE: Truth(value=True),
        FALSE: Truth(value=False),
        UNKNOWN: APPROVED,
    }
    spec = with_override(with_term(SPEC, "基準", bodies[body]), "必要", "基準", NEEDED, outcome)
    assert truth(applies("基準"), record("病院"), spec) is expected


def rivals(*beaten: str) -> Specification:
    """新設 says no, 必要 says yes; 必要 prevails over what is named."""
    spec = with_override(BASE, "新設", "基準", DISASTER, False)
    return with_override(spec, "必要", "基準", NEEDED, True, *beaten)


BOTH = record("病院", {"特に必要": True}, 承認=True, 病床数=1, 災害拠点="基幹災害拠点病院")


def test_contradicting_rules_are_a_conflict_not_an_answer() -> None:
    found = ask(applies("基準"), BOTH, rivals())
    assert found.truth is UNKNOWN
    assert found.deciding_unknowns == ()
    assert [node.conflict for node in found.conflicts] == [("特例「新設」", "特例「必要」")]


def test_the_rule_that_prevails_decides() -> None:
    found = ask(applies("基準"), BOTH, rivals("新設"))
    assert found.truth is TRUE
    assert found.conflicts == ()
    assert deciding_provisions(found.trace) == ("特例「必要」",)


def test_only_the_open_rule_that_prevails_is_asked_for() -> None:
    """新設 applies: the body no longer matters, and 必要 alone can still turn the outcome."""
    waiting = replace(BOTH, judgements={}, facts={"災害拠点": "基幹災害拠点病院"})
    found = ask(applies("基準"), waiting, rivals("新設"))
    assert found.truth is UNKNOWN
    assert found.deciding_unknowns == (Address(discretion="特に必要"),)


def test_a_rule_that_surely_prevails_closes_an_open_one() -> None:
    spec = with_override(BASE, "必要", "基準", NEEDED, True)
    spec = with_override(spec, "新設", "基準", DISASTER, False, "必要")
    assert truth(applies("基準"), replace(BOTH, judgements={}), spec) is FALSE


def test_an_open_rule_may_settle_a_contradiction() -> None:
    """甲 and 乙 contradict each other, but 必要 would prevail over 甲: what is open is the discretion."""
    spec = with_override(BASE, "甲", "基準", Truth(value=True), True)
    spec = with_override(spec, "乙", "基準", Truth(value=True), False)
    spec = with_override(spec, "必要", "基準", NEEDED, False, "甲")
    found = ask(applies("基準"), record("病院"), spec)
    assert found.conflicts == ()
    assert found.deciding_unknowns == (Address(discretion="特に必要"),)
    assert truth(applies("基準"), record("病院", {"特に必要": True}), spec) is FALSE


def test_prevailing_passes_on() -> None:
    """甲 over 乙 over 丙: where 甲 and 丙 apply and 乙 does not, 甲 decides."""
    spec = with_override(BASE, "丙", "基準", Truth(value=True), False)
    spec = with_override(spec, "乙", "基準", Truth(value=False), False, "丙")
    spec = with_override(spec, "甲", "基準", Truth(value=True), True, "乙")
    assert truth(applies("基準"), record("病院"), spec) is TRUE


def test_rules_that_prevail_over_each_other_are_a_conflict() -> None:
    spec = with_override(BASE, "甲", "基準", Truth(value=True), True, "乙")
    spec = with_override(spec, "乙", "基準", Truth(value=True), True, "甲")
    found = ask(applies("基準"), record("病院"), spec)
    assert (found.truth, [n.conflict for n in found.conflicts]) == (UNKNOWN, [("特例「甲」", "特例「乙」")])


def test_rules_that_agree_do_not_clash() -> None:
    spec = with_override(BASE, "甲", "基準", Truth(value=True), False)
    spec = with_override(spec, "乙", "基準", Truth(value=True), False)
    assert truth(applies("基準"), BOTH, spec) is FALSE


def test_a_contradiction_does_not_ask_for_facts_that_settle_nothing() -> None:
    """The condition of 甲 is true of every 災害拠点, so knowing it would not help."""
    members = SPEC.enumerations["災害拠点区分"].members
    spec = with_override(BASE, "甲", "基準", IsOneOf(path=path("災害拠点"), values=members), True)
    spec = with_override(spec, "乙", "基準", Truth(value=True), False)
    found = ask(applies("基準"), record("病院"), spec)
    assert (found.truth, len(found.conflicts), found.deciding_unknowns) == (UNKNOWN, 1, ())


def test_a_term_is_asked_of_each_element_anew() -> None:
    """What was found of one record is remembered for that record only."""
    spec = with_term(SPEC, "大型", compare(fact("出力"), GE, 500, "kW"), "設備")
    body = Applies(term="大型", path=Path(root="e"))
    over = OverList(quantity=Quantity.ALL, path=path("設備"), variable="e", body=body)
    plants = (record("設備", 出力=500), record("設備", 出力=499))
    assert truth(over, record("事業者", 設備=plants), spec) is FALSE
    assert truth(over, record("事業者", 設備=plants[:1]), spec) is TRUE


def test_a_stage_of_a_plan() -> None:
    stages = tuple(
        Stage(number=n, start=date(2027 + n, 4, 1), body=beds(GE, limit))
        for n, limit in ((1, 1000), (2, 800))
    )
    header = Header(name="甲案", keyword="段階", provision=("附則第二条",))
    plan = StagePlan(header=header, subject="病院", stages=stages, growing=True)
    spec = replace(SPEC, plans={"甲案": plan})
    hospital = record("病院", 病床数=800)
    outcomes = [truth(StageApplies(plan="甲案", number=n, path=path("")), hospital, spec) for n in (1, 2)]
    assert outcomes == [FALSE, TRUE]
    found = ask(StageApplies(plan="甲案", number=1, path=path("")), hospital, spec)
    assert deciding_provisions(found.trace) == ("附則第二条第一段階",)


# ---------------------------------------------------------------- 区分表

COLUMNS = (
    Column(heading="災害拠点", path=path("災害拠点"), type=EnumType(enum="災害拠点区分")),
    Column(heading="紹介率", path=path("紹介率"), type=NumberType(unit=RATIO, places=2, low=Fraction(0))),
)
ANY = AnyCell()


def span(low: int | None, high: int | None, low_strict: bool = False, high_strict: bool = True) -> RangeCell:
    return RangeCell(
        low=None if low is None else Fraction(low, 100),
        low_strict=low_strict,
        high=None if high is None else Fraction(high, 100),
        high_strict=high_strict,
    )


def table(policy: HitPolicy, *rows: tuple[Cell, Cell, str], within: Formula | None = None) -> Specification:
    made = DecisionTable(
        header=Header(name="表", keyword="区分表", provision=("別表",)),
        subject="病院",
        hit_policy=policy,
        complete=True,
        columns=COLUMNS,
        outputs=("手続",),
        rows=tuple(Row(cells=(first, second), outputs=(value,)) for first, second, value in rows),
        within=within,
    )
    return replace(SPEC, tables={"表": made})


def gives(spec: Specification, value: str, hospital: Record) -> Kleene:
    return truth(OutcomeIs(table="表", output="手続", value=value, path=path("")), hospital, spec)


MAIN = ValueCell(values=("基幹災害拠点病院",))
NONE = ValueCell(values=("指定なし",))


def test_ranges_keep_their_ends_apart() -> None:
    """25%以上50%未満, and それ以外 beside it: every rate falls in exactly one row."""
    middle = span(25, 50)
    spec = table(HitPolicy.UNIQUE, (ANY, middle, "中"), (ANY, OtherCell(excluded=(middle,)), "外"))
    beyond = table(HitPolicy.UNIQUE, (ANY, span(25, None, low_strict=True), "超"))
    assert gives(beyond, "超", record("病院", 紹介率=Fraction(25, 100))) is FALSE
    assert gives(beyond, "超", record("病院", 紹介率=Fraction(26, 100))) is TRUE
    for rate, value in ((24, "外"), (25, "中"), (49, "中"), (50, "外")):
        hospital = record("病院", 紹介率=Fraction(rate, 100), 災害拠点="指定なし")
        outcomes = {v: gives(spec, v, hospital) for v in ("中", "外")}
        assert outcomes[value] is TRUE, rate
        assert outcomes[{"中": "外", "外": "中"}[value]] is FALSE, rate
    assert gives(spec, "中", record("病院")) is UNKNOWN


def test_rows_that_contradict_each_other_give_no_outcome() -> None:
    spec = table(HitPolicy.UNIQUE, (MAIN, ANY, "甲"), (ANY, ANY, "乙"))
    both = record("病院", 災害拠点="基幹災害拠点病院", 紹介率=Fraction(1))
    found = ask(OutcomeIs(table="表", output="手続", value="甲", path=path("")), both, spec)
    assert found.truth is UNKNOWN
    assert [node.conflict for node in found.conflicts] == [("1行目", "2行目")]
    assert gives(spec, "丙", both) is FALSE


def test_rows_that_overlap_and_agree_are_no_conflict() -> None:
    spec = table(HitPolicy.UNIQUE, (MAIN, ANY, "甲"), (ANY, ANY, "甲"))
    assert gives(spec, "甲", record("病院", 災害拠点="基幹災害拠点病院")) is TRUE
    assert gives(spec, "甲", record("病院")) is TRUE


def test_the_first_row_that_applies() -> None:
    spec = table(HitPolicy.FIRST, (MAIN, ANY, "甲"), (ANY, ANY, "乙"))
    assert gives(spec, "甲", record("病院", 災害拠点="基幹災害拠点病院")) is TRUE
    assert gives(spec, "乙", record("病院", 災害拠点="基幹災害拠点病院")) is FALSE
    assert gives(spec, "乙", record("病院", 災害拠点="指定なし")) is TRUE
    assert gives(spec, "乙", record("病院")) is UNKNOWN


def test_rows_below_the_first_that_surely_applies_are_not_asked_for() -> None:
    spec = table(HitPolicy.FIRST, (ANY, span(50, None), "甲"), (NONE, ANY, "乙"), (ANY, span(90, None), "丙"))
    hospital = record("病院", 災害拠点="指定なし")
    found = ask(OutcomeIs(table="表", output="手続", value="乙", path=path("")), hospital, spec)
    assert found.truth is UNKNOWN
    assert deciding_provisions(found.trace) == ("別表1行目",)


def test_a_value_that_no_row_gives_needs_no_facts() -> None:
    spec = table(HitPolicy.UNIQUE, (MAIN, ANY, "甲"))
    no = ask(OutcomeIs(table="表", output="手続", value="丙", path=path("")), record("病院"), spec)
    assert (no.truth, no.deciding_unknowns) == (FALSE, ())


def test_all_rows_that_apply() -> None:
    other = table(HitPolicy.COLLECT, (MAIN, ANY, "甲"), (ANY, span(50, None), "乙"))
    asked = OutcomeIs(table="表", output="手続", value="甲", path=path(""))
    assert ask(asked, record("病院"), other).deciding_unknowns == (Address(steps=("災害拠点",)),)
    spec = table(HitPolicy.COLLECT, (MAIN, ANY, "甲"), (ANY, ANY, "乙"))
    main = record("病院", 災害拠点="基幹災害拠点病院")
    assert (gives(spec, "甲", main), gives(spec, "乙", main)) == (TRUE, TRUE)
    assert (gives(spec, "甲", record("病院")), gives(spec, "乙", record("病院"))) == (UNKNOWN, TRUE)


def test_outside_its_scope_a_table_says_nothing() -> None:
    spec = table(HitPolicy.UNIQUE, (ANY, ANY, "甲"), within=APPROVED)
    assert gives(spec, "甲", record("病院", 承認=True)) is TRUE
    assert gives(spec, "甲", record("病院", 承認=False)) is FALSE
    assert gives(spec, "甲", record("病院")) is UNKNOWN


def test_cells_of_every_kind_of_column() -> None:
    """又は in a cell, あり and なし of a 真偽 column, a date by its ordinal."""
    day = date(2026, 4, 1)
    since = RangeCell(low=Fraction(day.toordinal()), low_strict=False, high=None, high_strict=False)
    columns = (
        Column(heading="承認", path=path("承認"), type=BoolType()),
        Column(heading="承認日", path=path("承認日"), type=DateType()),
        Column(heading="災害拠点", path=path("災害拠点"), type=EnumType(enum="災害拠点区分")),
    )
    row = Row(cells=(ValueCell(values=("なし",)), since, UnionCell(cells=(MAIN, NONE))), outputs=("甲",))
    spec = table(HitPolicy.COLLECT)
    made = replace(spec.tables["表"], columns=columns, rows=(row,))
    spec = replace(spec, tables={"表": made})
    hospital = record("病院", 承認=False, 承認日=day, 災害拠点="指定なし")
    assert gives(spec, "甲", hospital) is TRUE
    changes: dict[str, Value] = {"承認": True, "承認日": date(2026, 3, 31), "災害拠点": "地域災害拠点病院"}
    for name, value in changes.items():
        assert gives(spec, "甲", record("病院", **{**hospital.facts, name: value})) is FALSE, name


# ---------------------------------------------------------------- why


def test_the_provisions_that_decided() -> None:
    spec = with_term(SPEC, "基準", And(parts=parts(APPROVED, Or(parts=parts(LARGE, DISASTER)))))
    small = record("病院", 承認=True, 病床数=599, 災害拠点="指定なし")
    found = ask(applies("基準"), small, spec)
    assert found.truth is FALSE
    assert deciding_provisions(found.trace) == ("第二条第二号一", "第二条第二号二")
    spared = with_term(SPEC, "基準", Except(body=APPROVED, exceptions=(Part(body=LARGE),)))
    large = ask(applies("基準"), record("病院", 承認=True, 病床数=600), spared)
    assert deciding_provisions(large.trace) == ("第二条ただし書",)
    unapproved = ask(applies("基準"), record("病院", 承認=False, 病床数=600), spec)
    assert deciding_provisions(unapproved.trace) == ("第二条第一号",)


def test_the_provisions_of_rules_that_lean_on_each_other() -> None:
    """The 号 that refers to a term comes before the term's own provision."""
    spec = with_term(SPEC, "特定機能病院", APPROVED)
    spec = with_term(spec, "基準", And(parts=parts(LARGE, applies("特定機能病院"))))
    rule = spec.predicates["特定機能病院"]
    moved = replace(rule, header=replace(rule.header, provision=("第一条の二",)))
    spec = replace(spec, predicates={**spec.predicates, "特定機能病院": moved})
    found = ask(applies("基準"), record("病院", 承認=False, 病床数=600), spec)
    assert deciding_provisions(found.trace) == ("第二条第二号", "第一条の二")
