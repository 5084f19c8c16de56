"""Tidying spec files.

Owns: which files change, how they would read, and writing them; files that do not parse are left alone.
Refuses to know: how an item is laid out.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from regcheck.app.names import shown_name
from regcheck.app.problems import unwritable
from regcheck.app.sources import read_source
from regcheck.app.writing import replace_file
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file


class Tidied(Frozen):
    """A file before and after; `diagnostics` are why it was left alone."""

    path: Path
    source: SourceText
    text: str
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def changes(self) -> bool:
        return self.text != self.source.text


def tidy(paths: Iterable[Path]) -> list[Tidied]:
    """Each file as it would read; nothing is written."""
    return [_tidy(path) for path in paths]


def _tidy(path: Path) -> Tidied:
    source = read_source(path)
    if isinstance(source, Diagnostic):
        return Tidied(path=path, source=SourceText(shown_name(path), ""), text="", diagnostics=(source,))
    parsed = parse_file(source)
    if parsed.diagnostics:
        return Tidied(path=path, source=source, text=source.text, diagnostics=parsed.diagnostics)
    text = print_file(parsed.file)
    if parse_file(SourceText(source.name, text)).file != parsed.file:
        raise AssertionError(
            f"{source.name} does not read back"
        )  # nothing is written of what would change the meaning
    return Tidied(path=path, source=source, text=_with_ends_of(source.text, text))


def _with_ends_of(old: str, new: str) -> str:
    """The new text with the line ends of the old one."""
    return new.replace("\n", "\r\n") if "\r\n" in old else new


def write(tidied: Tidied) -> Diagnostic | None:
    """Put the tidy text in place of the old one; the old one stays if that fails."""
    try:
        replace_file(tidied.path, tidied.text.encode())
    except OSError:
        return unwritable(tidied.source.name)
    return None
