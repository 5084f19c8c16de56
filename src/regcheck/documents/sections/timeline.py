"""手続: for each a table of steps and limits, and a figure of its days.

Owns: this section.
Refuses to know: how days are found, how a figure is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.analysis.timeline import Row, RowKind
from regcheck.analysis.timeline_words import first_words, last_words, notes, plan_title, row_name
from regcheck.documents.drawn import Drawn
from regcheck.documents.model import Block, Cell, Figure, Heading, Link, Note, Section, Table, plain

_HEADINGS = ("事項", "だれが", "いつから", "いつまで", "数え方", "根拠条項", "違反の効果")
_NOTHING = "―"


def timeline_section(drawn: Sequence[Drawn]) -> Section | None:
    """The section of all 手続; None if there are none."""
    blocks = tuple(block for one in drawn for block in _blocks(one))
    return Section(anchor="timelines", title="手続の日程", blocks=blocks) if blocks else None


def _blocks(drawn: Drawn) -> Iterator[Block]:
    plan = drawn.plan
    yield Heading(text=f"手続「{plan.procedure}」", anchor=f"{drawn.ident}-heading")
    if told := notes(plan):
        yield Note(lines=told)
    yield Table(
        anchor=f"{drawn.ident}-table",
        caption=plan_title(plan),
        headings=_HEADINGS,
        rows=tuple(_row(row) for row in plan.rows),
    )
    yield Figure(
        anchor=f"{drawn.ident}-figure", caption=drawn.caption, parts=drawn.parts, file=drawn.file_name
    )


def _row(row: Row) -> tuple[Cell, ...]:
    kind = "" if row.kind is RowKind.EVENT else f"{row.kind}「{row_name(row)}」"
    return (
        Cell(lines=(Link(text=kind or row_name(row)),), heads=True),
        plain(row.actor or _NOTHING),
        plain(_NOTHING if row.kind is RowKind.LIMIT else first_words(row)),
        plain(last_words(row)),
        plain(*filter(None, (row.words, *(reason.ja for reason in row.counted)))),
        plain(*row.provisions or (_NOTHING,)),
        plain(*filter(None, (row.penalty, *row.penalty_provisions))),
    )
