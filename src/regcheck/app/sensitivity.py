"""The limits of a project that rows of its 事実表 depend on.

Owns: reading the project with its fact files, choosing limits by words.
Refuses to know: how break points are found, how they are shown, argv.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from regcheck.analysis.facts import bind_tables
from regcheck.analysis.sensitivity import Movable, sensitivity
from regcheck.app.cases import read_project
from regcheck.app.projects import Project
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.proof.phrases import limit_text
from regcheck.source.span import SourceText


class Moved(Frozen):
    """The limits, or what is wrong with the specification."""

    limits: tuple[Movable, ...]
    sources: Mapping[str, SourceText]
    errors: tuple[Diagnostic, ...] = ()
    assumed: tuple[str, ...] = ()


def moved(project: Project, words: str = "", as_of: date | None = None) -> Moved:
    """The limits whose provision, item, fact or number has the words in it; all of them for no words."""
    reading = read_project(project, as_of=as_of)
    if reading.errors:
        return Moved(limits=(), sources=reading.sources, errors=reading.errors)
    spec = reading.specification
    found = sensitivity(spec, bind_tables(spec, reading.facts))
    limits = tuple(movable for movable in found if words in _text(movable))
    return Moved(limits=limits, sources=reading.sources, assumed=reading.assumed)


def _text(movable: Movable) -> str:
    limit = movable.limit
    return f"{limit.label} {movable.item} {movable.fact}が{limit_text(limit.op, limit.value, limit.unit)}"
