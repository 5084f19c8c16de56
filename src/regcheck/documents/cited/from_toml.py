"""Tables of SOURCES.toml → what is known of each text.

Owns: the settings there are, and what each has to be; everything wrong is told at once.
Refuses to know: files, the texts themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.cited.stored import Amendment, Source
from regcheck.documents.ordinance.problems import told
from regcheck.documents.ordinance.toml_places import Path, TomlPlaces, places_in
from regcheck.law.address import Address, read_address

Table = Mapping[str, object]
_KINDS: Mapping[str, tuple[type, str]] = {
    "file": (str, "文字列"),
    "as_of": (date, "日付（2026-06-17 の形）"),
    "source": (str, "文字列"),
    "certainty": (str, "文字列"),
    "part": (bool, "true か false"),
    "absent": (list, "条項の並び"),
    "later": (list, "[[law.later]]"),
    "provisions": (list, "条項の並び"),
    "by": (str, "文字列"),
    "day": (date, "日付（2026-09-18 の形）"),
}
_LAW = ("file", "as_of", "source", "certainty", "part", "absent", "later")
_LATER = ("provisions", "by", "day")


def read_sources(file: str, tables: Table, text: str) -> tuple[Mapping[str, Source], tuple[Diagnostic, ...]]:
    """The sources by the name of the text's file, and what is wrong with the others; `text` is that of the file, for
    places."""
    reading = _Reading(places_in(file, text))
    for key in tables:
        if key != "law":
            reading.tell((key,), key, "unknown")
    found: dict[str, Source] = {}
    for n, row in enumerate(reading.rows(("law",), "law", tables.get("law", []))):
        source = reading.source(("law", n), row)
        if source and source.file in found:
            reading.tell(("law", n, "file"), source.file, "twice")
        elif source:
            found[source.file] = source
    return found, tuple(reading.diagnostics)


class _Reading:
    def __init__(self, places: TomlPlaces) -> None:
        self._places = places
        self.diagnostics: list[Diagnostic] = []

    def tell(self, path: Path, key: str, why: str, wanted: str = "") -> None:
        payload = codes.cited.SourcesUnusable(key=key, why=why, wanted=wanted)
        self.diagnostics.append(told(payload, key, self._places.of(path)))

    def rows(self, path: Path, key: str, rows: object) -> list[Table]:
        """The tables of a list."""
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.tell(path, key, "kind", f"[[{key}]]")
            return []
        return rows

    def source(self, path: Path, row: Table) -> Source | None:
        values = self._values(path, "law", row, _LAW, ("file",))
        later = tuple(
            self._amendment((*path, "later", n), one)
            for n, one in enumerate(self.rows((*path, "later"), "law.later", values.get("later", [])))
        )
        if not isinstance(values.get("file"), str):
            return None
        return Source(
            file=str(values["file"]),
            as_of=_day(values.get("as_of")),
            source=str(values.get("source", "")),
            certainty=str(values.get("certainty", "")),
            part=values.get("part") is True,
            absent=self._addresses((*path, "absent"), values.get("absent", [])),
            later=later,
        )

    def _amendment(self, path: Path, row: Table) -> Amendment:
        values = self._values(path, "law.later", row, _LATER, ("provisions", "by"))
        return Amendment(
            provisions=self._addresses((*path, "provisions"), values.get("provisions", [])),
            by=str(values.get("by", "")),
            day=_day(values.get("day")),
        )

    def _values(
        self, path: Path, key: str, row: Table, known: tuple[str, ...], wanted: tuple[str, ...]
    ) -> dict[str, object]:
        """The values that are of their kind."""
        found: dict[str, object] = {}
        for name, value in row.items():
            if name not in known:
                self.tell((*path, name), f"{key}.{name}", "unknown")
            elif not isinstance(value, _KINDS[name][0]):
                self.tell((*path, name), f"{key}.{name}", "kind", _KINDS[name][1])
            else:
                found[name] = value
        for name in wanted:
            if name not in row:
                self.tell(path, f"{key}.{name}", "missing")
        return found

    def _addresses(self, path: Path, written: object) -> tuple[Address, ...]:
        found: list[Address] = []
        for one in written if isinstance(written, list) else []:
            address = read_address(one) if isinstance(one, str) else None
            if address is None:
                self.tell(path, str(one), "kind", "条項（第五十二条第一項の形）")
            else:
                found.append(address)
        return tuple(found)


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
