"""Protects: a 新旧対照表 proves itself. With （略） filled from its version, each column is that version, word for word and
in its order; what is not underlined is the same on both sides; equal versions have nothing to show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import count

from hypothesis import given
from lxml import etree
from tests.property.effort import examples
from tests.property.strategies_amended import versions
from tests.property.strategies_law import laws
from tests.unit.documents.instrument.words_in import in_docx, in_html, in_xml

from regcheck.documents.comparison import STYLES, amending_law, comparison_flow
from regcheck.documents.comparison.styles import HOUSHIKI, MHLW
from regcheck.documents.instrument.emit import Format, emit, emit_flow
from regcheck.frozen import replace
from regcheck.law.comparing import Comparison, compare
from regcheck.law.comparing.faces import Face, shown_words
from regcheck.law.comparing.pairing import Fate
from regcheck.law.comparing.rewording import words_of
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import Unit, UnitKind
from regcheck.law.plain import WIDE_SPACE, one_text, parts_of, pieces, said
from regcheck.law.schema import breaches
from regcheck.law.tree import Appendix, Article, Cell, Item, Law, Node, Paragraph, Sentence, Table
from regcheck.law.words import NOTHING, Drawn, Words, runs_of

Versions = tuple[Law, Law]


@given(versions())
@examples(25)
def test_each_column_is_its_version(both: Versions) -> None:
    old, new = both
    comparison = compare(old, new)
    assert comparison.is_same is (one_text(old) == one_text(new))
    assert "".join(column(comparison, "old")) == "".join(text_of(old))
    assert "".join(column(comparison, "new")) == "".join(text_of(new))


def text_of(law: Law) -> Iterator[str]:
    """Every word of a law but its number."""
    yield from list(pieces(law))[1:]


def column(comparison: Comparison, side: str) -> Iterator[str]:
    """The words of a column from top to bottom, with what is left out filled in from the law."""
    for row in comparison.rows:
        face: Face | None = getattr(row, side)
        if face is None:
            continue
        units = [unit for top in face.units for unit in (top.walk() if face.is_whole else (top,))]
        if face.lead:
            yield from lead_of(face)
        if face.is_left_out:
            yield from (text for unit in units for text in own_text(unit))
        else:
            yield from pieces(face.own)
            yield from (text for unit in units[1:] for text in own_text(unit))


def lead_of(face: Face) -> Iterator[str]:
    assert face.lead is not None
    yield from (words.text for words in words_of(face.lead))


def own_text(unit: Unit) -> Iterator[str]:
    yield from pieces(unit.own)


@given(versions(plain=True))
@examples(40)
def test_the_printed_columns_are_their_versions(both: Versions) -> None:
    """Read from the finished tables alone: the lines are those of the version, and lines are missing only at a （略）."""
    old, new = both
    body = amending_law(compare(old, new)).main.children[0]
    tables = [block.body for block in getattr(body, "blocks", ()) if isinstance(block.body, Table)]
    for side, law in enumerate((new, old)):
        cells = [cell for table in tables for cell in cells_of(table, side)]
        printed = [line for cell in cells for part in cell.content for line in lines_in(part) if line]
        kept = [line for line in printed if line not in {MHLW.added, MHLW.removed}]
        whole = list(filter(None, version_lines(law)))
        assert any(fits(kept, one) for one in (whole, whole[1:])), (kept, whole)


def cells_of(table: Table, side: int) -> Iterator[Cell]:
    """The cells under 改正後 (0) or 改正前 (1): one in each row, or as many columns as their heading is wide."""
    if table.headings:
        yield from (row.cells[side] for row in table.rows)
        return
    width = table.rows[0].cells[0].columns
    held: set[tuple[int, int]] = set()
    for number, row in enumerate(table.rows):
        for cell in row.cells:
            at = next(at for at in count() if (number, at) not in held)
            held |= {(number + r, at + c) for r in range(cell.rows) for c in range(cell.columns)}
            if number and int(at >= width) == side:
                yield cell


def version_lines(law: Law) -> Iterator[str]:
    """The lines of a law, its title first; the two headings of a 別表 are one line."""
    yield law.name
    for child in (*law.preamble, *law.main.children):
        yield from lines_in(child)
    for part in law.after:
        if isinstance(part, Appendix):
            yield part.title.text + part.related.text
            part = replace(part, title=NOTHING, related=NOTHING)
        yield from lines_in(part)


def lines_in(node: Node) -> Iterator[str]:
    """Every line of a node with its tables, a caption and each cell on a line of its own."""
    match node:
        case Article():
            yield node.caption.text
            first, *others = (line for one in node.paragraphs for line in lines_in(one) if line)
            yield from (node.title.text + WIDE_SPACE + first, *others)
        case Paragraph() | Item():
            below = [line for item in node.items for line in lines_in(item)]
            blocks = [line for block in node.blocks for line in lines_in(block)]
            is_above = isinstance(node, Paragraph) and node.blocks_first
            yield from (node.caption.text if isinstance(node, Paragraph) else "", said(node))
            yield from blocks + below if is_above else below + blocks
        case Sentence():
            yield node.text
        case _:
            for part in parts_of(node):
                yield from [part.text] if isinstance(part, Words) else lines_in(part)


def fits(printed: list[str], whole: list[str]) -> bool:
    """Whether the printed lines are all lines in order, each （略） standing for one or more of them; without a label, for
    what may have no words."""
    ends = {0}
    for line in printed:
        label, is_left_out, _ = line.partition(MHLW.left_out)
        if not is_left_out:
            ends = {at + 1 for at in ends if whole[at : at + 1] == [line]}
            continue
        first = re.split("[～・\u3000]", label)[0]
        starts = [at for at in ends if begins(whole[at : at + 2], first)]
        ends = {end for at in starts for end in range(at + 1, len(whole) + 1)} | (set() if first else ends)
    return len(whole) in ends


def begins(found: list[str], label: str) -> bool:
    """Whether a provision with this label begins here, or its caption, which is left out with it."""
    captioned = len(found) > 1 and found[0].startswith("（") and found[1].startswith(label)
    return bool(found) and (found[0].startswith(label) or captioned)


@given(versions(plain=True))
@examples(50)
def test_what_is_not_underlined_is_the_same_on_both_sides(both: Versions) -> None:
    for row in compare(*both).rows:
        if row.old and row.new and not row.new.is_left_out:
            assert not_lined(words_of(row.old.own)) == not_lined(words_of(row.new.own))
            if row.old.lead and row.new.lead:
                assert not_lined(words_of(row.old.lead)) == not_lined(words_of(row.new.lead))
        elif row.fate in {Fate.ADDED, Fate.REMOVED}:
            face = row.new or row.old
            assert face is not None
            assert not_lined(words_of(face.own)) == ""


def not_lined(several: Iterable[Words]) -> str:
    """An article keeps its title without a line when another 項 becomes its first: titles are looked at in pairs only."""
    return "".join(
        run.text
        for words in several
        for run in runs_of(words)
        if not any(mark.drawn is Drawn.LINE for mark in run.marks)
    )


@given(laws())
@examples(12)
def test_a_version_does_not_differ_from_itself(law: Law) -> None:
    comparison = compare(law, law)
    assert comparison.is_same
    assert {row.fate for row in comparison.rows} <= {Fate.SAME}
    assert not comparison.moves
    assert not comparison.references.moved
    assert not comparison.references.left_behind
    assert not any(marks_of(row) for row in comparison.rows)


def marks_of(row: Row) -> list[Words]:
    faces = [face for face in (row.old, row.new) if face]
    return [words for face in faces for words in shown_words(face) if lines_of(words)]


def lines_of(words: Words) -> list[tuple[int, int]]:
    return [(mark.start, mark.end) for mark in words.marks if mark.drawn is Drawn.LINE]


@given(versions())
@examples(12)
def test_the_amending_law_is_valid_and_says_one_text(both: Versions) -> None:
    comparison = compare(*both)
    for style in STYLES.values():
        law = amending_law(comparison, style)
        wanted = one_text(law)
        xml = emit(law, Format.XML)
        assert list(breaches(etree.fromstring(xml))) == []
        assert in_xml(xml) == wanted
        assert in_docx(emit(law, Format.DOCX)) == wanted
        assert in_html(emit(law, Format.HTML)) == wanted


@given(versions())
@examples(8)
def test_the_table_for_review_is_laid_out(both: Versions) -> None:
    comparison = compare(*both)
    for style in (MHLW, HOUSHIKI):
        flow = comparison_flow(comparison, style=style)
        assert emit_flow(flow, Format.DOCX) == emit_flow(flow, Format.DOCX)
        assert emit_flow(flow, Format.HTML)


def test_every_kind_of_unit_is_drawn() -> None:
    """The strategy reaches the tables, the forms, the 附則 and the 目次."""
    seen: set[UnitKind] = set()

    @given(versions())
    @examples(20)
    def look(both: Versions) -> None:
        seen.update(row.kind for row in compare(*both).rows)

    look()
    assert seen >= set(UnitKind) - {UnitKind.ARTICLE}
