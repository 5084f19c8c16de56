"""What is wrong with an outline or a text, on its way up to whoever shows it.

Owns: the exception that carries diagnostics.
Refuses to know: what is wrong.
"""

from __future__ import annotations

from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.source.span import NOWHERE, Span


class OutlineError(Exception):
    """An outline of which no ordinance can be made."""

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics


def told(payload: Payload, anchor: str, span: Span = NOWHERE) -> Diagnostic:
    """A diagnostic about an article or a setting."""
    annotations = (Annotation(span=span),) if span.file else ()
    return Diagnostic(payload=payload, annotations=annotations, anchor=anchor)
