"""Whether a slip can be noticed at all, and the case that tells the two texts apart.

Owns: putting the changed item beside the original under another name, the question whether they ever differ,
and the smallest case in which they do.
Refuses to know: who should have noticed.

Two texts are the same if no record tells them apart under the original 前提 nor, where the slip reaches a 前提,
under the changed ones. Days on which items and stages begin are no matter of records, and none of this module's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.analysis.mutation.mutants import RuleItem
from regcheck.analysis.mutation.sight import Sight
from regcheck.analysis.mutation.standing import Provers
from regcheck.diagnostics.diagnostic import Evidence
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.evaluation.scenario_text import scenario_text
from regcheck.evaluation.sentences import formula_text
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record
from regcheck.model.formula import And, Applies, Formula, Not, Or, OutcomeIs, Part, StageApplies
from regcheck.model.specification import (
    DecisionTable,
    Expectation,
    Expected,
    Header,
    Specification,
    StagePlan,
)
from regcheck.proof.asking import SELF, formula_name, overrides_of
from regcheck.proof.conjuncts import refined
from regcheck.proof.evidence import case_text, facts
from regcheck.proof.minimise import minimised
from regcheck.proof.question import Impossible, Labelled, Possible, Question, Unanswered, Undecided
from regcheck.proof.replay import replayed, truth
from regcheck.syntax import ast

_MARK = "（書換え後）"
"""What the name of a twin ends with."""

_INNER_QUOTES = str.maketrans("「」", "『』")


class Pair(Frozen):
    """The same said by an item and by its twin."""

    own: Formula
    twin: Formula


class Twins(Frozen):
    """A specification that holds an item twice: its own, and as another specification has it."""

    specification: Specification
    subject: str
    pairs: tuple[Pair, ...]


class Difference(Frozen):
    """What came of the comparison."""

    is_same: bool = False
    case: Evidence | None = None
    """A case in which the texts differ; a day has none."""
    reason: str = ""
    """Why nobody knows."""


def difference(
    original: Specification, mutant: Specification, item: RuleItem, sight: Sight, prover: Provers
) -> Difference:
    """Compare an item in two specifications that differ in nothing else."""
    found = _told_apart(_twins(original, mutant, item), prover)
    if found.is_same and sight.premises:
        turned = _told_apart(_twins(mutant, original, item), prover)
        return replace(turned, case=turned.case and _of_original(turned.case))
    return found


def _told_apart(twins: Twins, prover: Provers) -> Difference:
    spec = twins.specification
    either = Or(parts=tuple(Part(body=part) for pair in twins.pairs for part in _differing(pair)))
    question = Question(subject=twins.subject, parts=(Labelled(label=_MARK, formula=either),))
    match prover(spec).example(refined(spec, question)):
        case Impossible():
            return Difference(is_same=True)
        case Possible(record=record):
            if not replayed(spec, question, record).answers:
                return Difference(reason="再現できない")
            return Difference(case=_case(twins, minimised(spec, question, record)))
        case Undecided(reason=reason):
            return Difference(reason=reason)
        case Unanswered():
            return Difference(reason="証明する工程が止まった")


def _differing(pair: Pair) -> Iterator[Formula]:
    for holds, fails in ((pair.own, pair.twin), (pair.twin, pair.own)):
        yield And(parts=(Part(body=holds), Part(body=Not(body=fails))))


# ---------------------------------------------------------------- twins


def _twins(base: Specification, other: Specification, item: RuleItem) -> Twins:
    """The item of `base` and, as its twin, that of `other`."""
    name = item.target.text if isinstance(item, ast.OverrideItem) else item.name.text
    match item:
        case ast.PredicateItem() | ast.OverrideItem():
            return _predicates(base, other, name)
        case ast.StageItem():
            plan = other.plans[name]
            spec = replace(base, plans={**base.plans, name + _MARK: replace(plan, header=_twin(plan.header))})
            return Twins(specification=spec, subject=plan.subject, pairs=tuple(_stages(plan)))
        case ast.TableItem():
            table = other.tables[name]
            renamed = replace(table, header=_twin(table.header))
            spec = replace(base, tables={**base.tables, name + _MARK: renamed})
            pairs = tuple(_outcomes((base.tables[name], table)))
            return Twins(specification=spec, subject=table.subject, pairs=pairs)
        case ast.AssumptionItem():
            pair = Pair(own=base.assumptions[name].body, twin=other.assumptions[name].body)
            return Twins(specification=base, subject=item.subject.text, pairs=(pair,))
        case ast.DelegationItem():
            pairs = tuple(_limits(base, other, name))
            return Twins(specification=base, subject=item.subject.text, pairs=pairs)


def _predicates(base: Specification, other: Specification, name: str) -> Twins:
    """The 特例 on a term are part of what it says."""
    predicate = other.predicates[name]
    overrides = {
        o.header.name + _MARK: replace(
            o,
            header=_twin(o.header),
            target=name + _MARK,
            prevails_over=tuple(n + _MARK for n in o.prevails_over),
        )
        for o in overrides_of(other, name)
    }
    spec = replace(
        base,
        predicates={**base.predicates, name + _MARK: replace(predicate, header=_twin(predicate.header))},
        overrides={**base.overrides, **overrides},
    )
    pair = Pair(own=Applies(term=name, path=SELF), twin=Applies(term=name + _MARK, path=SELF))
    return Twins(specification=spec, subject=predicate.subject, pairs=(pair,))


def _stages(plan: StagePlan) -> Iterator[Pair]:
    name = plan.header.name
    for stage in plan.stages:
        own = StageApplies(plan=name, number=stage.number, path=SELF)
        yield Pair(own=own, twin=replace(own, plan=name + _MARK))


def _outcomes(tables: Sequence[DecisionTable]) -> Iterator[Pair]:
    name, outputs = tables[0].header.name, tables[0].outputs
    found = [
        (output, row.outputs[at])
        for table in tables
        for row in table.rows
        for at, output in enumerate(outputs)
    ]
    for output, value in dict.fromkeys(found):
        own = OutcomeIs(table=name, output=output, value=value, path=SELF)
        yield Pair(own=own, twin=replace(own, table=name + _MARK))


def _limits(base: Specification, other: Specification, name: str) -> Iterator[Pair]:
    own, twin = base.delegations[name].limit, other.delegations[name].limit
    if own is not None and twin is not None:
        yield Pair(own=own, twin=twin)


def _twin(header: Header) -> Header:
    return replace(header, name=header.name + _MARK)


# ---------------------------------------------------------------- cases


def _case(twins: Twins, record: Record) -> Evidence:
    """The facts, what each text says of them, and the case as a 事例 of the item's own text."""
    spec = twins.specification
    known = tuple(facts(spec, record))
    name = case_text(known).translate(_INNER_QUOTES)
    told = [(p.own, truth(spec, p.own, record), truth(spec, p.twin, record)) for p in twins.pairs]
    apart = [one for one in told if {one[1], one[2]} == {TRUE, FALSE}]
    shown = [one for one in apart if one[1] is TRUE] or apart
    wanted = [
        Expectation(formula=formula, expected=Expected(own))
        for formula, own, _ in shown
        if isinstance(formula, Applies | StageApplies | OutcomeIs)
    ]
    return Evidence(
        facts=known,
        outcomes=tuple((_called(spec, f), f"{own}（書換え後は{twin}）") for f, own, twin in shown),
        snippet=scenario_text(spec, record, wanted, name).rstrip("\n") if wanted else "",
    )


def _called(spec: Specification, formula: Formula) -> str:
    return formula_name(formula) or formula_text(spec, formula)


def _of_original(case: Evidence) -> Evidence:
    """A case of the changed text that the original 前提 exclude: no 事例 of it can be written."""
    return replace(case, snippet="")
