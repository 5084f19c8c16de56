"""Printed words to model: what a reader who knows only the names would understand.

Owns: the pass from lines of a provision, and from cells of a table, to formulas.
Refuses to know: how provisions are printed (nothing of to_statutory), what the specification says.
"""

from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.provisions import (
    ReadOverride,
    ReadPlan,
    ReadRule,
    ReadStage,
    ReadTableLead,
    StatutoryReader,
)

__all__ = [
    "ReadOverride",
    "ReadPlan",
    "ReadRule",
    "ReadStage",
    "ReadTableLead",
    "StatutoryReader",
    "Unread",
]
