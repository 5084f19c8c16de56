"""段階: every plan as an article, and all plans side by side with their days.

Owns: days in both calendars, who is newly reached by a stage.
Refuses to know: single rows of fact tables (population.py has them).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from regcheck.documents.material import Material, item_anchor, place_order
from regcheck.documents.model import Block, Cell, Link, Note, Section, Table, plain
from regcheck.documents.printed import is_own
from regcheck.documents.provision import IDEOGRAPHIC_SPACE, Item, lines_of
from regcheck.documents.sections.articles import plan_articles
from regcheck.documents.sections.population import Reached, reached_by
from regcheck.documents.to_statutory import stage_date_words
from regcheck.model.specification import Stage, StagePlan
from regcheck.source.numerals import to_kanji

NOT_SETTLED = "未確定"


def stage_section(material: Material) -> Section | None:
    """The section of all 段階; None if there are none."""
    plans = own_plans(material)
    if not plans:
        return None
    return Section(anchor="stages", title="段階的指定", blocks=tuple(_blocks(material, plans)))


def own_plans(material: Material) -> list[StagePlan]:
    """The plans of the specification, in the order of the instrument."""
    plans = [p for p in material.spec.plans.values() if is_own(material.spec, p.header)]
    return sorted(plans, key=lambda plan: place_order(plan.header))


def _blocks(material: Material, plans: list[StagePlan]) -> Iterator[Block]:
    yield Note(lines=("案は起案上の選択肢であり、並べて比べるためのものである。", *_promises(plans)))
    yield from plan_articles(material, plans)
    for plan in plans:
        yield _plan_table(material, plan)


def _promises(plans: list[StagePlan]) -> Iterator[str]:
    for plan in plans:
        covers = "、".join(f"「{name}」" for name in plan.finally_covers)
        words = ["対象を減らさないこと"] if plan.growing else []
        words += [f"最後に{covers}の全てに届くこと"] if covers else []
        if words:
            yield f"{plan.header.name}：{'、'.join(words)}（検証の記録に証明がある）。"


def _plan_table(material: Material, plan: StagePlan) -> Table:
    reached = reached_by(material, plan)
    headings = ["段階", "開始日", "西暦", "対象"]
    headings += [f"{found.noun}（新たに／累計）" for found in reached]
    return Table(
        anchor=f"{item_anchor(plan.header)}-table",
        caption=f"{plan.header.name}の段階と日付",
        headings=tuple(headings),
        rows=tuple(_stage_row(material, plan, n, reached) for n in range(len(plan.stages))),
    )


def _stage_row(
    material: Material, plan: StagePlan, position: int, reached: tuple[Reached, ...]
) -> tuple[Cell, ...]:
    stage = plan.stages[position]
    provision = material.printed.plans.get(plan.header.name)
    item = provision.paragraphs[0].items[position] if provision else None
    return (
        Cell(lines=(Link(text=f"第{to_kanji(stage.number)}段階"),), heads=True, short=True),
        Cell(lines=(Link(text=stage_date_words(stage)),), short=True),
        plain(western(stage)),
        plain(*(_condition_lines(item) if item else ())),
        *(plain(found.counts[position], numeric=True) for found in reached),
    )


def western(stage: Stage) -> str:
    """2028年4月1日, or 未確定「施行期日」."""
    if isinstance(stage.start, date):
        return f"{stage.start.year}年{stage.start.month}月{stage.start.day}日"
    return f"{NOT_SETTLED}「{stage.start}」"


def _condition_lines(item: Item) -> tuple[str, ...]:
    """The second column of a 号 and what stands below it."""
    condition = item.text.partition(IDEOGRAPHIC_SPACE)[2]
    return (condition, *(line for below in item.items for line in lines_of(below)))
