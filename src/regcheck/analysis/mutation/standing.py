"""What a mutant is held against: the check of the specification as it stands.

Owns: the trees, obligations, bound tables and known findings of the original, and what is news beside them.
Refuses to know: mutants.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from regcheck.analysis.epochs import Epoch, epochs
from regcheck.analysis.facts import bind_tables
from regcheck.analysis.mutation.sight import Key, Sight, sight_of
from regcheck.analysis.report import Report
from regcheck.diagnostics.diagnostic import Diagnostic, Severity
from regcheck.frozen import Frozen, field
from regcheck.model.from_syntax.items import NamedItem
from regcheck.model.specification import Specification
from regcheck.proof.families import obligations
from regcheck.proof.obligation import Obligation
from regcheck.proof.question import Prover
from regcheck.proof.verdict import Verdict
from regcheck.registry.table import BoundTable
from regcheck.syntax import ast

Provers = Callable[[Specification], Prover]


class Standing(Frozen):
    """One epoch of the original."""

    mark: str
    items: tuple[NamedItem, ...]
    """Those in force."""
    specification: Specification
    owed: Mapping[str, Obligation]
    tables: Mapping[str, BoundTable]
    sights: dict[Key, Sight] = field(default_factory=dict)

    def holds(self, item: NamedItem) -> bool:
        """Whether this very version of an item is in force."""
        return any(other is item for other in self.items)

    def sight(self, key: Key) -> Sight:
        """Who sees an item, worked out once."""
        if key not in self.sights:
            self.sights[key] = sight_of(self.specification, key)
        return self.sights[key]

    def has_facts_of(self, spec: Specification) -> bool:
        """Whether the tables of this epoch are also those of a specification."""
        own = self.specification
        return (own.fact_tables, own.subjects, own.enumerations) == (
            spec.fact_tables,
            spec.subjects,
            spec.enumerations,
        )


class Bench(Frozen):
    """The original and its check, by epoch."""

    files: tuple[ast.File, ...]
    own: frozenset[str]
    facts: Mapping[str, bytes]
    prover: Provers
    epochs: tuple[Standing, ...]
    told: frozenset[str]
    """Fingerprints of what the check of the original tells, accepted or not."""
    verdicts: Mapping[str, Verdict]
    """By the id of the ledger."""
    as_of: date | None
    """The day as of which the law is read."""
    accepted: frozenset[str]
    """Obligations of the ledger that fail with a known finding: if one no longer does, the baseline is wrong."""

    def is_news(self, diagnostic: Diagnostic) -> bool:
        """Whether a check would tell a finding that the original does not have."""
        return diagnostic.severity is not Severity.INFO and diagnostic.fingerprint not in self.told

    def tables_of(self, spec: Specification) -> Mapping[str, BoundTable]:
        """The 事実表 of a mutant, which are those of the original unless a day moved."""
        known = next((standing for standing in self.epochs if standing.has_facts_of(spec)), None)
        return known.tables if known is not None else bind_tables(spec, self.facts)


def bench_of(
    files: Sequence[ast.File],
    own: frozenset[str],
    facts: Mapping[str, bytes],
    prover: Provers,
    report: Report,
) -> Bench:
    """From the trees of a specification, in the order of their 利用, and the report of its check, whose day is kept."""
    return Bench(
        files=tuple(files),
        own=own,
        facts=facts,
        prover=prover,
        epochs=tuple(_standing(epoch, facts) for epoch in epochs(files, own, report.as_of)),
        told=frozenset(d.fingerprint for d in report.diagnostics) | frozenset(report.known),
        verdicts={entry.id: entry.verdict for entry in report.entries},
        as_of=report.as_of,
        accepted=frozenset(e.id for e in report.entries if e.diagnostic and report.is_known(e.diagnostic)),
    )


def _standing(epoch: Epoch, facts: Mapping[str, bytes]) -> Standing:
    spec = epoch.specification
    owed = {obligation.id: obligation for obligation in obligations(spec)}
    tables = bind_tables(spec, facts)
    return Standing(mark=epoch.mark, items=epoch.items, specification=spec, owed=owed, tables=tables)
