"""Cases as an object for programs, regcheck-case/1.

Owns: the shape of the object.
Refuses to know: terminals, files, how answers are found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from regcheck.analysis.answers import Answer, Case
from regcheck.evaluation.describe import address_text
from regcheck.evaluation.reasons import deciding_provisions
from regcheck.evaluation.scenario_text import expectation_text
from regcheck.model.provisions import item_title
from regcheck.model.specification import Specification
from regcheck.render.as_of import as_of_keys
from regcheck.render.machine import Json

if TYPE_CHECKING:  # few cases are runs of a 手続
    from regcheck.evaluation.runs import Conduct, KnownDay, RuleConduct

SCHEMA = "regcheck-case/1"


def case_text(
    spec: Specification, cases: Sequence[Case], as_of: date | None = None, assumed: Sequence[str] = ()
) -> str:
    """The object as text that ends with a line break."""
    day = as_of_keys(as_of, assumed)
    found: Json = {"schema": SCHEMA, **day, "cases": [_case(spec, case) for case in cases]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _case(spec: Specification, case: Case) -> Json:
    run: dict[str, Json] = {} if case.conduct is None else {"run": _run(case.conduct)}
    return {
        "name": case.name,
        "subject": case.record.subject,
        "answers": [_answer(answer) for answer in case.answers],
        "expectations": [
            {"text": expectation_text(spec, result.expectation), "holds": result.holds}
            for result in case.expectations
        ],
        **run,
    }


def _run(found: Conduct) -> Json:
    """What the rules of its 手続 say of a run: days as 2026-04-01, or null where a day is open or not there."""
    return {
        "lawful": found.lawful.value,
        "disorder": [one.demand.event for one in found.disorder],
        "rules": [_rule(found, one) for one in found.rules.values()],
        "limits": {name: _day(known) for name, known in found.limits.items()},
        "periods": {
            name: {"first": _day(stretch.first), "last": _day(stretch.last)}
            for name, stretch in found.periods.items()
        },
    }


def _rule(found: Conduct, one: RuleConduct) -> Json:
    return {
        "rule": one.rule.name,
        "kind": one.rule.kind.value,
        "provisions": list(one.rule.header.provision),
        "standing": one.standing.value,
        "first": _day(one.stretch.first),
        "last": _day(one.stretch.last),
        "event": one.rule.event,
        "day": _day(found.events[one.rule.event].day),
    }


def _day(known: KnownDay | None) -> str | None:
    return known.day.isoformat() if known is not None and known.day is not None else None


def _answer(answer: Answer) -> Json:
    return {
        "item": item_title(answer.header),
        "piece": answer.piece,
        "outcome": answer.truth.value,
        "provisions": list(answer.header.provision),
        "decided_by": list(deciding_provisions(answer.evaluation.trace)),
        "unknown": [address_text(address) for address in answer.evaluation.deciding_unknowns],
    }
