"""Every rule of a 手続 can matter.

Owns: the obligations `live_rule:`.
Refuses to know: whether a duty can be met, whether a power can be used in time.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.model.formula import Formula
from regcheck.model.procedures import Procedure, Rule, RuleKind
from regcheck.proof.families.procedures.runs import (
    arises,
    asked_of_runs,
    bites,
    both,
    day,
    denied,
    first_of_all,
    happens,
    is_breached,
    is_orderly,
    rule_label,
    rule_provisions,
    rules_over,
)
from regcheck.proof.labels import item_label, label_of
from regcheck.proof.obligation import Obligation, Refutation, SomeCase
from regcheck.proof.question import Labelled


def live_rule(procedure: Procedure) -> Iterator[Obligation]:
    """義務: refuted iff "the run is orderly and the duty arises" is unsatisfiable. 禁止: iff "the run is orderly and
    breaches it" is. 権限: iff "the run is orderly, the event happens, this power allows it, no other one does" is."""
    yield from (_of_rule(procedure, rule) for rule in procedure.rules.values())


def live_id(procedure: Procedure, rule: Rule) -> str:
    """The obligation that a rule can matter."""
    return f"live_rule:{procedure.header.name}/{rule.name}"


def _of_rule(procedure: Procedure, rule: Rule) -> Obligation:
    label = rule_label(rule)
    part = Labelled(label=label, formula=_matters(procedure, rule))
    return Obligation(
        id=live_id(procedure, rule),
        family="live_rule",
        term=item_label(procedure.header),
        provisions=rule_provisions(rule),
        span=rule.span,
        ask=SomeCase(
            question=asked_of_runs(procedure, is_orderly(procedure), part),
            blame=lambda r: _blame(procedure, rule, r),
        ),
        presupposes=first_of_all(procedure),
    )


def _matters(procedure: Procedure, rule: Rule) -> Formula:
    match rule.kind:
        case RuleKind.DUTY:
            return arises(procedure, rule)
        case RuleKind.PROHIBITION:
            return is_breached(procedure, rule)
        case RuleKind.POWER:
            on = day(rule.event)
            others = (r for r in rules_over(procedure, rule.event, RuleKind.POWER) if r.name != rule.name)
            return both(
                happens(rule.event),
                bites(procedure, rule, on),
                *(denied(bites(procedure, other, on)) for other in others),
            )


def _blame(procedure: Procedure, rule: Rule, refutation: Refutation) -> Payload:
    name, core = procedure.header.name, refutation.besides(rule_label(rule), label_of(procedure.header))
    match rule.kind:
        case RuleKind.DUTY:
            return codes.procedures.DutyNeverArises(procedure=name, duty=rule.name, core=core)
        case RuleKind.PROHIBITION:
            return codes.procedures.ProhibitionNeverBites(procedure=name, prohibition=rule.name, core=core)
        case RuleKind.POWER:
            return codes.procedures.PowerNotNeeded(procedure=name, power=rule.name, core=core)
