"""Each family finds what it is for, and stays quiet otherwise."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.proof.brute import BruteProver
from tests.unit.proof.small import (
    Item,
    assumption,
    beds,
    both,
    but,
    claim,
    criterion,
    definition,
    either,
    flag,
    is_a,
    judged,
    no,
    override,
    plan,
    rank,
    world,
)

from regcheck.model.formula import Implies
from regcheck.model.specification import PropertyKind, Specification
from regcheck.proof.decide import Decided, decide
from regcheck.proof.families import obligations
from regcheck.proof.verdict import Verdict

APPROVED_ARE_LARGE = assumption("承認の要件", either(no(flag("承認")), beds(">=", 4)))
SPECIAL = definition("特定", flag("承認"), "第一条")


def ledger(spec: Specification) -> dict[str, Decided]:
    return {d.obligation.id: d for d in decide(spec, obligations(spec), BruteProver(spec))}


def verdicts(*items: Item) -> dict[str, str]:
    return {key: decided.verdict.value for key, decided in ledger(world(*items)).items()}


def finding(entry: Decided) -> str:
    assert entry.diagnostic is not None
    return f"{entry.diagnostic.code.id} {entry.diagnostic.payload.ja().headline}"


def test_a_sound_criterion_is_proved_all_over() -> None:
    body = but(both(is_a("特定"), beds(">=", 6), labels="一二"), flag("国立"))
    found = verdicts(APPROVED_ARE_LARGE, SPECIAL, criterion("基準", body, "第二条"))
    assert set(found.values()) == {"PROVED"}
    assert {
        "swallow:基準/ただし書",
        "live_part:基準/一",
        "live_part:基準/ただし書",
        "not_trivial:基準",
    } <= set(found)


def test_an_empty_term_names_what_contradicts_and_nothing_else_is_said_of_it() -> None:
    body = both(flag("承認"), beds("<", 4), labels="一二")
    found = ledger(world(APPROVED_ARE_LARGE, criterion("基準", body, "第二条")))
    empty = found["satisfiable:基準"]
    assert empty.verdict is Verdict.REFUTED
    assert set(empty.rests_on) == {"第二条第一号", "第二条第二号", "前提「承認の要件」"}
    assert finding(empty).startswith("RC501 指定基準「基準」に該当する場合がありません")
    part = found["live_part:基準/一"]
    assert part.verdict is Verdict.NOT_RUN
    assert part.diagnostic == empty.diagnostic


def test_a_criterion_that_everybody_meets() -> None:
    found = ledger(world(criterion("基準", either(beds(">=", 3), beds("<", 5)), "第二条")))
    assert finding(found["not_trivial:基準"]).startswith("RC502")


def test_a_definition_may_hold_of_everybody() -> None:
    assert "not_trivial:甲" not in verdicts(definition("甲", either(flag("承認"), no(flag("承認")))))


def test_a_condition_that_a_premise_implies_is_dead() -> None:
    body = both(flag("承認"), beds(">=", 3), labels="一二")
    found = ledger(world(APPROVED_ARE_LARGE, criterion("基準", body, "第二条")))
    assert found["live_part:基準/一"].verdict is Verdict.PROVED
    dead = found["live_part:基準/二"]
    assert finding(dead) == (
        "RC503 第二条第二号「病床数が3床以上」は、あってもなくても指定基準「基準」の結果を変えません（第二条第一号、前提「承認の要件」による）"
    )


def test_cases_told_apart_in_full_stay_alive() -> None:
    """承認かつ3床以上、又は承認なしかつ7床以上: the second guard could go, and is meant all the same."""
    body = either(both(flag("承認"), beds(">=", 3)), both(no(flag("承認")), beds(">=", 7)))
    assert set(verdicts(definition("甲", body)).values()) == {"PROVED"}


def test_an_alternative_that_the_others_reach_is_dead() -> None:
    body = either(both(flag("承認"), beds(">=", 3)), flag("承認"))
    found = verdicts(definition("甲", body))
    assert found["live_part:甲/1番目の条件"] == "REFUTED"
    assert found["live_part:甲/2番目の条件"] == "PROVED"


def test_an_exception_that_bites_nobody() -> None:
    body = but(beds(">=", 6), beds("<", 3))
    found = ledger(world(criterion("基準", body, "第二条")))
    assert finding(found["live_part:基準/ただし書"]).startswith(
        "RC505 第二条ただし書「病床数が3床未満」が指定基準「基準」から除くものは一つもありません"
    )


def test_an_exception_that_swallows_its_target() -> None:
    body = but(beds(">=", 6), beds(">", 3))
    found = ledger(world(criterion("基準", body, "第二条")))
    assert finding(found["swallow:基準/ただし書"]).startswith("RC504")
    assert found["satisfiable:基準"].verdict is Verdict.NOT_RUN


def test_two_unordered_overrides_clash_in_a_case() -> None:
    found = ledger(
        world(
            SPECIAL,
            override("甲", "特定", judged("特に必要"), outcome=True),
            override("乙", "特定", flag("国立"), outcome=False),
        )
    )
    clash = found["precedence:特定/甲・乙"]
    assert clash.verdict is Verdict.REFUTED
    assert clash.witness is not None
    assert clash.witness.facts == (("国立", "あり"), ("裁量「特に必要」", "認める"))


@pytest.mark.parametrize("over", [("乙",), ("丙",)])
def test_an_order_settles_overrides_also_through_a_third(over: tuple[str, ...]) -> None:
    found = verdicts(
        SPECIAL,
        override("甲", "特定", judged("特に必要"), outcome=True, over=over),
        override("乙", "特定", flag("国立"), outcome=False),
        override("丙", "特定", beds(">", 8), outcome=False, over=("乙",)),
    )
    assert found["precedence:特定/甲・乙"] == "PROVED"


def test_a_third_override_that_prevails_over_both_settles_their_clash() -> None:
    """甲 and 乙 meet only where 丙 decides anyway."""
    found = verdicts(
        SPECIAL,
        override("甲", "特定", beds(">", 5), outcome=True),
        override("乙", "特定", beds(">", 8), outcome=False),
        override("丙", "特定", beds(">", 7), outcome=False, over=("甲", "乙")),
    )
    assert found["precedence:特定/甲・乙"] == "PROVED"


def test_overrides_that_exclude_each_other_need_no_order() -> None:
    found = verdicts(
        SPECIAL,
        override("甲", "特定", beds(">", 7), outcome=True),
        override("乙", "特定", beds("<", 3), outcome=False),
    )
    assert found["precedence:特定/甲・乙"] == "PROVED"
    assert found["live_part:特例/甲"] == "PROVED"


def test_an_override_that_changes_nothing_is_dead() -> None:
    found = ledger(world(SPECIAL, override("甲", "特定", flag("承認"), outcome=True)))
    assert finding(found["live_part:特例/甲"]).startswith("RC507")


def test_exclusive_categories_that_meet_at_one_number() -> None:
    found = ledger(world(claim("排他", PropertyKind.EXCLUSIVE, beds(">=", 4), beds("<=", 4))))
    met = found["exclusive:排他/第一号・第二号"]
    assert met.witness is not None
    assert met.witness.facts == (("病床数", "4床"),)


def test_an_empty_category_makes_exclusion_vacuous() -> None:
    empty = both(beds(">", 4), beds("<", 3))
    found = ledger(world(claim("排他", PropertyKind.EXCLUSIVE, empty, flag("国立"))))
    assert found["exclusive:排他/第一号・第二号"].verdict is Verdict.VACUOUS
    assert finding(found["exclusive:排他/第一号・第二号"]).startswith("RC508")


def test_a_cover_with_a_hole_of_one_number_shows_that_number() -> None:
    cover = claim("大小", PropertyKind.COVER, beds(">", 4), beds("<", 4), whole=is_a("特定"))
    hole = ledger(world(SPECIAL, cover))["cover:大小"]
    assert hole.witness is not None
    assert hole.witness.facts == (("病床数", "4床"), ("承認", "あり"))
    assert hole.diagnostic is not None
    labels = [annotation.label for annotation in hole.diagnostic.annotations]
    assert not labels  # nothing was written in a file, so there is no place to point at
    assert "第一条" in hole.diagnostic.provisions


def test_a_cover_of_nothing_is_vacuous() -> None:
    whole = both(flag("承認"), beds("<", 4))
    cover = claim("大小", PropertyKind.COVER, beds(">", 8), whole=whole)
    assert verdicts(APPROVED_ARE_LARGE, cover)["cover:大小"] == "VACUOUS"


def test_a_property_without_premise_in_any_case_is_vacuous() -> None:
    never = Implies(premise=both(beds(">", 4), beds("<", 3)), conclusion=flag("国立"))
    assert verdicts(claim("空虚", PropertyKind.ALWAYS, never))["property:空虚"] == "VACUOUS"


def test_a_property_is_proved_on_named_provisions() -> None:
    always = Implies(premise=is_a("特定"), conclusion=beds(">=", 4))
    found = ledger(world(APPROVED_ARE_LARGE, SPECIAL, claim("大きい", PropertyKind.ALWAYS, always)))
    assert found["property:大きい"].verdict is Verdict.PROVED
    assert set(found["property:大きい"].rests_on) == {"第一条", "性質「大きい」", "前提「承認の要件」"}


def test_possible_and_equivalent() -> None:
    found = verdicts(
        APPROVED_ARE_LARGE,
        SPECIAL,
        claim("ありうる", PropertyKind.POSSIBLE, both(is_a("特定"), flag("国立"))),
        claim("ありえない", PropertyKind.POSSIBLE, both(is_a("特定"), beds("<", 4))),
        claim("同じ", PropertyKind.EQUIVALENT, is_a("特定"), flag("承認")),
        claim("違う", PropertyKind.EQUIVALENT, is_a("特定"), flag("国立")),
    )
    assert found["property:ありうる"] == found["property:同じ"] == "PROVED"
    assert found["property:ありえない"] == found["property:違う"] == "REFUTED"


def test_stages_that_shrink_and_never_reach() -> None:
    starts = (date(2028, 4, 1), date(2027, 4, 1))
    staged = plan("甲案", beds(">=", 7), beds(">=", 8), covers=("特定",), starts=starts)
    found = ledger(world(APPROVED_ARE_LARGE, SPECIAL, staged))
    drops = found["stage:甲案/第一段階から第二段階へ"]
    assert drops.witness is not None
    assert drops.witness.facts == (("病床数", "7床"),)
    assert found["stage:甲案/「特定」の網羅"].verdict is Verdict.REFUTED
    assert finding(found["stage:甲案/第二段階の日付"]).startswith("RC405")


def test_stages_that_grow_are_proved() -> None:
    starts = (date(2028, 4, 1), date(2029, 4, 1))
    staged = plan("甲案", beds(">=", 8), beds(">=", 4), covers=("特定",), starts=starts)
    assert set(verdicts(APPROVED_ARE_LARGE, SPECIAL, staged).values()) == {"PROVED"}


def test_contradictory_assumptions_make_everything_vacuous() -> None:
    contradiction = assumption("小さい", both(flag("承認"), beds("<", 4)))
    found = ledger(world(APPROVED_ARE_LARGE, contradiction, SPECIAL))
    assert finding(found["consistency:病院"]).startswith("RC509")
    others = {d.verdict for key, d in found.items() if not key.startswith(("consistency", "boundary"))}
    assert others == {Verdict.VACUOUS}
    assert found["satisfiable:特定"].diagnostic == found["consistency:病院"].diagnostic


def test_one_number_with_two_strictnesses() -> None:
    found = ledger(
        world(criterion("基準", beds(">=", 4), "第二条"), definition("大病院", beds(">", 4), "第三条"))
    )
    differs = found["boundary:病院の病床数/4床"]
    assert finding(differs) == (
        "RC311 病床数がちょうど4床の場合の扱いが、第二条の「4床以上」と第三条の「4床を超える」とで分かれます"
    )
    assert differs.diagnostic is not None
    assert differs.diagnostic.provisions == ("第二条", "第三条")


def test_limits_that_meet_are_no_finding() -> None:
    found = verdicts(criterion("基準", beds(">=", 4), "第二条"), definition("小病院", beds("<", 4), "第三条"))
    assert found["boundary:病院の病床数/4床"] == "PROVED"


def test_a_needed_discretion_is_named() -> None:
    always = Implies(premise=flag("承認"), conclusion=judged("特に必要"))
    found = ledger(world(claim("常に", PropertyKind.ALWAYS, always)))["property:常に"]
    assert finding(found) == "RC306 性質「常に」は、承認あり、裁量「特に必要」を認めない場合に成り立ちません"


def test_swapping_all_for_any_is_caught_by_a_property() -> None:
    """いずれにも for いずれか in one criterion."""
    small = claim(
        "小は対象外", PropertyKind.ALWAYS, Implies(premise=beds("<", 4), conclusion=no(is_a("基準")))
    )
    right = criterion("基準", both(is_a("特定"), rank("基幹"), labels="一二"), "第二条")
    wrong = criterion("基準", either(is_a("特定"), rank("基幹"), labels="一二"), "第二条")
    assert verdicts(APPROVED_ARE_LARGE, SPECIAL, right, small)["property:小は対象外"] == "PROVED"
    refuted = ledger(world(APPROVED_ARE_LARGE, SPECIAL, wrong, small))["property:小は対象外"]
    assert refuted.witness is not None
    assert refuted.witness.facts == (("病床数", "3床"), ("災害拠点", "基幹"))


def test_an_override_that_gives_way_to_a_third_clashes_with_nobody() -> None:
    """甲 and 乙 meet only where 丙 decides in the place of 甲, and 丙 says what 乙 says."""
    found = verdicts(
        SPECIAL,
        override("甲", "特定", beds(">", 5), outcome=True),
        override("乙", "特定", beds(">", 8), outcome=False),
        override("丙", "特定", beds(">", 7), outcome=False, over=("甲",)),
    )
    assert found["precedence:特定/甲・乙"] == "PROVED"


def test_an_equivalence_of_two_empty_sides_says_nothing() -> None:
    empty = both(beds(">", 4), beds("<", 3))
    same = claim("言換え", PropertyKind.EQUIVALENT, empty, both(beds("<", 1), flag("国立"), no(flag("国立"))))
    assert ledger(world(same))["property:言換え"].verdict is Verdict.VACUOUS


# ---------------------------------------------------------------- limits


def listed(decided: Decided) -> dict[str, str]:
    assert decided.witness is not None
    return dict(decided.witness.outcomes)


def test_every_limit_is_listed_with_the_cases_around_it() -> None:
    found = ledger(world(criterion("基準", both(beds(">=", 4), beds("<", 8)), "第二条")))
    assert listed(found["boundary:病院の病床数/4床"]) == {
        "第二条「4床以上」": "3床は非該当、4床は該当、5床は該当"
    }
    assert listed(found["boundary:病院の病床数/8床"]) == {
        "第二条「8床未満」": "7床は該当、8床は非該当、9床は非該当"
    }


def test_a_value_that_cannot_be_is_not_listed() -> None:
    """病床数 lies between 0 and 10."""
    found = ledger(
        world(criterion("基準", beds(">", 0), "第二条"), definition("大", beds(">=", 10), "第三条"))
    )
    assert listed(found["boundary:病院の病床数/0床"]) == {"第二条「0床を超える」": "0床は非該当、1床は該当"}
    assert listed(found["boundary:病院の病床数/10床"]) == {"第三条「10床以上」": "9床は非該当、10床は該当"}


def test_exactly_and_other_than_have_no_side_and_are_listed() -> None:
    found = ledger(world(criterion("甲", beds("=", 4), "第二条"), definition("乙", beds(">", 4), "第三条")))
    limit = found["boundary:病院の病床数/4床"]
    assert limit.verdict is Verdict.PROVED
    assert listed(limit)["第二条「4床」"] == "3床は非該当、4床は該当、5床は非該当"
