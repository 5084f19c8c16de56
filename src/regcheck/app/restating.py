"""条項 in spec files, written as the outline of the ordinance has their items.

Owns: which files change and how, writing them.
Refuses to know: where an item stands, what a 条項 is, how changes are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from regcheck.app.cases import Reading, read_project
from regcheck.app.names import Names
from regcheck.app.outlines import outline_beside
from regcheck.app.problems import unwritable
from regcheck.app.projects import Project
from regcheck.app.writing import replace_file
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Fix
from regcheck.documents.ordinance.checks.provisions import check_provisions
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.frozen import Frozen

_EMPTY_LINE = re.compile(r"[^\S\n]*条項[^\S\n]*\Z")
"""What stands before a value of which nothing is left."""


class Restated(Frozen):
    """What was told of the 条項 that were rewritten, and the files that could not be written."""

    changes: tuple[codes.provisions.ProvisionElsewhere, ...] = ()
    problems: tuple[Diagnostic, ...] = ()


def restate_provisions(project: Project, as_of: date | None = None) -> Restated:
    """Rewrite the 条項 of the project's own files that name another place than the outline gives to their items.
    Nothing is done where there is no outline, or where no ordinance can be composed: the documents tell why."""
    names, reading = Names(Path()), read_project(project, as_of=as_of)
    found = [one for one in _elsewhere(project, reading, names) if _is_own(one, reading)]
    changes: list[codes.provisions.ProvisionElsewhere] = []
    problems: list[Diagnostic] = []
    for file in sorted({fix.span.file for one in found for fix in one.fixes}):
        here = [one for one in found if one.fixes[0].span.file == file]
        path, text = names.path_of(file), reading.sources[file].text
        try:
            _write(path, text, with_fixes(text, [fix for one in here for fix in one.fixes]))
        except OSError:
            problems.append(unwritable(file))
        else:
            changes += [one.payload for one in here if isinstance(one.payload, _TOLD)]
    return Restated(changes=tuple(changes), problems=tuple(problems))


_TOLD = codes.provisions.ProvisionElsewhere


def _elsewhere(project: Project, reading: Reading, names: Names) -> Iterator[Diagnostic]:
    beside = outline_beside(project.folder, names) if project.own == project.files else None
    if beside is None or beside.outline is None or reading.errors:
        return
    made = compose_ordinance(reading.specification, beside.outline)
    if made.draft is not None and made.numbering is not None:
        yield from check_provisions(reading.specification, made.draft, made.numbering)


def _is_own(one: Diagnostic, reading: Reading) -> bool:
    return bool(one.fixes) and one.fixes[0].span.file in reading.own


def with_fixes(text: str, fixes: Iterable[Fix]) -> str:
    """The text with fixes that stand apart; a 条項 without a value goes with its line, if nothing else stands there."""
    for fix in sorted(fixes, key=lambda fix: fix.span.start, reverse=True):
        before, after = text[: fix.span.start], text[fix.span.end :]
        text = before + fix.replacement + after if fix.replacement else _without(before, after)
    return text


def _without(before: str, after: str) -> str:
    lead = _EMPTY_LINE.sub("", before)
    rest, end, following = after.partition("\n")
    return lead + following if end and not rest.strip() else lead + after


def _write(path: Path, old: str, new: str) -> None:
    """A mark of UTF-8 before the text stays."""
    mark = path.read_bytes().removesuffix(old.encode())
    replace_file(path, mark + new.encode())
