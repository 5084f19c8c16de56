"""A power can be used whenever the text presupposes it.

Owns: the obligations `exercisable:` of every 権限 and each of its grounds.
Refuses to know: whether extending a period helps (curable).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import replace
from regcheck.model.formula import Formula
from regcheck.model.procedures import Procedure, Rule
from regcheck.proof.families.procedures.curable import curable_id
from regcheck.proof.families.procedures.days_left import some_day
from regcheck.proof.families.procedures.gaps import Gap, question_of, some_moved, unmoved, with_change
from regcheck.proof.families.procedures.powers import (
    Use,
    changes_of,
    duties_behind,
    left_for_use,
    moving_limits,
    none_is_left,
    period_of,
    trigger_of,
    unchanged,
    uses,
    without_moving,
)
from regcheck.proof.families.procedures.runs import (
    NO,
    before,
    both,
    day,
    either,
    happens,
    rule_label,
    rule_name,
)
from regcheck.proof.obligation import Obligation, Refutation


def exercisable(procedure: Procedure) -> Iterator[Obligation]:
    """Proved iff "a ground of the power is there in a run that is lawful but for what the ground presupposes to be
    broken, the event has not happened, and no day is left for it by any power" is unsatisfiable.

    Asked where no limit has moved for closed days and no power has changed a period (vacuous if the ground is never
    there so); of limits that moved, where a day would be left if they had not; of the period extended to its limit,
    and of one that somebody else has shortened, where no limit moved.
    """
    for use in uses(procedure):
        yield _as_it_stands(use)
        if moving_limits(use):
            yield _moved(use)
        yield from (_extended(use, change) for change in changes_of(use, extending=True))
        for change in changes_of(use, extending=False):
            if change.actor != use.power.actor:
                yield _shortened(use, change)


def exercisable_id(use: Use) -> str:
    """The obligation that a power can be used by a ground."""
    return f"exercisable:{use.procedure.header.name}/{use.key}"


def _as_it_stands(use: Use) -> Obligation:
    setting = both(unchanged(use), unmoved(use))
    cures = {curable_id(use, change): change for change in changes_of(use, extending=True)}

    def blame(refutation: Refutation) -> Payload:
        found = tuple((cures[name].name, rule_label(cures[name])) for name in refutation.mended_by)
        return codes.powers.PowerComesTooLate(**_told(use, refutation), cures=found)

    return Gap(
        use=use,
        id=exercisable_id(use),
        family="exercisable",
        question=question_of(use, setting, none_is_left(use)),
        premises=(question_of(use, setting),),
        blame=blame,
        mended_by=tuple(cures),
    ).obligation()


def _moved(use: Use) -> Obligation:
    return Gap(
        use=use,
        id=f"{exercisable_id(use)}/繰下げ",
        family="exercisable",
        question=question_of(use, some_moved(use), none_is_left(use), _only_by_moving(use)),
        blame=lambda r: codes.powers.PowerComesTooLateWhenMoved(**_told(use, r)),
    ).obligation()


def _only_by_moving(use: Use) -> Formula:
    """A day would be left if no limit had moved, or what the ground waits for came after the unmoved limit."""
    left = left_for_use(use)
    still = replace(left, lows=tuple(replace(one, day=without_moving(one.day)) for one in left.lows))
    late = (
        both(happens(one.event), before(one.unmoved, day(one.event)))
        for one in moving_limits(use)
        if one.event
    )
    return either(some_day(use.procedure, still) if still != left else NO, *late)


def _extended(use: Use, change: Rule) -> Obligation:
    return Gap(
        use=use,
        id=f"{exercisable_id(use)}/{change.name}",
        family="exercisable",
        question=question_of(use, with_change(use, change), unmoved(use), none_is_left(use)),
        change=change,
        blame=lambda r: codes.powers.PowerComesTooLateExtended(**_told(use, r), change=change.name),
        latest=True,
    ).obligation()


def _shortened(use: Use, change: Rule) -> Obligation:
    return Gap(
        use=use,
        id=f"{exercisable_id(use)}/{change.name}",
        family="exercisable",
        question=question_of(use, with_change(use, change), unmoved(use), none_is_left(use)),
        change=change,
        blame=lambda r: codes.powers.PowerComesTooLateShortened(
            **_told(use, r), change=change.name, holder=change.actor
        ),
        presupposes=(exercisable_id(use),),
    ).obligation()


def _told(use: Use, refutation: Refutation) -> dict[str, Any]:
    """What every finding of a gap tells."""
    period = period_of(use)
    return {
        "procedure": use.procedure.header.name,
        "power": use.power.name,
        "ground": use.sign,
        "event": use.event,
        "provision": rule_label(use.power),
        "trigger": trigger_of(use) or "",
        "period": period.name if period is not None else "",
        "number": refutation.number or 0,
        "duties": tuple((rule_name(duty), rule_label(duty)) for duty in duties_behind(use)),
        "case": refutation.case,
    }
