"""Formulas in the words of the spec language, for one line of a trace or an expectation.

Owns: a phrase for every formula and expression of the model, and for its denial.
Refuses to know: truth, layout; statutory text, which is made and proved elsewhere.
"""

from __future__ import annotations

from typing import assert_never

from regcheck.evaluation.day_words import counted_day, is_day, named_day, path_words
from regcheck.evaluation.describe import name_text, number_text
from regcheck.model.formula import (
    Aggregate,
    And,
    Applies,
    AtLeast,
    Breaches,
    Choice,
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
    Lawful,
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Path,
    PeriodEnd,
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
from regcheck.model.specification import Specification
from regcheck.source.eras import day_text
from regcheck.source.numerals import to_kanji

_OPPOSITE = {
    Comparator.GE: Comparator.LT,
    Comparator.LT: Comparator.GE,
    Comparator.GT: Comparator.LE,
    Comparator.LE: Comparator.GT,
    Comparator.EQ: Comparator.NE,
    Comparator.NE: Comparator.EQ,
}
_MIRRORED = {
    Comparator.GE: Comparator.LE,
    Comparator.LE: Comparator.GE,
    Comparator.GT: Comparator.LT,
    Comparator.LT: Comparator.GT,
    Comparator.EQ: Comparator.EQ,
    Comparator.NE: Comparator.NE,
}
_LIMITS = {
    Comparator.GE: "以上",
    Comparator.GT: "を超える",
    Comparator.LE: "以下",
    Comparator.LT: "未満",
    Comparator.EQ: "である",
    Comparator.NE: "でない",
}
_DAY_LIMITS = _LIMITS | {
    Comparator.GE: "以後",
    Comparator.GT: "より後",
    Comparator.LE: "以前",
    Comparator.LT: "より前",
}
_AGGREGATES = {Aggregate.SUM: "合計", Aggregate.MEAN: "平均", Aggregate.MAX: "最大", Aggregate.MIN: "最小"}
_ROUNDINGS = {Rounding.HALF_UP: "四捨五入", Rounding.DOWN: "切捨て", Rounding.UP: "切上げ"}


def path_text(path: Path) -> str:
    """開設者の種別."""
    return "の".join(name_text(step) for step in path.steps)


def heading_text(spec: Specification, formula: Formula) -> str:
    """The formula in one line when its parts are listed below it: 次のいずれにも該当する."""
    match formula:
        case And(parts=parts) if len(parts) != 1:
            return "次のいずれにも該当する" if parts else "条件なし"
        case Or(parts=parts) if len(parts) != 1:
            return "次のいずれかに該当する" if parts else "該当するものなし"
        case AtLeast(count=count):
            return f"次のうち{to_kanji(count)}以上に該当する"
        case Except():
            return "次に該当する（ただし書のものを除く）"
        case Not(body=Or()):
            return "次のいずれにも該当しない"
        case Implies():
            return "前者に該当するならば、後者に該当する"
        case OverSeries() | OverList():
            return _quantifier(formula) + "次に該当する"
        case _:
            return formula_text(spec, formula)


def formula_text(spec: Specification, formula: Formula, denied: bool = False) -> str:
    """The whole formula (or its denial) in one phrase: 病床数が400床以上, 特定機能病院に該当しない."""
    match formula:
        case Truth(value=value):
            return "常に該当する" if value is not denied else "常に該当しない"
        case Compare():
            return _compare(spec, formula, denied)
        case Not(body=body):
            return formula_text(spec, body, not denied)
        case And(parts=(part,)) | Or(parts=(part,)):
            return formula_text(spec, part.body, denied)
        case And() | Or() | AtLeast() | Except() | Implies() | OverList() | OverSeries():
            text = _compound(spec, formula)
            return f"（{text}）ではない" if denied else text
        case _:
            return _leaf(spec, formula, denied)


NamedLeaf = Applies | StageApplies | OutcomeIs | Judged | Breaches | Lawful
Leaf = Holds | HoldsIn | IsOneOf | Contains | SameValue | NamedLeaf


def _leaf(spec: Specification, formula: Leaf, denied: bool) -> str:
    match formula:
        case Holds(path=path) | HoldsIn(path=path):
            return path_words(spec, path) + ("がない" if denied else "がある")
        case IsOneOf(path=path, values=values):
            names = "又は".join(name_text(value) for value in values)
            return f"{path_text(path)}が{names}{_is(denied)}"
        case Contains(path=path, value=value):
            return f"{path_text(path)}に{name_text(value)}を{'含まない' if denied else '含む'}"
        case SameValue(left=left, right=right):
            return f"{path_text(left)}が{path_text(right)}と同じ{_is(denied)}"
        case _:
            return _named_leaf(spec, formula, denied)


def _named_leaf(spec: Specification, formula: NamedLeaf, denied: bool) -> str:
    match formula:
        case Applies(term=term, path=path):
            return _of(path) + name_text(term) + _belongs(denied)
        case StageApplies(plan=plan, number=number, path=path):
            return f"{_of(path)}「{plan}」の第{to_kanji(number)}段階{_belongs(denied)}"
        case OutcomeIs(table=table, output=output, value=value):
            return f"「{table}」の{name_text(output)}が{name_text(value)}{_is(denied)}"
        case Judged(discretion=discretion, path=path):
            about = f"{path_text(path)}について" if path.steps else ""
            authority = name_text(spec.discretions[discretion].authority)
            return f"{about}{authority}が「{discretion}」と{'認めない' if denied else '認める'}"
        case Breaches(rule=rule, path=path):
            return f"{_of(path)}「{rule}」に違反{'しない' if denied else 'する'}"
        case Lawful(path=path, rules=rules):
            return f"{_of(path)}{'適法' if rules else '順序どおり'}{_is(denied)}"
        case _:
            assert_never(formula)


def _is(denied: bool) -> str:
    return "でない" if denied else "である"


def _belongs(denied: bool) -> str:
    return "に該当しない" if denied else "に該当する"


def _of(path: Path) -> str:
    return f"{path_text(path)}が" if path.steps else ""


def _compare(spec: Specification, formula: Compare, denied: bool) -> str:
    op, left, right = formula.op, formula.left, formula.right
    if isinstance(left, Number | Day) and not isinstance(right, Number | Day):
        op, left, right = _MIRRORED[op], right, left
    op = _OPPOSITE[op] if denied else op
    words = _DAY_LIMITS if is_day(spec, left) and is_day(spec, right) else _LIMITS
    return f"{expression_text(spec, left)}が{expression_text(spec, right)}{words[op]}"


Compound = And | Or | AtLeast | Except | Implies | OverList | OverSeries


def is_compound(formula: Formula) -> bool:
    """Whether the language has no one word to deny the formula with."""
    return isinstance(formula, Compound)


def _compound(spec: Specification, formula: Compound) -> str:
    match formula:
        case And(parts=parts):
            return "、かつ、".join(_inner(spec, part) for part in parts) or "条件なし"
        case Or(parts=parts):
            return "又は".join(_inner(spec, part) for part in parts) or "該当するものなし"
        case AtLeast(count=count, parts=parts):
            listed = "、".join(_inner(spec, part) for part in parts)
            return f"{listed}のうち{to_kanji(count)}以上"
        case Except(body=body, exceptions=exceptions):
            taken_out = "又は".join(_inner(spec, part) for part in exceptions)
            return f"{formula_text(spec, body)}（{such(taken_out)}を除く）"
        case Implies(premise=premise, conclusion=conclusion):
            return f"{formula_text(spec, premise)}ならば、{formula_text(spec, conclusion)}"
        case OverList(body=body) | OverSeries(body=body):
            return f"{_quantifier(formula)}{formula_text(spec, body)}"
        case _:
            assert_never(formula)


def _quantifier(formula: OverList | OverSeries) -> str:
    match formula:
        case OverList(quantity=Quantity.SOME, path=path):
            return f"{path_text(path)}のいずれかについて、"
        case OverList(path=path):
            return f"全ての{path_text(path)}について、"
        case OverSeries(quantity=quantity, window=window):
            return f"{window}の{'いずれか' if quantity is Quantity.SOME else '全て'}において、"
        case _:
            assert_never(formula)


def _inner(spec: Specification, part: Part) -> str:
    text = formula_text(spec, part.body)
    return f"（{text}）" if isinstance(part.body, And | Or | AtLeast | Except | Implies) else text


def expression_text(spec: Specification, expression: Expression) -> str:
    """病床数, 預金残高の平均, 出力が50万kW以上の設備の数."""
    match expression:
        case Number(value=value, unit=unit):
            return number_text(value, unit)
        case Day(value=value):
            return day_text(value)
        case Fact(path=path) | SeriesItem(path=path):
            return path_words(spec, path)
        case PeriodEnd(start=start, period=period):
            return named_day(spec, expression) or counted_day(expression_text(spec, start), period)
        case Choice():
            return named_day(spec, expression) or _choice(spec, expression)
        case Total(terms=terms):
            words = [_term(spec, term) for term in terms]
            return "と".join(words) + "の合計" if len(words) > 1 else "".join(words)
        case SeriesAggregate(function=function, path=path):
            return f"{path_text(path)}の{_AGGREGATES[function]}"
        case Count(path=path, where=where):
            return f"{_such(spec, path, where)}の数"
        case ListTotal(path=path, value=value, where=where):
            return f"{_such(spec, path, where)}の{expression_text(spec, value)}の合計"
        case SetSize(path=path):
            return f"{path_text(path)}の数"
        case Rounded(value=value, places=places, mode=mode):
            return expression_text(spec, value) + rounding_text(places, mode)
        case _:
            assert_never(expression)


def _choice(spec: Specification, choice: Choice) -> str:
    """Nobody can write such a day; it is one that a 手続 has made."""
    condition = formula_text(spec, choice.condition)
    then, otherwise = expression_text(spec, choice.then), expression_text(spec, choice.otherwise)
    return f"{condition}ときは{then}、その他のときは{otherwise}"


def _term(spec: Specification, term: tuple[object, Expression]) -> str:
    factor, expression = term
    text = expression_text(spec, expression)
    return text if factor == 1 else f"{text}に{factor}を乗じた数"


def _such(spec: Specification, path: Path, where: Formula | None) -> str:
    if where is None:
        return path_text(path)
    return f"{path_text(path)}であって{such(formula_text(spec, where))}"


def such(condition: str) -> str:
    """承認があるもの, 病床数が400床以上のもの."""
    return condition + ("もの" if condition.endswith(("る", "い")) else "のもの")


def limit_text(op: Comparator, number: str) -> str:
    """400床以上; 88件 for equality."""
    return number if op is Comparator.EQ else number + _LIMITS[op]


def rounding_text(places: int, mode: Rounding) -> str:
    """（小数点以下二位未満を四捨五入）."""
    kept = f"{to_kanji(places)}位未満" if places else ""
    return f"（小数点以下{kept}を{_ROUNDINGS[mode]}）"
