"""Clauses: every condition that can be written, resolved and typed.

Owns: ast.Clause → Formula, lists with their labels, quantifiers, negation, exceptions.
Refuses to know: expressions, terms and comparisons of values (their own modules).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, assert_never

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.wants import Want
from regcheck.model.formula import (
    And,
    AtLeast,
    Contains,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OverList,
    OverSeries,
    Part,
    Quantity,
)
from regcheck.model.from_syntax.comparisons import any_of, compare, has, is_one_of, members, same, steps_of
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.expressions import Measurer
from regcheck.model.from_syntax.findings import both, gather
from regcheck.model.from_syntax.scope import Located, Scope, is_fact, locate, mismatch
from regcheck.model.from_syntax.terms import belongs, judged, outcome
from regcheck.model.references import series_indices
from regcheck.model.types import BoolType, EnumSetType, ListType
from regcheck.syntax import ast

Meant = Callable[[Context, Scope, Any], Formula]
"""The meaning of a kind of clause, without its negation."""

_QUANTITIES = {ast.QuantityWord.SOME: Quantity.SOME, ast.QuantityWord.ALL: Quantity.ALL}


def formula_of(context: Context, scope: Scope, clause: ast.Clause) -> Formula:
    """The meaning of a clause; what is wrong with it is reported, all of it, and breaks off."""
    formula = _affirmed(context, scope, clause)
    negated = getattr(clause, "negated", False)
    return Not(body=formula, span=clause.span) if negated else formula


def _affirmed(context: Context, scope: Scope, clause: ast.Clause) -> Formula:
    return _MEANT[type(clause)](context, scope, clause)


def _of_run(
    context: Context, scope: Scope, clause: ast.UntilClause | ast.BreachClause | ast.LawfulClause
) -> Formula:
    from regcheck.model.from_syntax.lawfulness import breaches, happened_by, lawful  # few sentences ask this

    match clause:
        case ast.UntilClause():
            return happened_by(Measurer(context=context, scope=scope, conditions=formula_of), clause)
        case ast.BreachClause():
            return breaches(context, scope, clause)
        case ast.LawfulClause():
            return lawful(context, scope, clause)
        case _:
            assert_never(clause)


def _measured(meant: Callable[[Measurer, Any], Formula]) -> Meant:
    """Of a clause that compares values: `meant` is handed what measures them."""

    def formula(context: Context, scope: Scope, clause: ast.Clause) -> Formula:
        return meant(Measurer(context=context, scope=scope, conditions=formula_of), clause)

    return formula


def _has(context: Context, scope: Scope, clause: ast.HasClause) -> Formula:
    return has(context, scope, locate(context, scope, clause.path), clause.span)


def _is(measurer: Measurer, clause: ast.IsClause) -> Formula:
    """「区分表」の結果がAである has the form of a fact that is A; the name that comes first decides."""
    context, scope, steps = measurer.context, measurer.scope, clause.path.steps
    is_table = steps[0].text in context.signatures.tables and len(steps) > 1
    if not is_table or is_fact(context, scope, steps):
        return is_one_of(measurer, clause)
    output = ast.Name(text="の".join(step.text for step in steps[1:]), span=steps[1].span)
    asked = [
        ast.OutcomeClause(table=steps[0], output=output, value=value, span=clause.span)
        for value in clause.values
    ]
    return any_of(gather(lambda each: outcome(context, scope, each), asked), clause.span)


def _outcome(measurer: Measurer, clause: ast.OutcomeClause) -> Formula:
    """「開設者」の種別が国である has the form of an outcome when its first name is in 「」."""
    context, scope = measurer.context, measurer.scope
    steps = (clause.table, *steps_of(clause.output))
    if clause.table.text in context.signatures.tables or not is_fact(context, scope, steps):
        return outcome(context, scope, clause)
    path = ast.PathName(steps=steps, span=clause.table.span.to(clause.output.span))
    return is_one_of(measurer, ast.IsClause(path=path, values=(clause.value,), span=clause.span))


def _connective(context: Context, scope: Scope, clause: ast.ConnectiveClause) -> Formula:
    bodies = _formulas(context, scope, clause.parts)
    parts = tuple([Part(body=b, span=p.span) for b, p in zip(bodies, clause.parts, strict=True)])
    connective = Or if clause.joiner is ast.Joiner.OR else And
    return connective(parts=parts, span=clause.span)


def _implies(context: Context, scope: Scope, clause: ast.ImpliesClause) -> Formula:
    premise, conclusion = _formulas(context, scope, (clause.premise, clause.conclusion))
    return Implies(premise=premise, conclusion=conclusion, span=clause.span)


def _formulas(context: Context, scope: Scope, clauses: Iterable[ast.Clause]) -> tuple[Formula, ...]:
    return gather(lambda clause: formula_of(context, scope, clause), clauses)


def _list(context: Context, scope: Scope, clause: ast.ListClause) -> Formula:
    """次の各号の…, after its 柱書 if it has one."""
    lead = clause.lead
    if lead is None:
        return _items(context, scope, clause)
    first, second = both(lambda: formula_of(context, scope, lead), lambda: _items(context, scope, clause))
    return And(
        parts=(Part(body=first, span=lead.span), Part(body=second, span=clause.span)), span=clause.span
    )


def _items(context: Context, scope: Scope, clause: ast.ListClause) -> Formula:
    parts = gather(lambda item: list_item(context, scope, item), clause.items)
    match clause.mode:
        case ast.ListMode.ALL:
            return And(parts=parts, span=clause.span)
        case ast.ListMode.ANY:
            return Or(parts=parts, span=clause.span)
        case ast.ListMode.NONE:
            return Not(body=Or(parts=parts, span=clause.span), span=clause.span)
        case ast.ListMode.AT_LEAST:
            return AtLeast(count=clause.count, parts=parts, span=clause.span)
        case _:
            assert_never(clause.mode)


def list_item(context: Context, scope: Scope, item: ast.ListItem) -> Part:
    """One 号 with its own ただし."""
    inner = scope.labelled(item.label)
    body = with_exceptions(context, inner, item.body, item.exceptions)
    return Part(body=body, label=item.label, span=item.span)


def with_exceptions(
    context: Context, scope: Scope, body: ast.Clause, exceptions: tuple[ast.ExceptionClause, ...]
) -> Formula:
    """A body and the ただし、…を除く that follow it."""
    if not exceptions:
        return formula_of(context, scope, body)
    main, *others = _formulas(context, scope, (body, *(each.body for each in exceptions)))
    parts = tuple(Part(body=b, span=e.span) for b, e in zip(others, exceptions, strict=True))
    return Except(body=main, exceptions=parts, span=body.span)


def _possess(context: Context, scope: Scope, clause: ast.PossessClause) -> Formula:
    """…の設備を有する, A又はBの機能を有する, 承認を有する."""
    located = locate(context, scope, clause.path)
    match located.type:
        case ListType(subject=subject) if not clause.values:
            if clause.where is None:
                return has(context, scope, located, clause.span)
            body = formula_of(context, scope.of_element(subject), clause.where)
            return OverList(
                quantity=Quantity.SOME,
                path=located.path,
                variable=scope.variable(),
                body=body,
                span=clause.span,
            )
        case EnumSetType() if clause.values:
            return _all_or_any_in(context, scope, located, clause)
        case EnumSetType() | BoolType() if clause.where is None and not clause.values:
            return has(context, scope, located, clause.span)
        case _:
            raise mismatch(context, scope, located, Want.SET if clause.values else Want.LIST)


def _contains(context: Context, scope: Scope, clause: ast.ContainsClause) -> Formula:
    return _all_or_any_in(context, scope, locate(context, scope, clause.path), clause)


def _all_or_any_in(
    context: Context, scope: Scope, located: Located, clause: ast.PossessClause | ast.ContainsClause
) -> Formula:
    if not isinstance(located.type, EnumSetType):
        raise mismatch(context, scope, located, Want.SET)
    values = members(context, scope, clause.values, located.type.enum)
    parts = tuple(
        Part(body=Contains(path=located.path, value=value, span=name.span), span=name.span)
        for value, name in zip(values, clause.values, strict=True)
    )
    if len(parts) == 1:
        return Contains(path=located.path, value=values[0], span=clause.span)
    connective = Or if clause.joiner is ast.Joiner.OR else And
    return connective(parts=parts, span=clause.span)


def _quantified(context: Context, scope: Scope, clause: ast.QuantifiedClause | ast.SeriesClause) -> Formula:
    quantity = _QUANTITIES[clause.quantity]
    if isinstance(clause, ast.SeriesClause):
        return _over_series(context, scope, clause, quantity)
    located = locate(context, scope, clause.path)
    if not isinstance(located.type, ListType):
        raise mismatch(context, scope, located, Want.LIST)
    body = formula_of(context, scope.of_element(located.type.subject), clause.body)
    return OverList(
        quantity=quantity, path=located.path, variable=scope.variable(), body=body, span=clause.span
    )


def _over_series(context: Context, scope: Scope, clause: ast.SeriesClause, quantity: Quantity) -> Formula:
    """One and the same year for every 系列 inside."""
    window = clause.window
    body = formula_of(context, scope.in_year(window), clause.body)
    index = scope.variable()
    if index not in series_indices(body):
        raise context.findings.broken(
            scope.place, codes.types.NoSeriesInside(window=window.text), window.span
        )
    return OverSeries(
        quantity=quantity,
        window=window.text,
        length=window.length,
        index=index,
        body=body,
        span=clause.span,
    )


_MEANT: Mapping[type, Meant] = MappingProxyType(
    {
        ast.CompareClause: _measured(compare),
        ast.IsClause: _measured(_is),
        ast.SameClause: _measured(same),
        ast.OutcomeClause: _measured(_outcome),
        ast.ListClause: _list,
        ast.ConnectiveClause: _connective,
        ast.ImpliesClause: _implies,
        ast.BelongsClause: belongs,
        ast.JudgedClause: judged,
        ast.HasClause: _has,
        ast.PossessClause: _possess,
        ast.ContainsClause: _contains,
        **dict.fromkeys((ast.UntilClause, ast.BreachClause, ast.LawfulClause), _of_run),
        **dict.fromkeys((ast.QuantifiedClause, ast.SeriesClause), _quantified),
    }
)
"""What is meant by each kind of clause."""
