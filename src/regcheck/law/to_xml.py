"""Law → 法令標準XML.

Owns: the elements, their order and their attributes, and a layout that leaves the words alone.
Refuses to know: files, where the law comes from.

The same law gives the same bytes. No part of the tree is lost: reading the text gives the tree again.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Cell,
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
from regcheck.law.xml_elements import Lines, element, given, optional, said, true, words_in

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def to_xml(law: Law) -> str:
    """The document, in UTF-8 when written, one element a line."""
    number = law.number
    month, day = number.promulgated or ("", "")
    attributes = given(
        Era=number.era,
        Year=str(number.year),
        Num=str(number.num),
        PromulgateMonth=str(month),
        PromulgateDay=str(day),
        LawType=number.kind.value,
        Lang=law.language,
    )
    body = element("LawBody", given(Subject=law.subject), _body(law))
    lines = element("Law", attributes, [*words_in("LawNum", Words(number.text)), *body])
    return DECLARATION + "\n".join(lines) + "\n"


def _body(law: Law) -> Lines:
    contents = _contents(law.contents) if law.contents else []
    title = _title(law)
    enactments = [line for words in law.enactments for line in words_in("EnactStatement", words)]
    heads = [*contents, *title] if law.contents_first else [*title, *enactments, *contents]
    preamble = [line for child in law.preamble for line in _paragraph(child)]
    return [
        *heads,
        *(element("Preamble", "", preamble) if preamble else []),
        *element("MainProvision", given(Extract=said(law.main.extract)), _children(law.main.children)),
        *(line for part in law.after for line in _after(part)),
    ]


def _title(law: Law) -> Lines:
    title = law.title
    if title is None:
        return [] if law.enactments or law.contents else ["<LawTitle/>"]
    attributes = given(Kana=title.kana, Abbrev=title.abbreviation, AbbrevKana=title.abbreviation_kana)
    return words_in("LawTitle", title.words, attributes)


def _after(part: Supplement | Appendix) -> Lines:
    return _supplement(part) if isinstance(part, Supplement) else _appendix(part, "")


# ------------------------------------------------------------ the head


def _contents(contents: Contents) -> Lines:
    inside = [
        *optional("TOCLabel", contents.label),
        *optional("TOCPreambleLabel", contents.preamble),
        *(line for entry in contents.entries for line in _entry(entry)),
        *(line for words in contents.tables for line in words_in("TOCAppdxTableLabel", words)),
    ]
    return element("TOC", "", inside)


def _entry(entry: Entry) -> Lines:
    kind = entry.tag.removeprefix("TOC")
    label = "SupplProvisionLabel" if kind == "SupplProvision" else f"{kind}Title"
    extent = "ArticleCaption" if kind == "Article" else "ArticleRange"
    inside = [
        *words_in(label, entry.title),
        *optional(extent, entry.extent),
        *(line for below in entry.entries for line in _entry(below)),
    ]
    return element(entry.tag, given(Num=entry.num, Delete=true(entry.deleted)), inside)


# ------------------------------------------------------------ provisions


def _children(children: Iterable[Division | Article | Paragraph]) -> Lines:
    return [line for child in children for line in _child(child)]


def _child(child: Division | Article | Paragraph) -> Lines:
    match child:
        case Division():
            return _division(child)
        case Article():
            return _article(child)
        case Paragraph():
            return _paragraph(child)
        case _:
            assert_never(child)


def _division(division: Division) -> Lines:
    tag = division.level.value
    attributes = given(division.rest, Num=division.num, Delete=true(division.deleted))
    inside = [*words_in(f"{tag}Title", division.title), *_children(division.children)]
    return element(tag, attributes, inside)


def _article(article: Article) -> Lines:
    common = given(CommonCaption=said(article.common_caption))
    caption = optional("ArticleCaption", article.caption, common)
    title = words_in("ArticleTitle", article.title)
    inside = [
        *(title + caption if article.caption_after else caption + title),
        *_children(article.paragraphs),
        *optional("SupplNote", article.note),
    ]
    attributes = given(article.rest, Num=article.num, Delete=true(article.deleted))
    return element("Article", attributes, inside)


def _paragraph(paragraph: Paragraph) -> Lines:
    common = given(CommonCaption=said(paragraph.common_caption))
    items = [line for item in paragraph.items for line in _item(item, 0)]
    blocks = [line for block in paragraph.blocks for line in _block(block)]
    inside = [
        *optional("ParagraphCaption", paragraph.caption, common),
        *words_in("ParagraphNum", paragraph.label),
        *element("ParagraphSentence", "", _sentences(paragraph.sentences)),
        *(blocks + items if paragraph.blocks_first else items + blocks),
    ]
    return element("Paragraph", given(paragraph.rest, Num=paragraph.num), inside)


def _item(item: Item, level: int) -> Lines:
    tag = f"Subitem{level}" if level else "Item"
    said = [*_sentences(item.sentences), *(line for column in item.columns for line in _column(column))]
    said += _table(item.table) if item.table else []
    inside = [
        *optional(f"{tag}Title", item.title),
        *element(f"{tag}Sentence", "", said),
        *(line for below in item.items for line in _item(below, level + 1)),
        *(line for block in item.blocks for line in _block(block)),
    ]
    return element(tag, given(item.rest, Num=item.num, Delete=true(item.deleted)), inside)


def _column(column: Column) -> Lines:
    attributes = given(column.rest, Num=column.num, LineBreak=true(column.line_break))
    return element("Column", attributes, _sentences(column.sentences))


def _sentences(sentences: Iterable[Sentence]) -> Lines:
    return [line for sentence in sentences for line in _sentence(sentence)]


def _sentence(sentence: Sentence) -> Lines:
    attributes = given(sentence.rest, Num=sentence.num, Function=sentence.function.value)
    return words_in("Sentence", sentence.words, attributes)


# ------------------------------------------------------------ tables, forms, what stands after 附則


def _block(block: Framed | Other | Item) -> Lines:
    match block:
        case Framed():
            return _framed(block)
        case Item():
            return _item(block, 0)
        case Other():
            return [block.xml]
        case _:
            assert_never(block)


def _framed(framed: Framed) -> Lines:
    tag = f"{framed.frame.value}Struct"
    inside = [
        *optional(f"{tag}Title", framed.title, given(framed.rest)),
        *(line for remarks in framed.before for line in _remarks(remarks)),
        *_framed_body(framed),
        *(line for remarks in framed.after for line in _remarks(remarks)),
    ]
    return element(tag, "", inside)


def _framed_body(framed: Framed) -> Lines:
    match framed.body:
        case Table():
            return _table(framed.body)
        case Other():
            return [framed.body.xml]
        case Picture(source=source):
            picture = element("Fig", given(src=source), [])
            return picture if framed.frame is Frame.FIGURE else element(framed.frame.value, "", picture)
        case _:
            assert_never(framed.body)


def _table(table: Table) -> Lines:
    inside: Lines = []
    for headings in table.headings:
        cells = [line for words in headings for line in words_in("TableHeaderColumn", words)]
        inside += element("TableHeaderRow", "", cells)
    for row in table.rows:
        inside += element("TableRow", "", [line for cell in row.cells for line in _cell(cell)])
    return element("Table", given(table.rest), inside)


def _cell(cell: Cell) -> Lines:
    spans = given(rowspan=_several(cell.rows), colspan=_several(cell.columns))
    inside = [line for part in cell.content for line in _content(part, cell.level)]
    return element("TableColumn", spans + given(cell.rest), inside or words_in("Sentence", Words("")))


def _several(number: int) -> str:
    return str(number) if number > 1 else ""


def _content(
    part: Sentence | Column | Division | Article | Paragraph | Item | Framed | Remarks | Other, level: int
) -> Lines:
    match part:
        case Sentence():
            return _sentence(part)
        case Column():
            return _column(part)
        case Division() | Article() | Paragraph():
            return _child(part)
        case Item():
            return _item(part, level)
        case Remarks():
            return _remarks(part)
        case Framed() | Other():
            return _block(part)
        case _:
            assert_never(part)


def _remarks(remarks: Remarks) -> Lines:
    label = words_in("RemarksLabel", remarks.label, given(LineBreak=true(remarks.line_break)))
    items = [line for item in remarks.items for line in _item(item, 0)]
    return element("Remarks", "", [*label, *_sentences(remarks.sentences), *items])


def _appendix(appendix: Appendix, prefix: str) -> Lines:
    tag = prefix + appendix.annex.value
    title = "ArithFormulaNum" if appendix.annex is Annex.FORMULA else f"{tag}Title"
    inside = [
        *optional(title, appendix.title, given(appendix.rest)),
        *optional("RelatedArticleNum", appendix.related),
        *(line for block in appendix.blocks for line in _block(block)),
        *(_remarks(appendix.remarks) if appendix.remarks else []),
    ]
    return element(tag, given(Num=appendix.num), inside)


def _supplement(supplement: Supplement) -> Lines:
    attributes = given(
        Type=supplement.type, AmendLawNum=supplement.amended_by, Extract=said(supplement.extract)
    )
    inside = [*words_in("SupplProvisionLabel", supplement.label), *_children(supplement.children)]
    for appendix in supplement.appendices:
        inside += (
            _appendix(appendix, "SupplProvision") if isinstance(appendix, Appendix) else _block(appendix)
        )
    return element("SupplProvision", attributes, inside)
