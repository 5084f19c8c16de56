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
from regcheck.law.words import NOTHING, Drawn, Mark, Words, lined

Draw = Any
ANY_SIGN = "設備を監視し、制御する者（第一号）「甲」&<>\"'；Ａ　"
PLAIN_SIGN = "設備を監視し、制御する者甲乙丙"

MARKUP = ("<Line>乙</Line>", "&lt;乙", "<乙", "&amp;lt;&")
"""Words that look like elements and signs of XML."""

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
    text = f"甲{draw(plain_texts | st.sampled_from(MARKUP))}。"
    marks = (Mark(0, 1, Drawn.LINE, "solid"),) if draw(st.booleans()) else ()
    if draw(st.booleans()):
        return (Sentence(words=Words(text, marks)),)
    return (
        Sentence(words=Words(text, marks), function=Function.MAIN, num="1"),
        Sentence(words=Words(f"ただし、{draw(plain_texts)}。"), function=Function.PROVISO, num="2"),
    )


@st.composite
def plain_items(draw: Draw, level: int) -> tuple[Item, ...]:
    """Items with sentences, or with two halves, with labels or without, and what stands below them."""
    found = []
    is_bare = draw(st.integers(0, 5)) == 0
    for number in range(1, draw(st.integers(1, 3)) + 1):
        branches = level == 0 and not is_bare
        num = draw(st.sampled_from((str(number), f"{number}_2"))) if branches else str(number)
        halves = (
            Column(sentences=draw(plain_sentences()), num="1"),
            Column(sentences=draw(plain_sentences()), num="2"),
        )
        columns = halves if draw(st.booleans()) else ()
        below = draw(plain_items(level + 1)) if level < 3 and draw(st.integers(0, 3)) == 0 else ()
        found.append(
            Item(
                num=num,
                title=NOTHING if is_bare else draw(drawn(item_title(num, level))),
                sentences=() if columns else draw(plain_sentences()),
                columns=columns,
                items=below,
                blocks=draw(plain_blocks()) if draw(st.integers(0, 5)) == 0 else (),
            )
        )
    return tuple(found)


def drawn(text: str) -> st.SearchStrategy[Words]:
    """A label or caption, at times with a line under all of it."""
    return st.sampled_from((Words(text), lined(text, (0, len(text)))))


@st.composite
def plain_paragraphs(draw: Draw, number: int) -> Paragraph:
    """項 with items and tables in either order."""
    own = draw(plain_items(0)) if draw(st.booleans()) else ()
    framed = draw(plain_blocks()) if draw(st.integers(0, 2)) == 0 else ()
    return Paragraph(
        num=str(number),
        label=draw(drawn(paragraph_label(str(number)))) if number > 1 else NOTHING,
        sentences=draw(plain_sentences()),
        items=own,
        blocks=framed,
        blocks_first=bool(own and framed) and draw(st.booleans()),
    )


@st.composite
def plain_articles(draw: Draw, number: int) -> Article:
    """条 of one to three 項, with a caption or without."""
    return Article(
        num=str(number),
        title=draw(drawn(article_title(str(number)))),
        caption=draw(st.one_of(st.just(NOTHING), drawn("（設備）"))),
        paragraphs=tuple(draw(plain_paragraphs(n)) for n in range(1, draw(st.integers(1, 3)) + 1)),
    )


@st.composite
def plain_remarks(draw: Draw) -> Remarks:
    """Sentences, or items without tables."""
    label = Words("備考")
    if draw(st.booleans()):
        said = draw(st.lists(plain_texts, min_size=1, max_size=2))
        return Remarks(label=label, sentences=tuple(Sentence(words=Words(f"{one}。")) for one in said))
    return Remarks(label=label, items=draw(plain_items(0).filter(_is_without_tables)))


def _is_without_tables(listed: tuple[Item, ...]) -> bool:
    return all(not one.blocks and _is_without_tables(one.items) for one in listed)


RANGES = (
    ("三から五まで", "3:5", 0),
    ("一～三", "1:3", 0),
    ("イ・ロ", "1:2", 1),
    ("（１）・（２）", "1:2", 2),
)
"""Labels of several items that are left out as one."""


@st.composite
def plain_cells(draw: Draw) -> Cell:
    """What a 新旧対照表 has in its cells, and what a 別表 has."""
    level, spans = 0, st.integers(1, 2)
    content: tuple[Any, ...] = ()
    match draw(
        st.sampled_from(("none", "said", "columns", "items", "range", "article", "paragraph", "many"))
    ):
        case "said":
            content = (Sentence(words=Words(f"{draw(plain_texts)}。")),)
        case "columns":
            content = tuple(Column(sentences=(Sentence(words=Words(draw(plain_texts))),)) for _ in range(2))
        case "items":
            level = draw(st.integers(0, 2))
            content = draw(plain_items(level).filter(_is_without_tables))
        case "range":
            label, num, level = draw(st.sampled_from(RANGES))
            said = (Sentence(words=Words("（略）")),)
            content = (Item(num=num, title=draw(drawn(label)), sentences=said),)
        case "article":
            content = (draw(plain_articles(draw(st.integers(1, 12)))),)
        case "paragraph":
            content = (draw(plain_paragraphs(draw(st.integers(1, 3)))),)
        case "many":
            first = Sentence(words=Words(f"附則　{draw(plain_texts)}"))
            content = (first, draw(plain_remarks()), Sentence(words=Words(draw(plain_texts))))
    border = draw(st.sampled_from(((), (("BorderBottom", "none"), ("BorderTop", "none")))))
    return Cell(content=content, level=level, rows=draw(spans), columns=draw(spans), rest=border)


@st.composite
def plain_blocks(draw: Draw) -> tuple[Framed, ...]:
    """A table or two, with titles, headings and 備考 at times; a picture."""
    found = []
    for _ in range(draw(st.integers(1, 2))):
        title = draw(st.one_of(st.just(NOTHING), drawn("（傍線部分は改正部分）")))
        after = draw(st.lists(plain_remarks(), max_size=1).map(tuple))
        if draw(st.integers(0, 3)) == 0:
            body = Picture(source="./pict/a.jpg")
            found.append(Framed(frame=Frame.FIGURE, body=body, title=title, after=after))
            continue
        rows = draw(st.lists(st.lists(plain_cells(), min_size=1, max_size=2), min_size=1, max_size=3))
        headings = draw(st.sampled_from(((), ((Words("改正後"), Words("改正前")),))))
        table = Table(rows=tuple(Row(cells=tuple(row)) for row in rows), headings=headings)
        found.append(Framed(frame=Frame.TABLE, body=table, title=title, after=after))
    return tuple(found)


@st.composite
def plain_preambles(draw: Draw) -> tuple[Paragraph, ...]:
    """前文: 項 without labels."""
    count = draw(st.integers(1, 2))
    return tuple(Paragraph(num=str(n), sentences=draw(plain_sentences())) for n in range(1, count + 1))


@st.composite
def plain_laws(draw: Draw) -> Law:
    """Whole instruments that Lawtext says without loss: of 条, or of 項 alone."""
    count = draw(st.integers(1, 3))
    kind = draw(st.sampled_from((plain_articles, plain_articles, plain_paragraphs)))
    listed = tuple(draw(kind(number)) for number in range(1, count + 1))
    own = Paragraph(num="1", sentences=draw(plain_sentences()), blocks=draw(st.just(()) | plain_blocks()))
    table = Appendix(
        annex=Annex.TABLE,
        title=Words("別表第一"),
        related=Words("（第一条関係）"),
        blocks=draw(plain_items(0) | plain_blocks()),
        remarks=draw(st.none() | plain_remarks()),
    )
    return Law(
        number=Number(text="令和八年厚生労働省令第一号", year=8, num=1),
        title=Title(words=Words("試験省令")),
        enactments=draw(st.sampled_from(((), (Words("次のように定める。"),)))),
        preamble=draw(st.just(()) | plain_preambles()),
        main=Main(children=listed),
        after=(
            *((Supplement(children=(own,)),) if draw(st.booleans()) else ()),
            *((table,) if draw(st.booleans()) else ()),
        ),
    )
