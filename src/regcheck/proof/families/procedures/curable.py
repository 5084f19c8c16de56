"""Where a period leaves no day for a power, extending it leaves one.

Owns: the obligations `curable:` of every 権限, each of its grounds and each power that extends its period.
Refuses to know: whether there is such a gap at all (exercisable).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.frozen import replace
from regcheck.model.formula import Formula
from regcheck.model.procedures import Procedure, Rule
from regcheck.proof.families.procedures.days_left import Bound, some_day
from regcheck.proof.families.procedures.gaps import Gap, question_of
from regcheck.proof.families.procedures.powers import (
    Use,
    changes_of,
    has_ground,
    left_for_use,
    none_is_left,
    period_of,
    trigger_of,
    unchanged,
    uses,
    uses_of,
    with_last,
)
from regcheck.proof.families.procedures.runs import (
    YES,
    both,
    day,
    denied,
    either,
    happens,
    is_there,
    until,
)
from regcheck.proof.obligation import Obligation


def curable(procedure: Procedure) -> Iterator[Obligation]:
    """Proved iff "a ground is there in a run in which no power has changed the period and what set the ground off lies
    within it, no day is left for the power, and none would be left if the period were extended to its limit, or it
    cannot be extended any more" is unsatisfiable. So it holds too where there is no gap."""
    for use in uses(procedure):
        for change in changes_of(use, extending=True):
            yield _by_change(use, change)


def curable_id(use: Use, change: Rule) -> str:
    """The obligation that a power to extend cures the gaps of a power."""
    return f"curable:{use.procedure.header.name}/{use.key}/{change.name}"


def _by_change(use: Use, change: Rule) -> Obligation:
    uncured = denied(both(_would_help(use, change), _is_available(use, change)))
    question = question_of(use, unchanged(use), _set_off_within(use), none_is_left(use), uncured)
    return Gap(
        use=use,
        id=curable_id(use, change),
        family="curable",
        question=question,
        change=change,
        blame=lambda r: codes.powers.ExtensionDoesNotHelp(
            procedure=use.procedure.header.name, power=use.key, change=change.name, case=r.case
        ),
    ).obligation()


def _set_off_within(use: Use) -> Formula:
    """The event that sets the ground off lies within the period."""
    period, trigger = period_of(use), trigger_of(use)
    return YES if period is None or trigger is None else until(day(trigger), period.last_in_force)


def _would_help(use: Use, change: Rule) -> Formula:
    """A day is left in the period as extended to its limit."""
    period, limit = period_of(use), change.change.limit if change.change is not None else None
    if period is None or limit is None:
        return YES
    left = left_for_use(use)
    highs = (
        Bound(day=with_last(one.day, period.last_in_force, limit), active=one.active) for one in left.highs
    )
    longer = replace(left, highs=tuple(highs))
    return both(is_there(use.procedure, limit), some_day(use.procedure, longer))


def _is_available(use: Use, change: Rule) -> Formula:
    """The period can still be extended when the ground has been set off."""
    trigger = trigger_of(use)
    return either(*(_can_still(other, trigger) for other in uses_of(use.procedure, change)))


def _can_still(use: Use, trigger: str | None) -> Formula:
    left = left_for_use(use)
    if trigger is not None:
        left = replace(left, lows=(*left.lows, Bound(day=day(trigger), active=happens(trigger))))
    return both(has_ground(use), some_day(use.procedure, left))
