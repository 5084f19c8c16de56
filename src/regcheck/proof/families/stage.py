"""段階 only grow, start one after the other, and in the end reach all they promise.

Owns: the obligations `stage:`.
Refuses to know: whether a stage is empty (satisfiable).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.model.specification import Specification, Stage, StagePlan
from regcheck.proof.asking import applies, asked, consistency_id, denied, satisfiable_id, stage_applies
from regcheck.proof.labels import is_own, item_label, label_of, stage_label
from regcheck.proof.obligation import NoCase, Obligation, Settled
from regcheck.proof.verdict import Verdict
from regcheck.source.eras import day_text
from regcheck.source.numerals import to_kanji


def stage(spec: Specification) -> Iterator[Obligation]:
    """Growth: proved iff "stage i reaches it and stage i+1 does not" is unsatisfiable.
    Coverage: proved iff "the whole applies and the last stage does not reach it" is unsatisfiable."""
    for plan in spec.plans.values():
        if not is_own(spec, plan.header):
            continue
        yield from _dates(plan)
        if plan.growing:
            yield from (_growth(plan, index) for index in range(len(plan.stages) - 1))
        for whole in plan.finally_covers:
            yield _coverage(spec, plan, whole)


def _name(number: int) -> str:
    return f"第{to_kanji(number)}段階"


def _growth(plan: StagePlan, index: int) -> Obligation:
    earlier, later = stage_applies(plan, index), stage_applies(plan, index + 1)
    first, second = (_name(plan.stages[i].number) for i in (index, index + 1))
    question = asked(plan.subject, earlier, denied(later))
    return Obligation(
        id=f"stage:{plan.header.name}/{first}から{second}へ",
        family="stage",
        term=item_label(plan.header),
        provisions=(earlier.label, later.label),
        span=plan.stages[index + 1].span,
        places=(Annotation(span=plan.stages[index].span, label=earlier.label, primary=False),),
        ask=NoCase(
            question=question,
            blame=lambda r: codes.gaps.StageShrinks(
                plan=plan.header.name, earlier=first, later=second, case=r.case
            ),
        ),
        shows=(earlier, later),
        presupposes=(consistency_id(plan.subject), satisfiable_id(f"{plan.header.name}/{first}")),
    )


def _coverage(spec: Specification, plan: StagePlan, name: str) -> Obligation:
    whole, last = applies(spec.predicates[name]), stage_applies(plan, len(plan.stages) - 1)
    final = _name(plan.stages[-1].number)
    target = spec.predicates[name].header
    return Obligation(
        id=f"stage:{plan.header.name}/「{name}」の網羅",
        family="stage",
        term=item_label(plan.header),
        provisions=(last.label, label_of(target)),
        span=plan.stages[-1].span,
        places=(Annotation(span=target.span, label=whole.label, primary=False),),
        ask=NoCase(
            question=asked(plan.subject, whole, denied(last)),
            blame=lambda r: codes.gaps.StageNeverReaches(
                plan=plan.header.name, last=final, whole=name, case=r.case
            ),
            premises=(asked(plan.subject, whole),),
        ),
        shows=(whole, last),
        presupposes=(consistency_id(plan.subject), satisfiable_id(name)),
    )


def _dates(plan: StagePlan) -> Iterator[Obligation]:
    """Settled: each known start lies after the known start before it. A 未確定 start owes nothing yet."""
    known = [(s, s.start) for s in plan.stages if isinstance(s.start, date)]
    for (earlier, start), (later, then) in pairwise(known):
        if start < then:
            ask = Settled(verdict=Verdict.PROVED)
        else:
            ask = Settled(
                verdict=Verdict.REFUTED, diagnostic=_out_of_order(plan, earlier, later, start, then)
            )
        yield Obligation(
            id=f"stage:{plan.header.name}/{_name(later.number)}の日付",
            family="stage",
            term=item_label(plan.header),
            provisions=(stage_label(plan, earlier), stage_label(plan, later)),
            span=later.span,
            ask=ask,
        )


def _out_of_order(plan: StagePlan, earlier: Stage, later: Stage, start: date, then: date) -> Diagnostic:
    return Diagnostic(
        payload=codes.gaps.StageDatesOutOfOrder(
            plan=plan.header.name,
            earlier=_name(earlier.number),
            later=_name(later.number),
            earlier_start=day_text(start),
            later_start=day_text(then),
        ),
        annotations=(Annotation(span=later.span), Annotation(span=earlier.span, primary=False)),
        provisions=(stage_label(plan, earlier), stage_label(plan, later)),
        anchor=item_label(plan.header),
    )
