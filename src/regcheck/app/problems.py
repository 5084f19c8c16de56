"""Problems with files and folders as diagnostics.

Owns: the diagnostic of a file or folder as a whole.
Refuses to know: how the problem was met.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.source.span import SourceText, Span


def about(name: str, payload: Payload) -> Diagnostic:
    """A finding about a file or folder as a whole; `name` as shown to the user."""
    return Diagnostic(payload=payload, annotations=(Annotation(span=Span(name, 0, 0)),), anchor=name)


def about_line(source: SourceText, line: int, payload: Payload) -> Diagnostic:
    """A finding about one line of a file, by its number; about the file where there is no such line."""
    if not 1 <= line <= len(source.line_starts):
        return about(source.name, payload)
    start = source.line_starts[line - 1]
    span = Span(source.name, start, start + len(source.line(line)))
    return Diagnostic(payload=payload, annotations=(Annotation(span=span),), anchor=source.name)


def unreadable(name: str) -> Diagnostic:
    """A file that is there but cannot be read."""
    return about(name, codes.files.Unreadable(file=name))


def unwritable(name: str) -> Diagnostic:
    """A place that cannot be written to."""
    return about(name, codes.files.Unwritable(path=name))
