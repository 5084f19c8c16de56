"""Printed = proved: what is printed, read back from its words alone, means what the specification says.

Owns: every printed condition beside that of the specification, and the comparison of what stands around conditions
(names, days, outcomes, order).
Refuses to know: how words are made or read, how a pair is proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.from_statutory import ReadOverride, ReadRule, StatutoryReader, Unread
from regcheck.documents.phrasebook import NO_PHRASES, Phrasebook
from regcheck.documents.print_proofs.pairs import Finding, Pair, told_of
from regcheck.documents.print_proofs.prove import PrintProof, prove
from regcheck.documents.printed import Printed
from regcheck.documents.to_statutory import TableWords
from regcheck.evaluation.tables import row_condition
from regcheck.frozen import replace
from regcheck.model.formula import Formula
from regcheck.model.provisions import item_title
from regcheck.model.specification import (
    Assumption,
    DecisionTable,
    Header,
    Override,
    Predicate,
    PredicateKind,
    Specification,
    StagePlan,
)
from regcheck.proof.question import Prover
from regcheck.source.numerals import to_kanji

if TYPE_CHECKING:
    from regcheck.analysis.ledger_file import Recorder

_FORMS = {PredicateKind.DEFINITION: "definition", PredicateKind.CRITERION: "criterion"}


def prove_print(
    spec: Specification, printed: Printed, prover: Prover, recorder: Recorder | None = None
) -> PrintProof:
    """Every printed condition, read back and held against that of the specification."""
    return prove(spec, read_back(spec, printed), prover, recorder)


def read_back(spec: Specification, printed: Printed, phrases: Phrasebook = NO_PHRASES) -> Iterator[Finding]:
    """Every printed condition beside that of the specification, and what stands around them and differs."""
    reader = StatutoryReader(spec, phrases)
    for name, provision in printed.predicates.items():
        yield from _reading(
            spec.predicates[name].header, _rule, spec, reader, spec.predicates[name], provision.lines
        )
    for name, provision in printed.plans.items():
        yield from _reading(spec.plans[name].header, _plan, spec, reader, spec.plans[name], provision.lines)
    for name, provision in printed.assumptions.items():
        item = spec.assumptions[name]
        yield from _reading(item.header, _assumption, spec, reader, item, provision.lines)
    for name, words in printed.tables.items():
        yield from _reading(spec.tables[name].header, _table, spec, reader, spec.tables[name], words)


def _reading(header: Header, read: Callable[..., Iterator[Finding]], *given: object) -> Iterator[Finding]:
    """What a reader finds, or that it could not read."""
    try:
        yield from list(read(*given))
    except Unread as error:
        yield told_of(
            header, codes.documents.PrintUnreadable(item=item_title(header), near=error.near, line=error.line)
        )


# ---------------------------------------------------------------- the items


def _rule(
    spec: Specification, reader: StatutoryReader, predicate: Predicate, lines: Sequence[str]
) -> Iterator[Finding]:
    header, read = predicate.header, reader.read_rule(lines, predicate.subject)
    form = _FORMS.get(predicate.kind, "category")
    yield from _same(header, "名前又は形", (header.name, form), (read.name, read.form))
    yield _pair(header, predicate.subject, predicate.body, read.body)
    overrides = [o for o in spec.overrides.values() if o.target == header.name]
    yield from _same(header, "項の数", len(overrides), len(read.overrides))
    for override, found in zip(overrides, read.overrides, strict=False):
        yield from _override(override, found, overrides, read)


def _override(
    override: Override, found: ReadOverride, overrides: Sequence[Override], read: ReadRule
) -> Iterator[Finding]:
    places = {o.header.name: r.place for o, r in zip(overrides, read.overrides, strict=False)}
    beaten = tuple(places[name] for name in override.prevails_over if name in places)
    wanted = (override.target, override.outcome, override.subject, beaten)
    got = (found.target, found.outcome, found.subject, found.beaten)
    yield from _same(override.header, "対象となる規定、結果又は優先の順", wanted, got)
    yield _pair(override.header, override.subject, override.condition, found.condition)


def _plan(
    _spec: Specification, reader: StatutoryReader, plan: StagePlan, lines: Sequence[str]
) -> Iterator[Finding]:
    header, read = plan.header, reader.read_plan(lines)
    days = [stage.start if isinstance(stage.start, date) else None for stage in plan.stages]
    wanted = (header.name, plan.subject, days)
    got = (read.name, read.subject, [stage.start for stage in read.stages])
    yield from _same(header, "名前又は日", wanted, got)
    for stage, found in zip(plan.stages, read.stages, strict=False):
        name = f"{item_title(header)}第{to_kanji(stage.number)}段階"
        yield _pair(header, plan.subject, stage.body, found.body, name)


def _assumption(
    _spec: Specification, reader: StatutoryReader, assumption: Assumption, lines: Sequence[str]
) -> Iterator[Finding]:
    found = reader.read_assumption(lines, assumption.subject)
    yield _pair(assumption.header, assumption.subject, assumption.body, found)


def _table(
    _spec: Specification, reader: StatutoryReader, table: DecisionTable, words: TableWords
) -> Iterator[Finding]:
    header, lead = table.header, reader.read_table_lead(words.lead.lines)
    yield from _same(
        header, "名前又は行の選び方", (header.name, table.hit_policy), (lead.name, lead.hit_policy)
    )
    yield from _same(header, "対象範囲", table.within is None, lead.within is None)
    if table.within is not None and lead.within is not None:
        yield from _same(header, "対象", table.subject, lead.subject)
        yield _pair(header, table.subject, table.within, lead.within, f"{item_title(header)}の対象範囲")
    wide = len(words.headings)
    outcomes = [row[wide:] for row in words.rows]
    yield from _same(header, "結果", [row.outputs for row in table.rows], outcomes)
    cells = [row[:wide] for row in words.rows]
    for number, found in enumerate(reader.read_rows(table.subject, words.headings, cells)):
        name = f"{item_title(header)}の{number + 1}行目"
        yield _pair(header, table.subject, row_condition(_bare(table), table.rows[number]), found, name)


def _bare(table: DecisionTable) -> DecisionTable:
    """The table without its 対象範囲, which is asked of once and not in every row."""
    return replace(table, within=None)


def _pair(header: Header, subject: str, wanted: Formula, found: Formula, name: str = "") -> Pair:
    return Pair(name=name or item_title(header), header=header, subject=subject, wanted=wanted, found=found)


def _same(header: Header, what: str, wanted: object, got: object) -> Iterator[Diagnostic]:
    if wanted != got:
        yield told_of(header, codes.documents.PrintMisses(item=item_title(header), what=what))
