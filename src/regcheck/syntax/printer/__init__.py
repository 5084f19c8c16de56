"""The syntax tree as text in its one canonical layout: what `fmt` writes.

Owns: the order of items on the sheet, blank lines between them.
Refuses to know: files, meaning.

Parsing what is printed gives the same tree; literals stay as they were written.
"""

from __future__ import annotations

from typing import assert_never

from regcheck.syntax import ast
from regcheck.syntax.printer import facts, items, procedures, tables
from regcheck.syntax.printer.layout import Sheet


def print_file(tree: ast.File) -> str:
    """The canonical text of a file."""
    sheet = Sheet()
    before: ast.Item | None = None
    for item in tree.items:
        together = isinstance(before, ast.UseItem) and isinstance(item, ast.UseItem) and not item.comments
        if not together:
            sheet.blank()
        _print_item(sheet, item)
        before = item
    if tree.trailing:
        sheet.blank()
        sheet.comments_between(tree.trailing)
    return "".join(f"{line}\n" for line in sheet.lines)


def _print_item(sheet: Sheet, item: ast.Item) -> None:
    match item:
        case ast.InstrumentItem():
            items.instrument(sheet, item)
        case ast.UseItem():
            items.use(sheet, item)
        case ast.PlaceholderItem():
            items.placeholder(sheet, item)
        case ast.EnumItem():
            items.enumeration(sheet, item)
        case ast.SubjectItem():
            items.subject(sheet, item)
        case ast.DiscretionItem():
            items.discretion(sheet, item)
        case ast.AssumptionItem():
            items.assumption(sheet, item)
        case ast.DelegationItem():
            items.delegation(sheet, item)
        case ast.PredicateItem():
            items.predicate(sheet, item)
        case ast.OverrideItem():
            items.override(sheet, item)
        case ast.StageItem():
            items.stages(sheet, item)
        case ast.PropertyItem():
            items.property_(sheet, item)
        case ast.TableItem():
            tables.table(sheet, item)
        case ast.ScenarioItem():
            facts.scenario(sheet, item)
        case ast.FactTableItem():
            facts.fact_table(sheet, item)
        case ast.FigureCheckItem():
            facts.figure_check(sheet, item)
        case ast.ProcedureItem():
            procedures.procedure(sheet, item)
        case ast.NameItem():
            procedures.naming(sheet, item)
        case _:
            assert_never(item)
