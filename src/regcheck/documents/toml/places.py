"""Where the tables and keys of a TOML file stand.

Owns: the line of `[[form]]`, of the `[[form.field]]` below it, of each key: tomllib tells none of them.
Refuses to know: values, what the tables mean.

A path is made of names and of places in a list: ("form", 2, "field", 0, "label"). Tables that are written inside of a
value have no place of their own; then that of what they stand in is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from regcheck.frozen import Frozen, field
from regcheck.source.span import NOWHERE, Span

Path = tuple[str | int, ...]
_HEAD = re.compile(r"\s*(?P<open>\[\[?)\s*(?P<name>[^\[\]]+?)\s*\]\]?\s*(?:#.*)?")
_KEY = re.compile(r"\s*(?P<key>[\w-]+)\s*=")
_FENCE = re.compile("\"\"\"|'''")


class TomlPlaces(Frozen):
    """The lines of a file by their paths."""

    known: Mapping[Path, Span] = field(default_factory=dict)

    def of(self, path: Path) -> Span:
        """The line of a path, of the first of its tables, or of the nearest that it stands in."""
        while path:
            for one in (path, (*path, 0)):
                if one in self.known:
                    return self.known[one]
            path = path[:-1]
        return NOWHERE


def places_in(file: str, text: str) -> TomlPlaces:
    """The places of a file that tomllib reads."""
    known: dict[Path, Span] = {}
    here: Path = ()
    for span, line in _lines(file, text):
        if head := _HEAD.fullmatch(line):
            here = _entered(head["name"], head["open"] == "[[", known)
            known[here] = span
        elif key := _KEY.match(line):
            known.setdefault((*here, key["key"]), span)
    return TomlPlaces(known=known)


def _lines(file: str, text: str) -> Iterator[tuple[Span, str]]:
    """The lines that do not stand inside of a text of several lines."""
    at, inside = 0, False
    for line in text.split("\n"):
        if not inside:
            yield Span(file, at, at + len(line.rstrip())), line.rstrip()
        inside ^= len(_FENCE.findall(line)) % 2 == 1
        at += len(line) + 1


def _entered(name: str, is_listed: bool, known: Mapping[Path, Span]) -> Path:
    """The path of a table: below the last of each list that it is named after."""
    path: Path = ()
    *above, last = (part.strip(" \"'") for part in name.split("."))
    for part in above:
        path = (*path, part)
        path = (*path, count - 1) if (count := _count(path, known)) else path
    path = (*path, last)
    return (*path, _count(path, known)) if is_listed else path


def _count(path: Path, known: Mapping[Path, Span]) -> int:
    count = 0
    while (*path, count) in known:
        count += 1
    return count
