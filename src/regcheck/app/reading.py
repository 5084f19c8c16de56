"""Reading the files of a project: its specs, what they 利用, and the files of their 事実表.

Owns: finding out by a quick look which further files are wanted, and reading those that are there.
Refuses to know: the language; the parser has the last word on what a file uses, and tells what is missing.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from regcheck.app.names import Names
from regcheck.app.projects import Project
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.source.paths import resolve_use

# A search that begins with a fixed sign skips what lies between.
_USE = re.compile(r"\n利用[^\S\n]*「(.+?)」")
_FACTS = re.compile(r"\n[^\S\n]+資料[^\S\n]*「(.+?)」")


class Loaded(Frozen):
    """Bytes by name; `facts` are the files of 事実表. All are named by `names`."""

    own: frozenset[str]
    files: Mapping[str, bytes]
    facts: Mapping[str, bytes]
    names: Names
    diagnostics: tuple[Diagnostic, ...] = ()


def load(project: Project, base: Path | None = None) -> Loaded:
    """Read a project whole, with names relative to `base` (None: where we stand).

    A file that is there but cannot be read gives a diagnostic; one that is not there, none. 利用 resolve on
    names, so a file must have one name only: where a way leads out of the base (and may lead back), all
    names are absolute, or, with a base, relative to the folder that holds every file.
    """
    loaded = _load(project, Names(base or Path()))
    if not any(_leads_out(name) for name in (*loaded.files, *loaded.facts)):
        return loaded
    everywhere = _load(project, Names())
    if base is None:
        return everywhere
    folders = [str(Path(name).parent) for name in (*everywhere.files, *everywhere.facts)]
    return _load(project, Names(Path(os.path.commonpath(folders))))


def _leads_out(name: str) -> bool:
    return name.split("/", 1)[0] == ".." or Path(name).is_absolute()


def _load(project: Project, names: Names) -> Loaded:
    files: dict[str, bytes] = {}
    facts: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    queue = [names.name_of(path) for path in project.files]
    for name in queue:  # grows while it is walked
        if name not in files and (data := _read(name, names, problems)) is not None:
            files[name] = data
            queue += _wanted(_USE, name, data)
            for fact in _wanted(_FACTS, name, data):
                if fact not in facts and (found := _read(fact, names, problems)) is not None:
                    facts[fact] = found
    own = frozenset(names.name_of(path) for path in project.own)
    return Loaded(own=own, files=files, facts=facts, names=names, diagnostics=tuple(problems))


def _wanted(pattern: re.Pattern[str], name: str, data: bytes) -> Iterator[str]:
    """Names of further files that the text of a file asks for."""
    text = data.decode("utf-8", "replace").removeprefix("\ufeff")
    for written in pattern.findall(f"\n{text}"):
        yield resolve_use(name, written)


def _read(name: str, names: Names, problems: list[Diagnostic]) -> bytes | None:
    path = names.path_of(name)
    try:
        return path.read_bytes() if path.is_file() else None
    except (OSError, ValueError):
        from regcheck.app.problems import unreadable

        problems.append(unreadable(name))
        return None
