"""Clauses and expressions as one sentence each.

Owns: the sentence of every clause and expression, and where it needs parentheses to be read back as itself.
Refuses to know: layout; the items of a list (found by list_below, printed by the layout).

A place takes what binds tightly enough for it; whatever binds more loosely is put in parentheses.
"""

from __future__ import annotations

from enum import IntEnum
from typing import assert_never

from regcheck.source.numerals import to_kanji
from regcheck.syntax import ast
from regcheck.syntax.printer import words
from regcheck.syntax.printer.words import Form


class Binding(IntEnum):
    """How tightly a clause is bound, the tightest first; the names are those of dsl/sentences.lark."""

    SINGLE = 0
    SIMPLE = 1
    PLAIN = 2
    CHAIN = 3
    STATEMENT = 4


class Role(IntEnum):
    """What an expression is to its sentence; each role takes the forms of those below it in parentheses only."""

    PART = 0
    ATOM = 1
    VALUE = 2
    ASKED = 3


def sentence(clause: ast.Clause, form: Form, place: Binding = Binding.STATEMENT) -> str:
    """A clause with its ending, in parentheses if the place needs a tighter one."""
    if binding(clause) > place:
        inner = sentence(clause, Form.PLAIN)
        return f"（{inner}）" + ("" if form is Form.LINK else words.BE.ending(form, False))
    match clause:
        case ast.ImpliesClause():
            premise = sentence(clause.premise, Form.PLAIN, Binding.CHAIN)
            return f"{premise}ならば、{sentence(clause.conclusion, form, Binding.CHAIN)}"
        case ast.ConnectiveClause():
            return _connective(clause, form)
        case ast.ListClause():
            return _list_head(clause, form)
        case ast.QuantifiedClause():
            return _quantified(clause, form)
        case ast.SeriesClause():
            heading = f"{clause.window.text}の{clause.quantity.value}において、"
            return heading + sentence(clause.body, form, Binding.PLAIN)
        case _:
            return _single(clause, form)


def binding(clause: ast.Clause) -> Binding:
    """How tightly the printed form of a clause binds."""
    match clause:
        case ast.ImpliesClause():
            return Binding.STATEMENT
        case ast.ListClause(lead=lead):
            return Binding.SINGLE if lead is None else Binding.CHAIN
        case ast.ConnectiveClause() | ast.SeriesClause():
            return Binding.PLAIN
        case ast.QuantifiedClause(body=body):
            return Binding.SIMPLE if binding(body) <= Binding.SIMPLE else Binding.PLAIN
        case _:
            return Binding.SINGLE


def _is_open(clause: ast.Clause) -> bool:
    """Whether the printed form takes everything up to the end of the sentence."""
    if isinstance(clause, ast.QuantifiedClause):
        return binding(clause) is Binding.PLAIN
    return isinstance(clause, ast.SeriesClause)


# ------------------------------------------------------------ connectives and quantifiers

_BEFORE = {"かつ": "、かつ、"}
_INNER = {"又は": ("若しくは",), "並びに": ("及び",), "かつ": ("並びに", "及び")}


def _connective(clause: ast.ConnectiveClause, form: Form) -> str:
    *before, last = clause.parts
    joiner = _BEFORE.get(clause.word, f"、{clause.word}")
    linked = [_operand(clause, part, Form.LINK) for part in before]
    return joiner.join((*linked, _last(clause, last, form)))


def _operand(clause: ast.ConnectiveClause, part: ast.Clause, form: Form) -> str:
    inner = isinstance(part, ast.ConnectiveClause) and part.word in _INNER.get(clause.word, ())
    if inner and not _is_open(_last_of(part)):
        return sentence(part, form)
    return sentence(part, form, Binding.SIMPLE)


def _last(clause: ast.ConnectiveClause, part: ast.Clause, form: Form) -> str:
    inner = isinstance(part, ast.ConnectiveClause) and part.word in _INNER.get(clause.word, ())
    return sentence(part, form) if inner or _is_open(part) else sentence(part, form, Binding.SIMPLE)


def _last_of(clause: ast.Clause) -> ast.Clause:
    return _last_of(clause.parts[-1]) if isinstance(clause, ast.ConnectiveClause) else clause


def _quantified(clause: ast.QuantifiedClause, form: Form) -> str:
    some = clause.quantity is ast.QuantityWord.SOME
    who = f"{words.path(clause.path)}のいずれか" if some else f"全ての{words.path(clause.path)}"
    if binding(clause) is Binding.SIMPLE:
        return f"{who}が{sentence(clause.body, form, Binding.SIMPLE)}"
    return f"{who}について、{sentence(clause.body, form, Binding.PLAIN)}"


# ------------------------------------------------------------ heads of lists


def _list_head(clause: ast.ListClause, form: Form) -> str:
    heading = clause.heading or "次"
    negated = clause.mode is ast.ListMode.NONE
    match clause.mode:
        case ast.ListMode.ALL | ast.ListMode.NONE:
            which = "いずれにも該当"
        case ast.ListMode.ANY:
            which = "いずれかに該当"
        case ast.ListMode.AT_LEAST:
            which = f"うち{to_kanji(clause.count)}以上に該当"
        case _:
            assert_never(clause.mode)
    ending = words.BELONG.ending(form, negated).removeprefix("に該当")
    return f"{_lead(clause.lead)}{heading}の{which}{ending}"


def _lead(lead: ast.Clause | None) -> str:
    if lead is None:
        return ""
    if isinstance(lead, ast.BelongsClause) and is_plain_term(lead):
        return words.terms(lead.terms, lead.joiner) + "であって、"
    told = sentence(lead, Form.PLAIN, Binding.SIMPLE)
    return (told if told.endswith("である") else told + "ものである").removesuffix("る") + "って、"


def is_plain_term(clause: ast.BelongsClause) -> bool:
    """Whether the clause is no more than the name of one term."""
    return clause.path is None and len(clause.terms) == 1 and not clause.negated


# ------------------------------------------------------------ single clauses


def _single(clause: ast.Clause, form: Form) -> str:
    match clause:
        case ast.CompareClause():
            return _compare(clause, form)
        case ast.IsClause():
            values = words.names(clause.values, ast.Joiner.OR)
            return f"{words.path(clause.path)}が{values}{words.BE.ending(form, clause.negated)}"
        case ast.OutcomeClause():
            asked = f"{words.name(clause.table)}の{words.name(clause.output)}"
            return f"{asked}が{words.name(clause.value)}{words.BE.ending(form, clause.negated)}"
        case ast.SameClause():
            both = f"{words.path(clause.left)}が{words.path(clause.right)}と同じ"
            return both + words.BE.ending(form, clause.negated)
        case ast.HasClause():
            return words.path(clause.path) + _happens(clause).ending(form, clause.negated)
        case _:
            return _relation(clause, form)


def _relation(clause: ast.Clause, form: Form) -> str:
    match clause:
        case ast.BelongsClause():
            asked = f"{words.path(clause.path)}が" if clause.path else ""
            terms = words.terms(clause.terms, clause.joiner)
            return asked + terms + words.BELONG.ending(form, clause.negated)
        case ast.PossessClause():
            return _possessed(clause) + words.POSSESS.ending(form, clause.negated)
        case ast.ContainsClause():
            values = words.names(clause.values, clause.joiner)
            return f"{words.path(clause.path)}に{values}{words.CONTAIN.ending(form, clause.negated)}"
        case ast.JudgedClause():
            about = f"{words.path(clause.path)}について" if clause.path else ""
            judged = f"{about}{words.name(clause.authority)}が{words.name(clause.discretion)}"
            return judged + words.JUDGE.ending(form, clause.negated)
        case ast.UntilClause():
            event = words.path(clause.event) + _happens(clause).ending(form, clause.negated)
            return f"{by_day(clause.limit)}{event}"
        case ast.BreachClause():
            return words.name(clause.rule) + words.BREACH.ending(form, clause.negated)
        case ast.LawfulClause():
            return "適法" + words.BE.ending(form, clause.negated)
        case _:
            raise TypeError(clause)


def _happens(clause: ast.HasClause | ast.UntilClause) -> words.Verb:
    return words.THERE_WAS if clause.past else words.THERE_IS


def by_day(limit: ast.Expr) -> str:
    """回答期限までに, 受理の日から起算して十日以内に."""
    return day(limit) + ("までに" if is_one_day(limit) else "に")


def _possessed(clause: ast.PossessClause) -> str:
    if not clause.values:
        return thing(clause.path, clause.where)
    of = "のいずれかの" if clause.joiner is ast.Joiner.OR else "の全ての"
    return words.names(clause.values, clause.joiner) + of + words.path(clause.path)


def _compare(clause: ast.CompareClause, form: Form) -> str:
    first, *second = clause.bounds
    told = (
        f"{expression(clause.left, Role.ASKED)}が{expression(first.value, Role.VALUE)}{words.limit(first.op)}"
    )
    for bound in second:
        told += literal(bound.value) + words.limit(bound.op)
    if clause.bounds[-1].op is ast.CompareWord.GT:
        return told.removesuffix("を超え") + words.EXCEED.ending(form, clause.negated)
    return told + words.BE.ending(form, clause.negated)


# ------------------------------------------------------------ things and expressions


def thing(path: ast.PathName, where: ast.Clause | None, element: str = "") -> str:
    """出力が五十万kW以上の設備, 設備であって、…もの; `element` is the fact of it that is asked for."""
    if where is None:
        return words.path(path) + element
    if binding(where) is Binding.SINGLE:
        return f"{_attribute(where)}{words.path(path)}{element}"
    return f"{words.path(path)}であって、{sentence(where, Form.PLAIN, Binding.PLAIN)}もの{element}"


def _attribute(where: ast.Clause) -> str:
    """A clause before a noun: 以上の, である, がある, に該当する."""
    told = sentence(where, Form.PLAIN, Binding.SINGLE)
    is_limit = isinstance(where, ast.CompareClause) and where.bounds[-1].op is not ast.CompareWord.EQ
    if is_limit and told.endswith("である"):
        return told.removesuffix("である") + "の"
    return told


def expression(expr: ast.Expr, role: Role) -> str:
    """An expression, in parentheses if its role needs a tighter one."""
    told = _bare(expr)
    return told if _role(expr) <= role else f"（{told}）"


def literal(expr: ast.Expr) -> str:
    """An expression where only numbers and dates go without parentheses."""
    told = _bare(expr)
    return told if isinstance(expr, ast.NumberLiteral | ast.DateLiteral) else f"（{told}）"


def _role(expr: ast.Expr) -> Role:
    match expr:
        case ast.PathName() | ast.NumberLiteral():
            return Role.PART
        case ast.DateLiteral() | ast.SeriesExpr() | ast.EventDayExpr() | ast.PeriodExpr():
            return Role.ATOM
        case ast.CountExpr(where=where) | ast.ListSumExpr(where=where):
            return Role.ATOM if where is None else Role.ASKED
        case ast.SumExpr() | ast.DifferenceExpr() | ast.ProductExpr() | ast.RoundedExpr():
            return Role.VALUE
        case _:
            assert_never(expr)


def _bare(expr: ast.Expr) -> str:
    match expr:
        case ast.PathName():
            return words.path(expr)
        case ast.NumberLiteral() | ast.DateLiteral():
            return expr.text
        case ast.SeriesExpr():
            window = f"{expr.window.text}の" if expr.window else ""
            return f"{window}{words.path(expr.path)}の{expr.function.value}"
        case ast.CountExpr():
            return thing(expr.path, expr.where) + "の数"
        case ast.ListSumExpr():
            return _list_sum(expr)
        case ast.RoundedExpr():
            return _rounded(expr)
        case ast.EventDayExpr():
            done_to = f"{words.path(expr.object)}を" if expr.object else ""
            return f"{done_to}{words.path(expr.event)}{expr.anchor}"
        case ast.PeriodExpr():
            return _period(expr)
        case _:
            return _arithmetic(expr)


def day(expr: ast.Expr) -> str:
    """An expression for a day."""
    return expression(expr, Role.ATOM)


def is_one_day(expr: ast.Expr) -> bool:
    """A day by its name or its end; not …以内 and …間, which are said of the days up to it."""
    return not isinstance(expr, ast.PeriodExpr) or expr.words.endswith(("日", "前"))


def _period(expr: ast.PeriodExpr) -> str:
    particle = "の" if expr.period.backward else "から"
    moves = "（閉庁日繰下げ）" if expr.period.moves else ""
    return f"{day(expr.start)}{particle}{expr.words}{moves}"


def _list_sum(expr: ast.ListSumExpr) -> str:
    if expr.where is None or binding(expr.where) is Binding.SINGLE:
        return f"{thing(expr.path, expr.where)}の{expr.function.value}"
    *owner, element = expr.path.steps
    held = ast.PathName(steps=tuple(owner))
    return f"{thing(held, expr.where, f'の{words.name(element)}')}の{expr.function.value}"


def _rounded(expr: ast.RoundedExpr) -> str:
    nested = isinstance(expr.value, ast.RoundedExpr)
    value = expression(expr.value, Role.ATOM if nested else Role.VALUE)
    return value + words.rounding(expr.places, expr.mode)


def _arithmetic(expr: ast.SumExpr | ast.DifferenceExpr | ast.ProductExpr) -> str:
    match expr:
        case ast.SumExpr():
            return "と".join(expression(part, Role.PART) for part in expr.parts) + "の合計"
        case ast.DifferenceExpr():
            left, right = expression(expr.left, Role.ATOM), expression(expr.right, Role.ATOM)
            return f"{left}から{right}を控除した数"
        case ast.ProductExpr(left=ast.PathName() as path, right=ast.NumberLiteral(unit="") as factor) if (
            _is_plain_number(factor.text)
        ):
            return f"{words.path(path)}の{factor.text}倍"
        case ast.ProductExpr():
            left, right = expression(expr.left, Role.ATOM), expression(expr.right, Role.ATOM)
            return f"{left}に{right}を乗じた数"
        case _:
            assert_never(expr)


def _is_plain_number(text: str) -> bool:
    """Neither a ratio nor a percentage."""
    return not any(sign in text for sign in ("%", "％", "分の", "/", "／", "パーセント"))
