"""区分表, 性質, 確認, 前提, 裁量 and 未確定: what stands around the rules.

Owns: these sections.
Refuses to know: articles' margins, formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from regcheck.analysis.report import Entry
from regcheck.documents.material import (
    Material,
    citation_words,
    item_anchor,
    place_order,
    place_words,
)
from regcheck.documents.model import Article, Block, Cell, Heading, Link, Note, Section, Table, plain
from regcheck.documents.printed import is_own
from regcheck.documents.sections.articles import article_of
from regcheck.documents.sections.rules import other_terms
from regcheck.documents.to_statutory import TableWords
from regcheck.documents.verdicts import worst_word
from regcheck.model.provisions import item_title
from regcheck.model.specification import DecisionTable, Header

_HEADER_WORDS = ("条項", "出典", "備考", "施行", "失効")


# ---------------------------------------------------------------- 区分表


def table_section(material: Material) -> Section | None:
    """The 区分表, and the 定義 of which only they make use."""
    own = [t for t in material.spec.tables.values() if is_own(material.spec, t.header)]
    tables = sorted(own, key=lambda table: place_order(table.header))
    words = material.printed.tables
    blocks: list[Block] = list(other_terms(material))
    for table in tables:
        if table.header.name in words:
            blocks += _decision_table(material, table, words[table.header.name])
    return Section(anchor="tables", title="区分表", blocks=tuple(blocks)) if blocks else None


def _decision_table(material: Material, table: DecisionTable, words: TableWords) -> Iterator[Block]:
    header = table.header
    yield article_of(material, header, words.lead)
    place = place_words(header)
    yield Table(
        anchor=f"{item_anchor(header)}-table",
        caption=f"{header.name}（{place}関係）" if place else header.name,
        headings=(*words.headings, *words.outputs),
        rows=tuple(tuple(plain(cell) for cell in row) for row in words.rows),
        note=_promise(table),
    )


def _promise(table: DecisionTable) -> str:
    return "どの場合も、いずれかの行に当たる（漏れがないことを証明した）。" if table.complete else ""


# ---------------------------------------------------------------- 性質 and 確認


def property_section(material: Material) -> Section | None:
    """What drafters want of the rules, and what came of it."""
    own = [p for p in material.spec.properties.values() if is_own(material.spec, p.header)]
    if not own:
        return None
    table = Table(
        anchor="properties-table",
        caption="望まれる性質と検証の結果",
        headings=("性質", "内容", "結果", "証明が拠るもの", "出典及び備考"),
        rows=tuple(_property_row(material, p.header) for p in own),
    )
    return Section(anchor="properties", title="性質", blocks=(table,))


def _property_row(material: Material, header: Header) -> tuple[Cell, ...]:
    entries = material.ledger.of_item(header)
    rests = dict.fromkeys(name for e in entries for name in e.rests_on if name != item_title(header))
    return (
        _named(material, header),
        plain(*_body(material, header)),
        Cell(lines=_verdict(material, entries), short=True),
        plain("、".join(rests) or "―"),
        plain(*_notes(header)),
    )


def figure_section(material: Material) -> Section | None:
    """Figures of materials, held against the fact tables."""
    own = [c for c in material.spec.figure_checks.values() if is_own(material.spec, c.header)]
    if not own:
        return None
    rows = tuple(row for check in own for row in _figure_rows(material, check.header))
    table = Table(
        anchor="figures-table",
        caption="資料の数字の確認",
        headings=("確認", "内容", "結果", "出典及び備考"),
        rows=rows,
        note="承知済みは、資料の中で食い違うことが分かっている数字。理由は「承知済みの指摘」にある。",
    )
    return Section(anchor="figures", title="数字の確認", blocks=(table,))


def _figure_rows(material: Material, header: Header) -> Iterator[tuple[Cell, ...]]:
    """A row for each claim, in the words of the specification; the name spans them."""
    entries = [e for e in material.ledger.of_item(header) if e.span is not None]
    for position, entry in enumerate(entries):
        assert entry.span is not None
        claim = plain(*(line.strip() for line in material.words_of(entry.span)))
        verdict = Cell(lines=_verdict(material, (entry,)), short=True)
        if position:
            yield claim, verdict
            continue
        notes = Cell(lines=tuple(Link(text=note) for note in _notes(header)), rows=len(entries))
        name = _named(material, header)
        yield Cell(lines=name.lines, rows=len(entries), heads=True), claim, verdict, notes


# ---------------------------------------------------------------- 前提, 裁量, 未確定


def background_section(material: Material) -> Section | None:
    """What the proofs assume, what an authority decides, and what is not settled."""
    blocks = (*_assumptions(material), *_discretions(material), *_placeholders(material))
    return Section(anchor="background", title="前提、裁量及び未確定", blocks=blocks) if blocks else None


def _assumptions(material: Material) -> Iterator[Block]:
    articles: list[Article] = [
        article_of(material, a.header, material.printed.assumptions[a.header.name])
        for a in material.spec.assumptions.values()
        if a.header.name in material.printed.assumptions and not a.carried
    ]
    if articles:
        yield Heading(text="前提", anchor="background-assumptions")
        yield Note(lines=("証明が用いてよい事実。用いた証明は、検証の記録にその名を挙げる。",))
        yield from articles


def _discretions(material: Material) -> Iterator[Block]:
    own = [d for d in material.spec.discretions.values() if is_own(material.spec, d.header)]
    if own:
        yield Table(
            anchor="background-discretions",
            caption="裁量",
            headings=("裁量", "判断者", "対象", "出典及び備考"),
            rows=tuple(
                (_named(material, d.header), plain(d.authority), plain(d.subject), plain(*_notes(d.header)))
                for d in own
            ),
            note="証明は、認める場合と認めない場合の両方について行う。",
        )


def _placeholders(material: Material) -> Iterator[Block]:
    own = [p for p in material.spec.placeholders.values() if _is_own_file(material, p.span.file)]
    if own:
        yield Table(
            anchor="background-placeholders",
            caption="未確定の事項",
            headings=("事項", "備考"),
            rows=tuple((Cell(lines=(Link(text=p.name),), heads=True), plain(*p.remarks)) for p in own),
            note="条文では〇と印刷する。",
        )


def _is_own_file(material: Material, file: str) -> bool:
    return not material.spec.own or file in material.spec.own


# ---------------------------------------------------------------- cells


def _named(material: Material, header: Header) -> Cell:
    target = material.source_link(header.span).target
    return Cell(lines=(Link(text=header.name, target=target),), heads=True)


def _body(material: Material, header: Header) -> Iterable[str]:
    """The lines of an item below its headline, without those of its header."""
    lines = [line.strip() for line in material.words_of(header.span)[1:]]
    return [line for line in lines if line and not line.startswith(_HEADER_WORDS)]


def _notes(header: Header) -> tuple[str, ...]:
    return (*(citation_words(citation) for citation in header.sources), *header.remarks)


def _verdict(material: Material, entries: Sequence[Entry]) -> tuple[Link, ...]:
    target = material.ledger.anchor(entries[0]) if entries else ""
    return (Link(text=worst_word(material.ledger, entries), target=target),)
