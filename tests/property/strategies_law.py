"""Random laws: every node of the tree, with marks, columns, merged cells, 備考 and forms.

`plain` laws keep to what Lawtext can say: sentences that end with 。, labels that follow from numbers, no attributes.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from regcheck.law.labels import article_title, item_title, paragraph_label
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
    Function,
    Item,
    Kind,
    Law,
    Level,
    Main,
    Number,
    Other,
    Paragraph,
    Picture,
    Remarks,
    Row,
    Sentence,
    Supplement,
    Table,
    Title,
)
from regcheck.law.words import NOTHING, Drawn, Mark, Words

Draw = Any
ANY_SIGN = "設備を監視し、制御する者（第一号）「甲」&<>\"'；Ａ　"
PLAIN_SIGN = "設備を監視し、制御する者甲乙丙"

texts = st.text(ANY_SIGN, min_size=1, max_size=12).map(lambda text: f"甲{text}乙")
plain_texts = st.text(PLAIN_SIGN, min_size=1, max_size=12)


@st.composite
def marked(draw: Draw, *, is_sentence: bool = False) -> Words:
    """Words, at times with a line on a part, a sign set high in it, and a reading after it; a formula in sentences only."""
    text = draw(texts)
    kinds = ("none", "none", "line", "nested", "ruby", *(("kept",) if is_sentence else ()))
    kind = draw(st.sampled_from(kinds))
    match kind:
        case "line":
            return Words(
                text, (Mark(1, len(text) - 1, Drawn.LINE, draw(st.sampled_from(("solid", "double")))),)
            )
        case "nested":
            marks = (Mark(0, len(text), Drawn.LINE, "dotted"), Mark(1, 2, Drawn.SUPERSCRIPT))
            return Words(text, marks)
        case "ruby":
            return Words(text, (Mark(0, 1, Drawn.RUBY, "こう"), Mark(2, 3, Drawn.SUBSCRIPT)))
        case "kept":
            formula = '<ArithFormula><Fig src="a.jpg"/></ArithFormula>'
            return Words(text, (Mark(1, 1, Drawn.OTHER, formula),))
        case _:
            return Words(text)


@st.composite
def sentences(draw: Draw) -> tuple[Sentence, ...]:
    """One, or 本文 and ただし書."""
    if draw(st.booleans()):
        return (Sentence(words=draw(marked(is_sentence=True))),)
    return (
        Sentence(words=draw(marked(is_sentence=True)), function=Function.MAIN, num="1"),
        Sentence(words=draw(marked(is_sentence=True)), function=Function.PROVISO, num="2"),
    )


@st.composite
def remarks(draw: Draw) -> Remarks:
    """With sentences or items."""
    if draw(st.booleans()):
        return Remarks(label=Words("備考"), sentences=draw(sentences()), line_break=draw(st.booleans()))
    return Remarks(label=Words("備考"), items=draw(items(0, 1)))


@st.composite
def cells(draw: Draw) -> Cell:
    """Merged or not; with sentences, columns, items of any level, or nothing."""
    level = draw(st.integers(0, 2))
    content = draw(
        st.one_of(
            sentences(),
            st.just(()),
            items(level, 3),
            st.tuples(sentences().map(lambda found: Column(sentences=found, num="1"))),
        )
    )
    spans = st.integers(1, 3)
    is_items = bool(content) and isinstance(content[0], Item)
    border = draw(st.sampled_from(((), (("Align", "left"), ("BorderTop", "none")))))
    return Cell(
        content=content, level=level if is_items else 0, rows=draw(spans), columns=draw(spans), rest=border
    )


@st.composite
def blocks(draw: Draw) -> Framed | Other:
    """A table, a picture, a form."""
    kind = draw(st.sampled_from(("table", "figure", "style")))
    after = draw(st.lists(remarks(), max_size=1).map(tuple))
    if kind == "figure":
        return Framed(frame=Frame.FIGURE, body=Picture(source="./pict/a.jpg"), after=after)
    if kind == "style":
        return Framed(frame=Frame.STYLE, body=Picture(source="./pict/b.pdf"), title=draw(marked()))
    rows = draw(st.lists(st.lists(cells(), min_size=1, max_size=3).map(tuple), min_size=1, max_size=3))
    headings = draw(st.lists(st.lists(marked(), min_size=1, max_size=2).map(tuple), max_size=1))
    table = Table(rows=tuple(Row(cells=row) for row in rows), headings=tuple(headings))
    before = draw(st.lists(remarks(), max_size=1).map(tuple))
    return Framed(frame=Frame.TABLE, body=table, before=before, after=after)


@st.composite
def items(draw: Draw, level: int, most: int) -> tuple[Item, ...]:
    """A list, numbered from one, down to （ｉ）."""
    found = []
    for number in range(1, draw(st.integers(1, most)) + 1):
        columns = draw(st.booleans()) and draw(st.booleans())
        below = draw(items(level + 1, 2)) if level < 3 and draw(st.integers(0, 3)) == 0 else ()
        found.append(
            Item(
                num=str(number),
                title=Words(item_title(str(number), level)),
                sentences=() if columns else draw(sentences()),
                columns=tuple(Column(sentences=draw(sentences()), num=str(n)) for n in (1, 2))
                if columns
                else (),
                items=below,
                blocks=draw(st.lists(blocks(), max_size=1).map(tuple)) if level == 0 and not below else (),
            )
        )
    return tuple(found)


@st.composite
def paragraphs(draw: Draw, number: int) -> Paragraph:
    """With items, tables, or both in either order."""
    below = draw(st.sampled_from(("none", "items", "blocks", "items first", "blocks first")))
    own = draw(items(0, 3)) if "items" in below or "first" in below else ()
    framed = (draw(blocks()),) if "blocks" in below or "first" in below else ()
    return Paragraph(
        num=str(number),
        label=Words(paragraph_label(str(number))),
        sentences=draw(sentences()),
        items=own,
        blocks=framed,
        blocks_first=below == "blocks first",
    )


@st.composite
def articles(draw: Draw, number: int) -> Article:
    """With one to three 項."""
    num = draw(st.sampled_from((str(number), f"{number}_2")))
    count = draw(st.integers(1, 3))
    return Article(
        num=num,
        title=Words(article_title(num)),
        caption=draw(st.one_of(st.just(NOTHING), st.just(Words("（設備）")))),
        paragraphs=tuple(draw(paragraphs(n)) for n in range(1, count + 1)),
        rest=draw(st.sampled_from(((), (("Hide", "false"),)))),
    )


@st.composite
def laws(draw: Draw) -> Law:
    """Whole instruments."""
    count = draw(st.integers(1, 3))
    listed = tuple(draw(articles(n)) for n in range(1, count + 1))
    chapter = Division(level=Level.CHAPTER, num="1", title=Words("第一章　総則"), children=listed)
    contents = Contents(
        entries=(Entry(tag="TOCChapter", num="1", title=Words("第一章　総則"), extent=Words("（第一条）")),),
        label=Words("目次"),
    )
    supplements = draw(st.lists(paragraphs(1), max_size=2))
    forms = (
        Appendix(
            annex=Annex.STYLE,
            title=Words("様式第一（一）"),
            blocks=(Framed(frame=Frame.STYLE, body=Picture(source="./a.pdf")),),
        ),
    )
    tables = draw(st.lists(blocks().filter(_is_table), max_size=1))
    named = Words("別表第一")
    annexes = tuple(
        Appendix(annex=Annex.TABLE, title=named, related=Words("（第一条関係）"), blocks=(one,))
        for one in tables
    )
    return Law(
        number=Number(text="令和八年省令第一号", year=8, num=1, kind=Kind.MINISTERIAL_ORDINANCE),
        title=Title(words=draw(marked()), kana=draw(st.sampled_from(("", "しけん")))),
        enactments=draw(st.lists(marked(), max_size=1).map(tuple)),
        contents=draw(st.sampled_from((None, contents))),
        main=Main(children=draw(st.sampled_from(((chapter,), listed)))),
        after=(
            *(
                Supplement(children=(one,), amended_by=f"令和{n}年省令第一号")
                for n, one in enumerate(supplements, 1)
            ),
            *annexes,
            *(forms if draw(st.booleans()) else ()),
        ),
    )


def _is_table(block: Framed | Other) -> bool:
    return isinstance(block, Framed) and block.frame is Frame.TABLE


# ------------------------------------------------------------ what Lawtext can say


@st.composite
def plain_sentences(draw: Draw) -> tuple[Sentence, ...]:
    """Sentences that are told apart by their 。, with a line at times."""
    text = f"甲{draw(plain_texts)}。"
    marks = (Mark(0, 1, Drawn.LINE, "solid"),) if draw(st.booleans()) else ()
    if draw(st.booleans()):
        return (Sentence(words=Words(text, marks)),)
    return (
        Sentence(words=Words(text, marks), function=Function.MAIN, num="1"),
        Sentence(words=Words(f"ただし、{draw(plain_texts)}。"), function=Function.PROVISO, num="2"),
    )


@st.composite
def plain_items(draw: Draw, level: int) -> tuple[Item, ...]:
    """Items with sentences, or with two halves."""
    found = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        num = draw(st.sampled_from((str(number), f"{number}_2"))) if level == 0 else str(number)
        halves = (
            Column(sentences=draw(plain_sentences()), num="1"),
            Column(sentences=draw(plain_sentences()), num="2"),
        )
        columns = halves if draw(st.booleans()) else ()
        below = draw(plain_items(level + 1)) if level < 3 and draw(st.integers(0, 3)) == 0 else ()
        found.append(
            Item(
                num=num,
                title=Words(item_title(num, level)),
                sentences=() if columns else draw(plain_sentences()),
                columns=columns,
                items=below,
            )
        )
    return tuple(found)


@st.composite
def plain_laws(draw: Draw) -> Law:
    """Whole instruments that Lawtext says without loss."""
    listed = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        count = draw(st.integers(1, 3))
        listed.append(
            Article(
                num=str(number),
                title=Words(article_title(str(number))),
                caption=draw(st.sampled_from((NOTHING, Words("（設備）")))),
                paragraphs=tuple(
                    Paragraph(
                        num=str(n),
                        label=Words(paragraph_label(str(n))),
                        sentences=draw(plain_sentences()),
                        items=draw(plain_items(0)) if draw(st.booleans()) else (),
                    )
                    for n in range(1, count + 1)
                ),
            )
        )
    own = Paragraph(num="1", sentences=draw(plain_sentences()))
    return Law(
        number=Number(text="令和八年厚生労働省令第一号", year=8, num=1),
        title=Title(words=Words("試験省令")),
        main=Main(children=tuple(listed)),
        after=(Supplement(children=(own,)),) if draw(st.booleans()) else (),
    )
