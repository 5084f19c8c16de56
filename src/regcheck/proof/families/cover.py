"""Nothing inside a declared whole lies outside every part.

Owns: the obligations `cover:` of 性質 網羅 and of 区分表 漏れなし, one for each gap in the cells of a table.
Refuses to know: how gaps are found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Payload
from regcheck.model.formula import Formula
from regcheck.model.specification import Property, PropertyKind, Specification
from regcheck.proof.asking import asked, consistency_id, denied, formula_name, mentioned, provisions_named
from regcheck.proof.families.members import member, member_name, shown_beside
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.meeting import bits
from regcheck.proof.obligation import How, NoCase, Obligation, Refutation, Settled
from regcheck.proof.question import Labelled, Question
from regcheck.proof.verdict import Verdict

if TYPE_CHECKING:  # a 性質 needs no 区分表
    from regcheck.proof.families.cut import Cut
    from regcheck.proof.meeting import Box

_NEIGHBOURS = 8
"""Rows beside a gap whose limits may be named."""


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
            blame=lambda r: codes.gaps.Uncovered(name=header.name, whole=name, parts=names, case=r.case),
            premises=(asked(prop.subject, whole),),
        ),
        shows=(*mentioned(spec, (formula,)), *shown_beside(spec, parts)),
        presupposes=(consistency_id(prop.subject),),
    )


# ---------------------------------------------------------------- 区分表


def cover_rows(cut: Cut) -> Iterator[Obligation]:
    """Proved iff "the 対象範囲 holds and no row applies" is unsatisfiable, asked of each gap in the cells.

    Owed by 漏れなし. Cells without a gap settle it; a table too large to cut is asked in one piece.
    """
    if not cut.table.complete:
        return
    from regcheck.proof.regions import gaps

    found = gaps(cut.grid)
    if found is None:
        yield _whole_table(cut)
    elif not found:
        yield _settled(cut)
    else:
        yield from (_of_gap(cut, box) for box in found)


def _settled(cut: Cut) -> Obligation:
    table = cut.table
    return Obligation(
        id=f"cover:{table.header.name}",
        family="cover",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=Settled(
            verdict=Verdict.PROVED,
            by=How.GEOMETRY,
            same=lambda: _unreached_by_all(cut),
            rests_on=provisions_of(table.header),
        ),
    )


def _of_gap(cut: Cut, box: Box) -> Obligation:
    from regcheck.proof.boxes import box_cells, box_formula, box_phrase, box_row
    from regcheck.proof.regions import is_stretch

    table, axes = cut.table, cut.grid.axes
    name, region = table.header.name, box_phrase(axes, box)
    row = box_row(axes, box, len(table.outputs))

    def blame(refutation: Refutation) -> Payload:
        return codes.gaps.TableGap(
            table=name, region=region, row=row, case=refutation.case if has_stretch else ""
        )

    has_stretch = any(is_stretch(axis, mask) for axis, mask in zip(axes, box, strict=True))
    inside = Labelled(label=label_of(table.header), formula=box_formula(axes, box))
    return Obligation(
        id=f"cover:{name}/{'・'.join(box_cells(axes, box))}",
        family="cover",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=NoCase(question=asked(table.subject, inside, *_unreached(cut, _beside(cut, box))), blame=blame),
        presupposes=(consistency_id(table.subject),),
    )


def _beside(cut: Cut, box: Box) -> list[int]:
    """Rows that may reach into a gap, and some of those that end where it begins, so that a limit is named."""
    doubtful = [row for row in bits(cut.meeting.rows_at(box)) if not cut.grid.exact[row]]
    found = 0
    for c, line in enumerate(cut.grid.lines):
        if line:
            next_to = (box[c] << 1 | box[c] >> 1) & cut.grid.axes[c].full & ~box[c]
            found |= cut.meeting.rows_at((*box[:c], next_to, *box[c + 1 :]))
    return sorted({*doubtful, *islice(bits(found), _NEIGHBOURS)})


def _whole_table(cut: Cut) -> Obligation:
    table, name = cut.table, cut.table.header.name
    row = "| " + " | ".join("…" for _ in (*table.columns, *table.outputs)) + " |"
    return Obligation(
        id=f"cover:{name}",
        family="cover",
        term=item_label(table.header),
        provisions=provisions_of(table.header),
        span=table.header.span,
        ask=NoCase(
            question=_unreached_by_all(cut),
            blame=lambda r: codes.gaps.TableGap(
                table=name, region=r.case or "全ての場合", row=row, case=r.case
            ),
        ),
        presupposes=(consistency_id(table.subject),),
    )


def _unreached_by_all(cut: Cut) -> Question:
    return asked(cut.table.subject, *_unreached(cut, range(len(cut.table.rows))))


def _unreached(cut: Cut, rows: Iterable[int]) -> Iterator[Labelled]:
    """Inside the 対象範囲, and none of the rows applies."""
    if cut.table.within is not None:
        label = f"{label_of(cut.table.header)}の対象範囲"
        yield Labelled(label=label, formula=cut.table.within)
    yield from (denied(cut.row(index)) for index in rows)
