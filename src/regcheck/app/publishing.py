"""Documents in a folder: comparing them with what is there, and putting them in its place.

Owns: what differs, which files of the folder are not ours or were changed by hand, replacing all files or some.
Refuses to know: what the documents say, how they are made, how a difference is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from regcheck.app.names import shown_name
from regcheck.app.problems import about, unwritable
from regcheck.app.writing import files_below, replace_file, replace_folder
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.manifest import NAME as MANIFEST, hash_of, joined, listed
from regcheck.frozen import Frozen


class Differences(Frozen):
    """Names of files that differ from what should be there, that are missing, and that should not be there."""

    stale: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.stale or self.missing or self.extra)


class Changed(Frozen):
    """A document that somebody has changed since it was written, and what would be written in its place (None: it
    would be removed)."""

    name: str
    there: bytes
    wanted: bytes | None


class Refusal(Frozen):
    """Why nothing was written."""

    problem: Diagnostic
    changed: tuple[Changed, ...] = ()


def compare(folder: Path, documents: Mapping[str, bytes], only: Iterable[str] = ()) -> Differences:
    """The folder against the documents, byte for byte, or against those with some names alone. Raises OSError if it
    cannot be read."""
    there, names = files_below(folder), tuple(only)
    wanted = {name: documents[name] for name in names} if names else documents
    return Differences(
        stale=tuple(n for n, data in wanted.items() if n in there and there[n].read_bytes() != data),
        missing=tuple(name for name in wanted if name not in there),
        extra=() if names else tuple(name for name in there if name not in wanted),
    )


def publish(folder: Path, documents: Mapping[str, bytes], *, force: bool = False) -> Refusal | None:
    """Make the folder hold exactly the documents; what was there stays if that fails, is not ours, or was changed by
    hand and `force` is not given."""
    name = shown_name(folder)
    try:
        if _is_file(folder):
            return _no_folder(name)
        there, known = files_below(folder), _listed(folder)
        if foreign := tuple(file for file in there if file not in {*documents, *known, MANIFEST}):
            return Refusal(problem=about(name, codes.files.ForeignFiles(folder=name, files=foreign)))
        if not force and (changed := tuple(_changed(there, known, documents))):
            return _refused(name, changed)
        replace_folder(folder, documents)
    except OSError:
        return Refusal(problem=unwritable(name))
    return None


def publish_some(folder: Path, documents: Mapping[str, bytes], *, force: bool = False) -> Refusal | None:
    """Put some documents in their place and list them in the manifest of the folder; all other files stay."""
    name = shown_name(folder)
    try:
        if _is_file(folder):
            return _no_folder(name)
        there = {file: path for file, path in files_below(folder).items() if file in documents}
        if not force and (changed := tuple(_changed(there, _listed(folder), documents))):
            return _refused(name, changed)
        _put(folder, documents)
    except OSError:
        return Refusal(problem=unwritable(name))
    return None


def _put(folder: Path, documents: Mapping[str, bytes]) -> None:
    """The manifest last: a document that it does not list yet is as it would be written, and so no obstacle."""
    for name in sorted(documents, key=lambda name: (name == MANIFEST, name)):
        path, data = folder / name, documents[name]
        path.parent.mkdir(parents=True, exist_ok=True)
        if name == MANIFEST and path.exists():
            data = joined(path.read_bytes(), data)
        replace_file(path, data)


def _changed(
    there: Mapping[str, Path], known: Mapping[str, str], documents: Mapping[str, bytes]
) -> Iterator[Changed]:
    """Files that are neither as they were written nor as they would be."""
    for name, path in there.items():
        data, wanted = path.read_bytes(), documents.get(name)
        if name != MANIFEST and data != wanted and hash_of(data) != known.get(name):
            yield Changed(name=name, there=data, wanted=wanted)


def _listed(folder: Path) -> Mapping[str, str]:
    """The documents that the manifest of an earlier run lists, with their hashes; none if there is none."""
    file = folder / MANIFEST
    return listed(file.read_bytes()) if file.is_file() else {}


def _is_file(folder: Path) -> bool:
    return folder.exists() and not folder.is_dir()


def _no_folder(name: str) -> Refusal:
    return Refusal(problem=about(name, codes.generating.NoFolder(path=name)))


def _refused(name: str, changed: tuple[Changed, ...]) -> Refusal:
    files = tuple(one.name for one in changed)
    return Refusal(
        problem=about(name, codes.generating.ChangedByHand(folder=name, files=files)), changed=changed
    )
