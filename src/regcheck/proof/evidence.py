"""A case in words: its facts, what comes out of them, and the case as a 事例.

Owns: turning a record into Evidence and into the opening of a headline.
Refuses to know: how the case was found or shrunk, the form of a 事例 (evaluation/scenario_text.py has it).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from regcheck.diagnostics.diagnostic import Evidence
from regcheck.evaluation.describe import address_text, value_text
from regcheck.evaluation.kleene import UNKNOWN, Kleene
from regcheck.evaluation.scenario_text import scenario_text
from regcheck.evaluation.sentences import formula_text
from regcheck.evaluation.trace import Address
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import Applies, Compare, Day, Fact, Formula, Number, OutcomeIs, StageApplies
from regcheck.model.procedures import day_of, new_last_day_of
from regcheck.model.specification import Expectation, Expected, Specification
from regcheck.model.types import ListType
from regcheck.proof.asking import SELF, formula_name
from regcheck.proof.obligation import Mark
from regcheck.proof.question import Labelled
from regcheck.proof.records import Steps, in_order, type_at
from regcheck.proof.replay import truth
from regcheck.source.eras import day_text

_SHOWN_IN_HEADLINE = 4
_LONGEST_LABEL = 40
_ONLY_COUNTS = re.compile(r"\d+件")
"""How many members an 一覧 has: what is said of them says more."""


def evidence(
    spec: Specification,
    record: Record,
    shows: Sequence[Labelled] = (),
    name: str = "反例",
    marks: Sequence[Mark] = (),
    about: Sequence[str] | None = None,
) -> Evidence:
    """The facts of a case and the outcomes of the formulas that are shown beside it; of a run its days, and marks,
    with the provisions that it is `about`."""
    outcomes = [(part, truth(spec, part.formula, record)) for part in shows]
    return _with_days(spec, record, _evidence(spec, record, outcomes, name), marks, about)


def counterexample(
    spec: Specification,
    record: Record,
    shows: Sequence[Labelled],
    name: str,
    marks: Sequence[Mark] = (),
    about: Sequence[str] | None = None,
) -> Evidence:
    """The same of a shrunk case: what is open in it does not matter, and is left out."""
    outcomes = [(part, truth(spec, part.formula, record)) for part in shows]
    settled = [(part, outcome) for part, outcome in outcomes if outcome is not UNKNOWN]
    return _with_days(spec, record, _evidence(spec, record, settled, name), marks, about)


def _evidence(
    spec: Specification, record: Record, outcomes: Sequence[tuple[Labelled, Kleene]], name: str
) -> Evidence:
    lines = [(_outcome_label(spec, part), outcome.value) for part, outcome in outcomes]
    return Evidence(
        facts=tuple(facts(spec, record)),
        outcomes=tuple(dict.fromkeys(lines)),
        snippet=scenario_text(spec, record, _expectations(outcomes), name).rstrip("\n"),
    )


def _with_days(
    spec: Specification, record: Record, told: Evidence, marks: Sequence[Mark], about: Sequence[str] | None
) -> Evidence:
    """Of a run the table of its days in place of the facts of its events."""
    if record.subject not in spec.procedures:
        return told
    from regcheck.proof.run_table import run_table  # few cases are runs

    table = run_table(spec, record, marks, about)
    others = facts(spec, _without_events(spec, record))
    return replace(told, facts=tuple(others), run=table.steps, absent=table.absent)


def _without_events(spec: Specification, run: Record) -> Record:
    """Only the facts of the 対象 that a 手続 is about."""
    events = spec.procedures[run.subject].events
    of_events = {f for name in events for f in (name, day_of(name), new_last_day_of(name))}
    return replace(run, facts={name: value for name, value in run.facts.items() if name not in of_events})


def told_case(spec: Specification, record: Record) -> str:
    """A case as the beginning of a headline; of a run its events in the order of their days."""
    if record.subject not in spec.procedures:
        return case_text(facts(spec, record))
    from regcheck.proof.run_table import run_table

    events = [(step.what, day_text(step.day)) for step in run_table(spec, record).events]
    return case_text([*events, *facts(spec, _without_events(spec, record))])


def _expectations(outcomes: Iterable[tuple[Labelled, Kleene]]) -> list[Expectation]:
    """The outcomes that a 事例 can expect: a term, a stage, a result of a table, a limit on a fact."""
    found = dict[object, Expectation]()
    for part, outcome in outcomes:
        if _can_be_expected(part.formula):
            expectation = Expectation(formula=part.formula, expected=Expected(outcome.value))
            found.setdefault(part.formula, expectation)
    return list(found.values())


def _can_be_expected(formula: Formula) -> bool:
    match formula:
        case Applies(path=path) | StageApplies(path=path) | OutcomeIs(path=path):
            return path == SELF
        case Compare(left=Fact(path=path), right=Number() | Day()):
            return path.root == ""
        case _:
            return False


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
    yield from _facts(spec, record, record, (), ())


def _facts(
    spec: Specification, top: Record, record: Record, above: Steps, called: Steps
) -> Iterator[tuple[str, str]]:
    """`called` are the steps as they are told: the only member of an 一覧 has no number."""
    for name in in_order(spec, record):
        value, steps, words = record.facts[name], (*above, name), (*called, name)
        kind = type_at(spec, top.subject, steps)
        if isinstance(value, Record):
            yield from _facts(spec, top, value, steps, words)
            continue
        yield address_text(Address(steps=words)), value_text(value, kind)
        members = value if isinstance(value, tuple) and isinstance(kind, ListType) else ()
        for index, member in enumerate(members):
            if isinstance(member, Record):
                inner = words if len(members) == 1 else (*words, index)
                yield from _facts(spec, top, member, (*steps, index), inner)
    for name, found in sorted(record.judgements.items()):
        yield address_text(Address(steps=called, discretion=name)), "認める" if found else "認めない"


def case_text(known: Iterable[tuple[str, str]]) -> str:
    """病床数が400床、承認あり: a case as the beginning of a headline; of many facts numbers first, the rest cut."""
    listed = [fact for fact in known if not _ONLY_COUNTS.fullmatch(fact[1])]
    if len(listed) > _SHOWN_IN_HEADLINE:
        listed.sort(key=_is_no_number)
    words = [_clause(label, text) for label, text in listed[:_SHOWN_IN_HEADLINE]]
    return "、".join(words) + ("など" if len(listed) > _SHOWN_IN_HEADLINE else "")


def _is_no_number(fact: tuple[str, str]) -> bool:
    return not fact[1][:1].isdigit()


def _clause(label: str, text: str) -> str:
    if text in ("あり", "なし"):
        return f"{label}{text}"
    return f"{label}を{text}" if text in ("認める", "認めない") else f"{label}が{text}"
