"""Definitions where they are first used, with the scope in which they are used.

Owns: the first mention of terms and laws, their scopes; terms that come too early or never.
Refuses to know: how references are put into words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.draft import (
    Draft,
    Introduction,
    LawReference,
    OwnPlace,
    Piece,
    Proved,
    TermUse,
    lines_of,
    with_pieces,
)
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.documents.ordinance.outline.plans import TermPlan
from regcheck.documents.problems import told
from regcheck.frozen import Frozen, replace
from regcheck.law.address import ENACTMENT, Address
from regcheck.law.terms import alone

IN_FORMS = Address("様式")
"""Where a form uses a term: it never makes one, and what it uses holds to the end of the ordinance."""


class Uses(Frozen):
    """Where a term or law is named in the body, in reading order; a place stands as often as it is named there."""

    places: tuple[Address, ...] = ()

    @property
    def first(self) -> Address:
        return self.places[0]


def place_definitions(draft: Draft, numbering: Numbering) -> Draft:
    """The draft with every term and law introduced at its first mention."""
    expanded = _with_terms(draft, numbering)
    return _with_laws(expanded, numbering)


def check_terms(draft: Draft) -> Iterator[Diagnostic]:
    """Terms that are used before they are made, only where they are made, or never."""
    for term in draft.terms.values():
        uses, made, early = _sites(draft, term.name)
        if made is None or made == IN_FORMS:
            yield told(codes.ordinance.TermOutOfOrder(term=term.name, why="never"), term.name, term.span)
            continue
        if early is not None:
            payload = codes.ordinance.TermOutOfOrder(term=term.name, why="before", place=str(early))
            yield told(payload, term.name, term.span)
        if len(uses.places) < 2:
            payload = codes.ordinance.TermOutOfOrder(term=term.name, why="once", place=str(made))
            yield told(payload, term.name, term.span)


# ---------------------------------------------------------------- where names stand


class TermFinder:
    """Finds the terms in the words of a text, as words of their own and outside of 「」."""

    def __init__(self, terms: Mapping[str, TermPlan]) -> None:
        names = sorted(terms, key=lambda name: (-len(name), name))
        joined = "|".join(map(re.escape, names))
        self._pattern = re.compile(f"「[^「」]*」|{alone(f'(?P<term>{joined})')}") if names else None

    def split(self, text: str) -> list[Piece]:
        """The text with every term taken out as a piece of its own."""
        found: list[Piece] = []
        at = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            if match["term"]:
                found += [text[at : match.start()], TermUse(term=match["term"])]
                at = match.end()
        return [piece for piece in (*found, text[at:]) if piece]


def _sites(draft: Draft, name: str) -> tuple[Uses, Address | None, Address | None]:
    """All places from the definition on, the place of the definition, and a place before it."""
    found: list[Address] = []
    made: Address | None = None
    early: Address | None = None
    finder = TermFinder({name: draft.terms[name]})
    for address, pieces in _lines(draft):
        for piece in pieces:
            if piece == TermUse(term=name):
                made = made or address
                found.append(address)
            elif isinstance(piece, Proved) and (times := len(_terms_in(finder.split(piece.text)))):
                early = early or (address if made is None else None)
                found += [address] * times
    return Uses(places=tuple(found)), made, early


def _terms_in(pieces: Sequence[Piece]) -> list[Piece]:
    return [piece for piece in pieces if isinstance(piece, TermUse)]


def _lines(draft: Draft) -> Iterator[tuple[Address, tuple[Piece, ...]]]:
    """The pieces of every line; what a term is short for belongs to the line in which it is made."""
    made: set[str] = set()
    for address, line in lines_of(draft):
        yield address, tuple(_spread(draft, line.pieces, made))
    for texts in draft.form_texts.values():
        for pieces in texts.values():
            yield IN_FORMS, pieces


def _spread(draft: Draft, pieces: Sequence[Piece], made: set[str]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        if isinstance(piece, TermUse) and piece.term not in made:
            made.add(piece.term)
            inner = [one for one in draft.definitions[piece.term] if one != piece]
            yield from _spread(draft, inner, made)


# ---------------------------------------------------------------- terms


def _with_terms(draft: Draft, numbering: Numbering) -> Draft:
    made: set[str] = set()
    sites = {name: _sites(draft, name)[0] for name in draft.terms}

    def change(address: Address, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(piece for old in pieces for piece in expand(old, address))

    def expand(piece: Piece, address: Address) -> Iterator[Piece]:
        if not isinstance(piece, TermUse):
            yield piece
        elif piece.term in made:
            yield piece.term
        else:
            made.add(piece.term)
            term, scope = draft.terms[piece.term], scope_of(sites[piece.term], address, numbering)
            inner = [one for old in draft.definitions[term.name] for one in expand(old, address)]
            yield from _definition(term, inner, scope)

    return with_pieces(draft, change)


def _definition(term: TermPlan, inner: Sequence[Piece], scope: Sequence[Piece]) -> Iterator[Piece]:
    """X（以下「Y」という。）, or Y（…をいう。以下同じ。）."""
    if term.short:
        yield from (*inner, "（", *scope, f"「{term.name}」という。）")
    else:
        yield from (f"{term.name}（", *inner, "をいう。", *scope, "同じ。）")


def scope_of(uses: Uses, first: Address, numbering: Numbering) -> tuple[Piece, ...]:
    """以下, 以下この条において, 次条において …, by the places after the first."""
    own = _article(first)
    others = dict.fromkeys(_article(place) for place in uses.places[1:])
    strangers = [place for place in others if place != own]
    if len(strangers) > 1 or IN_FORMS in strangers:
        return ("以下",)
    if own not in others:
        return (OwnPlace(address=strangers[0]), "において") if strangers else ("以下",)
    if strangers:
        return ("以下この条及び", OwnPlace(address=strangers[0]), "において")
    same = all(place.paragraph == first.paragraph for place in uses.places[1:])
    return ("以下この項において",) if same and not numbering.is_single(first) else ("以下この条において",)


def _article(address: Address) -> Address:
    return Address(address.part, address.article)


# ---------------------------------------------------------------- laws


def _with_laws(draft: Draft, numbering: Numbering) -> Draft:
    """Every law in full, with its number and, if it is named again, with a short name, at its first mention."""
    uses: dict[str, list[Address]] = {}
    for address, line in lines_of(draft):
        for piece in line.pieces:
            if isinstance(piece, LawReference):
                uses.setdefault(piece.law, []).append(address)
    numbered: set[str] = set()
    introduced: set[str] = set()

    def change(address: Address, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(introduce(piece, address) for piece in pieces)

    def introduce(piece: Piece, address: Address) -> Piece:
        if not isinstance(piece, LawReference) or piece.law in introduced:
            return piece
        number = piece.law not in numbered
        numbered.add(piece.law)
        if address == ENACTMENT:
            return replace(piece, introduces=Introduction(number=number, short=False)) if number else piece
        introduced.add(piece.law)
        places = Uses(places=tuple(uses[piece.law]))
        scope = scope_of(places, address, numbering)
        again = len(places.places) > 1
        return replace(
            piece, introduces=Introduction(number=number, short=again, scope=scope if again else ())
        )

    return with_pieces(draft, change)
