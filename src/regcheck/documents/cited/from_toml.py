"""Tables of SOURCES.toml → what is known of each text.

Owns: the settings there are.
Refuses to know: files, the texts themselves, how a value is checked.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.cited.stored import Amendment, Source
from regcheck.documents.toml.places import Path, places_in
from regcheck.documents.toml.tables import TableReader

Table = Mapping[str, object]


def read_sources(file: str, tables: Table, text: str) -> tuple[Mapping[str, Source], tuple[Diagnostic, ...]]:
    """The sources by the name of the text's file, and what is wrong with the others; `text` is that of the file, for
    places."""
    reader = TableReader(file, places_in(file, text), codes.cited.SourcesUnusable)
    for key in tables:
        if key != "law":
            reader.tell(key, "unknown", (key,))
    found: dict[str, Source] = {}
    for n, row in enumerate(reader.rows("law", tables.get("law", []), ("law",))):
        source = _source(reader, row, ("law", n))
        if source.file in found:
            reader.tell(source.file, "twice", ("law", n, "file"))
        elif source.file:
            found[source.file] = source
    return found, tuple(reader.problems)


def _source(reader: TableReader, row: Table, path: Path) -> Source:
    below = (*path, "later")
    rows = reader.rows("law.later", row.get("later", []), below)
    later = tuple(reader.plan(Amendment, "law.later", one, (*below, n)) for n, one in enumerate(rows))
    return reader.plan(Source, "law", row, path, besides=("later",), later=later)
