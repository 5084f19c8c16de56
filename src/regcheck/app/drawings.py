"""The plans of a project as pictures: in its documents, and as a page of their own.

Owns: which days are drawn where nobody chooses any; figures and tables put together.
Refuses to know: how a plan is made, what a figure looks like.

A document shows each 手続 with the days of its first 事例 that keeps the order and breaks no rule; without one, with
the days that the 手続 fixes itself; without these, with the earliest days from which its periods can be counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from regcheck.analysis.timeline import Plan
from regcheck.app.timelines import Version, objections_to
from regcheck.documents.drawn import Drawn
from regcheck.frozen import replace
from regcheck.model.procedures import day_of


def shown_plans(found: Sequence[Version]) -> tuple[Plan, ...]:
    """A plan of each 手続 for documents."""
    from regcheck.analysis.timeline_rows import plan_of

    return tuple(plan_of(one.spec, one.procedure, _shown_days(one)) for one in found)


def _shown_days(version: Version) -> Mapping[str, date]:
    from regcheck.analysis.timeline_courses import fixed_days

    cases = (chosen for chosen in _days_of_cases(version) if chosen and _is_kept(version, chosen))
    found = next(cases, None)
    if found is not None:
        return found
    return {} if fixed_days(version.procedure) else _earliest_days(version)


def _is_kept(version: Version, chosen: Mapping[str, date]) -> bool:
    """The days keep the order and break no rule."""
    from regcheck.analysis.timeline_choice import breaches

    objections = (objections_to(version, chosen), breaches(version.spec, version.procedure, chosen))
    return not any(next(iter(found), None) for found in objections)


def _earliest_days(version: Version) -> Mapping[str, date]:
    """What periods are counted from, as early as it can be, one after the other."""
    from regcheck.analysis.timeline_courses import counted_from, courses

    chosen: dict[str, date] = {}
    for event in counted_from(version.procedure):
        first, _ = courses(version.spec, version.procedure, chosen).event(event)
        tried = {**chosen, event: first.earliest or version.procedure.horizon[0]}
        if _is_kept(version, tried):
            chosen = tried
    return chosen


def _days_of_cases(version: Version) -> Iterator[Mapping[str, date]]:
    """The days that the 事例 of a 手続 give to its events, but for those that it fixes itself."""
    from regcheck.analysis.timeline_courses import fixed_days

    fixed = fixed_days(version.procedure)
    for scenario in version.spec.scenarios.values():
        facts = scenario.record.facts
        if scenario.record.subject == version.name:
            days = (
                (event, facts.get(day_of(event))) for event in version.procedure.events if event not in fixed
            )
            yield {event: day for event, day in days if isinstance(day, date)}


def draw(plans: Sequence[Plan], *, draft: bool = False) -> tuple[Drawn, ...]:
    """The plans with their figures; those of a draft say so."""
    from regcheck.documents.filters import DRAFT
    from regcheck.render.figure import inline_svgs, title_text, whole_svg

    marked = (replace(plan, mark=DRAFT if draft else "") for plan in plans)
    return tuple(
        Drawn(
            plan=plan,
            ident=(ident := f"timeline-{n}"),
            caption=title_text(plan),
            file=whole_svg(plan, ident),
            parts=inline_svgs(plan, ident),
        )
        for n, plan in enumerate(marked, start=1)
    )


def page_of(plans: Sequence[Plan]) -> str:
    """Tables and figures as one page."""
    from regcheck.analysis.timeline_words import plan_title
    from regcheck.documents.emit_html import emit_html
    from regcheck.documents.model import Document
    from regcheck.documents.sections.timeline import timeline_section

    section = timeline_section(draw(plans))
    title = plan_title(plans[0]) if len(plans) == 1 else "手続の日程"
    sections = (section,) if section else ()
    return emit_html(Document(title=title, subtitle="", draft=False, sections=sections))
