"""Slips anywhere in a tree.

Owns: going down a tree with the 対象 and the measured expression in mind, and putting a changed node back.
Refuses to know: which changes a node allows.

It goes by the fields of the nodes and not by a list of constructs, so that none is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import repeat
from typing import Any

from regcheck.analysis.mutation.edit import Edit
from regcheck.analysis.mutation.operators import Scope, edits_of
from regcheck.frozen import Frozen, replace
from regcheck.source.numerals import to_kanji
from regcheck.syntax import ast


def edits_in(node: Frozen, scope: Scope) -> Iterator[Edit]:
    """Every edit of a node and of what is inside it; the edits hold the whole node, changed."""
    for edit in edits_of(node, scope):
        yield replace(edit, labels=_labels(node, edit))
    for name in node.__struct_fields__:
        child = getattr(node, name)
        for edit in _in_field(child, _inside(node, name, scope)):
            yield replace(edit, node=replace(node, **{name: edit.node}), labels=_labels(node, edit))


def _in_field(child: Any, scopes: Iterator[Scope]) -> Iterator[Edit]:
    if isinstance(child, Frozen):
        yield from edits_in(child, next(scopes))
    elif isinstance(child, tuple):
        for at, (member, scope) in enumerate(zip(child, scopes, strict=False)):
            for edit in edits_in(member, scope) if isinstance(member, Frozen) else ():
                labels = (f"{to_kanji(at + 1)}行目", *edit.labels)
                told = labels if isinstance(member, ast.TableRow) else edit.labels
                yield replace(edit, node=(*child[:at], edit.node, *child[at + 1 :]), labels=told)


def _inside(node: Frozen, name: str, scope: Scope) -> Iterator[Scope]:
    """The scope of each member of a field."""
    match node, name:
        case ast.TableItem(columns=columns), "rows":
            yield from repeat(replace(scope, columns=columns))
        case ast.TableRow(), "cells":
            for column in scope.columns:
                yield replace(scope, measured=column)
        case (ast.PossessClause(path=path) | ast.CountExpr(path=path), "where"):
            yield _of_element(scope, path)
        case ast.QuantifiedClause(path=path), "body":
            yield _of_element(scope, path)
        case ast.ListSumExpr(path=path), "where":
            yield _of_element(scope, replace(path, steps=path.steps[:-1]))
        case _:
            yield from repeat(scope)


def _of_element(scope: Scope, path: ast.PathName) -> Scope:
    """What is said of the members of an 一覧 is about their 対象."""
    kind = scope.fields.type_of(scope.subject, path)
    return replace(scope, subject=kind.name.text) if kind is not None else scope


def _labels(node: Frozen, edit: Edit) -> tuple[str, ...]:
    match node:
        case ast.ListItem(label=label):
            return (label, *edit.labels)
        case ast.StageLine(number=number):
            return (f"第{to_kanji(number)}段階", *edit.labels)
        case _:
            return edit.labels
