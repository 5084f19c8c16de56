"""From the machine's trees to the syntax tree, one module per part of the language.

Owns: which function reads which item.
Refuses to know: how the trees are made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from regcheck.syntax import ast
from regcheck.syntax.from_tree import items, subjects
from regcheck.syntax.from_tree.reading import Reading
from regcheck.syntax.tree import Node

Reader = Callable[[Reading, Node], ast.Item]

_READERS: Mapping[str, Reader] = MappingProxyType(
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
        "property": items.property_,
    }
)


def item_from_tree(reading: Reading, tree: Node) -> ast.Item:
    """The item of a tree; raises RefusedError if it cannot mean anything. Its span is the whole item."""
    return (_READERS.get(tree.kind) or _rare(tree.kind))(reading, tree)


def _rare(kind: str) -> Reader:
    """The reader of what many a text has none of, loaded with the first of it."""
    match kind:
        case "table":
            from regcheck.syntax.from_tree.tables import table

            return table
        case "procedure" | "naming":
            from regcheck.syntax.from_tree.procedures import naming, procedure

            return naming if kind == "naming" else procedure
        case _:
            from regcheck.syntax.from_tree.facts import fact_table, figure_check, scenario

            readers: Mapping[str, Reader] = {
                "scenario": scenario,
                "fact_table": fact_table,
                "figure_check": figure_check,
            }
            return readers[kind]
