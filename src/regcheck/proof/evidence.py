"""A case in words: its facts, what comes out of them, and the case as a 事例.

Owns: turning a record into Evidence and into the opening of a headline.
Refuses to know: how the case was found or shrunk, the form of a 事例 (evaluation/scenario_text.py has it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from regcheck.diagnostics.diagnostic import Evidence
from regcheck.evaluation.describe import address_text, value_text
from regcheck.evaluation.kleene import Kleene
from regcheck.evaluation.scenario_text import scenario_text
from regcheck.evaluation.sentences import formula_text
from regcheck.evaluation.trace import Address
from regcheck.model.case import Record
from regcheck.model.formula import Applies, OutcomeIs, StageApplies
from regcheck.model.specification import Expectation, Expected, Specification
from regcheck.model.types import ListType
from regcheck.proof.asking import SELF, formula_name
from regcheck.proof.question import Labelled
from regcheck.proof.records import Steps, in_order, type_at
from regcheck.proof.replay import truth

_SHOWN_IN_HEADLINE = 4
_LONGEST_LABEL = 40
_ONLY_COUNTS = re.compile(r"\d+件")
"""How many members an 一覧 has: what is said of them says more."""


def evidence(
    spec: Specification, record: Record, shows: Sequence[Labelled] = (), name: str = "反例"
) -> Evidence:
    """The facts of a case and the outcomes of the formulas that are shown beside it."""
    outcomes = [(part, truth(spec, part.formula, record)) for part in shows]
    lines = [(_outcome_label(spec, part), outcome.value) for part, outcome in outcomes]
    return Evidence(
        facts=tuple(facts(spec, record)),
        outcomes=tuple(dict.fromkeys(lines)),
        snippet=scenario_text(spec, record, _expectations(outcomes), name).rstrip("\n"),
    )


def _expectations(outcomes: Iterable[tuple[Labelled, Kleene]]) -> list[Expectation]:
    """The outcomes that a 事例 can expect: a term, a stage, a result of a table."""
    found = dict[object, Expectation]()
    for part, outcome in outcomes:
        match part.formula:
            case Applies(path=path) | StageApplies(path=path) | OutcomeIs(path=path) if path == SELF:
                expectation = Expectation(formula=part.formula, expected=Expected(outcome.value))
                found.setdefault(part.formula, expectation)
            case _:
                continue
    return list(found.values())


def _outcome_label(spec: Specification, part: Labelled) -> str:
    """「特定機能病院」（第一条の二）; a condition with its words if they are few."""
    if named := formula_name(part.formula):
        return named if part.label.endswith(named) else f"{named}（{part.label}）"
    words = formula_text(spec, part.formula)
    if isinstance(part.formula, OutcomeIs):
        return words
    return f"{part.label}「{words}」" if len(words) <= _LONGEST_LABEL else part.label


def facts(spec: Specification, record: Record) -> Iterator[tuple[str, str]]:
    """(開設者の種別, 国): what is known of the record, in the order of the declared fields."""
    yield from _facts(spec, record, record, ())


def _facts(spec: Specification, top: Record, record: Record, above: Steps) -> Iterator[tuple[str, str]]:
    for name in in_order(spec, record):
        value, steps = record.facts[name], (*above, name)
        kind = type_at(spec, top.subject, steps)
        if isinstance(value, Record):
            yield from _facts(spec, top, value, steps)
            continue
        yield address_text(Address(steps=steps)), value_text(value, kind)
        for index, member in enumerate(value) if isinstance(value, tuple) else ():
            if isinstance(member, Record) and isinstance(kind, ListType):
                yield from _facts(spec, top, member, (*steps, index))
    for name, found in sorted(record.judgements.items()):
        yield address_text(Address(steps=above, discretion=name)), "認める" if found else "認めない"


def case_text(known: Iterable[tuple[str, str]]) -> str:
    """病床数が400床、承認あり: a case as the beginning of a headline, numbers first, long ones cut."""
    listed = sorted((fact for fact in known if not _ONLY_COUNTS.fullmatch(fact[1])), key=_is_no_number)
    words = [_clause(label, text) for label, text in listed[:_SHOWN_IN_HEADLINE]]
    return "、".join(words) + ("など" if len(listed) > _SHOWN_IN_HEADLINE else "")


def _is_no_number(fact: tuple[str, str]) -> bool:
    return not fact[1][:1].isdigit()


def _clause(label: str, text: str) -> str:
    if text in ("あり", "なし"):
        return f"{label}{text}"
    return f"{label}を{text}" if text in ("認める", "認めない") else f"{label}が{text}"
