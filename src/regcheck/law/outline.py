"""Lines of a text, each with its rank → tree.

Owns: how lines nest (附則 over 章 over 条 over 項 over 号), and the nodes that they become.
Refuses to know: how the lines are written in one format or another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum

from regcheck.frozen import Frozen
from regcheck.law.labels import article_num, item_num, paragraph_num
from regcheck.law.sentences import cut, outside, parts, sentences_of
from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Block,
    Cell,
    Column,
    Division,
    Frame,
    Framed,
    Item,
    Level,
    Main,
    Paragraph,
    Picture,
    Remarks,
    Row,
    Sentence,
    Supplement,
    Table,
)
from regcheck.law.words import NOTHING, Words
from regcheck.source.numerals import from_kanji
from regcheck.source.span import NOWHERE, Span


class Rank(IntEnum):
    """What a line is; a line holds the lines of higher rank that follow it."""

    SUPPLEMENT = 0
    APPENDIX = 1
    PART = 2
    CHAPTER = 3
    SECTION = 4
    SUBSECTION = 5
    DIVISION = 6
    ARTICLE = 7
    PARAGRAPH = 8
    ITEM = 9
    """And 10 … 12 for イ, （１）, （ｉ）."""
    BLOCK = 20


SIGNS = {"編": Rank.PART, "章": Rank.CHAPTER, "節": Rank.SECTION, "款": Rank.SUBSECTION, "目": Rank.DIVISION}
_LEVELS = dict(zip((Rank(rank) for rank in range(2, 7)), Level, strict=True))


class Line(Frozen):
    """A line of a law: its label and its words."""

    rank: int
    label: Words = NOTHING
    body: Words = NOTHING
    caption: Words = NOTHING
    columns: tuple[Words, ...] = ()
    """The halves of a 対応号, in place of the body."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    headings: tuple[tuple[Words, ...], ...] = ()
    source: str = ""
    """Of a picture."""
    remarks: tuple[Remarks, ...] = ()
    frame: Frame | None = None
    """What a block is, if its line says it."""
    under: int = Rank.BLOCK
    """The lowest that a block can stand under: a table at the indent of 号 belongs to the 項, not to the last 号."""
    annex: Annex = Annex.TABLE
    span: Span = NOWHERE


class Branch(Frozen):
    """A line with what stands below it."""

    line: Line
    below: tuple[Branch, ...] = ()


def has_place(lines: Sequence[Line], rank: int) -> bool:
    """Whether a line of this rank has something to stand under: イ a 号, （１） an イ, a 項 a 条, 附則 or nothing."""
    above = next((line.rank for line in reversed(lines) if line.rank < min(rank, Rank.BLOCK)), None)
    if rank <= Rank.APPENDIX:
        return True
    if rank == Rank.PARAGRAPH:
        return above in {None, Rank.SUPPLEMENT, Rank.ARTICLE}
    if rank <= Rank.ARTICLE:
        return above != Rank.APPENDIX
    if rank == Rank.BLOCK:
        return above is not None and (above == Rank.APPENDIX or above >= Rank.ARTICLE)
    if rank == Rank.ITEM:
        return above in {Rank.APPENDIX, Rank.ARTICLE, Rank.PARAGRAPH}
    return above == rank - 1


def nested(lines: Iterable[Line]) -> tuple[Branch, ...]:
    """Lines in order → branches: below a line stand the following lines of higher rank."""
    top: list[Branch] = []
    held: list[tuple[Line, list[Branch]]] = []

    def close(rank: int) -> None:
        while held and held[-1][0].rank >= rank:
            line, below = held.pop()
            (held[-1][1] if held else top).append(Branch(line=line, below=tuple(below)))

    for line in lines:
        close(min(line.rank, line.under + 1) if line.rank > Rank.APPENDIX else Rank.SUPPLEMENT)
        held.append((line, []))
    close(-1)
    return tuple(top)


def body_of(branches: Iterable[Branch]) -> tuple[Main, tuple[Supplement | Appendix, ...]]:
    """本則, and the 附則, 別表 and 様式 after it."""
    main: list[Branch] = []
    after: list[Supplement | Appendix] = []
    for branch in branches:
        match branch.line.rank:
            case Rank.SUPPLEMENT:
                after.append(_supplement(branch, is_first=not any(isinstance(p, Supplement) for p in after)))
            case Rank.APPENDIX:
                after.append(_appendix(branch))
            case _:
                main.append(branch)
    return Main(children=tuple(children_of(main))), tuple(after)


def _supplement(branch: Branch, is_first: bool) -> Supplement:
    return Supplement(
        label=branch.line.label,
        children=tuple(children_of(branch.below)),
        amended_by=branch.line.body.text,
        type="" if is_first and not branch.line.body.text else "Amend",
        extract=True if branch.line.source == "抄" else None,
        span=branch.line.span,
    )


def _appendix(branch: Branch) -> Appendix:
    line = branch.line
    framing = Frame.STYLE if line.annex is Annex.STYLE else None
    blocks: list[Block | Item] = []
    for below in branch.below:
        if below.line.rank == Rank.BLOCK:
            blocks.append(block_of(below, framing))
        elif below.line.rank >= Rank.ITEM:
            blocks.append(item_of(below, 0, len(blocks) + 1))
    return Appendix(
        annex=line.annex,
        title=line.label,
        related=line.body,
        blocks=tuple(blocks),
        remarks=line.remarks[0] if line.remarks else None,
        span=line.span,
    )


def children_of(branches: Iterable[Branch]) -> Iterator[Division | Article | Paragraph]:
    """章, 条 and 項."""
    number = 0
    for branch in branches:
        rank = branch.line.rank
        if rank in _LEVELS:
            yield _division(branch)
        elif rank == Rank.ARTICLE:
            yield _article(branch)
        elif rank == Rank.PARAGRAPH:
            number += 1
            yield _paragraph(branch, number)


def _division(branch: Branch) -> Division:
    title = branch.line.label
    head = title.text.partition("　")[0]
    kept = (child for child in children_of(branch.below) if not isinstance(child, Paragraph))
    return Division(
        level=_LEVELS[Rank(branch.line.rank)],
        num=division_num(head),
        title=title,
        children=tuple(kept),
        span=branch.line.span,
    )


def division_num(head: str) -> str:
    """第四章の二 → 4_2."""
    first, *branches = head.lstrip("第").split("の")
    numbers = [from_kanji(first[:-1]), *(from_kanji(part) for part in branches)]
    return "_".join(str(number or 0) for number in numbers)


def _article(branch: Branch) -> Article:
    line = branch.line
    first = Branch(
        line=Line(rank=Rank.PARAGRAPH, body=line.body, span=line.span),
        below=tuple(below for below in branch.below if below.line.rank > Rank.PARAGRAPH),
    )
    further = [below for below in branch.below if below.line.rank == Rank.PARAGRAPH]
    paragraphs = [_paragraph(one, number) for number, one in enumerate([first, *further], 1)]
    return Article(
        num=article_num(line.label.text) or "1",
        title=line.label,
        paragraphs=tuple(paragraphs),
        caption=line.caption,
        deleted=line.body.text == "削除",
        span=line.span.to(paragraphs[-1].span) if line.span.file else line.span,
    )


def _paragraph(branch: Branch, number: int) -> Paragraph:
    line = branch.line
    return Paragraph(
        num=paragraph_num(line.label.text) or str(number),
        label=line.label,
        sentences=_sentences(line.body),
        caption=line.caption,
        items=_items(branch, 0),
        blocks=tuple(block_of(below) for below in branch.below if below.line.rank == Rank.BLOCK),
        blocks_first=_starts_with_block(branch),
        span=line.span,
    )


def _starts_with_block(branch: Branch) -> bool:
    ranks = [below.line.rank for below in branch.below]
    return bool(ranks) and ranks[0] == Rank.BLOCK and ranks[-1] != Rank.BLOCK


def _items(branch: Branch, level: int) -> tuple[Item, ...]:
    listed = (below for below in branch.below if Rank.ITEM <= below.line.rank < Rank.BLOCK)
    return tuple(item_of(below, level, number) for number, below in enumerate(listed, 1))


def item_of(branch: Branch, level: int, number: int) -> Item:
    """The item at a level; without a label it has the number of its place."""
    line = branch.line
    return Item(
        num=item_num(line.label.text, level) or str(number),
        title=line.label,
        sentences=() if line.columns else _sentences(line.body),
        columns=tuple(
            Column(num=str(number), sentences=sentences_of(words))
            for number, words in enumerate(line.columns, 1)
        ),
        items=_items(branch, level + 1),
        blocks=tuple(block_of(below) for below in branch.below if below.line.rank == Rank.BLOCK),
        deleted=line.body.text == "削除",
        span=line.span,
    )


def _sentences(body: Words) -> tuple[Sentence, ...]:
    return sentences_of(body) if body.text else (Sentence(words=body),)


def block_of(branch: Branch, framing: Frame | None = None) -> Block:
    """What is framed, with its title and 備考."""
    line = branch.line
    rows = tuple(Row(cells=cells) for cells in line.rows)
    default = (framing or Frame.FIGURE) if line.source else Frame.TABLE
    return Framed(
        frame=line.frame or default,
        body=Picture(source=line.source) if line.source else Table(rows=rows, headings=line.headings),
        title=line.label,
        after=line.remarks,
        span=line.span,
    )


def split_columns(words: Words) -> tuple[Words, ...]:
    """The parts between ideographic spaces outside of brackets; one part if there is none."""
    plain, start, found = outside(words.text), 0, []
    while (at := plain.find("　", start)) >= 0:
        found.append(cut(words, start, at))
        start = at + 1
    return (*found, cut(words, start, len(words.text)))


def plain_cell(words: Words, rows: int = 1, columns: int = 1) -> Cell:
    """A cell of one text; its sentences are not told apart."""
    return Cell(
        content=tuple(Sentence(words=part) for part in parts(words)),
        rows=rows,
        columns=columns,
        span=words.span,
    )
