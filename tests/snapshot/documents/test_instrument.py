"""How an instrument looks in docx and in HTML: every provision of the made-up ordinance.

Set REGCHECK_SNAPSHOT=1 to write what is made now, then look at the difference, and at `make pictures`.
"""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from tests.unit.documents.instrument.ordinance import FORM_FILE, form, ordinance

from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.notes import Note
from regcheck.documents.instrument.profile import KAKUGI, PLAIN, Profile
from regcheck.law.address import Address

HERE = Path(__file__).parent
BESIDE = Beside(
    forms={FORM_FILE: form()}, notes={Address("", "2", "1", ("1",)): (Note("証明 三件", "proofs.html#a"),)}
)


def document(profile: Profile) -> str:
    """document.xml, a paragraph a line."""
    with ZipFile(BytesIO(emit(ordinance(), Format.DOCX, profile, BESIDE))) as package:
        text = package.read("word/document.xml").decode()
    return re.sub(r"(</w:(?:p|tc|tr|tblPr|tblGrid|tbl)>)", r"\1\n", text) + "\n"


def page() -> str:
    """What the page says, without its style."""
    found = re.search(r"<body>.*</body>\n", emit(ordinance(), Format.HTML, PLAIN, BESIDE).decode(), re.DOTALL)
    assert found is not None
    return found[0]


MADE = {
    "instrument.plain.xml": lambda: document(PLAIN),
    "instrument.kakugi.xml": lambda: document(KAKUGI),
    "instrument.html": page,
}


@pytest.mark.parametrize("name", MADE)
def test_instrument(name: str) -> None:
    file = HERE / name
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(MADE[name](), encoding="utf-8")
    assert MADE[name]() == file.read_text(encoding="utf-8")
