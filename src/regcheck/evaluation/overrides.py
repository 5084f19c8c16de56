"""特例: which of the overriding rules decides, in three values.

Owns: 優先 among 特例 and what comes out of a term when several of their conditions hold or may hold.
Refuses to know: how a condition is evaluated.

The conditions that are UNKNOWN may turn out either way, independently. The outcome is decided when all
those ways agree, and that can be read off without trying them: a 特例 can come to decide unless its
condition is FALSE or one that prevails over it surely applies; the body can come to decide unless some 特例
surely applies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from regcheck.evaluation.kleene import TRUE, UNKNOWN, Kleene, of_bool
from regcheck.frozen import Frozen
from regcheck.model.specification import Override, Specification

if TYPE_CHECKING:
    from regcheck.evaluation.trace import Trace


class Candidate(Frozen):
    """A 特例 and what its condition came to."""

    override: Override
    trace: Trace


class Settled(Frozen):
    """The outcome of a term, what brought it about, and the 特例 that contradict each other."""

    truth: Kleene
    reasons: tuple[Trace, ...]
    conflict: tuple[str, ...] = ()


def candidates(spec: Specification, term: str) -> tuple[Override, ...]:
    """The 特例 that override a term, in the order of the files."""
    return tuple(o for o in spec.overrides.values() if o.target == term)


def settle(body: Trace, rivals: Sequence[Candidate]) -> Settled:
    """The outcome fixed by the 特例 that apply, those prevailed over left out; else the truth of the body."""
    if not rivals:
        return Settled(truth=body.truth, reasons=(body,))
    beats = prevails(c.override for c in rivals)
    sure = [c for c in rivals if c.trace.truth is TRUE]
    maybe = [c for c in rivals if c.trace.truth is UNKNOWN]
    deciding = _not_beaten(sure, by=sure, beats=beats)
    if sure and not deciding:
        return _conflict(sure)
    alive = deciding + _not_beaten(maybe, by=sure, beats=beats)
    outcomes = {of_bool(c.override.outcome) for c in alive}
    if not sure:
        outcomes.add(body.truth)
    if len(outcomes) == 1:
        return Settled(truth=outcomes.pop(), reasons=tuple(c.trace for c in deciding) or (body,))
    clash = _not_beaten(deciding, by=maybe, beats=beats)
    if len({c.override.outcome for c in clash}) > 1:
        return _conflict(clash)
    return Settled(truth=UNKNOWN, reasons=_open(body, alive, bool(sure)))


def _conflict(rivals: Sequence[Candidate]) -> Settled:
    names = tuple(f"特例「{c.override.header.name}」" for c in rivals)
    return Settled(truth=UNKNOWN, reasons=tuple(c.trace for c in rivals), conflict=names)


def _open(body: Trace, alive: Sequence[Candidate], overridden: bool) -> tuple[Trace, ...]:
    """What may still turn out either way: the body unless a 特例 surely applies, and every open 特例."""
    still = [] if overridden or body.truth is not UNKNOWN else [body]
    return (*still, *(c.trace for c in alive if c.trace.truth is UNKNOWN))


def _not_beaten(
    some: Sequence[Candidate], *, by: Sequence[Candidate], beats: frozenset[tuple[str, str]]
) -> list[Candidate]:
    def is_beaten(loser: Candidate) -> bool:
        name = loser.override.header.name
        return any((winner.override.header.name, name) in beats for winner in by)

    return [c for c in some if not is_beaten(c)]


def prevails(overrides: Iterable[Override]) -> frozenset[tuple[str, str]]:
    """(winner, loser), also through others between them."""
    direct = {o.header.name: o.prevails_over for o in overrides}
    pairs = set[tuple[str, str]]()
    for winner in direct:
        queue = list(direct[winner])
        while queue:
            loser = queue.pop()
            if (winner, loser) not in pairs:
                pairs.add((winner, loser))
                queue.extend(direct.get(loser, ()))
    return frozenset(pairs)
