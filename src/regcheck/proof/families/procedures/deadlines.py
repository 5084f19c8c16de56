"""The limit of a later step does not lie before that of an earlier one.

Owns: the obligations `deadlines:`, one for each two duties of which one is over an event that goes before.
Refuses to know: whether each of the steps can be done in time (meetable).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation
from regcheck.model.formula import Expression, Fact, PeriodEnd
from regcheck.model.procedures import Procedure, Rule, RuleKind
from regcheck.proof.families.procedures.runs import (
    ancestors,
    arises,
    asked_of_runs,
    before,
    day,
    first_of_all,
    happens,
    holds_back,
    limit_marks,
    obeying,
    penalty_of,
    rule_label,
    rule_provisions,
    rules_over,
    same_day,
)
from regcheck.proof.labels import item_label
from regcheck.proof.obligation import NoCase, Obligation
from regcheck.proof.question import Labelled


def deadlines(procedure: Procedure) -> Iterator[Obligation]:
    """Proved iff "both duties arise in a run that is lawful but for the duties over the later event, the earlier
    one is met on its last day, and the limit of the later one lies before that day" is unsatisfiable.

    Not asked of a duty that only holds an act of one's own back, which sets no limit of its own; nor where the later
    limit is counted onwards from the earlier event, or from one after it, so that it cannot lie before.
    """
    for later in _with_limit(procedure):
        for earlier in _earlier(procedure, later):
            yield _of_pair(procedure, earlier, later)


def deadlines_before(procedure: Procedure, later: Rule) -> tuple[str, ...]:
    """The obligations that the limits of earlier steps lie before the limit of this duty."""
    if later not in _with_limit(procedure):
        return ()
    return tuple(_id(procedure, earlier, later) for earlier in _earlier(procedure, later))


def _with_limit(procedure: Procedure) -> Iterator[Rule]:
    for rule in procedure.rules.values():
        has_limit = rule.within.last is not None and not holds_back(procedure, rule)
        if rule.kind is RuleKind.DUTY and has_limit:
            yield rule


def _earlier(procedure: Procedure, later: Rule) -> Iterator[Rule]:
    goes_before = ancestors(procedure, later.event)
    for rule in _with_limit(procedure):
        if rule.event in goes_before and not _comes_after(procedure, _limit(later), rule.event):
            yield rule


def _comes_after(procedure: Procedure, limit: Expression, event: str) -> bool:
    """Whether a day is counted onwards from the day of an event, or of one that comes after it."""
    match limit:
        case PeriodEnd(start=start, period=period):
            return not period.backward and _comes_after(procedure, start, event)
        case Fact():
            above = (name for name in procedure.events if event in (name, *ancestors(procedure, name)))
            return any(limit == day(name) for name in above)
        case _:
            return False


def _id(procedure: Procedure, earlier: Rule, later: Rule) -> str:
    return f"deadlines:{procedure.header.name}/{earlier.name}/{later.name}"


def _of_pair(procedure: Procedure, earlier: Rule, later: Rule) -> Obligation:
    first, last = _limit(earlier), _limit(later)
    both_arise = (
        Labelled(label=rule_label(rule), formula=arises(procedure, rule)) for rule in (earlier, later)
    )
    at_last = Labelled(label=rule_label(earlier), formula=same_day(day(earlier.event), first))
    too_soon = Labelled(label=rule_label(later), formula=before(last, first))
    met = Labelled(label=rule_label(earlier), formula=happens(earlier.event))
    lawful = obeying(procedure, rules_over(procedure, later.event, RuleKind.DUTY))
    name = procedure.header.name
    return Obligation(
        id=_id(procedure, earlier, later),
        family="deadlines",
        term=item_label(procedure.header),
        provisions=rule_provisions(earlier, later),
        span=later.span,
        places=(Annotation(span=earlier.span, label=rule_label(earlier), primary=False),),
        ask=NoCase(
            question=asked_of_runs(procedure, met, at_last, *both_arise, too_soon, *lawful),
            blame=lambda r: codes.procedures.DeadlinesOutOfOrder(
                procedure=name, earlier=earlier.name, later=later.name, case=r.case, penalty=penalty_of(later)
            ),
        ),
        marks=(*limit_marks(earlier), *limit_marks(later)),
        presupposes=first_of_all(procedure),
    )


def _limit(duty: Rule) -> Expression:
    assert duty.within.last is not None, duty.name
    return duty.within.last
