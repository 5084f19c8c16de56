"""What the rules of a 手続 say, as formulas over one run of it.

Owns: the words that questions about runs are made of: an event happens, a day is there, a rule is owed, the run is
lawful but for some rules.
Refuses to know: which questions there are, answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.calendar.period import Period
from regcheck.model.formula import (
    Breaches,
    Choice,
    Comparator,
    Compare,
    Expression,
    Fact,
    Formula,
    Holds,
    Lawful,
    Not,
    Path,
    PeriodEnd,
    Total,
    Truth,
)
from regcheck.model.procedures import Ground, Procedure, Rule, RuleKind, day_of, new_last_day_of
from regcheck.model.specification import Specification
from regcheck.proof.asking import SELF, asked, consistency_id, every, some
from regcheck.proof.labels import is_own, label_of
from regcheck.proof.obligation import Mark
from regcheck.proof.question import Labelled, Question
from regcheck.source.numerals import widen

YES, NO = Truth(value=True), Truth(value=False)


def own_procedures(spec: Specification) -> Iterator[Procedure]:
    """The 手続 of the files that are checked."""
    return (procedure for procedure in spec.procedures.values() if is_own(spec, procedure.header))


def lawful_run_id(procedure: Procedure) -> str:
    """The obligation that a lawful run of the 手続 exists at all."""
    return f"lawful_run:{procedure.header.name}"


def first_of_all(procedure: Procedure) -> tuple[str, ...]:
    """What every other question about runs presupposes."""
    return consistency_id(procedure.header.name), lawful_run_id(procedure)


def rule_label(rule: Rule) -> str:
    """「法」第五十二条第三項, or 禁止「導入の禁止」 where it does not say where it stands."""
    return rule.header.provision[0] if rule.header.provision else rule_name(rule)


def rule_name(rule: Rule) -> str:
    """禁止「導入の禁止」."""
    return f"{rule.kind}「{rule.name}」"


def rule_provisions(*rules: Rule) -> tuple[str, ...]:
    """Where some rules stand, each once."""
    named = (p for rule in rules for p in (rule.header.provision or (rule_name(rule),)))
    return tuple(dict.fromkeys(named))


def limit_marks(duty: Rule) -> tuple[Mark, ...]:
    """The last day of a duty, if it has one, as a day to be shown."""
    last = duty.within.last
    return () if last is None else (Mark(label=f"{rule_name(duty)}の期限", day=last),)


def penalty_of(*rules: Rule) -> str:
    """二年以下の拘禁刑（「法」第九十二条第一項）: what a breach of any of the rules is called, with where it stands."""
    told = []
    for penalty in (rule.penalty for rule in rules if rule.penalty is not None):
        places = "、".join(
            f"「{c.source}」{c.provision}" if c.source else c.provision for c in penalty.sources
        )
        told.append(f"「{penalty.words}」" + (f"（{places}）" if places else ""))
    return "又は".join(dict.fromkeys(told))


# ---------------------------------------------------------------- events and days


def happens(event: str) -> Formula:
    """The event happens in the run."""
    return Holds(path=Path(steps=(event,)))


def day(event: str) -> Expression:
    """The day of the event."""
    return Fact(path=Path(steps=(day_of(event),)))


def before(left: Expression, right: Expression) -> Formula:
    """The left day comes before the right one."""
    return Compare(op=Comparator.LT, left=left, right=right)


def until(left: Expression, right: Expression) -> Formula:
    """The left day is the right one or comes before it."""
    return Compare(op=Comparator.LE, left=left, right=right)


def same_day(left: Expression, right: Expression) -> Formula:
    """Both are one day."""
    return Compare(op=Comparator.EQ, left=left, right=right)


def next_day(of: Expression) -> Expression:
    """The day after."""
    return PeriodEnd(start=of, period=Period(days=1))


def both(*formulas: Formula) -> Formula:
    """All of them; what is true anyhow is left out."""
    kept = [formula for formula in formulas if formula != YES]
    return kept[0] if len(kept) == 1 else every(kept) if kept else YES


def either(*formulas: Formula) -> Formula:
    """Any of them; YES if one is true anyhow."""
    if YES in formulas:
        return YES
    kept = [formula for formula in formulas if formula != NO]
    return kept[0] if len(kept) == 1 else some(kept) if kept else NO


def denied(formula: Formula) -> Formula:
    """It does not hold."""
    match formula:
        case Truth(value=value):
            return Truth(value=not value)
        case Not(body=body):
            return body
        case _:
            return Not(body=formula)


def is_there(procedure: Procedure, *days: Expression | None) -> Formula:
    """Every event on which the days rest happens; an open end (None) is no day."""
    return both(*dict.fromkeys(_is_there(procedure, one) for one in days if one is not None))


def _is_there(procedure: Procedure, of: Expression) -> Formula:
    match of:
        case Fact(path=Path(root="", steps=(name,))):
            event = _event_of(procedure, name)
            return YES if event is None else happens(event)
        case PeriodEnd(start=start):
            return _is_there(procedure, start)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            yes, no = _is_there(procedure, then), _is_there(procedure, otherwise)
            if yes == no:
                return yes
            if yes == condition:
                return either(condition, no)
            return either(both(condition, yes), both(denied(condition), no))
        case Total(terms=terms):
            return is_there(procedure, *(term for _, term in terms))
        case _:
            return YES


def _event_of(procedure: Procedure, fact: str) -> str | None:
    """The event of 受理の日 and 延長後の末日; None for a fact of the 対象."""
    return next((e for e in procedure.events if fact in (day_of(e), new_last_day_of(e))), None)


def events_of(procedure: Procedure, of: Expression) -> tuple[str, ...]:
    """The events on which a day may rest, each once."""
    return tuple(dict.fromkeys(_events_of(procedure, of)))


def _events_of(procedure: Procedure, of: Expression) -> Iterator[str]:
    match of:
        case Fact(path=Path(root="", steps=(name,))):
            event = _event_of(procedure, name)
            if event is not None:
                yield event
        case PeriodEnd(start=start):
            yield from _events_of(procedure, start)
        case Choice(then=then, otherwise=otherwise):
            yield from _events_of(procedure, then)
            yield from _events_of(procedure, otherwise)
        case Total(terms=terms):
            for _, term in terms:
                yield from _events_of(procedure, term)
        case _:
            return


def ancestors(procedure: Procedure, event: str) -> tuple[str, ...]:
    """The events that must go before it, also through others, nearest first."""
    found = dict[str, None]()
    waiting = [event]
    for name in waiting:
        for one in procedure.events[name].after if name in procedure.events else ():
            if one.event not in found and one.event != event:
                found[one.event] = None
                waiting.append(one.event)
    return tuple(found)


# ---------------------------------------------------------------- rules


def rules_over(procedure: Procedure, event: str, *kinds: RuleKind) -> tuple[Rule, ...]:
    """The rules of some kinds over an event."""
    return tuple(rule for rule in procedure.rules.values() if rule.event == event and rule.kind in kinds)


def grounds_of(rule: Rule) -> tuple[Ground, ...]:
    """The grounds of a rule; one whose condition is a whole has one, there from the beginning."""
    return rule.grounds or (Ground(formula=rule.when),)


def keyed_grounds(rule: Rule) -> tuple[tuple[str, Ground], ...]:
    """Each ground with a key that no other one has: its 号, or its place among those of one 号; "" if it is alone."""
    grounds = grounds_of(rule)
    labels = [ground.label for ground in grounds]
    if len(grounds) == 1:
        return (("", grounds[0]),)
    return tuple(
        (
            g.label
            if g.label and labels.count(g.label) == 1
            else f"{g.label}（{widen(str(labels[: n + 1].count(g.label)))}）",
            g,
        )
        for n, g in enumerate(grounds)
    )


def is_owed(procedure: Procedure, rule: Rule, ground: Ground) -> Formula:
    """The duty arises by this ground: it is there, no exception holds, and the ends of the stretch are there."""
    ends = is_there(procedure, rule.within.first, rule.within.last)
    return both(ends, ground.formula, *(denied(exception) for exception in rule.exceptions))


def arises(procedure: Procedure, rule: Rule) -> Formula:
    """A duty arises by any of its grounds."""
    return either(*(is_owed(procedure, rule, ground) for ground in grounds_of(rule)))


def looks_back(last: Expression | None, on: Expression) -> bool:
    """Whether a last day is counted back from a day, or is that day."""
    match last:
        case PeriodEnd(start=start, period=period) if period.backward:
            return start == on
        case _:
            return last == on


def holds_back(procedure: Procedure, duty: Rule) -> bool:
    """Whether a duty is one to act before an act of one's own (導入の前に、届出をしなければならない)."""
    own = (event.name for event in procedure.events.values() if event.actor == duty.actor)
    return any(looks_back(duty.within.last, day(event)) for event in own if event != duty.event)


def bites(procedure: Procedure, rule: Rule, on: Expression) -> Formula:
    """A prohibition forbids, or a power allows, its event on this day."""
    first, last = rule.within.first, rule.within.last
    inside = [until(first, on)] if first is not None else []
    inside += [until(on, last)] if last is not None else []
    there = (
        both(is_there(procedure, *ground.days), ground.formula, *(until(one, on) for one in ground.days))
        for ground in grounds_of(rule)
    )
    ends = is_there(procedure, first, last)
    return both(either(*there), *(denied(e) for e in rule.exceptions), ends, *inside)


def is_breached(procedure: Procedure, rule: Rule) -> Formula:
    """The run breaches the rule."""
    return Breaches(procedure=procedure.header.name, rule=rule.name, path=SELF, span=rule.span)


def is_orderly(procedure: Procedure) -> Labelled:
    """The events of the run come in their order and within their bounds."""
    formula = Lawful(procedure=procedure.header.name, path=SELF, rules=False, span=procedure.header.span)
    return Labelled(label=label_of(procedure.header), formula=formula)


def obeying(procedure: Procedure, but: Iterable[Rule] = ()) -> tuple[Labelled, ...]:
    """The run is orderly, and no rule besides these is breached.

    All 権限 over one event are breached together, where none of them allows it: one of them speaks for all.
    """
    left_out = {rule.name for rule in but}
    kept = dict[object, Rule]()
    for rule in procedure.rules.values():
        if rule.name not in left_out:
            kept.setdefault((rule.event,) if rule.kind is RuleKind.POWER else rule.name, rule)
    return (
        is_orderly(procedure),
        *(Labelled(label=rule_label(r), formula=denied(is_breached(procedure, r))) for r in kept.values()),
    )


def asked_of_runs(procedure: Procedure, *parts: Labelled) -> Question:
    """Is there a run with all of these?"""
    return asked(procedure.header.name, *parts)
