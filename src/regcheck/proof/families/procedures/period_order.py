"""No stretch of days ends before it begins.

Owns: the obligations `period_order:` of 期間 and of the stretches of rules.
Refuses to know: what is owed or allowed in the stretch.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.frozen import Frozen
from regcheck.model.formula import Expression
from regcheck.model.procedures import Procedure, RuleKind
from regcheck.proof.families.procedures.runs import (
    asked_of_runs,
    before,
    first_of_all,
    is_there,
    obeying,
    rule_label,
    rule_name,
    rule_provisions,
)
from regcheck.proof.labels import item_label, provisions_of
from regcheck.proof.obligation import Mark, NoCase, Obligation
from regcheck.proof.question import Labelled
from regcheck.source.span import Span


def period_order(procedure: Procedure) -> Iterator[Obligation]:
    """Proved iff "the events happen on which both ends rest, the run is orderly and keeps to the 権限, and the last
    day lies before the first" is unsatisfiable. The last day is the one in force, after shortening too."""
    said = set[tuple[Expression, Expression]]()
    for stretch in _stretches(procedure):
        if (stretch.first, stretch.last) not in said:
            said.add((stretch.first, stretch.last))
            yield _of_stretch(procedure, stretch)


class _Stretch(Frozen):
    key: str
    label: str
    first: Expression
    last: Expression
    provisions: tuple[str, ...]
    span: Span


def _stretches(procedure: Procedure) -> Iterator[_Stretch]:
    home = provisions_of(procedure.header)
    for period in procedure.periods.values():
        yield _Stretch(
            key=f"期間「{period.name}」",
            label=f"期間「{period.name}」",
            first=period.first,
            last=period.last_in_force,
            provisions=home,
            span=period.span,
        )
    for rule in procedure.rules.values():
        first, last = rule.within.first, rule.within.last
        if first is not None and last is not None:
            yield _Stretch(
                key=rule_name(rule),
                label=rule_label(rule),
                first=first,
                last=last,
                provisions=rule_provisions(rule),
                span=rule.span,
            )


def _of_stretch(procedure: Procedure, stretch: _Stretch) -> Obligation:
    others = (rule for rule in procedure.rules.values() if rule.kind is not RuleKind.POWER)
    there = Labelled(label=stretch.label, formula=is_there(procedure, stretch.first, stretch.last))
    ends = Labelled(label=stretch.label, formula=before(stretch.last, stretch.first))
    name = procedure.header.name
    return Obligation(
        id=f"period_order:{name}/{stretch.key}",
        family="period_order",
        term=item_label(procedure.header),
        provisions=stretch.provisions,
        span=stretch.span,
        ask=NoCase(
            question=asked_of_runs(procedure, there, ends, *obeying(procedure, others)),
            blame=lambda r: codes.procedures.PeriodEndsBeforeItBegins(
                procedure=name, period=stretch.key, case=r.case
            ),
        ),
        marks=(
            Mark(label=f"{stretch.key}の初日", day=stretch.first),
            Mark(label=f"{stretch.key}の末日", day=stretch.last),
        ),
        presupposes=first_of_all(procedure),
    )
