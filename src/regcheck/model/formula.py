"""Formulas and expressions: the meaning of conditions, typed and resolved.

Owns: one node for each thing the language can say of a case. There are no others: evaluation and
logic each handle every node here, by `match` with assert_never, and share no code.
Refuses to know: how it was written, how it is proved.

A formula is asked of one record, the *subject* (a hospital, say). Spans never take part in equality.
Every number is exact. Type correctness (units, known names, linearity) is established by from_syntax and
assumed here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from regcheck.calendar.period import Period
from regcheck.frozen import Frozen, detail
from regcheck.source.span import NOWHERE, Span


class Comparator(StrEnum):
    """未満, 以下, である, でない, 以上, 超える."""

    LT = "<"
    LE = "<="
    EQ = "="
    NE = "!="
    GE = ">="
    GT = ">"


class Quantity(StrEnum):
    """いずれかの…が (some) and 全ての…が (all; true of an empty 一覧)."""

    SOME = "some"
    ALL = "all"


class Aggregate(StrEnum):
    """合計, 平均, 最大, 最小."""

    SUM = "sum"
    MEAN = "mean"
    MAX = "max"
    MIN = "min"


class Rounding(StrEnum):
    """四捨五入 (half up), 切捨て (toward minus infinity), 切上げ (toward plus infinity)."""

    HALF_UP = "half-up"
    DOWN = "down"
    UP = "up"


class Path(Frozen):
    """A way to a fact: start at the subject (root "") or at a bound element (root = its variable),
    follow 参照 fields, end at the last step. No steps: the root record itself."""

    root: str = ""
    steps: tuple[str, ...] = ()


# ---------------------------------------------------------------- expressions (numbers and dates)


class Number(Frozen):
    """A constant with its unit, scale words multiplied in, 25 % as 1/4 of RATIO."""

    value: Fraction
    unit: str


class Day(Frozen):
    """A constant date."""

    value: date


class Fact(Frozen):
    """The number or date at a path."""

    path: Path


class Total(Frozen):
    """Sum of coefficient × expression: 合計, 控除, 二倍, 乗じて得た. All of one unit."""

    terms: tuple[tuple[Fraction, Expression], ...]


class SeriesAggregate(Frozen):
    """直近三事業年度の預金残高の平均: over all values of the numeric series at the path."""

    function: Aggregate
    path: Path


class SeriesItem(Frozen):
    """The value of a numeric series in the year bound by the enclosing OverSeries (its variable)."""

    path: Path
    index: str


class Count(Frozen):
    """…の数: how many elements of the 一覧 satisfy the condition (None: all of them)."""

    path: Path
    variable: str
    where: Formula | None


class ListTotal(Frozen):
    """設備の出力の合計: sum of `value` over the elements that satisfy `where`. The 一覧 has a limit."""

    path: Path
    variable: str
    value: Expression
    where: Formula | None


class SetSize(Frozen):
    """How many members a 区分の集合 has."""

    path: Path


class Rounded(Frozen):
    """The expression brought to a multiple of 10**-places."""

    value: Expression
    places: int
    mode: Rounding


class PeriodEnd(Frozen):
    """受理の日から起算して三十日を経過する日: the day that a period counted from a date comes to."""

    start: Expression
    period: Period


class Choice(Frozen):
    """One date where the condition holds, another where it does not: the last day of a period that was extended."""

    condition: Formula
    then: Expression
    otherwise: Expression


Expression = (
    Number | Day | Fact | Total | SeriesAggregate | SeriesItem | Count | ListTotal | SetSize | Rounded
    | PeriodEnd | Choice
)  # fmt: skip


# ---------------------------------------------------------------- formulas


def _span() -> Span:
    return detail(default=NOWHERE)


class Truth(Frozen):
    """A constant."""

    value: bool
    span: Span = _span()


class Holds(Frozen):
    """承認があること: the 真偽 fact at the path is true."""

    path: Path
    span: Span = _span()


class HoldsIn(Frozen):
    """The 真偽 series at the path is true in the year bound by the enclosing OverSeries."""

    path: Path
    index: str
    span: Span = _span()


class Compare(Frozen):
    """病床数が四百床以上: two numbers of one unit, or two dates."""

    op: Comparator
    left: Expression
    right: Expression
    span: Span = _span()


class IsOneOf(Frozen):
    """災害拠点が基幹災害拠点病院: the 区分 or 文字列 at the path is one of the values."""

    path: Path
    values: tuple[str, ...]
    span: Span = _span()


class Contains(Frozen):
    """機能に運行計画を含む: the 区分の集合 at the path has this member."""

    path: Path
    value: str
    span: Span = _span()


class SameValue(Frozen):
    """都道府県が開設者の都道府県と同じ: two facts of one 区分, or of 文字列 or 真偽."""

    left: Path
    right: Path
    span: Span = _span()


class Applies(Frozen):
    """特定機能病院に該当する: the predicate, with its 特例, holds of the record at the path."""

    term: str
    path: Path
    span: Span = _span()


class StageApplies(Frozen):
    """第一段階に該当する: the record at the path meets stage `number` (1-based) of a 段階 item."""

    plan: str
    number: int
    path: Path
    span: Span = _span()


class OutcomeIs(Frozen):
    """「届出の要否」の手続が変更の案: under the hit policy the 区分表 gives this value to this output."""

    table: str
    output: str
    value: str
    path: Path
    span: Span = _span()


class Judged(Frozen):
    """主務大臣が「特に必要」と認める: a 裁量 on the record at the path; a free Boolean."""

    discretion: str
    path: Path
    span: Span = _span()


class Breaches(Frozen):
    """「導入の禁止」に違反する: the run at the path breaches a rule of a 手続 (model/procedures.py says when)."""

    procedure: str
    rule: str
    path: Path
    span: Span = _span()


class Lawful(Frozen):
    """適法である: the run at the path is orderly and breaches no rule; `rules` False: it is orderly."""

    procedure: str
    path: Path
    rules: bool = True
    span: Span = _span()


class Not(Frozen):
    """Negation."""

    body: Formula
    span: Span = _span()


class Part(Frozen):
    """One member of a list or connective; label is its 号 sign as written (一, イ, (1)) or ""."""

    body: Formula
    label: str = ""
    span: Span = _span()


class And(Frozen):
    """いずれにも該当する, かつ, 及び. Empty: true."""

    parts: tuple[Part, ...]
    span: Span = _span()


class Or(Frozen):
    """いずれかに該当する, 又は, 若しくは. Empty: false."""

    parts: tuple[Part, ...]
    span: Span = _span()


class AtLeast(Frozen):
    """うち二以上に該当する. (いずれにも該当しない is Not(Or(...)).)"""

    count: int
    parts: tuple[Part, ...]
    span: Span = _span()


class Except(Frozen):
    """body, ただし、…を除く: body ∧ ¬exception, for every exception."""

    body: Formula
    exceptions: tuple[Part, ...]
    span: Span = _span()


class Implies(Frozen):
    """P ならば Q."""

    premise: Formula
    conclusion: Formula
    span: Span = _span()


class OverList(Frozen):
    """いずれかの／全ての element of the 一覧 at the path satisfies the body; the element is `variable`."""

    quantity: Quantity
    path: Path
    variable: str
    body: Formula
    span: Span = _span()


class OverSeries(Frozen):
    """直近三事業年度のいずれかにおいて: one and the same index for everything inside; `index` names it."""

    quantity: Quantity
    window: str
    length: int
    index: str
    body: Formula
    span: Span = _span()


Formula = (
    Truth | Holds | HoldsIn | Compare | IsOneOf | Contains | SameValue | Applies | StageApplies
    | OutcomeIs | Judged | Breaches | Lawful | Not | And | Or | AtLeast | Except | Implies | OverList | OverSeries
)  # fmt: skip


def _bodies(formula: And | Or | AtLeast) -> tuple[Formula, ...]:
    return tuple([part.body for part in formula.parts])


INSIDE: Mapping[type, Callable[[Any], tuple[Formula, ...]]] = {
    And: _bodies,
    Or: _bodies,
    AtLeast: _bodies,
    Not: lambda formula: (formula.body,),
    OverList: lambda formula: (formula.body,),
    OverSeries: lambda formula: (formula.body,),
    Except: lambda formula: (formula.body, *[part.body for part in formula.exceptions]),
    Implies: lambda formula: (formula.premise, formula.conclusion),
}
"""How to reach what is inside a formula, for every type that has something inside."""


def children(formula: Formula) -> tuple[Formula, ...]:
    """The formulas directly inside a formula (not those inside Count and ListTotal expressions)."""
    inside = INSIDE.get(type(formula))
    return () if inside is None else inside(formula)
