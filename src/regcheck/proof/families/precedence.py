"""Two 特例 on one term never say opposite things without an order between them.

Owns: the obligations `precedence:`.
Refuses to know: what comes out where they do (model: nothing does).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Payload
from regcheck.model.specification import Override, Specification
from regcheck.proof.asking import (
    asked,
    consistency_id,
    denied,
    override_condition,
    overrides_of,
    prevailing,
)
from regcheck.proof.labels import is_own, item_label, provisions_of
from regcheck.proof.obligation import NoCase, Obligation, Refutation, Settled
from regcheck.proof.verdict import Verdict


def precedence(spec: Specification) -> Iterator[Obligation]:
    """Proved iff "both 特例 apply, and none that prevails over either" is unsatisfiable.

    Owed by pairs with opposite outcomes, which are the smallest sets that can clash: more 特例 clash only where two
    of them do. A declared order settles the pair.
    """
    for target in dict.fromkeys(o.target for o in spec.overrides.values()):
        for left, right in combinations(overrides_of(spec, target), 2):
            owed = is_own(spec, left.header) or is_own(spec, right.header)
            if owed and left.outcome != right.outcome:
                yield _of_pair(spec, left, right)


def _of_pair(spec: Specification, left: Override, right: Override) -> Obligation:
    first, second = left.header.name, right.header.name
    question = asked(
        left.subject,
        override_condition(left),
        override_condition(right),
        *(denied(override_condition(o)) for o in _arbiters(spec, left, right)),
    )

    def blame(refutation: Refutation) -> Payload:
        return codes.conflicts.OverridesConflict(
            target=left.target, left=first, right=second, case=refutation.case
        )

    ordered = second in prevailing(spec, left) or first in prevailing(spec, right)
    return Obligation(
        id=f"precedence:{left.target}/{first}・{second}",
        family="precedence",
        term=f"「{left.target}」",
        provisions=(*provisions_of(left.header), *provisions_of(right.header)),
        span=left.header.span,
        places=(Annotation(span=right.header.span, label=item_label(right.header), primary=False),),
        ask=Settled(verdict=Verdict.PROVED) if ordered else NoCase(question=question, blame=blame),
        shows=(override_condition(left), override_condition(right)),
        presupposes=(consistency_id(left.subject),),
    )


def _arbiters(spec: Specification, left: Override, right: Override) -> Iterator[Override]:
    """特例 that prevail over one of the two: where one of them applies, that one of the two decides nothing."""
    names = {left.header.name, right.header.name}
    for override in overrides_of(spec, left.target):
        if override.header.name not in names and names & prevailing(spec, override):
            yield override
