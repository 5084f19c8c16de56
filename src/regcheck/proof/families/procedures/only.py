"""What a 事例 of a run says to be the only possibility is one, and there is no other.

Owns: the obligations `only:`, two for each line 「…に限る」 of a 事例.
Refuses to know: the other lines of the 事例 (scenario), which the evaluator alone decides.

Facts that are no single values (一覧, 系列) stay open.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.evaluation.scenario_text import expectation_text
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    Comparator,
    Compare,
    Contains,
    Day,
    Fact,
    Formula,
    Holds,
    IsOneOf,
    Judged,
    Number,
    Path,
)
from regcheck.model.procedures import Procedure, day_of
from regcheck.model.references import paths_in, subexpressions, subformulas
from regcheck.model.specification import Expectation, Scenario, Specification
from regcheck.model.types import EnumSetType, NumberType
from regcheck.proof.asking import SELF
from regcheck.proof.families.procedures.runs import (
    asked_of_runs,
    both,
    denied,
    is_there,
    lawful_run_id,
    obeying,
)
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.obligation import NoCase, Obligation, Refutation, SomeCase
from regcheck.proof.question import Labelled, Question
from regcheck.source.eras import day_text
from regcheck.source.numerals import to_kanji


def only(spec: Specification) -> Iterator[Obligation]:
    """No other: proved iff "the run is lawful, has the facts, and what is said of it does not hold" is unsatisfiable.
    Possible: refuted iff "the run is lawful, has the facts, and what is said of it holds" is. What rests on an event
    says besides that the event happens."""
    for example in spec.scenarios.values():
        if is_own(spec, example.header) and example.record.subject in spec.procedures:
            said = [expectation for expectation in example.expectations if expectation.only]
            for number, expectation in enumerate(said, 1):
                yield from _of_line(spec, example, expectation, number if len(said) > 1 else 0)


def _of_line(
    spec: Specification, example: Scenario, expectation: Expectation, number: int
) -> Iterator[Obligation]:
    procedure, name = spec.procedures[example.record.subject], example.header.name
    words, label = expectation_text(spec, expectation), label_of(example.header)
    key = f"only:{name}" + (f"/{to_kanji(number)}" if number else "")
    holds = _as_said(procedure, expectation.formula)

    def obligation(at: str, ask: NoCase | SomeCase, *presupposes: str) -> Obligation:
        return Obligation(
            id=at,
            family="only",
            term=item_label(example.header),
            provisions=provisions_of(example.header),
            span=expectation.span,
            ask=ask,
            presupposes=(lawful_run_id(procedure), *presupposes),
        )

    yield obligation(
        key,
        NoCase(
            question=_question(spec, example, label, denied(holds)),
            blame=lambda r: _another(procedure, example, expectation, words, r),
        ),
    )
    yield obligation(
        f"{key}/可能",
        SomeCase(
            question=_question(spec, example, label, holds),
            blame=lambda r: codes.procedures.NoRunWithFacts(
                name=name, core=r.besides(label, _facts_label(label))
            ),
        ),
        key,
    )


def _facts_label(label: str) -> str:
    return f"{label}の事実"


def _as_said(procedure: Procedure, formula: Formula) -> Formula:
    """The formula, and that the days are there which it compares."""
    compared = (inner for inner in subformulas(formula) if isinstance(inner, Compare))
    return both(*(is_there(procedure, one.left, one.right) for one in compared), formula)


def _question(spec: Specification, example: Scenario, label: str, said: Formula) -> Question:
    procedure = spec.procedures[example.record.subject]
    facts = both(*_known(spec, example.record, ()))
    return asked_of_runs(
        procedure,
        Labelled(label=_facts_label(label), formula=facts),
        Labelled(label=label, formula=said),
        *obeying(procedure),
    )


def _known(spec: Specification, record: Record, above: tuple[str, ...]) -> Iterator[Formula]:
    """That the record has these facts."""
    for name, value in record.facts.items():
        if isinstance(value, Record):
            yield from _known(spec, value, (*above, name))
        else:
            kind = spec.subjects[record.subject].fields[name].type
            yield from _is_value(spec, Path(steps=(*above, name)), kind, value)
    for name, found in record.judgements.items():
        judged = Judged(discretion=name, path=Path(steps=above) if above else SELF)
        yield judged if found else denied(judged)


def _is_value(spec: Specification, path: Path, kind: object, value: Value) -> Iterator[Formula]:
    match value:
        case bool():
            yield Holds(path=path) if value else denied(Holds(path=path))
        case date():
            yield Compare(op=Comparator.EQ, left=Fact(path=path), right=Day(value=value))
        case Fraction():
            unit = kind.unit if isinstance(kind, NumberType) else ""
            yield Compare(op=Comparator.EQ, left=Fact(path=path), right=Number(value=value, unit=unit))
        case str():
            yield IsOneOf(path=path, values=(value,))
        case frozenset() if isinstance(kind, EnumSetType):
            for member in spec.enumerations[kind.enum].members:
                has = Contains(path=path, value=member)
                yield has if member in value else denied(has)
        case _:
            return


def _another(
    procedure: Procedure, example: Scenario, expectation: Expectation, words: str, refutation: Refutation
) -> Payload:
    """The finding with what else is possible: another day, or that the event does not happen."""
    record = refutation.record
    found = _told(procedure, expectation.formula, record) if record is not None else ()
    told = "、".join(dict.fromkeys(found)) or refutation.case
    return codes.procedures.NotTheOnly(name=example.header.name, expected=words, found=told)


def _told(procedure: Procedure, formula: Formula, record: Record) -> Iterator[str]:
    compared = (inner for inner in subformulas(formula) if isinstance(inner, Compare))
    sides = (side for one in compared for side in (one.left, one.right))
    named = (path.steps[-1] for side in sides for part in subexpressions(side) for path in paths_in(part))
    for fact in named:
        value = record.facts.get(fact)
        event = next((e for e in procedure.events if day_of(e) == fact), None)
        if event is not None and record.facts.get(event) is False:
            yield f"{event}がない"
        elif isinstance(value, date):
            yield f"{fact}が{day_text(value)}である"
