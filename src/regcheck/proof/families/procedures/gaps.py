"""The question behind every gap of a power: its ground is there, and it has not been used.

Owns: that question, the settings in which it is asked, and how a gap is told: what it is measured by and its marks.
Refuses to know: which settings a power owes.
"""

from __future__ import annotations

from collections.abc import Callable

from regcheck.diagnostics.diagnostic import Annotation, Payload
from regcheck.frozen import Frozen
from regcheck.model.formula import Fact, Formula, Path
from regcheck.model.procedures import Rule, RuleKind, new_last_day_of
from regcheck.proof.families.procedures.excused import excused_by
from regcheck.proof.families.procedures.live_rule import live_id
from regcheck.proof.families.procedures.powers import (
    Moving,
    Use,
    duties_behind,
    has_ground,
    moving_limits,
    period_of,
    trigger_of,
    unchanged,
)
from regcheck.proof.families.procedures.reachable import reachable_id
from regcheck.proof.families.procedures.runs import (
    YES,
    ancestors,
    asked_of_runs,
    both,
    day,
    denied,
    either,
    first_of_all,
    happens,
    is_there,
    obeying,
    rule_label,
    rule_provisions,
    rules_over,
    same_day,
)
from regcheck.proof.labels import item_label
from regcheck.proof.obligation import Blame, Mark, Measure, NoCase, Obligation, Refutation
from regcheck.proof.question import Labelled, Question


def question_of(use: Use, *formulas: Formula) -> Question:
    """Is there a run, lawful but for what the ground presupposes to be broken, in which the ground is there, the event
    has not happened, and these hold?"""
    label = rule_label(use.power)
    excused = (*excused_by(use.procedure, use.ground), *rules_over(use.procedure, use.event, RuleKind.DUTY))
    return asked_of_runs(
        use.procedure,
        Labelled(label=label, formula=both(has_ground(use), denied(happens(use.event)))),
        *(Labelled(label=label, formula=formula) for formula in formulas if formula != YES),
        *obeying(use.procedure, excused),
    )


# ---------------------------------------------------------------- settings


def unmoved(use: Use) -> Formula:
    """No limit on which the ground hangs has moved."""
    return both(*(denied(is_moved(use, one)) for one in moving_limits(use)))


def some_moved(use: Use) -> Formula:
    """No power has changed a period, and a limit on which the ground hangs has moved."""
    return both(unchanged(use), either(*(is_moved(use, one) for one in moving_limits(use))))


def is_moved(use: Use, one: Moving) -> Formula:
    """The limit is there, and lies on another day than it would without closed days."""
    return both(is_there(use.procedure, one.day), denied(same_day(one.day, one.unmoved)))


def with_change(use: Use, change: Rule) -> Formula:
    """This power alone has changed the period; one that extends it, as far as it may."""
    besides = (change.event, *ancestors(use.procedure, change.event))
    limit = change.change.limit if change.change is not None else None
    new = Fact(path=Path(steps=(new_last_day_of(change.event),)))
    to_the_limit = YES if limit is None else both(is_there(use.procedure, limit), same_day(new, limit))
    return both(unchanged(use, *besides), happens(change.event), to_the_limit)


# ---------------------------------------------------------------- how a gap is told


class Gap(Frozen):
    """A question about a power that no run should answer. `latest`: it is told by how little of the period remains,
    not by how much has gone by."""

    use: Use
    id: str
    family: str
    question: Question
    blame: Callable[[Refutation], Payload]
    change: Rule | None = None
    premises: tuple[Question, ...] = ()
    presupposes: tuple[str, ...] = ()
    mended_by: tuple[str, ...] = ()
    latest: bool = False

    def obligation(self) -> Obligation:
        """The same as an obligation."""
        use = self.use
        others = (*duties_behind(use), *((self.change,) if self.change is not None else ()))
        blame: Blame = self.blame
        return Obligation(
            id=self.id,
            family=self.family,
            term=item_label(use.procedure.header),
            provisions=rule_provisions(use.power, *others),
            span=use.power.span,
            places=tuple(Annotation(span=r.span, label=rule_label(r), primary=False) for r in others),
            ask=NoCase(question=self.question, blame=blame, premises=self.premises),
            marks=tuple(
                Mark(label=_first_day(use), day=one, provisions=use.power.header.provision)
                for one in use.ground.days
            ),
            measure=_measure(use, latest=self.latest),
            mended_by=self.mended_by,
            presupposes=(
                *first_of_all(use.procedure),
                live_id(use.procedure, use.power),
                reachable_id(use.procedure, use.event),
                *self.presupposes,
            ),
        )


def _first_day(use: Use) -> str:
    """権限「命令」（一）を用いることができる最初の日."""
    return f"権限「{use.key.replace('/', '」（', 1)}{'）' if '/' in use.key else '」'}の要件が満たされる日"


def _measure(use: Use, *, latest: bool) -> Measure | None:
    period, trigger = period_of(use), trigger_of(use)
    if period is None or trigger is None:
        return None
    return Measure(first=period.first, day=day(trigger), last=period.last_in_force if latest else None)
