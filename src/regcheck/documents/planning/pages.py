"""The page to review, its sections as Markdown, the figures beside them.

Owns: which sections there are, in which order.
Refuses to know: any one of them, templates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from regcheck.documents.drawn import Drawn
from regcheck.documents.emit_html import emit_html
from regcheck.documents.emit_markdown import emit_file, file_names
from regcheck.documents.material import Material
from regcheck.documents.model import Document, Section
from regcheck.documents.planning.contents import contents_of
from regcheck.documents.planning.plan import Plan, Planned
from regcheck.documents.sections.background import (
    background_section,
    figure_section,
    property_section,
    table_section,
)
from regcheck.documents.sections.limits import limit_section
from regcheck.documents.sections.population import population_section
from regcheck.documents.sections.preface import own_instruments, preface_section
from regcheck.documents.sections.rules import rule_sections
from regcheck.documents.sections.stages import stage_section
from regcheck.documents.sections.timeline import timeline_section
from regcheck.documents.sections.traceability import (
    known_section,
    ledger_section,
    specification_section,
    traceability_section,
)
from regcheck.documents.verdicts import RECORD
from regcheck.frozen import replace

PAGE = "index.html"
_OF_PAGE = "仕様、条文及び検証の結果の一枚"
_OF_MARKDOWN = "この頁と同じ内容のMarkdown"
_OF_RECORD = "検証の記録（機械で読むもの）"


def plan_pages(material: Material, draft: bool, record: bytes | None, others: Plan) -> Plan:
    """The page, Markdown, figures, and the ledger as a file where there is one. The page and the index lead to all of
    them and to the others."""
    document = compose(material, draft)
    figures = {one.file_name: _planned_figure(one) for one in material.timelines}
    beside = {**others, **figures, **_record(record)}
    written = tuple(file_names(document))
    page = replace(document, files=contents_of({**beside, **_markdowns(document, written)}))
    index = replace(document, files=contents_of(beside))
    return {PAGE: Planned(partial(_page, page), _OF_PAGE), **_markdowns(index, written), **beside}


def _markdowns(document: Document, names: Iterable[str]) -> Plan:
    return {name: Planned(partial(_markdown, document, name), _OF_MARKDOWN) for name in names}


def _page(document: Document) -> bytes:
    return emit_html(document).encode()


def _markdown(document: Document, name: str) -> bytes:
    return emit_file(document, name).encode()


def _planned_figure(drawn: Drawn) -> Planned:
    return Planned(partial(_figure, drawn), f"手続「{drawn.plan.procedure}」の日程の図")


def _figure(drawn: Drawn) -> bytes:
    return drawn.file.encode()


def _record(record: bytes | None) -> Plan:
    return {} if record is None else {RECORD: Planned(lambda: record, _OF_RECORD)}


def compose(material: Material, draft: bool) -> Document:
    """The document of everything that is known."""
    instruments = own_instruments(material)
    return Document(
        title=instruments[0].header.name if instruments else "条文案",
        subtitle=instruments[0].title if instruments else "",
        draft=draft,
        sections=tuple(section for section in _sections(material, draft) if section is not None),
    )


def _sections(material: Material, draft: bool) -> Iterator[Section | None]:
    yield preface_section(material, draft)
    yield from rule_sections(material)
    yield stage_section(material)
    yield timeline_section(material.timelines)
    yield population_section(material)
    yield table_section(material)
    yield property_section(material)
    yield figure_section(material)
    yield background_section(material)
    yield limit_section(material)
    yield traceability_section(material)
    yield known_section(material)
    yield ledger_section(material)
    yield specification_section(material)
