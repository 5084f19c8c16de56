"""The text of a law with what can be mended without a look.

Owns: putting the safe fixes of findings into the text, in the form in which it is written, until none is left.
Refuses to know: files, forms, what a lint looks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regcheck.diagnostics.diagnostic import Applicability, Diagnostic, Fix
from regcheck.frozen import Frozen
from regcheck.law.reading import ReadLaw, read_laws
from regcheck.source.span import SourceText

_ROUNDS = 8
"""Fixes that meet are put in one after the other; more rounds than that would be a fix that undoes another."""


class Mended(Frozen):
    """A law as it reads when it is mended, with the findings that are left, and how many places were changed."""

    read: ReadLaw
    changes: int = 0


def mend(source: SourceText) -> Mended:
    """The law in a text, mended. Signs that no safe fix names stay as they are."""
    changes = 0
    (read,) = read_laws([source])
    for _ in range(_ROUNDS):
        fixes = _apart(safe_fixes(read.diagnostics))
        if not fixes:
            break
        changes += len(fixes)
        (read,) = read_laws([SourceText(source.name, _with(read.source.text, fixes))])
    return Mended(read=read, changes=changes)


def safe_fixes(diagnostics: Iterable[Diagnostic]) -> tuple[Fix, ...]:
    """Those that may be made without a look, each once, in the order of the text."""
    found = {
        (fix.span.start, fix.span.end, fix.replacement): fix
        for diagnostic in diagnostics
        for fix in diagnostic.fixes
        if fix.applicability is Applicability.SAFE
    }
    return tuple(fix for _, fix in sorted(found.items(), key=lambda one: one[0]))


def _apart(fixes: Sequence[Fix]) -> tuple[Fix, ...]:
    """The first of those that meet."""
    found: list[Fix] = []
    for fix in fixes:
        if not found or fix.span.start >= max(found[-1].span.end, found[-1].span.start + 1):
            found.append(fix)
    return tuple(found)


def _with(text: str, fixes: Sequence[Fix]) -> str:
    for fix in reversed(fixes):
        text = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    return text
