"""The outline of the medical draft and the specification it is made of, as they are committed."""

from __future__ import annotations

from functools import cache

from tests.unit.specs.project import ROOT

from regcheck.app.cases import read_project
from regcheck.app.names import Names
from regcheck.app.outlines import outline_beside
from regcheck.app.projects import find_projects
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.model.specification import Specification

FOLDER = ROOT / "specs" / "medical"


@cache
def specification() -> Specification:
    (project,), _ = find_projects([FOLDER])
    return read_project(project).specification


@cache
def outline() -> Outline:
    found = outline_beside(FOLDER, Names(ROOT))
    assert found is not None
    assert found.outline is not None, found.diagnostics
    return found.outline
