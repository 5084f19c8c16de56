"""Facts of one name and type are the same fact; what one version alone knows or allows is told beside the case."""

from __future__ import annotations

from tests.unit.analysis.versions_of_text import amended, compared, read

from regcheck.analysis.meanings import Change, ChangeKind, Ground, Version, meaning_text

SPEC = """区分　種別
  国、公

対象　病院
  病床数：整数（床）　０以上千以下
  種別：種別
  承認：真偽
  日：日付

対象　事業者
  病院：病院の一覧（三以下）
  名称：文字列

前提「国の病床」：病院
  種別が国であるならば、病床数が百床以上であること

定義「大病院」：病院
  条項　第一条
  病床数が四百床以上であること

定義「国の病院」：病院
  条項　第二条
  種別が国であること

定義「多い者」：事業者
  条項　第三条
  病院の数が三以上であること
"""
LARGE, STATE, MANY = "定義「大病院」", "定義「国の病院」", "定義「多い者」"


def test_a_fact_that_one_version_alone_has_is_free_and_named() -> None:
    changes = amended(
        SPEC,
        ("  承認：真偽\n", "  承認：真偽\n  救急：真偽\n"),
        ("四百床以上である", "四百床以上であり、かつ、救急がある"),
    )
    lost = changes[LARGE].lost
    assert changes[LARGE].kind is ChangeKind.NARROWER
    assert lost is not None
    assert lost.evidence.facts == (("病床数", "400床"), ("救急", "なし"))
    assert (lost.unshared, lost.only_in) == (("救急",), None)
    assert meaning_text(changes[LARGE]).endswith("改正前だけ該当（救急は一方の版だけにある事実）")


def test_the_scenario_of_a_case_has_the_facts_of_the_later_version_alone() -> None:
    """Without the fact the condition asks of more."""
    text = SPEC.replace("  承認：真偽\n", "  承認：真偽\n  救急：真偽\n")
    text = text.replace("四百床以上である", "四百床以上であり、かつ、救急がある")
    gained = compared(text, SPEC)[LARGE].gained
    assert gained is not None
    assert dict(gained.evidence.facts) == {"病床数": "400床", "救急": "なし"}
    read(f"{SPEC}\n{gained.evidence.snippet}\n")


def test_another_name_in_an_enumeration_is_a_case_of_the_version_that_has_it() -> None:
    changes = amended(SPEC, ("  国、公\n", "  国、公、私\n"), ("種別が国であること", "種別が公でないこと"))
    gained = changes[STATE].gained
    assert gained is not None
    assert (gained.words, gained.only_in) == ("種別が私", Version.LATER)
    assert meaning_text(changes[STATE]) == (
        "広がる：種別が私の病院は改正後だけ該当（改正前にはありえない場合に限る）"
    )


def test_a_name_that_is_gone_is_a_case_of_the_earlier_version() -> None:
    """Who was there before and is no longer spoken of: nothing is gained or lost among the others."""
    text = SPEC.replace("  国、公\n", "  国、公、私\n").replace("種別が国であること", "種別が公でないこと")
    lost = compared(text, SPEC)[STATE].lost
    assert lost is not None
    assert (lost.words, lost.only_in) == ("種別が私", Version.EARLIER)
    assert not lost.evidence.snippet  # the later version cannot say it


def test_a_case_of_both_versions_is_told_before_one_of_one_alone() -> None:
    changes = amended(
        SPEC, ("  国、公\n", "  国、公、私\n"), ("種別が国であること", "病床数が百床以上であること")
    )
    gained = changes[STATE].gained
    assert gained is not None
    assert gained.only_in is None
    assert dict(gained.evidence.facts) == {"病床数": "100床", "種別": "公"}


def test_limits_of_a_fact() -> None:
    """No hospital of the earlier version has more than a thousand beds."""
    changes = amended(
        SPEC, ("０以上千以下", "０以上二千以下"), ("四百床以上である", "四百床以上千床以下である")
    )
    lost = changes[LARGE].lost
    assert lost is not None
    assert (lost.words, lost.only_in) == ("病床数が1001床", Version.LATER)


def test_a_limit_that_one_version_alone_has() -> None:
    changes = amended(SPEC, ("０以上千以下", "０以上"), ("四百床以上である", "四百床以上千床以下である"))
    lost = changes[LARGE].lost
    assert lost is not None
    assert (lost.words, lost.only_in) == ("病床数が1001床", Version.LATER)


def test_a_limit_that_is_new() -> None:
    text = SPEC.replace("０以上千以下", "０以上").replace("四百床以上である", "四百床以上千床以下である")
    gained = compared(text, SPEC)[LARGE].gained
    assert gained is not None
    assert (gained.words, gained.only_in) == ("病床数が1001床", Version.EARLIER)


def test_limits_of_a_fact_alone_change_no_meaning() -> None:
    changes = amended(SPEC, ("０以上千以下", "０以上二千以下"))
    assert {(c.kind, c.ground) for c in changes.values()} == {(ChangeKind.SAME, Ground.IDENTITY)}


def test_the_limit_of_a_list() -> None:
    changes = amended(
        SPEC, ("一覧（三以下）", "一覧（五以下）"), ("数が三以上である", "数が三以上四以下である")
    )
    lost = changes[MANY].lost
    assert lost is not None
    assert lost.only_in is Version.LATER


def test_what_the_premises_exclude_in_one_version() -> None:
    """A hospital of the State with fewer than a hundred beds cannot be, before; after, it can."""
    changes = amended(
        SPEC,
        ("病床数が百床以上", "病床数が五十床以上"),
        ("種別が国であること", "種別が国であり、かつ、病床数が百床以上であること"),
    )
    lost = changes[STATE].lost
    assert changes[STATE].kind is ChangeKind.NARROWER
    assert lost is not None
    assert dict(lost.evidence.facts) == {"病床数": "50床", "種別": "国"}
    assert lost.only_in is Version.LATER
    assert lost.evidence.snippet


def test_what_the_premises_of_both_exclude_is_the_same() -> None:
    changes = amended(SPEC, ("種別が国であること", "種別が国であり、かつ、病床数が百床以上であること"))
    assert (changes[STATE].kind, changes[STATE].ground) == (ChangeKind.SAME, Ground.PROOF)


def test_a_premise_has_a_meaning_of_its_own() -> None:
    change = amended(SPEC, ("病床数が百床以上", "病床数が五十床以上"))["前提「国の病床」"]
    assert change.kind is ChangeKind.WIDER
    assert meaning_text(change) == "広がる：病床数が50床、種別が国の病院は改正後だけ満たす"


def test_premises_and_exceptions_rest_on_terms() -> None:
    """Their own words are the same."""
    text = (
        SPEC.replace("病床数が百床以上であること", "大病院に該当すること")
        + """
特例「大病院の特例」：病院
  条項　第四条
  「国の病院」の規定にかかわらず、大病院に該当する病院は、該当しないものとする
"""
    )
    changes = amended(text, ("四百床以上", "三百床以上"))
    assert changes["前提「国の病床」"].kind is ChangeKind.WIDER
    assert changes["特例「大病院の特例」"].kind is ChangeKind.WIDER


# ---------------------------------------------------------------- facts that cannot be compared


def undecided(change: Change) -> bool:
    return change.kind is ChangeKind.UNDECIDED and change.diagnostic is not None


def test_another_unit_is_another_fact() -> None:
    changes = amended(
        SPEC,
        ("病床数：整数（床）", "病床数：整数（人）"),
        ("病床数が四百床", "病床数が四百人"),
        ("病床数が百床", "病床数が百人"),
    )
    told = changes[LARGE].diagnostic
    assert undecided(changes[LARGE])
    assert told is not None
    assert told.code.id == "RC781"
    assert meaning_text(changes[LARGE]) == "判定できない：病床数の型が改正の前後で違う"


def test_all_about_a_subject_hangs_on_its_premises() -> None:
    """Which cases there are rests on the fact, though the condition does not ask for it."""
    changes = amended(
        SPEC,
        ("病床数：整数（床）", "病床数：整数（人）"),
        ("病床数が四百床", "病床数が四百人"),
        ("病床数が百床", "病床数が百人"),
        ("種別が国であること", "種別が公であること"),
    )
    assert undecided(changes[STATE])
    assert changes[MANY].ground is Ground.IDENTITY


def test_another_kind_of_fact_leaves_what_does_not_ask_for_it() -> None:
    changes = amended(SPEC, ("  承認：真偽", "  承認：種別"), ("四百床以上", "三百床以上"))
    assert changes[LARGE].kind is ChangeKind.WIDER


def test_what_is_asked_only_after_the_change_can_be_compared() -> None:
    """The earlier version asked nothing of the fact, whatever it was."""
    changes = amended(
        SPEC, ("  承認：真偽", "  承認：種別"), ("四百床以上である", "四百床以上であり、かつ、承認が国である")
    )
    assert changes[LARGE].kind is ChangeKind.NARROWER


def test_another_subject_is_another_condition() -> None:
    later = SPEC.replace("定義「多い者」：事業者", "定義「多い者」：病院").replace(
        "病院の数が三以上であること", "病床数が三床以上であること"
    )
    change = compared(SPEC, later)[MANY]
    assert (change.kind, change.reason) == (
        ChangeKind.DIFFERENT,
        "対象が「事業者」から「病院」に変わる",
    )


OVERRIDDEN = (
    SPEC
    + """
特例「国の特例」：病院
  条項　第四条
  「国の病院」の規定にかかわらず、承認がある病院は、該当しないものとする

定義「国の病院を持つ者」：事業者
  条項　第五条
  病院のいずれかが「国の病院」に該当すること

定義「国の病院を二以上持つ者」：事業者
  条項　第六条
  「国の病院を持つ者」に該当し、かつ、病院の数が二以上であること
"""
)
OTHER_APPROVAL = (("  承認：真偽", "  承認：種別"), ("承認がある病院", "承認が国である病院"))


def test_exceptions_and_what_rests_on_them_cannot_be_compared_either() -> None:
    changes = amended(OVERRIDDEN, *OTHER_APPROVAL)
    assert undecided(changes["特例「国の特例」"])
    assert undecided(changes[STATE])
    assert undecided(changes["定義「国の病院を持つ者」"])
    assert undecided(changes["定義「国の病院を二以上持つ者」"])
    assert changes[LARGE].ground is Ground.IDENTITY


def test_who_holds_records_of_which_nobody_knows_what_they_were() -> None:
    """The 前提 on a hospital rests on the fact, and so do the cases of who runs hospitals."""
    premise = """
前提「承認の病床」：病院
  承認があるならば、病床数が三百床以上であること
"""
    changes = amended(
        OVERRIDDEN + premise,
        *OTHER_APPROVAL,
        ("承認があるならば", "承認が国であるならば"),
        ("病院の数が三以上", "病院の数が二以上"),
        ("四百床以上", "五百床以上"),
    )
    assert undecided(changes[MANY])
    assert undecided(changes[LARGE])
