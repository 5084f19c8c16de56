"""Findings that come before there is a report: settings, missing paths, places that cannot be written.

Owns: telling them on stderr.
Refuses to know: exit codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.wording import Language
from regcheck.render.finding import finding
from regcheck.source.span import SourceText
from regcheck.surface.cli.terminal import tell_page


def tell_problems(
    problems: Iterable[Diagnostic], language: Language, sources: Mapping[str, SourceText] | None = None
) -> None:
    """Each as a block, with its place in the text if that is at hand."""
    for problem in problems:
        tell_page(finding(problem, sources or {}, language, fingerprint=False))
