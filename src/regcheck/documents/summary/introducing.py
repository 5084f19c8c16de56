"""Terms and laws introduced at their first mention, for a document that is read from its beginning to its end.

Owns: where they are introduced, that what is named once needs no short name, and what comes too early.
Refuses to know: how references are put into words, the scopes that they have in the ordinance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.draft import (
    Draft,
    Introduction,
    LawReference,
    Piece,
    Proved,
    TermUse,
    lines_of,
    with_pieces,
)
from regcheck.documents.ordinance.terms import TermFinder
from regcheck.documents.problems import told
from regcheck.frozen import replace
from regcheck.law.address import Address


def introduced(draft: Draft) -> Draft:
    """The draft with every term and law explained where it first stands."""
    uses = Counter(_names(draft, (piece for _, line in lines_of(draft) for piece in line.pieces)))
    made: set[str] = set()

    def change(_: Address, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
        return tuple(_expanded(draft, pieces, uses, made))

    return with_pieces(draft, change)


def check_order(draft: Draft) -> Iterator[Diagnostic]:
    """Terms that the words of an item use before a sentence introduces them."""
    finder, made, told_of = TermFinder(draft.terms), set[str](), set[str]()
    for address, line in lines_of(draft):
        heading = draft.articles[int(address.article) - 1].plan.caption if address.article else address.part
        for piece in line.pieces:
            early = finder.split(piece.text) if isinstance(piece, Proved) else []
            for term in (one.term for one in early if isinstance(one, TermUse)):
                if term not in made | told_of:
                    told_of.add(term)
                    place = f"要綱「{heading}」"
                    yield told(codes.ordinance.TermOutOfOrder(term=term, why="before", place=place), term)
            if isinstance(piece, TermUse):
                made.add(piece.term)


def _names(draft: Draft, pieces: Iterable[Piece]) -> Iterator[str]:
    """The terms and laws as they are named, those in what a term means once."""
    finder, seen = TermFinder(draft.terms), set[str]()
    waiting = list(pieces)
    while waiting:
        piece = waiting.pop()
        match piece:
            case TermUse(term=term):
                yield term
                if term not in seen:
                    seen.add(term)
                    waiting += (one for one in draft.definitions[term] if one != piece)
            case LawReference(law=law):
                yield f"法令{law}"
            case Proved(text=text):
                waiting += (one for one in finder.split(text) if isinstance(one, TermUse))
            case _:
                pass


def _expanded(draft: Draft, pieces: Iterable[Piece], uses: Counter[str], made: set[str]) -> Iterator[Piece]:
    for piece in pieces:
        name = piece.term if isinstance(piece, TermUse) else _law(piece)
        if not name or name in made:
            yield piece
            continue
        made.add(name)
        if isinstance(piece, TermUse):
            yield from _defined(draft, piece, uses, made)
        elif isinstance(piece, LawReference):
            again = uses[name] > 1
            short = Introduction(number=True, short=again, scope=("以下",) if again else ())
            yield replace(piece, introduces=short)


def _law(piece: Piece) -> str:
    return f"法令{piece.law}" if isinstance(piece, LawReference) else ""


def _defined(draft: Draft, use: TermUse, uses: Counter[str], made: set[str]) -> Iterator[Piece]:
    """X（以下「Y」という。）, Y（…をいう。以下同じ。）; without 以下 where it does not come again."""
    plan, again = draft.terms[use.term], uses[use.term] > 1
    inner = draft.definitions[use.term]
    if plan.short:
        yield from _expanded(draft, inner, uses, made)
        yield f"（以下「{plan.name}」という。）" if again else ""
        return
    yield f"{plan.name}（"
    yield from _expanded(draft, inner, uses, made)
    yield "をいう。以下同じ。）" if again else "をいう。）"
