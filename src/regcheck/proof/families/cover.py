"""Nothing inside a declared whole lies outside every part.

Owns: the obligations `cover:` of 性質 網羅 and of 区分表 漏れなし, one for each gap in the cells of a table.
Refuses to know: how gaps are found.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics.codes.gaps import TableGap, Uncovered
from regcheck.diagnostics.diagnostic import Annotation, Payload
from regcheck.model.formula import Formula
from regcheck.model.specification import DecisionTable, Property, PropertyKind, Specification
from regcheck.proof.asking import asked, consistency_id, denied, formula_name, mentioned, provisions_named
from regcheck.proof.boxes import box_cells, box_formula, box_phrase, box_row, row_condition_of, row_names
from regcheck.proof.families.members import member, member_name, shown_beside
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.obligation import NoCase, Obligation, Refutation, Settled
from regcheck.proof.question import Labelled
from regcheck.proof.regions import Box, Grid, gaps, is_stretch
from regcheck.proof.verdict import Verdict


def cover(spec: Specification) -> Iterator[Obligation]:
    """Proved iff "the whole holds and no part does" is unsatisfiable. Vacuous if the whole is empty."""
    for prop in spec.properties.values():
        if prop.kind is PropertyKind.COVER and prop.whole is not None and is_own(spec, prop.header):
            yield _of_property(spec, prop, prop.whole)


def _of_property(spec: Specification, prop: Property, formula: Formula) -> Obligation:
    header = prop.header
    name = formula_name(formula).strip("「」") or prop.subject
    whole = Labelled(label=label_of(header), formula=formula)
    parts = [member(prop, index) for index in range(len(prop.members))]
    names = tuple(member_name(prop, index) for index in range(len(prop.members)))
    formulas = (formula, *prop.members)
    return Obligation(
        id=f"cover:{header.name}",
        family="cover",
        term=item_label(header),
        provisions=(*provisions_of(header), *provisions_named(spec, formulas)),
        span=header.span,
        places=tuple(Annotation(span=p.formula.span, label=p.label, primary=False) for p in parts),
        ask=NoCase(
            question=asked(prop.subject, whole, *(denied(part) for part in parts)),
            blame=lambda r: Uncovered(name=header.name, whole=name, parts=names, case=r.case),
            premises=(asked(prop.subject, whole),),
        ),
        shows=(*mentioned(spec, (formula,)), *shown_beside(spec, parts)),
        presupposes=(consistency_id(prop.subject),),
    )


# ---------------------------------------------------------------- 区分表


def cover_rows(table: DecisionTable, grid: Grid) -> Iterator[Obligation]:
    """Proved iff "the 対象範囲 holds and no row applies" is unsatisfiable, asked of each gap in the cells.

    Owed by 漏れなし. Cells without a gap settle it; a table too large to cut is asked in one piece.
    """
    if not table.complete:
        return
    found = gaps(grid)
    if found is None:
        yield _whole_table(table)
    elif not found:
        yield _settled(table)
    else:
        yield from (_of_gap(table, grid, box) for box in found)


def _settled(table: DecisionTable) -> Obligation:
    return Obligation(
        id=f"cover:{table.header.name}",
        family="cover",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=Settled(verdict=Verdict.PROVED, rests_on=provisions_of(table.header)),
    )


def _of_gap(table: DecisionTable, grid: Grid, box: Box) -> Obligation:
    name, region = table.header.name, box_phrase(grid.axes, box)
    row = box_row(grid.axes, box, len(table.outputs))

    def blame(refutation: Refutation) -> Payload:
        return TableGap(table=name, region=region, row=row, case=refutation.case if has_stretch else "")

    has_stretch = any(is_stretch(axis, mask) for axis, mask in zip(grid.axes, box, strict=True))
    inside = Labelled(label=label_of(table.header), formula=box_formula(grid.axes, box))
    return Obligation(
        id=f"cover:{name}/{'・'.join(box_cells(grid.axes, box))}",
        family="cover",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=NoCase(question=asked(table.subject, inside, *_unreached(table)), blame=blame),
        presupposes=(consistency_id(table.subject),),
    )


def _whole_table(table: DecisionTable) -> Obligation:
    name = table.header.name
    row = "| " + " | ".join("…" for _ in (*table.columns, *table.outputs)) + " |"
    return Obligation(
        id=f"cover:{name}",
        family="cover",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=NoCase(
            question=asked(table.subject, *_unreached(table)),
            blame=lambda r: TableGap(table=name, region=r.case or "全ての場合", row=row, case=r.case),
        ),
        presupposes=(consistency_id(table.subject),),
    )


def _unreached(table: DecisionTable) -> Iterator[Labelled]:
    """Inside the 対象範囲, and no row applies."""
    base = label_of(table.header)
    if table.within is not None:
        yield Labelled(label=f"{base}の対象範囲", formula=table.within)
    for index, name in enumerate(row_names(table)):
        yield denied(row_condition_of(table, index, name))
