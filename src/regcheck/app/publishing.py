"""Documents in a folder: comparing them with what is there, and putting them in its place.

Owns: what differs, which files of the folder are not ours, replacing the folder as a whole.
Refuses to know: what the documents say, how they are made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from regcheck.app.names import shown_name
from regcheck.app.problems import about, unwritable
from regcheck.app.writing import files_below, replace_folder
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen

MANIFEST = "MANIFEST.json"


class Differences(Frozen):
    """Names of files that differ from what should be there, that are missing, and that should not be there."""

    stale: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stale or self.missing or self.extra)


def compare(folder: Path, documents: Mapping[str, bytes]) -> Differences:
    """The folder against the documents, byte for byte. Raises OSError if it cannot be read."""
    there = files_below(folder)
    return Differences(
        stale=tuple(n for n, data in documents.items() if n in there and there[n].read_bytes() != data),
        missing=tuple(name for name in documents if name not in there),
        extra=tuple(name for name in there if name not in documents),
    )


def publish(folder: Path, documents: Mapping[str, bytes]) -> Diagnostic | None:
    """Make the folder hold exactly the documents; what was there stays if that fails or is not ours."""
    name = shown_name(folder)
    try:
        if foreign := _foreign(folder, documents):
            return about(name, codes.files.ForeignFiles(folder=name, files=foreign))
        replace_folder(folder, documents)
    except OSError:
        return unwritable(name)
    return None


def _foreign(folder: Path, documents: Mapping[str, bytes]) -> tuple[str, ...]:
    """Files that are neither written now nor listed by the manifest of an earlier run."""
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(folder)
    ours = {*documents, *_listed(folder / MANIFEST)}
    return tuple(name for name in files_below(folder) if name not in ours)


def _listed(manifest: Path) -> set[str]:
    """The documents that an earlier manifest lists; none if there is none."""
    try:
        found = json.loads(manifest.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    listed = found.get("documents", ()) if isinstance(found, dict) else ()
    return {str(name) for name in listed}
