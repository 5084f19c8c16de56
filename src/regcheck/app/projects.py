"""From the paths a user names to the specifications they mean.

Owns: one folder is one specification; which files of it owe proofs.
Refuses to know: what is in the files.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from regcheck.app.names import shown_name
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen

SUFFIX = ".regspec"
DEFAULT_FOLDER = "specs"


class Project(Frozen):
    """One specification: its folder, the files in it, and those of them that owe proofs."""

    folder: Path
    files: tuple[Path, ...]
    own: tuple[Path, ...]

    @property
    def name(self) -> str:
        """As shown: the folder, or the one file that was asked for."""
        return shown_name(self.folder if self.own == self.files else self.own[0])


def default_paths() -> list[Path]:
    """specs where it exists, else where we stand."""
    return [Path(DEFAULT_FOLDER) if Path(DEFAULT_FOLDER).is_dir() else Path()]


def find_projects(paths: Sequence[Path]) -> tuple[list[Project], list[Diagnostic]]:
    """The specifications of the paths, each once, in order; a path without any gives a diagnostic."""
    projects: dict[tuple[Path, tuple[Path, ...]], Project] = {}
    problems: list[Diagnostic] = []
    for path in paths:
        found = list(_projects_of(path))
        projects |= {(p.folder.resolve(), p.own): p for p in found}
        if not found:
            name = shown_name(path)
            from regcheck.app.problems import about

            problems.append(about(name, codes.files.NoSpecification(folder=name)))
    return list(projects.values()), problems


def _projects_of(path: Path) -> Iterator[Project]:
    if path.is_dir():
        for folder in _folders_below(path):
            files = spec_files(folder)
            if files:
                yield Project(folder=folder, files=files, own=files)
    elif path.name.endswith(SUFFIX):
        beside = spec_files(path.parent)
        yield Project(folder=path.parent, files=tuple(sorted({*beside, path})), own=(path,))


def _folders_below(folder: Path) -> list[Path]:
    """The folder and those below it, hidden ones left out, in the order of their names."""
    found: list[Path] = []
    for root, names, _ in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        found.append(Path(root))
    return sorted(found)


def spec_files(folder: Path) -> tuple[Path, ...]:
    """The spec files of one folder, in the order of their names."""
    return tuple(sorted(path for path in folder.glob(f"*{SUFFIX}") if not path.name.startswith(".")))


def all_spec_files(paths: Iterable[Path]) -> list[Path]:
    """Every spec file at or below the paths, each once."""
    found: dict[Path, None] = {}
    for path in paths:
        files = [file for folder in _folders_below(path) for file in spec_files(folder)]
        found |= dict.fromkeys(files if path.is_dir() else [path])
    return list(found)
