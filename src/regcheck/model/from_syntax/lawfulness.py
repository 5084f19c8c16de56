"""Conditions that only a run of a 手続 can be asked: 違反する, 適法である, …までに…がない.

Owns: which run such a condition is asked of.
Refuses to know: when a run is lawful.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.model.formula import And, Breaches, Comparator, Compare, Formula, Holds, Lawful, Part, Path
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.days import day_at
from regcheck.model.from_syntax.expressions import Measurer
from regcheck.model.from_syntax.findings import both
from regcheck.model.from_syntax.scope import Frame, Scope, locate, mismatch
from regcheck.model.from_syntax.words import path_words
from regcheck.model.types import BoolType
from regcheck.source.span import Span
from regcheck.syntax import ast


def happened_by(measurer: Measurer, clause: ast.UntilClause) -> Formula:
    """回答期限までに応諾の通知がある: it has happened, and not later than that. Without its negation."""
    limit, (event, day) = both(
        lambda: day_at(measurer, clause.limit),
        lambda: (_event(measurer, clause.event), day_at(measurer, clause.event)),
    )
    in_time = Compare(op=Comparator.LE, left=day.expression, right=limit.expression, span=clause.span)
    return And(
        parts=(Part(body=event, span=clause.span), Part(body=in_time, span=clause.span)), span=clause.span
    )


def _event(measurer: Measurer, path: ast.PathName) -> Formula:
    located = locate(measurer.context, measurer.scope, path)
    if not isinstance(located.type, BoolType):
        raise mismatch(measurer.context, measurer.scope, located, Want.EVENT)
    run = measurer.context.signatures.procedures.get(measurer.scope.frames[-1].subject)
    if run is None or path_words(path) not in run.actors:
        raise mismatch(measurer.context, measurer.scope, located, Want.EVENT)
    return Holds(path=located.path, span=path.span)


def breaches(context: Context, scope: Scope, clause: ast.BreachClause) -> Formula:
    """「導入の禁止」に違反する, without its negation."""
    name = clause.rule
    frame = _run(context, scope, f"「{name.text}」に違反する", clause.span)
    rules = context.signatures.procedures[frame.subject].rules
    if name.text not in rules:
        raise context.unknown(scope.place, name.text, name.span, Noun.RULE, rules, frame.subject)
    return Breaches(procedure=frame.subject, rule=name.text, path=Path(root=frame.root), span=clause.span)


def lawful(context: Context, scope: Scope, clause: ast.LawfulClause) -> Formula:
    """適法である, without its negation."""
    frame = _run(context, scope, "適法である", clause.span)
    return Lawful(procedure=frame.subject, path=Path(root=frame.root), span=clause.span)


def _run(context: Context, scope: Scope, what: str, span: Span) -> Frame:
    """The run in scope."""
    for frame in scope.frames:
        if frame.subject in context.signatures.procedures:
            return frame
    payload = codes.time.NeedsRun(what=what, record=scope.frames[-1].subject)
    raise context.findings.broken(scope.place, payload, span)
