"""The rows of 事実表 as lists: every column for a spreadsheet, a few for a page.

Owns: the columns and their order, the names of the files.
Refuses to know: formats, what decides a stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from regcheck.documents.instrument.emit import DRAFT, Format
from regcheck.documents.instrument.roster import Roster, roster_to_docx, to_csv
from regcheck.documents.material import Material
from regcheck.documents.planning.plan import Plan, Planned
from regcheck.documents.planning.wanted import Wanted
from regcheck.documents.sections.population import (
    deciding,
    fact_text,
    first_reached,
    group_field,
    measure_field,
    plans_on,
    stage_word,
)
from regcheck.documents.to_statutory import day_words
from regcheck.model.specification import StagePlan
from regcheck.registry.table import BoundRow, BoundTable

NAME = "population"


def plan_lists(material: Material, wanted: Wanted, draft: bool) -> Plan:
    """A CSV of every 事実表 that has rows, and a docx if that is a format that is wanted. A CSV has no place for a
    watermark: the name of a draft says what it is."""
    tables = [table for table in material.facts.values() if table.rows]
    plan: dict[str, Planned] = {}
    for number, table in enumerate(tables, 1):
        name = NAME if len(tables) == 1 else f"{NAME}-{number}"
        what = f"対象者の一覧「{table.table.header.name}」"
        csv = f"{name}.draft.csv" if draft else f"{name}.csv"
        plan[csv] = Planned(partial(_csv, material, table), what)
        if Format.DOCX in wanted.formats:
            plan[f"{name}.docx"] = Planned(partial(_docx, material, table, draft), what)
    return plan


def _csv(material: Material, table: BoundTable) -> bytes:
    """What the file has, as it has it, and the stages."""
    plans = plans_on(material, table.table.subject)
    headings = tuple(table.rows[0].cells)
    rows = tuple(
        (
            *(row.cells[heading] for heading in headings),
            *(part for stage in _stages(material, plans, row) for part in stage),
        )
        for row in table.rows
    )
    stages = tuple(name for plan in plans for name in (plan.header.name, f"{plan.header.name}の決め手"))
    return to_csv(Roster(title="", headings=(*headings, *stages), rows=rows))


def _docx(material: Material, table: BoundTable, draft: bool) -> bytes:
    """What fits on a line: the group, the name, the first number, the stages without what decides. The group stands in
    every row, so that a page is read by itself."""
    plans = plans_on(material, table.table.subject)
    group, measure = group_field(material, table), measure_field(material, table)
    name = "の".join(table.table.key) or table.table.subject
    headings = (*filter(None, (group, name, measure)), *(plan.header.name for plan in plans))
    rows = tuple(
        (*_shown(material, table, row, group, measure), *(word for word, _ in _stages(material, plans, row)))
        for row in table.rows
    )
    numbers = frozenset({headings.index(measure)}) if measure else frozenset[int]()
    made = Roster(title=_title(table), headings=headings, rows=rows, numbers=numbers)
    return roster_to_docx(made, draft=DRAFT if draft else "")


def _title(table: BoundTable) -> str:
    day = f"{day_words(table.table.as_of)}現在　" if table.table.as_of else ""
    return f"{table.table.header.name}（{day}{len(table.rows)}件）"


def _shown(material: Material, table: BoundTable, row: BoundRow, group: str, measure: str) -> tuple[str, ...]:
    first = (fact_text(material, table, row, group),) if group else ()
    last = (fact_text(material, table, row, measure),) if measure else ()
    return (*first, row.key, *last)


def _stages(material: Material, plans: Sequence[StagePlan], row: BoundRow) -> Iterator[tuple[str, str]]:
    """Of each plan, the first stage of a row and what decides it."""
    for plan in plans:
        found = first_reached(material, plan, row)
        yield stage_word(found), "、".join(deciding(found))
