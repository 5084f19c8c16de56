"""条項, 出典 and 検証, side by side; the whole ledger; known findings; the specification itself.

Owns: these sections.
Refuses to know: rules, formats.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.analysis.report import Entry
from regcheck.calendar.dates import date_in_japanese, weekday
from regcheck.diagnostics.diagnostic import Diagnostic, Step
from regcheck.documents.material import (
    Material,
    citation_words,
    item_anchor,
    line_anchor,
    place_order,
    place_words,
)
from regcheck.documents.model import Block, Cell, Link, Listing, Note, Section, Table, plain
from regcheck.documents.printed import is_own
from regcheck.documents.verdicts import RECORD, family_word
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header

_READ_BACK = "基準、区分、段階、区分表、期間及び期限は、印刷した言葉だけを、作り方を知らない読み手が読み戻し、仕様と同じことを証明した。"
_OWN_WORDS = "手続を定める文は起案者の言葉であり、証明していない。その引用は、全て辿って確かめた。"


def traceability_section(material: Material) -> Section:
    """Every item with where it stands, where it comes from, and what was proved of it."""
    headers = sorted(_headers(material), key=place_order)
    table = Table(
        anchor="traceability-table",
        caption="条項、出典及び検証の対照",
        headings=("条項", "項目", "出典", "仕様", "検証"),
        rows=tuple(_trace_row(material, header) for header in headers),
    )
    return Section(anchor="traceability", title="出典と検証の対照", blocks=(table,))


def _headers(material: Material) -> Iterator[Header]:
    """The own items that owe proofs or stand for a source."""
    spec = material.spec
    kinds = (
        spec.predicates,
        spec.overrides,
        spec.tables,
        spec.plans,
        spec.delegations,
        spec.assumptions,
        spec.discretions,
        spec.properties,
        spec.fact_tables,
        spec.figure_checks,
        spec.subjects,
        spec.enumerations,
    )
    for items in kinds:
        yield from dict.fromkeys(item.header for item in items.values() if is_own(spec, item.header))


def _trace_row(material: Material, header: Header) -> tuple[Cell, ...]:
    entries = material.ledger.of_item(header)
    printed = material.printed
    shown = {*printed.predicates, *printed.plans, *printed.assumptions, *printed.tables}
    target = item_anchor(header) if header.name in shown else ""
    return (
        Cell(lines=(Link(text=place_words(header) or "―"),), short=True),
        Cell(lines=(Link(text=item_title(header), target=target),), heads=True),
        plain(*([citation_words(c) for c in header.sources] or ["―"])),
        Cell(lines=(material.source_link(header.span),), short=True),
        Cell(lines=material.ledger.links(entries) or (Link(text="―"),), short=True),
    )


def ledger_section(material: Material) -> Section:
    """Every obligation with its verdict and what it rests on; then the proofs of what is printed."""
    table = Table(
        anchor="ledger-table",
        caption="検証の記録",
        headings=("番号", "種類", "条項", "結果", "拠るもの"),
        rows=tuple(_entry_row(material, entry) for entry in material.report.entries),
    )
    digest = material.ledger.record
    note = Note(lines=(f"問いの指紋、手数及び例は {RECORD}（{digest}）にある。",))
    blocks = (*([note] if digest else []), table, *_printed_blocks(material))
    return Section(anchor="ledger", title="検証の記録", blocks=blocks)


def _entry_row(material: Material, entry: Entry) -> tuple[Cell, ...]:
    return (
        Cell(lines=(Link(text=entry.id),), heads=True, anchor=material.ledger.anchor(entry)),
        plain(family_word(entry.family)),
        plain("、".join(entry.provisions)),
        plain(material.ledger.word(entry), *([entry.note] if entry.note else [])),
        plain("、".join(entry.rests_on) or "―"),
    )


def _printed_blocks(material: Material) -> Iterator[Block]:
    """That the printed words say the same; nothing where none are printed."""
    entries = material.report.printed
    if not entries:
        return
    yield Note(lines=(_READ_BACK, _OWN_WORDS))
    yield Table(
        anchor="printed-table",
        caption="印刷した言葉の証明",
        headings=("番号", "条項", "結果"),
        rows=tuple(_printed_row(material, entry) for entry in entries),
    )


def _printed_row(material: Material, entry: Entry) -> tuple[Cell, ...]:
    return (
        Cell(lines=(Link(text=entry.id),), heads=True, anchor=material.ledger.anchor(entry)),
        plain("、".join(entry.provisions)),
        Cell(lines=(Link(text=material.ledger.word(entry)),), short=True),
    )


def known_section(material: Material) -> Section | None:
    """Findings that the baseline accepts, with the reason; None if there are none."""
    known = [d for d in material.report.diagnostics if material.report.is_known(d)]
    if not known:
        return None
    table = Table(
        anchor="known-table",
        caption="承知済みの指摘",
        headings=("指摘", "内容", "場所", "承知する理由"),
        rows=tuple(_known_row(material, diagnostic) for diagnostic in known),
    )
    runs = (_run_table(number, d) for number, d in enumerate(known, 1) if d.evidence and d.evidence.run)
    return Section(anchor="known", title="承知済みの指摘", blocks=(table, *runs))


def _run_table(number: int, diagnostic: Diagnostic) -> Table:
    """The run of a 手続 that a finding shows, day by day."""
    assert diagnostic.evidence is not None
    absent = "、".join(diagnostic.evidence.absent)
    return Table(
        anchor=f"known-run-{number}",
        caption=f"経過：{diagnostic.payload.ja().headline}",
        headings=("日付", "日数", "事象・期限", "だれが", "条項"),
        rows=tuple(_step_row(step) for step in diagnostic.evidence.run),
        note=f"起こらない事象：{absent}" if absent else "",
    )


def _step_row(step: Step) -> tuple[Cell, ...]:
    return (
        plain(f"{date_in_japanese(step.day)}（{weekday(step.day)}）", step.day.isoformat()),
        plain(*([f"{period}{number}日目" for period, number in step.counts] or ["―"])),
        Cell(lines=(Link(text=step.what),), heads=True),
        plain(step.who or "―"),
        plain("、".join(step.provisions) or "―"),
    )


def _known_row(material: Material, diagnostic: Diagnostic) -> tuple[Cell, ...]:
    places = [material.source_link(a.span) for a in diagnostic.annotations]
    return (
        Cell(lines=(Link(text=f"{diagnostic.code.id} {diagnostic.anchor}"),), heads=True),
        plain(diagnostic.payload.ja().headline),
        Cell(lines=tuple(place for place in places if place.text), short=True),
        plain(material.report.known[diagnostic.fingerprint].reason),
    )


def specification_section(material: Material) -> Section:
    """The files that drafters edit, line by line, so that every 号 can point at its words: the specification, then the
    texts of the ordinance."""
    blocks: list[Block] = [
        Note(lines=("条文は、この仕様から作り、同じ意味であることを証明したものである。",))
    ]
    for name in (*sorted(material.spec.own), *material.texts):
        source = material.report.sources.get(name)
        if source is None:
            continue
        numbers = range(1, len(source.line_starts) + 1)
        lines = tuple((n, line_anchor(name, n), source.line(n)) for n in numbers)
        blocks.append(Listing(caption=name, anchor=line_anchor(name, 0), lines=lines))
    return Section(anchor="specification", title="仕様", blocks=tuple(blocks))
