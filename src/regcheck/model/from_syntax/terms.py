"""Conditions that name another item: 該当する, a stage, an outcome of a 区分表, a 裁量.

Owns: which record such a condition is asked of.
Refuses to know: conditions on facts.
"""

from __future__ import annotations

import re

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.model.formula import And, Applies, Formula, Judged, Or, OutcomeIs, Part, Path, StageApplies
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Broken, gather
from regcheck.model.from_syntax.scope import Scope, locate, mismatch
from regcheck.model.types import ListType, ReferenceType
from regcheck.source.span import Span
from regcheck.syntax import ast

_STAGE = "第.+段階"


def belongs(context: Context, scope: Scope, clause: ast.BelongsClause) -> Formula:
    """A、B又はCに該当する, without its negation."""
    refs = _with_plans(context, scope, clause)
    parts = gather(lambda ref: _term(context, scope, clause, ref), refs)
    if len(parts) == 1:
        return parts[0]
    joined = tuple(Part(body=part, span=ref.span) for part, ref in zip(parts, refs, strict=True))
    connective = Or if clause.joiner is ast.Joiner.OR else And
    return connective(parts=joined, span=clause.span)


def _with_plans(context: Context, scope: Scope, clause: ast.BelongsClause) -> tuple[ast.TermRef, ...]:
    """Stages named alone get their plan: the one named before them, or the only one there is."""
    named: list[ast.TermRef] = []
    plan: ast.Name | None = None
    for ref in clause.terms:
        if ref.stage is None:
            named.append(ref)
            continue
        if not _is_bare(context, ref):
            plan = ref.name
        elif plan is None:
            plan = _only_plan(context, scope, clause, ref)
        named.append(ast.TermRef(name=plan, stage=ref.stage, span=ref.span))
    return tuple(named)


def _is_bare(context: Context, ref: ast.TermRef) -> bool:
    name = ref.name.text
    if name in context.signatures.plans:
        return False
    return not name or (not ref.name.quoted and re.fullmatch(_STAGE, name) is not None)


def _only_plan(context: Context, scope: Scope, clause: ast.BelongsClause, ref: ast.TermRef) -> ast.Name:
    subjects = {frame.subject for frame in scope.frames}
    if clause.path is not None:
        located = locate(context, scope, clause.path)
        subjects = {located.type.subject} if isinstance(located.type, ReferenceType) else set()
    plans = tuple(n for n, plan in context.signatures.plans.items() if plan.subject in subjects)
    if len(plans) != 1:
        payload = codes.names.StageOfWhichPlan(stage=ref.stage or 0, plans=plans)
        raise context.findings.broken(scope.place, payload, ref.span)
    return ast.Name(text=plans[0], span=ref.span)


def _term(context: Context, scope: Scope, clause: ast.BelongsClause, ref: ast.TermRef) -> Formula:
    name = ref.name.text
    if ref.stage is not None:
        plan = context.plan(scope.place, ref.name)
        if not 1 <= ref.stage <= plan.stages:
            raise _no_stage(context, scope, ref, plan.stages)
        path = record_path(context, scope, clause.path, name, plan.subject, ref.span)
        return StageApplies(plan=name, number=ref.stage, path=path, span=clause.span)
    if name in context.signatures.plans and name not in context.signatures.terms:
        raise _no_stage(context, scope, ref, context.signatures.plans[name].stages)
    term = context.term(scope.place, ref.name)
    path = record_path(context, scope, clause.path, name, term.subject, ref.span)
    return Applies(term=name, path=path, span=clause.span)


def _no_stage(context: Context, scope: Scope, ref: ast.TermRef, count: int) -> Broken:
    payload = codes.names.NoSuchStage(plan=ref.name.text, number=ref.stage or 0, count=count)
    return context.findings.broken(scope.place, payload, ref.span)


def record_path(
    context: Context, scope: Scope, path: ast.PathName | None, name: str, subject: str, span: Span
) -> Path:
    """The record that an item on a 対象 is asked of: the one at the path, or the nearest that fits."""
    if path is None:
        for frame in scope.frames:
            if subject in (frame.subject, _of_run(context, frame.subject)):
                return Path(root=frame.root)
        payload = codes.types.TermOfAnotherSubject(term=name, subject=subject, record=scope.record.subject)
        raise context.findings.broken(scope.place, payload, span)
    located = locate(context, scope, path)
    if isinstance(located.type, ListType):
        needs = codes.types.ListNeedsQuantifier(path=located.words, subject=located.type.subject)
        raise context.findings.broken(scope.place, needs, located.span)
    if not isinstance(located.type, ReferenceType):
        raise mismatch(context, scope, located, Want.RECORD)
    if located.type.subject != subject:
        payload = codes.types.TermOfAnotherSubject(term=name, subject=subject, record=located.type.subject)
        raise context.findings.broken(scope.place, payload, span)
    return located.path


def _of_run(context: Context, subject: str) -> str:
    """The 対象 that a 手続 is about: its runs have all its facts, and can be asked whatever it can."""
    run = context.signatures.procedures.get(subject)
    return run.subject if run is not None and run.subject else subject


def judged(context: Context, scope: Scope, clause: ast.JudgedClause) -> Formula:
    """主務大臣が「A」と認める, without its negation."""
    found = context.discretion(scope.place, clause.discretion)
    name = clause.discretion.text
    check_authority(context, scope, clause.authority, name, found.authority)
    path = record_path(context, scope, clause.path, name, found.subject, clause.discretion.span)
    return Judged(discretion=name, path=path, span=clause.span)


def check_authority(context: Context, scope: Scope, written: ast.Name, discretion: str, wanted: str) -> None:
    """A 裁量 is exercised by the authority that has it."""
    if written.text != wanted:
        payload = codes.names.WrongAuthority(discretion=discretion, found=written.text, wanted=wanted)
        raise context.findings.broken(scope.place, payload, written.span)


def outcome(context: Context, scope: Scope, clause: ast.OutcomeClause) -> Formula:
    """「届出の要否」の手続が変更の案である, without its negation."""
    table = context.table(scope.place, clause.table)
    name, output = clause.table.text, clause.output.text
    values = table.outputs.get(output)
    if values is None:
        raise context.unknown(scope.place, output, clause.output.span, Noun.OUTPUT, table.outputs, name)
    if clause.value.text not in values:
        value = clause.value
        raise context.unknown(scope.place, value.text, value.span, Noun.OUTCOME, values, name)
    path = record_path(context, scope, None, name, table.subject, clause.table.span)
    return OutcomeIs(table=name, output=output, value=clause.value.text, path=path, span=clause.span)
