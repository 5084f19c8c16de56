"""One small specification with every construct at its critical point, and records around its limits.

Random formulas seldom meet the case that tells two readings of a rare construct apart; these are made to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import product

from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    Aggregate,
    And,
    Applies,
    AtLeast,
    Comparator,
    Compare,
    Contains,
    Count,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
    Rounded,
    Rounding,
    SameValue,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    StageApplies,
    Total,
    Truth,
)
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    Discretion,
    Enumeration,
    FieldDefinition,
    Header,
    HitPolicy,
    OtherCell,
    Override,
    Predicate,
    PredicateKind,
    RangeCell,
    Row,
    Specification,
    Stage,
    StagePlan,
    Subject,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import (
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    TextType,
    Type,
)

WINDOW = "直近二事業年度"
DAY = date(2026, 4, 1)

BEDS = NumberType(unit="床", low=Fraction(0), high=Fraction(5))
WEIGHT = NumberType(unit="kg", places=1, low=Fraction(-2), high=Fraction(3))
SHARE = NumberType(unit=RATIO, places=2, low=Fraction(0), high=Fraction(1))
PART: dict[str, Type] = {"認定": BoolType(), "病床数": BEDS, "重さ": WEIGHT, "種別": EnumType(enum="区分")}
MAIN: dict[str, Type] = {
    **PART,
    "名称": TextType(),
    "旧名称": TextType(),
    "割合": SHARE,
    "設立日": DateType(),
    "機能": EnumSetType(enum="区分"),
    "年次病床数": SeriesType(window=WINDOW, length=2, element=BEDS),
    "年次認定": SeriesType(window=WINDOW, length=2, element=BoolType()),
    "部品": ListType(subject="部品"),
    "主要部品": ListType(subject="部品", limit=2),
    "代表部品": ReferenceType(subject="部品"),
}


def at(*steps: str, root: str = "") -> Path:
    return Path(root=root, steps=steps)


def beds(value: int) -> Number:
    return Number(value=Fraction(value), unit="床")


def compare(left: Expression, op: str, right: Expression) -> Compare:
    return Compare(op=Comparator(op), left=left, right=right)


def parts(*bodies: Formula) -> tuple[Part, ...]:
    return tuple(Part(body=body) for body in bodies)


NAMED, BIG = Holds(path=at("認定")), compare(Fact(path=at("病床数")), ">=", beds(3))
PUBLIC = IsOneOf(path=at("種別"), values=("国", "公"))
IN_TOKYO = IsOneOf(path=at("名称"), values=("東京", "大阪"))
BIG_PART = compare(Fact(path=at("病床数", root="x")), ">=", beds(2))
NAMED_PART = Holds(path=at("認定", root="x"))
BIG_YEAR: Formula = compare(SeriesItem(path=at("年次病床数"), index="y"), ">", beds(2))
NAMED_YEAR = HoldsIn(path=at("年次認定"), index="y")


def comparisons() -> Iterator[Formula]:
    """Each comparator on whole numbers, decimals, ratios and dates."""
    for op in Comparator:
        yield Compare(op=op, left=Fact(path=at("病床数")), right=beds(3))
        yield Compare(op=op, left=Fact(path=at("重さ")), right=Number(value=Fraction(3, 20), unit="kg"))
        yield Compare(op=op, left=Fact(path=at("割合")), right=Number(value=Fraction(1, 3), unit=RATIO))
        yield Compare(op=op, left=Fact(path=at("設立日")), right=Day(value=DAY))
        yield Compare(op=op, left=Fact(path=at("代表部品", "重さ")), right=Fact(path=at("重さ")))


def expressions() -> Iterator[Formula]:
    """Sums, series, sets and rounding."""
    doubled = Total(terms=((Fraction(2), Fact(path=at("病床数"))), (Fraction(-1, 2), beds(3))))
    yield compare(doubled, ">=", Fact(path=at("代表部品", "病床数")))
    for function, limit in product(Aggregate, (2, 3)):
        yield compare(SeriesAggregate(function=function, path=at("年次病床数")), ">=", beds(limit))
    for mode, places in product(Rounding, (0, 1)):
        tenth = Number(value=Fraction(1, 10**places), unit="kg")
        yield compare(Rounded(value=Fact(path=at("重さ")), places=places, mode=mode), "=", tenth)
        half = Total(terms=((Fraction(1, 2), Fact(path=at("割合"))),))
        yield compare(
            Rounded(value=half, places=places, mode=mode), ">", Number(value=Fraction(0), unit=RATIO)
        )
    yield from (compare(SetSize(path=at("機能")), "=", Number(value=Fraction(n), unit="")) for n in range(4))


def lists() -> Iterator[Formula]:
    """Quantifiers, counts and totals over elements, with and without a condition."""
    for name, quantity in product(("部品", "主要部品"), Quantity):
        both = And(parts=parts(BIG_PART, NAMED_PART))
        for body in (
            BIG_PART,
            both,
            compare(Fact(path=at("病床数", root="x")), ">", Fact(path=at("病床数"))),
        ):
            yield OverList(quantity=quantity, path=at(name), variable="x", body=body)
    for name, where, limit in product(("部品", "主要部品"), (None, BIG_PART), (1, 2)):
        count = Count(path=at(name), variable="x", where=where)
        yield compare(count, ">=", Number(value=Fraction(limit), unit=""))
        yield compare(count, "=", Number(value=Fraction(limit), unit=""))
    yield compare(
        Count(path=at("部品"), variable="x", where=BIG_PART),
        ">",
        Count(path=at("主要部品"), variable="x", where=NAMED_PART),
    )
    beds_of_part = Fact(path=at("病床数", root="x"))
    for chosen in (Truth(value=True), NAMED_PART):
        total = ListTotal(path=at("主要部品"), variable="x", value=beds_of_part, where=chosen)
        yield compare(total, ">=", beds(4))


def connectives() -> Iterator[Formula]:
    """Every connective over three independent conditions."""
    three = parts(NAMED, BIG, PUBLIC)
    yield from (
        Truth(value=True),
        Not(body=BIG),
        And(parts=three),
        Or(parts=three),
        And(parts=()),
        Or(parts=()),
    )
    yield from (AtLeast(count=n, parts=three) for n in range(5))
    yield AtLeast(count=2, parts=parts(NAMED, NAMED, BIG))
    yield Except(body=NAMED, exceptions=parts(BIG, PUBLIC))
    yield Implies(premise=NAMED, conclusion=BIG)
    for quantity in Quantity:
        for body in (BIG_YEAR, And(parts=parts(BIG_YEAR, NAMED_YEAR)), Or(parts=parts(BIG_YEAR, NAMED_YEAR))):
            yield OverSeries(quantity=quantity, window=WINDOW, length=2, index="y", body=body)


def words() -> Iterator[Formula]:
    """区分, 文字列, sets and equal facts."""
    yield from (PUBLIC, IN_TOKYO, Judged(discretion="必要", path=Path()), Holds(path=at("代表部品", "認定")))
    yield from (Contains(path=at("機能"), value=member) for member in ("国", "公", "私"))
    yield SameValue(left=at("名称"), right=at("旧名称"))
    yield SameValue(left=at("種別"), right=at("代表部品", "種別"))
    yield SameValue(left=at("認定"), right=at("代表部品", "認定"))


WITHIN: tuple[Formula | None, ...] = (None, NAMED)


def rows(*cells: tuple[Cell, ...]) -> tuple[Row, ...]:
    outputs = ("届出", "軽微", "届出", "軽微")
    return tuple(Row(cells=c, outputs=(outputs[i],)) for i, c in enumerate(cells))


def tables() -> Iterator[DecisionTable]:
    """Every hit policy over overlapping rows of every cell; with and without 対象範囲."""
    middle = RangeCell(low=Fraction(1), low_strict=True, high=Fraction(3), high_strict=False)
    upper = RangeCell(low=Fraction(3), low_strict=False, high=Fraction(5), high_strict=True)
    cells = rows(
        (middle, ValueCell(values=("国",))),
        (UnionCell(cells=(middle, upper)), ValueCell(values=("公", "国"))),
        (AnyCell(), OtherCell(excluded=(ValueCell(values=("国",)), ValueCell(values=("公",))))),
        (OtherCell(excluded=(middle, upper)), AnyCell()),
    )
    columns = (
        Column(heading="病床数", path=at("病床数"), type=BEDS),
        Column(heading="種別", path=at("代表部品", "種別"), type=EnumType(enum="区分")),
    )
    for policy, within in product(HitPolicy, WITHIN):
        yield DecisionTable(
            header=Header(name=f"表{policy}{'内' if within else ''}"),
            subject="施設",
            hit_policy=policy,
            complete=False,
            columns=columns,
            outputs=("手続",),
            rows=cells,
            within=within,
        )
    yield DecisionTable(
        header=Header(name="名称の表"),
        subject="施設",
        hit_policy=HitPolicy.FIRST,
        complete=False,
        columns=(
            Column(heading="名称", path=at("名称"), type=TextType()),
            Column(heading="認定", path=at("認定"), type=BoolType()),
            Column(heading="設立日", path=at("設立日"), type=DateType()),
        ),
        outputs=("手続",),
        rows=rows(
            (ValueCell(values=("東京",)), ValueCell(values=("あり",)), AnyCell()),
            (OtherCell(excluded=(ValueCell(values=("大阪",)),)), ValueCell(values=("なし",)), AnyCell()),
            (AnyCell(), AnyCell(), _until(DAY)),
        ),
    )


def _until(day: date) -> RangeCell:
    return RangeCell(low=None, low_strict=False, high=Fraction(day.toordinal()), high_strict=True)


def _predicate(name: str, body: Formula) -> Predicate:
    return Predicate(header=Header(name=name), kind=PredicateKind.DEFINITION, subject="施設", body=body)


def _override(name: str, target: str, condition: Formula, outcome: bool, *over: str) -> Override:
    return Override(
        header=Header(name=name),
        subject="施設",
        target=target,
        condition=condition,
        outcome=outcome,
        prevails_over=over,
    )


OVERRIDES = (
    _override("除く", "単純", BIG, False),
    _override("甲", "順序", NAMED, True),
    _override("乙", "順序", BIG, False, "甲"),
    _override("丙", "順序", PUBLIC, True, "乙"),
    _override("卯", "連鎖", NAMED, True),
    _override("辰", "連鎖", PUBLIC, True, "卯"),
    _override("巳", "連鎖", BIG, False, "辰"),
    _override("子", "対立", NAMED, True),
    _override("丑", "対立", BIG, False),
)
PREDICATES = (
    _predicate("単純", NAMED),
    _predicate("順序", IN_TOKYO),
    _predicate("対立", PUBLIC),
    _predicate("連鎖", IN_TOKYO),
    _predicate("合成", Or(parts=parts(Applies(term="単純", path=Path()), Applies(term="順序", path=Path())))),
)
PLAN = StagePlan(
    header=Header(name="案"),
    subject="施設",
    stages=(Stage(number=1, start=DAY, body=BIG), Stage(number=2, start=DAY, body=NAMED)),
    growing=True,
)


def _subject(name: str, types: dict[str, Type]) -> Subject:
    fields = {n: FieldDefinition(name=n, type=kind) for n, kind in types.items()}
    return Subject(header=Header(name=name), fields=fields)


SPECIFICATION = Specification(
    enumerations={"区分": Enumeration(header=Header(name="区分"), members=("国", "公", "私"))},
    subjects={"部品": _subject("部品", PART), "施設": _subject("施設", MAIN)},
    discretions={"必要": Discretion(header=Header(name="必要"), subject="施設", authority="大臣")},
    predicates={p.header.name: p for p in PREDICATES},
    overrides={o.header.name: o for o in OVERRIDES},
    plans={"案": PLAN},
    tables={t.header.name: t for t in tables()},
)


def named() -> Iterator[Formula]:
    """What each item says."""
    yield from (Applies(term=p.header.name, path=Path()) for p in PREDICATES)
    yield from (StageApplies(plan="案", number=n, path=Path()) for n in (1, 2))
    for name, value in product(SPECIFICATION.tables, ("届出", "軽微")):
        yield OutcomeIs(table=name, output="手続", value=value, path=Path())


def all_formulas() -> list[Formula]:
    return [*comparisons(), *expressions(), *lists(), *connectives(), *words(), *named()]


# ---------------------------------------------------------------- records


def all_records() -> list[Record]:
    """Records whose facts run through their values at different paces."""
    return [_record(pace) for pace in range(48)]


def _record(n: int) -> Record:
    series: Sequence[Value] = [
        tuple(map(Fraction, pair)) for pair in ((0, 5), (2, 2), (3, 2), (0, 1), (3, 3))
    ]
    members = ("国", "公", "私")
    facts: dict[str, Value] = {
        **_part(n).facts,
        "名称": ("東京", "大阪", "山形")[n % 3],
        "旧名称": ("東京", "山形", "札幌", "大阪")[n // 2 % 4],
        "割合": (
            Fraction(1, 3),
            Fraction(33, 100),
            Fraction(34, 100),
            Fraction(1, 10),
            Fraction(0),
            Fraction(1),
        )[n % 6],
        "設立日": DAY + timedelta(days=n % 3 - 1),
        "機能": frozenset(members[: n % 4]),
        "年次病床数": series[n % 5],
        "年次認定": ((True, False), (False, False), (False, True), (True, True))[n // 2 % 4],
        "部品": tuple(_part(n + 5 * k) for k in range(n % 6)),
        "主要部品": tuple(_part(n + 3 * k) for k in range(n // 3 % 3)),
        "代表部品": _part(3 * n + n // 7),
    }
    return Record(subject="施設", facts=facts, judgements={"必要": n % 2 == 0})


def _part(n: int) -> Record:
    weights = (
        Fraction(3, 20),
        Fraction(1, 10),
        Fraction(1, 20),
        Fraction(1, 2),
        Fraction(-1, 2),
        Fraction(1),
    )
    facts: dict[str, Value] = {
        "認定": n // 2 % 2 == 0,
        "病床数": Fraction((1, 2, 3, 5, 0, 4)[n // 3 % 6]),
        "重さ": weights[n % 6],
        "種別": ("国", "公", "私")[n // 4 % 3],
    }
    return Record(subject="部品", facts=facts)
