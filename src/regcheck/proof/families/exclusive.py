"""Categories that are declared exclusive never hold together.

Owns: the obligations `exclusive:` of 性質 排他 and of 区分表 該当は一つのみ.
Refuses to know: how rows are cut into boxes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Payload
from regcheck.evaluation.kleene import TRUE
from regcheck.model.formula import AtLeast, Not, Part
from regcheck.model.specification import HitPolicy, Property, PropertyKind, Specification
from regcheck.proof.asking import asked, consistency_id, every, provisions_named, some
from regcheck.proof.families.members import member, member_name, number, shown_beside
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.meeting import bits
from regcheck.proof.obligation import How, NoCase, Obligation, Refutation, Settled
from regcheck.proof.question import Labelled, Question
from regcheck.proof.replay import truth
from regcheck.proof.verdict import Verdict

if TYPE_CHECKING:  # a 性質 needs no 区分表
    from regcheck.proof.families.cut import Cut

MOST_PAIRS = 100
"""Pairs of rows that are told one by one."""

MOST_ROWS = 200
"""Rows of a table of which a second solver is asked whether any two apply."""


def exclusive(spec: Specification) -> Iterator[Obligation]:
    """Proved iff "this part and that part hold" is unsatisfiable, for every pair of the 性質.

    Vacuous if one of the two is empty.
    """
    for prop in spec.properties.values():
        if prop.kind is PropertyKind.EXCLUSIVE and is_own(spec, prop.header):
            for left, right in combinations(range(len(prop.members)), 2):
                yield _of_pair(spec, prop, left, right)


def _of_pair(spec: Specification, prop: Property, left: int, right: int) -> Obligation:
    parts = member(prop, left), member(prop, right)
    first, second = member_name(prop, left), member_name(prop, right)

    def blame(refutation: Refutation) -> Payload:
        return codes.conflicts.Overlap(name=prop.header.name, left=first, right=second, case=refutation.case)

    return Obligation(
        id=f"exclusive:{prop.header.name}/{number(left)}・{number(right)}",
        family="exclusive",
        term=item_label(prop.header),
        provisions=(*provisions_of(prop.header), *provisions_named(spec, (p.formula for p in parts))),
        span=prop.header.span,
        places=tuple(Annotation(span=p.formula.span, label=p.label, primary=False) for p in parts),
        ask=NoCase(
            question=asked(prop.subject, *parts),
            blame=blame,
            premises=tuple(asked(prop.subject, part) for part in parts),
        ),
        shows=shown_beside(spec, parts),
        presupposes=(consistency_id(prop.subject),),
    )


# ---------------------------------------------------------------- 区分表


def exclusive_rows(spec: Specification, cut: Cut) -> Iterator[Obligation]:
    """Proved iff "this row and that row apply" is unsatisfiable, for every pair of rows whose cells meet.

    Owed by 該当は一つのみ. Pairs whose cells exclude each other are settled together, without a prover. Where very
    many pairs meet, each row that does is asked once, against all that it meets.
    """
    if cut.table.hit_policy is not HitPolicy.UNIQUE:
        return
    met = [cut.meeting.rows_at(box) & ~(1 << row) for row, box in enumerate(cut.grid.rows)]
    pairs = sum(others.bit_count() for others in met) // 2
    yield _apart(cut, met, is_small=len(met) <= MOST_ROWS and pairs <= MOST_PAIRS)
    if pairs > MOST_PAIRS:
        yield from (_of_crowd(spec, cut, row, others, pairs) for row, others in enumerate(met) if others)
        return
    for row, others in enumerate(met):
        yield from (_of_rows(cut, row, other) for other in bits(others >> row << row))


def _apart(cut: Cut, met: Sequence[int], *, is_small: bool) -> Obligation:
    table = cut.table
    return Obligation(
        id=f"exclusive:{table.header.name}",
        family="exclusive",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=Settled(
            verdict=Verdict.PROVED,
            by=How.GEOMETRY,
            same=(lambda: _two_of(cut, met)) if is_small else None,
            rests_on=provisions_of(table.header),
        ),
    )


def _two_of(cut: Cut, met: Sequence[int]) -> Question:
    """Two of the rows apply, and no two of those that are asked one by one."""
    rows = [cut.row(index) for index in range(len(met))]
    label = label_of(cut.table.header)
    two = AtLeast(count=2, parts=tuple(Part(body=row.formula) for row in rows))
    asked_apart = (
        Labelled(label=label, formula=Not(body=every((rows[row].formula, rows[other].formula))))
        for row, others in enumerate(met)
        for other in bits(others >> row << row)
    )
    return asked(cut.table.subject, Labelled(label=label, formula=two), *asked_apart)


def _of_rows(cut: Cut, left: int, right: int) -> Obligation:
    table, first, second = cut.table, cut.names[left], cut.names[right]
    parts = cut.row(left), cut.row(right)
    kind = codes.conflicts.RowsConflict if cut.outputs_differ(left, right) else codes.conflicts.RowsOverlap
    return Obligation(
        id=f"exclusive:{table.header.name}/{first}と{second}",
        family="exclusive",
        term=item_label(table.header),
        provisions=tuple(part.label for part in parts),
        span=table.rows[left].span,
        places=(Annotation(span=table.rows[right].span, label=second, primary=False),),
        ask=NoCase(
            question=asked(table.subject, *parts),
            blame=lambda r: kind(table=table.header.name, left=first, right=second, case=r.case),
        ),
        shows=parts,
        presupposes=(consistency_id(table.subject),),
    )


def _of_crowd(spec: Specification, cut: Cut, row: int, others: int, pairs: int) -> Obligation:
    """A row against all that it meets; one of them is named, one with another result if there is one."""
    table, own, name = cut.table, cut.row(row), cut.names[row]
    rivals = sorted(bits(others), key=lambda other: not cut.outputs_differ(row, other))
    if cut.grid.decides:
        rivals = rivals[:1]
    conditions = {other: cut.row(other) for other in rivals}

    def blame(refutation: Refutation) -> Payload:
        record = refutation.record
        other = next(
            o for o in rivals if record is None or truth(spec, conditions[o].formula, record) is TRUE
        )
        return codes.conflicts.RowMeetsMany(
            table=table.header.name,
            row=name,
            other=cut.names[other],
            count=others.bit_count(),
            pairs=pairs,
            case=refutation.case,
        )

    crowd = Labelled(
        label=f"{label_of(table.header)}のほかの行", formula=some(c.formula for c in conditions.values())
    )
    return Obligation(
        id=f"exclusive:{table.header.name}/{name}",
        family="exclusive",
        term=item_label(table.header),
        provisions=(own.label,),
        span=table.rows[row].span,
        places=tuple(
            Annotation(span=table.rows[o].span, label=cut.names[o], primary=False) for o in rivals[:1]
        ),
        ask=NoCase(question=asked(table.subject, own, crowd), blame=blame),
        shows=(own,),
        presupposes=(consistency_id(table.subject),),
    )
