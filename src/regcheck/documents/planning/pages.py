"""The page to review, its sections as Markdown, the figures beside them.

Owns: which sections there are, in which order.
Refuses to know: any one of them, templates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from regcheck.documents.drawn import Drawn
from regcheck.documents.emit_html import emit_html
from regcheck.documents.emit_markdown import emit_file, file_names
from regcheck.documents.material import Material
from regcheck.documents.model import Document, Section
from regcheck.documents.planning.plan import Maker, Plan
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

PAGE = "index.html"


def plan_pages(material: Material, draft: bool, record: bytes | None) -> Plan:
    """The page, Markdown, figures, and the ledger as a file where there is one."""
    document = compose(material, draft)
    return {
        PAGE: partial(_page, document),
        **{name: partial(_markdown, document, name) for name in file_names(document)},
        **{drawn.file_name: partial(_figure, drawn) for drawn in material.timelines},
        **_record(record),
    }


def _page(document: Document) -> bytes:
    return emit_html(document).encode()


def _markdown(document: Document, name: str) -> bytes:
    return emit_file(document, name).encode()


def _figure(drawn: Drawn) -> bytes:
    return drawn.file.encode()


def _record(record: bytes | None) -> Mapping[str, Maker]:
    return {} if record is None else {RECORD: lambda: record}


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
