"""Worlds so small that every record of them can be written down: what families are held against.

Each world has other kinds of facts, so that together they have every type and every leaf of a formula.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from itertools import product

from regcheck.frozen import Frozen, field
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    Aggregate,
    And,
    Applies,
    Comparator,
    Compare,
    Contains,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    ListTotal,
    Number,
    Or,
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
    Total,
)
from regcheck.model.specification import (
    Assumption,
    Cell,
    Column,
    Discretion,
    Enumeration,
    FieldDefinition,
    Header,
    Predicate,
    PredicateKind,
    RangeCell,
    Specification,
    Subject,
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

MAIN = "施設"
DAY = date(2026, 4, 1)
WINDOW = "直近二事業年度"
THREE, TWO = ("国", "公", "私"), ("有", "無")


class World(Frozen):
    """What can be known, all records there are by 対象, and what rules may say and tables may ask of a 施設."""

    name: str
    spec: Specification
    records: Mapping[str, tuple[Record, ...]]
    leaves: tuple[Formula, ...]
    columns: tuple[tuple[Column, tuple[Cell, ...]], ...] = ()
    cuts: tuple[Fraction, ...] = ()
    """The limits of the 割合: values that lie alike to them are told apart by no rule."""
    texts: tuple[str, ...] = ()
    """The 文字列 that no rule names."""
    known: dict[object, object] = field(default_factory=dict)
    """Truths of formulas that name no rule: they are the same in every specification of this world."""


Domain = Sequence[Value]
Fields = Mapping[str, tuple[Type, Domain]]


def at(*steps: str, root: str = "") -> Path:
    return Path(root=root, steps=steps)


def number(value: int | Fraction, unit: str = "床") -> Number:
    return Number(value=Fraction(value), unit=unit)


def compare(left: Expression, op: str, right: Expression) -> Compare:
    return Compare(op=Comparator(op), left=left, right=right)


def both(*formulas: Formula) -> Formula:
    return And(parts=tuple(Part(body=formula) for formula in formulas))


def either(*formulas: Formula) -> Formula:
    return Or(parts=tuple(Part(body=formula) for formula in formulas))


def limits(path: Path, ops: str, *values: int | Fraction, unit: str = "床") -> Iterator[Formula]:
    yield from (compare(Fact(path=path), op, number(v, unit)) for op in ops.split() for v in values)


def span_cells(*ends: int | Fraction) -> tuple[Cell, ...]:
    """Every range between neighbouring ends, below the first and above the last, open and closed."""
    return tuple(
        RangeCell(
            low=None if low is None else Fraction(low),
            low_strict=strict,
            high=None if high is None else Fraction(high),
            high_strict=not strict,
        )
        for low, high in zip((None, *ends), (*ends, None), strict=True)
        for strict in (False, True)
    )


def value_cells(*names: str) -> tuple[Cell, ...]:
    return (*(ValueCell(values=(name,)) for name in names), ValueCell(values=names[:2]))


def column(heading: str, kind: Type, *steps: str) -> Column:
    return Column(heading=heading, path=at(*(steps or (heading,))), type=kind)


def whole(low: int, high: int) -> list[Fraction]:
    return [Fraction(n) for n in range(low, high + 1)]


def assumption(name: str, body: Formula, subject: str = MAIN) -> Assumption:
    return Assumption(header=Header(name=name, keyword="前提"), subject=subject, body=body)


def _every(subject: str, fields: Fields, judged: Sequence[str] = ()) -> tuple[Record, ...]:
    names = list(fields)
    return tuple(
        Record(
            subject=subject,
            facts=dict(zip(names, facts, strict=True)),
            judgements=dict(zip(judged, found, strict=True)),
        )
        for facts in product(*(domain for _, domain in fields.values()))
        for found in product((False, True), repeat=len(judged))
    )


def _subject(name: str, fields: Fields) -> Subject:
    facts = {key: FieldDefinition(name=key, type=kind) for key, (kind, _) in fields.items()}
    return Subject(header=Header(name=name, keyword="対象"), fields=facts)


def _world(
    name: str,
    subjects: Mapping[str, Fields],
    leaves: Sequence[Formula],
    *,
    columns: Sequence[tuple[Column, tuple[Cell, ...]]] = (),
    judged: Sequence[str] = (),
    assumptions: Sequence[Assumption] = (),
    predicates: Sequence[Predicate] = (),
    cuts: tuple[Fraction, ...] = (),
    texts: tuple[str, ...] = (),
) -> World:
    enumerations = {"甲区分": THREE, "乙区分": TWO}
    spec = Specification(
        enumerations={
            key: Enumeration(header=Header(name=key, keyword="区分"), members=members)
            for key, members in enumerations.items()
        },
        subjects={key: _subject(key, fields) for key, fields in subjects.items()},
        discretions={
            key: Discretion(header=Header(name=key, keyword="裁量"), subject=MAIN, authority="大臣")
            for key in judged
        },
        assumptions={a.header.name: a for a in assumptions},
        predicates={p.header.name: p for p in predicates},
    )
    records = {key: _every(key, fields, judged if key == MAIN else ()) for key, fields in subjects.items()}
    return World(
        name=name,
        spec=spec,
        records=records,
        leaves=tuple(leaves),
        columns=tuple(columns),
        cuts=cuts,
        texts=texts,
    )


# ---------------------------------------------------------------- the worlds


def flags() -> World:
    """真偽, 区分 and 裁量."""
    fields: Fields = {
        "承認": (BoolType(), (False, True)),
        "国立": (BoolType(), (False, True)),
        "種別": (EnumType(enum="甲区分"), THREE),
    }
    leaves: list[Formula] = [
        Holds(path=at("承認")),
        Holds(path=at("国立")),
        IsOneOf(path=at("種別"), values=("国",)),
        IsOneOf(path=at("種別"), values=("公", "私")),
        IsOneOf(path=at("種別"), values=("国", "私")),
        IsOneOf(path=at("種別"), values=THREE),
        Judged(discretion="必要", path=Path()),
        SameValue(left=at("承認"), right=at("国立")),
    ]
    columns = [
        (column("承認", BoolType()), value_cells("あり", "なし")),
        (column("種別", EnumType(enum="甲区分")), value_cells(*THREE)),
    ]
    return _world("flags", {MAIN: fields}, leaves, columns=columns, judged=("必要",))


def numbers() -> World:
    """整数, one bounded by its type and one by a 前提, with sums and rounding."""
    beds, places = NumberType(unit="床", low=Fraction(0), high=Fraction(5)), NumberType(unit="床")
    fields: Fields = {
        "病床数": (beds, whole(0, 5)),
        "定員": (places, whole(-1, 4)),
        "認定": (BoolType(), (False, True)),
    }
    half = Rounded(
        value=Total(terms=((Fraction(1, 2), Fact(path=at("病床数"))),)), places=0, mode=Rounding.HALF_UP
    )
    spare = Total(terms=((Fraction(1), Fact(path=at("病床数"))), (Fraction(-2), Fact(path=at("定員")))))
    leaves: list[Formula] = [
        *limits(at("病床数"), "< <= >= >", 2, 4),
        compare(Fact(path=at("病床数")), "=", number(3)),
        *limits(at("定員"), "< >=", 1, 2),
        compare(half, ">=", number(2)),
        compare(spare, ">", number(0)),
        compare(Fact(path=at("病床数")), "!=", Fact(path=at("定員"))),
        Holds(path=at("認定")),
    ]
    limited = both(*limits(at("定員"), ">=", 0), *limits(at("定員"), "<=", 3))
    columns = [
        (column("病床数", beds), span_cells(2, 4)),
        (column("定員", places), span_cells(1, 3)),
    ]
    return _world(
        "numbers", {MAIN: fields}, leaves, columns=columns, assumptions=[assumption("定員の範囲", limited)]
    )


def measures() -> World:
    """割合, where between two limits there is always something, and 日付 within a few days."""
    share = NumberType(unit=RATIO, places=2, low=Fraction(0), high=Fraction(1))
    shares = [Fraction(n, 24) for n in (0, 3, 6, 7, 8, 10, 12, 18, 24)]
    fields: Fields = {
        "割合": (share, shares),
        "設立日": (DateType(), [DAY + timedelta(days=n) for n in range(-2, 3)]),
    }
    ends = (Fraction(1, 4), Fraction(1, 3), Fraction(1, 2))
    founded = Fact(path=at("設立日"))
    leaves: list[Formula] = [
        *limits(at("割合"), "< <= >= >", *ends, unit=RATIO),
        *(compare(founded, op, Day(value=DAY)) for op in ("<", "<=", ">=", ">", "=")),
    ]
    day = timedelta(days=1)
    near = both(compare(founded, ">=", Day(value=DAY - day)), compare(founded, "<=", Day(value=DAY + day)))
    first = DAY.toordinal()
    columns = [
        (column("割合", share), span_cells(*ends)),
        (column("設立日", DateType()), span_cells(first, first + 1)),
    ]
    return _world(
        "measures",
        {MAIN: fields},
        leaves,
        columns=columns,
        assumptions=[assumption("近年", near)],
        cuts=ends,
    )


def lists() -> World:
    """一覧 of up to two 部品, on which a 前提 holds."""
    beds = NumberType(unit="床", low=Fraction(0), high=Fraction(1))
    part: Fields = {"認定": (BoolType(), (False, True)), "病床数": (beds, whole(0, 1))}
    each = _every("部品", part)
    several = [tuple(found) for size in range(3) for found in product(each, repeat=size)]
    fields: Fields = {
        "設備": (ListType(subject="部品", limit=2), several),
        "承認": (BoolType(), (False, True)),
    }
    named, full = (
        Holds(path=at("認定", root="x")),
        compare(Fact(path=at("病床数", root="x")), ">=", number(1)),
    )
    total = ListTotal(path=at("設備"), variable="x", value=Fact(path=at("病床数", root="x")), where=None)
    leaves: list[Formula] = [
        Holds(path=at("承認")),
        *(
            OverList(quantity=quantity, path=at("設備"), variable="x", body=body)
            for quantity in Quantity
            for body in (named, full, both(named, full), either(named, full))
        ),
        compare(Count(path=at("設備"), variable="x", where=None), ">=", number(1, "")),
        compare(Count(path=at("設備"), variable="x", where=full), ">=", number(2, "")),
        compare(total, ">=", number(2)),
    ]
    sound = assumption("部品の要件", Implies(premise=_holds("認定"), conclusion=_beds_from(1)), "部品")
    columns = [(column("承認", BoolType()), value_cells("あり", "なし"))]
    return _world("lists", {"部品": part, MAIN: fields}, leaves, columns=columns, assumptions=[sound])


def _holds(name: str) -> Formula:
    return Holds(path=at(name))


def _beds_from(least: int) -> Formula:
    return compare(Fact(path=at("病床数")), ">=", number(least))


def years() -> World:
    """系列 over two years and 区分の集合."""
    beds = NumberType(unit="床", low=Fraction(0), high=Fraction(1))
    pairs = [(a, b) for a in whole(0, 1) for b in whole(0, 1)]
    fields: Fields = {
        "年次認定": (
            SeriesType(window=WINDOW, length=2, element=BoolType()),
            list(product((False, True), repeat=2)),
        ),
        "年次病床数": (SeriesType(window=WINDOW, length=2, element=beds), pairs),
        "機能": (
            EnumSetType(enum="乙区分"),
            [frozenset(s) for s in ((), ("有",), ("無",), ("有", "無"))],
        ),
    }
    named = HoldsIn(path=at("年次認定"), index="y")
    full = compare(SeriesItem(path=at("年次病床数"), index="y"), ">=", number(1))
    leaves: list[Formula] = [
        *(
            OverSeries(quantity=quantity, window=WINDOW, length=2, index="y", body=body)
            for quantity in Quantity
            for body in (named, full, both(named, full), either(named, full))
        ),
        *(
            compare(SeriesAggregate(function=function, path=at("年次病床数")), ">=", number(1))
            for function in Aggregate
        ),
        *(Contains(path=at("機能"), value=name) for name in TWO),
        compare(SetSize(path=at("機能")), ">=", number(1, "")),
    ]
    return _world("years", {MAIN: fields}, leaves)


def names() -> World:
    """文字列 and a 参照, whose subject has a rule of its own."""
    firm: Fields = {"公立": (BoolType(), (False, True)), "種別": (EnumType(enum="乙区分"), TWO)}
    others = ("他一", "他二")
    texts = ("東京", "大阪", *others)
    fields: Fields = {
        "名称": (TextType(), texts),
        "旧名称": (TextType(), texts),
        "開設者": (ReferenceType(subject="法人"), _every("法人", firm)),
    }
    public = Predicate(
        header=Header(name="公的", keyword="定義"),
        kind=PredicateKind.DEFINITION,
        subject="法人",
        body=either(_holds("公立"), IsOneOf(path=at("種別"), values=("有",))),
    )
    leaves: list[Formula] = [
        IsOneOf(path=at("名称"), values=("東京",)),
        IsOneOf(path=at("名称"), values=("東京", "大阪")),
        IsOneOf(path=at("旧名称"), values=("大阪",)),
        SameValue(left=at("名称"), right=at("旧名称")),
        Holds(path=at("開設者", "公立")),
        IsOneOf(path=at("開設者", "種別"), values=("無",)),
        Applies(term="公的", path=at("開設者")),
    ]
    columns = [
        (column("名称", TextType()), value_cells("東京", "大阪")),
        (column("開設者の種別", EnumType(enum="乙区分"), "開設者", "種別"), value_cells(*TWO)),
    ]
    return _world(
        "names",
        {"法人": firm, MAIN: fields},
        leaves,
        columns=columns,
        predicates=[public],
        texts=others,
    )


@cache
def worlds() -> tuple[World, ...]:
    return flags(), numbers(), measures(), lists(), years(), names()
