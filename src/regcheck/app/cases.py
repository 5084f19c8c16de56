"""One set of facts for a specification: a 事例, the body of one, a CSV, or a row of a 事実表.

Owns: reading the facts with the names of the specification, and asking what it says of them.
Refuses to know: how answers are shown, argv.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from regcheck.analysis.answers import Case, answers
from regcheck.analysis.facts import bind_tables
from regcheck.analysis.pipeline import Inputs, State, build_epochs, order_files, parse_items, read_texts
from regcheck.app.names import shown_name
from regcheck.app.projects import Project
from regcheck.app.reading import load
from regcheck.diagnostics.diagnostic import Diagnostic, Severity
from regcheck.evaluation.scenarios import run_scenario
from regcheck.frozen import Frozen, replace
from regcheck.model.specification import FactTable, Header, Scenario, Specification
from regcheck.registry.bind import bind_table
from regcheck.registry.table import BoundTable
from regcheck.source.numerals import narrow
from regcheck.source.span import SourceText, Span

_TABLE_SUFFIXES = (".csv", ".xlsx")
_ITEM = re.compile(r"^\S+[ \u3000]*「", re.MULTILINE)
_FACTS = "入力された事案"
_AS_SCENARIO = "（事例として）"


class Extra(Frozen):
    """A text that is read with a project; `mark` tells its name from that of the file it was made from."""

    file: Path
    data: bytes
    mark: str = ""


class Reading(Frozen):
    """A project whose names are known: its latest specification, texts, fact files, and what is wrong.

    `extra` is the name that the further text was read under."""

    specification: Specification
    sources: Mapping[str, SourceText]
    facts: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    own: frozenset[str] = frozenset()
    """The files of the project itself, without those that it uses."""
    earlier: tuple[Specification, ...] = ()
    """What the text says before the latest of the days on which it changes, in the order of time."""
    extra: str = ""
    assumed: tuple[str, ...] = ()
    """未確定 days that may have come by the day and are read as if they had not."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)


class Found(Frozen):
    """Cases, and what is wrong with the facts they should come from; without any, what is wrong with the specs."""

    specification: Specification
    sources: Mapping[str, SourceText]
    cases: tuple[Case, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    assumed: tuple[str, ...] = ()


def read_project(project: Project, extra: Extra | None = None, as_of: date | None = None) -> Reading:
    """The specification of a project as of a day (None: the latest), with a further text that shares its names.
    Nothing is proved. Raises RefusedError for a day of which nothing is known."""
    loaded = load(project)
    own = {} if extra is None else {loaded.names.name_of(extra.file) + extra.mark: extra.data}
    inputs = Inputs(own=loaded.own | own.keys(), files={**loaded.files, **own}, as_of=as_of)
    state = State(inputs=inputs, prover=no_prover)
    for phase in (read_texts, parse_items, order_files, build_epochs):
        state = phase(state)
    return Reading(
        specification=state.epochs[-1].specification,
        sources=state.sources,
        facts=loaded.facts,
        diagnostics=state.diagnostics,
        own=loaded.own,
        earlier=tuple(epoch.specification for epoch in state.epochs[:-1]),
        extra="".join(own),
        assumed=state.epochs[-1].assumed,
    )


def no_prover(_: Specification) -> NoReturn:
    """The prover of those who only read."""
    raise AssertionError("no phase of a reading proves anything")


def subjects_with_terms(spec: Specification) -> list[str]:
    """対象 that something can be said of, in the order of the files, then 手続."""
    subjects = [p.subject for p in spec.predicates.values()]
    subjects += [p.subject for p in spec.plans.values()] + [t.subject for t in spec.tables.values()]
    return list(dict.fromkeys([*subjects, *spec.procedures]))


# ------------------------------------------------------------ a 事例


def cases_in_text(project: Project, file: Path, subject: str, as_of: date | None = None) -> Found:
    """The 事例 of a file, or its whole text as the body of one about `subject`."""
    extra = Extra(file=file, data=file.read_bytes())
    text = extra.data.decode("utf-8", "replace")
    if not _ITEM.search(text):
        extra = Extra(file=file, data=_as_item(text, subject).encode(), mark=_AS_SCENARIO)
    reading = read_project(project, extra, as_of)
    spec, name = reading.specification, reading.extra
    scenarios = [s for s in spec.scenarios.values() if s.header.span.file == name]
    cases = tuple(_of_scenario(spec, scenario) for scenario in scenarios)
    wrong = tuple(d for d in reading.errors if d.place is not None and d.place.file == name)
    return Found(
        specification=spec,
        sources=reading.sources,
        cases=cases,
        diagnostics=wrong if cases or wrong else reading.errors,
        assumed=reading.assumed,
    )


def needs_subject(file: Path) -> bool:
    """Whether a file leaves open what its facts are about."""
    if file.suffix.lower() in _TABLE_SUFFIXES:
        return True
    return not _ITEM.search(file.read_bytes().decode("utf-8", "replace"))


def _as_item(text: str, subject: str) -> str:
    lines = [f"  {line.strip()}" for line in text.removeprefix("\ufeff").splitlines() if line.strip()]
    return "\n".join([f"事例「{_FACTS}」：「{subject}」", *lines, ""])


def _of_scenario(spec: Specification, scenario: Scenario) -> Case:
    case = Case(
        name=scenario.header.name,
        record=scenario.record,
        answers=answers(spec, scenario.record),
        expectations=run_scenario(spec, scenario),
    )
    return _as_run(spec, case) if scenario.record.subject in spec.procedures else case


def _as_run(spec: Specification, case: Case) -> Case:
    """The case with what the rules of its 手続 say of it."""
    from regcheck.evaluation.runs import conduct
    from regcheck.proof.run_table import run_table

    found = conduct(spec, spec.procedures[case.record.subject], case.record)
    return replace(case, conduct=found, steps=run_table(spec, case.record).steps)


# ------------------------------------------------------------ rows


def is_table(file: Path) -> bool:
    """Whether facts come in rows."""
    return file.suffix.lower() in _TABLE_SUFFIXES


def cases_in_table(project: Project, file: Path, subject: str, as_of: date | None = None) -> Found:
    """A case for each row of a CSV or XLSX; headings are read as the 事実表 of the 対象 declares them."""
    reading = read_project(project, as_of=as_of)
    table = _table_for(reading.specification, subject, shown_name(file))
    bound = bind_table(reading.specification, table, file.read_bytes(), shown_name(file))
    return _of_tables(reading, [bound], lambda _: True)


def cases_of_row(project: Project, key: str, as_of: date | None = None) -> Found:
    """The rows of the project's 事実表 that have this key; no case if there is none."""
    reading = read_project(project, as_of=as_of)
    bound = bind_tables(reading.specification, reading.facts)
    return _of_tables(reading, list(bound.values()), lambda found: narrow(found) == narrow(key))


def _table_for(spec: Specification, subject: str, file: str) -> FactTable:
    declared = next((t for t in spec.fact_tables.values() if t.subject == subject), None)
    header = Header(name=_FACTS, span=Span(file, 0, 0))
    if declared is None:
        return FactTable(header=header, subject=subject, file=file, as_of=None)
    return replace(declared, header=header, file=file)


def _of_tables(reading: Reading, tables: Sequence[BoundTable], wanted: Callable[[str], bool]) -> Found:
    spec = reading.specification
    cases = [
        Case(name=row.key, record=row.record, answers=answers(spec, row.record))
        for bound in tables
        for row in bound.rows
        if wanted(row.key)
    ]
    sources = {bound.file: bound.source for bound in tables if bound.source is not None}
    wrong = tuple(d for bound in tables for d in bound.diagnostics if d.severity is Severity.ERROR)
    return Found(
        specification=spec,
        sources={**reading.sources, **sources},
        cases=tuple(cases),
        diagnostics=wrong if cases or wrong else reading.errors,
        assumed=reading.assumed,
    )
