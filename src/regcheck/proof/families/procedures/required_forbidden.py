"""What must be done on a day is not forbidden on it.

Owns: the obligations `required_forbidden:`, one for each duty and prohibition over one event, and one for each duty
that any prohibition meets.
Refuses to know: other reasons for which a duty cannot be met (meetable).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation
from regcheck.model.formula import Expression, Formula
from regcheck.model.procedures import Ground, Procedure, Rule, RuleKind
from regcheck.proof.families.procedures.days_left import Bound, Left, prohibited, some_day
from regcheck.proof.families.procedures.runs import (
    YES,
    asked_of_runs,
    bites,
    both,
    denied,
    either,
    first_of_all,
    grounds_of,
    holds_back,
    is_owed,
    is_there,
    limit_marks,
    obeying,
    penalty_of,
    rule_label,
    rule_name,
    rule_provisions,
    rules_over,
    until,
)
from regcheck.proof.families.procedures.supposing import supposing
from regcheck.proof.labels import item_label
from regcheck.proof.obligation import NoCase, Obligation
from regcheck.proof.question import Labelled

AT_ONCE = ("遅滞なく", "直ちに", "速やかに")


def required_forbidden(procedure: Procedure) -> Iterator[Obligation]:
    """Last day: proved iff "the duty arises in a run that is lawful but for the duties over its event, and the
    prohibition forbids the event on the last day of the duty" is unsatisfiable; for 遅滞なく on the day it arises.
    Covered: proved iff "the duty arises in such a run, and prohibitions forbid every day of its stretch" is.

    Not asked of a duty that only holds an act of one's own back: who may not meet it, may not act.
    """
    for duty in procedure.rules.values():
        rivals = rules_over(procedure, duty.event, RuleKind.PROHIBITION)
        if duty.kind is RuleKind.DUTY and rivals and not holds_back(procedure, duty):
            yield _covered(procedure, duty, rivals)
            yield from (_on_the_last_day(procedure, duty, rival) for rival in rivals)


def covered_id(procedure: Procedure, duty: Rule) -> str:
    """The obligation that prohibitions leave a day of the stretch of a duty."""
    return f"required_forbidden:{procedure.header.name}/{duty.name}"


# ---------------------------------------------------------------- on the last day


def _on_the_last_day(procedure: Procedure, duty: Rule, rival: Rule) -> Obligation:
    clash = either(
        *(
            both(is_owed(procedure, duty, ground), is_due, _forbids(procedure, rival, duty.event, on))
            for ground in grounds_of(duty)
            for is_due, on in _days_due(procedure, duty, ground)
        )
    )
    name = procedure.header.name
    return Obligation(
        id=f"{covered_id(procedure, duty)}/{rule_name(rival)}",
        family="required_forbidden",
        term=item_label(procedure.header),
        provisions=rule_provisions(duty, rival),
        span=duty.span,
        places=(Annotation(span=rival.span, label=rule_label(rival), primary=False),),
        ask=NoCase(
            question=asked_of_runs(
                procedure, Labelled(label=rule_label(duty), formula=clash), *_but_for(procedure, duty)
            ),
            blame=lambda r: codes.procedures.ForbiddenWhenDue(
                procedure=name,
                duty=duty.name,
                prohibition=rival.name,
                case=r.case,
                penalty=penalty_of(duty, rival),
            ),
        ),
        marks=limit_marks(duty),
        presupposes=(*first_of_all(procedure), covered_id(procedure, duty)),
    )


def _days_due(procedure: Procedure, duty: Rule, ground: Ground) -> Iterator[tuple[Formula, Expression]]:
    """The last day of the duty; for 遅滞なく the day on which it arises, the latest of those it waits for."""
    if duty.within.last is not None:
        yield YES, duty.within.last
    elif any(word in duty.within.words for word in AT_ONCE):
        for one in ground.days:
            others = (other for other in ground.days if other != one)
            there = is_there(procedure, *ground.days)
            yield both(there, *(until(other, one) for other in others)), one


def _forbids(procedure: Procedure, rival: Rule, event: str, on: Expression) -> Formula:
    return supposing(bites(procedure, rival, on), event, on)


# ---------------------------------------------------------------- on every day


def _covered(procedure: Procedure, duty: Rule, rivals: tuple[Rule, ...]) -> Obligation:
    none_left = either(
        *(both(is_owed(procedure, duty, ground), _all_closed(procedure, duty)) for ground in grounds_of(duty))
    )
    name = procedure.header.name
    return Obligation(
        id=covered_id(procedure, duty),
        family="required_forbidden",
        term=item_label(procedure.header),
        provisions=rule_provisions(duty, *rivals),
        span=duty.span,
        places=tuple(Annotation(span=r.span, label=rule_label(r), primary=False) for r in rivals),
        ask=NoCase(
            question=asked_of_runs(
                procedure, Labelled(label=rule_label(duty), formula=none_left), *_but_for(procedure, duty)
            ),
            blame=lambda r: codes.procedures.AlwaysForbidden(
                procedure=name,
                duty=duty.name,
                prohibitions=tuple(rival.name for rival in rivals),
                case=r.case,
                penalty=penalty_of(duty, *rivals),
            ),
        ),
        marks=limit_marks(duty),
        presupposes=first_of_all(procedure),
    )


def _all_closed(procedure: Procedure, duty: Rule) -> Formula:
    """Every day of the stretch is forbidden, and it has one."""
    first, last = duty.within.first, duty.within.last
    stretch = Left(
        event=duty.event,
        lows=(Bound(day=first),) if first is not None else (),
        highs=(Bound(day=last),) if last is not None else (),
        closed=prohibited(procedure, duty.event),
    )
    has_days = until(first, last) if first is not None and last is not None else YES
    return both(has_days, denied(some_day(procedure, stretch)))


# ---------------------------------------------------------------- both


def _but_for(procedure: Procedure, duty: Rule) -> tuple[Labelled, ...]:
    return obeying(procedure, rules_over(procedure, duty.event, RuleKind.DUTY))
