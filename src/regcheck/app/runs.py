"""Whole runs that are kept: what `check` printed, by everything that it depends on.

Owns: the digest of a run's inputs, one file per run below the folder of caches, and how many are kept.
Refuses to know: how a run is made, verdicts, argv.

A run is found before the parser, the model or the solver is loaded. Its file begins with a digest of the rest: what
was cut short, or written by anybody else, is no run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from os import DirEntry, scandir
from pathlib import Path

import msgspec

from regcheck.app.workspace import Read
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.digests import blake2b
from regcheck.frozen import Frozen

MOST_RUNS = 200
MOST_BYTES = 64 * 2**20
_DIGEST = 32


class Run(Frozen):
    """What a run wrote on stdout in UTF-8, its exit code, and how many obligations it decided."""

    text: bytes
    code: int
    obligations: int


def _part(read: Read) -> object:
    loaded, whole = read.loaded, read.project.own == read.project.files
    if loaded.diagnostics or isinstance(read.baseline, Diagnostic):
        return None
    contents = [
        sorted((_bytes(n), data) for n, data in some.items()) for some in (loaded.files, loaded.facts)
    ]
    own = sorted(map(_bytes, loaded.own))
    return [_bytes(read.project.name), whole, own, contents, _bytes(read.baseline_name), read.baseline]


class Runs:
    """The runs of the program with this stamp. A folder that cannot be written keeps nothing."""

    def __init__(self, folder: Path, stamp: bytes) -> None:
        self.folder, self._stamp = folder / "runs", stamp
        self.broken = False
        """Whether a file was met that is no run."""

    def key(self, asked: Sequence[str], read: Iterable[Read]) -> bytes | None:
        """The digest of all that a run depends on: the program, what is asked of it, the content of every file.

        None if a file could not be read: nobody knows what such a run depends on.
        """
        parts = [_part(one) for one in read]
        if None in parts:
            return None
        return _digest(msgspec.msgpack.encode([self._stamp, list(map(_bytes, asked)), parts]))

    def find(self, key: bytes) -> Run | None:
        """The run with these inputs, if it is kept."""
        try:
            kept = (self.folder / key.hex()).read_bytes()
        except OSError:
            return None
        body = kept[_DIGEST:]
        if kept[:_DIGEST] != _digest(key + body):
            self.broken = True
            return None
        return msgspec.msgpack.decode(body, type=Run)

    def keep(self, key: bytes, run: Run) -> None:
        """Keep a run; the oldest ones make room."""
        from regcheck.app.writing import replace_file

        body = msgspec.msgpack.encode(run)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(self.folder / key.hex(), _digest(key + body) + body)
            self._make_room()
        except OSError:  # read-only, full, or taken by another program: the next run is made anew
            return

    def _make_room(self) -> None:
        room = MOST_BYTES
        for age, entry in enumerate(self._newest_first()):
            room -= entry.stat().st_size
            if age >= MOST_RUNS or room < 0:
                Path(entry.path).unlink(missing_ok=True)

    def _newest_first(self) -> list[DirEntry[str]]:
        with scandir(self.folder) as found:
            return sorted(found, key=lambda entry: entry.stat().st_mtime_ns, reverse=True)

    def sizes(self) -> list[int]:
        """The bytes of each run that is kept."""
        try:
            return [entry.stat().st_size for entry in self._newest_first()]
        except OSError:
            return []

    def clear(self) -> None:
        """Forget all runs. Raises OSError."""
        if self.folder.exists():
            for entry in self._newest_first():
                Path(entry.path).unlink(missing_ok=True)


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=_DIGEST).digest()


def _bytes(text: str) -> bytes:
    """UTF-8, also of a name that is none."""
    return text.encode("utf-8", "surrogatepass")
