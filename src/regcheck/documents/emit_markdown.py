"""A document as Markdown: an index and a file for every section.

Owns: which section becomes which file.
Refuses to know: specifications, reports.

Source texts are not repeated: in Markdown the specification is read where it is edited.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from regcheck.documents.model import Document, Listing, Section
from regcheck.documents.templating import environment

_BLANK_LINES = re.compile(r"\n{3,}")


def emit_markdown(document: Document) -> Mapping[str, str]:
    """The text of each file by its name."""
    first, *rest = [section for section in document.sections if not _is_source(section)]
    files = {"index.md": _text("index.md.j2", document=document, section=first, sections=rest)}
    for section in rest:
        files[f"{section.anchor}.md"] = _text("section.md.j2", document=document, section=section)
    return files


def _is_source(section: Section) -> bool:
    return any(isinstance(block, Listing) for block in section.blocks)


def _text(template: str, **values: object) -> str:
    text = environment().get_template(template).render(**values)
    return _BLANK_LINES.sub("\n\n", text).strip("\n") + "\n"
