"""Every change of a condition is told with its kind and its smallest case; what means the same is proved to."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from tests.unit.analysis.versions_of_text import amended, compared, read
from tests.unit.proof.one_by_one import OneByOne

from regcheck.analysis.meanings import (
    Case,
    Change,
    ChangeKind,
    Ground,
    Version,
    compare_meanings,
    meaning_text,
)
from regcheck.analysis.meanings.conditions import Pair, parting_of
from regcheck.analysis.meanings.joint import joint
from regcheck.analysis.meanings.parting import Bench
from regcheck.diagnostics.wording import Language
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import Applies, Path
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Answer, Impossible, Possible, Question, Undecided

SPEC = """区分　種別
  国、公、私

対象　病院
  病床数：整数（床）　０以上
  承認：真偽
  救急：真偽
  種別：種別

裁量「相当」：病院
  判断者　大臣

委任「基準の委任」：病院
  条項　「法」第五十条第一項
  形式　省令

法令「法」
  種別　法律
  題名　「ある法律」

定義「大病院」：病院
  条項　第一条
  病床数が四百床以上であること

定義「拠点」：病院
  条項　第一条の二
  次の各号のいずれかに該当すること
    一　救急があること
    二　種別が国又は公であること

指定基準「基準」：病院
  条項　第二条
  委任　「基準の委任」
  大病院に該当し、かつ、承認があること
  ただし、種別が国であり、かつ、大臣が「相当」と認めないものを除く

特例「公立の特例」：病院
  条項　第三条
  「基準」の規定にかかわらず、種別が公である病院は、該当しないものとする
"""
CRITERION, LARGE, SPECIAL = "指定基準「基準」", "定義「大病院」", "特例「公立の特例」"


def facts(case: Case | None) -> dict[str, str]:
    assert case is not None
    return dict(case.evidence.facts)


# ---------------------------------------------------------------- kinds


def test_nothing_changed() -> None:
    changes = compared(SPEC, SPEC)
    assert {(c.kind, c.ground) for c in changes.values()} == {(ChangeKind.SAME, Ground.IDENTITY)}
    assert list(changes) == [LARGE, "定義「拠点」", CRITERION, SPECIAL]
    assert meaning_text(changes[LARGE]) == "同じ"


def test_a_lower_limit_gains_the_case_at_the_limit() -> None:
    changes = amended(SPEC, ("四百床以上", "三百床以上"))
    gained = changes[LARGE].gained
    assert changes[LARGE].kind is ChangeKind.WIDER
    assert gained is not None
    assert (gained.words, gained.earlier, gained.later) == ("病床数が300床", "非該当", "該当")
    assert meaning_text(changes[LARGE]) == "広がる：病床数が300床の病院は改正後だけ該当"
    assert meaning_text(changes[LARGE], Language.EN) == "wider: 病院 with 病床数が300床 is 該当 after alone"


def test_a_limit_that_no_longer_counts_loses_the_case_at_the_limit() -> None:
    changes = amended(SPEC, ("四百床以上である", "四百床を超える"))
    assert meaning_text(changes[LARGE]) == "狭まる：病床数が400床の病院は改正前だけ該当"


def test_what_rests_on_a_changed_term_changes_and_the_rest_is_not_asked() -> None:
    changes = amended(SPEC, ("四百床以上", "三百床以上"))
    assert changes[CRITERION].kind is ChangeKind.WIDER
    assert changes[CRITERION].gained is not None
    assert facts(changes[CRITERION].gained)["病床数"] == "300床"
    assert changes["定義「拠点」"].ground is Ground.IDENTITY
    assert changes[SPECIAL].ground is Ground.IDENTITY


def test_some_gained_and_some_lost() -> None:
    both = amended(SPEC, ("一　救急があること", "一　承認があること"))["定義「拠点」"]
    assert both.kind is ChangeKind.BOTH
    assert both.gained is not None
    assert both.lost is not None
    assert facts(both.gained) == {"承認": "あり", "救急": "なし", "種別": "私"}
    assert facts(both.lost) == {"承認": "なし", "救急": "あり", "種別": "私"}
    assert "改正後だけ該当。" in meaning_text(both)


def test_a_proviso_that_is_gone() -> None:
    gone = ("\n  ただし、種別が国であり、かつ、大臣が「相当」と認めないものを除く", "")
    gained = amended(SPEC, gone)[CRITERION].gained
    assert gained is not None
    assert facts(gained) == {
        "病床数": "400床",
        "承認": "あり",
        "種別": "国",
        "裁量「相当」": "認めない",
    }


def test_the_words_of_a_case_read_as_a_sentence() -> None:
    gone = ("\n  ただし、種別が国であり、かつ、大臣が「相当」と認めないものを除く", "")
    assert meaning_text(amended(SPEC, gone)[CRITERION]) == (
        "広がる：病床数が400床、承認あり、種別が国、裁量「相当」を認めない病院は改正後だけ該当"
    )
    change = amended(SPEC, ("四百床以上", "三百床以上"))[LARGE]
    assert change.gained is not None
    anybody = replace(change, gained=replace(change.gained, words=""))
    assert meaning_text(anybody) == "広がる：どの病院も改正後だけ該当"


def test_an_exception_reaches_the_outcome_in_force_of_its_target() -> None:
    """The text of the criterion is the same; its 特例 takes more out of it."""
    changes = amended(SPEC, ("種別が公である病院は", "種別が公又は私である病院は"))
    assert changes[SPECIAL].kind is ChangeKind.WIDER
    assert changes[CRITERION].kind is ChangeKind.NARROWER
    assert changes[CRITERION].lost is not None
    assert facts(changes[CRITERION].lost)["種別"] == "私"


def test_an_exception_with_the_other_outcome_is_different() -> None:
    changes = amended(SPEC, ("該当しないものとする", "該当するものとする"))
    assert changes[SPECIAL].kind is ChangeKind.DIFFERENT
    assert changes[CRITERION].kind is ChangeKind.WIDER


def test_of_two_exceptions_the_one_that_prevails_decides_in_the_earlier_version_too() -> None:
    """Without the order of the earlier version its two 特例 would contradict each other and nobody would know."""
    other = """
特例「救急の特例」：病院
  条項　第四条
  「基準」の規定にかかわらず、救急がある病院は、該当するものとする
  「公立の特例」に優先する
"""
    changes = compared(SPEC + other, SPEC)
    lost = changes[CRITERION].lost
    assert changes[CRITERION].kind is ChangeKind.NARROWER
    assert lost is not None
    assert facts(lost)["救急"] == "あり"
    changed = amended(SPEC + other, ("四百床以上", "三百床以上"))[CRITERION]
    assert (changed.kind, changed.lost) == (ChangeKind.WIDER, None)
    assert changed.gained is not None
    turned = (
        ("  「公立の特例」に優先する\n", ""),
        ("該当しないものとする", "該当しないものとする\n  「救急の特例」に優先する"),
    )
    state = amended(SPEC + other, *turned)[CRITERION]
    assert state.kind is ChangeKind.NARROWER
    assert state.lost is not None
    assert (facts(state.lost)["救急"], facts(state.lost)["種別"]) == ("あり", "公")


def test_other_words_for_the_same_are_proved_the_same() -> None:
    words = """次の各号のいずれかに該当すること
    一　救急があること
    二　種別が国又は公であること"""
    changes = amended(SPEC, (words, "種別が私でなく、又は救急があること"))
    assert (changes["定義「拠点」"].kind, changes["定義「拠点」"].ground) == (ChangeKind.SAME, Ground.PROOF)


# ---------------------------------------------------------------- which item is which


def test_another_article_is_no_other_meaning() -> None:
    changes = amended(SPEC, ("条項　第二条\n", "条項　第四条\n  備考　「条を移した」\n"))
    change = changes[CRITERION]
    assert (change.kind, change.ground) == (ChangeKind.SAME, Ground.IDENTITY)
    assert (change.earlier_provisions, change.provisions) == (("第二条",), ("第四条",))


def test_new_and_removed() -> None:
    with_more = SPEC + "\n定義「救急病院」：病院\n  条項　第五条\n  救急があること\n"
    assert compared(SPEC, with_more)["定義「救急病院」"].kind is ChangeKind.NEW
    removed = compared(with_more, SPEC)["定義「救急病院」"]
    assert removed.kind is ChangeKind.REMOVED
    assert (removed.earlier_provisions, removed.provisions) == (("第五条",), ())
    assert meaning_text(removed) == "削る"


def test_another_name_at_the_same_provision_is_the_same_item() -> None:
    later = SPEC.replace("「大病院」", "「大規模病院」").replace("大病院に該当し", "大規模病院に該当し")
    change = compared(SPEC, later)["定義「大規模病院」"]
    assert (change.kind, change.ground, change.was) == (ChangeKind.SAME, Ground.PROOF, LARGE)
    assert meaning_text(change) == "同じ（定義「大病院」から移る）"
    assert compared(SPEC, later)[CRITERION].kind is ChangeKind.SAME


def test_another_name_and_place_that_fill_the_same_delegation_are_the_same_item() -> None:
    later = SPEC.replace("「基準」", "「新基準」").replace("条項　第二条\n", "条項　第九条\n")
    change = compared(SPEC, later)["指定基準「新基準」"]
    assert (change.kind, change.was) == (ChangeKind.SAME, CRITERION)


def test_two_that_could_be_it_are_neither() -> None:
    twice = SPEC.replace("「大病院」", "「甲」").replace("大病院に該当し", "「甲」に該当し")
    twice += "\n定義「乙」：病院\n  条項　第一条\n  病床数が一床以上であること\n"
    changes = compared(SPEC, twice)
    assert [changes[t].kind for t in ("定義「甲」", "定義「乙」")] == [ChangeKind.NEW] * 2
    assert changes[LARGE].kind is ChangeKind.REMOVED


def test_one_that_could_be_either_of_two_is_neither() -> None:
    twice = SPEC + "\n定義「中病院」：病院\n  条項　第一条\n  病床数が百床以上であること\n"
    later = SPEC.replace("「大病院」", "「甲」").replace("大病院に該当し", "「甲」に該当し")
    changes = compared(twice, later)
    assert changes["定義「甲」"].kind is ChangeKind.NEW
    assert [changes[t].kind for t in (LARGE, "定義「中病院」")] == [ChangeKind.REMOVED] * 2


def test_an_exception_to_what_has_another_name_is_the_same() -> None:
    later = SPEC.replace("「基準」", "「新基準」")
    assert compared(SPEC, later)[SPECIAL].kind is ChangeKind.SAME


# ---------------------------------------------------------------- nobody knows


class Lost(OneByOne):
    """A prover that never comes to an answer."""

    def ask(self, question: Question) -> Answer:
        return Undecided(reason="手数の限りに達した")


class Liar:
    """A prover that shows a case that is none."""

    def ask(self, question: Question) -> Answer:
        return Possible(record=Record(subject=question.subject, facts={"病床数": Fraction(0)}))

    example = ask


class Denier:
    """A prover that knows no case."""

    def ask(self, _: Question) -> Answer:
        return Impossible(core=())


def _with(prover: Callable[[], Any]) -> dict[str, Change]:
    later = SPEC.replace("四百床以上", "三百床以上")
    return compare_meanings(read(SPEC), read(later), lambda _: prover())


def test_a_case_in_which_both_say_the_same_is_none() -> None:
    """Whatever a prover shows: both versions are asked, each as it was given."""
    whole = joint(read(SPEC), read(SPEC.replace("四百床以上", "三百床以上")))
    asked = Applies(term="大病院", path=Path())
    record = Record(subject="病院", facts={"病床数": Fraction(500)})
    for holds in Version:
        pair = Pair(title=LARGE, subject="病院", earlier=asked, later=asked)
        parting = parting_of(Bench(whole, lambda _: Lost()), pair, holds)
        assert parting.outcome(record) is None
        assert (parting.outcome(replace(record, facts={"病床数": Fraction(350)})) is None) is (
            holds is Version.EARLIER
        )


@pytest.mark.parametrize("prover", [Lost, Liar])
def test_what_is_not_known_is_never_the_same(prover: Callable[[], Any]) -> None:
    change = _with(prover)[LARGE]
    assert change.kind is ChangeKind.UNDECIDED
    assert not change.cases
    assert change.diagnostic is not None
    assert change.diagnostic.code.id == "RC780"


def test_the_prover_is_believed_when_it_knows_of_no_case() -> None:
    """The only trust there is: that the solver does not overlook a case."""
    assert _with(Denier)[LARGE].ground is Ground.PROOF


def test_what_is_identical_is_not_asked() -> None:
    asked = list[Question]()

    class Listening(Z3Prover):
        def ask(self, question: Question) -> Answer:
            asked.append(question)
            return super().ask(question)

    def prover(spec: Specification) -> Listening:
        return Listening(spec)

    later = SPEC.replace("一　救急があること", "一　承認があること")
    compare_meanings(read(SPEC), read(later), prover)
    assert {part.label for question in asked for part in question.parts} == {"定義「拠点」"}


def test_the_case_is_a_scenario_of_the_later_version() -> None:
    """It is read back, and holds there."""
    later = SPEC.replace("四百床以上", "三百床以上")
    gained = compare_meanings(read(SPEC), read(later), Z3Prover)[LARGE].gained
    assert gained is not None
    spec = read(f"{later}\n{gained.evidence.snippet}\n")
    (scenario,) = spec.scenarios.values()
    assert scenario.record == gained.record
    assert [e.expected.value for e in scenario.expectations] == ["該当"]
