"""What a template takes out of the specification.

Owns: finding items, rows of 区分表 and periods by name.
Refuses to know: templates, words, numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NoReturn

from regcheck.documents.ordinance.draft import Manner, Proved
from regcheck.documents.to_statutory import period_words
from regcheck.evaluation.tables import row_condition
from regcheck.frozen import Frozen
from regcheck.model.formula import Or, Part
from regcheck.model.specification import (
    DecisionTable,
    Header,
    HitPolicy,
    Predicate,
    PredicateKind,
    Specification,
)

Missing = Callable[[str, str, Iterable[str]], NoReturn]
"""Tells that a name leads nowhere, and does not return."""


class Insertion(Frozen):
    """Items of the specification that make a 項: one as a rule or plan, or several as a 対応号."""

    manner: Manner
    items: tuple[str, ...]
    derived: Predicate | None = None


class Insertions:
    """The items of one specification."""

    def __init__(self, spec: Specification, missing: Missing) -> None:
        self._spec, self._missing = spec, missing

    def item(self, name: str) -> Insertion:
        """A 基準, 区分, 定義 or 段階."""
        if name in self._spec.plans:
            return Insertion(manner=Manner.PLAN, items=(name,))
        if name not in self._spec.predicates:
            self._missing("項目", name, [*self._spec.predicates, *self._spec.plans])
        return Insertion(manner=Manner.RULE, items=(name,))

    def list(self, names: Sequence[str]) -> Insertion:
        """Several of one kind and 対象, for a 対応号."""
        for name in names:
            if name not in self._spec.predicates:
                self._missing("項目", name, self._spec.predicates)
        return Insertion(manner=Manner.ENTRY, items=tuple(names))

    def outcome(self, table: str, outcome: str, name: str) -> Insertion:
        """The rows of a 区分表 that come to an outcome, as a condition with a name of its own."""
        if table not in self._spec.tables:
            self._missing("区分表", table, self._spec.tables)
        found = self._spec.tables[table]
        if found.hit_policy is not HitPolicy.UNIQUE:
            self._missing("「該当は一つのみ」の区分表", table, ())
        if outcome not in {value for row in found.rows for value in row.outputs}:
            self._missing("結果", outcome, [value for row in found.rows for value in row.outputs])
        if name in self._spec.predicates or name in self._spec.plans:
            self._missing("まだ使われていない名前", name, ())
        return Insertion(manner=Manner.RULE, items=(name,), derived=rows_with(found, outcome, name))

    def period(self, procedure: str, name: str) -> Proved:
        """The words of a 期間 or 期限 of a 手続."""
        if procedure not in self._spec.procedures:
            self._missing("手続", procedure, self._spec.procedures)
        found = self._spec.procedures[procedure]
        words: Mapping[str, str] = {
            **{one.name: one.words for one in found.periods.values()},
            **{one.name: one.words for one in found.limits.values()},
        }
        if name not in words:
            self._missing("期間", name, words)
        return Proved(text=period_words(words[name]), procedure=procedure, period=name)


def rows_with(table: DecisionTable, outcome: str, name: str) -> Predicate:
    """A condition that holds where a row with the outcome does; a table whose rows do not overlap is wanted."""
    rows = [row for row in table.rows if outcome in row.outputs]
    parts = tuple(Part(body=row_condition(table, row), span=row.span) for row in rows)
    return Predicate(
        header=Header(name=name, keyword="区分", span=table.header.span),
        kind=PredicateKind.MAINTENANCE,
        subject=table.subject,
        body=parts[0].body if len(parts) == 1 else Or(parts=parts),
    )
