"""What is remembered changes no answer, and what is damaged is as if it were not there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

import msgspec
import pytest
from tests.property.constructs import SPECIFICATION, at, parts
from tests.unit.proof.test_engine import ALL, question

from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.formula import And, Formula, Holds, Not
from regcheck.proof.engine import Z3Prover
from regcheck.proof.memory import RememberingProver, Writer, from_bytes
from regcheck.proof.question import Answer, Impossible, Possible, Prover, Question


class Shelf:
    """A memory that forgets nothing."""

    def __init__(self) -> None:
        self.kept: dict[bytes, bytes] = {}

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put(self, found: Mapping[bytes, bytes]) -> None:
        self.kept.update(found)


class Refusing:
    """A prover that must not be asked."""

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        assert not questions
        return iter(())

    def ask(self, question: Question) -> Answer:
        raise AssertionError(question)

    def example(self, question: Question) -> Answer:
        raise AssertionError(question)


def remembering(shelf: Shelf, inner: Prover | None = None) -> RememberingProver:
    home = Z3Prover(SPECIFICATION)
    return RememberingProver(inner or home, home, shelf)


def canonical(answer: Answer) -> object:
    return answer.core if isinstance(answer, Impossible) else type(answer)


def test_a_second_run_asks_nobody_and_answers_the_same() -> None:
    shelf = Shelf()
    first = remembering(shelf)
    answers, examples = list(first.answers(ALL)), [first.example(q) for q in ALL]
    again = remembering(shelf, Refusing())
    assert list(again.answers(ALL)) == answers
    assert [again.example(q) for q in ALL] == examples
    assert first.remembered < first.asked == again.asked == again.remembered == len(ALL)


def test_what_is_found_while_questions_are_answered_is_kept_at_their_end_together() -> None:
    shelf = Shelf()
    prover = remembering(shelf)
    answers = prover.answers(ALL)
    next(answers)
    example = prover.example(ALL[0])
    assert not shelf.kept
    list(answers)
    assert remembering(shelf, Refusing()).example(ALL[0]) == example
    assert prover.ask(ALL[0]) == next(remembering(shelf, Refusing()).answers(ALL))


def test_what_is_found_is_kept_if_nobody_wants_the_rest() -> None:
    shelf = Shelf()
    answers = remembering(shelf).answers(ALL)
    first = next(answers)
    del answers
    assert remembering(shelf, Refusing()).ask(ALL[0]) == first


def test_what_is_remembered_is_what_would_be_found() -> None:
    shelf = Shelf()
    kept = remembering(shelf)
    list(kept.answers(ALL))
    fresh, again = Z3Prover(SPECIFICATION), remembering(shelf)
    assert [canonical(a) for a in again.answers(ALL)] == [canonical(a) for a in fresh.answers(ALL)]
    assert [again.example(q) for q in ALL] == [fresh.example(q) for q in reversed(ALL)][::-1]


def test_another_budget_remembers_nothing() -> None:
    shelf = Shelf()
    list(remembering(shelf).answers(ALL))
    small = Z3Prover(SPECIFICATION, rlimit=1)
    again = RememberingProver(small, small, shelf)
    list(again.answers(ALL))
    assert again.remembered == 0


def test_equal_questions_have_equal_keys_and_others_not() -> None:
    def body(*fields: str) -> Formula:
        return And(parts=parts(*(Holds(path=at(name)) for name in fields)))

    home = Z3Prover(SPECIFICATION)
    one, same, other = home.keys(
        [question(body("認定")), question(body("認定")), question(Not(body=body("認定")))]
    )
    assert one == same != other
    assert Z3Prover(SPECIFICATION).keys([question(body("認定"))]) == [one]
    assert home.keys([question(body("認定"))], "example") != [one]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", msgspec.msgpack.encode(None), msgspec.msgpack.encode(["core", 1]),
     msgspec.msgpack.encode(["record", "施設", {"病床数": ["number", "1/0"]}, {}]),
     msgspec.msgpack.encode(["record", "施設", {"病床数": ["?"]}, {}]),
     msgspec.msgpack.encode(["record", "施設", {"設立日": ["day", 2**62]}, {}]),
     msgspec.msgpack.encode(["record", 1, {}, {}])],
)  # fmt: skip
def test_damaged_bytes_are_no_answer(data: bytes) -> None:
    assert from_bytes(data) is None


def test_damaged_memory_is_asked_again() -> None:
    shelf = Shelf()
    answers = list(remembering(shelf).answers(ALL))
    shelf.kept = dict.fromkeys(shelf.kept, b"garbage")
    again = remembering(shelf)
    assert [canonical(a) for a in again.answers(ALL)] == [canonical(a) for a in answers]
    assert again.remembered == 0


def test_every_kind_of_value_comes_back() -> None:
    inner = Record(subject="部品", facts={"重さ": Fraction(-2, 7)}, judgements={"特に必要": False})
    facts: dict[str, Value] = {
        "真偽": True, "数": Fraction(400), "割合": Fraction(-9, 20), "大": Fraction(10**30), "小": Fraction(1, 10**30), "日": date(2026, 4, 1), "語": "基幹", "集合": frozenset({"甲", "乙"}),
        "参照": inner, "一覧": (inner, inner), "系列": (Fraction(1), UNKNOWN, True), "空": (), "不明": UNKNOWN,
    }  # fmt: skip
    answer = Possible(record=Record(subject="施設", facts=facts))
    assert from_bytes(Writer().to_bytes(answer)) == answer
    assert from_bytes(Writer().to_bytes(Impossible(core=("前提「甲」", "第一条")))) == Impossible(
        core=("前提「甲」", "第一条")
    )


def test_what_was_written_before_changes_no_bytes() -> None:
    beds, day = Fraction(400), date(2026, 4, 1)
    inner = Record(subject="部品", facts={"数": beds, "日": day})
    one = Possible(record=Record(subject="施設", facts={"数": beds, "日": day, "参照": inner}))
    other = Possible(
        record=Record(subject="施設", facts={"参照": inner, "数": Fraction(7), "別": beds, "日": day})
    )
    writer = Writer()
    for answer in (one, other, one):
        assert writer.to_bytes(answer) == Writer().to_bytes(answer)
