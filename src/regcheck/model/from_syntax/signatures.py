"""What each name promises: enough to resolve a reference before any body is built.

Owns: the signature of every kind of item.
Refuses to know: bodies, how signatures are collected (collect.py) and used (context.py).

A subject "" says that the item is declared on a 対象 that does not exist: that is reported at the item,
and everything that refers to it stays silent.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from regcheck.diagnostics.codes.nouns import Noun
from regcheck.frozen import Frozen, field
from regcheck.model.formula import Expression
from regcheck.model.from_syntax.chronology import Moment
from regcheck.model.specification import FieldDefinition

Fields = Mapping[str, FieldDefinition | None]
"""The facts of a 対象 by name; None is a fact whose declaration is broken."""


class TermSignature(Frozen):
    """定義, 指定基準, 対象事業, 設備区分, 維持管理区分."""

    kind: Noun
    subject: str


class PlanSignature(Frozen):
    """段階: how many stages it has."""

    subject: str
    stages: int


class TableSignature(Frozen):
    """区分表: its outputs, each with the values that some row gives."""

    subject: str
    outputs: Mapping[str, tuple[str, ...]]


class DiscretionSignature(Frozen):
    """裁量."""

    subject: str
    authority: str


class ProcedureSignature(Frozen):
    """手続: what can be said of its runs, besides the facts that they have as a 対象."""

    subject: str
    """The 対象 that it is about, or ""."""
    horizon: tuple[date, date]
    actors: Mapping[str, str] = field(default_factory=dict)
    """The events, each with the one by whom it happens."""
    days: Mapping[str, Expression | None] = field(default_factory=dict)
    """回答期限, 審査期間の初日, 審査期間の末日; None is one whose declaration is broken."""
    periods: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Signatures(Frozen):
    """Everything that can be referred to. `kinds` says what else a name is; `absent` names hold on
    another day than `as_of`; `unreadable` ones belong to items that could not be read."""

    placeholders: frozenset[str] = frozenset()
    enumerations: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    subjects: Mapping[str, Fields] = field(default_factory=dict)
    terms: Mapping[str, TermSignature] = field(default_factory=dict)
    plans: Mapping[str, PlanSignature] = field(default_factory=dict)
    tables: Mapping[str, TableSignature] = field(default_factory=dict)
    discretions: Mapping[str, DiscretionSignature] = field(default_factory=dict)
    delegations: Mapping[str, str] = field(default_factory=dict)
    overrides: Mapping[str, str] = field(default_factory=dict)
    """特例 → the term that it overrides."""
    fact_tables: Mapping[str, str] = field(default_factory=dict)
    procedures: Mapping[str, ProcedureSignature] = field(default_factory=dict)
    kinds: Mapping[str, tuple[Noun, ...]] = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    unreadable: frozenset[str] = frozenset()
    as_of: Moment | None = None
