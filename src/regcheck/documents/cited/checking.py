"""Every reference of an ordinance into another law, held against the text of that law.

Owns: whether the provision is there, and which one is nearest where it is not.
Refuses to know: how references are put into words, files.

A law that nobody stored, and a provision that could not be had, are not checked: 参照条文 says so of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.documents.cited.stored import StoredLaw, find_law
from regcheck.documents.ordinance.citing import Mention
from regcheck.documents.ordinance.draft import Draft, LawReference, lines_of
from regcheck.documents.problems import told
from regcheck.frozen import replace
from regcheck.law.address import ENACTMENT, Address
from regcheck.law.labels import sort_key
from regcheck.law.places import Places
from regcheck.law.references import exists
from regcheck.model.specification import Instrument
from regcheck.source.span import NOWHERE


def named_in(draft: Draft) -> Iterator[Mention]:
    """Every reference to another law in a draft, finished or not."""
    lines = ((address, line.pieces) for address, line in lines_of(draft))
    terms = ((Address(f"用語「{term}」"), pieces) for term, pieces in draft.definitions.items())
    for here, pieces in ((ENACTMENT, draft.enactment), *lines, *terms):
        for piece in pieces:
            if isinstance(piece, LawReference) and piece.address is not None:
                meant = (piece.address,)
                yield Mention(here=here, words=str(piece.address), law=piece.law, meant=meant)


def check_cited(
    mentions: Iterable[Mention],
    instruments: Mapping[str, Instrument],
    laws: Sequence[StoredLaw],
    draft: Draft | None = None,
) -> Iterator[Diagnostic]:
    """A finding for each reference to a provision that is not there, at its line of the draft."""
    spans = {address: line.span for address, line in lines_of(draft)} if draft else {}
    for mention in mentions:
        if not mention.law:
            continue
        named = instruments[mention.law]
        stored = find_law(laws, named.title, named.number)
        if stored is None:
            continue
        for target in mention.meant:
            payload = _missing(mention, named.abbreviation or mention.law, target, stored)
            if payload:
                yield told(payload, str(mention.here), spans.get(mention.here, NOWHERE))


def is_there(stored: StoredLaw, target: Address) -> bool:
    """Whether the text has the provision, with its ただし書 or 後段 if that is named."""
    if not exists(stored.places, replace(target, inside="")):
        return False
    return not target.inside or stored.places.has_inside(replace(target, inside=""), target.inside)


def _missing(mention: Mention, law: str, target: Address, stored: StoredLaw) -> Payload | None:
    if stored.is_absent(target) or is_there(stored, target):
        return None
    place = str(mention.here)
    article = Address(target.part, target.article)
    if stored.source.part and stored.places.find(article) is None:
        return codes.cited.NotInExtract(
            place=place, words=mention.words, law=law, missing=str(article), file=stored.source.file
        )
    near, whole = nearest_provision(stored.places, target), replace(target, inside="")
    return codes.cited.NoSuchProvision(
        place=place,
        words=mention.words,
        law=law,
        missing=str(target if is_there(stored, whole) else whole),
        nearest=str(near) if near else "",
    )


def nearest_provision(places: Places, wanted: Address) -> Address | None:
    """The provision of the same kind with the nearest number, or the one that it would be a part of."""
    here = replace(wanted, inside="", paragraph=wanted.paragraph or ("1" if wanted.items else ""))
    if wanted.inside and exists(places, here):
        return here
    while here.article or here.paragraph:
        beside = [one for one in places.by_address if _level(one) == _level(here) and one.up == here.up]
        if beside:
            return min(beside, key=lambda one: (_distance(_last(one), _last(here)), sort_key(_last(one))))
        here = here.up
        if here.article and places.find(here):
            return here
    return None


def _level(address: Address) -> tuple[bool, bool, int]:
    return bool(address.article), bool(address.paragraph), len(address.items)


def _last(address: Address) -> str:
    """The number that the provision itself has."""
    return address.items[-1] if address.items else address.paragraph or address.article or "0"


def _distance(one: str, other: str) -> int:
    """How far two numbers lie apart: 第三条 is nearer to 第二条の二 than to 第二条."""
    return abs(_position(one) - _position(other))


def _position(num: str) -> int:
    head, *branches = sort_key(num)
    return head * 1000 + sum(branches)
