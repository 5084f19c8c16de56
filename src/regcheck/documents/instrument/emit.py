"""The one entry: a law, or a document that is none, in a format.

Owns: which format is made by what, and what is refused before anything is made.
Refuses to know: files, clocks, how any format works.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import assert_never

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.diagnostics.refused import RefusedError
from regcheck.documents.instrument.flow import Flow
from regcheck.documents.instrument.form import Form, repeated_fields
from regcheck.documents.instrument.from_law import flow_of
from regcheck.documents.instrument.notes import Note
from regcheck.documents.instrument.profile import PLAIN, Direction, Profile
from regcheck.frozen import Frozen, field
from regcheck.law.address import Address
from regcheck.law.tree import Law

DRAFT = "未検証"
Notes = Mapping[Address, tuple[Note, ...]]
"""What stands beside each provision, on the HTML page."""
_NO_NOTES: Notes = MappingProxyType({})


class Format(StrEnum):
    """What a law is written as; the value is the end of the name of its file."""

    XML = "xml"
    LAWTEXT = "law.txt"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"


class Beside(Frozen):
    """What is printed with the law and is no part of its text."""

    forms: Mapping[str, Form] = field(default_factory=dict)
    """様式 by the names that the XML has for their files."""
    notes: Notes = field(default_factory=dict)
    is_draft: bool = False
    """Every page says that nothing is proved."""


def emit(law: Law, format: Format, profile: Profile = PLAIN, beside: Beside | None = None) -> bytes:
    """The law as a file. Raises RefusedError for what Lawtext would lose (RC734), a sign that the font of the PDF does
    not have (RC855), a form with a field twice (RC856), a PDF where the packages for it are not installed (RC857)."""
    given = beside or Beside()
    if format is Format.XML:
        from regcheck.law.to_xml import to_xml

        return to_xml(law).encode()
    if format is Format.LAWTEXT:
        from regcheck.law.lawtext_loss import lawtext_of

        return lawtext_of(law).encode()
    _refuse_forms(given.forms)
    draft = DRAFT if given.is_draft else ""
    return emit_flow(flow_of(law, given.forms), format, profile, given.notes, draft)


def emit_flow(
    flow: Flow, format: Format, profile: Profile = PLAIN, notes: Notes = _NO_NOTES, draft: str = ""
) -> bytes:
    """A laid out document as docx, HTML or PDF; `draft` stands on every page. Raises RefusedError for a sign that the
    font of the PDF does not have (RC855), a PDF where the packages for it are not installed (RC857)."""
    match format:
        case Format.DOCX:
            from regcheck.documents.instrument.docx.package import to_docx

            return to_docx(flow, profile, draft)
        case Format.HTML:
            from regcheck.documents.instrument.html import to_html

            return to_html(flow, profile, notes, draft)
        case Format.PDF:
            from regcheck.documents.instrument.pdf import to_pdf

            _refuse_signs(flow)
            return to_pdf(flow, PLAIN if profile.direction is Direction.VERTICAL else profile, draft)
        case Format.XML | Format.LAWTEXT:
            raise AssertionError(format)  # the form of a law, not of pages
        case _:
            assert_never(format)


def _refuse_forms(forms: Mapping[str, Form]) -> None:
    for name, form in sorted(forms.items()):
        for twice in repeated_fields(form):
            _refuse(
                codes.instruments.RepeatedField(form=form.title, field=twice.label, group=twice.group), name
            )


def _refuse_signs(flow: Flow) -> None:
    from regcheck.documents.instrument.fonts import FAMILY, has_support, missing_signs

    if not has_support():
        _refuse(codes.instruments.PdfSupportMissing(), flow.title)
    if missing := missing_signs(flow):
        named = tuple((one.sign, one.code_point, one.place) for one in missing)
        _refuse(codes.instruments.SignWithoutShape(signs=named, font=FAMILY), flow.title)


def _refuse(payload: Payload, anchor: str) -> None:
    raise RefusedError(Diagnostic(payload=payload, anchor=anchor))
