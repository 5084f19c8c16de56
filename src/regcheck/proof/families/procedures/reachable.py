"""Every event of a 手続 can happen.

Owns: the obligations `reachable:`.
Refuses to know: whether a rule can ever apply (live_rule).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.model.procedures import Event, Procedure
from regcheck.proof.families.procedures.excused import excused_on_the_way
from regcheck.proof.families.procedures.runs import (
    asked_of_runs,
    first_of_all,
    happens,
    obeying,
)
from regcheck.proof.labels import item_label, label_of, provisions_of
from regcheck.proof.obligation import Obligation, SomeCase
from regcheck.proof.question import Labelled


def reachable(procedure: Procedure) -> Iterator[Obligation]:
    """Refuted iff "the event happens in a lawful run" is unsatisfiable.

    Lawful but for what the 権限 over the event, and over those before it, presuppose: an order that answers a breach
    need not be possible where nobody breaches anything.
    """
    yield from (_of_event(procedure, event) for event in procedure.events.values())


def reachable_id(procedure: Procedure, event: str) -> str:
    """The obligation that an event can happen."""
    return f"reachable:{procedure.header.name}/{event}"


def _of_event(procedure: Procedure, event: Event) -> Obligation:
    name, label = procedure.header.name, f"事象「{event.name}」"
    wanted = Labelled(label=label, formula=happens(event.name))
    excused = excused_on_the_way(procedure, event.name)
    return Obligation(
        id=reachable_id(procedure, event.name),
        family="reachable",
        term=item_label(procedure.header),
        provisions=provisions_of(procedure.header),
        span=event.span,
        ask=SomeCase(
            question=asked_of_runs(procedure, wanted, *obeying(procedure, excused)),
            blame=lambda r: codes.procedures.EventNeverHappens(
                procedure=name, event=event.name, core=r.besides(label, label_of(procedure.header))
            ),
        ),
        presupposes=first_of_all(procedure),
    )
