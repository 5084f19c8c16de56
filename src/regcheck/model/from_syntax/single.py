"""One clause against a specification that is already built.

Owns: reading a sentence (a printed criterion, a question) with the names of a Specification.
Refuses to know: where the sentence comes from.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.model.formula import Expression, Formula
from regcheck.model.from_syntax.clauses import with_exceptions
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Broken, Findings, Place
from regcheck.model.from_syntax.scope import scope_of
from regcheck.model.from_syntax.signatures import (
    DiscretionSignature,
    PlanSignature,
    ProcedureSignature,
    Signatures,
    TableSignature,
    TermSignature,
)
from regcheck.model.procedures import Procedure, first_day_of, last_day_of
from regcheck.model.specification import DecisionTable, Header, Specification
from regcheck.syntax import ast


class FormulaBuilt(Frozen):
    """The meaning of a clause, or what is wrong with it."""

    formula: Formula | None
    diagnostics: tuple[Diagnostic, ...] = ()


def build_formula(
    specification: Specification,
    subject: str,
    clause: ast.Clause,
    exceptions: tuple[ast.ExceptionClause, ...] = (),
    header: Header | None = None,
) -> FormulaBuilt:
    """The formula that a clause says of a record of a 対象; `header` names it in findings and variables."""
    findings = Findings()
    context = Context(signatures=signatures_of(specification), findings=findings)
    place = Place(header=header or Header(name=subject, keyword=Noun.SUBJECT))
    try:
        formula = with_exceptions(context, scope_of(place, subject), clause, exceptions)
    except Broken:
        return FormulaBuilt(formula=None, diagnostics=tuple(findings.found))
    return FormulaBuilt(formula=formula, diagnostics=tuple(findings.found))


def signatures_of(specification: Specification) -> Signatures:
    """What the items of a built specification promise."""
    spec = specification
    return Signatures(
        placeholders=frozenset(spec.placeholders),
        enumerations={n: e.members for n, e in spec.enumerations.items()},
        subjects={n: s.fields for n, s in spec.subjects.items()},
        terms={
            n: TermSignature(kind=Noun(p.kind.value), subject=p.subject) for n, p in spec.predicates.items()
        },
        plans={n: PlanSignature(subject=p.subject, stages=len(p.stages)) for n, p in spec.plans.items()},
        tables={n: TableSignature(subject=t.subject, outputs=_outputs(t)) for n, t in spec.tables.items()},
        discretions={
            n: DiscretionSignature(subject=d.subject, authority=d.authority)
            for n, d in spec.discretions.items()
        },
        delegations={n: d.subject for n, d in spec.delegations.items()},
        overrides={n: o.target for n, o in spec.overrides.items()},
        fact_tables={n: t.subject for n, t in spec.fact_tables.items()},
        procedures={n: _run(procedure) for n, procedure in spec.procedures.items()},
        kinds={n: (Noun(p.kind.value),) for n, p in spec.predicates.items()},
    )


def _run(procedure: Procedure) -> ProcedureSignature:
    days: dict[str, Expression | None] = {name: limit.day for name, limit in procedure.limits.items()}
    for name, period in procedure.periods.items():
        days |= {first_day_of(name): period.first, last_day_of(name): period.last_in_force}
    return ProcedureSignature(
        subject=procedure.subject,
        horizon=procedure.horizon,
        actors={name: event.actor for name, event in procedure.events.items()},
        days=days,
        periods=tuple(procedure.periods),
        rules=tuple(procedure.rules),
    )


def _outputs(table: DecisionTable) -> Mapping[str, tuple[str, ...]]:
    return {
        output: tuple(dict.fromkeys(row.outputs[at] for row in table.rows))
        for at, output in enumerate(table.outputs)
    }
