"""Every term can apply to somebody.

Owns: the obligations `satisfiable:` of predicates and stages.
Refuses to know: why a term is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from regcheck.diagnostics import codes
from regcheck.model.specification import Predicate, Specification, StagePlan
from regcheck.proof.asking import applies, asked, consistency_id, satisfiable_id, stage_applies
from regcheck.proof.families.made import Made
from regcheck.proof.labels import is_own, item_label, provisions_of, stage_name
from regcheck.proof.obligation import Obligation, SomeCase
from regcheck.source.numerals import to_kanji


def satisfiable(spec: Specification, made: Made) -> Iterator[Obligation]:
    """Refuted iff "the term applies" is unsatisfiable. Owed by every predicate and every stage."""
    for name, predicate in spec.predicates.items():
        if is_own(spec, predicate.header):
            yield made.of(("satisfiable", name), (predicate,), partial(_of_predicate, predicate))
    for plan in spec.plans.values():
        if is_own(spec, plan.header):
            yield from (_of_stage(plan, index) for index in range(len(plan.stages)))


def _of_predicate(predicate: Predicate) -> Obligation:
    header = predicate.header
    name = item_label(header)
    return Obligation(
        id=satisfiable_id(header.name),
        family="satisfiable",
        term=name,
        provisions=provisions_of(header),
        span=header.span,
        ask=SomeCase(
            question=asked(predicate.subject, applies(predicate)),
            blame=lambda refutation: codes.dead.EmptyTerm(term=name, core=refutation.core),
        ),
        presupposes=(consistency_id(predicate.subject), f"swallow:{header.name}/ただし書"),
    )


def _of_stage(plan: StagePlan, index: int) -> Obligation:
    stage = plan.stages[index]
    part, name = stage_applies(plan, index), stage_name(plan, stage.number)
    key = f"{plan.header.name}/第{to_kanji(stage.number)}段階"
    return Obligation(
        id=satisfiable_id(key),
        family="satisfiable",
        term=name,
        provisions=(part.label,),
        span=stage.span,
        ask=SomeCase(
            question=asked(plan.subject, part),
            blame=lambda refutation: codes.dead.EmptyTerm(term=name, core=refutation.core),
        ),
        presupposes=(consistency_id(plan.subject), f"swallow:{key}/ただし書"),
    )
