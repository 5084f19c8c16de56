"""Provisions that cut the same fact at the same number agree on which side the number itself lies.

Owns: the obligations `boundary:`.
Refuses to know: the solver: the cases at the limit are plain arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from regcheck.diagnostics.codes.conflicts import LimitsDiffer
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.model.case import Record
from regcheck.model.formula import Comparator, Compare, Day, Fact, Number
from regcheck.model.specification import Specification
from regcheck.proof.evidence import evidence
from regcheck.proof.families.bodies import texts
from regcheck.proof.limits import Limit, limits_here
from regcheck.proof.obligation import Obligation, Settled
from regcheck.proof.phrases import limit_text
from regcheck.proof.question import Labelled
from regcheck.proof.verdict import Verdict

Key = tuple[str, tuple[str, ...], Fraction | date]

_UPPER_HAS_LIMIT = {
    Comparator.GE: True,
    Comparator.LT: True,
    Comparator.GT: False,
    Comparator.LE: False,
}


def boundary(spec: Specification) -> Iterator[Obligation]:
    """Settled: of the provisions that compare one fact with one number, none puts the number on the other side.

    以上 and 未満 put it above, を超える and 以下 below. Owed by each number that two provisions use.
    """
    cuts = dict[Key, list[Limit]]()
    for text in texts(spec):
        for limit in limits_here(text.label, text.formula):
            if limit.op in _UPPER_HAS_LIMIT and limit.path is not None and not limit.path.root:
                key = (text.subject, limit.path.steps, limit.value)
                cuts.setdefault(key, []).append(limit)
    for key, found in cuts.items():
        if len({limit.label for limit in found}) > 1:
            yield _of_limit(spec, key, found)


def _of_limit(spec: Specification, key: Key, cuts: Sequence[Limit]) -> Obligation:
    _, steps, value = key
    first = cuts[0]
    other = next((c for c in cuts if _side(c) != _side(first)), None)
    fact = "の".join(steps)
    labels = tuple(dict.fromkeys(limit.label for limit in cuts))
    ask = Settled(verdict=Verdict.PROVED, rests_on=labels)
    if other is not None:
        ask = Settled(verdict=Verdict.REFUTED, diagnostic=_finding(spec, key, first, other))
    return Obligation(
        id=f"boundary:{fact}/{limit_text(Comparator.EQ, value, first.unit).removesuffix('である')}",
        family="boundary",
        term=fact,
        provisions=labels,
        span=(other or first).span,
        ask=ask,
    )


def _side(limit: Limit) -> bool:
    return _UPPER_HAS_LIMIT[limit.op]


def _finding(spec: Specification, key: Key, left: Limit, right: Limit) -> Diagnostic:
    subject, steps, value = key
    shows = [_comparison(limit) for limit in (left, right)]
    record = Record(subject=subject, facts={steps[0]: value}) if len(steps) == 1 else None
    unit = left.unit
    return Diagnostic(
        payload=LimitsDiffer(
            fact="の".join(steps),
            limit=limit_text(Comparator.EQ, value, unit),
            left=left.label,
            right=right.label,
            left_words=limit_text(left.op, value, unit),
            right_words=limit_text(right.op, value, unit),
        ),
        annotations=(
            Annotation(span=right.span, label=right.label),
            Annotation(span=left.span, label=left.label, primary=False),
        ),
        provisions=(left.label, right.label),
        evidence=evidence(spec, record, shows, "限度ちょうど") if record else None,
        anchor=f"{'の'.join(steps)}/{left.label}/{right.label}",
    )


def _comparison(limit: Limit) -> Labelled:
    assert limit.path is not None
    constant = (
        Day(value=limit.value)
        if isinstance(limit.value, date)
        else Number(value=limit.value, unit=limit.unit)
    )
    formula = Compare(op=limit.op, left=Fact(path=limit.path), right=constant)
    return Labelled(label=limit.label, formula=formula)
