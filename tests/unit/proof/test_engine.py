"""The prover answers what is asked: exactly, with the fewest reasons, and the same however often."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import pytest
from tests.property.constructs import SPECIFICATION, all_formulas, at, beds, compare, parts

from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    Comparator,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    IsOneOf,
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Path,
    Quantity,
    SameValue,
    SeriesItem,
)
from regcheck.model.specification import Assumption, FieldDefinition, Header, Specification, Subject
from regcheck.model.types import RATIO, BoolType, ListType, NumberType, Type
from regcheck.proof import shared
from regcheck.proof.engine import Z3Prover
from regcheck.proof.libz3 import Context
from regcheck.proof.question import Answer, Impossible, Labelled, Possible, Question, Undecided
from regcheck.proof.solver import Outcome, Solver

BEDS, SHARE = Fact(path=at("病床数")), Fact(path=at("割合"))


def ratio(value: Fraction) -> Number:
    return Number(value=value, unit=RATIO)


def number(value: int) -> Number:
    return Number(value=Fraction(value), unit="")


def question(*formulas: Formula, assume: bool = True) -> Question:
    labelled = tuple(Labelled(label=f"問{n}", formula=f) for n, f in enumerate(formulas, 1))
    return Question(subject="施設", parts=labelled, assume=assume)


def ask(*formulas: Formula, spec: Specification = SPECIFICATION) -> Answer:
    return Z3Prover(spec).ask(question(*formulas))


def record(answer: Answer) -> Record:
    assert isinstance(answer, Possible), answer
    return answer.record


def assuming(**bodies: tuple[str, Formula]) -> Specification:
    return replace(
        SPECIFICATION,
        assumptions={
            name: Assumption(header=Header(name=name), subject=subject, body=body)
            for name, (subject, body) in bodies.items()
        },
    )


# ---------------------------------------------------------------- numbers


def test_there_is_nothing_between_two_whole_numbers() -> None:
    between = (compare(BEDS, ">", beds(3)), compare(BEDS, "<", beds(4)))
    assert ask(*between) == Impossible(core=("問1", "問2"))


def test_a_gap_at_exactly_one_third_is_found() -> None:
    third = ratio(Fraction(1, 3))
    found = ask(Not(body=compare(SHARE, "<", third)), Not(body=compare(SHARE, ">", third)))
    assert record(found).facts["割合"] == Fraction(1, 3)


def test_a_decimal_has_values_between_its_limits() -> None:
    low, high = (Number(value=Fraction(n, 10), unit="kg") for n in (1, 2))
    weight = Fact(path=at("重さ"))
    found = ask(compare(weight, ">", low), compare(weight, "<", high))
    value = record(found).facts["重さ"]
    assert isinstance(value, Fraction)
    assert Fraction(1, 10) < value < Fraction(2, 10)


def test_the_bounds_of_a_type_hold_without_being_asked() -> None:
    assert ask(compare(BEDS, ">", beds(5))) == Impossible(core=("問1",))


def test_a_date_is_a_day_of_the_calendar() -> None:
    founded = Fact(path=at("設立日"))
    found = ask(
        compare(founded, ">", Day(value=date(2028, 2, 28))),
        compare(founded, "<", Day(value=date(2028, 3, 1))),
    )
    assert record(found).facts["設立日"] == date(2028, 2, 29)


def test_two_conditions_on_one_year_are_not_two_years() -> None:
    """In no single year both, though the first holds in one year and the second in another."""
    item = SeriesItem(path=at("年次病床数"), index="y")

    def in_some_year(*bodies: Formula) -> Formula:
        return OverSeries(
            quantity=Quantity.SOME,
            window="直近二事業年度",
            length=2,
            index="y",
            body=And(parts=parts(*bodies)),
        )

    high, low = compare(item, ">=", beds(4)), compare(item, "<=", beds(1))
    assert isinstance(ask(in_some_year(high), in_some_year(low)), Possible)
    assert isinstance(ask(in_some_year(high, low)), Impossible)


# ---------------------------------------------------------------- words


def test_a_text_may_be_one_that_nobody_names() -> None:
    named = IsOneOf(path=at("名称"), values=("東京", "大阪", "山形", "札幌"))
    found = (
        ask(Not(body=named)),
        ask(Not(body=named), Not(body=SameValue(left=at("名称"), right=at("旧名称")))),
    )
    assert record(found[0]).facts["名称"] not in named.values
    facts = record(found[1]).facts
    assert facts["名称"] != facts["旧名称"]


def test_a_category_is_one_of_its_members() -> None:
    others = Not(body=IsOneOf(path=at("種別"), values=("国", "公")))
    assert record(ask(others)).facts["種別"] == "私"
    assert isinstance(ask(others, Not(body=IsOneOf(path=at("種別"), values=("私",)))), Impossible)


# ---------------------------------------------------------------- lists


def count(name: str, where: Formula | None = None) -> Expression:
    return Count(path=at(name), variable="x", where=where)


def some(name: str, body: Formula) -> Formula:
    return OverList(quantity=Quantity.SOME, path=at(name), variable="x", body=body)


IN_X, BIG_X = Holds(path=at("認定", root="x")), compare(Fact(path=at("病床数", root="x")), ">=", beds(2))


def elements(found: Record, name: str) -> tuple[Record, ...]:
    value = found.facts[name]
    assert isinstance(value, tuple)
    return tuple(element for element in value if isinstance(element, Record))


def test_an_unlimited_list_has_as_many_elements_as_the_question_needs() -> None:
    found = record(ask(compare(count("部品", BIG_X), ">=", number(3)), Not(body=some("部品", IN_X))))
    chosen = elements(found, "部品")
    assert len([e for e in chosen if e.facts["病床数"] in (2, 3, 4, 5)]) >= 3
    assert not any(e.facts["認定"] for e in chosen)


def test_a_limit_of_a_list_is_kept() -> None:
    assert isinstance(ask(compare(count("主要部品"), ">=", number(2))), Possible)
    assert isinstance(ask(compare(count("主要部品"), ">=", number(3))), Impossible)


def test_counts_are_compared_with_each_other_for_every_size() -> None:
    more = compare(count("部品", IN_X), ">", count("部品", BIG_X))
    few = compare(count("部品", BIG_X), ">=", number(40))
    found = record(ask(more, few))
    chosen = elements(found, "部品")
    big = [e for e in chosen if isinstance(e.facts["病床数"], Fraction) and e.facts["病床数"] >= 2]
    assert len([e for e in chosen if e.facts["認定"]]) > len(big) >= 40
    assert isinstance(ask(compare(count("部品", IN_X), ">", count("部品"))), Impossible)


def test_a_great_limit_of_a_list_is_kept_where_counts_are_compared() -> None:
    fields = dict(SPECIFICATION.subjects["施設"].fields)
    fields["部品"] = FieldDefinition(name="部品", type=ListType(subject="部品", limit=50))
    subjects = {**SPECIFICATION.subjects, "施設": Subject(header=Header(name="施設"), fields=fields)}
    spec = replace(SPECIFICATION, subjects=subjects)
    more = compare(count("部品", IN_X), ">", count("部品", BIG_X))
    assert isinstance(ask(more, compare(count("部品", BIG_X), ">=", number(49)), spec=spec), Possible)
    assert isinstance(ask(more, compare(count("部品", BIG_X), ">=", number(50)), spec=spec), Impossible)


def test_a_total_over_a_list_is_exact() -> None:
    total = ListTotal(path=at("主要部品"), variable="x", value=Fact(path=at("病床数", root="x")), where=IN_X)
    assert isinstance(ask(compare(total, "=", beds(10))), Possible)
    assert isinstance(ask(compare(total, ">", beds(10))), Impossible)


def test_a_case_that_a_longer_list_might_have_is_not_called_impossible() -> None:
    """Elements that each need a greater one: no finite number is known to suffice."""
    greater = compare(Fact(path=at("病床数", root="y")), ">", Fact(path=at("病床数", root="x")))
    exists = OverList(quantity=Quantity.SOME, path=at("部品"), variable="y", body=greater)
    each = OverList(quantity=Quantity.ALL, path=at("部品"), variable="x", body=exists)
    answer = ask(each, some("部品", IN_X))
    assert isinstance(answer, Undecided)
    assert "部品" in answer.reason


# ---------------------------------------------------------------- rules that contradict each other


def test_nothing_is_proved_from_rules_that_contradict_each_other() -> None:
    torn = And(parts=parts(Holds(path=at("認定")), compare(BEDS, ">=", beds(3))))
    applies = Applies(term="対立", path=Path())
    assert isinstance(ask(torn, applies), Possible)
    assert isinstance(ask(torn, Not(body=applies)), Possible)


def test_a_case_clear_of_contradictions_is_preferred() -> None:
    found = record(ask(Applies(term="対立", path=Path())))
    beds_found = found.facts["病床数"]
    assert isinstance(beds_found, Fraction)
    assert not (found.facts["認定"] and beds_found >= 3)


def test_rows_that_contradict_each_other_leave_both_values_open() -> None:
    both = And(parts=parts(compare(BEDS, "=", beds(2)), IsOneOf(path=at("代表部品", "種別"), values=("国",))))
    for value in ("届出", "軽微"):
        outcome = OutcomeIs(table="表unique", output="手続", value=value, path=Path())
        assert isinstance(ask(both, outcome), Possible)
        assert isinstance(ask(both, Not(body=outcome)), Possible)


# ---------------------------------------------------------------- cores and premises


def test_a_core_names_only_what_is_needed() -> None:
    idle = Or(parts=parts(Holds(path=at("認定")), compare(SHARE, ">", ratio(Fraction(1, 2)))))
    answer = ask(compare(BEDS, ">=", beds(3)), idle, compare(BEDS, "<", beds(2)))
    assert answer == Impossible(core=("問1", "問3"))


def test_who_does_not_ask_why_is_told_no_core_and_nobody_else_is_told_less() -> None:
    prover, asked = (
        Z3Prover(SPECIFICATION),
        question(compare(BEDS, ">=", beds(3)), compare(BEDS, "<", beds(2))),
    )
    only_whether = replace(asked, why=False)
    assert prover.ask(only_whether) == Impossible(core=())
    assert prover.ask(asked) == Impossible(core=("問1", "問2"))
    assert prover.keys([asked]) != prover.keys([only_whether])
    assert isinstance(prover.ask(replace(question(compare(BEDS, ">=", beds(3))), why=False)), Possible)


def test_a_premise_is_named_where_it_matters() -> None:
    spec = assuming(
        下限=("施設", compare(BEDS, ">=", beds(3))),
        無関係=("施設", compare(SHARE, ">", ratio(Fraction(1, 9)))),
    )
    assert ask(compare(BEDS, "<", beds(2)), spec=spec) == Impossible(core=("問1", "前提「下限」"))
    free = Z3Prover(spec).ask(question(compare(BEDS, "<", beds(2)), assume=False))
    assert isinstance(free, Possible)


def test_a_premise_holds_of_referenced_records_and_of_elements() -> None:
    spec = assuming(認定済み=("部品", Holds(path=at("認定"))))
    unnamed = Not(body=Holds(path=at("代表部品", "認定")))
    assert ask(unnamed, spec=spec) == Impossible(core=("問1", "前提「認定済み」"))
    assert isinstance(ask(some("部品", Not(body=IN_X)), spec=spec), Impossible)


def test_premises_that_contradict_each_other_are_the_whole_core() -> None:
    spec = assuming(甲=("施設", compare(BEDS, ">=", beds(3))), 乙=("施設", compare(BEDS, "<", beds(3))))
    assert ask(Holds(path=at("認定")), spec=spec) == Impossible(core=("前提「甲」", "前提「乙」"))


def test_every_mentioned_fact_has_a_value() -> None:
    """Also one that cannot matter, and those of 前提."""
    spec = assuming(下限=("施設", compare(SHARE, ">=", ratio(Fraction(0)))))
    found = record(
        ask(Or(parts=parts(compare(BEDS, ">=", beds(0)), Holds(path=at("代表部品", "認定")))), spec=spec)
    )
    assert set(found.facts) == {"病床数", "割合", "代表部品"}
    assert isinstance(found.facts["代表部品"], Record)
    assert set(found.facts["代表部品"].facts) == {"認定"}


def test_a_contradiction_in_one_part_needs_no_solver_and_is_its_core() -> None:
    assert ask(Holds(path=at("認定")), Or(parts=())) == Impossible(core=("問2",))


# ---------------------------------------------------------------- the same again


ALL = [question(f) for f in all_formulas()] + [question(Not(body=f)) for f in all_formulas()]


def test_the_same_questions_in_the_same_order_give_the_same_answers() -> None:
    first, second = Z3Prover(SPECIFICATION), Z3Prover(SPECIFICATION)
    assert [first.ask(q) for q in ALL] == [second.ask(q) for q in ALL]


def test_whether_there_is_a_case_and_the_core_do_not_depend_on_the_order() -> None:
    forwards, backwards = Z3Prover(SPECIFICATION), Z3Prover(SPECIFICATION)
    first = [forwards.ask(q) for q in ALL]
    second = [backwards.ask(q) for q in reversed(ALL)][::-1]
    assert [_verdict(a) for a in first] == [_verdict(a) for a in second]


def test_a_shared_solver_that_has_taken_enough_gives_way_unnoticed(monkeypatch: pytest.MonkeyPatch) -> None:
    made = list[Solver]()

    def make(rlimit: int, context: Context | None) -> Solver:
        made.append(Solver(rlimit, context))
        return made[-1]

    monkeypatch.setattr(shared, "Solver", make)
    kept = Z3Prover(SPECIFICATION)
    first = [_verdict(kept.ask(q)) for q in ALL]
    few = len(made)
    monkeypatch.setattr(shared, "MOST_SHARED", 2)
    renewed = Z3Prover(SPECIFICATION)
    assert [_verdict(renewed.ask(q)) for q in ALL] == first
    assert len(made) - few > few


def test_layouts_in_one_solver_keep_their_names_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two 対象 have a fact of the same name within other bounds; one solver is asked of both in turn."""
    monkeypatch.setattr(shared.Shared, "case", lambda self, wanted: None)

    def subject(name: str, high: int) -> Subject:
        kind = NumberType(unit="床", low=Fraction(0), high=Fraction(high))
        return Subject(header=Header(name=name), fields={"病床数": FieldDefinition(name="病床数", type=kind)})

    spec = Specification(subjects={"大": subject("大", 900), "小": subject("小", 90)})
    hard = [compare(BEDS, "=", beds(n)) for n in (77, 777)]
    asked = [
        Question(subject=s, parts=(Labelled(label="問", formula=f),))
        for s in ("小", "大", "小")
        for f in hard
    ]
    found = [type(answer) for answer in Z3Prover(spec).answers(asked)]
    assert found == [Possible, Impossible, Possible, Possible, Possible, Impossible]


def _verdict(answer: Answer) -> object:
    return answer.core if isinstance(answer, Impossible) else type(answer)


def test_the_text_of_a_question_does_not_depend_on_what_was_asked_before() -> None:
    used = Z3Prover(SPECIFICATION)
    for formula in all_formulas():
        used.ask(question(formula))
    for formula in all_formulas()[::7]:
        assert used.smt_text(question(formula)) == Z3Prover(SPECIFICATION).smt_text(question(formula))


def test_the_text_alone_gives_the_same_verdict() -> None:
    prover = Z3Prover(SPECIFICATION)
    for asked in ALL:
        solver = Solver(1_000_000)
        solver.feed(prover.smt_text(asked).replace("(check-sat)", ""))
        found = isinstance(prover.ask(asked), Possible)
        assert solver.check() is (Outcome.SATISFIABLE if found else Outcome.UNSATISFIABLE)


def test_the_text_says_in_words_what_it_asks() -> None:
    text = Z3Prover(SPECIFICATION).smt_text(question(compare(BEDS, ">=", beds(3))))
    assert text.startswith("; 次のすべてを満たす記録があるかを問う")
    assert "; 対象　施設" in text
    assert "; 問1\n" in text
    assert text.endswith("(check-sat)\n")


def test_a_spent_budget_is_undecided() -> None:
    hard = [compare(Fact(path=at("重さ")), op, Fact(path=at("代表部品", "重さ"))) for op in Comparator]
    asked = question(Or(parts=parts(*hard)), *all_formulas()[5:9])
    answer = Z3Prover(SPECIFICATION, rlimit=1).example(asked)
    assert isinstance(answer, Undecided)
    assert "rlimit 1" in answer.reason


# ---------------------------------------------------------------- odd input


def test_names_may_hold_any_sign() -> None:
    names = ("and", "x|y", "a\\b", "甲.乙[0]", "「丙」", "true", "claim?1", "改\n行")
    types: Mapping[str, Type] = {name: BoolType() for name in names}
    fields = {name: FieldDefinition(name=name, type=kind) for name, kind in types.items()}
    spec = Specification(subjects={"施設": Subject(header=Header(name="施設"), fields=fields)})
    wanted = {name: index % 2 == 0 for index, name in enumerate(names)}
    asked = [Holds(path=at(n)) if truth else Not(body=Holds(path=at(n))) for n, truth in wanted.items()]
    assert record(ask(*asked, spec=spec)).facts == wanted


def test_definitions_upon_definitions_without_end_are_undecided() -> None:
    body: Formula = Holds(path=at("認定"))
    for _ in range(3000):
        body = Not(body=And(parts=parts(body, Holds(path=at("認定")))))
    prover = Z3Prover(SPECIFICATION)
    assert isinstance(prover.ask(question(body)), Undecided)
    assert isinstance(prover.ask(question(Holds(path=at("認定")))), Possible)


def test_a_number_without_bounds_may_be_negative() -> None:
    fields = {"増減": FieldDefinition(name="増減", type=NumberType(unit="人"))}
    spec = Specification(subjects={"施設": Subject(header=Header(name="施設"), fields=fields)})
    shrinking = compare(Fact(path=at("増減")), "<", Number(value=Fraction(-10), unit="人"))
    value = record(ask(shrinking, spec=spec)).facts["増減"]
    assert isinstance(value, Fraction)
    assert value < -10
