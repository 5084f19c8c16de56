"""What is settled by the boxes of a table is what the solver and brute force say of its rows."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations
from random import Random

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.proof.brute import BruteProver, everything
from tests.unit.proof.small import HOSPITAL, assumption, beds, either, flag
from tests.unit.proof.test_regions import (
    APPROVED,
    BEDS,
    RANK,
    flag_cells,
    holds,
    number_cells,
    rank_cells,
    span,
    table,
    with_table,
)

from regcheck.evaluation.tables import row_condition
from regcheck.model.formula import Formula, Not, Path
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    FieldDefinition,
    Header,
    HitPolicy,
    OtherCell,
    RangeCell,
    Row,
    Specification,
    Subject,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import RATIO, DateType, NumberType, TextType, Type
from regcheck.proof.asking import asked
from regcheck.proof.boxes import box_formula
from regcheck.proof.decide import Decided, decide
from regcheck.proof.engine import Z3Prover
from regcheck.proof.families.exclusive import MOST_PAIRS
from regcheck.proof.families.tables import tables
from regcheck.proof.obligation import Settled
from regcheck.proof.question import Impossible, Labelled, Possible, Prover
from regcheck.proof.regions import gaps, grid, meeting_pairs
from regcheck.proof.verdict import Verdict


def dead_rows(spec: Specification, prover: Prover) -> list[Decided]:
    decided = decide(spec, tuple(tables(spec)), prover)
    return [d for d in decided if d.obligation.family == "live_part" and d.verdict is Verdict.REFUTED]


premises: st.SearchStrategy[Formula | None] = st.sampled_from(
    [None, beds(">=", 3), either(beds("<", 5), flag("承認"))]
)
drawn = st.tuples(
    st.lists(st.tuples(rank_cells, number_cells, flag_cells), min_size=1, max_size=4),
    st.sampled_from(list(HitPolicy)),
    premises,
    st.sampled_from([None, flag("承認")]),
)


@examples(60)
@given(drawn)
def test_a_row_is_dead_exactly_if_no_record_can_use_it(
    given_table: tuple[list[tuple[Cell, Cell, Cell]], HitPolicy, Formula | None, Formula | None],
) -> None:
    rows, policy, premise, within = given_table
    found = table(*rows, columns=(RANK, BEDS, APPROVED), policy=policy, within=within)
    spec = with_table(found, *([] if premise is None else [assumption("前提", premise)]))
    records = [r for r in everything(spec, HOSPITAL) if premise is None or holds(spec, premise, r)]
    conditions = [row_condition(found, row) for row in found.rows]
    used = set[int]()
    for record in records:
        met = [i for i, condition in enumerate(conditions) if holds(spec, condition, record)]
        used |= set(met[:1] if policy is HitPolicy.FIRST else met)
    assert len(dead_rows(spec, BruteProver(spec))) == len(found.rows) - len(used)


# ---------------------------------------------------------------- dates, dense numbers, texts, and the solver

SHARE, DAY, PLACE, MONEY = "割合", "届出日", "所在地", "金額"
KINDS: dict[str, Type] = {
    SHARE: NumberType(unit=RATIO, low=Fraction(0), high=Fraction(1)),
    DAY: DateType(),
    PLACE: TextType(),
    MONEY: NumberType(unit="㎥", places=1, low=None, high=None),
}
COLUMNS = tuple(Column(heading=n, path=Path(steps=(n,)), type=kind) for n, kind in KINDS.items())
DAYS = [Fraction(date(2026, 4, d).toordinal()) for d in (1, 2, 9)]
SHARES = [Fraction(0), Fraction(1, 4), Fraction(1, 3), Fraction(1)]
AMOUNTS = [Fraction(1, 10), Fraction(2, 10), Fraction(5)]


def random_range(random: Random, limits: list[Fraction]) -> Cell:
    low, high = (random.choice([None, *limits]) for _ in range(2))
    return RangeCell(low=low, low_strict=random.random() < 0.5, high=high, high_strict=random.random() < 0.5)


def random_line(random: Random, limits: list[Fraction]) -> Cell:
    made = [random_range(random, limits) for _ in range(2)]
    return random.choice(
        [AnyCell(), made[0], made[0], UnionCell(cells=tuple(made)), OtherCell(excluded=(made[1],))]
    )


def random_text(random: Random) -> Cell:
    names = ValueCell(values=tuple(random.sample(["東京", "大阪", "京都"], random.choice([1, 2]))))
    choices: list[Cell] = [AnyCell(), names, names, OtherCell(excluded=(names,))]
    return random.choice(choices)


def random_table(seed: int) -> Specification:
    random = Random(seed)
    rows = [
        (
            random_line(random, SHARES),
            random_line(random, DAYS),
            random_text(random),
            random_line(random, AMOUNTS),
        )
        for _ in range(random.choice([2, 3, 5]))
    ]
    made = DecisionTable(
        header=Header(name="表", keyword="区分表"),
        subject="届出",
        hit_policy=random.choice(list(HitPolicy)),
        complete=True,
        columns=COLUMNS,
        outputs=("手続",),
        rows=tuple(Row(cells=cells, outputs=(str(i),)) for i, cells in enumerate(rows)),
    )
    fields = {name: FieldDefinition(name=name, type=kind) for name, kind in KINDS.items()}
    subject = Subject(header=Header(name="届出", keyword="対象"), fields=fields)
    return Specification(subjects={"届出": subject}, tables={"表": made})


@examples(15)
@given(st.integers(0, 10_000))
def test_boxes_and_the_solver_agree_on_every_kind_of_column(seed: int) -> None:
    spec = random_table(seed)
    made, prover = spec.tables["表"], Z3Prover(spec)
    cut = grid(spec, made)
    conditions = [row_condition(made, row) for row in made.rows]
    assert cut.decides

    def is_possible(*formulas: Formula) -> bool:
        parts = (Labelled(label=str(i), formula=f) for i, f in enumerate(formulas))
        answer = prover.ask(asked("届出", *parts))
        assert isinstance(answer, Possible | Impossible)
        return isinstance(answer, Possible)

    for box, condition in zip(cut.rows, conditions, strict=True):
        assert is_possible(condition) == all(box)
    met = set(meeting_pairs(cut))
    for pair in combinations(range(len(conditions)), 2):
        assert is_possible(*(conditions[i] for i in pair)) == (pair in met)
    regions = [box_formula(cut.axes, box) for box in gaps(cut) or ()]
    nowhere: list[Formula] = [Not(body=condition) for condition in conditions]
    for region in regions:
        assert is_possible(region, *nowhere)
        assert not any(is_possible(region, condition) for condition in conditions)
    for left, right in combinations(regions, 2):
        assert not is_possible(left, right)
    assert not is_possible(*nowhere, *(Not(body=region) for region in regions))


@examples(15)
@given(st.integers(0, 10_000))
def test_rows_settled_by_boxes_are_rows_that_the_solver_finds_used(seed: int) -> None:
    spec = random_table(seed)
    made, prover = spec.tables["表"], Z3Prover(spec)
    conditions = [row_condition(made, row) for row in made.rows]
    expected = 0
    for index, condition in enumerate(conditions):
        before = conditions[:index] if made.hit_policy is HitPolicy.FIRST else []
        parts = [condition, *(Not(body=other) for other in before)]
        question = asked("届出", *(Labelled(label=str(i), formula=f) for i, f in enumerate(parts)))
        expected += isinstance(prover.ask(question), Impossible)
    assert len(dead_rows(spec, prover)) == expected


# ---------------------------------------------------------------- many rows


def slices(count: int, *, shift: int = 0) -> list[tuple[Cell, ...]]:
    return [(AnyCell(), span(100 * i + (shift if i == 7 else 0), 100 * (i + 1))) for i in range(count)]


def wide(spec: Specification) -> Specification:
    """病床数 without an upper limit."""
    kind = NumberType(unit="床", low=Fraction(0))
    subject = spec.subjects[HOSPITAL]
    fields = {**subject.fields, "病床数": FieldDefinition(name="病床数", type=kind)}
    changed = Subject(header=subject.header, fields=fields)
    return Specification(
        enumerations=spec.enumerations,
        subjects={HOSPITAL: changed},
        assumptions=spec.assumptions,
        tables=spec.tables,
    )


WIDE = Column(heading="病床数", path=Path(steps=("病床数",)), type=NumberType(unit="床", low=Fraction(0)))


def many(rows: list[tuple[Cell, ...]], **more: object) -> Specification:
    return wide(with_table(table(*rows, columns=(RANK, WIDE), **more)))  # type: ignore[arg-type]


def findings(spec: Specification) -> list[str]:
    done = decide(spec, tuple(tables(spec)), Z3Prover(spec))
    return [d.diagnostic.payload.ja().headline for d in done if d.diagnostic is not None]


def test_of_many_rows_only_the_two_that_meet_and_the_place_left_open_are_told() -> None:
    rows = [*slices(300), (AnyCell(), span(30_001, None))]
    rows[40] = (AnyCell(), span(4_000, 4_101))
    assert findings(many(rows)) == [
        "区分表「表」では、病床数が4100床の場合に行「―・4000床以上4101床未満」と行「―・4100床以上4200床未満」の両方に該当し、結果が食い違います",
        "区分表「表」には、病床数が3万床に当たる行がありません",
    ]


def test_rows_that_boxes_settle_are_asked_of_nobody() -> None:
    spec = many([*slices(50), (AnyCell(), span(5_000, None))])
    assert all(isinstance(obligation.ask, Settled) for obligation in tables(spec))
    first = many([*slices(50), (AnyCell(), AnyCell())], policy=HitPolicy.FIRST)
    assert all(isinstance(obligation.ask, Settled) for obligation in tables(first))


def test_a_premise_leaves_the_rows_to_the_prover() -> None:
    found = table(*slices(3), columns=(RANK, WIDE))
    spec = wide(with_table(found, assumption("大きい", beds(">=", 150))))
    dead = [d.obligation.id for d in dead_rows(spec, Z3Prover(spec))]
    assert dead == ["live_part:表/―・0床以上100床未満"]


def test_where_very_many_pairs_meet_each_row_is_told_once() -> None:
    count = 20
    assert count * (count - 1) // 2 > MOST_PAIRS
    rows: list[tuple[Cell, ...]] = [(AnyCell(), span(i, None)) for i in range(count)]
    told = findings(many(rows))
    crowded = [words for words in told if "19行" in words]
    assert len(crowded) == count
    assert crowded[3].endswith(
        "行「―・0床以上」の両方に該当します（この行と欄の重なる行は19行、表全体では190組）"
    )


def test_of_a_crowd_a_row_with_another_result_is_named() -> None:
    rows: list[tuple[Cell, ...]] = [(AnyCell(), span(i, None)) for i in range(20)]
    told = findings(many(rows, outputs=("同じ",) * 19 + ("違う",)))
    assert "行「―・0床以上」と行「―・19床以上」の両方" in told[0]
    assert "行「―・19床以上」と行「―・0床以上」の両方" in told[-1]


def test_a_crowd_under_a_premise_names_a_row_that_really_meets() -> None:
    rows = [(AnyCell(), span(i, None)) for i in range(16)]
    found = table(*rows, columns=(RANK, WIDE))
    spec = wide(with_table(found, assumption("小さい", beds("<", 2))))
    told = {
        d.obligation.id: d.diagnostic.payload.ja().headline
        for d in decide(spec, tuple(tables(spec)), Z3Prover(spec))
        if d.diagnostic is not None and d.obligation.family == "exclusive"
    }
    assert list(told) == ["exclusive:表/―・0床以上", "exclusive:表/―・1床以上"]
    assert "行「―・1床以上」の両方" in told["exclusive:表/―・0床以上"]
