"""Every criterion leaves somebody out.

Owns: the obligations `not_trivial:` of 指定基準, 対象事業, 設備区分 and 維持管理区分.
Refuses to know: which part makes a criterion trivial.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from regcheck.diagnostics import codes
from regcheck.model.specification import Predicate, PredicateKind, Specification
from regcheck.proof.asking import applies, asked, consistency_id, denied
from regcheck.proof.families.made import Made
from regcheck.proof.labels import is_own, item_label, provisions_of
from regcheck.proof.obligation import Obligation, SomeCase


def not_trivial(spec: Specification, made: Made) -> Iterator[Obligation]:
    """Refuted iff "the term does not apply" is unsatisfiable. A 定義 owes nothing: it may name a whole 対象."""
    for name, predicate in spec.predicates.items():
        if is_own(spec, predicate.header) and predicate.kind is not PredicateKind.DEFINITION:
            yield made.of(("not_trivial", name), (predicate,), partial(_of_predicate, predicate))


def _of_predicate(predicate: Predicate) -> Obligation:
    header, subject = predicate.header, predicate.subject
    name = item_label(header)
    return Obligation(
        id=f"not_trivial:{header.name}",
        family="not_trivial",
        term=name,
        provisions=provisions_of(header),
        span=header.span,
        ask=SomeCase(
            question=asked(subject, denied(applies(predicate))),
            blame=lambda refutation: codes.dead.TrivialTerm(term=name, subject=subject, core=refutation.core),
        ),
        presupposes=(consistency_id(subject),),
    )
