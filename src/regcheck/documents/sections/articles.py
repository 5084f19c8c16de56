"""Items as articles, with what belongs to each line in the margin.

Owns: the article of an item, the margin of every 項 and 号.
Refuses to know: which items a section has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from regcheck.analysis.report import Entry
from regcheck.documents.material import (
    Material,
    citation_words,
    item_anchor,
    place_order,
    place_words,
)
from regcheck.documents.model import Article, Margin
from regcheck.documents.provision import Item, Paragraph, Provision
from regcheck.model.specification import Header, Predicate, StagePlan
from regcheck.source.span import NOWHERE


def article_of(
    material: Material, header: Header, provision: Provision, also: Iterable[Header] = ()
) -> Article:
    """The article that prints an item; `also` are the 特例 that stand in it as 項 of their own."""
    anchor = item_anchor(header)
    entries = tuple(e for own in (header, *also) for e in material.ledger.of_item(own))
    return Article(
        anchor=anchor,
        place=place_words(header),
        title=header.name,
        kind=header.keyword,
        provision=provision,
        margins=tuple(_margins(material, anchor, provision.paragraphs, entries)),
        sources=tuple(citation_words(citation) for citation in header.sources),
        remarks=header.remarks,
        verdicts=material.ledger.links(entries),
    )


def _margins(
    material: Material, anchor: str, parts: Sequence[Paragraph | Item], entries: Sequence[Entry]
) -> Iterator[Margin]:
    """In the order of the printed lines. An entry belongs to the smallest part it points into.

    What points at the first 項 is about the whole article, and stands below it.
    """
    for position, part in enumerate(parts, 1):
        here = f"{anchor}-{part.label or position}"
        smaller = [item.span for item in part.items]
        own = material.ledger.inside(entries, part.span, smaller) if part.label else ()
        shown = part.span != NOWHERE
        yield Margin(
            anchor=here,
            source=material.source_link(part.span if shown else NOWHERE),
            verdicts=material.ledger.links(own),
        )
        yield from _margins(material, here, part.items, entries)


def predicate_articles(material: Material, predicates: Iterable[Predicate]) -> tuple[Article, ...]:
    """The articles of predicates that have words, in the order of the instrument."""
    listed = sorted(predicates, key=lambda predicate: place_order(predicate.header))
    words, overrides = material.printed.predicates, material.spec.overrides.values()
    return tuple(
        article_of(
            material,
            p.header,
            words[p.header.name],
            [o.header for o in overrides if o.target == p.header.name],
        )
        for p in listed
        if p.header.name in words
    )


def plan_articles(material: Material, plans: Iterable[StagePlan]) -> tuple[Article, ...]:
    """The articles of 段階."""
    listed = sorted(plans, key=lambda plan: place_order(plan.header))
    words = material.printed.plans
    return tuple(
        article_of(material, p.header, words[p.header.name]) for p in listed if p.header.name in words
    )
