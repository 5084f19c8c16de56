"""Wrong families of 手続: each function plants one slip that an author of their questions could make."""

from __future__ import annotations

from importlib import import_module

import pytest
from tests.property.planted_family_bugs import Bug, everywhere

from regcheck.frozen import replace
from regcheck.model.formula import Formula
from regcheck.model.procedures import Ground, Procedure, Rule, RuleKind
from regcheck.proof.families import procedures as of_procedures
from regcheck.proof.families.procedures import runs

_HOME = "regcheck.proof.families.procedures"
curable, days_left, excused, exercisable, gaps, meetable, period_order, powers = (
    import_module(f"{_HOME}.{name}")
    for name in (
        "curable", "days_left", "excused", "exercisable", "gaps", "meetable", "period_order", "powers",
    )
)  # fmt: skip

NO, YES = runs.NO, runs.YES


def the_last_day_is_left_out(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, runs.until, runs.before)


def before_and_until_are_one(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, runs.before, runs.until)


def the_day_after_is_the_same_day(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, runs.next_day, lambda of: of)


def absent_days_are_compared(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, runs.is_there, lambda procedure, *days: YES)


def only_direct_predecessors_count(patch: pytest.MonkeyPatch) -> None:
    def wrong(procedure: Procedure, event: str) -> tuple[str, ...]:
        return ()

    everywhere(patch, runs.ancestors, wrong)


def exceptions_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    right = runs.is_owed

    def wrong(procedure: Procedure, rule: Rule, ground: Ground) -> Formula:
        return right(procedure, replace(rule, exceptions=()), ground)

    everywhere(patch, runs.is_owed, wrong)


def nothing_is_excused(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, excused.excused_by, lambda procedure, ground: ())


def everything_is_excused(patch: pytest.MonkeyPatch) -> None:
    right = runs.obeying
    everywhere(patch, right, lambda procedure, but=(): right(procedure, procedure.rules.values()))


def runs_need_not_be_orderly(patch: pytest.MonkeyPatch) -> None:
    right = runs.obeying
    everywhere(patch, right, lambda procedure, but=(): right(procedure, but)[1:])


def one_power_speaks_for_none(patch: pytest.MonkeyPatch) -> None:
    right = runs.obeying

    def wrong(procedure: Procedure, but: tuple[Rule, ...] = ()) -> object:
        powers_ = (rule for rule in procedure.rules.values() if rule.kind is RuleKind.POWER)
        return right(procedure, (*but, *powers_))

    everywhere(patch, right, wrong)


def closed_stretches_end_nowhere(patch: pytest.MonkeyPatch) -> None:
    right = days_left.prohibited
    everywhere(
        patch, right, lambda procedure, event: tuple(replace(c, last=None) for c in right(procedure, event))
    )


def closed_stretches_begin_at_once(patch: pytest.MonkeyPatch) -> None:
    right = days_left.prohibited
    everywhere(
        patch, right, lambda procedure, event: tuple(replace(c, firsts=()) for c in right(procedure, event))
    )


def only_lower_bounds_are_tried(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(days_left, "next_day", lambda of: of)


def turns_are_not_tried(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(days_left, "_turns", lambda left: ())


def early_days_are_not_tried(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(days_left, "_early_enough", lambda left: NO)


def the_own_day_is_not_supposed(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, days_left.supposing, lambda formula, event, on: formula)


def bounds_of_events_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, days_left.bounds_of_event, lambda procedure, event: days_left.Left(event=event))


def a_duty_may_be_met_before_it_arises(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, runs.looks_back, lambda last, on: True)


def nothing_looks_back(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, runs.looks_back, lambda last, on: False)


def rival_grounds_are_forgotten(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, powers.can_be_used, lambda use: NO)


def the_ground_need_not_have_come(patch: pytest.MonkeyPatch) -> None:
    right = powers.left_for_use

    def wrong(use: powers.Use) -> object:  # type: ignore[name-defined]
        return right(replace(use, ground=replace(use.ground, days=())))

    everywhere(patch, right, wrong)


def changes_are_not_set_aside(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, powers.unchanged, lambda use, *besides: YES)


def moved_limits_are_not_set_aside(patch: pytest.MonkeyPatch) -> None:
    everywhere(patch, gaps.unmoved, lambda use: YES)


def moving_alone_is_not_asked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(exercisable, "_only_by_moving", lambda use: YES)


def extending_may_come_too_late(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(curable, "_is_available", lambda use, change: YES)


def extending_always_helps(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(curable, "_would_help", lambda use, change: YES)


def what_sets_off_may_lie_outside(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(curable, "_set_off_within", lambda use: YES)


def an_extension_is_taken_as_it_comes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(gaps, "same_day", lambda left, right: YES)


def periods_are_measured_without_changes(patch: pytest.MonkeyPatch) -> None:
    def wrong(procedure: Procedure, stretch: object) -> object:
        period = next(iter(procedure.periods.values()))
        return right(procedure, replace(stretch, last=period.last))

    right = period_order._of_stretch
    patch.setattr(period_order, "_of_stretch", wrong)


BUGS: tuple[Bug, ...] = (
    the_last_day_is_left_out,
    before_and_until_are_one,
    the_day_after_is_the_same_day,
    absent_days_are_compared,
    only_direct_predecessors_count,
    exceptions_are_forgotten,
    nothing_is_excused,
    everything_is_excused,
    runs_need_not_be_orderly,
    one_power_speaks_for_none,
    closed_stretches_end_nowhere,
    closed_stretches_begin_at_once,
    only_lower_bounds_are_tried,
    turns_are_not_tried,
    early_days_are_not_tried,
    the_own_day_is_not_supposed,
    bounds_of_events_are_forgotten,
    a_duty_may_be_met_before_it_arises,
    nothing_looks_back,
    rival_grounds_are_forgotten,
    the_ground_need_not_have_come,
    changes_are_not_set_aside,
    moved_limits_are_not_set_aside,
    moving_alone_is_not_asked,
    extending_may_come_too_late,
    extending_always_helps,
    what_sets_off_may_lie_outside,
    an_extension_is_taken_as_it_comes,
    periods_are_measured_without_changes,
)


def without(forgotten: of_procedures.Family) -> Bug:
    """A 手続 that does not owe what one family asks."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        kept = tuple(family for family in of_procedures.OF_EACH if family is not forgotten)
        patch.setattr(of_procedures, "OF_EACH", kept)

    return plant
