"""Protects: which files of an ordinance there are, what they are called, and that each provision is traced to its words.

Every XPath of the trace is evaluated by lxml, every link of the page is followed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pikepdf
import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from tests.unit.documents.instrument.words_in import in_docx, in_html, in_xml
from tests.unit.documents.ordinance import small
from tests.unit.documents.specs import NAME

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.documents import build
from regcheck.documents.build import Asked, Documents, Given, build_documents
from regcheck.documents.instrument.emit import DRAFT, Format
from regcheck.documents.instrument.profile import KAKUGI, PLAIN, PLAIN_VERTICAL, Profile
from regcheck.documents.ordinance.outline.plans import Layout, Outline
from regcheck.documents.planning.wanted import Wanted
from regcheck.frozen import replace
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict
from regcheck.source.span import SourceText

TEXTS = {
    "設備": '{{ 項目("重要設備") }}\n{{ 区分("電子カルテ設備", "手術設備") }}',
    "届出": '{{ 条("設備") }}の届出は、次に掲げる事項を記載した書面により行う。\n  名称\n  台数\n{{ 結果("手続", "届出", "届出を要する設備") }}',
}
TEXTS["注意"] = '{{ 項目("注意設備") }}'
NESTED = """
設備区分「注意設備」：設備
  次の各号のいずれにも該当すること
    一　妨害可能性があること
    二　次のいずれかに該当すること
      イ　規模が二十台以上であること
      ロ　用途が手術であること
"""
AFTER = {"段階": 'この省令は、公布の日から施行する。\n{{ 項目("順次") }}'}
FILES = {name: f"ordinance/{name}.j2" for name in (*TEXTS, *AFTER)}


def _outline(layout: Layout = Layout.ITEMS) -> Outline:
    given = small.outline(TEXTS, supplement=AFTER, layout=layout)
    return replace(given, file="ordinance/outline.toml", names=FILES)


@cache
def _report() -> Report:
    text = small.LAWS + NESTED
    found = check(Inputs(own=frozenset({NAME}), files={NAME: text.encode()}), Z3Prover)
    texts = {FILES[name]: SourceText(FILES[name], text) for name, text in {**TEXTS, **AFTER}.items()}
    outline = {"ordinance/outline.toml": SourceText("ordinance/outline.toml", "title = '見本'\n")}
    return replace(found, sources={**found.sources, **texts, **outline})


@cache
def _made(asked: Asked = Asked(draft=True), layout: Layout = Layout.ITEMS) -> Documents:  # noqa: B008
    given = Given(report=_report(), outline=_outline(layout))
    return build_documents(given, Z3Prover(_report().specification), asked)


def _files(layout: Layout = Layout.ITEMS) -> Mapping[str, bytes]:
    made = _made(layout=layout)
    assert not made.diagnostics, [d.payload.ja().headline for d in made.diagnostics]
    return made.files


def _only(*names: str, profiles: tuple[Profile, ...] = (PLAIN,)) -> Documents:
    wanted = Wanted(profiles=profiles)
    return _made(Asked(draft=True, only=names, wanted=wanted))


# ------------------------------------------------------------ names


def test_every_format_has_its_file_and_a_draft_says_so_where_nothing_can_be_marked() -> None:
    assert {name for name in _files() if name.startswith("ordinance")} == {
        "ordinance.draft.xml",
        "ordinance.draft.law.txt",
        "ordinance.draft.trace.json",
        "ordinance.docx",
        "ordinance.html",
        "ordinance.pdf",
    }


def test_further_profiles_have_their_names_in_the_files() -> None:
    wanted = Wanted(formats=(Format.DOCX, Format.PDF), profiles=(KAKUGI, PLAIN, PLAIN_VERTICAL))
    made = _made(Asked(draft=True, wanted=wanted))
    names = {name for name in made.files if name.startswith("ordinance")}
    assert names == {
        "ordinance.docx",
        "ordinance.plain.docx",
        "ordinance.plain-tate.docx",
        "ordinance.pdf",
    }
    assert len({made.files[name] for name in names}) == 4
    assert len({in_docx(made.files[name]) for name in names if name.endswith(".docx")}) == 1


def test_the_words_are_the_same_in_every_format() -> None:
    xml = in_xml(_files()["ordinance.draft.xml"])
    assert in_docx(_files()["ordinance.docx"]) == in_html(_files()["ordinance.html"]) == xml


def test_only_one_is_made_and_listed() -> None:
    made = _only("ordinance.docx")
    assert set(made.files) == {"ordinance.docx", "MANIFEST.json"}
    assert made.files["ordinance.docx"] == _files()["ordinance.docx"]
    assert list(json.loads(made.files["MANIFEST.json"])["documents"]) == ["ordinance.docx"]


def test_a_name_that_no_document_has_is_a_mistake() -> None:
    made = _only("ordinance.docx", "ordinance.doc")
    assert (made.files, made.is_mistake) == ({}, True)
    assert [d.code.id for d in made.diagnostics] == ["RC881"]


def test_without_the_packages_every_pdf_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "has_support", lambda: False)
    given = Given(report=_report(), outline=_outline())
    prover = Z3Prover(_report().specification)
    made = build_documents(given, prover, Asked(draft=True))
    (found,) = made.diagnostics
    assert (made.files, found.code.id) == ({}, "RC857")
    assert "「ordinance.pdf」" in found.payload.ja().headline
    assert not build_documents(given, prover, Asked(draft=True, only=("index.html",))).diagnostics


@pytest.mark.parametrize(
    ("names", "is_made"), [((), True), (("見本に関する省令", "別の省令"), True), (("別の省令",), False)]
)
def test_instruments_are_chosen_by_name(names: tuple[str, ...], is_made: bool) -> None:
    wanted = Wanted(formats=(Format.LAWTEXT,), instruments=names)
    made = _made(Asked(draft=True, wanted=wanted))
    assert ("ordinance.draft.law.txt" in made.files) is is_made
    assert [d.code.id for d in made.diagnostics] == ([] if is_made else ["RC882"])
    assert made.is_mistake is not is_made


@cache
def _proved() -> Mapping[str, bytes]:
    """The files of the same as if everything were proved."""
    entries = tuple(replace(e, verdict=Verdict.PROVED, diagnostic=None) for e in _report().entries)
    report = replace(_report(), entries=entries, diagnostics=())
    made = build_documents(Given(report=report, outline=_outline()), Z3Prover(report.specification))
    assert not made.diagnostics
    return made.files


@pytest.mark.parametrize("name", ["ordinance.docx", "ordinance.html"])
def test_only_the_pages_of_a_draft_are_marked(name: str) -> None:
    assert DRAFT in _shown(_files()[name])
    assert DRAFT not in _shown(_proved()[name])


def test_a_pdf_is_marked_as_well() -> None:
    draft, proved = (_pictured(files["ordinance.pdf"]) for files in (_files(), _proved()))
    assert all(count > plain for count, plain in zip(draft, proved, strict=True))


def _shown(page: bytes) -> str:
    if not page.startswith(b"PK"):
        return page.decode().partition("<main>")[0]
    with ZipFile(BytesIO(page)) as package:
        return package.read("word/header.xml").decode()


def _pictured(pdf: bytes) -> list[int]:
    """How much is drawn on each page that is no word of the document."""
    with pikepdf.open(BytesIO(pdf)) as file:
        contents = [pikepdf.parse_content_stream(page) for page in file.pages]
    return [
        sum(str(one.operator) in {"BMC", "BDC"} and "Artifact" in str(one.operands[0]) for one in page)
        for page in contents
    ]


# ------------------------------------------------------------ the trace


def _provisions(layout: Layout) -> list[dict[str, object]]:
    listed: list[dict[str, object]] = json.loads(_files(layout)["ordinance.draft.trace.json"])["provisions"]
    return listed


def _words(element: etree._Element) -> str:
    """The words of a 項 or 号 without those of what lies below it."""
    return "".join(element.find(f"{element.tag}Sentence").itertext())


EXPECTED = {
    "第一条第一項": ("重要設備は、", NAME, "設備区分「重要設備」：設備"),
    "第一条第二項第一号": ("電子カルテ設備", NAME, "設備区分「電子カルテ設備」：設備"),
    "第一条第二項第二号イ": ("手術", NAME, "    一　用途が手術であること"),
    "第二条第一項": ("前条の届出は、", FILES["届出"], TEXTS["届出"].splitlines()[0]),
    "第二条第一項第二号": ("台数", FILES["届出"], "  台数"),
    "第二条第二項第一号": ("電子カルテ", NAME, "  | 電子カルテ       | 十台以上 | 届出 |"),
    "附則第二項第一号": (
        "令和十年四月一日",
        NAME,
        "  第一段階　令和十年四月一日から　「電子カルテ設備」に該当すること",
    ),
}


@pytest.mark.parametrize("layout", Layout)
def test_every_path_leads_to_one_element(layout: Layout) -> None:
    root = etree.fromstring(_files(layout)["ordinance.draft.xml"])
    found = [root.xpath(str(one["xpath"])) for one in _provisions(layout)]
    assert {len(elements) for elements in found} == {1}
    assert len({elements[0] for elements in found}) == len(found)
    traced = {elements[0] for elements in found}
    named = {"Paragraph", "Subitem1", "TableRow"} | ({"Item"} if layout is Layout.ITEMS else set())
    assert set(root.iter(*named)) <= traced, "nothing that is printed is left out"


def test_each_leads_to_its_words_and_to_the_line_they_were_made_of() -> None:
    root = etree.fromstring(_files()["ordinance.draft.xml"])
    listed = {str(one["provision"]): one for one in _provisions(Layout.ITEMS)}
    for provision, (words, file, line) in EXPECTED.items():
        one = listed[provision]
        assert words in _words(root.xpath(str(one["xpath"]))[0]), provision
        assert one["file"] == file, provision
        assert _report().sources[file].line(int(str(one["line"]))) == line, provision


def test_rows_of_an_annex_are_traced() -> None:
    root = etree.fromstring(_files(Layout.ANNEX)["ordinance.draft.xml"])
    (row,) = [one for one in _provisions(Layout.ANNEX) if one["provision"] == "別表第二号"]
    assert root.xpath(str(row["xpath"]))[0].tag == "TableRow"
    assert "手術設備" in "".join(root.xpath(str(row["xpath"]))[0].itertext())
    assert row["item"] == "設備区分「手術設備」"


@pytest.mark.parametrize("layout", Layout)
def test_every_provision_of_the_specification_has_its_proofs(layout: Layout) -> None:
    known = {e.id for e in _report().entries}
    for one in _provisions(layout):
        obligations = [str(name) for name in one["obligations"]]  # type: ignore[attr-defined]
        assert {name for name in obligations if not name.startswith("print:")} <= known
        assert len(obligations) == len(set(obligations))
        if one["item"] is not None:
            assert any(name.startswith("print:ordinance/") for name in obligations), one


def test_limits_and_parts_are_proved_where_they_are_printed() -> None:
    listed = {str(one["provision"]): one["obligations"] for one in _provisions(Layout.ITEMS)}
    assert "boundary:設備の規模/10台" in listed["第一条第二項第一号"]  # type: ignore[operator]
    assert "live_part:手術設備/二" in listed["第一条第二項第二号ロ"]  # type: ignore[operator]
    assert "live_part:手術設備/二" not in listed["第一条第二項第二号"]  # type: ignore[operator]
    assert "boundary:手続/規模" in listed["第二条第二項第一号"]  # type: ignore[operator]
    assert listed["第二条第一項第一号"] == []


def test_a_stage_has_the_proof_of_its_own_words_alone() -> None:
    listed = {str(one["provision"]): one["obligations"] for one in _provisions(Layout.ITEMS)}
    for provision, stage in (("附則第二項第一号", "第一段階"), ("附則第二項第二号", "第二段階")):
        prints = [name for name in listed[provision] if name.startswith("print:")]  # type: ignore[attr-defined]
        assert prints == [f"print:ordinance/附則第二項/段階「順次」{stage}"]


def test_an_obligation_belongs_to_the_smallest_provision_it_points_into() -> None:
    listed = {str(one["provision"]): one["obligations"] for one in _provisions(Layout.ITEMS)}
    owners: dict[str, list[str]] = {}
    for provision, obligations in listed.items():
        for name in obligations:  # type: ignore[attr-defined]
            owners.setdefault(name, []).append(provision)
    assert owners["live_part:注意設備/二/イ"] == ["第三条第一項第二号イ"]
    assert owners["boundary:設備の規模/20台"] == ["第三条第一項第二号イ"]
    assert owners["live_part:注意設備/一"] == ["第三条第一項第一号"]
    assert owners["satisfiable:注意設備"] == ["第三条第一項"]
    whole = [
        "第三条第一項",
        "第三条第一項第一号",
        "第三条第一項第二号",
        "第三条第一項第二号イ",
        "第三条第一項第二号ロ",
    ]
    assert owners["print:ordinance/第三条第一項/設備区分「注意設備」"] == whole


@pytest.mark.parametrize("layout", Layout)
def test_the_trace_has_the_form_that_is_published(layout: Layout) -> None:
    shipped = (files("regcheck.documents.tracing") / "trace-1.schema.json").read_text(encoding="utf-8")
    assert (Path(__file__).parents[3] / "docs" / "trace-1.schema.json").read_text(encoding="utf-8") == shipped
    trace = json.loads(_files(layout)["ordinance.draft.trace.json"])
    Draft202012Validator(json.loads(shipped)).validate(trace)


def test_the_trace_names_the_bytes_that_it_is_of() -> None:
    trace = json.loads(_files()["ordinance.draft.trace.json"])
    assert trace["document"] == "ordinance.draft.xml"
    assert trace["sha256"] == sha256(_files()["ordinance.draft.xml"]).hexdigest()


# ------------------------------------------------------------ the page


class _Page(HTMLParser):
    """The anchors of a page and where its links lead, by class."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        if name := held.get("id"):
            self.anchors.add(name)
        if tag == "a" and (href := held.get("href")):
            self.links.append((held.get("class") or "", unquote(href)))


def _page(name: str, layout: Layout) -> _Page:
    page = _Page()
    page.feed(_files(layout)[name].decode())
    return page


@pytest.mark.parametrize("layout", Layout)
def test_every_link_beside_a_provision_leads_somewhere(layout: Layout) -> None:
    links = _page("ordinance.html", layout).links
    assert {kind for kind, _ in links} == {"spec", "proof", "case"}
    anchors = {f"index.html#{name}" for name in _page("index.html", layout).anchors}
    assert {href for _, href in links} <= anchors


@pytest.mark.parametrize(
    ("provision", "cases"),
    [
        ("第一条第二項第一号", ["9台は非該当、10台は該当、11台は該当"]),
        ("第二条第二項第一号", ["9台は非該当、10台は該当、11台は該当"]),
        ("第二条第二項第二号", []),
        ("第二条第二項", []),
        ("第三条第一項第二号イ", ["19台は非該当、20台は該当、21台は該当"]),
    ],
)
def test_the_cases_at_a_limit_stand_beside_the_words_that_set_it(provision: str, cases: list[str]) -> None:
    page = _files()["ordinance.html"].decode()
    beside = re.search(rf'id="{provision}".*?<aside>(.*?)</aside>', page, re.DOTALL)
    assert beside is not None
    assert re.findall("限度の境　規模 (.*?)</a>", beside[1]) == cases


def test_the_notes_of_the_rows_of_an_annex_stand_at_its_title() -> None:
    page = _files(Layout.ANNEX)["ordinance.html"].decode()
    beside = re.search('id="別表".*?<aside>(.*?)</aside>', page, re.DOTALL)
    assert beside is not None
    assert "9台は非該当、10台は該当、11台は該当" in beside[1]
    assert "1台は該当、2台は非該当、3台は非該当" in beside[1]


# ------------------------------------------------------------ what is refused


def test_a_sign_that_the_font_has_not_is_named_and_nothing_is_made() -> None:
    outline = replace(_outline(), title="見本に関する省令\U0001f3e5")
    given, prover = Given(report=_report(), outline=outline), Z3Prover(_report().specification)
    made = build_documents(given, prover, Asked(draft=True))
    assert (made.files, made.is_mistake) == ({}, False)
    assert {one.code.id for one in made.diagnostics} == {"RC855"}
    assert all("U+1F3E5" in one.payload.ja().headline for one in made.diagnostics)
    formats = tuple(format for format in Format if format is not Format.PDF)
    assert (
        "ordinance.docx"
        in build_documents(given, prover, Asked(draft=True, wanted=Wanted(formats=formats))).files
    )
