"""Tables cut into boxes say the same as their rows tried on every record."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.proof.brute import BruteProver, everything
from tests.unit.proof.small import HOSPITAL, RANKS, assumption, beds, world

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import Kleene
from regcheck.evaluation.tables import row_condition
from regcheck.model.case import Record
from regcheck.model.formula import Formula, Path
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    Header,
    HitPolicy,
    OtherCell,
    RangeCell,
    Row,
    Specification,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import RATIO, BoolType, EnumType, NumberType
from regcheck.proof.boxes import box_cells, box_formula, box_phrase, box_row
from regcheck.proof.decide import Decided, decide
from regcheck.proof.families import obligations
from regcheck.proof.regions import gaps, grid, meeting_pairs
from regcheck.proof.splitting import Budget
from regcheck.proof.verdict import Verdict

BEDS = Column(
    heading="病床数",
    path=Path(steps=("病床数",)),
    type=NumberType(unit="床", low=Fraction(0), high=Fraction(10)),
)
RANK = Column(heading="災害拠点", path=Path(steps=("災害拠点",)), type=EnumType(enum="災害拠点区分"))
APPROVED = Column(heading="承認", path=Path(steps=("承認",)), type=BoolType())


def span(
    low: int | None, high: int | None, *, low_strict: bool = False, high_strict: bool = True
) -> RangeCell:
    return RangeCell(
        low=None if low is None else Fraction(low),
        low_strict=low_strict,
        high=None if high is None else Fraction(high),
        high_strict=high_strict,
    )


def table(
    *rows: tuple[Cell, ...],
    columns: tuple[Column, ...] = (RANK, BEDS),
    policy: HitPolicy = HitPolicy.UNIQUE,
    outputs: tuple[str, ...] = (),
    within: Formula | None = None,
) -> DecisionTable:
    given_outputs = outputs or tuple(f"結果{i}" for i in range(len(rows)))
    return DecisionTable(
        header=Header(name="表", keyword="区分表", provision=("第三条",)),
        subject=HOSPITAL,
        hit_policy=policy,
        complete=True,
        columns=columns,
        outputs=("手続",),
        rows=tuple(Row(cells=c, outputs=(o,)) for c, o in zip(rows, given_outputs, strict=True)),
        within=within,
    )


def with_table(found: DecisionTable, *items: object) -> Specification:
    base = world(*items)  # type: ignore[arg-type]
    return Specification(
        enumerations=base.enumerations,
        subjects=base.subjects,
        assumptions=base.assumptions,
        tables={"表": found},
    )


def ledger(spec: Specification) -> dict[str, Decided]:
    return {d.obligation.id: d for d in decide(spec, obligations(spec), BruteProver(spec))}


def holds(spec: Specification, formula: Formula, record: Record) -> bool:
    return evaluate(spec, formula, record).truth is Kleene.TRUE


simple_cells = st.one_of(
    st.just(AnyCell()),
    st.tuples(
        st.none() | st.integers(0, 10), st.none() | st.integers(0, 10), st.booleans(), st.booleans()
    ).map(lambda t: span(t[0], t[1], low_strict=t[2], high_strict=t[3])),
)
number_cells = st.one_of(
    simple_cells,
    st.lists(simple_cells, min_size=1, max_size=2).map(lambda cs: UnionCell(cells=tuple(cs))),
    st.lists(simple_cells, min_size=1, max_size=2).map(lambda cs: OtherCell(excluded=tuple(cs))),
)
rank_cells = st.one_of(
    st.just(AnyCell()),
    st.lists(st.sampled_from(RANKS), min_size=1, max_size=2, unique=True).map(
        lambda vs: ValueCell(values=tuple(vs))
    ),
)
flag_cells: st.SearchStrategy[Cell] = st.sampled_from(
    [AnyCell(), ValueCell(values=("あり",)), ValueCell(values=("なし",))]
)
tables = st.lists(st.tuples(rank_cells, number_cells, flag_cells), min_size=1, max_size=4).map(
    lambda rows: table(*rows, columns=(RANK, BEDS, APPROVED))
)


@examples(60)
@given(tables)
def test_gaps_are_exactly_what_no_row_reaches_and_never_overlap(found: DecisionTable) -> None:
    spec = with_table(found)
    cut = grid(spec, found)
    boxes = gaps(cut)
    assert boxes is not None
    for record in list(everything(spec, HOSPITAL))[::2]:
        reached = any(holds(spec, row_condition(found, row), record) for row in found.rows)
        inside = [box for box in boxes if holds(spec, box_formula(cut.axes, box), record)]
        assert len(inside) == (0 if reached else 1)


@examples(60)
@given(tables)
def test_rows_whose_boxes_do_not_meet_never_apply_together(found: DecisionTable) -> None:
    spec = with_table(found)
    meeting = set(meeting_pairs(grid(spec, found)))
    records = list(everything(spec, HOSPITAL))
    for pair in combinations(range(len(found.rows)), 2):
        together = any(
            all(holds(spec, row_condition(found, found.rows[i]), record) for i in pair) for record in records
        )
        assert together == (pair in meeting)


def test_a_missing_row_is_proposed_in_table_syntax() -> None:
    found = table((ValueCell(values=("地域",)), AnyCell()), (ValueCell(values=("基幹",)), span(3, 7)))
    cut = grid(with_table(found), found)
    boxes = gaps(cut) or ()
    assert [box_row(cut.axes, box, 1) for box in boxes] == [
        "| 「指定なし」 | ― | … |",
        "| 基幹 | 3床未満 | … |",
        "| 基幹 | 7床以上 | … |",
    ]
    assert box_phrase(cut.axes, boxes[1]) == "災害拠点が基幹、病床数が3床未満"


def test_a_gap_between_strict_limits_is_one_number() -> None:
    found = table((span(None, 4),), (span(4, None, low_strict=True),), columns=(BEDS,))
    cut = grid(with_table(found), found)
    assert [box_cells(cut.axes, box) for box in gaps(cut) or ()] == [("4床",)]


def test_a_dense_column_has_points_for_its_limits() -> None:
    share = Column(
        heading="割合",
        path=Path(steps=("割合",)),
        type=NumberType(unit=RATIO, low=Fraction(0), high=Fraction(1)),
    )
    quarter, third = Fraction(1, 4), Fraction(1, 3)
    rows = (
        (RangeCell(low=None, low_strict=False, high=quarter, high_strict=False),),
        (RangeCell(low=third, low_strict=False, high=None, high_strict=False),),
    )
    cut = grid(with_table(table()), table(*rows, columns=(share,)))
    assert [box_cells(cut.axes, box) for box in gaps(cut) or ()] == [("25%を超える1/3未満",)]


def test_every_gap_is_its_own_finding_with_witness_and_row() -> None:
    found = table((ValueCell(values=("地域",)), AnyCell()), (ValueCell(values=("基幹",)), span(3, None)))
    done = ledger(with_table(found))
    gap = done["cover:表/基幹・3床未満"]
    assert gap.verdict is Verdict.REFUTED
    assert gap.diagnostic is not None
    words = gap.diagnostic.payload.ja()
    assert words.headline == (
        "区分表「表」には、災害拠点が基幹、病床数が3床未満に当たる行がありません（例えば病床数が2床、災害拠点が基幹）"
    )
    assert words.advice.endswith("| 基幹 | 3床未満 | … |")
    assert done["cover:表/「指定なし」・―"].verdict is Verdict.REFUTED


def test_a_gap_that_a_premise_excludes_is_no_gap() -> None:
    found = table((ValueCell(values=RANKS), span(3, None)))
    done = ledger(with_table(found, assumption("大きい", beds(">=", 3))))
    assert done["cover:表/―・3床未満"].verdict is Verdict.PROVED
    assert done["cover:表/―・3床未満"].rests_on == ("第三条", "前提「大きい」")


def test_a_gap_outside_the_range_of_the_table_is_no_gap() -> None:
    found = table((AnyCell(), span(3, None)), within=beds(">=", 3))
    assert ledger(with_table(found))["cover:表/―・3床未満"].verdict is Verdict.PROVED


def test_rows_that_meet_are_told_by_what_they_give() -> None:
    rows = ((ValueCell(values=("基幹",)), span(3, None)), (AnyCell(), span(None, 5)))
    differ = ledger(with_table(table(*rows)))["exclusive:表/基幹・3床以上と―・5床未満"]
    assert differ.diagnostic is not None and differ.witness is not None
    assert differ.diagnostic.code.id == "RC302"
    assert differ.witness.facts == (("病床数", "3床"), ("災害拠点", "基幹"))
    assert set(differ.diagnostic.provisions) >= {"第三条の行「基幹・3床以上」", "第三条の行「―・5床未満」"}
    agree = ledger(with_table(table(*rows, outputs=("同じ", "同じ"))))
    same = agree["exclusive:表/基幹・3床以上と―・5床未満"].diagnostic
    assert same is not None and same.code.id == "RC303"


def test_a_row_hidden_by_earlier_rows_is_dead() -> None:
    rows = ((AnyCell(), span(3, None)), (AnyCell(), span(None, 5)), (ValueCell(values=("基幹",)), AnyCell()))
    done = ledger(with_table(table(*rows, policy=HitPolicy.FIRST)))
    dead = done["live_part:表/基幹・―"]
    assert dead.diagnostic is not None and dead.diagnostic.code.id == "RC506"
    assert done["live_part:表"].verdict is Verdict.PROVED
    assert not any(key.startswith("exclusive:") for key in done)


def test_a_table_too_large_to_cut_is_asked_in_one_piece() -> None:
    found = table(
        (ValueCell(values=("地域",)), span(2, 4)),
        (ValueCell(values=("基幹",)), span(3, 8)),
        (AnyCell(), span(9, None)),
    )
    assert gaps(grid(with_table(found), found), Budget(steps=2)) is None


def test_set_columns_are_left_to_the_prover() -> None:
    """Nothing is known of the pieces of a 区分の集合, so its rows meet and reach nothing for sure."""
    from regcheck.model.types import EnumSetType

    services = Column(heading="機能", path=Path(steps=("機能",)), type=EnumSetType(enum="災害拠点区分"))
    found = table((ValueCell(values=("地域",)),), (ValueCell(values=("基幹",)),), columns=(services,))
    cut = grid(with_table(found), found)
    assert list(meeting_pairs(cut)) == [(0, 1)]
    assert gaps(cut) == ((1,),)
