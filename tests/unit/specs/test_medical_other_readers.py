"""Protects: what a ministry is handed of the medical draft is what readers that are not ours take it for: a second schema
engine, another parser of law XML, a checker of docx, a reader of PDF."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from io import BytesIO
from pathlib import Path

import docx_integrity
import pikepdf
import pytest
import xmlschema
from ja_law_parser.model import Article
from ja_law_parser.parser import LawParser
from tests.unit.documents.instrument.words_in import in_docx, in_html, in_lawtext, in_xml
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.cited.citations import citations
from regcheck.documents.cited.flow import cited_flow
from regcheck.documents.instrument.emit import Beside, Format, emit, emit_flow
from regcheck.documents.instrument.flow import Flow
from regcheck.documents.instrument.profile import PLAIN, PROFILES
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.forms.pages import form_files
from regcheck.documents.ordinance.outline.plans import Layout
from regcheck.documents.summary.compose import Summary, compose_summary
from regcheck.documents.summary.flow import summary_flow
from regcheck.frozen import replace
from regcheck.law import tree
from regcheck.law.places import Places
from regcheck.law.schema import SCHEMA
from regcheck.law.tree import Law


@cache
def composed(layout: Layout = Layout.ITEMS) -> Composed:
    return compose_ordinance(specification(), replace(outline(), layout=layout))


def law(layout: Layout = Layout.ITEMS) -> Law:
    made = composed(layout).law
    assert made is not None, [one.payload.ja().headline for one in composed(layout).diagnostics]
    return made


def printed(format: Format, profile: str = PLAIN.name, layout: Layout = Layout.ITEMS) -> bytes:
    whole = law(layout)
    return emit(whole, format, PROFILES[profile], Beside(forms=composed(layout).forms.by_file))


@pytest.mark.parametrize("layout", Layout)
def test_a_second_engine_finds_the_xml_valid(layout: Layout) -> None:
    schema = xmlschema.XMLSchema10((files("regcheck.law") / SCHEMA).read_text(encoding="utf-8"))
    assert [str(error) for error in schema.iter_errors(printed(Format.XML, layout=layout).decode())] == []


def test_another_reader_finds_the_same_articles_in_the_same_words() -> None:
    body = LawParser().parse_from(printed(Format.XML)).law_body
    assert body.law_title is not None
    assert body.law_title.text == outline().title
    theirs = body.main_provision.articles or ()
    ours = [one for one in law().main.children if isinstance(one, tree.Article)]
    assert len(theirs) == 26
    assert [_theirs(one) for one in theirs] == [_ours(one) for one in ours]
    assert len(body.suppl_provisions or ()) == 1
    assert len(body.appdx_styles or ()) == len(law().appendices)


def _theirs(article: Article) -> tuple[str, str, list[str]]:
    caption = article.article_caption.text if article.article_caption else ""
    said = [
        "".join(sentence.text or "" for sentence in paragraph.paragraph_sentence.sentences)
        for paragraph in article.paragraphs
    ]
    return article.article_title.text or "", caption or "", said


def _ours(article: tree.Article) -> tuple[str, str, list[str]]:
    said = ["".join(one.text for one in paragraph.sentences) for paragraph in article.paragraphs]
    return article.title.text, article.caption.text, said


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_wrong_with_the_docx(profile: str, tmp_path: Path) -> None:
    file = tmp_path / "ordinance.docx"
    file.write_bytes(printed(Format.DOCX, profile))
    assert not list(docx_integrity.check(str(file)))


@pytest.mark.parametrize("layout", Layout)
def test_every_format_has_the_same_words(layout: Layout) -> None:
    xml = in_xml(printed(Format.XML, layout=layout))
    assert len(xml) > 8_000
    assert in_lawtext(printed(Format.LAWTEXT, layout=layout)) == xml
    for profile in PROFILES:
        assert in_docx(printed(Format.DOCX, profile, layout)) == xml
        assert in_html(printed(Format.HTML, profile, layout)) == xml


def beside() -> dict[str, Flow]:
    """The documents that go with the ordinance, by name: 様式, 参照条文 and 要綱."""
    made = composed()
    cited = citations(made.mentions, specification().instruments, outline().stored, Places.of(law()))
    assert made.drafted is not None
    assert made.numbering is not None
    summary = compose_summary(specification(), outline(), made.drafted, made.numbering)
    assert isinstance(summary, Summary)
    forms = dict(form_files(law(), made.forms.by_file))
    return {**forms, "cited": cited_flow(law().name, cited), "summary": summary_flow(summary)}


def test_nothing_is_wrong_with_what_goes_with_it(tmp_path: Path) -> None:
    made = beside()
    assert len(made) == 14
    for name, flow in made.items():
        file = tmp_path / f"{name}.docx"
        file.write_bytes(emit_flow(flow, Format.DOCX))
        assert not list(docx_integrity.check(str(file))), name


@pytest.mark.parametrize("name", ["04-1", "11", "cited", "summary"])
def test_their_pdf_carries_its_fonts_and_no_time(name: str) -> None:
    with pikepdf.open(BytesIO(emit_flow(beside()[name], Format.PDF))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)
        fonts = [font for page in pdf.pages for font in _fonts(page)]
        assert fonts
        assert all(_is_embedded(font) for font in fonts)


def test_the_pdf_is_tagged_titled_and_carries_its_fonts() -> None:
    with pikepdf.open(BytesIO(printed(Format.PDF))) as pdf:
        assert len(pdf.pages) > 10
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("ja")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert b"Date" not in pdf.Root.Metadata.read_bytes()
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)
        assert f">{outline().title}<".encode() in pdf.Root.Metadata.read_bytes()
        fonts = [font for page in pdf.pages for font in _fonts(page)]
        assert fonts
        assert all(_is_embedded(font) for font in fonts)


def _fonts(page: pikepdf.Page) -> list[pikepdf.Object]:
    held = page.resources.get("/Font", pikepdf.Dictionary())
    return [held[name] for name in held.keys()]  # noqa: SIM118 -- a pikepdf dictionary yields its values otherwise


def _is_embedded(font: pikepdf.Object) -> bool:
    (inner,) = font.DescendantFonts if "/DescendantFonts" in font else (font,)
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.FontDescriptor.keys()))
