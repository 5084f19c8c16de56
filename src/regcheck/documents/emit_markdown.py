"""A document as Markdown: an index and a file for every section.

Owns: which section becomes which file.
Refuses to know: specifications, reports.

Source texts are not repeated: in Markdown the specification is read where it is edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from regcheck.documents.model import Document, Listing, Section
from regcheck.documents.templating import environment

_BLANK_LINES = re.compile(r"\n{3,}")
_INDEX = "index.md"


def emit_markdown(document: Document) -> Mapping[str, str]:
    """The text of each file by its name."""
    return {name: emit_file(document, name) for name in file_names(document)}


def file_names(document: Document) -> Iterator[str]:
    """The index, which has the first section in it, and the files of the others."""
    _, *rest = _printed(document)
    yield _INDEX
    yield from (_file_name(section) for section in rest)


def emit_file(document: Document, name: str) -> str:
    """The text of one of the files."""
    first, *rest = _printed(document)
    if name == _INDEX:
        return _text("index.md.j2", document=document, section=first, sections=rest)
    section = next(section for section in rest if _file_name(section) == name)
    return _text("section.md.j2", document=document, section=section)


def _printed(document: Document) -> list[Section]:
    return [section for section in document.sections if not _is_source(section)]


def _file_name(section: Section) -> str:
    return f"{section.anchor}.md"


def _is_source(section: Section) -> bool:
    return any(isinstance(block, Listing) for block in section.blocks)


def _text(template: str, **values: object) -> str:
    text = environment().get_template(template).render(**values)
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"
