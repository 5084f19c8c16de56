"""A draft: articles made of lines, and lines made of words and of what is still to become words.

Owns: the pieces of a line, the lines of an article, walking over them in reading order.
Refuses to know: templates, numbers, how a piece is put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

from regcheck.documents.ordinance.outline.plans import ArticlePlan, FormPlan, TermPlan
from regcheck.documents.phrasebook import NO_PHRASES, Phrasebook
from regcheck.frozen import Frozen, detail, field, replace
from regcheck.law.address import ENACTMENT, Address
from regcheck.model.specification import Predicate
from regcheck.source.numerals import to_kanji
from regcheck.source.span import NOWHERE, Span


class Proved(Frozen):
    """Words that print an item of the specification: a condition, or a 期間 or 期限 of a 手続 by its name."""

    text: str
    procedure: str = ""
    period: str = ""


class OwnReference(Frozen):
    """Provisions of the ordinance by their ids: 届出/添付書類. Several in a row before this one are 前二項."""

    targets: tuple[str, ...]


class OwnPlace(Frozen):
    """A provision of the ordinance by its place; what the scope of a term names."""

    address: Address


class LawReference(Frozen):
    """A provision of another law. `introduces`: the law is named in full here, with or without its number and a short
    name that holds in `scope`."""

    law: str
    address: Address | None
    introduces: Introduction | None = None


class Introduction(Frozen):
    """The first mention of a law."""

    number: bool
    short: bool
    scope: tuple[Piece, ...] = ()


class FormUse(Frozen):
    """A 様式 by its id."""

    form: str


class AnnexUse(Frozen):
    """A 別表 by its place among the 別表."""

    position: int


class TermUse(Frozen):
    """A defined term by its name."""

    term: str


class Unsettled(Frozen):
    """未確定: what is printed in its place until it is known."""

    name: str
    shown: str


Piece = str | Proved | OwnReference | OwnPlace | LawReference | FormUse | AnnexUse | TermUse | Unsettled


class Manner(StrEnum):
    """How an item of the specification stands in the ordinance, and so how it is read back."""

    RULE = "rule"
    PLAN = "plan"
    ENTRY = "entry"
    """One half of a 対応号, or a row of a 別表."""


class Printed(Frozen):
    """An item of the specification that begins with a line, and how many 項 it takes."""

    manner: Manner
    item: str
    paragraphs: int = 1


class Line(Frozen):
    """A 項, or a 号 and what lies below it."""

    pieces: tuple[Piece, ...]
    id: str = ""
    lines: tuple[Line, ...] = ()
    printed: Printed | None = None
    span: Span = detail(default=NOWHERE)


class Article(Frozen):
    """条."""

    plan: ArticlePlan
    lines: tuple[Line, ...]
    """Its 項."""


class Annex(Frozen):
    """別表: the column of names and the column of what is set for them."""

    article: str
    heading: str
    lines: tuple[Line, ...]
    """A line for every row: the name in its first piece, before the space between the columns."""


class Draft(Frozen):
    """The whole ordinance before it is numbered."""

    enactment: tuple[Piece, ...]
    articles: tuple[Article, ...]
    supplement: tuple[Article, ...]
    annexes: tuple[Annex, ...] = ()
    forms: Mapping[str, FormPlan] = field(default_factory=dict)
    form_texts: Mapping[str, Mapping[str, tuple[Piece, ...]]] = field(default_factory=dict)
    """The pieces of every text of a form, by its id and the text as it was written."""
    terms: Mapping[str, TermPlan] = field(default_factory=dict)
    definitions: Mapping[str, tuple[Piece, ...]] = field(default_factory=dict)
    """What each term is short for, or means."""
    derived: Mapping[str, Predicate] = field(default_factory=dict)
    """Conditions that no item has by itself: the rows of a 区分表 with one outcome."""
    phrases: Phrasebook = NO_PHRASES
    """How facts are said in the words of items."""


def articles_of(draft: Draft) -> Iterator[tuple[Address, Article]]:
    """Every article of 本則 and 附則 with its address. A 附則 with one of them is made of its 項."""
    for number, article in enumerate(draft.articles, 1):
        yield Address("", str(number)), article
    for number, article in enumerate(draft.supplement, 1):
        yield Address("附則", "" if len(draft.supplement) == 1 else str(number)), article


def lines_of(draft: Draft) -> Iterator[tuple[Address, Line]]:
    """Every line of 本則, 附則 and 別表 with its address, in reading order."""
    for address, article in articles_of(draft):
        for place, line in paragraphs_of(address, article):
            yield from _lines_from(line, place)
    for title, annex in zip(annex_titles(draft), draft.annexes, strict=True):
        for number, line in enumerate(annex.lines, 1):
            yield from _lines_from(line, Address(title, "", "", (str(number),)))


def paragraphs_of(address: Address, article: Article) -> Iterator[tuple[Address, Line]]:
    """The 項 of an article with their addresses."""
    for number, line in enumerate(article.lines, 1):
        yield replace(address, paragraph=str(number)), line


def _lines_from(line: Line, address: Address) -> Iterator[tuple[Address, Line]]:
    yield address, line
    for number, below in enumerate(line.lines, 1):
        yield from _lines_from(below, replace(address, items=(*address.items, str(number))))


def unfolded(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines, each followed by everything below it."""
    for line in lines:
        yield line
        yield from unfolded(line.lines)


def annex_titles(draft: Draft) -> tuple[str, ...]:
    """別表第一, 別表第二 …, or 別表 where there is only one."""
    count = len(draft.annexes)
    return ("別表",) if count == 1 else tuple(f"別表第{to_kanji(n + 1)}" for n in range(count))


Change = Callable[[Address, tuple[Piece, ...]], tuple[Piece, ...]]


def with_pieces(draft: Draft, change: Change) -> Draft:
    """The draft with the pieces of every line changed, line by line in reading order."""
    enactment = change(ENACTMENT, draft.enactment)
    changed = [_changed(address, article, change) for address, article in articles_of(draft)]
    main, after = tuple(changed[: len(draft.articles)]), tuple(changed[len(draft.articles) :])
    annexes = tuple(
        replace(
            annex,
            lines=tuple(
                _with(line, Address(title, "", "", (str(number),)), change)
                for number, line in enumerate(annex.lines, 1)
            ),
        )
        for title, annex in zip(annex_titles(draft), draft.annexes, strict=True)
    )
    return replace(draft, enactment=enactment, articles=main, supplement=after, annexes=annexes)


def _changed(address: Address, article: Article, change: Change) -> Article:
    lines = (_with(line, place, change) for place, line in paragraphs_of(address, article))
    return replace(article, lines=tuple(lines))


def _with(line: Line, address: Address, change: Change) -> Line:
    pieces = change(address, line.pieces)
    below = tuple(
        _with(child, replace(address, items=(*address.items, str(number))), change)
        for number, child in enumerate(line.lines, 1)
    )
    return replace(line, pieces=pieces, lines=below)
