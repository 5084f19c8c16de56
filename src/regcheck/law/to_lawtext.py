"""Law → Lawtext.

Owns: the lines of the plain text form of laws, which a drafter reads in a diff.
Refuses to know: files, where the law comes from.

What Lawtext cannot say is left out: readings, types of numbering, attributes of type setting outside of tables; and
what lawtext_loss.py finds not to come back, which is refused there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import assert_never

from regcheck.law.labels import level_of
from regcheck.law.lawtext_lines import ANONYMOUS, PREAMBLE, anonymous
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Block,
    Cell,
    CellContent,
    Column,
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
    Sentence,
    Supplement,
    Table,
)
from regcheck.law.words import Words
from regcheck.law.xml_elements import Lines, marked

_STEP = "  "
_HEADING = " " * 6
_KINDS = {
    Annex.TABLE: ("別表", "table"),
    Annex.STYLE: ("様式", "style"),
    Annex.NOTE: ("別記", "note"),
    Annex.FIGURE: ("別図", "fig"),
    Annex.FORMAT: ("書式", "format"),
    Annex.FORMULA: ("付録", "table"),
}


def to_lawtext(law: Law) -> str:
    """The text."""
    head = [_text(law.title.words)] if law.title else []
    head += [f"（{_text(Words(law.number.text))}）"] if law.number.text else []
    groups = [
        head,
        *([f":enact-statement:{_text(words)}"] for words in law.enactments),
        *([_contents(law.contents)] if law.contents else []),
        *([_preamble(law.preamble)] if law.preamble else []),
        *_children(law.main.children),
        *(group for part in law.after for group in _after(part)),
    ]
    return "\n\n".join("\n".join(group) for group in groups if group) + "\n"


def _text(words: Words) -> str:
    """Words with their marks as elements. Of the signs that XML escapes only < is, and & where it could be read as such."""
    return _AMPERSAND.sub("&", marked(words)).replace("&gt;", ">")


_AMPERSAND = re.compile("&amp;(?!lt;|amp;)")


def _preamble(paragraphs: Iterable[Paragraph]) -> Lines:
    """前文, a step further in than the 本則."""
    return [PREAMBLE, *(line and _STEP + line for one in paragraphs for line in _paragraph(one, ""))]


def _contents(contents: Contents) -> Lines:
    return [_text(contents.label), *(line for entry in contents.entries for line in _entry(entry, _STEP))]


def _entry(entry: Entry, indent: str) -> Lines:
    below = (line for child in entry.entries for line in _entry(child, indent + _STEP))
    return [indent + _text(entry.title) + _text(entry.extent), *below]


def _children(children: Iterable[Division | Article | Paragraph], indent: str = _HEADING) -> list[Lines]:
    groups: list[Lines] = []
    for child in children:
        match child:
            case Division():
                groups += [[indent + _text(child.title)], *_children(child.children, indent + _STEP)]
            case Article():
                groups.append(_article(child))
            case Paragraph():
                groups.append(_paragraph(child, ""))
            case _:
                assert_never(child)
    return groups


def _article(article: Article) -> Lines:
    first, *others = article.paragraphs
    lines = [_STEP + _caption(article.caption)] if article.caption.text else []
    lines += _paragraph(first, _text(article.title) + WIDE_SPACE)
    for other in others:
        lines += _paragraph(other, "")
    return lines


def _caption(caption: Words) -> str:
    """（届出）; one that begins with a mark has to be called what it is."""
    return (":caption:" if caption.marks else "") + _text(caption)


def _paragraph(paragraph: Paragraph, title: str) -> Lines:
    label = _text(paragraph.label) + WIDE_SPACE if paragraph.label.text else ""
    items = [line for item in paragraph.items for line in _item(item, _STEP)]
    blocks = _blocks(paragraph.blocks, _STEP)
    return [
        *([_STEP + _caption(paragraph.caption)] if paragraph.caption.text else []),
        title + label + _said(paragraph.sentences),
        *(blocks + items if paragraph.blocks_first else items + blocks),
    ]


def _said(sentences: Iterable[Sentence]) -> str:
    return "".join(_text(sentence.words) for sentence in sentences)


def _item(item: Item, indent: str, level: int = 0) -> Lines:
    body = WIDE_SPACE.join(_said(column.sentences) for column in item.columns) or _said(item.sentences)
    label = _text(item.title) + WIDE_SPACE if item.title.text else anonymous(level)
    return [
        indent + label + body,
        *(line for below in item.items for line in _item(below, indent + _STEP, level + 1)),
        *_blocks((*_instead(item), *item.blocks), indent + _STEP),
    ]


def _instead(item: Item) -> tuple[Framed, ...]:
    """A table that an item has for a sentence."""
    return (Framed(frame=Frame.TABLE, body=item.table),) if item.table else ()


def _blocks(blocks: Iterable[Block], indent: str) -> Lines:
    """A table that follows another one has a head, or it would go on with its rows."""
    return [line for n, block in enumerate(blocks) for line in _block(block, indent, follows=n > 0)]


def _block(block: Block, indent: str, *, follows: bool = False) -> Lines:
    match block:
        case Other():
            return ["", *(indent + line for line in block.xml.splitlines()), ""]
        case Framed():
            return ["", *_framed(block, indent, follows=follows)]
        case _:
            assert_never(block)


def _framed(framed: Framed, indent: str, *, follows: bool) -> Lines:
    needs_head = (
        follows or framed.title.text or framed.after or framed.before or framed.frame is not Frame.TABLE
    )
    if not needs_head and isinstance(framed.body, Table):
        return _table(framed.body, indent)
    head = f"{indent}:{framed.frame.value.lower()}-struct:{_text(framed.title)}"
    inner = indent + _STEP
    return [head, *_body(framed.body, inner), *_all_remarks((*framed.before, *framed.after), inner)]


def _body(body: Table | Picture | Other, indent: str) -> Lines:
    match body:
        case Table():
            return _table(body, indent)
        case Picture(source=source):
            return [f'{indent}<Fig src="{source}"/>']
        case Other():
            return [indent + line for line in body.xml.splitlines()]
        case _:
            assert_never(body)


def _table(table: Table, indent: str) -> Lines:
    lines: Lines = []
    for headings in table.headings:
        lines += [indent + _lead(n) + "* " + _text(words) for n, words in enumerate(headings)]
    for row in table.rows:
        for number, cell in enumerate(row.cells):
            lines += _cell(cell, indent + _lead(number) + "- ", indent + _STEP)
    return lines


def _lead(number: int) -> str:
    return _STEP if number else "* "


def _cell(cell: Cell, lead: str, indent: str) -> Lines:
    given = [("rowspan", str(cell.rows))] if cell.rows > 1 else []
    given += [("colspan", str(cell.columns))] if cell.columns > 1 else []
    head = lead + "".join(f'[{name}="{value}"]' for name, value in (*given, *cell.rest))
    if all(isinstance(part, Column) for part in cell.content):
        columns = (part for part in cell.content if isinstance(part, Column))
        return [head + WIDE_SPACE.join(_said(column.sentences) for column in columns)]
    if all(isinstance(part, Sentence) for part in cell.content) and _is_one_line(cell.content):
        return [head + _said(part for part in cell.content if isinstance(part, Sentence))]
    return [
        head + "|",
        *(
            line
            for n, part in enumerate(cell.content)
            for line in _content(part, indent + _STEP, cell.level, follows=n > 0)
        ),
    ]


def _is_one_line(content: tuple[CellContent, ...]) -> bool:
    """Whether the sentences are told apart by their 。, so that they can stand in one line."""
    texts = [part.text for part in content if isinstance(part, Sentence)]
    return all(text.endswith("。") for text in texts[:-1]) and not any(WIDE_SPACE in text for text in texts)


def _content(part: CellContent, indent: str, level: int, *, follows: bool) -> Lines:
    match part:
        case Sentence():
            return [f"{indent}- {_text(part.words)}"]
        case Item():
            first, *below = _item(part, indent, level)
            sign = _sign(part.title, level) if part.title.text else ""
            return [indent + sign + first.removeprefix(indent), *below]
        case Article() | Paragraph() | Division():
            return [line and indent + line for group in _children((part,), "") for line in group]
        case Column():
            return [f"{indent}- {_said(part.sentences)}"]
        case Remarks():
            return _all_remarks((part,), indent)
        case Framed() | Other():
            return _block(part, indent, follows=follows)
        case _:
            assert_never(part)


def _sign(label: Words, level: int) -> str:
    """What says that an item begins; one whose label does not say how deep it stands has to be called what it is."""
    return "# " if not label.marks and level_of(label.text) == level else f":{ANONYMOUS[level]}:"


def _all_remarks(several: Iterable[Remarks], indent: str) -> Lines:
    lines: Lines = []
    for remarks in several:
        lines += ["", indent + _text(remarks.label)]
        lines += [indent + _STEP + _text(sentence.words) for sentence in remarks.sentences]
        lines += [line for item in remarks.items for line in _item(item, indent + _STEP)]
    return lines


def _after(part: Supplement | Appendix) -> list[Lines]:
    if isinstance(part, Appendix):
        return [_appendix(part)]
    by = f"{WIDE_SPACE}（{_text(Words(part.amended_by))}）" if part.amended_by else ""
    extract = f"{WIDE_SPACE}抄" if part.extract else ""
    appendices = [_appendix(one) if isinstance(one, Appendix) else [one.xml] for one in part.appendices]
    return [[_HEADING + _text(part.label) + by + extract], *_children(part.children), *appendices]


def _appendix(appendix: Appendix) -> Lines:
    word, kind = _KINDS[appendix.annex]
    lead = "# " if appendix.title.text.startswith(word) else f":appdx-{kind}:"
    lines = [lead + _text(appendix.title) + _text(appendix.related)]
    for number, block in enumerate(appendix.blocks):
        if isinstance(block, Item):
            first, *below = _item(block, _STEP)
            sign = "# " if block.title.text else ""
            lines += [*([] if number else [""]), _STEP + sign + first.lstrip(" "), *below]
        else:
            lines += _block(block, _STEP, follows=number > 0)
    return [*lines, *_all_remarks((appendix.remarks,) if appendix.remarks else (), _STEP)]
