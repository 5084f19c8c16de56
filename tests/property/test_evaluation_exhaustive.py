"""Every completion of a record with unknown facts, tried one by one, on domains small enough for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product

from hypothesis import given, strategies as st
from tests.property.strategies_model import formulas, records, with_rules

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import UNKNOWN
from regcheck.evaluation.trace import Address
from regcheck.model import case
from regcheck.model.case import Record, Value
from regcheck.model.specification import (
    Discretion,
    Enumeration,
    FieldDefinition,
    Header,
    Specification,
    Subject,
)
from regcheck.model.types import (
    BoolType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    Type,
)

BEDS = NumberType(unit="床", low=Fraction(0), high=Fraction(2))
PARTS: dict[str, Type] = {"認定": BoolType(), "病床数": BEDS}
MAIN: dict[str, Type] = {
    "認定": BoolType(),
    "病床数": BEDS,
    "種別": EnumType(enum="区分"),
    "年次認定": SeriesType(window="直近二事業年度", length=2, element=BoolType()),
    "機能": EnumSetType(enum="区分"),
    "設備": ListType(subject="部品", limit=2),
    "代表部品": ReferenceType(subject="部品"),
}


def subject(name: str, types: Mapping[str, Type]) -> Subject:
    fields = {key: FieldDefinition(name=key, type=kind, may_be_unknown=True) for key, kind in types.items()}
    return Subject(header=Header(name=name), fields=fields)


def world(*chosen: str) -> Specification:
    return Specification(
        enumerations={"区分": Enumeration(header=Header(name="区分"), members=("国", "私"))},
        subjects={
            "部品": subject("部品", PARTS),
            "施設": subject("施設", {name: MAIN[name] for name in chosen}),
        },
        discretions={"裁量1": Discretion(header=Header(name="裁量1"), subject="施設", authority="主務大臣")},
    )


def completions(spec: Specification, record: Record) -> Iterator[Record]:
    """The record with every choice for what it leaves 不明."""
    fields = spec.subjects[record.subject].fields
    values = [list(choices(spec, f.type, record.facts.get(n, case.UNKNOWN))) for n, f in fields.items()]
    open_findings = [
        n for n, d in spec.discretions.items() if d.subject == record.subject and n not in record.judgements
    ]
    for facts in product(*values):
        for found in product((False, True), repeat=len(open_findings)):
            yield Record(
                subject=record.subject,
                facts=dict(zip(fields, facts, strict=True)),
                judgements={**record.judgements, **dict(zip(open_findings, found, strict=True))},
            )


def choices(spec: Specification, kind: Type, value: Value) -> Iterator[Value]:
    """What a value can turn out to be; a known one is itself, with what it holds completed."""
    unknown = value is case.UNKNOWN
    match kind:
        case ReferenceType(subject=name):
            yield from completions(spec, value if isinstance(value, Record) else Record(subject=name))
        case ListType(subject=name) if unknown:
            yield ()
            yield from ((each,) for each in completions(spec, Record(subject=name)))
        case ListType():
            assert isinstance(value, tuple)
            yield from product(*(completions(spec, each) for each in value if isinstance(each, Record)))
        case SeriesType(length=length, element=element):
            years = value if isinstance(value, tuple) else (case.UNKNOWN,) * length
            yield from product(*(choices(spec, element, year) for year in years))
        case _ if not unknown:
            yield value
        case BoolType():
            yield from (False, True)
        case NumberType():
            yield from map(Fraction, range(3))
        case EnumType():
            yield from ("国", "私")
        case EnumSetType():
            yield from (frozenset(), frozenset({"国"}), frozenset({"私"}), frozenset({"国", "私"}))
        case _:
            raise TypeError(kind)


@st.composite
def small(draw: st.DrawFn) -> tuple[Specification, Record]:
    chosen = draw(st.lists(st.sampled_from(sorted(MAIN)), min_size=1, max_size=3, unique=True))
    spec = draw(with_rules(world(*chosen), ("施設", "施設", "部品")))
    return spec, draw(records(spec, "施設", partial=True))


@given(st.data())
def test_a_decided_answer_is_that_of_every_completion(data: st.DataObject) -> None:
    spec, record = data.draw(small())
    formula = data.draw(formulas(spec, "施設"))
    promised = evaluate(spec, formula, record).truth
    if promised is not UNKNOWN:
        for whole in completions(spec, record):
            assert evaluate(spec, formula, whole).truth is promised


@given(st.data())
def test_facts_that_are_not_named_cannot_decide(data: st.DataObject) -> None:
    """With the deciding unknowns left open, filling in everything else leaves the answer open."""
    spec, record = data.draw(small())
    formula = data.draw(formulas(spec, "施設"))
    found = evaluate(spec, formula, record)
    if found.truth is UNKNOWN:
        for whole in completions(spec, record):
            partly = kept_open(whole, record, found.deciding_unknowns)
            assert evaluate(spec, formula, partly).truth is UNKNOWN


def kept_open(whole: Record, record: Record, addresses: tuple[Address, ...]) -> Record:
    """The completed record, with what lies at the addresses 不明 again."""
    for address in addresses:
        whole = _forget(whole, address.steps, address.discretion)
    return whole


def _forget(record: Record, steps: tuple[str | int, ...], discretion: str) -> Record:
    if not steps:
        left = {k: v for k, v in record.judgements.items() if k != discretion}
        return Record(subject=record.subject, facts=record.facts, judgements=left)
    name, *rest = steps
    assert isinstance(name, str)
    value = _forget_inside(record.facts[name], tuple(rest), discretion)
    return Record(subject=record.subject, facts={**record.facts, name: value}, judgements=record.judgements)


def _forget_inside(value: Value, rest: tuple[str | int, ...], discretion: str) -> Value:
    if not rest and not discretion:
        return case.UNKNOWN
    if isinstance(value, Record):
        return _forget(value, rest, discretion)
    assert isinstance(value, tuple)
    position, *inner = rest
    assert isinstance(position, int)
    changed = _forget_inside(value[position], tuple(inner), discretion)
    return (*value[:position], changed, *value[position + 1 :])
