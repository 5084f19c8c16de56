"""条, 項, 号, tables and 備考 → lines and grids.

Owns: how far each unit is indented, which lines stay with the next, how a cell is filled.
Refuses to know: the head of an instrument, formats.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from regcheck.documents.instrument.flow import Align, Box, Grid, Line, Role
from regcheck.documents.instrument.from_form import of_form
from regcheck.documents.instrument.grids import faces, facing, grid_of
from regcheck.documents.instrument.position import Position
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.tree import (
    Article,
    Cell,
    Column,
    Division,
    Framed,
    Item,
    Level,
    Other,
    Paragraph,
    Picture,
    Remarks,
    Sentence,
    Table,
)
from regcheck.law.words import Words, joined

Printed = Line | Grid
HEADINGS = {level: 2 + depth for depth, level in enumerate(Level)}
"""Indent of 編, 章, 節, 款, 目."""


def of_children(children: Iterable[Division | Article | Paragraph], place: Position) -> Iterator[Printed]:
    """章, 条 and 項 with everything below them."""
    for child in children:
        match child:
            case Division():
                indent = HEADINGS[child.level]
                yield _head(Role.HEADING, child.title, indent, indent + 1, place)
                yield from of_children(child.children, place)
            case Article():
                yield from of_article(child, place.at(replace(place.address, article=child.num)))
            case Paragraph():
                here = place.at(replace(place.address, paragraph=child.num))
                yield from of_paragraph(child, here, (), here.anchors(here.address))
            case _:
                assert_never(child)


def of_article(article: Article, place: Position) -> Iterator[Printed]:
    """A 条: its caption, then its 項, the first on the line of its title."""
    if article.caption_after:
        yield Line(
            role=Role.ARTICLE,
            parts=(article.title, article.caption),
            labels=1,
            rest=1,
            address=place.address,
            anchors=place.anchors(place.address),
            keeps=True,
        )
    elif article.caption.text:
        yield _head(Role.CAPTION, article.caption, 1, 2, place)
    title = () if article.caption_after else (article.title,)
    anchors = () if article.caption_after else (place.address,)
    for paragraph in article.paragraphs:
        here = place.at(replace(place.address, paragraph=paragraph.num))
        yield from of_paragraph(paragraph, here, title, place.anchors(*anchors, here.address))
        title, anchors = (), ()
    if title:
        yield Line(role=Role.ARTICLE, parts=title, labels=1, rest=1, address=place.address)
    if article.note.text:
        yield Line(role=Role.NOTE, parts=(article.note,), first=1, rest=1, address=place.address)


def of_paragraph(
    paragraph: Paragraph, place: Position, title: tuple[Words, ...], anchors: tuple[Address, ...]
) -> Iterator[Printed]:
    """A 項; `title` is the label of the article that begins with it."""
    if paragraph.caption.text:
        if title:  # the words keep their order: the 条 stands above the caption of its 項
            yield Line(role=Role.ARTICLE, parts=title, labels=1, rest=1, address=place.address, keeps=True)
        title = ()
        yield _head(Role.CAPTION, paragraph.caption, 1, 2, place)
    labels = (*title, *((paragraph.label,) if paragraph.label.text else ()))
    said = _said(paragraph.sentences)
    hangs = bool(labels)
    if labels or said.text or said.marks:
        yield Line(
            role=Role.ARTICLE if title else Role.PARAGRAPH,
            parts=(*labels, said),
            labels=len(labels),
            first=0 if hangs else 1,
            rest=1 if hangs else 0,
            address=place.address,
            anchors=anchors,
        )
    blocks = [part for block in paragraph.blocks for part in of_block(block, place)]
    if paragraph.blocks_first:
        yield from blocks
    for item in paragraph.items:
        yield from of_item(item, 0, place)
    if not paragraph.blocks_first:
        yield from blocks


def of_item(item: Item, level: int, place: Position) -> Iterator[Printed]:
    """A 号 or what is below it; `level` is 0 for a 号."""
    here = place.at(replace(place.address, items=(*place.address.items, item.num)))
    first = level - place.above + (0 if place.in_cell else 1)
    line = Line(
        role=Role.ITEM,
        labels=1,
        first=max(first, 0),
        rest=max(first, 0) + 1,
        address=here.address,
        anchors=here.anchors(here.address),
    )
    head, *tail = _item_parts(item)
    yield replace(line, parts=(item.title, *head))
    for parts in tail:
        yield replace(line, parts=parts, labels=0, first=line.rest, anchors=())
    if item.table:
        yield of_table(item.table, here, line.rest)
    for below in item.items:
        yield from of_item(below, level + 1, here)
    for block in item.blocks:
        yield from of_block(block, here)


def _item_parts(item: Item) -> list[tuple[Words, ...]]:
    """The columns of an item, line by line; an item without columns has one line."""
    if not item.columns:
        return [(_said(item.sentences),)]
    lines: list[tuple[Words, ...]] = [()]
    if item.sentences:
        lines[0] = (_said(item.sentences),)
    for column in item.columns:
        said = _said(column.sentences)
        if column.line_break and lines[-1]:
            lines.append((said,))
        else:
            lines[-1] = (*lines[-1], said)
    return lines


def _said(sentences: Iterable[Sentence]) -> Words:
    return joined(*(sentence.words for sentence in sentences))


def _head(role: Role, words: Words, first: int, rest: int, place: Position) -> Line:
    """A line that is never the last of a page."""
    return Line(role=role, parts=(words,), first=first, rest=rest, address=place.address, keeps=True)


# ------------------------------------------------------------ tables


def of_block(block: Framed | Other | Item, place: Position) -> Iterator[Printed]:
    """A table, a picture or what else stands between provisions."""
    match block:
        case Framed():
            yield from _framed(block, place)
        case Item():
            yield from of_item(block, 0, place)
        case Other():
            yield from _other(block, place)
        case _:
            assert_never(block)


def _framed(framed: Framed, place: Position) -> Iterator[Printed]:
    if framed.title.text:
        yield _head(Role.TABLE_TITLE, framed.title, 0, 1, place)
    for remarks in framed.before:
        yield from of_remarks(remarks, place)
    match framed.body:
        case Table():
            yield of_table(framed.body, place)
        case Picture(source=source):
            yield from _picture(source, place)
        case Other():
            yield from _other(framed.body, place)
        case _:
            assert_never(framed.body)
    for remarks in framed.after:
        yield from of_remarks(remarks, place)


def _picture(source: str, place: Position) -> Iterator[Printed]:
    """The form that it is a picture of, or its name."""
    if source in place.forms:
        yield from of_form(place.forms[source], place.address)
    else:
        yield Line(role=Role.NOTE, aside=f"［{source}］", address=place.address)


def _other(other: Other, place: Position) -> Iterator[Line]:
    if other.text.strip():
        yield Line(role=Role.NOTE, parts=(Words(other.text.strip()),), address=place.address)


def of_table(table: Table, place: Position, rest: int = 0) -> Grid:
    """The grid of a table."""
    headings = [[_heading(words, place) for words in row] for row in table.headings]
    inside = replace(place, in_cell=True, above=_above(table))
    rows = [[_box(cell, inside) for cell in row.cells] for row in table.rows]
    grid = grid_of([*headings, *rows], len(headings), rest)
    return facing(grid) if faces(grid) else grid


def _above(table: Table) -> int:
    """The level of items that is not indented: the highest that a cell has, or none where 条 and 項 stand in cells."""
    cells = [cell for row in table.rows for cell in row.cells]
    if any(isinstance(part, Article | Paragraph) for cell in cells for part in cell.content):
        return -1
    return min((cell.level for cell in cells if any(isinstance(p, Item) for p in cell.content)), default=0)


def _heading(words: Words, place: Position) -> Box:
    line = Line(role=Role.CELL, parts=(words,), address=place.address, align=Align.CENTER)
    return Box(column=0, content=(line,), is_heading=True)


def _box(cell: Cell, place: Position) -> Box:
    return Box(
        column=0,
        content=tuple(_cell_content(cell, place)),
        rows=cell.rows,
        columns=cell.columns,
        look=cell.rest,
    )


def _cell_content(cell: Cell, place: Position) -> Iterator[Printed]:
    """The content of a cell: sentences that end with 。 run on, others stand in lines of their own."""
    run: list[Words] = []
    for part in cell.content:
        if isinstance(part, Sentence):
            run.append(part.words)
            if part.text.endswith("。"):
                continue
        if run:
            yield _cell_line(run, place)
            run = []
        if not isinstance(part, Sentence):
            yield from _cell_part(part, cell.level, place)
    if run:
        yield _cell_line(run, place)


def _cell_line(run: list[Words], place: Position) -> Line:
    return Line(role=Role.CELL, parts=(joined(*run),), address=place.address)


def _cell_part(
    part: Column | Division | Article | Paragraph | Item | Framed | Remarks | Other,
    level: int,
    place: Position,
) -> Iterator[Printed]:
    match part:
        case Column():
            yield _cell_line([_said(part.sentences)], place)
        case Division() | Article() | Paragraph():
            yield from of_children((part,), place)
        case Item():
            yield from of_item(part, level, place)
        case Remarks():
            yield from of_remarks(part, place)
        case Framed() | Other():
            yield from of_block(part, place)
        case _:
            assert_never(part)


def of_remarks(remarks: Remarks, place: Position) -> Iterator[Printed]:
    """備考: one sentence on the line of its label, several items below it."""
    base = 0 if place.in_cell else 1
    said = [sentence.words for sentence in remarks.sentences]
    line = Line(role=Role.REMARKS, labels=1, first=base, rest=base + 1, address=place.address)
    if remarks.line_break or len(said) != 1:
        yield replace(line, parts=(remarks.label,), keeps=True)
        for words in said:
            yield replace(line, parts=(words,), labels=0, first=base + 1)
    else:
        yield replace(line, parts=(remarks.label, *said))
    inside = replace(place, in_cell=True, above=-base - 1)
    for item in remarks.items:
        yield from of_item(item, 0, inside)
