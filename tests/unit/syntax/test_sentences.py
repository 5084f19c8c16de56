"""Protects: the ways a drafter writes a condition, and the one tree each of them stands for.

Every pair is a sentence and the form `fmt` gives it: equal forms are equal trees (test_syntax_round_trip).
"""

from __future__ import annotations

import pytest
from tests.unit.syntax.reading import clause, name, path

from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file


def tidied(body: str) -> str:
    parsed = parse_file(SourceText("t", f"定義「X」：病院\n  {body}\n"))
    assert [d.payload.ja() for d in parsed.diagnostics] == []
    lines = print_file(parsed.file).splitlines()[1:]
    return "\n".join(line[2:] for line in lines)


@pytest.mark.parametrize(
    ("written", "form"),
    [
        # endings mean nothing more
        ("承認がある", "承認があること"),
        ("承認があるもの", "承認があること"),
        ("承認があるとき", "承認があること"),
        ("承認があること。", "承認があること"),
        ("病床数が千床以上", "病床数が千床以上であること"),
        ("病床数が千床以上であるもの", "病床数が千床以上であること"),
        ("病床数が千床以上の病院", "病床数が千床以上であること"),
        ("病床数が千床以上である病院であること", "病床数が千床以上であること"),
        ("特定機能病院であること", "特定機能病院に該当すること"),
        ("特定機能病院でないこと", "特定機能病院に該当しないこと"),
        ("特定機能病院に該当する者であること", "特定機能病院に該当すること"),
        # inflections
        ("承認があり、かつ、特定機能病院に該当し、かつ、設備を有すること", "承認があり、かつ、特定機能病院に該当し、かつ、設備を有すること"),
        ("承認がなく、かつ、甲に該当せず、かつ、設備を有しないこと", "承認がなく、かつ、甲に該当せず、かつ、設備を有しないこと"),
        ("承認がある、かつ、甲に該当する", "承認があり、かつ、甲に該当すること"),
        ("機能に甲を含み、又は機能に乙を含まないこと", "機能に甲を含み、又は機能に乙を含まないこと"),
        ("災害拠点が「指定なし」でなく、かつ、承認があること", "災害拠点が「指定なし」でなく、かつ、承認があること"),
        # limits
        ("紹介率が百分の五十に満たないこと", "紹介率が百分の五十未満であること"),
        ("病床数が四百床を超えないこと", "病床数が四百床以下であること"),
        ("病床数が四百床を下回らないこと", "病床数が四百床以上であること"),
        ("病床数が四百床を超え六百床以下", "病床数が四百床を超え六百床以下であること"),
        ("病床数が四百床以上六百床未満", "病床数が四百床以上六百床未満であること"),
        ("病床数が400床以上かつ600床未満", "病床数が400床以上であり、かつ、病床数が600床未満であること"),
        ("病床数が四百床以上でないこと", "病床数が四百床以上でないこと"),
        ("病床数が四百床であること", "病床数が四百床であること"),
        ("承認日が令和二年四月一日以降であること", "承認日が令和二年四月一日以後であること"),
        ("承認日が令和二年四月一日前であること", "承認日が令和二年四月一日より前であること"),
        # connectives
        ("病床数が400床以上かつ災害拠点が基幹災害拠点病院", "病床数が400床以上であり、かつ、災害拠点が基幹災害拠点病院であること"),
        ("種別が国又は学校法人であること", "種別が国又は学校法人であること"),
        ("種別が国又は設備を有すること", "種別が国であり、又は設備を有すること"),
        ("種別が国又は病床数が400床以上", "種別が国であり、又は病床数が400床以上であること"),
        ("承認があり、又は甲に該当し、若しくは乙に該当すること", "承認があり、又は甲に該当し、若しくは乙に該当すること"),
        ("承認があり、並びに甲に該当し、及び乙に該当すること", "承認があり、並びに甲に該当し、及び乙に該当すること"),
        ("（承認があり、又は甲に該当する）、かつ、乙に該当すること", "（承認があり、又は甲に該当する）、かつ、乙に該当すること"),
        ("（承認がある）、かつ、乙に該当すること", "承認があり、かつ、乙に該当すること"),
        ("承認があり、または乙に該当すること", "承認があり、又は乙に該当すること"),
        # if
        ("承認があるならば、病床数が四百床以上であること", "承認があるならば、病床数が四百床以上であること"),
        ("承認があれば、病床数が四百床以上であること", "承認があるならば、病床数が四百床以上であること"),
        ("承認がある場合には、病床数が四百床以上であること", "承認があるならば、病床数が四百床以上であること"),
        ("病床数が四百床未満ならば承認がないこと", "病床数が四百床未満であるならば、承認がないこと"),
        # things with conditions
        ("出力が五十万kW以上の設備を有すること", "出力が五十万kW以上の設備を有すること"),
        ("出力が五十万kW以上である設備を有すること", "出力が五十万kW以上の設備を有すること"),
        ("出力が五十万kW以上の設備があること", "出力が五十万kW以上の設備を有すること"),
        ("出力が五十万kWを超える設備を有すること", "出力が五十万kWを超える設備を有すること"),
        ("設備であって、同時設置があるものを有すること", "同時設置がある設備を有すること"),
        ("設備であって、出力が五kW以上であり、かつ、同時設置があるものを有すること",
         "設備であって、出力が五kW以上であり、かつ、同時設置があるものを有すること"),
        ("同時設置がある設備の数が二以上", "同時設置がある設備の数が二以上であること"),
        ("同時設置がある設備の出力の合計が五十万kW以上", "同時設置がある設備の出力の合計が五十万kW以上であること"),
        ("貨物情報の確認又は運行計画の作成のいずれかの機能を有すること", "貨物情報の確認又は運行計画の作成のいずれかの機能を有すること"),
        # quantifiers and series
        ("病院のいずれかが特定機能病院に該当すること", "病院のいずれかが特定機能病院に該当すること"),
        ("開設する病院のいずれかが特定機能病院に該当すること", "開設する病院のいずれかが特定機能病院に該当すること"),
        ("すべての病院が特定機能病院であること", "全ての病院が特定機能病院に該当すること"),
        ("病院のいずれかについて、病床数が四百床以上であり、かつ、承認があること", "病院のいずれかについて、病床数が四百床以上であり、かつ、承認があること"),
        ("病院のいずれかについて、承認があること", "病院のいずれかが承認があること"),
        ("直近三事業年度のいずれかの末日において、契約数が千万件以上であること", "直近三事業年度のいずれかにおいて、契約数が千万件以上であること"),
        ("直近の３事業年度の預金残高の平均が10兆円以上", "直近の３事業年度の預金残高の平均が10兆円以上であること"),
        # arithmetic
        ("病床数が精神病床数の二倍以上", "病床数が精神病床数の二倍以上であること"),
        ("病床数が精神病床数に二を乗じた数以上", "病床数が精神病床数の二倍以上であること"),
        ("病床数に三分の一を乗じた数が百床以上", "病床数に三分の一を乗じた数が百床以上であること"),
        ("病床数から精神病床数を減じた数が百床以上", "病床数から精神病床数を控除した数が百床以上であること"),
        ("一般病床数と療養病床数の合計が百床以上", "一般病床数と療養病床数の合計が百床以上であること"),
        ("割合（小数点以下二位を四捨五入）が百分の一以上", "割合（小数点以下一位未満を四捨五入）が百分の一以上であること"),
        ("割合（小数点以下を切り捨て）が1以上", "割合（小数点以下を切捨て）が1以上であること"),
        # judgement, tables, sameness
        ("主務大臣が「特に必要」と認めること", "主務大臣が「特に必要」と認めること"),
        ("開設者について主務大臣が「特に必要」と認めないこと", "開設者について主務大臣が「特に必要」と認めないこと"),
        ("「届出の要否」の手続が変更の案であること", "「届出の要否」の手続が変更の案であること"),
        ("都道府県が開設者の都道府県と同一であること", "都道府県が開設者の都道府県と同じであること"),
        # exceptions on the line
        ("承認があること。ただし、種別が国である場合は、この限りでない。", "承認があること\nただし、種別が国であるものを除く"),
        ("承認があること\n  ただし、種別が国である病院を除く", "承認があること\nただし、種別が国であるものを除く"),
    ],
)  # fmt: skip
def test_one_form_for_every_way_to_write_it(written: str, form: str) -> None:
    assert tidied(written) == form
    assert tidied(form.replace("\n", "\n  ")) == form


def test_one_and_the_same_year_for_both() -> None:
    found = clause(
        "直近三事業年度のいずれかにおいて、契約数が千万件以上であり、かつ、与信額が四兆円以上であること"
    )
    assert isinstance(found, ast.SeriesClause)
    assert isinstance(found.body, ast.ConnectiveClause)


def test_a_quantifier_reaches_only_its_own_clause() -> None:
    found = clause("全ての病院が特定機能病院に該当し、かつ、病院の数が二以上であること")
    assert isinstance(found, ast.ConnectiveClause)
    assert isinstance(found.parts[0], ast.QuantifiedClause)
    assert isinstance(found.parts[1], ast.CompareClause)


def test_a_condition_before_a_noun_is_the_last_clause_only() -> None:
    found = clause("承認があり、かつ、出力が五kW以上の設備を有すること")
    assert isinstance(found, ast.ConnectiveClause)
    assert isinstance(found.parts[0], ast.HasClause)
    assert isinstance(found.parts[1], ast.PossessClause)


def test_the_subject_of_the_item_is_no_condition() -> None:
    listed = "病院であって、次のいずれかに該当するもの\n    一　承認があること"
    found = clause(listed)
    assert isinstance(found, ast.ListClause)
    assert found.lead is None
    other = clause(listed.replace("病院であ", "特定機能病院であ"))
    assert isinstance(other, ast.ListClause)
    assert other.lead == ast.BelongsClause(path=None, terms=(ast.TermRef(name=name("特定機能病院")),))


def test_stages_in_a_row_belong_to_one_plan() -> None:
    found = clause("「甲案」の第一段階、第二段階又は特定機能病院に該当すること")
    assert isinstance(found, ast.BelongsClause)
    assert [(t.name.text, t.stage) for t in found.terms] == [("甲案", 1), ("甲案", 2), ("特定機能病院", None)]
    alone = clause("第一段階に該当すること")
    assert isinstance(alone, ast.BelongsClause)
    assert [(t.name.text, t.stage) for t in alone.terms] == [("", 1)]


def test_a_quoted_owner_of_two_steps_is_a_table() -> None:
    found = clause("「届出の要否」の手続が変更の案であること")
    assert found == ast.OutcomeClause(
        table=name("届出の要否", True), output=name("手続"), value=name("変更の案")
    )
    assert clause("届出の手続が変更の案であること") == ast.IsClause(
        path=path("届出", "手続"), values=(name("変更の案"),)
    )
