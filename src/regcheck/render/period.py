"""A period counted from a day, as a page and as an object for programs.

Owns: the words for its days in both languages, the shape of the object.
Refuses to know: how days are found, terminals.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from regcheck.calendar.counted import Counted
from regcheck.calendar.dates import date_in_japanese, weekday, weekday_in_english
from regcheck.calendar.period import Period, Point
from regcheck.calendar.sides import Side
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen
from regcheck.render.page import Line, Page, Piece, Role, line
from regcheck.source.width import pad, width, wrap

SCHEMA = "regcheck-period/1"
_COLUMNS = 96
_GAP = 2


class Words(Frozen):
    """One language's names of the days; what is counted back has its own."""

    start: str
    first: str
    first_back: str
    last: str
    last_moved: str
    last_back: str
    next: str
    first_of_side: str
    last_of_side: str
    why: str
    bullet: str


_JA = Words(
    start="基準の日",
    first="起算日",
    first_back="遡る起算日",
    last="末日",
    last_moved="末日（繰下げ後）",
    last_back="間に合う最後の日",
    next="その翌日",
    first_of_side="最初の日",
    last_of_side="最後の日",
    why="理由",
    bullet="・",
)
_EN = Words(
    start="start",
    first="first counted day",
    first_back="first counted day, going back",
    last="last day",
    last_moved="last day, after it moved",
    last_back="last day in time",
    next="day after",
    first_of_side="first of these days",
    last_of_side="last of these days",
    why="Reasons",
    bullet="- ",
)


def period_page(text: str, counted: Counted, language: Language) -> Page:
    """The phrase, its days (the one that it means stands out), and the reasons."""
    words = _EN if language is Language.EN else _JA
    return (
        line(Piece(text, Role.HEADLINE)),
        line(),
        *_days(counted, words, language),
        line(),
        line(Piece(words.why, Role.LABEL)),
        *_reasons(counted, words, language),
    )


def period_text(text: str, counted: Counted, language: Language) -> str:
    """The object as text that ends with a line break; a side without end has no last day, hence null."""
    found: dict[str, object] = {
        "schema": SCHEMA,
        "wording": text,
        "from": counted.start.isoformat(),
        "first": _iso(counted.first),
        "last": _iso(counted.last),
        "next": _iso(counted.next),
        "day": _iso(counted.day),
        "reasons": [reason.en if language is Language.EN else reason.ja for reason in counted.reasons],
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _days(counted: Counted, words: Words, language: Language) -> Iterator[Line]:
    rows = [(name, day) for name, day in _rows(counted, words) if day is not None]
    names = max(width(name) for name, _ in rows) + _GAP
    dates = max(width(_shown(day, language)[0]) for _, day in rows) + _GAP
    meant = _meant(counted, words)
    for name, day in rows:
        left, right = _shown(day, language)
        role = Role.HEADLINE if name == meant else Role.PLAIN
        yield line("  ", pad(name, names), Piece(pad(left, dates) + right, role))


def _rows(counted: Counted, words: Words) -> Iterator[tuple[str, date | None]]:
    period, side = counted.worded.period, counted.worded.side
    yield counted.worded.anchor or words.start, counted.start
    if period is None:
        yield words.first_of_side, counted.first
        yield words.last_of_side, counted.last
        yield words.next, counted.next
        return
    yield words.first_back if period.backward else words.first, counted.first
    yield _last_name(period, words), counted.last
    yield words.next, counted.next
    if side is not None:
        yield _edge_name(side, words), counted.day


def _meant(counted: Counted, words: Words) -> str:
    """The name of the day that the phrase means."""
    period, side = counted.worded.period, counted.worded.side
    if side is not None or period is None:
        return _edge_name(side or Side.FROM, words)
    is_next = period.point is Point.NEXT and not period.backward
    return words.next if is_next else _last_name(period, words)


def _edge_name(side: Side, words: Words) -> str:
    return words.first_of_side if side.is_later else words.last_of_side


def _last_name(period: Period, words: Words) -> str:
    if period.backward:
        return words.last_back
    return words.last_moved if period.moves else words.last


def _shown(day: date, language: Language) -> tuple[str, str]:
    if language is Language.EN:
        return f"{day.isoformat()} {weekday_in_english(day)}", date_in_japanese(day)
    return f"{date_in_japanese(day)}（{weekday(day)}）", day.isoformat()


def _reasons(counted: Counted, words: Words, language: Language) -> Iterator[Line]:
    indent = width(words.bullet) + _GAP
    for reason in counted.reasons:
        text = reason.en if language is Language.EN else reason.ja
        first, *rest = wrap(text, _COLUMNS - indent)
        yield line(" " * _GAP, words.bullet, first)
        yield from (line(" " * indent, more) for more in rest)
