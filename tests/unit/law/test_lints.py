"""Protects: each slip that drafters look for is found where it stands, and what is in order is left alone."""

from __future__ import annotations

import pytest
from tests.unit.law.reading import codes, law, told, xml
from tests.unit.law.test_xml import LAW

from regcheck.diagnostics.diagnostic import Applicability
from regcheck.law.from_xml import from_xml
from regcheck.law.law_names import Library
from regcheck.law.lints import lint
from regcheck.law.lints.siblings import siblings_of
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

ARTICLE = "第一条　"


def article(words: str) -> str:
    return ARTICLE + words


# ------------------------------------------------------------ the five kinds of slip of a real ordinance


def test_a_connective_without_its_second_comma() -> None:
    body = """
第一条　稼働状況を監視し、かつ、工程を制御する装置とする。

第二条　稼働状況を監視し、かつ工程を制御する装置とする。
"""
    assert ("RC752", "、かつ") in told(body)


def test_a_case_without_its_comma_where_others_have_it() -> None:
    body = """
第一条　届出者の名称（個人である場合にあっては、氏名）とする。

第二条　委託先の住所（個人である場合にあっては居所）とする。
"""
    assert ("RC753", "にあっては") in told(body)


def test_one_item_ends_in_a_noun_and_one_in_a_condition() -> None:
    body = """
第一条　次に掲げる措置が講じられていること。
  一　区域を特定し、立入りを制限するための措置
  二　手順を定め、操作の有無を監査することとしていること。
"""
    assert told(body) == [("RC750", "することとしていること。"[-8:])]


def test_who_makes_the_recommendation_differs_from_the_sibling() -> None:
    own = SIBLING.format(verb="した", clerk="届出の日から起算して")
    assert told(own, siblings=(law(SIBLING.format(verb="受けた", clerk="届出の日から起算して")),)) == [
        ("RC767", "をした")
    ]


SIBLING = """
  （勧告の手続）
第一条　勧告は、書面により行うものとする。

  （命令の手続）
第二条　大臣は、勧告を{verb}事業者に対し、当該勧告に係る変更を加えた計画書を届け出た上で設備の導入を行うべきことを命ずるときは、{clerk}十日以内に書面を交付するものとする。
"""


def test_defined_in_a_plain_list() -> None:
    body = """
第一条　主務省令で定めるものは、次の各号に定めるものとする。
  一　維持管理
  二　操作
"""
    assert told(body) == [("RC751", "次の各号に定める")]


# ------------------------------------------------------------ what is in order


@pytest.mark.parametrize(
    "body",
    [
        "第一条　監視し、かつ、制御する包括的かつ集中的な装置とする。",
        "第一条　甲にあっては様式第一により、乙にあっては様式第二により行う。\n\n第二条　個人である場合にあっては、氏名とする。\n\n# 様式第一（第一条関係）\n\n# 様式第二（第一条関係）",
        "第一条　次に掲げる事務をつかさどる。\n  一　検査に関すること。\n  二　監督に関すること。\n  三　前二号に掲げるもののほか、法令に基づき属させられた事務",
        "第一条　次の各号に掲げる者の区分に応じ、当該各号に定めるものとする。\n  一　病院　手術設備\n  二　診療所　検査設備",
        "第一条　会社の役員（次に掲げる会社の区分に応じ、それぞれ次に定める者をいう。）とする。\n  一　株式会社　取締役\n  二　持分会社　社員",
        "第一条　「）並びに」とあるのは、「）及び」と読み替えるものとする。",
        "第一条　第二条第一項又は第三項に規定する者に適用する。\n\n第二条　甲とする。\n２　乙とする。\n３　丙とする。",
        "第一条　病院の開設者（以下「開設者」という。）及び管理者は、届け出る。開設者は、これを公表する。",
        "第一条　あつかう者について、ずつ数え、六つとし、保つて置く。",
        "第一条　令和九年四月一日（試験の日が令和九年四月二日であるときは、その日）から施行する。",
    ],
)
def test_what_is_in_order(body: str) -> None:
    assert told(body) == []


# ------------------------------------------------------------ references and numbers


def test_references_and_numbers() -> None:
    assert told(article("前条の規定による。")) == [("RC740", "前条")]
    assert codes("第一条　甲とする。\n\n第二条　乙とする。\n\n第四条　丙とする。") == {"RC741"}
    assert (
        codes("第一条　甲とする。\n\n第一条の二　乙とする。\n\n第一条の三　丙とする。\n\n第二条　丁とする。")
        == set()
    )
    assert codes("第一条　次のとおりとする。\n  一　甲\n  三　乙") == {"RC741"}
    assert codes("第一条　次のとおりとする。\n  一　甲\n  一　乙") == {"RC743"}
    assert codes("第一条　甲とする。\n３　乙とする。") == {"RC741"}


def test_a_label_that_differs_from_its_number() -> None:
    slip = LAW.replace('<Item Num="1_2"><ItemTitle>一の二', '<Item Num="1_2"><ItemTitle>一の三')
    found = {d.code.id for d in lint(xml(slip))}
    assert "RC742" in found
    assert "RC742" not in {d.code.id for d in lint(xml(LAW))}


# ------------------------------------------------------------ terms


def test_terms_out_of_order() -> None:
    late = """
第一条　特定運営者は、届け出る。

第二条　設備を運営する者（以下「特定運営者」という。）は、記録する。
"""
    assert ("RC744", "特定運営者") in told(late)
    told_by = late.replace("第一条　特定", "第一条　次条に規定する特定")
    assert "RC744" not in codes(told_by)
    purpose = late.replace("第一条　", "  （目的）\n第一条　")
    assert "RC744" not in codes(purpose)


def test_a_term_that_is_never_used() -> None:
    assert told(article("病院の開設者（以下「開設者」という。）は、届け出る。")) == [("RC745", "開設者")]
    explained = "第一条　事業者は、重要な変更を届け出る。\n\n２　前項の「重要な変更」とは、次に掲げる変更をいう。\n  一　名称\n"
    assert told(explained) == []


def test_a_term_made_again() -> None:
    twice = """
第一条　病院の長（以下「管理者」という。）は、届け出る。管理者は、記録する。

第二条　診療所の長（以下「管理者」という。）は、届け出る。管理者は、記録する。
"""
    assert told(twice) == [("RC746", "管理者")]
    assert codes(twice.replace("以下「", "以下この条において「")) == set()


def test_a_term_where_it_does_not_hold() -> None:
    body = """
第一条　次の装置とする。
  一　次に掲げる機能を有する装置
    イ　自動車（次条第一号において「事業用自動車」という。）の計画を作成する機能
    ロ　当該計画に基づき事業用自動車の現在地を確認する機能
第二条　次の者とする。
  一　事業用自動車を保有する者
"""
    assert told(body) == [("RC747", "事業用自動車")]


# ------------------------------------------------------------ wording


@pytest.mark.parametrize(
    ("words", "slip"),
    [
        ("病院若しくは診療所とする。", ("RC748", "若しくは")),
        ("医師並びに薬剤師とする。", ("RC748", "並びに")),
        ("すべての病院とする。", ("RC754", "すべて")),
        ("病院または診療所とする。", ("RC754", "または")),
        ("但し書を除き、医師および薬剤師とする。", ("RC754", "但し")),
        ("病院であって、診療所でないものであつて、休止中でないものとする。", ("RC754", "つ")),
        ("病院（国の病院を除く。とする。", ("RC755", "（")),
        ("病院）とする。", ("RC755", "）")),
        ("甲（乙（丙（丁（戊）））））とする。".replace("））））", "）））", 1), ("RC756", "（")),
    ],
)
def test_wording(words: str, slip: tuple[str, str]) -> None:
    assert slip in told(article(words))


def test_the_old_and_the_new_form_are_named() -> None:
    found = lint(law("第一条　病院であつて、休止中でないもの（廃止したものであっても同じ。）とする。"))
    (told_,) = [d.payload for d in found]
    assert told_.ja().headline == "「あつて」は今の法令の表記ではありません"
    assert told_.ja().advice == "「あって」と書いてください"


@pytest.mark.parametrize(
    "words",
    ["「すべて」とあるのは、「全て」と読み替える。", "病院（「または」と読むものを除く。）とする。"],
)
def test_quoted_words_are_another_text(words: str) -> None:
    assert codes(article(words)) == set()


def test_a_term_that_says_where_it_is_made() -> None:
    body = """
第一条　設備運営者（第三条に規定する設備運営者をいう。次条において同じ。）は、届け出る。

第二条　設備運営者は、記録する。

第三条　設備を運営する者（以下この条において「設備運営者」という。）は、公表する。設備運営者は、保存する。

第四条　前条に規定する設備運営者は、廃止を届け出る。
"""
    assert told(body) == []
    assert told(body.replace("前条に規定する", "")) == [("RC747", "設備運営者")]
    assert told(body.replace("次条において同じ。", "")) == [("RC747", "設備運営者")]


def test_old_laws_write_their_kana_large_throughout() -> None:
    assert codes(article("病院であつて、診療所でないものとする。")) == set()


def test_what_a_chapeau_announces() -> None:
    conditions = "第一条　次に掲げる事項を記載する。\n  一　甲であること。\n  二　乙であること。"
    nouns = "第一条　次に掲げる要件に該当することとする。\n  一　甲\n  二　乙"
    assert codes(conditions) == {"RC749"}
    assert codes(nouns) == {"RC749"}


def test_the_same_but_for_a_comma() -> None:
    body = """
第一条　委託の相手方及びその再委託を受けた者は、届け出る。

第二条　委託の相手方及び、その再委託を受けた者は、届け出る。

第三条　委託の相手方及びその再委託を受けた者は、届け出る。
"""
    assert {address for code, address in told(body) if code == "RC766"}
    assert all(code == "RC766" for code, _ in told(body))


# ------------------------------------------------------------ 別表, 様式, 附則


def test_annexes() -> None:
    assert codes("第一条　甲とする。\n\n# 別表（第一条関係）") == {"RC757"}
    assert codes("第一条　別表による。\n\n第二条　乙とする。\n\n# 別表（第二条関係）") == {"RC757"}
    assert codes(
        "第一条　様式第一及び様式第二による。\n\n# 様式第二（第一条関係）\n\n# 様式第一（第一条関係）"
    ) == {"RC758"}
    twice = "第一条　様式第一による。\n\n# 様式第一（第一条関係）\n\n# 様式第一（第一条関係）"
    assert codes(twice) == {"RC758"}
    variants = "第一条　様式第一（一）又は様式第一（二）による。\n\n# 様式第一（一）（第一条関係）\n\n# 様式第一（二）（第一条関係）"
    assert codes(variants) == set()
    assert told("第一条　別表の上欄、下欄及び右欄による。\n\n# 別表（第一条関係）") == [("RC759", "右欄")]
    unused = "第一条　様式第一による。\n\n# 様式第一（第一条関係）\n\n# 様式第二"
    assert told(unused) == [("RC757", "様式第二")]


SUPPLEMENT = """
第一条　甲とする。

      附　則

  （{}）
１　この省令は、{}から施行する。
  （{}）
２　なお従前の例による。
"""


def test_supplements() -> None:
    day = "令和九年四月一日"
    assert codes(SUPPLEMENT.format("施行期日", day, "経過措置")) == set()
    assert codes(SUPPLEMENT.format("検討", day, "施行期日")) == {"RC760"}
    assert codes(SUPPLEMENT.format("施行期日", "令和九年二月二十九日", "経過措置")) == {"RC761"}
    assert codes(SUPPLEMENT.format("施行期日", "昭和七十年一月一日", "経過措置")) == {"RC761"}
    again = "令和九年四月一日から令和九年四月三十日までの間"
    assert told(SUPPLEMENT.format("施行期日", again, "経過措置")) == [("RC762", "令和九年四月")]


# ------------------------------------------------------------ the Act above

ACT = """
      第一章　指定

第一条　大臣は、主務省令で定める基準に該当する者を指定する。
２　指定を受けた者は、主務省令で定める事項を届け出る。

      第二章　雑則

第二条　この法律の実施について必要な事項は、主務省令で定める。
３　大臣は、公示する。
"""
FIRST = "第一条　試験法（令和四年法律第一号。以下「法」という。）第一条第一項の主務省令で定める基準は、四百とする。"
SECOND = "\n\n第二条　法第一条第二項の主務省令で定める事項は、名称とする。"


def act() -> Law:
    return law(ACT, head="試験法\n（令和四年法律第一号）\n\n", file="法.law.txt")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (FIRST + SECOND, set()),
        (FIRST + "\n\n第二条　法の施行に関し、必要な事項は、通知で定める。", {"RC763"}),
        (FIRST + SECOND + "\n\n第三条　法第一条第一項の主務省令で定める者は、病院とする。", {"RC764"}),
        (FIRST + SECOND + "\n\n第三条　法第二条第三項の主務省令で定める方法は、官報とする。", {"RC765"}),
    ],
)
def test_delegations(body: str, expected: set[str]) -> None:
    assert codes(body, act()) == expected


def test_without_the_act_nothing_is_said_of_delegations() -> None:
    assert codes(FIRST + "\n\n第二条　法による。") == set()


# ------------------------------------------------------------ fixes and order


def test_a_safe_fix_mends_the_text() -> None:
    text = "試験に関する省令\n（令和八年厚生労働省令第三号）\n\n第一条　すべての病院または診療所を監視し、かつ制御する。\n"
    fixes = [fix for d in lint(law(text, head="")) for fix in d.fixes]
    assert all(fix.applicability is Applicability.SAFE for fix in fixes)
    for fix in sorted(fixes, key=lambda one: -one.span.start):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert text.endswith("第一条　全ての病院又は診療所を監視し、かつ、制御する。\n")
    assert lint(law(text, head="")) == ()


def test_a_law_without_a_file_is_looked_at_too() -> None:
    read = law("第一条　すべての病院とする。\n\n第二条　第九条による。\n\n第三条　または除く。")
    made = from_xml(SourceText("", to_xml(read)))
    assert isinstance(made, Law)
    found = lint(made)
    assert [(d.code.id, d.provisions, d.annotations, d.fixes) for d in found] == [
        ("RC754", ("第一条第一項",), (), ()),
        ("RC740", ("第二条第一項",), (), ()),
        ("RC754", ("第三条第一項",), (), ()),
    ]


def test_findings_stand_in_the_order_of_the_text() -> None:
    found = lint(law("第一条　すべての病院とする。\n\n第二条　第九条による。\n\n第三条　または除く。"))
    assert [d.code.id for d in found] == ["RC754", "RC740", "RC754"]
    assert [d.provisions for d in found] == [("第一条第一項",), ("第二条第一項",), ("第三条第一項",)]


def test_siblings_have_the_same_captions_and_another_number() -> None:
    own = law(SIBLING.format(verb="した", clerk=""))
    head = "別の試験に関する省令\n（令和八年経済産業省令第九号）\n\n"
    other = law(SIBLING.format(verb="受けた", clerk=""), head=head)
    stranger = law("  （目的）\n第一条　甲とする。", head=head)
    assert siblings_of(own, (own, other, stranger)) == ()
    more = "\n\n".join(f"  （第{n}の手続）\n第{n}条　書面による。" for n in "三四五六")
    grown = law(SIBLING.format(verb="した", clerk="") + "\n" + more)
    kin = law(SIBLING.format(verb="受けた", clerk="") + "\n" + more, head=head)
    assert siblings_of(grown, (grown, kin, stranger)) == (kin,)
    assert lint(grown, Library(), (kin,)) != ()
