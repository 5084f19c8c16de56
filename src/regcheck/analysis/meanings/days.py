"""手続 of two versions: when the days that a period or limit comes to part, and what a rule asks.

Owns: the first and last day of a 期間, the day of a 期限, runs that breach a 義務 or 禁止 or that a 権限 allows in one
version alone, and the order of events.
Refuses to know: how cases are found.

The case of a day is the one that begins earliest of all in which the days part.
"""

from __future__ import annotations

from datetime import date

from regcheck.analysis.meanings.change import Case
from regcheck.analysis.meanings.conditions import Pair
from regcheck.analysis.meanings.parting import Bench, Open, Outcome, Parting, of_version
from regcheck.evaluation.kleene import FALSE, TRUE, Kleene
from regcheck.evaluation.procedures import is_there
from regcheck.evaluation.truth import number_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Breaches,
    Comparator,
    Compare,
    Day,
    Expression,
    Formula,
    Lawful,
    Not,
    Part,
)
from regcheck.model.procedures import Procedure, Rule, RuleKind
from regcheck.model.specification import Specification
from regcheck.proof.asking import SELF, every, some
from regcheck.proof.families.procedures.runs import day, events_of, happens
from regcheck.proof.obligation import Measure
from regcheck.proof.replay import truth
from regcheck.source.eras import day_text

BREACH = ("違反", "違反でない")
ALLOWED = ("できる", "できない")
ORDERLY = ("順序に合う", "順序に合わない")


class Procedures(Frozen):
    """A 手続 in both versions."""

    earlier: Procedure
    later: Procedure


def parted_days(
    bench: Bench, title: str, both: Procedures, days: tuple[Expression, Expression], what: str
) -> Case | Open | None:
    """The earliest run in which a day, which is called `what`, is another one; if there is none, a run in which one
    version alone has it."""
    found = bench.find(_another(bench, title, both, days, what))
    return bench.find(_one_sided(bench, title, both, days, what)) if found is None else found


def _another(
    bench: Bench, title: str, both: Procedures, days: tuple[Expression, Expression], what: str
) -> Parting:
    earlier, later = days
    differ = Compare(op=Comparator.NE, left=bench.joint.of_earlier(earlier), right=later)

    def outcome(run: Record) -> Outcome | None:
        before = _day(bench.joint.earlier, both.earlier, earlier, run)
        after = _day(bench.joint.later, both.later, later, run)
        if before is None or after is None or before == after:
            return None
        return Outcome(earlier=f"{what}が{before}", later=f"{what}が{after}")

    return Parting(
        title=title,
        subject=both.later.header.name,
        formula=every((*_there(bench, both, days), differ)),
        outcome=outcome,
        measure=_measure(both.later, later),
    )


def _one_sided(
    bench: Bench, title: str, both: Procedures, days: tuple[Expression, Expression], what: str
) -> Parting:
    before_there, after_there = _there(bench, both, days)

    def outcome(run: Record) -> Outcome | None:
        before = _is_there(bench.joint.earlier, both.earlier, days[0], run)
        after = _is_there(bench.joint.later, both.later, days[1], run)
        if {before, after} != {TRUE, FALSE}:
            return None
        earlier, later = (
            f"{what}が{'定まる' if there is TRUE else '定まらない'}" for there in (before, after)
        )
        return Outcome(earlier=earlier, later=later)

    return Parting(
        title=title,
        subject=both.later.header.name,
        formula=some((_only(before_there, after_there), _only(after_there, before_there))),
        outcome=outcome,
    )


def _there(bench: Bench, both: Procedures, days: tuple[Expression, Expression]) -> tuple[Formula, Formula]:
    """That the events happen on which the day rests, in each version."""
    return bench.joint.of_earlier(is_there(both.earlier, days[0])), is_there(both.later, days[1])


def _only(one: Formula, other: Formula) -> Formula:
    return And(parts=(Part(body=one), Part(body=Not(body=other))))


def _measure(procedure: Procedure, of: Expression) -> Measure | None:
    """From the beginning of the 検査期間 to the event from which the day is counted."""
    events = events_of(procedure, of)
    if not events:
        return None
    return Measure(first=Day(value=procedure.days[0]), day=day(events[-1]))


def _is_there(spec: Specification, procedure: Procedure, of: Expression, run: Record) -> Kleene:
    return truth(spec, is_there(procedure, of), of_version(spec, run))


def _day(spec: Specification, procedure: Procedure, of: Expression, run: Record) -> str | None:
    """The day in a run; None if it is not there, or if the run leaves it open."""
    if _is_there(spec, procedure, of, run) is not TRUE:
        return None
    found = number_of(spec, of, of_version(spec, run))
    is_known = found.low is not None and found.low == found.high
    return day_text(date.fromordinal(int(found.low or 0))) if is_known else None


# ---------------------------------------------------------------- rules and order


def rule_pair(title: str, both: Procedures, earlier: Rule, later: Rule) -> Pair:
    """Runs that breach a 義務 or 禁止, or in which a 権限 allows its event."""
    is_power = later.kind is RuleKind.POWER
    return Pair(
        title=title,
        subject=both.later.header.name,
        earlier=_bites(both.earlier, earlier),
        later=_bites(both.later, later),
        words=ALLOWED if is_power else BREACH,
    )


def _bites(procedure: Procedure, rule: Rule) -> Formula:
    breached = Breaches(procedure=procedure.header.name, rule=rule.name, path=SELF)
    return every((happens(rule.event), Not(body=breached))) if rule.kind is RuleKind.POWER else breached


def order_pair(title: str, both: Procedures) -> Pair:
    """Runs that are orderly."""
    earlier, later = (
        Lawful(procedure=one.header.name, path=SELF, rules=False) for one in (both.earlier, both.later)
    )
    return Pair(title=title, subject=both.later.header.name, earlier=earlier, later=later, words=ORDERLY)
