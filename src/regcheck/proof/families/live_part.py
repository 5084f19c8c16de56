"""Every condition, list item, exception, 特例 and row is able to change an outcome.

Owns: the obligations `live_part:`.
Refuses to know: how a part is found in a formula.

A part is left out by putting what its list takes as neutral in its place: true in いずれにも, false in
いずれか and ただし. Leaving a part out either only widens or only narrows the text, so that one direction of the
difference is all there is to ask. A whole alternative is dead if the others reach all it reaches; a condition
inside an alternative is asked of that alternative alone, so that cases told apart in full stay alive.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.evaluation.sentences import formula_text
from regcheck.model.formula import Formula, Not
from regcheck.model.specification import DecisionTable, HitPolicy, Override, Specification
from regcheck.proof.asking import (
    asked,
    consistency_id,
    denied,
    every,
    override_condition,
    overrides_of,
    prevailing,
    satisfiable_id,
    some,
)
from regcheck.proof.families.bodies import Body, bodies, slots_of
from regcheck.proof.families.made import Made
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.obligation import How, Obligation, Refutation, Settled, SomeCase
from regcheck.proof.parts import Address, PartKind, Slot, at_address, setting, slots, without
from regcheck.proof.question import Labelled
from regcheck.proof.verdict import Verdict

if TYPE_CHECKING:  # many specifications have no 区分表
    from regcheck.proof.families.cut import Cut
    from regcheck.proof.regions import Grid
    from regcheck.proof.splitting import Budget


def live_part(spec: Specification, made: Made) -> Iterator[Obligation]:
    """Refuted iff "the outcome differs when the part is left out" is unsatisfiable."""
    for body in bodies(spec, made):
        yield from made.of(("live_part", body.key), (body,), partial(_of_body, body, made))
    for override in spec.overrides.values():
        if is_own(spec, override.header):
            yield from _of_override(spec, override)


def _of_body(body: Body, made: Made) -> list[Obligation]:
    ids, owed = dict[Address, str](), list[Obligation]()
    whole = consistency_id(body.subject), satisfiable_id(body.key), f"not_trivial:{body.key}"
    compared = _Compared(body.label, body.formula)
    for slot in slots_of(body, made):
        ids[slot.address] = f"live_part:{body.key}{slot.key}"
        outer = (ids[slot.parent],) if slot.parent is not None else ()
        one = Obligation(
            id=ids[slot.address],
            family="live_part",
            term=body.name,
            provisions=(slot.label,),
            span=slot.span,
            ask=SomeCase(
                question=asked(body.subject, *compared.difference(slot), *body.free),
                blame=partial(_dead_part, made.spec, body, slot),
            ),
            presupposes=(*whole, f"swallow:{body.key}{slot.key}", *outer),
        )
        owed.append(one)
    return owed


def _dead_part(spec: Specification, body: Body, slot: Slot, refutation: Refutation) -> Payload:
    words = formula_text(spec, at_address(body.formula, slot.address))
    kind = codes.dead.DeadException if slot.kind is PartKind.EXCEPTION else codes.dead.DeadPart
    core = refutation.besides(body.label, slot.label)
    return kind(term=body.name, part=slot.label, words=words, core=core)


class _Compared:
    """A text held against itself without one of its parts; parts of one alternative are held against the same text."""

    def __init__(self, label: str, formula: Formula) -> None:
        self._label, self._formula = label, formula
        self._settings: dict[tuple[Address, ...], tuple[Labelled, Labelled]] = {}

    def difference(self, slot: Slot) -> tuple[Labelled, Labelled]:
        """The wider text holds and the narrower one does not."""
        if slot.aside not in self._settings:
            made = Labelled(label=self._label, formula=setting(self._formula, slot))
            self._settings[slot.aside] = made, denied(made)
        whole, opposite = self._settings[slot.aside]
        changed = Labelled(label=self._label, formula=without(whole.formula, slot))
        return (changed, opposite) if slot.widens else (whole, denied(changed))


# ---------------------------------------------------------------- 特例


def _of_override(spec: Specification, override: Override) -> Iterator[Obligation]:
    header, condition = override.header, override_condition(override)
    whole = f"live_part:特例/{header.name}"
    yield Obligation(
        id=whole,
        family="live_part",
        term=item_label(header),
        provisions=provisions_of(header),
        span=header.span,
        ask=SomeCase(
            question=asked(override.subject, condition, *_deciding(spec, override)),
            blame=lambda r: codes.dead.DeadOverride(
                name=header.name, target=override.target, core=r.besides(condition.label)
            ),
        ),
        presupposes=(consistency_id(override.subject), satisfiable_id(override.target)),
    )
    compared = _Compared(condition.label, condition.formula)
    for slot in slots(condition.formula, condition.label):
        yield _of_override_slot(spec, override, slot, compared.difference(slot), whole)


def _of_override_slot(
    spec: Specification, override: Override, slot: Slot, difference: tuple[Labelled, Labelled], whole: str
) -> Obligation:
    name, condition = item_label(override.header), override_condition(override)
    parts = (*difference, *_deciding(spec, override))

    def blame(refutation: Refutation) -> Payload:
        words = formula_text(spec, at_address(override.condition, slot.address))
        core = refutation.besides(condition.label, slot.label)
        return codes.dead.DeadPart(term=name, part=slot.label, words=words, core=core)

    return Obligation(
        id=f"{whole}{slot.key}",
        family="live_part",
        term=name,
        provisions=(slot.label,),
        span=slot.span,
        ask=SomeCase(question=asked(override.subject, *parts), blame=blame),
        presupposes=(consistency_id(override.subject), whole),
    )


def _deciding(spec: Specification, override: Override) -> tuple[Labelled, ...]:
    """That the outcome would be another one without the override: none that prevails over it applies, and
    what decides in its place (a 特例 it prevails over, or else the text itself) says the opposite."""
    rivals = [o for o in overrides_of(spec, override.target) if o.header.name != override.header.name]
    stronger = [o for o in rivals if override.header.name in prevailing(spec, o)]
    others = [o for o in rivals if o not in stronger]
    target = spec.predicates[override.target]
    text: Formula = Not(body=target.body) if override.outcome else target.body
    none = every(Not(body=o.condition) for o in others)
    against = (_decisive(spec, o, others) for o in others if o.outcome != override.outcome)
    otherwise = some((every((none, text)), *against))
    label = label_of(target.header)
    return (*(denied(override_condition(o)) for o in stronger), Labelled(label=label, formula=otherwise))


def _decisive(spec: Specification, override: Override, others: Sequence[Override]) -> Formula:
    """The 特例 applies, and none of the others that prevails over it does."""
    winners = [o for o in others if override.header.name in prevailing(spec, o)]
    return every((override.condition, *(Not(body=o.condition) for o in winners)))


# ---------------------------------------------------------------- 区分表


def live_rows(cut: Cut) -> Iterator[Obligation]:
    """Refuted iff "the row applies, and (先の行を優先) no earlier row does" is unsatisfiable.

    Rows of which boxes alone show a case are settled together; each other row is asked.
    """
    from regcheck.proof.meeting import bits
    from regcheck.proof.splitting import Budget

    budget, is_first = Budget(), cut.table.hit_policy is HitPolicy.FIRST
    owed = list[Obligation]()
    for index, box in enumerate(cut.grid.rows):
        before = list(bits(cut.meeting.rows_at(box, (1 << index) - 1))) if is_first else []
        if not (cut.grid.free and all(box) and _has_room(cut.grid, index, before, budget)):
            owed.append(_of_row(cut, index, before))
    if len(owed) < len(cut.table.rows):
        yield _settled_rows(cut.table)
    yield from owed


def _settled_rows(table: DecisionTable) -> Obligation:
    return Obligation(
        id=f"live_part:{table.header.name}",
        family="live_part",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=Settled(verdict=Verdict.PROVED, by=How.GEOMETRY, rests_on=provisions_of(table.header)),
        presupposes=(consistency_id(table.subject),),
    )


def _has_room(grid: Grid, index: int, before: Sequence[int], budget: Budget) -> bool:
    """Whether boxes show a case of the row that no row before it takes."""
    from regcheck.proof.splitting import Spent, uncovered

    if not (grid.exact[index] and all(grid.exact[i] for i in before)):
        return False
    try:
        taken = [grid.rows[i] for i in before]
        return not taken or any(uncovered(grid.rows[index], taken, grid.lines, budget))
    except Spent:
        return False


def _of_row(cut: Cut, index: int, before: Sequence[int]) -> Obligation:
    own, table, name = cut.row(index), cut.table, cut.names[index]

    def blame(refutation: Refutation) -> Payload:
        return codes.dead.DeadRow(table=table.header.name, row=name, core=refutation.besides(own.label))

    question = asked(table.subject, own, *(denied(cut.row(i)) for i in before))
    return Obligation(
        id=f"live_part:{table.header.name}/{name}",
        family="live_part",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.rows[index].span,
        ask=SomeCase(question=question, blame=blame),
        presupposes=(consistency_id(table.subject),),
    )
