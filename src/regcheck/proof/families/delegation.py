"""委任 are filled once, by the right kind of instrument, and not exceeded.

Owns: the obligations `delegation:`.
Refuses to know: the text of the Act.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.model.formula import Formula
from regcheck.model.specification import Delegation, Instrument, Predicate, Specification
from regcheck.proof.asking import applies, asked, consistency_id, denied, satisfiable_id
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.obligation import NoCase, Obligation, Settled
from regcheck.proof.question import Labelled
from regcheck.proof.verdict import Verdict


def delegation(spec: Specification) -> Iterator[Obligation]:
    """Proved iff "what fills it applies and the 範囲 does not hold" is unsatisfiable; filled once, by its kind."""
    for entry in spec.delegations.values():
        fillers = [p for p in spec.predicates.values() if entry.header.name in p.fills]
        own = any(is_own(spec, p.header) for p in fillers)
        if own or (is_own(spec, entry.header) and _is_awaited(spec, entry)):
            yield _filled_once(spec, entry, fillers)
        for filler in fillers:
            if entry.limit is not None and is_own(spec, filler.header):
                yield _within(entry, entry.limit, filler)


def _is_awaited(spec: Specification, entry: Delegation) -> bool:
    """An Act read on its own does not owe the ordinances under it."""
    return any(instrument.kind is entry.kind for instrument in spec.instruments.values())


def _within(entry: Delegation, limit: Formula, filler: Predicate) -> Obligation:
    part = applies(filler)
    bound = Labelled(label=label_of(entry.header), formula=limit)
    name = item_label(filler.header)
    return Obligation(
        id=f"delegation:{filler.header.name}/{entry.header.name}",
        family="delegation",
        term=name,
        provisions=(*provisions_of(filler.header), *provisions_of(entry.header)),
        span=filler.header.span,
        places=(Annotation(span=limit.span, label=item_label(entry.header), primary=False),),
        ask=NoCase(
            question=asked(filler.subject, part, denied(bound)),
            blame=lambda r: codes.delegation.BeyondDelegation(
                term=name, delegation=entry.header.name, case=r.case
            ),
        ),
        shows=(part, bound),
        presupposes=(consistency_id(filler.subject), satisfiable_id(filler.header.name)),
    )


def _filled_once(spec: Specification, entry: Delegation, fillers: list[Predicate]) -> Obligation:
    payload = _complaint(spec, entry, fillers)
    ask = Settled(verdict=Verdict.PROVED, rests_on=tuple(label_of(p.header) for p in fillers))
    provisions = (*provisions_of(entry.header), *(label_of(p.header) for p in fillers))
    if payload is not None:
        spans = [entry.header.span, *(p.header.span for p in fillers)]
        places = tuple(Annotation(span=span, primary=i == 0) for i, span in enumerate(spans))
        finding = Diagnostic(
            payload=payload, annotations=places, provisions=provisions, anchor=item_label(entry.header)
        )
        ask = Settled(verdict=Verdict.REFUTED, diagnostic=finding)
    return Obligation(
        id=f"delegation:{entry.header.name}",
        family="delegation",
        term=item_label(entry.header),
        provisions=provisions,
        span=entry.header.span,
        ask=ask,
    )


def _complaint(spec: Specification, entry: Delegation, fillers: list[Predicate]) -> Payload | None:
    name, wanted = entry.header.name, entry.kind.value
    if not fillers:
        return codes.delegation.Unfilled(delegation=name, kind=wanted)
    if len(fillers) > 1:
        return codes.delegation.FilledTwice(
            delegation=name, terms=tuple(item_label(p.header) for p in fillers)
        )
    home = _instrument(spec, fillers[0])
    if home is not None and home.kind is not entry.kind:
        term = item_label(fillers[0].header)
        return codes.delegation.WrongInstrument(
            delegation=name, term=term, wanted=wanted, found=home.kind.value
        )
    return None


def _instrument(spec: Specification, predicate: Predicate) -> Instrument | None:
    """The 法令 that the predicate stands under in its file, or else the last one of the checked files."""
    span = predicate.header.span
    headed = [i for i in spec.instruments.values() if i.header.span.file == span.file]
    above = [i for i in headed if i.header.span.start <= span.start]
    own = [i for i in spec.instruments.values() if is_own(spec, i.header)]
    return max(above, key=lambda i: i.header.span.start, default=own[-1] if own else None)
