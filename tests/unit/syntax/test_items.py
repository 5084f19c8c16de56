"""Protects: files are cut into items first; one broken item is one finding, and the others stand."""

from __future__ import annotations

from tests.unit.syntax.reading import item, items, name, path

from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file

THREE = """定義「甲」：病院
  承認があること

定義「乙」：病院
  承認が以上であること
  次の各号に

定義「丙」：病院
  承認がないこと
"""


def test_a_broken_item_is_one_finding_and_the_others_stand() -> None:
    parsed = parse_file(SourceText("t", THREE))
    assert len(parsed.diagnostics) == 1
    assert parsed.diagnostics[0].anchor == "定義「乙」"
    assert [i.name.text for i in parsed.file.items if isinstance(i, ast.PredicateItem)] == ["甲", "丙"]
    assert [n.text for n in parsed.file.broken] == ["乙"]


def test_fingerprints_do_not_know_lines() -> None:
    first = parse_file(SourceText("t", THREE)).diagnostics[0]
    moved = parse_file(SourceText("t", "# 頭書き\n\n" + THREE)).diagnostics[0]
    assert first.fingerprint == moved.fingerprint
    assert first.place != moved.place


def test_empty_files_and_comments_only() -> None:
    for text in ("", "\n\n", "# 注\n", "　\n", "＃注"):
        parsed = parse_file(SourceText("t", text))
        assert parsed.file.items == () and parsed.diagnostics == ()


def test_no_end_of_line_at_the_end() -> None:
    assert items("定義「甲」：病院\n  承認があること") == items("定義「甲」：病院\n  承認があること\n\n  \n")


def test_citations_inherit_their_law() -> None:
    found = item(
        "定義「甲」：病院\n  出典　「法」第一条、第二条\n  出典　資料「第2回」、「医療法」\n  条項　附則第二条\n  承認があること\n",
        ast.PredicateItem,
    )
    assert found.header.sources == (
        ast.CitationText(source="法", provision="第一条"),
        ast.CitationText(source="法", provision="第二条"),
        ast.CitationText(free="第2回"),
        ast.CitationText(source="医療法"),
    )
    assert found.header.provisions == (ast.CitationText(provision="附則第二条"),)


def test_pending_places_and_days() -> None:
    found = item(
        "定義「甲」：病院\n  出典　「法」第五十条第一項　未確定「号番号」\n  施行　未確定「施行期日」から\n  失効　2030-01-01\n  承認があること\n",
        ast.PredicateItem,
    )
    assert found.header.sources == (
        ast.CitationText(source="法", provision="第五十条第一項", pending="号番号"),
    )
    assert found.header.effective == ast.Pending(name=name("施行期日", True))
    assert isinstance(found.header.expires, ast.DateLiteral)


def test_types() -> None:
    found = item(
        "対象　事業者\n  種別：開設者の種類　不明可\n  残高：直近三事業年度の整数（円）　０以上\n  在院日数：小数（日、小数点以下一位）\n"
        "  機能：機能の集合\n  設備：設備の一覧（五以下）\n  輸入量の割合：割合　０以上１以下\n",
        ast.SubjectItem,
    )
    kinds = [
        (
            f.name.text,
            f.type.name.text,
            f.type.unit,
            f.type.places,
            f.type.is_set,
            f.type.is_list,
            f.type.limit,
        )
        for f in found.fields
    ]
    assert kinds == [
        ("種別", "開設者の種類", "", None, False, False, None),
        ("残高", "整数", "円", None, False, False, None),
        ("在院日数", "小数", "日", 1, False, False, None),
        ("機能", "機能", "", None, True, False, None),
        ("設備", "設備", "", None, False, True, 5),
        ("輸入量の割合", "割合", "", None, False, False, None),
    ]
    assert found.fields[0].may_be_unknown
    assert found.fields[1].type.window == ast.Window(text="直近三事業年度", length=3)
    assert len(found.fields[5].bounds) == 2


def test_tables() -> None:
    found = item(
        "区分表「要否」：変更\n  該当は一つのみ、漏れなし\n  | 種類 | 割合 | → 手続 | → 期限 |\n"
        "  | 甲又は乙 | 25%以上1/3未満 | 変更の案 | あり |\n  | ― | それ以外 | 軽微 | なし |\n  | 丙 | 10%又は50%以上 | 軽微 | なし |\n",
        ast.TableItem,
    )
    assert (found.hit_policy, found.complete) == ("該当は一つのみ", True)
    assert found.columns == (path("種類"), path("割合"))
    assert [o.text for o in found.outputs] == ["手続", "期限"]
    first, second, third = found.rows
    assert [v.text for v in first.cells[0].values] == ["甲", "乙"]
    assert [b.op for b in first.cells[1].bounds] == [ast.CompareWord.GE, ast.CompareWord.LT]
    assert [o.text for o in first.outputs] == ["変更の案", "あり"]
    assert second.cells[0].any and second.cells[1].other
    assert [a.bounds[0].op for a in third.cells[1].alternatives] == [ast.CompareWord.EQ, ast.CompareWord.GE]


def test_facts() -> None:
    found = item(
        "事例「例」：事業者\n  契約数は（1000万件、不明、500万件）、病院は（病床数は5床、承認あり）、（承認なし）\n"
        "  機能は甲及び乙、設備はなし、承認日は令和七年四月一日、主務大臣は「必要」と認めない、区域は不明\n"
        "  → 基準に該当する\n  → 「甲案」の第一段階に該当しない\n  → 基準は要確認\n  → 病床数が五床以上であることは非該当\n",
        ast.ScenarioItem,
    )
    contracts, hospitals, functions, equipment, _, judged, area = found.entries
    assert isinstance(contracts, ast.FactEntry) and isinstance(contracts.value, tuple)
    assert contracts.value[1] is None
    assert isinstance(hospitals, ast.FactEntry) and isinstance(hospitals.value, tuple)
    assert [len(group) for group in hospitals.value if isinstance(group, tuple)] == [2, 1]
    assert isinstance(functions, ast.FactEntry) and functions.value == (name("甲"), name("乙"))
    assert isinstance(equipment, ast.FactEntry) and equipment.value == ()
    assert isinstance(judged, ast.JudgementEntry) and not judged.value
    assert isinstance(area, ast.FactEntry) and area.value is None
    assert [line.expected for line in found.expectations] == ["該当", "非該当", "要確認", "非該当"]
    second = found.expectations[1].body
    assert isinstance(second, ast.BelongsClause) and not second.negated


def test_claims() -> None:
    found = item(
        "確認「数字」\n  「一覧」の件数が88\n  「一覧」のうち承認があるものの病床数の平均（小数点以下を四捨五入）が823床以上\n"
        "  「一覧」のうち承認があるものの全てについて、病床数が四百床以上であること\n"
        "  「一覧」において、承認があるもののない都道府県が、甲県、乙県及び丙県\n  「一覧」において、承認があるもののない都道府県がない\n",
        ast.FigureCheckItem,
    )
    count, mean, every, without, nowhere = found.claims
    assert isinstance(count, ast.FigureClaimLine) and (count.statistic, count.path) == ("件数", None)
    assert count.bound.op is ast.CompareWord.EQ
    assert isinstance(mean, ast.FigureClaimLine) and (mean.path, mean.places) == (path("病床数"), 0)
    assert mean.selection.where is not None and mean.bound.op is ast.CompareWord.GE
    assert isinstance(every, ast.EveryRowClaimLine) and every.selection.where is not None
    assert isinstance(without, ast.GroupsWithoutClaimLine)
    assert [n.text for n in without.expected] == ["甲県", "乙県", "丙県"]
    assert isinstance(nowhere, ast.GroupsWithoutClaimLine) and nowhere.expected == ()


def test_an_item_that_ends_with_the_file_too_early_is_told_there() -> None:
    text = "区分「A」\n  a\n定義「X」：病院"
    (found,) = parse_file(SourceText("t.regspec", text)).diagnostics
    assert found.place is not None
    assert found.place.start == len(text)
