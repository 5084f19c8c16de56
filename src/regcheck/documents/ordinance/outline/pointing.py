"""Findings about a line of a template, at the words that they are about.

Owns: which words a finding is about, and finding them in the line.
Refuses to know: what is wrong, how a place is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.frozen import Frozen, replace
from regcheck.source.span import Span

_EXPRESSION = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_END = 8
"""Signs of a line that are pointed at where it is about how it ends."""


class _About(Frozen, kw_only=False):
    """Words of a line; those that are called stand inside of an expression."""

    words: str
    is_called: bool = False


def pointed(diagnostics: Iterable[Diagnostic], outline: Outline) -> tuple[Diagnostic, ...]:
    """The diagnostics, those of a line of a template at its words."""
    texts = {outline.names[name]: text for name, text in outline.texts.items() if name in outline.names}
    return tuple(_pointed(one, texts) for one in diagnostics)


def _pointed(one: Diagnostic, texts: Mapping[str, str]) -> Diagnostic:
    return replace(
        one,
        annotations=tuple(
            replace(note, span=_span(one.payload, note.span, texts)) if note.span.file in texts else note
            for note in one.annotations
        ),
    )


def _span(payload: Payload, whole: Span, texts: Mapping[str, str]) -> Span:
    """The words in the line, or the line without its indent."""
    line = texts[whole.file][whole.start : whole.end]
    lead = len(line) - len(line.lstrip())
    start, end = _found(payload, line) or (lead, max(lead, len(line.rstrip())))
    return Span(whole.file, whole.start + start, whole.start + end)


def _found(payload: Payload, line: str) -> tuple[int, int] | None:
    if isinstance(payload, codes.law_wording.EndingsDiffer | codes.law_wording.ChapeauAndItems):
        end = len(line.rstrip())
        return None if line[:end].endswith("}}") else (max(end - _END, len(line) - len(line.lstrip())), end)
    about = _about(payload)
    plain = line if about.is_called else _EXPRESSION.sub(lambda found: "\0" * len(found[0]), line)
    at = plain.find(about.words) if about.words else -1
    return (at, at + len(about.words)) if at >= 0 else None


def _about(payload: Payload) -> _About:
    match payload:
        case codes.ordinance.TypedReference(text=words) | codes.law_wording.OldForm(found=words):
            return _About(words)
        case codes.ordinance.TextUnusable(why="name" | "place" | "paragraphs", words=words):
            return _About(words, is_called=True)
        case codes.ordinance.UnknownTarget(name=words):
            return _About(words, is_called=True)
        case codes.law_wording.DefineWithoutColumns(words=words) | codes.law_wording.CommaOfCase(words=words):
            return _About(words)
        case codes.law_references.DanglingReference(reference=words):
            return _About(words)
        case codes.ordinance.ReferenceMisread(words=words) | codes.ordinance.StillUnsettled(shown=words):
            return _About(words, is_called=True)
    return _About("")
