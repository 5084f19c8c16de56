"""Plans as an object for programs.

Owns: the shape of the object (docs/timeline-1.schema.json).
Refuses to know: how days are found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from regcheck.analysis.timeline import Days, Plan, Row
from regcheck.render.as_of import as_of_keys
from regcheck.render.machine import Json
from regcheck.render.page import visible

SCHEMA = "regcheck-timeline/1"


def timeline_text(plans: Sequence[Plan], as_of: date | None = None, assumed: Sequence[str] = ()) -> str:
    """The object as text that ends with a line break; as of a day, it begins with that."""
    made = {"schema": SCHEMA, **as_of_keys(as_of, assumed), "procedures": [_plan(plan) for plan in plans]}
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _plan(plan: Plan) -> Json:
    return {
        "name": visible(plan.procedure),
        "provisions": [visible(text) for text in plan.provisions],
        "chosen": {visible(event): day.isoformat() for event, day in plan.chosen.items()},
        "horizon": [day.isoformat() for day in plan.horizon],
        "in_force_from": _day(plan.effective),
        "in_force_until": _day(plan.expires),
        "rows": [_row(row) for row in plan.rows],
    }


def _row(row: Row) -> Json:
    return {
        "kind": row.kind.value,
        "name": visible(row.name),
        "ground": visible(row.label) or None,
        "actor": visible(row.actor) or None,
        "chosen": row.is_chosen,
        "possible": not row.is_empty,
        "first": _days(row.first),
        "last": _days(row.last),
        "moved_from": _day(row.moved_from),
        "words": visible(row.words) or None,
        "counted": [{"provision": r.provision or None, "ja": r.ja, "en": r.en} for r in row.counted],
        "provisions": [visible(text) for text in row.provisions],
        "penalty": visible(row.penalty) or None,
        "penalty_provisions": [visible(text) for text in row.penalty_provisions],
    }


def _days(days: Days) -> Json:
    return {
        "earliest": _day(days.earliest),
        "latest": _day(days.latest),
        "extended": _day(days.extended),
    }


def _day(day: date | None) -> Json:
    return None if day is None else day.isoformat()
