"""The words of an instrument as each format shows them, read by readers that know nothing of how it was written.

The marks of the form are taken out: numbers of pages, notes, readings, names of pictures, forms; and all space.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VOID = {"meta", "input", "col", "br"}


def without_space(text: str) -> str:
    return re.sub(r"\s+", "", text)


def in_xml(xml: bytes) -> str:
    root = etree.fromstring(xml)
    for reading in root.iter("Rt"):
        reading.text = ""
    return without_space("".join(root.itertext()))


def document_of(docx: bytes) -> etree._Element:
    with ZipFile(BytesIO(docx)) as package:
        return etree.fromstring(package.read("word/document.xml"))


def in_docx(docx: bytes) -> str:
    return without_space(
        "".join(text.text or "" for text in document_of(docx).iter(W + "t") if is_word(text))
    )


def is_word(text: etree._Element) -> bool:
    """Whether a w:t is a part of the instrument: no reading, no form, no mark of the form."""
    styles = {run.get(W + "val") for up in text.iterancestors(W + "r") for run in up.iter(W + "rStyle")}
    lines = [line.get(W + "val") for up in text.iterancestors(W + "p") for line in up.iter(W + "pStyle")]
    return (
        next(text.iterancestors(W + "rt"), None) is None
        and "FormMark" not in styles
        and not {"Form", "FormCell"} & set(lines)
    )


class _Words(HTMLParser):
    """The text of main, without what a class or an element marks as no word."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[tuple[str, bool]] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            return
        classes = set((dict(attrs).get("class") or "").split())
        is_out = tag in {"aside", "rt"} or bool(classes & {"mark", "form"})
        inside = bool(self.open) and self.open[-1][1]
        self.open.append((tag, (inside or tag == "main") and not is_out))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1]:
            self.words.append(data)


def in_html(html: bytes) -> str:
    reader = _Words()
    reader.feed(html.decode())
    reader.close()
    return without_space("".join(reader.words))


def in_lawtext(text: bytes) -> str:
    """Without the signs that Lawtext has of its own: marks of tables, elements; its number stands below the title."""
    plain = re.sub(r"\A(.*)\n（(.*)）\n", r"\2\n\1\n", text.decode())
    plain = re.sub(r"<Rt>.*?</Rt>|<[^>]*>", "", plain)
    plain = re.sub(
        r"^:[a-z-]+:|^ *:[a-z]+-struct:|^ *:anonym-[a-z0-9]+:|^ *# ?", "", plain, flags=re.MULTILINE
    )
    return without_space(re.sub(r"^ *(?:\* )?[-*] (?:\[[^\]]*\])*(?:\|$)?", "", plain, flags=re.MULTILINE))
