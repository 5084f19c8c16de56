"""Protects: what leaves the building. Refusal, drafts, links, one text in all formats, the same bytes every time."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from hashlib import sha256
from html import unescape
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from tests.unit.documents.instrument.words_in import in_docx, without_space
from tests.unit.documents.specs import NAME, WORLD

from regcheck.analysis.facts import bind_tables
from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.documents.build import Asked, Documents, Given, build_documents
from regcheck.documents.filters import DRAFT
from regcheck.documents.printed import print_specification
from regcheck.frozen import replace
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict

SPEC = (
    WORLD
    + """
法令「見本省令案」
  種別　省令
  題名　「見本の省令」
  根拠　「法」第五十条第一項
  未確定　「開始日」

法令「法」
  種別　法律
  題名　「見本の法律」
  略称　法

未確定「開始日」
  備考　「まだ知られていない」

指定基準「基準」：病院
  条項　第二条
  出典　「法」第五十条第一項
  備考　「<b>太字</b>ではない | 縦線」
  次の各号のいずれにも該当すること
    一　特定機能病院に該当すること
    二　病床数が四百床以上であること
  ただし、災害拠点が「指定なし」であるものを除く

段階「甲案」：病院
  条項　附則第二条
  出典　資料「見本」
  第一段階　令和十年四月一日から　病床数が千床以上であり、かつ、特定機能病院に該当すること
  第二段階　未確定「開始日」から　特定機能病院に該当すること
  拡大のみ

区分表「手続」：病院
  条項　別表第一
  出典　資料「見本」
  該当は一つのみ、漏れなし
  | 承認 | 病床数    | → 手続 |
  | あり | 400床以上 | 届出   |
  | あり | それ以外  | 報告   |
  | なし | ―         | 不要   |

事例「小さな病院」：病院
  病床数は399床、承認あり、災害拠点は地域災害拠点病院
  → 「基準」に該当しない

事実表「一覧」：病院
  出典　資料「見本」
  資料「list.csv」　時点　令和七年四月一日
  見出し　名称

確認「件数」
  出典　資料「見本」
  「一覧」の件数が3
"""
)
CSV = """名称,都道府県,病床数,承認,災害拠点
北の病院,北海道,1200,あり,地域災害拠点病院
南の病院,沖縄県,600,あり,基幹災害拠点病院
東の病院,北海道,500,なし,指定なし
"""


def _report(text: str = SPEC) -> tuple[Report, dict[str, bytes]]:
    facts = {"list.csv": CSV.encode()}
    inputs = Inputs(own=frozenset({NAME}), files={NAME: text.encode()}, facts=facts)
    return check(inputs, Z3Prover), {NAME: text.encode(), **facts}


def _accepted(report: Report) -> Report:
    """The report as if everything in it were proved and nothing found."""
    entries = tuple(replace(e, verdict=Verdict.PROVED, diagnostic=None) for e in report.entries)
    return replace(report, entries=entries, diagnostics=())


def _make(report: Report, files: dict[str, bytes], draft: bool = False) -> Documents:
    given = Given(report=report, facts=bind_tables(report.specification, files), inputs=files)
    return build_documents(given, Z3Prover(report.specification), Asked(draft=draft))


@cache
def _documents() -> dict[str, str]:
    report, files = _report()
    made = _make(_accepted(report), files)
    assert not made.diagnostics
    return {name: content.decode() for name, content in made.files.items() if not name.endswith(".docx")}


def _page() -> str:
    return _documents()["index.html"]


def test_nothing_is_printed_of_what_is_not_proved() -> None:
    report, files = _report(SPEC.replace("「一覧」の件数が3", "「一覧」の件数が4"))
    made = _make(report, files)
    assert made.files == {}
    assert [d.code.id for d in made.diagnostics] == ["RC043"]


def test_a_draft_says_so_at_every_heading() -> None:
    report, files = _report(SPEC.replace("「一覧」の件数が3", "「一覧」の件数が4"))
    made = _make(report, files, draft=True)
    assert not made.diagnostics
    for name in (name for name in made.files if name.endswith((".md", ".html"))):
        text = made.files[name].decode()
        headings = re.findall(r"^#+ .*$", text, re.MULTILINE) + re.findall(r"<h[123].*?</h[123]>", text)
        assert headings
        assert all(DRAFT in heading for heading in headings)
    assert json.loads(made.files["MANIFEST.json"])["draft"] is True
    assert DRAFT not in _page()


def test_two_runs_give_the_same_bytes() -> None:
    report, files = _report()
    first, second = (_make(_accepted(report), files) for _ in range(2))
    assert first.files == second.files


def test_the_manifest_holds_the_hashes() -> None:
    _, files = _report()
    manifest = json.loads(_documents()["MANIFEST.json"])
    assert manifest["inputs"] == {n: f"sha256:{sha256(c).hexdigest()}" for n, c in files.items()}
    made = {n: t for n, t in _documents().items() if n != "MANIFEST.json"}
    hashes = {n: f"sha256:{sha256(t.encode()).hexdigest()}" for n, t in made.items()}
    assert manifest["documents"].items() >= hashes.items()
    assert set(manifest["documents"]) - set(hashes) == {"population.docx", "provisions.docx"}
    assert manifest["printed"]["conditions_proved"] == 8
    assert set(manifest["verdicts"]) == {"PROVED"}


def _unmarked(text: str) -> str:
    """The text of a page without tags; of Markdown without escapes."""
    return re.sub(r"\\(.)", r"\1", unescape(re.sub(r"<[^>]*>", "", text)))


def test_the_words_that_were_proved_stand_in_every_format() -> None:
    report, _ = _report()
    printed = print_specification(report.specification)
    provisions = [*printed.predicates.values(), *printed.plans.values(), *printed.assumptions.values()]
    page = _unmarked(_page())
    markdown = _unmarked("\n".join(t for n, t in _documents().items() if n.endswith(".md")))
    for line in (line for provision in provisions for line in provision.lines):
        assert line in page
        assert line in markdown


def test_every_link_of_the_page_leads_somewhere() -> None:
    targets = set(re.findall(r'href="#([^"]*)"', _page()))
    anchors = re.findall(r' id="([^"]*)"', _page())
    assert len(anchors) == len(set(anchors)), "an anchor is used once"
    assert targets
    assert targets <= set(anchors)


def test_every_item_of_a_rule_points_at_its_words_and_verdicts() -> None:
    item = re.search(r'<li id="指定基準-基準-1-二">(.*?)</li>', _page(), re.DOTALL)
    assert item is not None
    assert "二　病床数が四百床以上であること。" in item[1]
    (line,) = re.findall(r'href="#(spec-[^"]*)"', item[1])
    assert "働く要件 証明済み" in item[1]
    source = re.search(rf'<li id="{line}"[^>]*><code>(.*?)</code>', _page())
    assert source is not None
    assert source[1].strip() == "二　病床数が四百床以上であること"


def test_the_page_needs_nothing_from_elsewhere() -> None:
    assert not re.search(r"<script|<link|<img|url\(|@import|https?://", _page())


def test_tables_can_be_read_aloud() -> None:
    tables = re.findall(r"<table.*?</table>", _page(), re.DOTALL)
    assert len(tables) > 5
    for table in tables:
        assert "<caption>" in table
        heads = re.findall(r"<th(?: [^>]*)?>", table)
        assert heads
        assert all("scope=" in head for head in heads)


def test_users_words_are_no_markup() -> None:
    assert "&lt;b&gt;太字&lt;/b&gt;" in _page()
    assert r"\<b\>太字\</b\>ではない \| 縦線" in _documents()["criteria.md"]


def test_days_stand_in_both_calendars_and_what_is_open_is_a_circle() -> None:
    stages = _documents()["stages.md"]
    assert "| 第一段階 | 令和十年四月一日 | 2028年4月1日 |" in stages
    assert "| 第二段階 | 令和〇年〇月〇日 | 未確定「開始日」 |" in stages


def test_the_list_names_the_first_stage_and_what_decides() -> None:
    rows = [r for r in _documents()["population.md"].splitlines() if "の病院" in r]
    assert [row.split(" | ")[:5] for row in rows] == [
        ["| 地域災害拠点病院<br>（1）", "北の病院", "1200床", "第一段階", "病床数が1000床以上 |"],
        [
            "| 基幹災害拠点病院<br>（1）",
            "南の病院",
            "600床",
            "第二段階",
            "特定機能病院に該当する<br>第一段階に当たらない（病床数が1000床未満） |",
        ],
        [
            "| 指定なし<br>（1）",
            "東の病院",
            "500床",
            "届かない",
            "最後の段階に当たらない（特定機能病院に該当しない） |",
        ],
    ]


def test_the_list_is_a_spreadsheet_with_the_stages() -> None:
    first, *rows = csv.reader(StringIO(_documents()["population.csv"].removeprefix("\ufeff"), newline=""))
    assert _documents()["population.csv"].startswith("\ufeff"), "Excel reads UTF-8 by it"
    assert first == ["名称", "都道府県", "病床数", "承認", "災害拠点", "甲案", "甲案の決め手"]
    assert rows[0][:6] == ["北の病院", "北海道", "1200", "あり", "地域災害拠点病院", "第一段階"]
    assert [row[5] for row in rows] == ["第一段階", "第二段階", "届かない"]


def test_the_list_as_a_page_has_the_group_in_every_row_and_says_what_it_is() -> None:
    report, files = _report()
    page = _make(_accepted(report), files).files["population.docx"]
    assert "一覧（令和七年四月一日現在3件）" in in_docx(page)
    assert in_docx(page).count("地域災害拠点病院") == 1
    assert not _watermark(page)
    assert _watermark(_make(report, files, draft=True).files["population.docx"])


def test_lists_are_counted_where_there_are_several() -> None:
    report, files = _report()
    (name, table), *_ = bind_tables(report.specification, files).items()
    given = Given(report=report, facts={name: table, "二つ目": table}, inputs=files)
    made = build_documents(given, Z3Prover(report.specification), Asked(draft=True))
    lists = [name for name in made.files if name.startswith("population") and not name.endswith(".md")]
    assert lists == [
        "population-1.docx",
        "population-1.draft.csv",
        "population-2.docx",
        "population-2.draft.csv",
    ]


def test_without_an_outline_the_proved_words_are_a_file_to_edit() -> None:
    report, files = _report()
    page = in_docx(_make(_accepted(report), files).files["provisions.docx"])
    printed = print_specification(report.specification)
    provisions = (*printed.predicates.values(), *printed.plans.values())
    for line in (line for provision in provisions for line in provision.lines):
        assert without_space(line) in page
    assert page.index("（基準）第二条") < page.index("（甲案）附則第二条") < page.index("（大きな病院）")


def _watermark(page: bytes) -> bool:
    with ZipFile(BytesIO(page)) as package:
        return "未検証" in package.read("word/header.xml").decode()


@pytest.mark.parametrize("name", ["criteria.md", "stages.md", "tables.md", "traceability.md", "ledger.md"])
def test_markdown_tables_are_whole(name: str) -> None:
    for table in re.findall(r"(?:^\|.*\|$\n?)+", _documents()[name], re.MULTILINE):
        widths = {len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}
        assert len(widths) == 1
