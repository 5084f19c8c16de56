"""Documents of a report: the page to read first.

Owns: the order of the steps, and what refuses documents.
Refuses to know: any one of the steps; files on disk, clocks.

    report → words → proof that they say the same → document → Markdown, HTML, manifest
           ↘ outline → ordinance → the same proof from its own words → Lawtext, 法令標準XML
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.analysis.report import Report
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.drawn import Drawn
from regcheck.documents.emit_html import emit_html
from regcheck.documents.emit_markdown import emit_markdown
from regcheck.documents.manifest import NAME, manifest
from regcheck.documents.material import Material
from regcheck.documents.model import Document, Section
from regcheck.documents.ordinance.build import Ordinance, build_ordinance, ordinance_files
from regcheck.documents.ordinance.outline import Outline
from regcheck.documents.printed import print_specification
from regcheck.documents.prove_print import prove_print
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
from regcheck.documents.verdicts import RECORD, ledger_of
from regcheck.frozen import Frozen, field
from regcheck.proof.question import Prover
from regcheck.registry.table import BoundTable


class Documents(Frozen):
    """Files by name, relative to their folder; none where there are diagnostics."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def build_documents(
    report: Report,
    facts: Mapping[str, BoundTable],
    prover: Prover,
    draft: bool = False,
    inputs: Mapping[str, bytes] | None = None,
    record: bytes | None = None,
    timelines: tuple[Drawn, ...] = (),
    outline: Outline | None = None,
    *,
    final: bool = False,
) -> Documents:
    """The documents of a report, or why there are none.

    `inputs` are the bytes that were checked, for their hashes; without them the texts of the report stand in.
    `record` is the ledger as a file; it stands beside the documents, which name its hash. `timelines` are the plans of
    the 手続 with their figures.
    A draft is made of a report that is not green; that the words say the same is proved of it all the same.
    """
    if not draft and not report.is_green:
        return Documents(diagnostics=(_not_green(report),))
    printed = print_specification(report.specification)
    proof = prove_print(report.specification, printed, prover)
    told = (*printed.diagnostics, *proof.diagnostics)
    ordinance = (
        build_ordinance(report.specification, outline, prover, final=final)
        if outline is not None and not told
        else Ordinance()
    )
    told = (*told, *ordinance.diagnostics)
    if told:
        return Documents(diagnostics=told)
    ledger = ledger_of(report, record)
    material = Material(report=report, facts=facts, printed=printed, ledger=ledger, timelines=timelines)
    documents = dict(sorted((*_emit(material, draft, record), *_law(ordinance, draft))))
    read = inputs if inputs is not None else _texts(report)
    listed = manifest(report, printed, read, documents, draft=draft, proved=proof.proved + ordinance.proved)
    return Documents(files={**documents, NAME: listed})


def _not_green(report: Report) -> Diagnostic:
    open_entries = [e for e in report.entries if not e.verdict.is_green]
    unproved = [e for e in open_entries if not (e.diagnostic and report.is_known(e.diagnostic))]
    payload = codes.files.NotGreen(findings=len(report.open_findings), unproved=len(unproved))
    return Diagnostic(payload=payload, anchor="generate")


def _law(ordinance: Ordinance, draft: bool) -> Iterator[tuple[str, bytes]]:
    if ordinance.law is not None:
        yield from ordinance_files(ordinance.law, draft=draft).items()


def _texts(report: Report) -> dict[str, bytes]:
    return {name: source.text.encode() for name, source in report.sources.items()}


def _emit(material: Material, draft: bool, record: bytes | None) -> Iterator[tuple[str, bytes]]:
    document = compose(material, draft)
    for name, text in emit_markdown(document).items():
        yield name, text.encode()
    yield "index.html", emit_html(document).encode()
    yield from ((drawn.file_name, drawn.file.encode()) for drawn in material.timelines)
    if record is not None:
        yield RECORD, record


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
