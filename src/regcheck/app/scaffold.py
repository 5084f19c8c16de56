"""A small project to learn from.

Owns: the files of the example, and putting them into an empty folder.
Refuses to know: what the example says.
"""

from __future__ import annotations

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from regcheck.app.problems import about, unwritable
from regcheck.app.writing import replace_folder
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic


def example_files() -> dict[str, bytes]:
    """The example by POSIX name."""
    return dict(sorted(_walk(files("regcheck.app") / "templates" / "init", "")))


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        name = prefix + entry.name
        found += _walk(entry, name + "/") if entry.is_dir() else [(name, entry.read_bytes())]
    return found


def make_example(folder: Path, shown: str) -> Diagnostic | None:
    """Write the example into a folder that is new or empty; `shown` is its name as the user gave it."""
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            return about(shown, codes.files.FolderNotEmpty(folder=shown))
        replace_folder(folder, example_files())
    except OSError:
        return unwritable(shown)
    return None
