"""Cases as an object for programs, regcheck-case/1.

Owns: the shape of the object.
Refuses to know: terminals, files, how answers are found.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from regcheck.analysis.answers import Answer, Case
from regcheck.evaluation.describe import address_text
from regcheck.evaluation.reasons import deciding_provisions
from regcheck.evaluation.scenario_text import expectation_text
from regcheck.model.provisions import item_title
from regcheck.model.specification import Specification
from regcheck.render.machine import Json

SCHEMA = "regcheck-case/1"


def case_text(spec: Specification, cases: Sequence[Case]) -> str:
    """The object as text that ends with a line break."""
    found: Json = {"schema": SCHEMA, "cases": [_case(spec, case) for case in cases]}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _case(spec: Specification, case: Case) -> Json:
    return {
        "name": case.name,
        "subject": case.record.subject,
        "answers": [_answer(answer) for answer in case.answers],
        "expectations": [
            {"text": expectation_text(spec, result.expectation), "holds": result.holds}
            for result in case.expectations
        ],
    }


def _answer(answer: Answer) -> Json:
    return {
        "item": item_title(answer.header),
        "piece": answer.piece,
        "outcome": answer.truth.value,
        "provisions": list(answer.header.provision),
        "decided_by": list(deciding_provisions(answer.evaluation.trace)),
        "unknown": [address_text(address) for address in answer.evaluation.deciding_unknowns],
    }
