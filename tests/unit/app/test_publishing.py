"""Documents: what differs is named, what is not ours is never thrown away."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from regcheck.app import publishing
from regcheck.app.publishing import Differences, Refusal, compare, publish, publish_some
from regcheck.app.writing import files_below
from regcheck.diagnostics.codes.generating import ChangedByHand
from regcheck.documents.manifest import hash_of, joined, listed

MANIFEST = "MANIFEST.json"


def listing(documents: Mapping[str, bytes]) -> bytes:
    return json.dumps({"documents": {name: hash_of(data) for name, data in documents.items()}}).encode()


def with_listing(documents: Mapping[str, bytes]) -> dict[str, bytes]:
    return {**documents, MANIFEST: listing(documents)}


DOCUMENTS = with_listing({"index.html": b"<p>", "a/table.md": b"|"})
LATER = with_listing({"index.html": b"<p>later", "a/table.md": b"|"})


def content(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files_below(folder).items()}


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


@pytest.mark.parametrize("kind", ["stale", "missing", "extra"])
def test_one_difference_of_any_kind_is_a_difference(kind: str) -> None:
    assert Differences(**{kind: ("index.html",)})
    assert not Differences()


def test_a_file_that_is_not_ours_stops_everything(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    problem = publish(tmp_path, DOCUMENTS)
    assert problem is not None
    assert problem.problem.code.name == "foreign-files"
    assert list(files_below(tmp_path)) == ["mine.txt"]


def test_what_an_earlier_run_made_may_go(tmp_path: Path) -> None:
    earlier = {"old.md": b"", "MANIFEST.json": listing({"old.md": b""})}
    assert publish(tmp_path / "out", earlier) is None
    assert publish(tmp_path / "out", DOCUMENTS) is None
    assert sorted(files_below(tmp_path / "out")) == sorted(DOCUMENTS)


def test_a_file_where_the_folder_should_be_is_left(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"file")
    problem = publish(tmp_path / "out", DOCUMENTS)
    assert problem is not None
    assert problem.problem.code.name == "no-folder"
    assert (tmp_path / "out").read_bytes() == b"file"


# ------------------------------------------------------------ changed by hand


def test_what_was_changed_by_hand_stops_everything(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "index.html").write_bytes(b"<p>mine")
    before = content(tmp_path)
    refused = publish(tmp_path, LATER)
    assert refused is not None
    assert isinstance(refused.problem.payload, ChangedByHand)
    assert [(one.name, one.there, one.wanted) for one in refused.changed] == [
        ("index.html", b"<p>mine", b"<p>later")
    ]
    assert content(tmp_path) == before


def test_force_puts_them_in_place_all_the_same(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "index.html").write_bytes(b"<p>mine")
    assert publish(tmp_path, LATER, force=True) is None
    assert content(tmp_path) == LATER


def test_a_change_that_is_what_would_be_written_is_none(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "index.html").write_bytes(LATER["index.html"])
    assert publish(tmp_path, LATER) is None


def test_what_would_be_removed_is_not_if_it_was_changed(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "a" / "table.md").write_bytes(b"| mine")
    refused = publish(tmp_path, with_listing({"index.html": b"<p>"}))
    assert refused is not None
    assert [(one.name, one.wanted) for one in refused.changed] == [("a/table.md", None)]
    assert (tmp_path / "a" / "table.md").read_bytes() == b"| mine"


@pytest.mark.parametrize("manifest", [None, b"", b"[]", b'{"documents": 3}'])
def test_without_a_manifest_nobody_knows_that_they_are_ours(tmp_path: Path, manifest: bytes | None) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / MANIFEST).unlink() if manifest is None else (tmp_path / MANIFEST).write_bytes(manifest)
    assert publish(tmp_path, DOCUMENTS) is None
    (tmp_path / MANIFEST).unlink() if manifest is None else (tmp_path / MANIFEST).write_bytes(manifest)
    refused = publish(tmp_path, LATER)
    assert refused is not None
    assert [one.name for one in refused.changed] == ["index.html"]


def test_force_does_not_touch_what_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_bytes(b"mine")
    assert publish(tmp_path, DOCUMENTS, force=True) is not None
    assert list(files_below(tmp_path)) == ["mine.txt"]


# ------------------------------------------------------------ some of them


def test_one_is_put_beside_the_others_and_listed(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "notes.txt").write_bytes(b"mine")
    new = {"forms/01.docx": b"form"}
    assert publish_some(tmp_path, with_listing(new)) is None
    assert (tmp_path / "forms" / "01.docx").read_bytes() == b"form"
    assert (tmp_path / "notes.txt").read_bytes() == b"mine"
    assert set(listed((tmp_path / MANIFEST).read_bytes())) == {"index.html", "a/table.md", "forms/01.docx"}


def test_the_same_documents_one_by_one_are_the_same_folder(tmp_path: Path) -> None:
    publish(tmp_path / "whole", DOCUMENTS)
    for name in ("a/table.md", "index.html"):
        one = {name: DOCUMENTS[name]}
        publish_some(tmp_path / "parts", with_listing(one))
    assert {**content(tmp_path / "parts"), MANIFEST: b""} == {**content(tmp_path / "whole"), MANIFEST: b""}
    parts, whole = ((tmp_path / name / MANIFEST).read_bytes() for name in ("parts", "whole"))
    assert listed(parts) == listed(whole)
    assert publish(tmp_path / "parts", LATER) is None, "none of them was changed by hand"


def test_others_that_were_changed_by_hand_are_no_obstacle_to_one(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "a" / "table.md").write_bytes(b"| mine")
    (tmp_path / "index.html").write_bytes(b"<p>mine")
    one = with_listing({"index.html": b"<p>later"})
    refused = publish_some(tmp_path, one)
    assert refused is not None
    assert [changed.name for changed in refused.changed] == ["index.html"]
    assert publish_some(tmp_path, one, force=True) is None
    assert (tmp_path / "a" / "table.md").read_bytes() == b"| mine"


def test_a_manifest_keeps_the_documents_that_stay() -> None:
    earlier = json.dumps({"draft": True, "documents": {"a": "1", "b": "2"}}).encode()
    later = json.dumps({"draft": False, "documents": {"b": "3", "c": "4"}}).encode()
    assert json.loads(joined(earlier, later)) == {"draft": False, "documents": {"a": "1", "b": "3", "c": "4"}}


def test_a_comparison_of_some_sees_nothing_else(tmp_path: Path) -> None:
    publish(tmp_path, DOCUMENTS)
    (tmp_path / "index.html").write_bytes(b"<p>mine")
    (tmp_path / "notes.txt").write_bytes(b"")
    assert not compare(tmp_path, DOCUMENTS, ["a/table.md"])
    assert compare(tmp_path, DOCUMENTS, ["index.html"]) == Differences(stale=("index.html",))
    assert compare(tmp_path / "none", DOCUMENTS, ["index.html"]) == Differences(missing=("index.html",))


# ------------------------------------------------------------ places that cannot be written


@pytest.mark.parametrize("put", [publish, publish_some])
def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path, put: Callable[..., Refusal | None]) -> None:
    (tmp_path / "file").write_bytes(b"file")
    for place, name in (("file", "no-folder"), ("file/below", "unwritable")):
        refused = put(tmp_path / place, DOCUMENTS)
        assert refused is not None
        assert refused.problem.code.name == name
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a").write_bytes(b"file")
    refused = put(tmp_path / "out", DOCUMENTS)
    assert refused is not None
    assert (tmp_path / "out" / "a").read_bytes() == b"file"


@pytest.mark.parametrize(("put", "what"), [(publish, "replace_folder"), (publish_some, "replace_file")])
def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, put: Callable[..., Refusal | None], what: str
) -> None:
    publish(tmp_path / "out", DOCUMENTS)
    before = content(tmp_path)

    def failing(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(publishing, what, failing)
    refused = put(tmp_path / "out", LATER)
    assert refused is not None
    assert refused.problem.code.name == "unwritable"
    assert content(tmp_path) == before
