"""Numbered draft → Law.

Owns: labels, sentences and columns, 附則, 別表 and 様式 as nodes.
Refuses to know: how references are put into words, formats.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.documents.ordinance import draft as drafts
from regcheck.documents.ordinance.citing import Speaker
from regcheck.documents.ordinance.draft import Draft, Line
from regcheck.documents.ordinance.forms.texts import in_arabic, picture_of
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.frozen import replace
from regcheck.law.address import ENACTMENT, Address, joined_names
from regcheck.law.labels import article_title, item_title, paragraph_label
from regcheck.law.law_number import number_of
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.sentences import sentences_of
from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Cell,
    CellContent,
    Column,
    Frame,
    Framed,
    Item,
    Kind,
    Law,
    Main,
    Paragraph,
    Picture,
    Row,
    Supplement,
    Table,
    Title,
)
from regcheck.law.words import Words
from regcheck.source.numerals import widen


def to_law(draft: Draft, outline: Outline, numbering: Numbering, speaker: Speaker) -> Law:
    """The ordinance as a tree."""
    made = _Making(outline, numbering, speaker)
    number = number_of(outline.number)
    return Law(
        number=replace(number, kind=Kind.MINISTERIAL_ORDINANCE),
        title=Title(words=Words(outline.title)),
        main=Main(children=tuple(made.articles("", draft.articles))),
        enactments=(Words(speaker.words(draft.enactment, ENACTMENT)),),
        after=(
            Supplement(children=tuple(made.supplement(draft.supplement))),
            *made.annexes(draft.annexes),
            *made.forms(),
        ),
    )


class _Making:
    def __init__(self, outline: Outline, numbering: Numbering, speaker: Speaker) -> None:
        self._outline, self._numbering, self._speaker = outline, numbering, speaker

    # ------------------------------------------------------------ 本則 and 附則

    def articles(self, part: str, articles: Sequence[drafts.Article]) -> Iterator[Article]:
        for n, article in enumerate(articles, 1):
            here = Address(part, str(n))
            yield Article(
                num=str(n),
                title=Words(article_title(str(n))),
                caption=Words(f"（{article.plan.caption}）"),
                paragraphs=tuple(
                    self._paragraph(line, place, paragraph_label(place.paragraph))
                    for place, line in drafts.paragraphs_of(here, article)
                ),
            )

    def supplement(self, articles: Sequence[drafts.Article]) -> Iterator[Article | Paragraph]:
        """条 where there are several, otherwise 項: a single one has no number, several are counted from １."""
        if len(articles) != 1:
            yield from self.articles("附則", articles)
            return
        (article,) = articles
        for place, line in drafts.paragraphs_of(Address("附則"), article):
            label = widen(place.paragraph) if len(article.lines) > 1 else ""
            yield self._paragraph(line, place, label)

    def _paragraph(self, line: Line, here: Address, label: str) -> Paragraph:
        return Paragraph(
            num=here.paragraph,
            label=Words(label),
            sentences=sentences_of(Words(self._speaker.words(line.pieces, here))),
            items=tuple(self._items(line, here)),
            span=line.span,
        )

    def _items(self, line: Line, here: Address) -> Iterator[Item]:
        for n, below in enumerate(line.lines, 1):
            place = replace(here, items=(*here.items, str(n)))
            yield self._item(below, place, len(place.items) - 1)

    def _item(self, line: Line, here: Address, level: int) -> Item:
        parts = self._speaker.words(line.pieces, here).split(WIDE_SPACE)
        columns = tuple(
            Column(sentences=sentences_of(Words(part)), num=str(n)) for n, part in enumerate(parts, 1)
        )
        return Item(
            num=here.items[-1],
            title=Words(item_title(here.items[-1], level)),
            sentences=sentences_of(Words(parts[0])) if len(parts) == 1 else (),
            columns=columns if len(parts) > 1 else (),
            items=tuple(self._items(line, here)),
            span=line.span,
        )

    # ------------------------------------------------------------ 別表 and 様式

    def annexes(self, annexes: Sequence[drafts.Annex]) -> Iterator[Appendix]:
        for n, annex in enumerate(annexes, 1):
            title = self._numbering.annexes[n - 1]
            left, right = self._outline.style.columns
            rows = tuple(
                self._row(line, Address(title, "", "", (str(at),))) for at, line in enumerate(annex.lines, 1)
            )
            table = Table(rows=rows, headings=((Words(left), Words(right)),))
            yield Appendix(
                annex=Annex.TABLE,
                num=str(n),
                title=Words(title),
                related=Words(self._related(title)),
                blocks=(Framed(frame=Frame.TABLE, body=table),),
            )

    def _row(self, line: Line, here: Address) -> Row:
        """A sentence in a cell stands alone; with イ below it, it is a 号 without a label."""
        left, _, right = self._speaker.words(line.pieces, here).partition(WIDE_SPACE)
        said, below = sentences_of(Words(right)), tuple(self._items(line, here))
        whole: tuple[CellContent, ...] = (Item(num="1", sentences=said, items=below),) if below else said
        return Row(cells=(Cell(content=sentences_of(Words(left))), Cell(content=whole)))

    def forms(self) -> Iterator[Appendix]:
        for n, title in enumerate(self._numbering.forms.values(), 1):
            related = self._related(title)
            yield Appendix(
                annex=Annex.STYLE,
                num=str(n),
                title=Words(title),
                related=Words(related if self._outline.style.kanji_forms else in_arabic(related)),
                blocks=(Framed(frame=Frame.STYLE, body=Picture(source=picture_of(title))),),
            )

    def _related(self, title: str) -> str:
        """（第二十三条第二項及び第五項関係）."""
        users = self._numbering.users[title]
        said = [
            replace(user, article="").provision
            if before and user.up == before.up and user.paragraph
            else str(user)
            for before, user in zip((None, *users), users, strict=False)
        ]
        return f"（{joined_names(said)}関係）"
