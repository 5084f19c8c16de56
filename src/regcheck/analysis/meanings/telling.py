"""What was found of an item, as a change.

Owns: the changes that need no case, and the finding of what nobody knows.
Refuses to know: how anything was found.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.analysis.meanings.change import Case, Change, ChangeKind, Ground
from regcheck.analysis.meanings.conditions import Moved
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.frozen import Frozen, replace
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header
from regcheck.source.span import NOWHERE


class Sides(Frozen):
    """An item that both versions have; `title` may name a part of it."""

    title: str
    earlier: Header
    later: Header

    @property
    def was(self) -> str:
        """The former title, if it was another."""
        before = item_title(self.earlier)
        return before if before != item_title(self.later) else ""


def one_sided(earlier: Header | None, later: Header | None) -> Change:
    """An item that one version alone has."""
    kind = ChangeKind.REMOVED if later is None else ChangeKind.NEW
    header = later or earlier
    assert header is not None
    return Change(
        title=item_title(header),
        kind=kind,
        provisions=later.provision if later else (),
        earlier_provisions=earlier.provision if earlier else (),
    )


def by_identity(sides: Sides) -> Change:
    """Nothing that the item says, or rests on, has changed."""
    return _change(sides, ChangeKind.SAME, ground=Ground.IDENTITY)


def different(sides: Sides, reason: str = "", parted: Case | None = None) -> Change:
    """Another outcome, day or rule."""
    return _change(sides, ChangeKind.DIFFERENT, reason=reason, parted=parted)


def told(sides: Sides, found: Moved) -> Change:
    """A condition with what one version alone reaches."""
    if found.reason:
        payload = codes.meanings.MeaningUndecided(item=sides.title, reason=found.reason)
        return replace(undecided(sides, payload, found.reason), gained=found.gained, lost=found.lost)
    ground = Ground.PROOF if found.kind is ChangeKind.SAME else None
    return _change(sides, found.kind, gained=found.gained, lost=found.lost, ground=ground)


def apart(sides: Sides, facts: Sequence[str]) -> Change:
    """An item about facts that are no longer the same facts."""
    payload = codes.meanings.FactsApart(item=sides.title, facts=tuple(facts))
    return undecided(sides, payload, f"{'、'.join(facts)}の型が改正の前後で違う")


def undecided(sides: Sides, payload: Payload, reason: str) -> Change:
    """Nobody knows, with the finding that says so."""
    places = (Annotation(span=sides.later.span),) if sides.later.span != NOWHERE else ()
    told = Diagnostic(
        payload=payload, annotations=places, provisions=sides.later.provision, anchor=sides.title
    )
    return _change(sides, ChangeKind.UNDECIDED, reason=reason, diagnostic=told)


def _change(
    sides: Sides,
    kind: ChangeKind,
    *,
    gained: Case | None = None,
    lost: Case | None = None,
    parted: Case | None = None,
    ground: Ground | None = None,
    reason: str = "",
    diagnostic: Diagnostic | None = None,
) -> Change:
    return Change(
        title=sides.title,
        kind=kind,
        gained=gained,
        lost=lost,
        parted=parted,
        was=sides.was,
        provisions=sides.later.provision,
        earlier_provisions=sides.earlier.provision,
        ground=ground,
        reason=reason,
        diagnostic=diagnostic,
    )
