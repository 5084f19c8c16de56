"""Protects: the page and the index lead to every document of a run, once each, and to nothing that is not there."""

from __future__ import annotations

import re
from functools import cache
from urllib.parse import unquote

import pytest
from tests.unit.documents import test_build, test_ordinance_files

from regcheck.documents.manifest import NAME as MANIFEST
from regcheck.documents.model import Listed
from regcheck.documents.planning.contents import contents_of
from regcheck.documents.planning.plan import Planned

PAGE, INDEX = "index.html", "index.md"


@cache
def _files(with_outline: bool) -> dict[str, bytes]:
    if with_outline:
        return dict(test_ordinance_files._files())
    report, files = test_build._report()
    return dict(test_build._make(test_build._accepted(report), files).files)


def _linked(name: str, text: str) -> list[str]:
    found = re.findall(r'href="([^"#]+)"' if name == PAGE else r"\]\(([^()#]+)\)", text)
    return sorted(unquote(one) for one in found)


@pytest.mark.parametrize("with_outline", [False, True])
@pytest.mark.parametrize("name", [PAGE, INDEX])
def test_every_document_is_linked_once(name: str, with_outline: bool) -> None:
    files = _files(with_outline)
    assert _linked(name, files[name].decode()) == sorted({*files} - {name, MANIFEST})


def test_the_text_to_read_is_named_first() -> None:
    listed = _files(True)[PAGE].decode().split('class="files"')[1]
    assert listed.index("ordinance.html") == listed.index('href="') + len('href="')


def test_one_document_made_alone_lists_all() -> None:
    alone = test_ordinance_files._only(PAGE).files
    assert set(alone) == {PAGE, MANIFEST}
    assert _linked(PAGE, alone[PAGE].decode()) == _linked(PAGE, _files(True)[PAGE].decode())


def test_files_of_one_document_stand_in_one_line() -> None:
    plan = {
        name: Planned(lambda: b"", what)
        for name, what in (("a.docx", "甲"), ("b.csv", "乙"), ("a.pdf", "甲"))
    }
    assert contents_of(plan) == (
        Listed(what="甲", files=("a.docx", "a.pdf")),
        Listed(what="乙", files=("b.csv",)),
    )
