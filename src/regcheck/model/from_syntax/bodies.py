"""The bodies of items: one function per kind.

Owns: 前提, the five predicates, 特例, 段階, 委任, 性質, 事例, 裁量, 法令 as model items.
Refuses to know: 区分表 (tables.py), 事実表 and 確認 (claims.py), the order of building.
"""

from __future__ import annotations

from datetime import date

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.frozen import replace
from regcheck.model.formula import Formula, Path
from regcheck.model.from_syntax.clauses import formula_of, with_exceptions
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Place, both, gather
from regcheck.model.from_syntax.headers import citations, horizon_of
from regcheck.model.from_syntax.scope import Scope, locate, mismatch
from regcheck.model.specification import (
    Assumption,
    Delegation,
    Expectation,
    Expected,
    Header,
    Instrument,
    InstrumentKind,
    Override,
    Predicate,
    PredicateKind,
    Property,
    PropertyKind,
    Scenario,
    Stage,
    StagePlan,
)
from regcheck.model.types import EnumSetType, EnumType
from regcheck.source.numerals import to_kanji
from regcheck.source.span import Span
from regcheck.syntax import ast


def build_instrument(context: Context, place: Place, header: Header, item: ast.InstrumentItem) -> Instrument:
    """法令."""
    return Instrument(
        header=header,
        kind=_instrument_kind(context, place, item.kind, item.span),
        title=item.title,
        abbreviation=item.abbreviation,
        number=item.number,
        basis=citations(context, place, item.basis),
        pending=tuple(name.text for name in item.pending),
        horizon=horizon_of(context, place, item.horizon),
    )


def _instrument_kind(context: Context, place: Place, word: str, span: Span) -> InstrumentKind:
    allowed = tuple(kind.value for kind in InstrumentKind)
    if word not in allowed:
        raise context.findings.broken(place, codes.values.UnknownWord(word=word, allowed=allowed), span)
    return InstrumentKind(word)


def build_assumption(context: Context, scope: Scope, header: Header, item: ast.AssumptionItem) -> Assumption:
    """前提."""
    body = formula_of(context, scope, item.body)
    return Assumption(header=header, subject=item.subject.text, body=body)


def build_predicate(context: Context, scope: Scope, header: Header, item: ast.PredicateItem) -> Predicate:
    """定義, 指定基準, 対象事業, 設備区分, 維持管理区分."""

    def fills(name: ast.Name) -> str:
        subject = context.delegation(scope.place, name)
        _same_subject(context, scope, name, subject)
        return name.text

    filled, body = both(
        lambda: gather(fills, item.fills),
        lambda: with_exceptions(context, scope, item.body, item.exceptions),
    )
    return Predicate(
        header=header,
        kind=PredicateKind(item.keyword),
        subject=item.subject.text,
        body=body,
        fills=filled,
    )


def _same_subject(context: Context, scope: Scope, name: ast.Name, subject: str) -> None:
    if subject != scope.record.subject:
        payload = codes.types.TermOfAnotherSubject(
            term=name.text, subject=subject, record=scope.record.subject
        )
        raise context.findings.broken(scope.place, payload, name.span)


def _terms(context: Context, scope: Scope, names: tuple[ast.Name, ...]) -> tuple[str, ...]:
    """Names of terms on the 対象 of the item."""

    def term(name: ast.Name) -> str:
        _same_subject(context, scope, name, context.term(scope.place, name).subject)
        return name.text

    return gather(term, names)


def build_override(context: Context, scope: Scope, header: Header, item: ast.OverrideItem) -> Override:
    """特例."""
    target = item.target.text

    def other(name: ast.Name) -> str:
        found = context.lookup(scope.place, name, context.signatures.overrides, Noun.OVERRIDE)
        if found != target:
            payload = codes.names.UnrelatedOverride(
                name=header.name, target=target, other=name.text, other_target=found
            )
            raise context.findings.broken(scope.place, payload, name.span)
        return name.text

    def order() -> tuple[str, ...]:
        _terms(context, scope, (item.target,))
        return gather(other, item.prevails_over)

    prevails, condition = both(order, lambda: formula_of(context, scope, item.condition))
    return Override(
        header=header,
        subject=item.subject.text,
        target=target,
        condition=condition,
        outcome=item.outcome,
        prevails_over=prevails,
    )


def build_plan(context: Context, scope: Scope, header: Header, item: ast.StageItem) -> StagePlan:
    """段階."""
    stages, covered = both(
        lambda: gather(lambda line: _stage(context, scope, line), item.stages),
        lambda: _terms(context, scope, item.finally_covers),
    )
    return StagePlan(
        header=header,
        subject=item.subject.text,
        stages=stages,
        growing=item.growing,
        finally_covers=covered,
    )


def _stage(context: Context, scope: Scope, line: ast.StageLine) -> Stage:
    inner = scope.labelled(f"第{to_kanji(line.number)}段階")
    start: date | str
    if isinstance(line.start, ast.Pending):
        start = context.placeholder(inner.place, line.start.name)
    else:
        start = line.start.value
    body = with_exceptions(context, inner, line.body, line.exceptions)
    return Stage(number=line.number, start=start, body=body, span=line.span)


def build_delegation(context: Context, scope: Scope, header: Header, item: ast.DelegationItem) -> Delegation:
    """委任."""
    limit = None if item.limit is None else formula_of(context, scope, item.limit)
    return Delegation(
        header=header,
        subject=item.subject.text,
        kind=_instrument_kind(context, scope.place, item.kind, item.span),
        limit=limit,
    )


def build_property(context: Context, scope: Scope, header: Header, item: ast.PropertyItem) -> Property:
    """性質."""
    kind = PropertyKind(item.kind)
    if kind in (PropertyKind.EXCLUSIVE, PropertyKind.EQUIVALENT) and len(item.members) < 2:
        payload = codes.values.TooFewMembers(property=header.name)
        raise context.findings.broken(scope.place, payload, item.span)
    whole = (item.whole,) if item.whole is not None else ()
    formulas = gather(lambda clause: formula_of(context, scope, clause), (*item.members, *whole))
    return Property(
        header=header,
        kind=kind,
        subject=item.subject.text,
        members=formulas[: len(item.members)],
        whole=formulas[-1] if whole else None,
        listed=_listed(context, scope, item.listed) if item.listed is not None else None,
    )


def _listed(context: Context, scope: Scope, path: ast.PathName) -> Path:
    """The fact whose members are listed: a 区分 or a 区分の集合."""
    located = locate(context, scope, path)
    if not isinstance(located.type, EnumType | EnumSetType):
        raise mismatch(context, scope, located, Want.LISTED)
    return located.path


def build_scenario(context: Context, scope: Scope, header: Header, item: ast.ScenarioItem) -> Scenario:
    """事例."""
    from regcheck.model.from_syntax.records import build_record

    told = replace(scope, in_example=True)

    def expectation(line: ast.ExpectationLine) -> Expectation:
        formula: Formula = formula_of(context, told, line.body)
        if line.only and item.subject.text not in context.signatures.procedures:
            payload = codes.time.OnlyOfRuns(record=item.subject.text)
            raise context.findings.broken(scope.place, payload, line.span)
        expected = Expected(line.expected)
        return Expectation(formula=formula, expected=expected, only=line.only, span=line.span)

    expectations, record = both(
        lambda: gather(expectation, item.expectations),
        lambda: build_record(context, scope, item.subject.text, item.entries),
    )
    return Scenario(header=header, record=record, expectations=expectations)
