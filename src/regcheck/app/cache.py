"""Verdicts that are kept: a Memory in one SQLite file below the folder of caches.

Owns: the file, its bound, and what happens when it is broken, foreign, locked or cannot be written.
Refuses to know: what keys and values mean.

A cache is never a reason to fail. A file that is not ours, or damaged, is put aside and begun anew; where nothing can
be read or written, nothing is remembered. Rows of another program are under other keys, and the oldest make room.

Many keys have the same value, which is written once. A row of a key is its first eight bytes, the value, and a seal
made of the whole key and the value: without it neither a damaged row nor a key that only begins alike would be noticed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from regcheck.digests import blake2b

if TYPE_CHECKING:
    import sqlite3

FILE = "verdicts-2.sqlite"
"""The number is that of the tables below: programs with different ones do not meet."""

_OF_ANY_PROGRAM = "verdicts-*.sqlite"

MOST_BYTES = 256 * 2**20
_APPLICATION = 0x72656763
PATIENCE = 2.0
"""Seconds to wait for another process that writes; it writes for milliseconds."""

_TOGETHER = 500
_SEAL = 16
_BEGIN = f"""
    BEGIN IMMEDIATE;
    PRAGMA application_id = {_APPLICATION};
    CREATE TABLE IF NOT EXISTS answers (age INTEGER PRIMARY KEY, value BLOB NOT NULL);
    CREATE TABLE IF NOT EXISTS verdicts (key INTEGER PRIMARY KEY, age INTEGER NOT NULL, seal BLOB NOT NULL);
    COMMIT
"""
"""The younger a value, the greater its age."""
_USED_BYTES = "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, pragma_page_size"
_ENDLESS = 2**62
_FORGET_OLDEST = (
    "DELETE FROM answers WHERE age <= (SELECT min(age) + (max(age) - min(age)) / 4 FROM answers)",
    "DELETE FROM verdicts WHERE age NOT IN (SELECT age FROM answers)",
)

T = TypeVar("T")


class _DamagedError(Exception):
    """The file is not ours, or does not hold what was put into it."""


class Verdicts:
    """What was found under keys of 32 bytes, by the program with this stamp."""

    def __init__(
        self, folder: Path, stamp: bytes, most_bytes: int = MOST_BYTES, patience: float = PATIENCE
    ) -> None:
        self.file = folder / FILE
        self.broken = False
        """Whether the file was put aside."""
        self.trouble = ""
        """Why nothing is remembered, in the words of the system."""
        self.asked = self.found = 0
        """Keys that were asked for, and how many of them were remembered."""
        self._program = _number(blake2b(stamp, digest_size=8).digest())
        self._most_bytes, self._patience = most_bytes, patience
        self._connection: sqlite3.Connection | None = None
        self._newest = _ENDLESS
        self._process = os.getpid()
        self._inherited: list[object] = []

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """What is remembered of some keys."""
        wanted = dict.fromkeys(keys)
        found: dict[bytes, bytes] = self._try(lambda db: self._look(db, wanted), {}) if self._newest else {}
        self.asked, self.found = self.asked + len(wanted), self.found + len(found)
        return found

    def put(self, found: Mapping[bytes, bytes]) -> None:
        """Remember all of it, or nothing."""
        if found:
            self._try(lambda db: self._insert(db, found), None)

    def hold(self) -> None:
        """What is put from now on, by whomever, is not told: processes that work together are no earlier run."""
        self._newest = self._try(_newest, 0)

    def release(self) -> None:
        """Everything is told again."""
        self._newest = _ENDLESS

    def count(self) -> int:
        """How much is remembered."""
        if not self.file.exists():
            return 0
        return self._try(lambda db: int(db.execute("SELECT count(*) FROM verdicts").fetchone()[0]), 0)

    def size(self) -> int:
        """The bytes of the file."""
        return self.file.stat().st_size if self.file.exists() else 0

    def clear(self) -> None:
        """Forget everything, also what programs with other tables left. Raises OSError."""
        self.close()
        for file in self.file.parent.glob(_OF_ANY_PROGRAM):
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _row(self, key: bytes) -> int:
        """The number of a row; the same key is another row for another program."""
        return _number(key) ^ self._program

    def _look(self, db: sqlite3.Connection, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        if _newest(db) == 0:
            return {}
        return dict(_found(db, {self._row(key): key for key in keys}, self._newest))

    def _insert(self, db: sqlite3.Connection, found: Mapping[bytes, bytes]) -> None:
        """All that can be made before is made before: while one process writes, the others wait."""
        digests = {value: _digest(value) for value in dict.fromkeys(found.values())}
        sealed = sorted([(self._row(key), value, _seal(key, digests[value])) for key, value in found.items()])
        db.execute("BEGIN IMMEDIATE")
        try:
            ages = {value: age for age, value in enumerate(digests, _newest(db) + 1)}
            rows = [(row, ages[value], seal) for row, value, seal in sealed]
            db.executemany("INSERT INTO answers (value, age) VALUES (?, ?)", ages.items())
            db.executemany("INSERT OR REPLACE INTO verdicts (key, age, seal) VALUES (?, ?, ?)", rows)
            if db.execute(_USED_BYTES).fetchone()[0] > self._most_bytes:
                for forget in _FORGET_OLDEST:
                    db.execute(forget)
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise

    def _try(self, act: Callable[[sqlite3.Connection], T], otherwise: T) -> T:
        """What comes of it; `otherwise` if the file does not let us."""
        import sqlite3  # a run that is kept whole asks for no verdict

        if self.trouble:
            return otherwise
        self._leave_to_original()
        try:
            self._connection = self._connection or _opened(self.file, self._patience)
            return act(self._connection)
        except (sqlite3.OperationalError, OSError) as error:
            self.trouble = str(error)
        except (sqlite3.DatabaseError, _DamagedError) as error:
            self._put_aside(str(error))
        return otherwise

    def _leave_to_original(self) -> None:
        """What this process was copied with open is not touched, not even closed: it is the original's."""
        if self._process != os.getpid():
            self._inherited.append(self._connection)
            self._connection, self._process = None, os.getpid()

    def _put_aside(self, why: str) -> None:
        """The file steps aside for a new one; if that is damaged too, nothing is remembered."""
        if self.broken:
            self.trouble = why
            return
        self.broken = True
        self.close()
        try:
            self.file.replace(self.file.with_suffix(".broken"))
        except OSError as error:
            self.trouble = str(error)


def _opened(file: Path, patience: float) -> sqlite3.Connection:
    import sqlite3

    file.parent.mkdir(parents=True, exist_ok=True)
    db = sqlite3.connect(file, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _prepare(db, file)
    except BaseException:
        db.close()
        raise
    return db


def _prepare(db: sqlite3.Connection, file: Path) -> None:
    """Make the tables if there are none. Raises _DamagedError."""
    db.execute(
        "PRAGMA synchronous = OFF"
    )  # what a power cut or a kill destroys is found damaged, and made again
    db.execute("PRAGMA journal_mode = MEMORY")
    db.execute("BEGIN")  # both of one moment: another process may be making its tables
    (application,) = db.execute("PRAGMA application_id").fetchone()
    (tables,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    db.execute("COMMIT")
    if application != _APPLICATION:
        if application or tables:
            raise _DamagedError(f"{file} is another program's")
        db.executescript(_BEGIN)


def _newest(db: sqlite3.Connection) -> int:
    """The age of the youngest value; 0 if there is none."""
    age: int | None = db.execute("SELECT max(age) FROM answers").fetchone()[0]
    return age or 0


def _found(db: sqlite3.Connection, keys: Mapping[int, bytes], newest: int) -> Iterator[tuple[bytes, bytes]]:
    """Each key that is remembered, with its value. Raises _DamagedError."""
    known: dict[int, tuple[bytes, bytes]] = {}
    waiting = iter(keys)
    while some := list(islice(waiting, _TOGETHER)):
        marks = ",".join("?" * len(some))
        wanted = f"SELECT key, age, seal, value FROM verdicts JOIN answers USING (age) WHERE key IN ({marks}) AND age <= ?"
        for row, age, seal, kept in db.execute(wanted, (*some, newest)):
            value, digest = known.get(age) or known.setdefault(age, (kept, _digest(kept)))
            if seal != _seal(keys[row], digest):
                raise _DamagedError("a value is damaged")
            yield keys[row], value


def _number(key: bytes) -> int:
    return int.from_bytes(key[:8], "big", signed=True)


def _digest(value: bytes) -> bytes:
    return blake2b(value, digest_size=_SEAL).digest()


def _seal(key: bytes, digest: bytes) -> bytes:
    return blake2b(key + digest, digest_size=_SEAL).digest()
