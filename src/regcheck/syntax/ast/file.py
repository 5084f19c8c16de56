"""A whole file.

Owns: the file and the list of what may stand in it.
Refuses to know: what regcheck.syntax.ast refuses.
"""

from __future__ import annotations

from regcheck.frozen import Frozen, detail
from regcheck.syntax.ast.evidence import FactTableItem, FigureCheckItem, ScenarioItem
from regcheck.syntax.ast.items import (
    AssumptionItem,
    DelegationItem,
    DiscretionItem,
    EnumItem,
    InstrumentItem,
    OverrideItem,
    PlaceholderItem,
    PredicateItem,
    PropertyItem,
    StageItem,
    SubjectItem,
    TableItem,
    UseItem,
)
from regcheck.syntax.ast.names import Name
from regcheck.syntax.ast.procedures import NameItem, ProcedureItem


class File(Frozen):
    """One spec file; broken items are missing here and reported apart. `trailing`: comments after the last item."""

    name: str
    items: tuple[Item, ...]
    trailing: tuple[str, ...] = ()
    broken: tuple[Name, ...] = detail(default=())
    """Names of the items that could not be read: their absence is no second finding."""


Item = (
    InstrumentItem | UseItem | PlaceholderItem | EnumItem | SubjectItem | DiscretionItem
    | AssumptionItem | PredicateItem | OverrideItem | StageItem | TableItem | DelegationItem
    | PropertyItem | ScenarioItem | FactTableItem | FigureCheckItem | ProcedureItem | NameItem
)  # fmt: skip
