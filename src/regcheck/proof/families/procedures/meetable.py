"""Every duty that arises can be met.

Owns: the obligations `meetable:`.
Refuses to know: how a day that is left is found (days_left), who does not use it.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.frozen import replace
from regcheck.model.procedures import Ground, Procedure, Rule, RuleKind
from regcheck.proof.families.procedures.days_left import Bound, Left, bounds_of_event, prohibited, some_day
from regcheck.proof.families.procedures.deadlines import deadlines_before
from regcheck.proof.families.procedures.live_rule import live_id
from regcheck.proof.families.procedures.required_forbidden import covered_id
from regcheck.proof.families.procedures.runs import (
    arises,
    asked_of_runs,
    denied,
    first_of_all,
    happens,
    holds_back,
    is_owed,
    is_there,
    keyed_grounds,
    limit_marks,
    looks_back,
    obeying,
    penalty_of,
    rule_label,
    rule_provisions,
    rules_over,
)
from regcheck.proof.labels import item_label, label_of
from regcheck.proof.obligation import NoCase, Obligation, SomeCase
from regcheck.proof.question import Labelled


def meetable(procedure: Procedure) -> Iterator[Obligation]:
    """Proved iff "the duty arises in a run that is lawful but for the duties over its event, the event has not
    happened, and no day is left for it" is unsatisfiable.

    A day is left in the stretch of the duty, not before the duty arose, not before what must go before, within the
    bounds of the event, where no 禁止 forbids it. A duty to act before something (あらかじめ, 二週間前まで) arises with
    the plan, not on the day it looks back from. What must go before and has not happened can still happen.

    A duty to act before an act of one's own only holds that act back, so that it can always be met by waiting with
    it: it is refuted iff "the duty arises, and the run is lawful" is unsatisfiable.
    """
    for duty in procedure.rules.values():
        if duty.kind is RuleKind.DUTY and holds_back(procedure, duty):
            yield _held_back(procedure, duty)
        elif duty.kind is RuleKind.DUTY:
            for sign, ground in keyed_grounds(duty):
                yield _by_ground(procedure, duty, ground, sign)


def _held_back(procedure: Procedure, duty: Rule) -> Obligation:
    label, name = rule_label(duty), procedure.header.name
    owed = Labelled(label=label, formula=arises(procedure, duty))
    return Obligation(
        id=f"meetable:{name}/{duty.name}",
        family="meetable",
        term=item_label(procedure.header),
        provisions=rule_provisions(duty),
        span=duty.span,
        ask=SomeCase(
            question=asked_of_runs(procedure, owed, *obeying(procedure)),
            blame=lambda r: codes.procedures.DutyNeverMet(
                procedure=name, duty=duty.name, core=r.besides(label, label_of(procedure.header))
            ),
        ),
        presupposes=(*first_of_all(procedure), live_id(procedure, duty)),
    )


def _by_ground(procedure: Procedure, duty: Rule, ground: Ground, sign: str) -> Obligation:
    label, name = rule_label(duty), procedure.header.name
    owed = Labelled(label=label, formula=is_owed(procedure, duty, ground))
    missing = Labelled(label=label, formula=denied(happens(duty.event)))
    none_left = denied(some_day(procedure, left_for_duty(procedure, duty, ground)))
    lawful = obeying(procedure, rules_over(procedure, duty.event, RuleKind.DUTY))
    rivals = rules_over(procedure, duty.event, RuleKind.PROHIBITION)
    return Obligation(
        id=f"meetable:{name}/{duty.name}" + (f"/{sign}" if sign else ""),
        family="meetable",
        term=item_label(procedure.header),
        provisions=rule_provisions(duty, *rivals),
        span=duty.span,
        ask=NoCase(
            question=asked_of_runs(
                procedure, owed, missing, Labelled(label=label, formula=none_left), *lawful
            ),
            blame=lambda r: codes.procedures.DutyCannotBeMet(
                procedure=name, duty=duty.name, ground=sign, case=r.case, penalty=penalty_of(duty)
            ),
        ),
        marks=limit_marks(duty),
        presupposes=(
            *first_of_all(procedure),
            *((covered_id(procedure, duty),) if rivals else ()),
            live_id(procedure, duty),
            *deadlines_before(procedure, duty),
        ),
    )


def left_for_duty(procedure: Procedure, duty: Rule, ground: Ground) -> Left:
    """The days on which the duty can still be met."""
    first, last = duty.within.first, duty.within.last
    left = bounds_of_event(procedure, duty.event, is_owed(procedure, duty, ground))
    lows = [Bound(day=first)] if first is not None else []
    waits_for = (one for one in ground.days if not looks_back(last, one))
    lows += [Bound(day=one, active=is_there(procedure, one)) for one in waits_for]
    highs = [Bound(day=last)] if last is not None else []
    return replace(
        left,
        lows=tuple(dict.fromkeys((*left.lows, *lows))),
        highs=(*left.highs, *highs),
        closed=prohibited(procedure, duty.event),
    )
