"""The words of a node and nothing else: what is the same in every format.

Owns: the one text, and the lines that a reader sees.
Refuses to know: formats, type setting, what is drawn on the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.law.tree import (
    Appendix,
    Article,
    Cell,
    Column,
    Contents,
    Division,
    Entry,
    Framed,
    Item,
    Law,
    Main,
    Node,
    Other,
    Paragraph,
    Picture,
    Remarks,
    Row,
    Sentence,
    Supplement,
    Table,
)
from regcheck.law.words import Words

WIDE_SPACE = "\u3000"


def one_text(node: Node | Words) -> str:
    """All words of a node in reading order without any space: identical in XML, docx and HTML."""
    return re.sub(r"\s+", "", "".join(pieces(node)))


def pieces(node: Node | Words) -> Iterator[str]:
    """The words of a node in reading order, as the elements of 法令標準XML hold them."""
    match node:
        case Words():
            yield node.text
        case Sentence():
            yield node.words.text
        case Other():
            yield node.text
        case Picture():
            return
        case _:
            for part in parts_of(node):
                yield from pieces(part)


Part = Node | Words


def parts_of(node: Node) -> Iterator[Part]:
    """What a node is made of, in reading order."""
    match node:
        case Law():
            yield from _law(node)
        case Contents():
            yield from (node.label, node.preamble)
            yield from node.entries
            yield from node.tables
        case Entry():
            yield from (node.title, node.extent)
            yield from node.entries
        case Main():
            yield from node.children
        case Supplement():
            yield node.label
            yield from node.children
            yield from node.appendices
        case Appendix():
            yield from (node.title, node.related)
            yield from node.blocks
            if node.remarks:
                yield node.remarks
        case Division():
            yield node.title
            yield from node.children
        case Article():
            heads = (node.title, node.caption) if node.caption_after else (node.caption, node.title)
            yield from heads
            yield from node.paragraphs
            yield node.note
        case Paragraph():
            yield from (node.caption, node.label)
            yield from node.sentences
            below: tuple[Node, ...] = (*node.items, *node.blocks)
            yield from (*node.blocks, *node.items) if node.blocks_first else below
        case _:
            yield from _below(node)


def _law(law: Law) -> Iterator[Part]:
    contents: tuple[Part, ...] = (law.contents,) if law.contents else ()
    title: tuple[Part, ...] = (law.title.words,) if law.title else ()
    yield Words(law.number.text)
    yield from contents + title if law.contents_first else (*title, *law.enactments, *contents)
    yield from law.preamble
    yield law.main
    yield from law.after


def _below(node: Node) -> Iterator[Part]:
    match node:
        case Item():
            yield node.title
            yield from node.sentences
            yield from node.columns
            if node.table:
                yield node.table
            yield from node.items
            yield from node.blocks
        case Column():
            yield from node.sentences
        case Framed():
            yield node.title
            yield from node.before
            yield node.body
            yield from node.after
        case Table():
            yield from (words for row in node.headings for words in row)
            yield from node.rows
        case Row():
            yield from node.cells
        case Cell():
            yield from node.content
        case Remarks():
            yield node.label
            yield from node.sentences
            yield from node.items


def lines(node: Node) -> Iterator[str]:
    """The lines of a provision as they are printed, not indented: 「一　水道事業　浄水施設」."""
    match node:
        case Paragraph() | Item():
            yield said(node)
            for item in node.items:
                yield from lines(item)
        case Article():
            if node.caption.text:
                yield node.caption.text
            head, *tail = (line for paragraph in node.paragraphs for line in lines(paragraph))
            yield from (node.title.text + WIDE_SPACE + head, *tail)
        case Sentence():
            yield node.text
        case _:
            for part in parts_of(node):
                yield from lines(part) if not isinstance(part, Words) else ((part.text,) if part.text else ())


def said(node: Paragraph | Item) -> str:
    """The line of a 項 or 号 itself: its label, then its sentences or columns."""
    label = node.label if isinstance(node, Paragraph) else node.title
    columns = node.columns if isinstance(node, Item) else ()
    body = "".join(sentence.text for sentence in node.sentences) or WIDE_SPACE.join(
        "".join(sentence.text for sentence in column.sentences) for column in columns
    )
    return WIDE_SPACE.join(part for part in (label.text, body) if part)
