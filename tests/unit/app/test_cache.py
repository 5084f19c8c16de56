"""Verdicts on disk: what is put is found, and no state of the file is a reason to fail."""

from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterator
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any

import pytest

from regcheck.app import cache
from regcheck.app.cache import FILE, Verdicts
from regcheck.app.forks import Copy, has_copies


def key(number: int) -> bytes:
    return blake2b(number.to_bytes(8, "big"), digest_size=32).digest()


def many(first: int, count: int, size: int = 10) -> dict[bytes, bytes]:
    return {key(number): bytes([number % 256]) * size for number in range(first, first + count)}


def test_what_was_put_is_found_by_the_next_run(tmp_path: Path) -> None:
    put = many(0, 1_200)
    Verdicts(tmp_path, b"program").put(put)
    next_run = Verdicts(tmp_path, b"program")
    assert next_run.get([*put, key(9_999)]) == put
    assert (next_run.asked, next_run.found) == (1_201, 1_200)
    assert next_run.get([]) == {}


def test_the_last_value_counts(tmp_path: Path) -> None:
    verdicts = Verdicts(tmp_path, b"program")
    verdicts.put({key(1): b"old", key(2): b"kept"})
    verdicts.put({key(1): b"new"})
    assert verdicts.get([key(1), key(2)]) == {key(1): b"new", key(2): b"kept"}
    assert verdicts.count() == 2


def test_a_value_of_many_keys_is_written_once(tmp_path: Path) -> None:
    verdicts, value = Verdicts(tmp_path, b"program"), bytes(2_000)
    verdicts.put({key(number): value for number in range(500)})
    assert verdicts.get([key(0), key(499)]) == {key(0): value, key(499): value}
    assert (verdicts.count(), verdicts.size() < 100_000) == (500, True)


def test_what_is_put_while_it_holds_is_not_told_until_it_lets_go(tmp_path: Path) -> None:
    verdicts, other = Verdicts(tmp_path, b"program"), Verdicts(tmp_path, b"program")
    verdicts.put(many(0, 3))
    verdicts.hold()
    verdicts.put(many(3, 1))
    other.put(many(4, 1))
    assert verdicts.get([*many(0, 5)]) == many(0, 3)
    verdicts.release()
    assert verdicts.get([*many(0, 5)]) == many(0, 5)


def test_what_is_asked_of_a_file_that_holds_nothing_counts_and_is_not_found(tmp_path: Path) -> None:
    verdicts, other = Verdicts(tmp_path, b"program"), Verdicts(tmp_path, b"program")
    verdicts.hold()
    other.put(many(0, 3))
    assert verdicts.get([*many(0, 5)]) == {}
    assert (verdicts.asked, verdicts.found) == (5, 0)
    verdicts.release()
    assert verdicts.get([*many(0, 5)]) == many(0, 3)


@pytest.mark.skipif(not has_copies(), reason="processes are copied on Linux only")
def test_a_copy_of_the_process_has_a_connection_of_its_own(tmp_path: Path) -> None:
    verdicts = Verdicts(tmp_path, b"program")
    verdicts.put(many(0, 50))
    before = verdicts._connection

    def remembering() -> Iterator[bool]:
        verdicts.put(many(50, 50))
        yield verdicts._connection is not before
        yield verdicts.get([*many(0, 100)]) == many(0, 100)

    copies = [Copy(remembering) for _ in range(2)]
    verdicts.put(many(100, 50))
    assert [(copy.wait(), copy.leave()) for copy in copies] == [(True, [True, True])] * 2
    assert verdicts.get([*many(0, 150)]) == many(0, 150)
    assert verdicts._connection is before
    assert not verdicts.trouble


def test_another_program_finds_nothing_and_destroys_nothing(tmp_path: Path) -> None:
    Verdicts(tmp_path, b"program").put({key(1): b"mine"})
    other = Verdicts(tmp_path, b"another")
    assert other.get([key(1)]) == {}
    other.put({key(1): b"theirs"})
    assert Verdicts(tmp_path, b"program").get([key(1)]) == {key(1): b"mine"}


def test_the_oldest_make_room(tmp_path: Path) -> None:
    verdicts = Verdicts(tmp_path, b"program", most_bytes=400_000)
    for first in range(0, 3_000, 100):
        verdicts.put(many(first, 100, size=1_000))
    assert verdicts.size() < 600_000
    assert verdicts.get([key(0)]) == {}
    newest = many(2_900, 100, size=1_000)
    assert verdicts.get(list(newest)) == newest


def test_what_is_too_large_altogether_leaves_a_file_that_works(tmp_path: Path) -> None:
    verdicts = Verdicts(tmp_path, b"program", most_bytes=50_000)
    verdicts.put({key(1): bytes(100_000)})
    verdicts.put({key(2): b"small"})
    assert verdicts.get([key(1), key(2)]) == {key(2): b"small"}
    assert not verdicts.broken


# ------------------------------------------------------------ broken, foreign, not there


@pytest.mark.parametrize("content", [b"no database at all " * 100, b"SQLite format 3\0" + b"\xff" * 5_000])
def test_a_file_that_is_none_of_ours_is_put_aside_once(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE).write_bytes(content)
    verdicts = Verdicts(tmp_path, b"program")
    assert verdicts.get([key(1)]) == {}
    assert verdicts.broken
    verdicts.put({key(1): b"value"})
    again = Verdicts(tmp_path, b"program")
    assert again.get([key(1)]) == {key(1): b"value"}
    assert not again.broken
    assert (tmp_path / FILE).with_suffix(".broken").read_bytes() == content


def test_a_database_of_another_program_is_put_aside(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("CREATE TABLE verdicts (key BLOB, value BLOB)")
    db.close()
    verdicts = Verdicts(tmp_path, b"program")
    assert verdicts.get([key(1)]) == {}
    assert verdicts.broken


def test_a_value_that_was_changed_is_never_given(tmp_path: Path) -> None:
    Verdicts(tmp_path, b"program").put({key(1): b"PROVED"})
    with sqlite3.connect(tmp_path / FILE) as db:
        assert db.execute("UPDATE answers SET value = ?", (b"RUINED",)).rowcount == 1
    db.close()
    verdicts = Verdicts(tmp_path, b"program")
    assert verdicts.get([key(1)]) == {}
    assert verdicts.broken


def test_a_key_that_leads_to_the_value_of_another_is_found_out(tmp_path: Path) -> None:
    Verdicts(tmp_path, b"program").put({key(1): b"one", key(2): b"two"})
    with sqlite3.connect(tmp_path / FILE) as db:
        db.execute("UPDATE verdicts SET age = (SELECT max(age) FROM answers)")
    db.close()
    verdicts = Verdicts(tmp_path, b"program")
    assert verdicts.get([key(1), key(2)]) == {}
    assert verdicts.broken


def test_a_key_that_begins_like_another_is_not_taken_for_it(tmp_path: Path) -> None:
    Verdicts(tmp_path, b"program").put({key(1): b"one"})
    assert Verdicts(tmp_path, b"program").get([key(1)[:8] + key(2)[8:]]) == {}


def test_half_of_a_file_is_found_out(tmp_path: Path) -> None:
    Verdicts(tmp_path, b"program").put(many(0, 500, size=500))
    whole = (tmp_path / FILE).read_bytes()
    (tmp_path / FILE).write_bytes(whole[: len(whole) // 2])
    verdicts = Verdicts(tmp_path, b"program")
    assert verdicts.get(list(many(0, 500))) == {}
    assert verdicts.broken


def test_a_place_that_cannot_be_written_remembers_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    verdicts = Verdicts(tmp_path / "file", b"program")
    verdicts.put({key(1): b"value"})
    assert verdicts.get([key(1)]) == {}
    assert verdicts.trouble
    assert not verdicts.broken


def test_a_file_that_is_read_only_is_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Verdicts(tmp_path, b"program").put({key(1): b"value"})
    connect = sqlite3.connect

    def read_only(file: Path, **options: object) -> sqlite3.Connection:
        return connect(f"file:{file}?mode=ro", uri=True, **options)  # type: ignore[call-overload,no-any-return]

    monkeypatch.setattr(sqlite3, "connect", read_only)
    verdicts = Verdicts(tmp_path, b"program")
    assert verdicts.get([key(1)]) == {key(1): b"value"}
    verdicts.put({key(2): b"lost"})
    assert "readonly" in verdicts.trouble
    assert not verdicts.broken


def test_what_fails_in_the_middle_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Verdicts(tmp_path, b"program").put({key(1): b"value"})
    monkeypatch.setattr(cache, "_FORGET_OLDEST", ("SELECT BROKEN",))
    failing = Verdicts(tmp_path, b"program", most_bytes=0)
    failing.put({key(1): b"other", key(2): b"value"})
    assert "BROKEN" in failing.trouble
    assert Verdicts(tmp_path, b"program").get([key(1), key(2)]) == {key(1): b"value"}


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    verdicts = Verdicts(tmp_path, b"program")
    verdicts.put({key(1): b"value"})
    (tmp_path / "verdicts-1.sqlite").write_bytes(b"of a program with other tables")
    verdicts.clear()
    assert not list(tmp_path.iterdir())
    assert (verdicts.count(), verdicts.size()) == (0, 0)
    verdicts.put({key(2): b"value"})
    assert verdicts.count() == 1


# ------------------------------------------------------------ more than one process


def _write(folder: Path, first: int) -> None:
    verdicts = Verdicts(folder, b"program", patience=100)
    for start in range(first, first + 400, 40):
        verdicts.put(many(start, 40))
    assert not verdicts.broken and not verdicts.trouble


def test_processes_that_write_together_keep_everything(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write, args=(tmp_path, first)) for first in (0, 200, 400)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(200)
    assert [writer.exitcode for writer in writers] == [0, 0, 0]
    expected = many(0, 800)
    assert Verdicts(tmp_path, b"program").get(list(expected)) == expected


def test_a_file_that_another_process_is_making_is_not_taken_for_a_strangers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one makes its table just when we have seen that there is no mark of ours in the file yet."""
    connect = sqlite3.connect

    class Late(sqlite3.Connection):
        def execute(self, sql: str, *rest: Any) -> sqlite3.Cursor:
            if "sqlite_master" in sql:
                monkeypatch.setattr(sqlite3, "connect", connect)
                Verdicts(tmp_path, b"other", patience=0).put(many(0, 1))
            return super().execute(sql, *rest)

    monkeypatch.setattr(sqlite3, "connect", partial(connect, factory=Late))
    verdicts = Verdicts(tmp_path, b"program")
    verdicts.put(many(0, 3))
    assert not verdicts.broken
    assert verdicts.get(list(many(0, 3))) == many(0, 3)
