"""What the lines of an ordinance ask a filer to write.

Owns: which lines list 事項, the entries of each, provisions as goals of an answer.
Refuses to know: forms and their fields.

A line asks for entries if it says 次に掲げる事項, has 号, and names a form or says that they are what the Act leaves to it or
are to be written; or if itself is what 主務省令で定める事項は says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.documents.ordinance.draft import (
    Article,
    Draft,
    FormUse,
    LawReference,
    Line,
    OwnReference,
    Piece,
    Proved,
    TermUse,
    Unsettled,
    articles_of,
    paragraphs_of,
)
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address

_LISTED = re.compile("次に掲げる事項")
_WRITTEN = re.compile("主務省令で定める|記載")
"""What tells entries to be written from 事項 that are published or agreed."""
_ALONE = re.compile("主務省令で定める事項は、")
_TAKES_UP = re.compile(r"\ue000(?:各号)?に掲げる事項")
_OWN = "\ue000"


class Goal(Frozen, kw_only=False):
    """A provision that a field answers: of the ordinance (`law` is "") or of another law."""

    law: str
    address: Address

    def holds(self, other: Goal) -> bool:
        """Whether the other is this one or stands in it."""
        mine, its = _parts(self.address), _parts(other.address)
        return self.law == other.law and its[: len(mine)] == mine


class Entry(Frozen, kw_only=False):
    """A 事項 that a line asks for, with its words; `takes_up` is the list that it refers to."""

    goal: Goal
    line: Line
    takes_up: str = ""


class Asked(Frozen, kw_only=False):
    """The 事項 of a line, and the forms that the line names."""

    goal: Goal
    line: Line
    entries: tuple[Entry, ...]
    forms: tuple[str, ...] = ()


def asked_by(draft: Draft) -> Iterator[Asked]:
    """The lines that ask for entries, in reading order."""
    for address, article in articles_of(draft):
        yield from _asked_in(address, article)


def _asked_in(address: Address, article: Article) -> Iterator[Asked]:
    for place, line in paragraphs_of(address, article):
        text, goal = plain(line.pieces), Goal("", place)
        forms = tuple(piece.form for piece in line.pieces if isinstance(piece, FormUse))
        if line.lines and _LISTED.search(text) and (forms or _WRITTEN.search(text)):
            entries = tuple(
                _entry(Goal("", replace(place, items=(str(n),))), one) for n, one in enumerate(line.lines, 1)
            )
            yield Asked(goal, line, entries, forms)
        elif not line.lines and _ALONE.search(text):
            yield Asked(goal, line, (Entry(goal, line),), forms)


def _entry(goal: Goal, line: Line) -> Entry:
    references = [piece.targets[0] for piece in line.pieces if isinstance(piece, OwnReference)]
    takes_up = references[-1] if references and _TAKES_UP.search(plain(line.pieces, _OWN)) else ""
    return Entry(goal, line, takes_up)


def plain(pieces: Sequence[Piece], own: str = "") -> str:
    """The words of pieces without those of references; `own` stands for one to the ordinance itself."""
    said: list[str] = []
    for piece in pieces:
        match piece:
            case str():
                said.append(piece)
            case Proved(text=text):
                said.append(text)
            case TermUse(term=term):
                said.append(term)
            case Unsettled(shown=words):
                said.append(words)
            case OwnReference():
                said.append(own)
            case _:
                pass
    return "".join(said)


def law_goals(pieces: Sequence[Piece]) -> list[Goal]:
    """The articles and 項 of other laws that a text names."""
    return [
        Goal(piece.law, Address(piece.address.part, piece.address.article, piece.address.paragraph))
        for piece in pieces
        if isinstance(piece, LawReference) and piece.address
    ]


def _parts(address: Address) -> tuple[str, ...]:
    """第二条第二号 and 第二条第一項第二号 are one place."""
    paragraph = address.paragraph or ("1" if address.items else "")
    return (
        tuple(part for part in (address.part or "本則", address.article, paragraph) if part) + address.items
    )
