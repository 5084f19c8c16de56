"""From the machine's trees to the syntax tree, one module per part of the language.

Owns: which function reads which item.
Refuses to know: how the trees are made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from regcheck.syntax import ast
from regcheck.syntax.from_tree import facts, items, procedures, subjects, tables
from regcheck.syntax.from_tree.reading import Reading
from regcheck.syntax.tree import Node

_READERS: Mapping[str, Callable[[Reading, Node], ast.Item]] = MappingProxyType(
    {
        "instrument": items.instrument,
        "use": items.use,
        "placeholder": items.placeholder,
        "enumeration": items.enumeration,
        "subject": subjects.subject_item,
        "discretion": items.discretion,
        "assumption": items.assumption,
        "delegation": items.delegation,
        "predicate": items.predicate,
        "override": items.override,
        "stages": items.stages,
        "table": tables.table,
        "property": items.property_,
        "scenario": facts.scenario,
        "fact_table": facts.fact_table,
        "figure_check": facts.figure_check,
        "procedure": procedures.procedure,
        "naming": procedures.naming,
    }
)


def item_from_tree(reading: Reading, tree: Node) -> ast.Item:
    """The item of a tree; raises RefusedError if it cannot mean anything. Its span is the whole item."""
    return _READERS[tree.kind](reading, tree)
