"""Runs of a 手続 asked with an account: which rule is breached and why, which event came too early.

Owns: the traces of 違反 and 適法.
Refuses to know: what a rule demands (procedures.py); formulas are asked through the `ask` it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from regcheck.evaluation.kleene import Kleene, conjunction, disjunction, negation
from regcheck.evaluation.lookup import Frame, find_record
from regcheck.evaluation.procedures import bites, breach, demands, happens, powers_over, rules_to_keep
from regcheck.evaluation.trace import Trace
from regcheck.frozen import replace
from regcheck.model.formula import Breaches, Formula, Lawful, Not, Or, Part, Path
from regcheck.model.procedures import Procedure, Rule, RuleKind

Ask = Callable[[Formula, Frame], Trace]


def ask_breach(formula: Breaches, frame: Frame, ask: Ask) -> Trace:
    """違反: what the rule demands, asked of the run."""
    inside = frame.about(find_record(frame, formula.path))
    procedure = frame.spec.procedures[formula.procedure]
    rule = procedure.rules[formula.rule]
    if rule.kind is RuleKind.POWER:
        return _without_power(formula, procedure, rule, inside, ask)
    child = replace(ask(breach(procedure, rule), inside), rule=rule.header)
    return Trace(formula=formula, truth=child.truth, children=(child,), reasons=(child,))


def _without_power(formula: Formula, procedure: Procedure, rule: Rule, frame: Frame, ask: Ask) -> Trace:
    """The event happens, and none of the 権限 over it is there."""
    used = ask(happens(rule.event), frame)
    powers = [(power, bites(procedure, power)) for power in powers_over(procedure, rule.event)]
    asked = tuple(replace(ask(allowed, frame), rule=power.header) for power, allowed in powers)
    none = Trace(
        formula=Not(body=Or(parts=tuple(Part(body=allowed) for _, allowed in powers))),
        truth=negation(disjunction(trace.truth for trace in asked)),
        children=asked,
    )
    none = replace(none, reasons=_with_truth(asked, negation(none.truth)))
    return _conjunction(formula, (used, none))


def ask_lawful(formula: Lawful, frame: Frame, ask: Ask) -> Trace:
    """適法: every demand on the order of the run is met, and no rule is breached."""
    inside = frame.about(find_record(frame, formula.path))
    procedure = frame.spec.procedures[formula.procedure]
    kept = [
        Not(body=Breaches(procedure=formula.procedure, rule=rule.name, path=Path()))
        for rule in rules_to_keep(procedure)
        if formula.rules
    ]
    owed: list[Formula] = [*(demand.formula for demand in demands(procedure)), *kept]
    return _conjunction(formula, [ask(one, inside) for one in owed])


def _conjunction(formula: Formula, children: Iterable[Trace]) -> Trace:
    listed = tuple(children)
    truth = conjunction(child.truth for child in listed)
    return Trace(formula=formula, truth=truth, children=listed, reasons=_with_truth(listed, truth))


def _with_truth(children: Iterable[Trace], truth: Kleene) -> tuple[Trace, ...]:
    return tuple(child for child in children if child.truth is truth)
