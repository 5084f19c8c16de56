"""The outline of an ordinance beside a specification, with its texts and those of the laws that it names.

Owns: where it lies, and reading it.
Refuses to know: what is in it.
"""

from __future__ import annotations

from pathlib import Path

from regcheck.app.names import Names
from regcheck.app.problems import about_line
from regcheck.app.sources import read_source
from regcheck.app.stored_laws import read_stored
from regcheck.app.toml import read_toml
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.outline.from_toml import read_outline
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.frozen import Frozen, field, replace
from regcheck.source.span import SourceText

FOLDER = "ordinance"
OUTLINE = "outline.toml"
SUFFIX = ".j2"


class ReadOutline(Frozen):
    """The outline, or what is wrong with it; the files that were read, by name."""

    outline: Outline | None = None
    files: dict[str, bytes] = field(default_factory=dict)
    sources: dict[str, SourceText] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


def outline_beside(folder: Path, names: Names) -> ReadOutline | None:
    """The outline in the folder `ordinance` of a specification, or None if there is none."""
    place = folder / FOLDER / OUTLINE
    if not place.is_file():
        return None
    found: dict[str, bytes] = {}
    sources: dict[str, SourceText] = {}
    problems: list[Diagnostic] = []
    texts: dict[str, str] = {}
    files: dict[str, str] = {}
    for path in [place, *sorted(place.parent.glob(f"*{SUFFIX}"))]:
        name = names.name_of(path)
        source = read_source(path, name, found)
        if isinstance(source, Diagnostic):
            problems.append(source)
        else:
            sources[name], texts[path.stem], files[path.stem] = source, source.text, name
    if problems:
        return ReadOutline(files=found, sources=sources, diagnostics=tuple(problems))
    file = names.name_of(place)
    del texts[place.stem]
    read = _outline(file, found, sources, texts, files)
    return _with_laws(read, place, names)


def _with_laws(read: ReadOutline, place: Path, names: Names) -> ReadOutline:
    """The outline with the texts of the laws that it names."""
    if read.outline is None or not read.outline.laws:
        return read
    stored = read_stored(place, read.outline.laws, names)
    files, sources = {**read.files, **stored.files}, {**read.sources, **stored.sources}
    if stored.diagnostics:
        return ReadOutline(files=files, sources=sources, diagnostics=stored.diagnostics)
    return ReadOutline(outline=replace(read.outline, stored=stored.laws), files=files, sources=sources)


def _outline(
    file: str,
    found: dict[str, bytes],
    sources: dict[str, SourceText],
    texts: dict[str, str],
    files: dict[str, str],
) -> ReadOutline:
    tables = read_toml(file, found[file])
    if isinstance(tables, codes.files.NotToml):
        broken = about_line(sources[file], tables.line, tables)
        return ReadOutline(files=found, sources=sources, diagnostics=(broken,))
    outline = read_outline(file, tables, texts, files, sources[file].text)
    if isinstance(outline, tuple):
        return ReadOutline(files=found, sources=sources, diagnostics=outline)
    return ReadOutline(outline=outline, files=found, sources=sources)
