"""The reference evaluator: a formula of the model, asked of one record, in three values.

Owns: one case per formula of model/formula.py, after its docstring and nothing else.
Refuses to know: the solver and the terms it reads; this is the second, independent reading of the model.

A fact that is 不明 makes UNKNOWN what depends on it. TRUE and FALSE are promises: however the unknown facts
turn out within their types, the answer stays. UNKNOWN promises nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from regcheck.evaluation.breaches import ask_breach, ask_lawful
from regcheck.evaluation.expressions import Measured, element_text, measure
from regcheck.evaluation.interval import compare
from regcheck.evaluation.kleene import (
    FALSE,
    TRUE,
    UNKNOWN,
    Kleene,
    at_least,
    conjunction,
    disjunction,
    negation,
    of_bool,
)
from regcheck.evaluation.lookup import (
    Frame,
    Located,
    blank_element,
    elements,
    find_record,
    read_fact,
    read_judgement,
    read_year,
)
from regcheck.evaluation.overrides import Candidate, candidates, settle
from regcheck.evaluation.tables import open_rows, outcome_truth, overlapping, row_condition
from regcheck.evaluation.trace import Evaluation, Reading, Trace, distinct, open_facts, open_readings
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Breaches,
    Compare,
    Contains,
    Except,
    Expression,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    Lawful,
    Not,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
    SameValue,
    StageApplies,
    Truth,
)
from regcheck.model.provisions import PROVISO
from regcheck.model.specification import Specification
from regcheck.model.types import EnumType
from regcheck.source.numerals import to_kanji


def evaluate(spec: Specification, formula: Formula, record: Record) -> Evaluation:
    """What the formula comes to for the record."""
    return evaluate_all(spec, (formula,), record)[0]


def evaluate_all(spec: Specification, formulas: Iterable[Formula], record: Record) -> tuple[Evaluation, ...]:
    """The same of several formulas; a rule that more of them rest on is asked once."""
    frame = Frame(spec=spec, records={"": Located(record=record)})
    traces = (ask(formula, frame) for formula in formulas)
    return tuple(Evaluation(truth=t.truth, trace=t, deciding_unknowns=open_facts(t)) for t in traces)


def measure_number(spec: Specification, expression: Expression, record: Record) -> Measured:
    """What a number or date (as its ordinal) over the record can be."""
    return measure(expression, Frame(spec=spec, records={"": Located(record=record)}), ask)


def read_path(spec: Specification, path: Path, record: Record) -> Reading:
    """The fact at a path of the record."""
    return read_fact(Frame(spec=spec, records={"": Located(record=record)}), path)


def ask(formula: Formula, frame: Frame) -> Trace:
    """The formula in a frame: every part is asked, also those that no longer matter, so that all can be shown."""
    match formula:
        case Truth() | Holds() | HoldsIn() | IsOneOf() | Contains() | SameValue() | Judged():
            return _ask_leaf(formula, frame)
        case Compare():
            return _compare(formula, frame)
        case Applies():
            return _applies(formula, frame)
        case StageApplies():
            return _stage(formula, frame)
        case OutcomeIs():
            return _outcome(formula, frame)
        case Breaches():
            return ask_breach(formula, frame, ask)
        case Lawful():
            return ask_lawful(formula, frame, ask)
        case Not(body=body):
            child = ask(body, frame)
            return Trace(formula=formula, truth=negation(child.truth), children=(child,), reasons=(child,))
        case And() | Or() | AtLeast() | Except() | Implies():
            return _connective(formula, frame)
        case OverList() | OverSeries():
            return _quantified(formula, frame)
        case _:
            assert_never(formula)


# ---------------------------------------------------------------- leaves

Leaf = Truth | Holds | HoldsIn | IsOneOf | Contains | SameValue | Judged


def _ask_leaf(formula: Leaf, frame: Frame) -> Trace:
    match formula:
        case Truth(value=value):
            return Trace(formula=formula, truth=of_bool(value))
        case Holds(path=path):
            return _flag(formula, read_fact(frame, path))
        case HoldsIn(path=path, index=index):
            return _flag(formula, read_year(frame, path, index))
        case Judged(discretion=discretion, path=path):
            return _flag(formula, read_judgement(frame, discretion, path))
        case IsOneOf(path=path, values=values):
            return _is_one_of(formula, read_fact(frame, path), values, frame.spec)
        case Contains(path=path, value=member):
            reading = read_fact(frame, path)
            known = reading.value if isinstance(reading.value, frozenset) else None
            return _leaf(formula, UNKNOWN if known is None else of_bool(member in known), reading)
        case SameValue(left=left, right=right):
            first, second = read_fact(frame, left), read_fact(frame, right)
            is_open = bool(first.unknowns or second.unknowns)
            return _leaf(formula, UNKNOWN if is_open else of_bool(first.value == second.value), first, second)
        case _:
            assert_never(formula)


def _leaf(formula: Formula, truth: Kleene, *readings: Reading) -> Trace:
    return Trace(formula=formula, truth=truth, readings=readings)


def _flag(formula: Formula, reading: Reading) -> Trace:
    value = reading.value
    return _leaf(formula, of_bool(value) if isinstance(value, bool) else UNKNOWN, reading)


def _is_one_of(formula: IsOneOf, reading: Reading, values: tuple[str, ...], spec: Specification) -> Trace:
    """An unknown 区分 is still decided when all of its members are named, or none."""
    if isinstance(reading.value, str):
        return _leaf(formula, of_bool(reading.value in values), reading)
    if not values:
        return _leaf(formula, FALSE, reading)
    if isinstance(reading.type, EnumType) and set(spec.enumerations[reading.type.enum].members) <= set(
        values
    ):
        return _leaf(formula, TRUE, reading)
    return _leaf(formula, UNKNOWN, reading)


def _compare(formula: Compare, frame: Frame) -> Trace:
    left, right = measure(formula.left, frame, ask), measure(formula.right, frame, ask)
    truth = compare(formula.op, left.interval, right.interval)
    conditions = left.conditions + right.conditions
    return Trace(
        formula=formula,
        truth=truth,
        readings=distinct(left.readings + right.readings),
        counted=left.counted + right.counted,
        children=conditions,
        reasons=tuple(_with_truth(conditions, UNKNOWN if truth is UNKNOWN else TRUE)),
    )


# ---------------------------------------------------------------- connectives and quantifiers

Connective = And | Or | AtLeast | Except | Implies


def _connective(formula: Connective, frame: Frame) -> Trace:
    match formula:
        case And(parts=parts):
            return _all(formula, _ask_parts(parts, frame))
        case Or(parts=parts):
            return _any(formula, _ask_parts(parts, frame))
        case AtLeast(count=count, parts=parts):
            children = _ask_parts(parts, frame)
            truth = at_least(count, (c.truth for c in children))
            return _node(formula, truth, children, _with_truth(children, truth))
        case Except():
            return _except(formula, frame)
        case Implies(premise=premise, conclusion=conclusion):
            first, then = ask(premise, frame), ask(conclusion, frame)
            truth = disjunction((negation(first.truth), then.truth))
            supporting = [c for c, t in ((first, negation(first.truth)), (then, then.truth)) if t is truth]
            return _node(formula, truth, (first, then), supporting)
        case _:
            assert_never(formula)


def _all(formula: Formula, children: tuple[Trace, ...]) -> Trace:
    truth = conjunction(c.truth for c in children)
    return _node(formula, truth, children, _with_truth(children, truth))


def _any(formula: Formula, children: tuple[Trace, ...]) -> Trace:
    truth = disjunction(c.truth for c in children)
    return _node(formula, truth, children, _with_truth(children, truth))


def _except(formula: Except, frame: Frame) -> Trace:
    """The body, and none of what is taken out of it."""
    body = ask(formula.body, frame)
    exceptions = tuple(
        replace(ask(part.body, frame), label=part.label or PROVISO) for part in formula.exceptions
    )
    truth = conjunction((body.truth, *(negation(e.truth) for e in exceptions)))
    supporting = [body] if body.truth is truth else []
    supporting += _with_truth(exceptions, negation(truth))
    return _node(formula, truth, (body, *exceptions), supporting)


def _quantified(formula: OverList | OverSeries, frame: Frame) -> Trace:
    match formula:
        case OverSeries(index=index, body=body, length=length):
            years = [(f"{i + 1}年目", frame.in_year(index, i)) for i in range(length)]
            children = tuple(replace(ask(body, f), about=about) for about, f in years)
        case OverList(path=path, variable=variable, body=body):
            listed = read_fact(frame, path)
            found = elements(listed)
            if found is None:
                return _over_unknown_list(formula, listed, frame)
            frames = [frame.with_element(variable, element) for element in found]
            children = tuple(replace(ask(body, f), about=element_text(path, i)) for i, f in enumerate(frames))
        case _:
            assert_never(formula)
    return _any(formula, children) if formula.quantity is Quantity.SOME else _all(formula, children)


def _over_unknown_list(formula: OverList, listed: Reading, frame: Frame) -> Trace:
    """Decided only if no conceivable element could satisfy (いずれか) or fail (全て) the body.

    While open it rests on the 一覧, and on what the body asks of facts outside the element.
    """
    element = blank_element(listed)
    body = ask(formula.body, frame.with_element(formula.variable, element))
    closed = FALSE if formula.quantity is Quantity.SOME else TRUE
    if body.truth is closed:
        return _leaf(formula, closed, listed)
    outside = [r for r in open_readings(body) if not r.address.is_inside(element.address)]
    return _leaf(formula, UNKNOWN, *distinct((listed, *outside)))


def _ask_parts(parts: Iterable[Part], frame: Frame) -> tuple[Trace, ...]:
    asked = ((part.label, ask(part.body, frame)) for part in parts)
    return tuple(replace(trace, label=label) if label else trace for label, trace in asked)


def _with_truth(children: Iterable[Trace], truth: Kleene) -> list[Trace]:
    return [child for child in children if child.truth is truth]


def _node(formula: Formula, truth: Kleene, children: Iterable[Trace], reasons: Iterable[Trace]) -> Trace:
    return Trace(formula=formula, truth=truth, children=tuple(children), reasons=tuple(reasons))


# ---------------------------------------------------------------- named rules


def _applies(formula: Applies, frame: Frame) -> Trace:
    """The predicate's body unless a 特例 says otherwise; asked once for each record."""
    subject = find_record(frame, formula.path)
    key = (formula.term, subject.address)
    known = frame.answers.get(key)
    if known is None:
        known = frame.answers[key] = _apply_term(formula, frame.about(subject))
    return known if known.formula is formula else replace(known, formula=formula)


def _apply_term(formula: Applies, frame: Frame) -> Trace:
    predicate = frame.spec.predicates[formula.term]
    body = replace(ask(predicate.body, frame), rule=predicate.header)
    rivals = [
        Candidate(override=o, trace=replace(ask(o.condition, frame), rule=o.header))
        for o in candidates(frame.spec, formula.term)
    ]
    settled = settle(body, rivals)
    return Trace(
        formula=formula,
        truth=settled.truth,
        children=(body, *(rival.trace for rival in rivals)),
        reasons=settled.reasons,
        conflict=settled.conflict,
    )


def _stage(formula: StageApplies, frame: Frame) -> Trace:
    plan = frame.spec.plans[formula.plan]
    stage = next(s for s in plan.stages if s.number == formula.number)
    asked = ask(stage.body, frame.about(find_record(frame, formula.path)))
    child = replace(asked, rule=plan.header, about=f"第{to_kanji(stage.number)}段階")
    return _node(formula, child.truth, (child,), (child,))


def _outcome(formula: OutcomeIs, frame: Frame) -> Trace:
    table = frame.spec.tables[formula.table]
    inside = frame.about(find_record(frame, formula.path))
    column = table.outputs.index(formula.output)
    children = tuple(
        replace(ask(row_condition(table, row), inside), rule=table.header, about=f"{number}行目")
        for number, row in enumerate(table.rows, 1)
    )
    rows = [(c.truth, row.outputs[column]) for c, row in zip(children, table.rows, strict=True)]
    truth = outcome_truth(table.hit_policy, formula.value, rows)
    surely = tuple(_with_truth(children, TRUE))
    still = tuple(children[i] for i in open_rows(table.hit_policy, formula.value, rows))
    clash = truth is UNKNOWN and overlapping(table.hit_policy, rows)
    return Trace(
        formula=formula,
        truth=truth,
        children=children,
        reasons=(still or surely) if truth is UNKNOWN else surely or tuple(_with_truth(children, FALSE)),
        conflict=tuple(c.about for c in surely) if clash else (),
    )
