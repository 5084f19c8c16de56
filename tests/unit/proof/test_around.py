"""The cases at a limit are the nearest values that a drafter would write, and the evaluator says what they are."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from regcheck.model.formula import Aggregate, Comparator, Expression, Fact, Path, SeriesAggregate, SetSize
from regcheck.model.specification import FieldDefinition, Header, Specification, Subject
from regcheck.model.types import RATIO, DateType, NumberType, ReferenceType, SeriesType, Type
from regcheck.proof.around import around
from regcheck.proof.limits import Limit
from regcheck.source.span import NOWHERE


def subject(name: str, **fields: Type) -> Subject:
    declared = {field: FieldDefinition(name=field, type=kind) for field, kind in fields.items()}
    return Subject(header=Header(name=name, keyword="対象"), fields=declared)


YEN = NumberType(unit="円")
SPEC = Specification(
    subjects={
        "届出": subject(
            "届出",
            割合=NumberType(unit=RATIO, low=Fraction(0), high=Fraction(1)),
            水量=NumberType(unit="㎥", places=1),
            届出日=DateType(),
            残高=SeriesType(window="直近三事業年度", length=3, element=YEN),
            相手=ReferenceType(subject="相手"),
        ),
        "相手": subject("相手", 資本金=YEN),
    }
)


def words(left: Expression, op: str, value: Fraction | date, unit: str = "") -> str:
    path = left.path if isinstance(left, Fact) else None
    limit = Limit(
        path=path, left=left, op=Comparator(op), value=value, unit=unit, label="第一条", span=NOWHERE
    )
    (found,) = around(SPEC, "届出", [limit])
    return found.words()


def fact(*steps: str) -> Fact:
    return Fact(path=Path(steps=steps))


@pytest.mark.parametrize(
    ("left", "op", "value", "unit", "told"),
    [
        (fact("割合"), ">=", Fraction(1, 4), RATIO, "24%は非該当、25%は該当、26%は該当"),
        (fact("割合"), "<", Fraction(1, 3), RATIO, "33%は該当、1/3は非該当、34%は非該当"),
        (fact("割合"), ">", Fraction(0), RATIO, "0%は非該当、1%は該当"),
        (fact("水量"), "<=", Fraction(29, 2), "㎥", "14.4㎥は該当、14.5㎥は該当、14.6㎥は非該当"),
        (fact("相手", "資本金"), ">", Fraction(5), "円", "4円は非該当、5円は非該当、6円は該当"),
        (SetSize(path=Path(steps=("機能",))), ">=", Fraction(1), "", "0は非該当、1は該当、2は該当"),
        (
            SeriesAggregate(function=Aggregate.MEAN, path=Path(steps=("残高",))),
            ">=", Fraction(5), "円", "4円は非該当、5円は該当、6円は該当",
        ),
        (
            fact("届出日"), "<", date(2028, 4, 1), "",
            "令和十年三月三十一日は該当、令和十年四月一日は非該当、令和十年四月二日は非該当",
        ),
        (
            fact("届出日"), ">=", date.min, "",
            "0001-01-01は該当、0001-01-02は該当",
        ),
    ],
)  # fmt: skip
def test_the_nearest_values(left: Expression, op: str, value: Fraction | date, unit: str, told: str) -> None:
    assert words(left, op, value, unit) == told
