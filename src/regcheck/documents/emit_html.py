"""A document as one self-contained HTML page.

Owns: nothing but the call of the template; the page has its style inside and needs no script.
Refuses to know: specifications, reports.
"""

from __future__ import annotations

from regcheck.documents.model import Document
from regcheck.documents.templating import environment


def emit_html(document: Document) -> str:
    """The page."""
    return environment().get_template("document.html.j2").render(document=document)
