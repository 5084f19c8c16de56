"""法令標準XML → tree, element by element.

Owns: which node each element becomes. The document is valid by the schema: what it allows is here, and only that.
Refuses to know: files, the schema, what to say about a broken one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Attributes,
    Block,
    Cell,
    CellContent,
    Column,
    Division,
    Frame,
    Framed,
    Function,
    Item,
    Level,
    Other,
    Paragraph,
    Picture,
    Remarks,
    Row,
    Sentence,
    Supplement,
    Table,
)
from regcheck.law.words import NOTHING
from regcheck.law.xml_text import BLANK, Marked, raw

if TYPE_CHECKING:
    from lxml import etree

_LEVELS = {level.value: level for level in Level}
_FRAMES = {f"{frame.value}Struct": frame for frame in Frame}
_ANNEXES = {annex.value: annex for annex in Annex}
_ITEMS = {"Item": 0, **{f"Subitem{level}": level for level in range(1, 11)}}


EMPTY = Sentence(words=NOTHING)
"""What the schema wants in a cell without words."""


def boolean(element: etree._Element, name: str) -> bool | None:
    """An attribute of type xs:boolean, or None if it is not there."""
    value = element.get(name)
    return None if value is None else value.strip() in {"true", "1"}


def rest(element: etree._Element | None, *known: str) -> Attributes:
    """The attributes that have no field of their own."""
    if element is None:
        return ()
    return tuple(sorted((str(k), str(v)) for k, v in element.attrib.items() if k not in known))


def sentence(here: Marked, element: etree._Element) -> Sentence:
    """Sentence."""
    return Sentence(
        words=here.words(element),
        function=Function(element.get("Function", "")),
        num=element.get("Num", ""),
        rest=rest(element, "Function", "Num"),
    )


def sentences(here: Marked, element: etree._Element | None) -> tuple[Sentence, ...]:
    """The sentences right below an element."""
    return () if element is None else tuple(sentence(here, child) for child in element.findall("Sentence"))


def column(here: Marked, element: etree._Element) -> Column:
    """Column."""
    return Column(
        sentences=sentences(here, element),
        num=element.get("Num", ""),
        line_break=boolean(element, "LineBreak") or False,
        rest=rest(element, "Num", "LineBreak"),
    )


def item(here: Marked, element: etree._Element) -> Item:
    """Item, Subitem1 … Subitem10."""
    tag = str(element.tag)
    said = element.find(f"{tag}Sentence")
    assert said is not None
    written = said.find("Table")
    level = _ITEMS[tag]
    return Item(
        num=element.get("Num", ""),
        title=here.words(element.find(f"{tag}Title")),
        sentences=sentences(here, said),
        columns=tuple(column(here, child) for child in said.findall("Column")),
        table=None if written is None else table(here, written),
        items=tuple(item(here, child) for child in element.findall(f"Subitem{level + 1}")),
        blocks=blocks(here, element),
        deleted=boolean(element, "Delete") or False,
        rest=rest(element, "Num", "Delete"),
        span=here.span(element),
    )


def blocks(here: Marked, element: etree._Element) -> tuple[Block, ...]:
    """Tables, pictures and what else stands below a 項, 号 or 別表 beside its 号."""
    passed = ("Title", "Sentence", "Num", "Caption", "Remarks")
    kept = (child for child in element.iterchildren("*") if child.tag not in _ITEMS)
    return tuple(block(here, child) for child in kept if not str(child.tag).endswith(passed))


def block(here: Marked, element: etree._Element) -> Block:
    """TableStruct and its like, or an element that is kept as it is."""
    frame = _FRAMES.get(str(element.tag))
    return framed(here, element, frame) if frame else other(here, element)


def other(here: Marked, element: etree._Element) -> Other:
    """An element that is kept as it is."""
    text = "".join(piece.strip(BLANK) for piece in element.itertext())
    return Other(tag=str(element.tag), xml=raw(element), text=text, span=here.span(element))


def framed(here: Marked, element: etree._Element, frame: Frame) -> Framed:
    """TableStruct, FigStruct, NoteStruct, StyleStruct, FormatStruct."""
    inner = element.find(frame.value)
    assert inner is not None
    title = element.find(f"{frame.value}StructTitle")
    remarked = element.findall("Remarks")
    above = [child for child in remarked if element.index(child) < element.index(inner)]
    return Framed(
        frame=frame,
        body=_body(here, inner, frame),
        title=here.words(title),
        before=tuple(remarks(here, child) for child in above),
        after=tuple(remarks(here, child) for child in remarked if child not in above),
        rest=rest(title),
        span=here.span(element),
    )


def _body(here: Marked, inner: etree._Element, frame: Frame) -> Table | Picture | Other:
    if frame is Frame.TABLE:
        return table(here, inner)
    if frame is Frame.FIGURE:
        return Picture(source=inner.get("src", ""))
    only = inner[0] if len(inner) == 1 and not "".join(inner.itertext()).strip(BLANK) else None
    if only is not None and only.tag == "Fig":
        return Picture(source=only.get("src", ""))
    return other(here, inner)


def table(here: Marked, element: etree._Element) -> Table:
    """Table."""
    headings = (row.findall("TableHeaderColumn") for row in element.findall("TableHeaderRow"))
    rows = (row.findall("TableColumn") for row in element.findall("TableRow"))
    return Table(
        rows=tuple(Row(cells=tuple(cell(here, child) for child in row)) for row in rows),
        headings=tuple(tuple(here.words(child) for child in row) for row in headings),
        rest=rest(element),
    )


def cell(here: Marked, element: etree._Element) -> Cell:
    """TableColumn."""
    first = next((str(child.tag) for child in element.iterchildren("*")), "")
    content = tuple(_content(here, child) for child in element.iterchildren("*"))
    return Cell(
        content=() if content == (EMPTY,) else content,
        level=_ITEMS.get(first, 0),
        rows=_count(element, "rowspan"),
        columns=_count(element, "colspan"),
        rest=rest(element, "rowspan", "colspan"),
        span=here.span(element),
    )


def _count(element: etree._Element, name: str) -> int:
    value = element.get(name, "1")
    return int(value) if value.isascii() and value.isdecimal() and int(value) else 1


def _content(here: Marked, element: etree._Element) -> CellContent:
    tag = str(element.tag)
    if tag in _ITEMS:
        return item(here, element)
    if tag in _LEVELS:
        return division(here, element)
    made = _CONTENT.get(tag)
    return made(here, element) if made else _as_block(here, element)


def _as_block(here: Marked, element: etree._Element) -> CellContent:
    return block(here, element)


def remarks(here: Marked, element: etree._Element) -> Remarks:
    """Remarks."""
    label = element.find("RemarksLabel")
    assert label is not None
    return Remarks(
        label=here.words(label),
        sentences=sentences(here, element),
        items=tuple(item(here, child) for child in element.findall("Item")),
        line_break=boolean(label, "LineBreak") or False,
        span=here.span(element),
    )


def paragraph(here: Marked, element: etree._Element) -> Paragraph:
    """Paragraph."""
    caption = element.find("ParagraphCaption")
    last = next(iter(element.iterchildren("*", reversed=True)))
    below = blocks(here, element)
    return Paragraph(
        num=element.get("Num", ""),
        label=here.words(element.find("ParagraphNum")),
        sentences=sentences(here, element.find("ParagraphSentence")),
        caption=here.words(caption),
        common_caption=None if caption is None else boolean(caption, "CommonCaption"),
        items=tuple(item(here, child) for child in element.findall("Item")),
        blocks=below,
        blocks_first=bool(below) and last.tag == "Item",
        rest=rest(element, "Num"),
        span=here.span(element),
    )


def article(here: Marked, element: etree._Element) -> Article:
    """Article."""
    caption, title = element.find("ArticleCaption"), element.find("ArticleTitle")
    assert title is not None
    return Article(
        num=element.get("Num", ""),
        title=here.words(title),
        paragraphs=tuple(paragraph(here, child) for child in element.findall("Paragraph")),
        caption=here.words(caption),
        common_caption=None if caption is None else boolean(caption, "CommonCaption"),
        caption_after=caption is not None and element.index(caption) > element.index(title),
        note=here.words(element.find("SupplNote")),
        deleted=boolean(element, "Delete") or False,
        rest=rest(element, "Num", "Delete"),
        span=here.span(element),
    )


def division(here: Marked, element: etree._Element) -> Division:
    """Part, Chapter, Section, Subsection, Division."""
    level = _LEVELS[str(element.tag)]
    below = (child for child in element.iterchildren("*") if child.tag in _LEVELS or child.tag == "Article")
    return Division(
        level=level,
        num=element.get("Num", ""),
        title=here.words(element.find(f"{level.value}Title")),
        children=tuple(
            article(here, child) if child.tag == "Article" else division(here, child) for child in below
        ),
        deleted=boolean(element, "Delete") or False,
        rest=rest(element, "Num", "Delete"),
        span=here.span(element),
    )


def children(here: Marked, element: etree._Element) -> tuple[Division | Article | Paragraph, ...]:
    """What 本則 and 附則 are made of."""
    found: list[Division | Article | Paragraph] = []
    for child in element.iterchildren("*"):
        if child.tag in _LEVELS:
            found.append(division(here, child))
        elif child.tag == "Article":
            found.append(article(here, child))
        elif child.tag == "Paragraph":
            found.append(paragraph(here, child))
    return tuple(found)


def supplement(here: Marked, element: etree._Element) -> Supplement:
    """SupplProvision."""
    return Supplement(
        children=children(here, element),
        label=here.words(element.find("SupplProvisionLabel")),
        amended_by=element.get("AmendLawNum", ""),
        type=element.get("Type", ""),
        extract=boolean(element, "Extract"),
        appendices=tuple(
            appendix(here, child)
            for child in element.iterchildren("*")
            if str(child.tag).startswith("SupplProvisionAppdx")
        ),
        span=here.span(element),
    )


def appendix(here: Marked, element: etree._Element) -> Appendix:
    """AppdxTable and its like, and those of a 附則."""
    tag = str(element.tag)
    title = element.find(f"{tag}Title")
    if title is None:
        title = element.find("ArithFormulaNum")
    last = element.find("Remarks")
    return Appendix(
        annex=_ANNEXES[tag.removeprefix("SupplProvision")],
        title=here.words(title),
        related=here.words(element.find("RelatedArticleNum")),
        blocks=tuple(_appended(here, element)),
        remarks=None if last is None else remarks(here, last),
        num=element.get("Num", ""),
        rest=rest(title),
        span=here.span(element),
    )


def _appended(here: Marked, element: etree._Element) -> list[Block | Item]:
    passed = ("Title", "Num", "Remarks")
    kept = (child for child in element.iterchildren("*") if not str(child.tag).endswith(passed))
    return [item(here, child) if child.tag == "Item" else block(here, child) for child in kept]


_CONTENT: Mapping[str, Callable[[Marked, etree._Element], CellContent]] = {
    "Sentence": sentence,
    "Column": column,
    "Article": article,
    "Paragraph": paragraph,
    "Remarks": remarks,
}
