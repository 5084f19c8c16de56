"""The texts of laws that an outline names, with what SOURCES.toml beside them says of each.

Owns: where they lie, reading all of them, and telling everything that is wrong at once.
Refuses to know: forms of laws, who cites them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regcheck.app.names import Names
from regcheck.app.problems import about_line
from regcheck.app.sources import read_source
from regcheck.app.toml import read_toml
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.documents.cited.from_toml import read_sources
from regcheck.documents.cited.stored import Source, StoredLaw
from regcheck.frozen import Frozen, field
from regcheck.law.reading import read_law
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

SOURCES = "SOURCES.toml"


class ReadStored(Frozen):
    """The texts, or what is wrong with them; the files that were read, by name."""

    laws: tuple[StoredLaw, ...] = ()
    files: dict[str, bytes] = field(default_factory=dict)
    sources: dict[str, SourceText] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def read_stored(outline: Path, written: Sequence[str], names: Names) -> ReadStored:
    """The texts by their places as an outline writes them, from its folder."""
    reading = _Reading(names)
    paths = [outline.parent / one for one in written]
    known = {folder: reading.folder(folder) for folder in dict.fromkeys(path.parent for path in paths)}
    laws = [law for path in paths if (law := reading.law(path, known[path.parent]))]
    reading.twice(laws)
    return ReadStored(
        laws=tuple(laws),
        files=reading.files,
        sources=reading.sources,
        diagnostics=tuple(reading.diagnostics),
    )


class _Reading:
    def __init__(self, names: Names) -> None:
        self._names = names
        self.files: dict[str, bytes] = {}
        self.sources: dict[str, SourceText] = {}
        self.diagnostics: list[Diagnostic] = []

    def folder(self, folder: Path) -> dict[str, Source]:
        """What SOURCES.toml of a folder says, by the names of files."""
        place = folder / SOURCES
        text = self._text(place) if place.is_file() else None
        if text is None:
            return {}
        tables = read_toml(text.name, self.files[text.name])
        if isinstance(tables, codes.files.NotToml):
            self.diagnostics.append(about_line(text, tables.line, tables))
            return {}
        found, wrong = read_sources(text.name, tables, text.text)
        self.diagnostics += wrong
        return dict(found)

    def law(self, path: Path, known: dict[str, Source]) -> StoredLaw | None:
        if not path.is_file():
            self._missing(path)
            return None
        text = self._text(path)
        if text is None:
            return None
        found = read_law(text)
        if not isinstance(found, Law):
            self.diagnostics += found
            return None
        return StoredLaw.of(found, known.get(path.name, Source(file=path.name)))

    def twice(self, laws: Sequence[StoredLaw]) -> None:
        """Tell of two texts of one law."""
        by_law: dict[str, list[str]] = {}
        for one in laws:
            by_law.setdefault(one.law.number.text or one.law.name, []).append(one.source.file)
        for law, files in by_law.items():
            if len(files) > 1:
                self._tell(law, codes.cited.LawTwice(law=law, files=tuple(files)))

    def _missing(self, path: Path) -> None:
        from difflib import get_close_matches  # only a mistake needs it

        there = sorted(one.name for one in path.parent.glob("*")) if path.parent.is_dir() else []
        near = "".join(get_close_matches(path.name, there, n=1))
        name = self._names.name_of(path)
        self._tell(name, codes.cited.LawFileMissing(file=name, near=near))

    def _tell(self, name: str, payload: Payload) -> None:
        self.diagnostics.append(Diagnostic(payload=payload, anchor=name))

    def _text(self, path: Path) -> SourceText | None:
        found = read_source(path, self._names.name_of(path), self.files)
        if isinstance(found, Diagnostic):
            self.diagnostics.append(found)
            return None
        self.sources[found.name] = found
        return found
