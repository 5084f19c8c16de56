"""No exception removes everything that its body reaches.

Owns: the obligations `swallow:`.
Refuses to know: whether the body itself is empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from regcheck.diagnostics import codes
from regcheck.model.formula import Except, Formula
from regcheck.model.specification import Specification
from regcheck.proof.asking import asked, consistency_id, denied
from regcheck.proof.families.bodies import Body, bodies, slots_of
from regcheck.proof.families.made import Made
from regcheck.proof.obligation import Obligation, SomeCase
from regcheck.proof.parts import PartKind, Slot, at_address, has_exceptions
from regcheck.proof.question import Labelled


def swallow(spec: Specification, made: Made) -> Iterator[Obligation]:
    """Refuted iff "the body of the ただし holds and the exception does not" is unsatisfiable.

    Exceptions inside いずれかの…が are left to live_part: there the body is asked of an element.
    """
    for body in bodies(spec, made):
        yield from made.of(("swallow", body.key), (body,), partial(_of_body, body, made))


def _of_body(body: Body, made: Made) -> list[Obligation]:
    owed = list[Obligation]()
    for slot in slots_of(body, made) if has_exceptions(body.formula) else ():
        owner = at_address(body.formula, slot.address[:-1])
        if slot.kind is PartKind.EXCEPTION and isinstance(owner, Except) and not slot.bound:
            owed.append(_of_slot(body, slot, owner.body))
    return owed


def _of_slot(body: Body, slot: Slot, guarded: Formula) -> Obligation:
    removed = Labelled(label=slot.label, formula=at_address(body.formula, slot.address))
    guard = Labelled(label=slot.label.removesuffix("ただし書"), formula=guarded)
    return Obligation(
        id=f"swallow:{body.key}{slot.key}",
        family="swallow",
        term=body.name,
        provisions=(slot.label,),
        span=slot.span,
        ask=SomeCase(
            question=asked(body.subject, guard, denied(removed)),
            blame=lambda r: codes.dead.ExceptionSwallows(
                term=body.name, part=slot.label, core=r.besides(guard.label, slot.label)
            ),
        ),
        presupposes=(consistency_id(body.subject),),
    )
