"""A small specification, made by hand: hospitals with an owner, equipment and yearly figures."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import Kleene
from regcheck.evaluation.trace import Evaluation
from regcheck.frozen import replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import Applies, Comparator, Compare, Expression, Fact, Formula, Number, Part, Path
from regcheck.model.specification import (
    Discretion,
    Enumeration,
    FieldDefinition,
    Header,
    Override,
    Predicate,
    PredicateKind,
    Specification,
    Subject,
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

BEDS_TYPE = NumberType(unit="床", low=Fraction(0), high=Fraction(10_000))
YEN = NumberType(unit="円", low=Fraction(0))

FIELDS: dict[str, dict[str, Type]] = {
    "設備": {
        "名称": TextType(),
        "出力": NumberType(unit="kW", low=Fraction(0)),
        "同時設置": BoolType(),
    },
    "事業者": {
        "名称": TextType(),
        "種別": EnumType(enum="開設者の種類"),
        "都道府県": TextType(),
        "預金残高": SeriesType(window="直近三事業年度", length=3, element=YEN),
        "与信額": SeriesType(window="直近三事業年度", length=3, element=YEN),
        "黒字": SeriesType(window="直近三事業年度", length=3, element=BoolType()),
        "設備": ListType(subject="設備", limit=3),
        "機能": EnumSetType(enum="機能"),
    },
    "病院": {
        "名称": TextType(),
        "開設者": ReferenceType(subject="事業者"),
        "都道府県": TextType(),
        "病床数": BEDS_TYPE,
        "紹介率": NumberType(unit=RATIO, places=2, low=Fraction(0), high=Fraction(1)),
        "承認": BoolType(),
        "承認日": DateType(),
        "災害拠点": EnumType(enum="災害拠点区分"),
    },
}


def subjects() -> dict[str, Subject]:
    return {
        name: Subject(
            header=Header(name=name, keyword="対象"),
            fields={
                key: FieldDefinition(name=key, type=kind, may_be_unknown=key == "災害拠点")
                for key, kind in types.items()
            },
        )
        for name, types in FIELDS.items()
    }


def enumeration(name: str, *members: str) -> Enumeration:
    return Enumeration(header=Header(name=name), members=members)


SPEC = Specification(
    subjects=subjects(),
    enumerations={
        "開設者の種類": enumeration("開設者の種類", "国", "学校法人", "その他"),
        "災害拠点区分": enumeration("災害拠点区分", "指定なし", "地域災害拠点病院", "基幹災害拠点病院"),
        "機能": enumeration("機能", "貨物情報の確認", "運行計画の作成"),
    },
    discretions={
        "特に必要": Discretion(header=Header(name="特に必要"), subject="病院", authority="主務大臣")
    },
)


def path(words: str, root: str = "") -> Path:
    return Path(root=root, steps=tuple(words.split("の")) if words else ())


def fact(words: str, root: str = "") -> Fact:
    return Fact(path=path(words, root))


def beds(op: Comparator, number: int) -> Compare:
    return compare(fact("病床数"), op, number, "床")


def compare(left: Expression, op: Comparator, number: int | Fraction, unit: str = "") -> Compare:
    return Compare(op=op, left=left, right=Number(value=Fraction(number), unit=unit))


def parts(*formulas: Formula) -> tuple[Part, ...]:
    labels = ("一", "二", "三", "四")
    return tuple(Part(body=f, label=label) for f, label in zip(formulas, labels, strict=False))


def with_term(spec: Specification, name: str, body: Formula, subject: str = "病院") -> Specification:
    predicate = Predicate(
        header=Header(name=name, keyword="定義", provision=("第二条",)),
        kind=PredicateKind.DEFINITION,
        subject=subject,
        body=body,
    )
    return replace(spec, predicates={**spec.predicates, name: predicate})


def with_override(
    spec: Specification, name: str, target: str, condition: Formula, outcome: bool, *beaten: str
) -> Specification:
    override = Override(
        header=Header(name=name, keyword="特例"),
        subject="病院",
        target=target,
        condition=condition,
        outcome=outcome,
        prevails_over=beaten,
    )
    return replace(spec, overrides={**spec.overrides, name: override})


def applies(term: str, words: str = "") -> Applies:
    return Applies(term=term, path=path(words))


def record(subject: str, judgements: dict[str, bool] | None = None, /, **facts: Value | int) -> Record:
    """Whole numbers stand for exact ones; everything else as Record wants it."""
    exact = {
        k: Fraction(v) if isinstance(v, int) and not isinstance(v, bool) else v for k, v in facts.items()
    }
    return Record(subject=subject, facts=exact, judgements=judgements or {})


def ask(formula: Formula, subject: Record, spec: Specification = SPEC) -> Evaluation:
    return evaluate(spec, formula, subject)


def truth(formula: Formula, subject: Record, spec: Specification = SPEC) -> Kleene:
    return evaluate(spec, formula, subject).truth


DAY = date(2026, 4, 1)
