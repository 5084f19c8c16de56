"""References of an ordinance → what it cites, law by law and article by article.

Owns: the order: acts, orders of the cabinet, ordinances, and among these by the first reference; in a law as it runs.
Refuses to know: the words of the provisions, pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from regcheck.documents.cited.stored import StoredLaw, find_law
from regcheck.documents.ordinance.citing import Mention
from regcheck.frozen import Frozen, replace
from regcheck.law.address import ENACTMENT, Address
from regcheck.law.labels import sort_key
from regcheck.law.law_number import number_of
from regcheck.law.places import Places
from regcheck.law.tree import Kind
from regcheck.model.specification import Instrument

_RANKS = (
    Kind.CONSTITUTION,
    Kind.ACT,
    Kind.CABINET_ORDER,
    Kind.IMPERIAL_ORDER,
    Kind.MINISTERIAL_ORDINANCE,
    Kind.RULE,
    Kind.OTHER,
)


class CitedArticle(Frozen):
    """An article that is cited, what of it, and by which of our provisions, in reading order."""

    address: Address
    provisions: tuple[Address, ...]
    by: tuple[Address, ...]


class CitedLaw(Frozen):
    """A law that is cited, with its text if that is at hand."""

    title: str
    number: str
    articles: tuple[CitedArticle, ...]
    stored: StoredLaw | None = None


def citations(
    mentions: Iterable[Mention],
    instruments: Mapping[str, Instrument],
    laws: Sequence[StoredLaw],
    ordinance: Places,
) -> tuple[CitedLaw, ...]:
    """Everything that the ordinance cites of other laws."""
    found: dict[str, list[Mention]] = {}
    for mention in _in_order(mentions):
        if mention.law:
            found.setdefault(mention.law, []).append(mention)
    made = [_law(instruments[name], uses, laws, ordinance) for name, uses in found.items()]
    return tuple(sorted(made, key=lambda law: _RANKS.index(number_of(law.number).kind)))


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """The 制定文 is read first."""
    return sorted(mentions, key=lambda mention: mention.here != ENACTMENT)


def _law(
    named: Instrument, uses: Sequence[Mention], laws: Sequence[StoredLaw], ordinance: Places
) -> CitedLaw:
    by_article: dict[Address, tuple[dict[Address, None], dict[Address, None]]] = {}
    for mention in uses:
        for target in mention.meant:
            article = Address(target.part, target.article)
            provisions, by = by_article.setdefault(article, ({}, {}))
            provisions[target] = None
            by[_own(mention.here, ordinance)] = None
    articles = tuple(
        CitedArticle(address=article, provisions=tuple(sorted(said, key=_order)), by=tuple(by))
        for article, (said, by) in sorted(by_article.items(), key=lambda pair: _order(pair[0]))
    )
    stored = find_law(laws, named.title, named.number)
    return CitedLaw(
        title=named.title or named.header.name, number=named.number, articles=articles, stored=stored
    )


def _own(here: Address, ordinance: Places) -> Address:
    """The 項 in which a reference stands, or the article where it has no other."""
    place = replace(here, items=(), inside="")
    return replace(place, paragraph="") if ordinance.has_one(place) else place


def _order(address: Address) -> tuple[bool, str, tuple[tuple[int, ...], ...]]:
    """本則 before 附則, and there by numbers."""
    nums = (address.article, address.paragraph, *address.items)
    keys = tuple(sort_key(num) if num[:1].isdecimal() else (0,) for num in nums)
    return bool(address.part), address.part, keys
