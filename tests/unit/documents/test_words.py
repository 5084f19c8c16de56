"""Protects: the drafting rules. For every form of a condition, the words that a legal drafter expects."""

from __future__ import annotations

import pytest
from tests.unit.documents.specs import criterion, lines_of_criterion

from regcheck.documents.print_proofs.conditions import prove_print
from regcheck.documents.printed import print_specification
from regcheck.documents.to_statutory import Refusal, Unprintable, predicate_words
from regcheck.frozen import replace
from regcheck.model.formula import Not
from regcheck.proof.engine import Z3Prover

ONE_LINE = [
    ("病床数が四百床以上であること", "病床数が四百床以上である"),
    ("病床数が四百床を超えること", "病床数が四百床を超える"),
    ("病床数が四百床以下であること", "病床数が四百床以下である"),
    ("病床数が千百六十床未満であること", "病床数が千百六十床未満である"),
    ("病床数が四百床であること", "病床数が四百床である"),
    ("病床数が四百床でないこと", "病床数が四百床でない"),
    ("病床数が四百床以上でないこと", "病床数が四百床未満である"),
    ("在院日数が十四・五日未満であること", "在院日数が十四・五日未満である"),
    ("紹介率が25%以上1/3未満であること", "紹介率が百分の二十五以上三分の一未満である"),
    ("紹介率が14.5%以上であること", "紹介率が千分の百四十五以上である"),
    ("病床数が定員の二倍以上であること", "病床数が定員に二を乗じて得た数以上である"),
    ("承認日が令和二年四月一日以後であること", "承認日が令和二年四月一日以後である"),
    ("承認日が令和二年四月一日より前であること", "承認日が令和二年四月一日より前である"),
    ("承認日が更新日以前であること", "承認日が更新日以前である"),
    ("承認があること", "承認がある"),
    ("承認がないこと", "承認がない"),
    ("災害拠点が基幹災害拠点病院であること", "災害拠点が基幹災害拠点病院である"),
    (
        "災害拠点が「指定なし」、地域災害拠点病院又は基幹災害拠点病院であること",
        "災害拠点が「指定なし」、地域災害拠点病院又は基幹災害拠点病院である",
    ),
    ("災害拠点が「指定なし」でないこと", "災害拠点が「指定なし」でない"),
    ("都道府県が「東京都」であること", "都道府県が「東京都」である"),
    ("機能に救急及び研修を含むこと", "機能に救急及び研修のいずれも含む"),
    ("機能に救急又は研修を含むこと", "機能に救急又は研修を含む"),
    ("開設者の種別が国であること", "開設者の種別が国である"),
    ("主務大臣が「特に必要」と認めること", "主務大臣が「特に必要」と認める"),
    ("主務大臣が「特に必要」と認めないこと", "主務大臣が「特に必要」と認めない"),
    ("「大きな病院」に該当しないこと", "「大きな病院」に該当しない"),
    ("「大きな病院」及び特定機能病院に該当すること", "「大きな病院」及び特定機能病院のいずれにも該当する"),
    ("「大きな病院」又は特定機能病院に該当すること", "「大きな病院」又は特定機能病院に該当する"),
    ("承認があり、かつ、病床数が四百床以上であること", "承認があり、かつ、病床数が四百床以上である"),
    ("承認があり、又は病床数が四百床以上であること", "承認があり、又は病床数が四百床以上である"),
    (
        "承認があり、又は災害拠点が地域災害拠点病院又は基幹災害拠点病院であること",
        "承認があり、又は災害拠点が地域災害拠点病院若しくは基幹災害拠点病院である",
    ),
    (
        "承認があるならば、病床数が四百床以上であること",
        "承認がある場合にあっては、病床数が四百床以上である",
    ),
    (
        "出力が五十万kW以上の設備を有すること",
        "設備（出力が五十万キロワット以上であるものに限る。）を有する",
    ),
    ("全ての設備について、予備があること", "全ての設備について、予備がある"),
    ("設備の数が二以上であること", "設備の数が二以上である"),
    (
        "予備がある設備の出力の合計が五十万kW以上であること",
        "設備（予備があるものに限る。）の出力の合計が五十万キロワット以上である",
    ),
    (
        "紹介率（小数点以下二位未満を四捨五入）が百分の一以上であること",
        "紹介率（小数点以下二位未満の端数があるときは、これを四捨五入する。）が百分の一以上である",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("body", "words"), ONE_LINE)
def test_one_condition(body: str, words: str) -> None:
    (line,) = lines_of_criterion(body)
    assert line == f"基準は、{words}こととする。"


LISTS = [
    (
        """
次の各号のいずれにも該当すること
  一　承認があること
  二　次のいずれかに該当すること
    イ　病床数が六百床以上であること
    ロ　次のいずれにも該当すること
      （１）　機能に救急を含むこと
      （２）　紹介率が百分の五十以上であること
ただし、開設者の種別が国であるものを除く
""",
        [
            "基準は、次の各号のいずれにも該当することとする。ただし、開設者の種別が国であるものを除く。",
            "一　承認があること。",
            "二　次のいずれかに該当すること。",
            "イ　病床数が六百床以上であること。",
            "ロ　次のいずれにも該当すること。",
            "（１）　機能に救急を含むこと。",
            "（２）　紹介率が百分の五十以上であること。",
        ],
    ),
    (
        """
次の各号のいずれにも該当しないこと
  一　承認があること
  二　病床数が六百床以上であること
""",
        [
            "基準は、次の各号のいずれにも該当しないこととする。",
            "一　承認があること。",
            "二　病床数が六百床以上であること。",
        ],
    ),
    (
        """
次の各号のうち二以上に該当すること
  一　承認があること
  二　病床数が六百床以上であること
  三　機能に研修を含むこと
""",
        [
            "基準は、次の各号に掲げる要件のうち二以上に該当することとする。",
            "一　承認があること。",
            "二　病床数が六百床以上であること。",
            "三　機能に研修を含むこと。",
        ],
    ),
    (
        "承認があり、かつ、次のいずれかに該当すること\n  一　病床数が六百床以上であること\n  二　機能に研修を含むこと",
        [
            "基準は、次の各号のいずれにも該当することとする。",
            "一　承認があること。",
            "二　次のいずれかに該当すること。",
            "イ　病床数が六百床以上であること。",
            "ロ　機能に研修を含むこと。",
        ],
    ),
]


@pytest.mark.parametrize(("body", "lines"), LISTS)
def test_lists(body: str, lines: list[str]) -> None:
    assert lines_of_criterion(body) == lines


def test_a_denied_conjunction_has_no_short_form() -> None:
    spec = criterion("承認があり、かつ、病床数が四百床以上であること")
    written = spec.predicates["基準"]
    denied = replace(written, body=Not(body=written.body))
    assert predicate_words(spec, denied).lines == (
        "基準は、承認がなく、又は病床数が四百床未満であることとする。",
    )


def test_a_long_exception_becomes_a_paragraph() -> None:
    body = """
承認があること
ただし、次のいずれかに該当するものを除く
  一　病床数が四百床未満であり、かつ、機能に研修を含むこと
  二　開設者の種別が国であり、かつ、機能に救急を含むこと
"""
    lines = lines_of_criterion(body)
    assert lines[0] == "基準は、承認があることとする。"
    assert lines[1] == "２　前項の規定は、次の各号のいずれかに該当する病院については、適用しない。"


def test_an_override_is_a_paragraph_and_its_order_is_told() -> None:
    more = """
特例「新しい病院」：病院
  「基準」の規定にかかわらず、承認日が令和八年四月一日以後である病院は、該当しないものとする

特例「必要な病院」：病院
  「基準」の規定にかかわらず、主務大臣が「特に必要」と認める病院は、該当するものとする
  「新しい病院」に優先する
"""
    assert lines_of_criterion("承認があること", more)[1:] == [
        "２　前項の規定にかかわらず、承認日が令和八年四月一日以後である病院は、基準に該当しないものとする。",
        "３　第一項の規定にかかわらず、主務大臣が「特に必要」と認める病院は、基準に該当するものとする。"
        "この項の規定は、第二項の規定に優先する。",
    ]


DEEP = """
次の各号のいずれにも該当すること
  一　承認があること
  二　次のいずれかに該当すること
    イ　承認があること
    ロ　次のいずれにも該当すること
      （１）　承認があること
      （２）　次のいずれかに該当すること
        （ｉ）　承認があること
        （ｉｉ）　承認があり、かつ、（病床数が四百床以上であり、又は機能に救急を含む）
"""


def test_what_lies_too_deep_is_refused() -> None:
    spec = criterion(DEEP)
    with pytest.raises(Unprintable) as refused:
        predicate_words(spec, spec.predicates["基準"])
    assert refused.value.refusal is Refusal.TOO_DEEP
    (finding,) = print_specification(spec).diagnostics
    assert finding.code.id == "RC850"
    assert "指定基準「基準」" in finding.payload.ja().headline


@pytest.mark.parametrize("body", [body for body, _ in (*ONE_LINE, *LISTS)])
def test_what_is_printed_is_proved(body: str) -> None:
    spec = criterion(body)
    printed = print_specification(spec)
    proof = prove_print(spec, printed, Z3Prover(spec))
    assert proof.diagnostics == ()
    assert proof.proved == 3
