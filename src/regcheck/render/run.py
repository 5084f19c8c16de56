"""A run of a 手続 as a table: day, which day of a period, what happens, by whom, by which provision.

Owns: the words of the cells in both languages, and the columns.
Refuses to know: why the run is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from regcheck.calendar.dates import date_in_english, date_in_japanese, weekday
from regcheck.diagnostics.diagnostic import Step
from regcheck.frozen import Frozen
from regcheck.render.page import Line, Piece, Role, line
from regcheck.source.width import pad, width

_GAP = 2


class RunWords(Frozen):
    """One language's headings and forms; texts with {braces} are for str.format."""

    headings: tuple[str, ...]
    count: str
    is_japanese: bool


JA = RunWords(
    headings=("日付", "日数", "事象・期限", "だれが", "条項"), count="{period}{number}日目", is_japanese=True
)
EN = RunWords(
    headings=("day", "count", "event or limit", "who", "provisions"),
    count="{period} day {number}",
    is_japanese=False,
)


def run_lines(steps: Sequence[Step], words: RunWords) -> Iterator[Line]:
    """The headings and a line for each step, in columns; a column that is empty everywhere is left out."""
    rows = [_cells(step, words) for step in steps]
    kept = [n for n in range(len(words.headings)) if any(row[n] for row in rows)]
    table = [tuple(row[n] for n in kept) for row in (words.headings, *rows)]
    widths = [max(width(row[n]) for row in table) + _GAP for n in range(len(kept))]
    for number, row in enumerate(table):
        role = Role.LABEL if number == 0 else Role.PLAIN
        yield line(*(Piece(pad(cell, columns), role) for cell, columns in zip(row, widths, strict=True)))


def _cells(step: Step, words: RunWords) -> tuple[str, ...]:
    counts = (words.count.format(period=name, number=number) for name, number in step.counts)
    return (
        day_cell(step.day, words),
        "、".join(counts),
        step.what,
        step.who,
        "、".join(step.provisions),
    )


def day_cell(day: date, words: RunWords) -> str:
    """令和八年四月一日（水）2026-04-01, or Wednesday 2026-04-01."""
    if not words.is_japanese:
        return date_in_english(day)
    return f"{date_in_japanese(day)}（{weekday(day)}）{day.isoformat()}"
