"""The rows of fact tables under every 段階: who is reached when, and by which condition.

Owns: the first stage of each row, the conditions that decide, counts per stage, the list by group.
Refuses to know: words of the law; how a formula is evaluated.

What decides is said by the evaluator's account. Conditions that the last stage asks for as well tell nothing
about the order, so they are named only where nothing else is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from regcheck.documents.material import Material
from regcheck.documents.model import Block, Cell, Link, Note, Section, Table, plain
from regcheck.documents.printed import is_own
from regcheck.documents.to_statutory import day_words
from regcheck.evaluation.describe import value_text
from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN
from regcheck.evaluation.sentences import formula_text
from regcheck.evaluation.trace import Trace
from regcheck.frozen import Frozen
from regcheck.model.case import UNKNOWN as NOT_KNOWN
from regcheck.model.formula import And, Formula, Or, Path, StageApplies
from regcheck.model.specification import StagePlan
from regcheck.model.types import EnumType, NumberType
from regcheck.registry.table import BoundRow, BoundTable
from regcheck.source.numerals import to_kanji

OPEN = "要確認"
NEVER = "届かない"


class FirstReached(Frozen):
    """The first stage that reaches a row (0: none for certain) and what decides it."""

    stage: int
    open: bool
    """Whether an unknown fact leaves an earlier stage open."""
    conditions: tuple[str, ...]
    missed: tuple[str, ...]
    """Why the stage before does not reach it."""


class Reached(Frozen):
    """Newly and in all, for each stage of a plan over one fact table."""

    noun: str
    counts: tuple[str, ...]


def first_reached(material: Material, plan: StagePlan, row: BoundRow) -> FirstReached:
    """The first stage of a plan for a row."""
    traces = [_trace(material, plan, stage.number, row) for stage in plan.stages]
    at = next((n for n, trace in enumerate(traces) if trace.truth is TRUE), None)
    is_open = any(trace.truth is UNKNOWN for trace in traces[:at])
    if at is None:
        return FirstReached(stage=0, open=is_open, conditions=(), missed=_words(material, traces[-1]))
    common = _parts(plan.stages[-1].body) if at < len(traces) - 1 else ()
    return FirstReached(
        stage=plan.stages[at].number,
        open=is_open,
        conditions=_words(material, traces[at], common),
        missed=_words(material, traces[at - 1]) if at and traces[at - 1].truth is FALSE else (),
    )


def _trace(material: Material, plan: StagePlan, number: int, row: BoundRow) -> Trace:
    asked = StageApplies(plan=plan.header.name, number=number, path=Path())
    return evaluate(material.spec, asked, row.record).trace


def _parts(formula: Formula) -> tuple[Formula, ...]:
    return tuple(part.body for part in formula.parts) if isinstance(formula, And) else (formula,)


def _words(material: Material, trace: Trace, common: Sequence[Formula] = ()) -> tuple[str, ...]:
    """The members of the stage's own condition that bring its truth about."""
    nodes = tuple(_members(trace.reasons[0] if trace.reasons else trace))
    telling = [node for node in nodes if node.formula not in common] or nodes
    return tuple(formula_text(material.spec, n.formula, n.truth is FALSE) for n in telling)


def _members(node: Trace) -> Iterator[Trace]:
    """The reasons inside the connectives of one rule; rules that it names are not opened."""
    if isinstance(node.formula, And | Or) and node.reasons:
        for reason in node.reasons:
            yield from _members(reason)
    else:
        yield node


def plans_on(material: Material, subject: str) -> list[StagePlan]:
    """The plans on a 対象."""
    plans = material.spec.plans.values()
    return [p for p in plans if p.subject == subject and is_own(material.spec, p.header)]


def tables_on(material: Material, subject: str) -> list[BoundTable]:
    """The fact tables with rows of a 対象."""
    return [t for t in material.facts.values() if t.table.subject == subject and t.rows]


def reached_by(material: Material, plan: StagePlan) -> tuple[Reached, ...]:
    """Counts for each fact table of the plan's 対象."""
    return tuple(_counts(material, plan, table) for table in tables_on(material, plan.subject))


def _counts(material: Material, plan: StagePlan, table: BoundTable) -> Reached:
    firsts = [first_reached(material, plan, row).stage for row in table.rows]
    new = [firsts.count(stage.number) for stage in plan.stages]
    sums = [sum(new[: n + 1]) for n in range(len(new))]
    counts = tuple(f"{one}／{whole}" for one, whole in zip(new, sums, strict=True))
    return Reached(noun=f"{table.table.header.name}の該当数", counts=counts)


# ---------------------------------------------------------------- the list


def population_section(material: Material) -> Section | None:
    """Every fact table whose 対象 has a plan, row by row; None if there is none."""
    blocks = tuple(block for table in material.facts.values() for block in _list_blocks(material, table))
    return Section(anchor="population", title="対象者の一覧", blocks=blocks) if blocks else None


def _list_blocks(material: Material, table: BoundTable) -> Iterator[Block]:
    plans = plans_on(material, table.table.subject)
    if not plans or not table.rows:
        return
    group = group_field(material, table)
    header = table.table.header
    day = day_words(table.table.as_of) if table.table.as_of else ""
    yield Note(lines=(_preface(day, len(table.rows), table.file),))
    yield Table(
        anchor=f"population-{header.name}",
        caption=f"{header.name}（{group}別）" if group else header.name,
        headings=tuple(_headings(material, table, group, plans)),
        rows=tuple(_rows(material, table, group, plans)),
        note=f"決め手は、その段階に当たり、最後の段階にはない要件。{OPEN}は、不明な事実により結果が定まらないもの。",
    )


def _preface(day: str, rows: int, file: str) -> str:
    when = f"{day}現在。" if day else ""
    return f"{when}{rows}件。資料は{file}。段階は案ごとに、初めて当たるものを示す。"


def group_field(material: Material, table: BoundTable) -> str:
    """The first 区分 of the 対象 that the file tells: 都道府県."""
    fields = material.spec.subjects[table.table.subject].fields.values()
    listed = [f.name for f in fields if isinstance(f.type, EnumType)]
    return next((name for name in listed if any(name in row.record.facts for row in table.rows)), "")


def measure_field(material: Material, table: BoundTable) -> str:
    """The first number of the 対象 that the file tells: 病床数."""
    fields = material.spec.subjects[table.table.subject].fields.values()
    listed = [f.name for f in fields if isinstance(f.type, NumberType)]
    return next((name for name in listed if any(name in row.record.facts for row in table.rows)), "")


def _headings(material: Material, table: BoundTable, group: str, plans: Sequence[StagePlan]) -> Iterator[str]:
    yield from filter(None, (group, "の".join(table.table.key) or table.table.subject))
    yield from filter(None, (measure_field(material, table),))
    for plan in plans:
        yield plan.header.name
        yield f"{plan.header.name}の決め手"


def _rows(
    material: Material, table: BoundTable, group: str, plans: Sequence[StagePlan]
) -> Iterator[tuple[Cell, ...]]:
    """Groups in the order of the file, each with a cell that spans its rows."""
    order = dict.fromkeys(fact_text(material, table, row, group) for row in table.rows)
    ranked = {value: n for n, value in enumerate(order)}
    rows = sorted(table.rows, key=lambda row: ranked[fact_text(material, table, row, group)])
    for value, members in groupby(rows, key=lambda row: fact_text(material, table, row, group)):
        listed = list(members)
        for position, row in enumerate(listed):
            head = (_group_cell(value, len(listed)),) if group and not position else ()
            yield (*head, *_row(material, table, row, plans))


def _group_cell(value: str, rows: int) -> Cell:
    return Cell(lines=(Link(text=value), Link(text=f"（{rows}）")), rows=rows, heads=True)


def _row(material: Material, table: BoundTable, row: BoundRow, plans: Sequence[StagePlan]) -> Iterator[Cell]:
    yield Cell(lines=(Link(text=row.key),), heads=True)
    measure = measure_field(material, table)
    if measure:
        yield plain(fact_text(material, table, row, measure), numeric=True)
    for plan in plans:
        found = first_reached(material, plan, row)
        yield Cell(lines=(Link(text=stage_word(found)),), short=True)
        yield plain(*deciding(found))


def stage_word(found: FirstReached) -> str:
    """第一段階, 要確認 where an unknown fact leaves it open, 届かない."""
    if found.open:
        return OPEN
    return f"第{to_kanji(found.stage)}段階" if found.stage else NEVER


def deciding(found: FirstReached) -> Iterator[str]:
    """What decides: the conditions that hold, and why the stage before does not reach it."""
    if found.conditions:
        yield "、".join(found.conditions)
    if found.missed:
        before = f"第{to_kanji(found.stage - 1)}段階" if found.stage else "最後の段階"
        yield f"{before}に当たらない（{'、'.join(found.missed)}）"


def fact_text(material: Material, table: BoundTable, row: BoundRow, name: str) -> str:
    """A fact of a row in words; nothing for no name."""
    if not name:
        return ""
    kind = material.spec.subjects[table.table.subject].fields[name].type
    value = row.record.facts.get(name, NOT_KNOWN)
    return value if isinstance(value, str) else value_text(value, kind)
