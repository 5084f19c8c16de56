"""A law → its units.

Owns: which nodes are units, and what they are about.
Refuses to know: another version, how a unit is printed.

章 and 節 are units between the articles, not around them: an article keeps its partner when a chapter is put in above it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from regcheck.frozen import replace
from regcheck.law.address import ENACTMENT, Address
from regcheck.law.comparing.row_groups import row_groups
from regcheck.law.comparing.units import Unit, UnitKind, unit
from regcheck.law.places import parts
from regcheck.law.plain import WIDE_SPACE, one_text
from regcheck.law.tree import (
    Appendix,
    Article,
    Cell,
    Contents,
    Division,
    Entry,
    Frame,
    Framed,
    Item,
    Law,
    Other,
    Paragraph,
    Picture,
    Remarks,
    Row,
    Sentence,
    Supplement,
    Table,
)
from regcheck.law.words import NOTHING, Words, joined


def units_of(law: Law) -> tuple[Unit, ...]:
    """The units of a law from its 題名 to its last 様式, in reading order."""
    return (*_head(law), *_children(Address(), law.main.children), *_after(law))


def _head(law: Law) -> Iterator[Unit]:
    if law.title:
        yield _line(UnitKind.HEAD, Address("題名"), law.title.words)
    for words in law.enactments:
        yield _line(UnitKind.HEAD, ENACTMENT, words)
    if law.contents:
        yield _contents(law.contents)
    for paragraph in law.preamble:
        yield _paragraph(Address("前文", "", paragraph.num), paragraph)


def _line(kind: UnitKind, address: Address, words: Words, caption: str = "") -> Unit:
    return unit(kind, address, Sentence(words=words), words.text, caption=caption)


def _contents(contents: Contents) -> Unit:
    address = Address("目次")
    lines = [joined(contents.preamble)] if contents.preamble.text else []
    lines += [words for entry in contents.entries for words in _entries(entry)]
    lines += contents.tables
    below = tuple(_line(UnitKind.ENTRY, address, words) for words in lines)
    own = Sentence(words=contents.label)
    return unit(UnitKind.CONTENTS, address, own, contents.label.text, below=below)


def _entries(entry: Entry) -> Iterator[Words]:
    yield joined(entry.title, entry.extent)
    for below in entry.entries:
        yield from _entries(below)


# ------------------------------------------------------------ provisions


def _children(address: Address, children: Iterable[Division | Article | Paragraph]) -> Iterator[Unit]:
    for child in children:
        match child:
            case Division():
                yield _line(
                    UnitKind.DIVISION, address, child.title, child.title.text.partition(WIDE_SPACE)[2]
                )
                yield from _children(address, child.children)
            case Article():
                yield _article(replace(address, article=child.num), child)
            case Paragraph():
                yield _paragraph(replace(address, paragraph=child.num), child)
            case _:
                assert_never(child)


def _article(address: Address, article: Article) -> Unit:
    below = [_paragraph(replace(address, paragraph=one.num), one) for one in article.paragraphs]
    if article.note.text:
        below.append(_line(UnitKind.BLOCK, address, article.note))
    return unit(
        UnitKind.ARTICLE,
        address,
        replace(article, paragraphs=(), note=NOTHING),
        article.caption.text,
        num=article.num,
        label=article.title,
        caption=article.caption.text,
        below=tuple(below),
    )


def _paragraph(address: Address, paragraph: Paragraph) -> Unit:
    items = [_item(address, item) for item in paragraph.items]
    blocks = [one for block in paragraph.blocks for one in _block(address, block)]
    return unit(
        UnitKind.PARAGRAPH,
        address,
        replace(paragraph, items=(), blocks=()),
        paragraph.caption.text + _said(paragraph.sentences),
        num=paragraph.num,
        label=paragraph.label,
        caption=paragraph.caption.text,
        below=tuple(blocks + items if paragraph.blocks_first else items + blocks),
    )


def _item(address: Address, item: Item) -> Unit:
    here = replace(address, items=(*address.items, item.num))
    table = _table(here, Framed(frame=Frame.TABLE, body=item.table)) if item.table else None
    columns = WIDE_SPACE.join(_said(column.sentences) for column in item.columns)
    return unit(
        UnitKind.ITEM,
        here,
        replace(item, table=None, items=(), blocks=()),
        _said(item.sentences) + columns,
        num=item.num,
        label=item.title,
        below=(
            *([table] if table else []),
            *(_item(here, below) for below in item.items),
            *(one for block in item.blocks for one in _block(here, block)),
        ),
    )


def _said(sentences: Iterable[Sentence]) -> str:
    return "".join(sentence.text for sentence in sentences)


# ------------------------------------------------------------ tables and pictures


def _block(address: Address, block: Framed | Other | Item) -> Iterator[Unit]:
    match block:
        case Item():
            yield _item(address, block)
        case Other():
            own = Sentence(words=Words(block.text))
            yield unit(UnitKind.BLOCK, address, own, block.xml)
        case Framed():
            yield from (_remarks(address, remarks) for remarks in block.before)
            yield _framed(address, block)
            yield from (_remarks(address, remarks) for remarks in block.after)
        case _:
            assert_never(block)


def _framed(address: Address, framed: Framed) -> Unit:
    if isinstance(framed.body, Table):
        return _table(address, framed)
    body = _picture(address, framed.body) if isinstance(framed.body, Picture) else framed.body.xml
    own = replace(framed, before=(), after=())
    return unit(UnitKind.BLOCK, address, own, framed.title.text + body)


def _picture(address: Address, picture: Picture) -> str:
    """The name of its file without the number of the 様式, which is that of the label: ./pict/様式第二.pdf; and what is
    known to stand in it."""
    name = picture.source.replace(address.part, "") if address.part else picture.source
    return "\x1f".join(filter(None, (name, *picture.words, picture.layout)))


def _table(address: Address, framed: Framed) -> Unit:
    assert isinstance(framed.body, Table)
    heads = replace(framed.body, rows=())
    said = "".join((framed.title.text, *("\x1f".join(w.text for w in row) for row in heads.headings)))
    return unit(
        UnitKind.TABLE,
        address,
        replace(framed, before=(), after=(), body=heads),
        said,
        below=tuple(_rows(address, rows) for rows in row_groups(framed.body.rows)),
    )


def _rows(address: Address, rows: tuple[Row, ...]) -> Unit:
    cells = (f"{cell.rows},{cell.columns}{_cell_text(cell)}" for row in rows for cell in row.cells)
    return unit(UnitKind.ROWS, address, Table(rows=rows), "\x1f".join(cells))


def _cell_text(cell: Cell) -> str:
    return "\x1f".join(one_text(part) for part in cell.content)


def _remarks(address: Address, remarks: Remarks) -> Unit:
    return unit(
        UnitKind.REMARKS,
        replace(address, inside="備考"),
        replace(remarks, items=()),
        _said(remarks.sentences),
        label=remarks.label,
        below=tuple(_item(replace(address, inside="備考"), item) for item in remarks.items),
    )


# ------------------------------------------------------------ 附則, 別表, 様式


def _after(law: Law) -> Iterator[Unit]:
    for address, part in parts(law):
        yield _supplement(address, part) if isinstance(part, Supplement) else _appendix(address, part)


def _supplement(address: Address, part: Supplement) -> Unit:
    below = list(_children(address, part.children))
    for appendix in part.appendices:
        if isinstance(appendix, Appendix):
            below.append(_appendix(Address(address.part + appendix.title.text), appendix))
        else:
            below += _block(address, appendix)
    own = Sentence(words=part.label)
    caption = part.amended_by or part.label.text
    return unit(
        UnitKind.SUPPLEMENT,
        address,
        own,
        part.amended_by,
        num=part.amended_by,
        label=part.label,
        caption=caption,
        below=tuple(below),
    )


def _appendix(address: Address, part: Appendix) -> Unit:
    """別表第一 is its label, （第一条関係） what it says; of 様式第一　届出書 the name belongs to what it says."""
    head, space, name = part.title.text.partition(WIDE_SPACE)
    blocks = [one for block in part.blocks for one in _block(address, block)]
    return unit(
        UnitKind.APPENDIX,
        address,
        Sentence(words=joined(part.title, part.related)),
        space + name + part.related.text,
        num=head,
        label=Words(head),
        caption=name,
        below=(*blocks, *([_remarks(address, part.remarks)] if part.remarks else [])),
    )
