"""Wrong encoders of time: each function plants one slip in the reading of a period, of an order, of a rule."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from regcheck.calendar.period import Period, Point
from regcheck.frozen import replace
from regcheck.logic import periods
from regcheck.logic.comparing import Cases
from regcheck.logic.expressions import Expressions, Roots
from regcheck.logic.procedures import Run
from regcheck.logic.terms import TRUE
from regcheck.model.formula import Choice, Day, Expression
from regcheck.model.procedures import Change, Ground, Rule, RuleKind, TimePeriod, Within

Bug = Callable[[pytest.MonkeyPatch], None]
_ANY = Day(value=date.min)
_PERIODS = "regcheck.logic.periods.period_steps"


# ---------------------------------------------------------------- periods


def _reading_periods(rewrite: Callable[[Period], Period]) -> Bug:
    def plant(patch: pytest.MonkeyPatch) -> None:
        right = periods.period_steps
        patch.setattr(_PERIODS, lambda period, first, last: right(rewrite(period), first, last))

    return plant


def the_first_day_is_counted(patch: pytest.MonkeyPatch) -> None:
    _reading_periods(lambda p: replace(p, first_day_counts=True))(patch)


def the_first_day_is_never_counted(patch: pytest.MonkeyPatch) -> None:
    _reading_periods(lambda p: replace(p, first_day_counts=False))(patch)


def a_month_has_thirty_days(patch: pytest.MonkeyPatch) -> None:
    _reading_periods(lambda p: replace(p, months=0, years=0, days=p.days + 30 * p.months + 365 * p.years))(
        patch
    )


def a_year_has_365_days(patch: pytest.MonkeyPatch) -> None:
    _reading_periods(lambda p: replace(p, years=0, days=p.days + 365 * p.years))(patch)


def a_limit_is_not_moved_from_a_closed_day(patch: pytest.MonkeyPatch) -> None:
    _reading_periods(lambda p: replace(p, moves=False))(patch)


def the_day_after_is_read_as_the_last_day(patch: pytest.MonkeyPatch) -> None:
    _reading_periods(lambda p: replace(p, point=Point.LAST))(patch)


def what_is_counted_backwards_is_counted_forwards(patch: pytest.MonkeyPatch) -> None:
    _reading_periods(lambda p: replace(p, backward=False))(patch)


def the_day_after_is_moved_instead_of_the_last(patch: pytest.MonkeyPatch) -> None:
    def wrong(period: Period, first: int, last: int) -> Any:
        end = right(replace(period, moves=False), first, last)
        return end.then(periods._to_open_days(*end.image)) if period.moves and not period.backward else end

    right = periods.period_steps
    patch.setattr(_PERIODS, wrong)


def a_month_end_runs_over_into_the_next_month(patch: pytest.MonkeyPatch) -> None:
    right = periods._month_pieces
    patch.setattr(periods, "_month_pieces", lambda *given: (piece for piece in right(*given) if piece[2]))
    periods.period_steps.cache_clear()


def only_saturdays_and_sundays_are_closed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        periods, "_closed", lambda first, last: tuple(d for d in range(first, last + 1) if d % 7 in (6, 0))
    )
    periods.period_steps.cache_clear()


def a_choice_is_read_the_other_way(patch: pytest.MonkeyPatch) -> None:
    right = Expressions.cases_of

    def wrong(self: Expressions, expression: Expression, roots: Roots) -> Cases:
        if isinstance(expression, Choice):
            swapped = {"then": expression.otherwise, "otherwise": expression.then}
            return right(self, replace(expression, **swapped), roots)
        return right(self, expression, roots)

    patch.setattr(Expressions, "cases_of", wrong)


PERIOD_BUGS: tuple[Bug, ...] = (
    the_first_day_is_counted,
    the_first_day_is_never_counted,
    a_month_has_thirty_days,
    a_year_has_365_days,
    a_limit_is_not_moved_from_a_closed_day,
    the_day_after_is_read_as_the_last_day,
    what_is_counted_backwards_is_counted_forwards,
    the_day_after_is_moved_instead_of_the_last,
    a_month_end_runs_over_into_the_next_month,
    only_saturdays_and_sundays_are_closed,
    a_choice_is_read_the_other_way,
)

# ---------------------------------------------------------------- runs


def a_strict_order_is_read_as_loose(patch: pytest.MonkeyPatch) -> None:
    right = Run._follows
    patch.setattr(Run, "_follows", lambda self, day, before: right(self, day, replace(before, strict=False)))


def a_loose_order_is_read_as_strict(patch: pytest.MonkeyPatch) -> None:
    right = Run._follows
    patch.setattr(Run, "_follows", lambda self, day, before: right(self, day, replace(before, strict=True)))


def what_goes_before_need_not_have_happened(patch: pytest.MonkeyPatch) -> None:
    def wrong(self: Run, event: Any) -> Any:
        today = self._day(event.name)
        yield from (self._follows(today, before) for before in event.after)
        yield from (self._lies_within(today, within) for within in event.within)

    patch.setattr(Run, "_due", wrong)


def exceptions_to_rules_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Run, "_no_exception", lambda self, rule: TRUE)


def a_ground_is_there_from_the_beginning(patch: pytest.MonkeyPatch) -> None:
    right = Run._is_there

    def wrong(self: Run, ground: Ground, today: Any) -> Any:
        return right(self, replace(ground, days=()), today)

    patch.setattr(Run, "_is_there", wrong)


def a_day_that_is_not_there_is_compared(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Run, "_there", lambda self, expression: TRUE)


def bounds_of_events_are_ignored(patch: pytest.MonkeyPatch) -> None:
    right = Run._due
    patch.setattr(Run, "_due", lambda self, event: right(self, replace(event, within=())))


def a_run_may_begin_on_any_day(patch: pytest.MonkeyPatch) -> None:
    right = Run._due
    patch.setattr(Run, "_hangs_on_an_event", lambda self, day: True)
    patch.setattr(
        Run,
        "_due",
        lambda self, event: right(self, replace(event, within=event.within or (Within(first=_ANY),))),
    )


def the_last_day_of_a_stretch_is_left_out(patch: pytest.MonkeyPatch) -> None:
    right = Run._lies_within

    def wrong(self: Run, day: Any, within: Within) -> Any:
        outside = TRUE if within.last is None else self._is_none_after(self._read(within.last), day)
        return self._terms.conjoin((right(self, day, within), _not_if(self, within, outside)))

    def _not_if(run: Run, within: Within, outside: Any) -> Any:
        return TRUE if within.last is None else run._terms.negate(outside)

    patch.setattr(Run, "_lies_within", wrong)


def a_duty_may_be_met_at_any_time(patch: pytest.MonkeyPatch) -> None:
    right = Run.breaches

    def wrong(self: Run, rule: Rule) -> Any:
        return right(self, replace(rule, within=Within()) if rule.kind is RuleKind.DUTY else rule)

    patch.setattr(Run, "breaches", wrong)


def an_extension_has_no_limit(patch: pytest.MonkeyPatch) -> None:
    right = Run._allows

    def wrong(self: Run, power: Rule, before: Any) -> Any:
        change = power.change
        assert isinstance(change, Change)
        return right(self, replace(power, change=replace(change, limit=None)), before)

    patch.setattr(Run, "_allows", wrong)


def a_change_forgets_the_changes_before_it(patch: pytest.MonkeyPatch) -> None:
    def wrong(self: Run, period: TimePeriod, event: str) -> Any:
        return self._read(period.last)

    patch.setattr(Run, "_before", wrong)


def new_last_days_are_free(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Run, "_may_change", lambda self, period, event: TRUE)


def one_power_over_an_event_does_not_help_another(patch: pytest.MonkeyPatch) -> None:
    right = Run.breaches

    def wrong(self: Run, rule: Rule) -> Any:
        if rule.kind is not RuleKind.POWER:
            return right(self, rule)
        return self._terms.conjoin((self._happens(rule.event), self._terms.negate(self._reaches(rule))))

    patch.setattr(Run, "breaches", wrong)


def a_prohibition_holds_at_any_time(patch: pytest.MonkeyPatch) -> None:
    right = Run.breaches

    def wrong(self: Run, rule: Rule) -> Any:
        return right(self, replace(rule, within=Within()) if rule.kind is RuleKind.PROHIBITION else rule)

    patch.setattr(Run, "breaches", wrong)


RUN_BUGS: tuple[Bug, ...] = (
    a_strict_order_is_read_as_loose,
    a_loose_order_is_read_as_strict,
    what_goes_before_need_not_have_happened,
    exceptions_to_rules_are_ignored,
    a_ground_is_there_from_the_beginning,
    a_day_that_is_not_there_is_compared,
    bounds_of_events_are_ignored,
    a_run_may_begin_on_any_day,
    the_last_day_of_a_stretch_is_left_out,
    a_duty_may_be_met_at_any_time,
    an_extension_has_no_limit,
    a_change_forgets_the_changes_before_it,
    new_last_days_are_free,
    one_power_over_an_event_does_not_help_another,
    a_prohibition_holds_at_any_time,
)
