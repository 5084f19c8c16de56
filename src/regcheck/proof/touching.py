"""The limits on which a case lies: the words that decide it.

Owns: finding, for a case, the comparisons of the text whose number is exactly the case's.
Refuses to know: how the case was chosen.
"""

from __future__ import annotations

from regcheck.frozen import Frozen
from regcheck.model.case import Record, Value
from regcheck.model.specification import Specification
from regcheck.proof.limits import Limit, limits
from regcheck.proof.phrases import limit_text
from regcheck.proof.question import Question
from regcheck.proof.records import records_in
from regcheck.source.span import Span

_MOST = 4


class Touched(Frozen):
    """A limit of the text that the case meets exactly: 第二条第一号 「400床以上」."""

    label: str
    words: str
    span: Span


def touched(spec: Specification, question: Question, record: Record) -> tuple[Touched, ...]:
    """The limits that the case meets, those of different strictness first to be seen, at most four."""
    formulas = [(part.label, part.formula) for part in question.parts]
    formulas += [
        (f"前提「{a.header.name}」", a.body)
        for a in spec.assumptions.values()
        if a.subject == question.subject
    ]
    met = [limit for limit in limits(spec, formulas) if _meets(record, limit)]
    found = [Touched(label=m.label, words=limit_text(m.op, m.value, m.unit), span=m.span) for m in met]
    return tuple(dict.fromkeys(found))[:_MOST]


def _meets(record: Record, limit: Limit) -> bool:
    """A limit asked of the members of an 一覧 is met if any record inside meets it."""
    if limit.path is None or not limit.path.steps:
        return False
    owners = records_in(record) if limit.path.root else (record,)
    return any(_fact(owner, limit.path.steps) == limit.value for owner in owners)


def _fact(owner: Record, steps: tuple[str, ...]) -> Value | None:
    value: Value | None = owner
    for step in steps:
        value = value.facts.get(step) if isinstance(value, Record) else None
    return value
