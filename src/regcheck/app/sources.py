"""One file as a text.

Owns: reading its bytes and decoding them, or why that cannot be done.
Refuses to know: what the text means.
"""

from __future__ import annotations

from pathlib import Path

from regcheck.app.names import shown_name
from regcheck.app.problems import unreadable
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.source.span import SourceText
from regcheck.syntax.decode import decode


def read_source(path: Path, name: str = "", kept: dict[str, bytes] | None = None) -> SourceText | Diagnostic:
    """The text of a file; without a name, as it is shown from where we stand. Its bytes are put into `kept`."""
    name = name or shown_name(path)
    try:
        data = path.read_bytes()
    except OSError:
        return unreadable(name)
    if kept is not None:
        kept[name] = data
    return decode(name, data)
