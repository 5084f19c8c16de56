"""What was decided of one specification stands for another exactly where both say the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from regcheck.analysis import pipeline
from regcheck.analysis.pipeline import Inputs, check
from regcheck.model.from_syntax import build_specification
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.families import obligations
from regcheck.proof.obligation import Settled
from regcheck.proof.question import Answer, Question
from regcheck.proof.slices import Sameness
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

SPEC = """区分　種別
  国
  私

対象　者
  種別：種別
  数：整数（人）　０以上千以下

対象　病院
  開設者：者
  病床数：整数（床）　０以上千以下
  承認：真偽

対象　別
  員数：整数（人）　０以上三千以下

裁量「特に必要」：病院
  判断者　主務大臣

前提「承認」：病院
  承認があるならば、病床数が二十床以上であること

定義「大きい」：病院
  病床数が四百床以上であること

定義「公の者」：者
  種別が国であること

特例「例外」：病院
  「大きい」の規定にかかわらず、病床数が九百床以上である病院は、「大きい」に該当しないものとする

段階「計画」：病院
  第一段階　令和十年四月一日から　病床数が六百床以上であること

設備区分「基準」：病院
  次の各号のいずれかに該当すること
    一　「大きい」に該当し、かつ、開設者が「公の者」に該当すること
    二　「計画」の第一段階に該当すること
    三　主務大臣が「特に必要」と認めること

設備区分「別の基準」：別
  員数が百人以上であること
"""


def built(text: str) -> Specification:
    parsed = parse_file(SourceText("a.regspec", text))
    assert not parsed.diagnostics
    found = build_specification([parsed.file], frozenset({"a.regspec"}))
    assert {d.code.id for d in found.diagnostics} <= {"RC703"}
    return found.specification


def same(old: str, new: str, item: str) -> set[bool]:
    """Whether the obligations of an item rest on the same when some words are rewritten."""
    assert old in SPEC
    earlier, later = built(SPEC), built(SPEC.replace(old, new))
    held = Sameness(earlier, later)
    owed = [o for o in obligations(later) if o.term == item and not isinstance(o.ask, Settled)]
    assert owed
    return {held.holds(obligation) for obligation in owed}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("四百床以上", "五百床以上"),
        ("種別が国で", "種別が私で"),
        ("  私\n", "  私\n  他\n"),
        ("  数：整数（人）　０以上", "  数：整数（人）　１以上"),
        ("二十床以上", "三十床以上"),
        ("九百床以上", "八百床以上"),
        ("六百床以上", "七百床以上"),
        ("判断者　主務大臣", "判断者　主務大臣\n  出典　「法」第一条"),
    ],
    ids=["term", "term of another 対象", "区分", "fact of another 対象", "前提", "特例", "段階", "裁量"],
)
def test_whatever_a_question_reaches_changes_it(old: str, new: str) -> None:
    assert False in same(old, new, "設備区分「基準」")
    assert same(old, new, "設備区分「別の基準」") == {True}


def test_what_it_does_not_reach_does_not() -> None:
    assert same("百人以上", "二百人以上", "設備区分「基準」") == {True}
    assert True not in same("百人以上", "二百人以上", "設備区分「別の基準」")


# ---------------------------------------------------------------- across epochs

RUN = """
対象　案件
  急ぐ：真偽

手続「審査」：案件
  検査期間　令和八年四月一日から令和九年三月三十一日まで
  事象　届出：事業者
  事象　受理：主務大臣　届出以後
  期間「審査期間」　受理の日から起算して三十日を経過する日まで
  義務「受理」　主務大臣は、届出があったときは、届出の日から起算して十日以内に、受理をしなければならない
"""
VERSIONS = (
    SPEC
    + RUN
    + """
設備区分「変わる」：病院
  失効　令和七年四月一日
  病床数が百床以上であること

設備区分「変わる」：病院
  施行　令和七年四月一日
  病床数が二千床以上であること
"""
)


class Counting:
    """A prover that counts what it is asked."""

    asked = 0

    def __init__(self, spec: Specification) -> None:
        self._inner = Z3Prover(spec)

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        Counting.asked += len(questions)
        yield from self._inner.answers(questions)

    def ask(self, question: Question) -> Answer:
        return self._inner.ask(question)

    def example(self, question: Question) -> Answer:
        return self._inner.example(question)


def test_the_next_epoch_asks_only_what_has_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = Inputs(own=frozenset({"a.regspec"}), files={"a.regspec": VERSIONS.encode()})
    Counting.asked = 0
    shared, asked = check(inputs, Counting), Counting.asked
    monkeypatch.setattr(pipeline, "_standing", lambda *_: {})
    Counting.asked = 0
    apart = check(inputs, Counting)
    assert asked < Counting.asked * 0.6
    assert [(e.id, e.verdict, e.diagnostic) for e in shared.entries] == [
        (e.id, e.verdict, e.diagnostic) for e in apart.entries
    ]
    assert shared.diagnostics == apart.diagnostics
    assert {e.verdict.value for e in shared.entries if e.term == "設備区分「変わる」"} == {
        "PROVED",
        "REFUTED",
    }
