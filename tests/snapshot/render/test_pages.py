"""How reports look, as whole pages: layout, carets under full-width text, both languages.

A changed page is reviewed as a diff of the text files beside this module;
REGCHECK_SNAPSHOT=1 writes them anew.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.unit.render import reports

from regcheck.analysis.report import Report
from regcheck.diagnostics.wording import Language
from regcheck.render.concise import concise
from regcheck.render.full import full
from regcheck.render.machine import machine
from regcheck.render.page import plain

HERE = Path(__file__).parent
PAGES = {
    "clean": {"specs/medical": reports.CLEAN},
    "refuted": {"specs/medical": reports.REFUTED},
    "known": {"specs/medical": reports.KNOWN},
    "undecided": {"specs/medical": reports.UNDECIDED},
    "broken": {"specs/medical": reports.BROKEN},
    "empty": {"specs/act": reports.EMPTY},
    "two": {"specs/act": reports.CLEAN, "specs/medical": reports.REFUTED},
}
WRITERS = {
    "full": lambda page, language: plain(full(page, language)),
    "concise": lambda page, language: plain(concise(page, language)),
    "json": machine,
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("name", PAGES)
def test_page(name: str, form: str, language: Language) -> None:
    page: dict[str, Report] = PAGES[name]
    text = WRITERS[form](page, language)
    file = HERE / f"{name}.{form}.{language}.txt"
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
