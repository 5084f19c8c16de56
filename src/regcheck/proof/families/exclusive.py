"""Categories that are declared exclusive never hold together.

Owns: the obligations `exclusive:` of 性質 排他 and of 区分表 該当は一つのみ.
Refuses to know: how rows are cut into boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from regcheck.diagnostics.codes.conflicts import Overlap, RowsConflict, RowsOverlap
from regcheck.diagnostics.diagnostic import Annotation, Payload
from regcheck.model.specification import DecisionTable, HitPolicy, Property, PropertyKind, Specification
from regcheck.proof.asking import asked, consistency_id, provisions_named
from regcheck.proof.boxes import row_condition_of, row_names
from regcheck.proof.families.members import member, member_name, number, shown_beside
from regcheck.proof.labels import is_own, item_label, provisions_of
from regcheck.proof.obligation import NoCase, Obligation, Refutation, Settled
from regcheck.proof.regions import Grid, meeting_pairs
from regcheck.proof.verdict import Verdict


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
        return Overlap(name=prop.header.name, left=first, right=second, case=refutation.case)

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


def exclusive_rows(table: DecisionTable, grid: Grid) -> Iterator[Obligation]:
    """Proved iff "this row and that row apply" is unsatisfiable, for every pair of rows whose cells meet.

    Owed by 該当は一つのみ. Pairs whose cells exclude each other are settled together, without a prover.
    """
    if table.hit_policy is not HitPolicy.UNIQUE:
        return
    yield Obligation(
        id=f"exclusive:{table.header.name}",
        family="exclusive",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=Settled(verdict=Verdict.PROVED, rests_on=provisions_of(table.header)),
    )
    names = row_names(table)
    for left, right in sorted(meeting_pairs(grid)):
        yield _of_rows(table, (left, names[left]), (right, names[right]))


def _of_rows(table: DecisionTable, left: tuple[int, str], right: tuple[int, str]) -> Obligation:
    (_, first), (_, second) = left, right
    parts = tuple(row_condition_of(table, index, name) for index, name in (left, right))
    rows = [table.rows[index] for index, _ in (left, right)]
    kind = RowsOverlap if rows[0].outputs == rows[1].outputs else RowsConflict
    return Obligation(
        id=f"exclusive:{table.header.name}/{first}と{second}",
        family="exclusive",
        term=item_label(table.header),
        provisions=tuple(part.label for part in parts),
        span=rows[0].span,
        places=(Annotation(span=rows[1].span, label=second, primary=False),),
        ask=NoCase(
            question=asked(table.subject, *parts),
            blame=lambda r: kind(table=table.header.name, left=first, right=second, case=r.case),
        ),
        shows=parts,
        presupposes=(consistency_id(table.subject),),
    )
