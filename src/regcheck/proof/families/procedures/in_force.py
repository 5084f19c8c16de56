"""Nothing is due, forbidden or allowed before the provision that says so is in force.

Owns: the obligations `in_force:`.
Refuses to know: which version of a provision is in force on a day (versions of terms are cut into epochs).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.model.formula import Day, Expression, Formula
from regcheck.model.procedures import Procedure, Rule, RuleKind
from regcheck.proof.families.procedures.live_rule import live_id
from regcheck.proof.families.procedures.runs import (
    arises,
    asked_of_runs,
    before,
    bites,
    both,
    day,
    denied,
    either,
    first_of_all,
    happens,
    holds_back,
    is_breached,
    is_there,
    limit_marks,
    obeying,
    penalty_of,
    rule_label,
    rule_name,
    rule_provisions,
)
from regcheck.proof.labels import item_label
from regcheck.proof.obligation import Mark, NoCase, Obligation
from regcheck.proof.question import Labelled


def in_force(procedure: Procedure) -> Iterator[Obligation]:
    """Proved iff "the run is lawful but for the rule, and the rule says something of a day before it is in force" is
    unsatisfiable: a duty is due on such a day, a prohibition is breached on one, a power used.

    Owed by every rule whose day of coming into force is known: its own, or that of the 手続. A duty without a last
    day is due on no day, nor is one that only holds an act of one's own back.
    """
    for rule in procedure.rules.values():
        start = _start(procedure, rule)
        on = _day_of_effect(procedure, rule)
        if start is not None and on is not None:
            yield _of_rule(procedure, rule, on, start)


def _start(procedure: Procedure, rule: Rule) -> Expression | None:
    if rule.in_force_from is not None:
        return rule.in_force_from
    known = rule.header.effective or procedure.header.effective
    return None if known is None else Day(value=known)


def _day_of_effect(procedure: Procedure, rule: Rule) -> Expression | None:
    if rule.kind is not RuleKind.DUTY:
        return day(rule.event)
    return None if holds_back(procedure, rule) else rule.within.last


def _takes_effect(procedure: Procedure, rule: Rule) -> Formula:
    match rule.kind:
        case RuleKind.DUTY:
            return arises(procedure, rule)
        case RuleKind.PROHIBITION:
            return is_breached(procedure, rule)
        case RuleKind.POWER:
            return both(happens(rule.event), bites(procedure, rule, day(rule.event)))


def _of_rule(procedure: Procedure, rule: Rule, on: Expression, start: Expression) -> Obligation:
    label, name = rule_label(rule), procedure.header.name
    too_soon = both(
        _takes_effect(procedure, rule), either(denied(is_there(procedure, start)), before(on, start))
    )
    return Obligation(
        id=f"in_force:{name}/{rule.name}",
        family="in_force",
        term=item_label(procedure.header),
        provisions=rule_provisions(rule),
        span=rule.span,
        ask=NoCase(
            question=asked_of_runs(
                procedure, Labelled(label=label, formula=too_soon), *obeying(procedure, (rule,))
            ),
            blame=lambda r: codes.procedures.BeforeInForce(
                procedure=name, kind=rule.kind.value, rule=rule.name, case=r.case, penalty=penalty_of(rule)
            ),
        ),
        marks=(
            Mark(label=f"{rule_name(rule)}の施行", day=start),
            *(limit_marks(rule) if rule.kind is RuleKind.DUTY else ()),
        ),
        presupposes=(*first_of_all(procedure), live_id(procedure, rule)),
    )
