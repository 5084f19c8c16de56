"""The headings of the outline → lines of the draft under them, each with the provisions that it is of.

Owns: which 項 stand under which heading, and 「この条」 of a line that leaves its article.
Refuses to know: how lines are put into words, how sentences end.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from regcheck.documents.ordinance.draft import (
    Article,
    Draft,
    Line,
    Proved,
    articles_of,
    paragraphs_of,
)
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.documents.ordinance.outline.plans import ArticlePlan, SummaryPlan
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.source.numerals import from_kanji

Says = Callable[[SummaryPlan], tuple[Line, ...]]
"""The lines of what a heading says in its own words."""
_HERE = re.compile("この([条項号])")
_BESIDE = re.compile(
    "(?<![条一二三四五六七八九十])(?:(?P<word>前|この)|第(?P<number>[一二三四五六七八九十百]+))項(?=の規定)"
)
"""How the words of an item of several 項 name one of them."""


class Selected(Frozen):
    """A draft whose articles are the headings; of each of its 項, the provisions that it is of."""

    draft: Draft
    related: tuple[tuple[tuple[Address, ...], ...], ...]


def plans_of(draft: Draft, plans: Sequence[SummaryPlan]) -> tuple[SummaryPlan, ...]:
    """The headings; without any, one for each article."""
    if plans:
        return tuple(plans)
    every = (article.plan for _, article in articles_of(draft))
    return tuple(SummaryPlan(heading=plan.caption, provisions=(plan.id,)) for plan in every)


def select(draft: Draft, numbering: Numbering, plans: Sequence[SummaryPlan], says: Says) -> Selected:
    """The lines under their headings. Every provision of the plans has to be there."""
    paragraphs = {
        address: line for at, article in articles_of(draft) for address, line in paragraphs_of(at, article)
    }
    articles: list[Article] = []
    related: list[tuple[tuple[Address, ...], ...]] = []
    for plan in plans:
        own = says(plan)
        if own:
            whole = tuple(numbering.shortest(numbering.places[one]) for one in plan.provisions)
            related.append((*((),) * (len(own) - 1), whole))
        else:
            picked = [at for one in plan.provisions for at in _picked(numbering.places[one], paragraphs)]
            own = tuple(_detached(paragraphs[at], at, numbering) for at in picked)
            related.append(tuple((numbering.shortest(at),) for at in picked))
        articles.append(Article(plan=ArticlePlan(id=plan.heading, caption=plan.heading), lines=own))
    made = replace(draft, enactment=(), articles=tuple(articles), supplement=())
    return Selected(draft=made, related=tuple(related))


def _picked(address: Address, paragraphs: dict[Address, Line]) -> Iterator[Address]:
    """The 項 of an article, or one 項 with those that belong to the same item of the specification."""
    if not address.paragraph:
        yield from (at for at in paragraphs if (at.part, at.article) == (address.part, address.article))
        return
    printed = paragraphs[address].printed
    for number in range(printed.paragraphs if printed else 1):
        yield replace(address, paragraph=str(int(address.paragraph) + number))


def _detached(line: Line, address: Address, numbering: Numbering) -> Line:
    """The line with 「この条」 and 「この項」 by their numbers."""
    own = numbering.shortest(address)
    names = {"条": str(Address(own.part, own.article)), "項": str(replace(own, items=())), "号": str(own)}

    pieces = tuple(
        _HERE.sub(lambda found: names[found[1]], piece) if isinstance(piece, str) else piece
        for piece in line.pieces
    )
    if pieces and isinstance(pieces[0], Proved):
        pieces = (_of_the_article(pieces[0], address), *pieces[1:])
    below = tuple(
        _detached(one, replace(address, items=(*address.items, str(n))), numbering)
        for n, one in enumerate(line.lines, 1)
    )
    return replace(line, pieces=pieces, lines=below, id="")


def _of_the_article(words: Proved, address: Address) -> Proved:
    """第二条第一項の規定にかかわらず, where the words of an item say 前項, この項 or 第一項."""
    here = int(address.paragraph)

    def named(found: re.Match[str]) -> str:
        number = from_kanji(found["number"]) if found["number"] else here - (found["word"] == "前")
        return str(replace(address, paragraph=str(number)))

    return replace(words, text=_BESIDE.sub(named, words.text))
