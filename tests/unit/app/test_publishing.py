"""Documents: what differs is named, what is not ours is never thrown away."""

from __future__ import annotations

import json
from pathlib import Path

from regcheck.app.publishing import Differences, compare, publish
from regcheck.app.writing import files_below

DOCUMENTS = {"index.html": b"<p>", "a/table.md": b"|", "MANIFEST.json": b'{"documents": {}}'}


def test_what_was_published_is_fresh(tmp_path: Path) -> None:
    assert publish(tmp_path / "out", DOCUMENTS) is None
    assert not compare(tmp_path / "out", DOCUMENTS)


def test_every_difference_is_named(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "index.html").write_bytes(b"<p>changed")
    (tmp_path / "a" / "table.md").unlink()
    (tmp_path / "notes.txt").write_bytes(b"")
    assert compare(tmp_path, DOCUMENTS) == Differences(
        stale=("index.html",), missing=("a/table.md",), extra=("notes.txt",)
    )
    assert compare(tmp_path / "none", DOCUMENTS).missing == tuple(DOCUMENTS)


def test_a_file_that_is_not_ours_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    problem = publish(tmp_path, DOCUMENTS)
    assert problem is not None
    assert problem.code.name == "foreign-files"
    assert list(files_below(tmp_path)) == ["mine.txt"]


def test_what_an_earlier_run_made_may_go(tmp_path: Path) -> None:
    earlier = {"old.md": b"", "MANIFEST.json": json.dumps({"documents": {"old.md": "hash"}}).encode()}
    assert publish(tmp_path / "out", earlier) is None
    assert publish(tmp_path / "out", DOCUMENTS) is None
    assert sorted(files_below(tmp_path / "out")) == sorted(DOCUMENTS)


def test_a_file_where_the_folder_should_be_is_left(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"file")
    problem = publish(tmp_path / "out", DOCUMENTS)
    assert problem is not None
    assert problem.code.name == "unwritable"
    assert (tmp_path / "out").read_bytes() == b"file"
