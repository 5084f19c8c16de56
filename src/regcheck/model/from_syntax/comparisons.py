"""Conditions on the values of facts: 以上, である, がある, と同じ.

Owns: limits on numbers and dates, membership of a 区分, and reading 「AがB」 by the type of A.
Refuses to know: lists of conditions, terms.

「災害拠点が基幹災害拠点病院」 and 「輸入量が基準量である」 look alike; the type of the left side decides.
"""

from __future__ import annotations

from fractions import Fraction

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.diagnostics.diagnostic import Fix
from regcheck.model.formula import (
    And,
    Comparator,
    Compare,
    Formula,
    Holds,
    HoldsIn,
    IsOneOf,
    Not,
    Number,
    Or,
    OverList,
    Part,
    Quantity,
    SameValue,
    SetSize,
    Truth,
)
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.expressions import Measured, Measurer, check_window
from regcheck.model.from_syntax.findings import gather
from regcheck.model.from_syntax.scope import Located, Scope, is_fact, locate, mismatch
from regcheck.model.from_syntax.words import path_words, type_words
from regcheck.model.types import (
    NO_UNIT,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    SeriesType,
    TextType,
)
from regcheck.source.span import Span
from regcheck.syntax import ast

_NUMBER_WORDS = {
    ast.CompareWord.GE: Comparator.GE,
    ast.CompareWord.GT: Comparator.GT,
    ast.CompareWord.LE: Comparator.LE,
    ast.CompareWord.LT: Comparator.LT,
    ast.CompareWord.EQ: Comparator.EQ,
}
_DATE_WORDS = {
    ast.CompareWord.SINCE: Comparator.GE,
    ast.CompareWord.AFTER: Comparator.GT,
    ast.CompareWord.UNTIL: Comparator.LE,
    ast.CompareWord.BEFORE: Comparator.LT,
    ast.CompareWord.EQ: Comparator.EQ,
}
TRUTHS = {"あり": True, "なし": False}
"""How the two values of a 真偽 are written."""


def comparator(context: Context, scope: Scope, bound: ast.Bound, *, is_date: bool) -> Comparator:
    """The meaning of a limit word; 以前 is for dates, 以下 for numbers."""
    words, others = (_DATE_WORDS, _NUMBER_WORDS) if is_date else (_NUMBER_WORDS, _DATE_WORDS)
    if bound.op in words:
        return words[bound.op]
    meant = next(word for word, op in words.items() if op is others[bound.op])
    fixes = _swap(bound, meant)
    payload = codes.types.WrongLimitWord(word=bound.op, right=meant, is_date=is_date)
    raise context.findings.broken(scope.place, payload, bound.span, fixes=fixes)


def _swap(bound: ast.Bound, meant: ast.CompareWord) -> tuple[Fix, ...]:
    if bound.value.span.end >= bound.span.end:
        return ()
    word = Span(bound.span.file, bound.value.span.end, bound.span.end)
    return (Fix(span=word, replacement=meant),)


def compare(measurer: Measurer, clause: ast.CompareClause) -> Formula:
    """病床数が四百床以上六百床未満, without its negation."""
    equal = _as_equality(clause)
    if equal is not None and _is_choice(measurer.context, measurer.scope, equal.path):
        return is_one_of(measurer, equal)
    left = measurer.measure(clause.left)
    if len(clause.bounds) == 1:
        return _limit(measurer, left, clause.bounds[0])
    parts = gather(lambda bound: _limit(measurer, left, bound), clause.bounds)
    return And(parts=tuple(Part(body=part, span=part.span) for part in parts), span=clause.span)


def _as_equality(clause: ast.CompareClause) -> ast.IsClause | None:
    """「AがBである」 written with a name on either side of が."""
    if len(clause.bounds) != 1 or clause.bounds[0].op is not ast.CompareWord.EQ:
        return None
    left, right = clause.left, clause.bounds[0].value
    if not isinstance(left, ast.PathName) or not isinstance(right, ast.PathName):
        return None
    quoted = len(right.steps) == 1 and right.steps[0].quoted
    value = ast.Name(text=path_words(right), quoted=quoted, span=right.span)
    return ast.IsClause(path=left, values=(value,), span=clause.span)


def _is_choice(context: Context, scope: Scope, path: ast.PathName) -> bool:
    if not is_fact(context, scope, path.steps):
        return False
    type_ = locate(context, scope, path).type
    return not isinstance(type_, NumberType | DateType | SeriesType)


def _limit(measurer: Measurer, left: Measured, bound: ast.Bound) -> Formula:
    right = measurer.measure(bound.value)
    op = comparator(measurer.context, measurer.scope, bound, is_date=right.unit is None)
    lower, upper = measurer.agree(left, right)
    span = left.span.to(bound.span)
    return _of_run(measurer, Compare(op=op, left=lower.expression, right=upper.expression, span=span))


def _of_run(measurer: Measurer, comparison: Compare) -> Formula:
    """The comparison; of days of a run, that they are there too."""
    scope = measurer.scope
    if scope.in_example or scope.frames[-1].subject not in measurer.context.signatures.procedures:
        return comparison
    from regcheck.model.from_syntax.days import with_days_there  # few records are runs

    return with_days_there(measurer.context, scope, comparison)


def is_one_of(measurer: Measurer, clause: ast.IsClause) -> Formula:
    """災害拠点がA又はBである, without its negation; the type of the left side decides how B is read."""
    context, scope = measurer.context, measurer.scope
    located = locate(context, scope, clause.path)
    match located.type:
        case EnumType(enum=enum):
            other = _other_fact(context, scope, clause, enum)
            if other is not None:
                return _same(context, scope, located, other, clause.span)
            values = members(context, scope, clause.values, enum)
            return IsOneOf(path=located.path, values=values, span=clause.span)
        case TextType():
            other = _other_fact(context, scope, clause, None)
            if other is not None:
                return _same(context, scope, located, other, clause.span)
            texts = tuple(value.text for value in clause.values)
            return IsOneOf(path=located.path, values=texts, span=clause.span)
        case BoolType():
            parts = gather(lambda value: _is_truth(context, scope, located, value), clause.values)
            return any_of(parts, clause.span)
        case NumberType() | DateType() | SeriesType():
            parts = gather(lambda value: _equals(measurer, clause, value), clause.values)
            return any_of(parts, clause.span)
        case _:
            raise mismatch(context, scope, located, Want.CHOICE)


def any_of(parts: tuple[Formula, ...], span: Span) -> Formula:
    """One of several conditions; a single one stands for itself."""
    if len(parts) == 1:
        return parts[0]
    return Or(parts=tuple(Part(body=part, span=part.span) for part in parts), span=span)


def steps_of(name: ast.Name) -> tuple[ast.Name, ...]:
    """A name read as the steps of a path: 開設者の種別 has two."""
    return tuple(ast.Name(text=text, span=name.span) for text in name.text.split("の"))


def _as_path(name: ast.Name) -> ast.PathName:
    return ast.PathName(steps=steps_of(name), span=name.span)


def _other_fact(context: Context, scope: Scope, clause: ast.IsClause, enum: str | None) -> Located | None:
    """The right side as a fact, if it is one bare name that is no value of the 区分."""
    if len(clause.values) != 1 or clause.values[0].quoted:
        return None
    value = clause.values[0]
    if enum is not None and value.text in context.signatures.enumerations.get(enum, ()):
        return None
    path = _as_path(value)
    return locate(context, scope, path) if is_fact(context, scope, path.steps) else None


def members(context: Context, scope: Scope, values: tuple[ast.Name, ...], enum: str) -> tuple[str, ...]:
    """Names that must be values of a 区分."""
    known = context.signatures.enumerations[enum]

    def member(value: ast.Name) -> str:
        if value.text not in known:
            raise context.unknown(scope.place, value.text, value.span, Noun.MEMBER, known, enum)
        return value.text

    return gather(member, values)


def _is_truth(context: Context, scope: Scope, located: Located, value: ast.Name) -> Formula:
    """承認があり, 承認がなし, or two 真偽 that are the same."""
    if value.text in TRUTHS:
        holds = Holds(path=located.path, span=value.span)
        return holds if TRUTHS[value.text] else Not(body=holds, span=value.span)
    path = _as_path(value)
    if not is_fact(context, scope, path.steps):
        raise context.unknown(scope.place, value.text, value.span, Noun.MEMBER, TRUTHS, located.words)
    return _same(context, scope, located, locate(context, scope, path), value.span)


def _equals(measurer: Measurer, clause: ast.IsClause, value: ast.Name) -> Formula:
    """A number or a date that equals another fact."""
    left, right = gather(measurer.measure, (clause.path, _as_path(value)))
    lower, upper = measurer.agree(left, right)
    equal = Compare(op=Comparator.EQ, left=lower.expression, right=upper.expression, span=clause.span)
    return _of_run(measurer, equal)


def has(context: Context, scope: Scope, located: Located, span: Span) -> Formula:
    """承認がある, 設備がある, 機能がある."""
    match located.type:
        case BoolType():
            return Holds(path=located.path, span=span)
        case SeriesType(element=BoolType()) if scope.year is not None:
            check_window(context, scope, located, scope.year.window)
            return HoldsIn(path=located.path, index=scope.year.index, span=span)
        case ListType():
            return OverList(
                quantity=Quantity.SOME,
                path=located.path,
                variable=scope.variable(),
                body=Truth(value=True, span=span),
                span=span,
            )
        case EnumSetType():
            one = Number(value=Fraction(1), unit=NO_UNIT)
            return Compare(op=Comparator.GE, left=SetSize(path=located.path), right=one, span=span)
        case _:
            raise mismatch(context, scope, located, Want.EXISTENCE)


def same(measurer: Measurer, clause: ast.SameClause) -> Formula:
    """都道府県が開設者の都道府県と同じである, without its negation."""
    context, scope = measurer.context, measurer.scope
    left, right = gather(lambda path: locate(context, scope, path), (clause.left, clause.right))
    if isinstance(left.type, NumberType | DateType | SeriesType):
        sides = gather(measurer.measure, (clause.left, clause.right))
        lower, upper = measurer.agree(*sides)
        return Compare(op=Comparator.EQ, left=lower.expression, right=upper.expression, span=clause.span)
    return _same(context, scope, left, right, clause.span)


def _same(context: Context, scope: Scope, left: Located, right: Located, span: Span) -> Formula:
    if not isinstance(left.type, EnumType | TextType | BoolType):
        raise mismatch(context, scope, left, Want.CHOICE)
    if left.type != right.type:
        payload = codes.types.DifferentTypes(
            left=left.words,
            left_type=type_words(left.type),
            right=right.words,
            right_type=type_words(right.type),
        )
        raise context.findings.broken(scope.place, payload, right.span)
    return SameValue(left=left.path, right=right.path, span=span)
