"""Items as the language names them.

Owns: which word heads an item, and which items share one namespace.
Refuses to know: what is inside an item.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar, cast

from regcheck.diagnostics.codes.nouns import Noun
from regcheck.syntax import ast

NamedItem = (
    ast.InstrumentItem | ast.PlaceholderItem | ast.EnumItem | ast.SubjectItem | ast.DiscretionItem
    | ast.AssumptionItem | ast.PredicateItem | ast.OverrideItem | ast.StageItem | ast.TableItem
    | ast.DelegationItem | ast.PropertyItem | ast.ScenarioItem | ast.FactTableItem | ast.FigureCheckItem
    | ast.ProcedureItem | ast.NameItem
)  # fmt: skip

I = TypeVar("I", bound=NamedItem)  # noqa: E741

_NOUNS: dict[type, Noun] = {
    ast.InstrumentItem: Noun.INSTRUMENT,
    ast.PlaceholderItem: Noun.PLACEHOLDER,
    ast.EnumItem: Noun.ENUMERATION,
    ast.SubjectItem: Noun.SUBJECT,
    ast.DiscretionItem: Noun.DISCRETION,
    ast.AssumptionItem: Noun.ASSUMPTION,
    ast.OverrideItem: Noun.OVERRIDE,
    ast.StageItem: Noun.PLAN,
    ast.TableItem: Noun.TABLE,
    ast.DelegationItem: Noun.DELEGATION,
    ast.PropertyItem: Noun.PROPERTY,
    ast.ScenarioItem: Noun.SCENARIO,
    ast.FactTableItem: Noun.FACT_TABLE,
    ast.FigureCheckItem: Noun.CHECK,
    ast.ProcedureItem: Noun.PROCEDURE,
    ast.NameItem: Noun.APPELLATION,
}

_SHARED: dict[type, Noun] = {
    ast.PredicateItem: Noun.TERM,
    ast.EnumItem: Noun.TYPE,
    ast.SubjectItem: Noun.TYPE,
    ast.ProcedureItem: Noun.TYPE,
}


_BY_WORD: dict[str, Noun] = {noun.value: noun for noun in Noun}


def noun_of(item: NamedItem) -> Noun:
    """The word that heads the item."""
    return _BY_WORD[item.keyword] if type(item) is ast.PredicateItem else _NOUNS[type(item)]


def namespace_of(item: NamedItem) -> Noun:
    """Items of one namespace may not share a name: 区分, 対象 and 手続 (its runs) are types, the five predicates are terms."""
    return _SHARED.get(type(item)) or _NOUNS[type(item)]


def named_items(files: Iterable[ast.File]) -> list[NamedItem]:
    """All items but 利用, in the order of the files."""
    return [item for file in files for item in file.items if not isinstance(item, ast.UseItem)]


Kinds = Mapping[type, Sequence[NamedItem]]
"""Items by their kind."""


def by_kind(items: Iterable[NamedItem]) -> Kinds:
    """The items of each kind, in their order."""
    found: dict[type, list[NamedItem]] = {}
    for item in items:
        found.setdefault(type(item), []).append(item)
    return found


def by_name(items: Kinds, kind: type[I]) -> dict[str, I]:
    """The items of one kind, by name."""
    return {item.name.text: cast("I", item) for item in items.get(kind, ())}
