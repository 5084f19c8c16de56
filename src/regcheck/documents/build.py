"""Documents of a report: the page to read first.

Owns: the order of the steps, and what refuses documents.
Refuses to know: any one of the steps; files on disk, clocks.

    report → words → proof that they say the same → material → plan of pages, lists ┐
           ↘ outline → ordinance → the same proof from its own words → plan of its files ┴→ those that are wanted, manifest
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from regcheck.analysis.report import Entry, Report
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.drawn import Drawn
from regcheck.documents.instrument.emit import Format
from regcheck.documents.instrument.fonts import has_support
from regcheck.documents.manifest import NAME, manifest
from regcheck.documents.material import Material
from regcheck.documents.ordinance.build import Ordinance, build_ordinance
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.documents.planning.beside import plan_beside
from regcheck.documents.planning.lists import plan_lists
from regcheck.documents.planning.ordinance import plan_ordinance
from regcheck.documents.planning.pages import plan_pages
from regcheck.documents.planning.plan import Plan, chosen, make, unknown_names
from regcheck.documents.planning.provisions import plan_provisions
from regcheck.documents.planning.wanted import Wanted
from regcheck.documents.print_proofs.conditions import prove_print
from regcheck.documents.print_proofs.periods import prove_timelines
from regcheck.documents.printed import Printed, print_specification
from regcheck.documents.verdicts import ledger_of
from regcheck.frozen import Frozen, field, replace
from regcheck.model.specification import Specification
from regcheck.proof.question import Prover
from regcheck.registry.table import BoundTable

if TYPE_CHECKING:
    from regcheck.analysis.ledger_file import Recorder

Record = Callable[[Sequence[Entry]], bytes]
"""Makes the ledger as a file, with the proofs of what is printed."""


class Documents(Frozen):
    """Files by name, relative to their folder; none where there are diagnostics."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    is_mistake: bool = False
    """Whether what was asked for is wrong, and not the specification."""
    remarks: tuple[Diagnostic, ...] = ()
    """What a drafter should look at; it refuses nothing."""


class Given(Frozen):
    """What documents are made of."""

    report: Report
    facts: Mapping[str, BoundTable] = field(default_factory=dict)
    inputs: Mapping[str, bytes] | None = None
    """The bytes that were checked, for their hashes; without them the texts of the report stand in."""
    record: Record | None = None
    """It stands beside the documents, which name its hash."""
    recorder: Recorder | None = None
    """What a proof of printed words is written down with."""
    provers: Callable[[Specification], Prover] | None = None
    """For what the law was at another time; without it the one prover is asked of everything."""
    timelines: tuple[Drawn, ...] = ()
    """The plans of the 手続 with their figures."""
    outline: Outline | None = None
    """The ordinance that is composed of the specification."""


class Asked(Frozen):
    """Which documents, and how strict their maker is."""

    wanted: Wanted = Wanted()
    only: tuple[str, ...] = ()
    """Names; () for all that are wanted."""
    draft: bool = False
    """Of a report that is not green; that the words say the same is proved of it all the same."""
    final: bool = False
    """Nothing may be 未確定."""


_EVERYTHING = Asked()


def build_documents(given: Given, prover: Prover, asked: Asked = _EVERYTHING) -> Documents:
    """The documents of a report, or why there are none."""
    if refused := _refused(given, asked):
        return refused
    words = _words(given, prover, asked)
    if words.diagnostics:
        return Documents(diagnostics=words.diagnostics)
    given = replace(given, report=replace(given.report, printed=words.entries))
    made = _made(_plan(given, words, asked), asked.only)
    if made.diagnostics:
        return made
    report = given.report
    read = given.inputs if given.inputs is not None else _texts(report)
    proved = len(words.entries)
    listed = manifest(report, words.printed, read, made.files, draft=asked.draft, proved=proved)
    return replace(made, files={**made.files, NAME: listed}, remarks=words.ordinance.remarks)


class _Words(Frozen):
    """Everything that is printed as law, and the proofs that it says the same."""

    printed: Printed
    ordinance: Ordinance = Ordinance()
    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def _words(given: Given, prover: Prover, asked: Asked) -> _Words:
    spec = given.report.specification
    printed = print_specification(spec)
    proof = prove_print(spec, printed, prover, given.recorder)
    plans = prove_timelines(given.timelines, given.provers or (lambda _: prover), given.recorder)
    if told := (*printed.diagnostics, *proof.diagnostics, *plans.diagnostics):
        return _Words(printed=printed, diagnostics=told)
    ordinance = _ordinance(given, prover, asked)
    return _Words(
        printed=printed,
        ordinance=ordinance,
        entries=(*proof.entries, *plans.entries, *ordinance.entries),
        diagnostics=ordinance.diagnostics,
    )


def _refused(given: Given, asked: Asked) -> Documents | None:
    """What stands against documents before anything is printed."""
    report, outline, names = given.report, given.outline, asked.wanted.instruments
    if not asked.draft and not report.is_green:
        return Documents(diagnostics=(_not_green(report),))
    if outline is None or not names or set(names) & {*_names(given, outline)}:
        return None
    payload = codes.generating.UnknownInstrument(names=names, known=_names(given, outline))
    return _mistake(Diagnostic(payload=payload, anchor="generate.instruments"))


def _names(given: Given, outline: Outline) -> tuple[str, ...]:
    """What the 法令 of an outline is called."""
    instruments = given.report.specification.instruments.values()
    return tuple(one.header.name for one in instruments if one.title == outline.title) or (outline.title,)


def _mistake(*diagnostics: Diagnostic) -> Documents:
    return Documents(diagnostics=diagnostics, is_mistake=True)


def _ordinance(given: Given, prover: Prover, asked: Asked) -> Ordinance:
    if given.outline is None:
        return Ordinance()
    return build_ordinance(
        given.report.specification, given.outline, prover, final=asked.final, recorder=given.recorder
    )


def _plan(given: Given, words: _Words, asked: Asked) -> Plan:
    """Every document that is wanted."""
    record = given.record(words.entries) if given.record is not None else None
    material = Material(
        report=given.report,
        facts=given.facts,
        printed=words.printed,
        ledger=ledger_of(given.report, record),
        timelines=given.timelines,
        texts=_texts_of(given.outline),
    )
    others = {
        **plan_ordinance(words.ordinance, material, asked.wanted, asked.draft),
        **(plan_provisions(material, asked.wanted, asked.draft) if words.ordinance.law is None else {}),
        **plan_beside(words.ordinance, asked.wanted, asked.draft),
        **plan_lists(material, asked.wanted, asked.draft),
    }
    return plan_pages(material, asked.draft, record, others)


def _made(plan: Plan, only: Sequence[str]) -> Documents:
    """The documents of a plan; nothing is made where a name is unknown, or a PDF cannot be made here."""
    if unknown := unknown_names(plan, only):
        return _mistake(*unknown)
    wanted = chosen(plan, only)
    pdfs = tuple(sorted(name for name in wanted if name.endswith(f".{Format.PDF}")))
    if pdfs and not has_support():
        payload = codes.instruments.PdfSupportMissing(files=pdfs)
        return _mistake(Diagnostic(payload=payload, anchor="generate"))
    made = make(wanted)
    return Documents(files={} if made.diagnostics else made.files, diagnostics=made.diagnostics)


def _not_green(report: Report) -> Diagnostic:
    open_entries = [e for e in report.entries if not e.verdict.is_green]
    unproved = [e for e in open_entries if not (e.diagnostic and report.is_known(e.diagnostic))]
    payload = codes.files.NotGreen(findings=len(report.open_findings), unproved=len(unproved))
    return Diagnostic(payload=payload, anchor="generate")


def _texts(report: Report) -> dict[str, bytes]:
    return {name: source.text.encode() for name, source in report.sources.items()}


def _texts_of(outline: Outline | None) -> tuple[str, ...]:
    """The files of an outline: itself, then the texts of its articles in their order."""
    if outline is None:
        return ()
    plans = (*outline.articles, *outline.supplement)
    return (outline.file, *(outline.names[plan.id] for plan in plans))
