"""Tables of a TOML file → plans, by the fields that a plan has.

Owns: what a value has to be for a field, required and unknown keys; telling all of it at once, each in its line.
Refuses to know: which plans there are, what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, cast

from msgspec.structs import FieldInfo, fields

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.problems import told
from regcheck.documents.ordinance.toml_places import Path, TomlPlaces
from regcheck.frozen import Frozen
from regcheck.model.from_syntax.suggest import nearest
from regcheck.source.span import Span

Plan = TypeVar("Plan", bound=Frozen)
_TEXTS = tuple[str, ...]


class TableReader:
    """Reads the tables of one file; `problems` has what is wrong with them."""

    def __init__(self, file: str, places: TomlPlaces) -> None:
        self._file, self._places = file, places
        self.problems: list[Diagnostic] = []

    def place(self, path: Path) -> Span:
        """Where a table or key stands."""
        return self._places.of(path)

    def tell(self, key: str, why: str, path: Path, wanted: str = "", similar: str = "") -> None:
        """Something is wrong with a setting. `why` is a key of the words of RC870."""
        payload = codes.ordinance.OutlineUnusable(key=key, why=why, wanted=wanted, similar=similar)
        self.problems.append(told(payload, self._file, self.place(path)))

    def rows(self, key: str, value: object, path: Path) -> Sequence[Mapping[str, object]]:
        """The tables of a list of tables; none if it is something else."""
        if isinstance(value, list) and all(isinstance(row, dict) for row in value):
            return value
        self.tell(key, "kind", path, f"[[{key}]]")
        return ()

    def plan(
        self,
        kind: type[Plan],
        key: str,
        row: Mapping[str, object],
        path: Path,
        besides: Sequence[str] = (),
        **made: object,
    ) -> Plan:
        """A plan of its table. Keys `besides` are read by the caller, fields that are `made` are none. What is missing is
        told and left empty: the file is refused in the end."""
        known = {one.name: one for one in fields(kind) if _is_simple(one) and one.name not in made}
        own = {name: value for name, value in row.items() if name not in besides}
        values = dict(self._values(known, key, own, path))
        for one in known.values():
            if one.required and one.name not in row:
                self.tell(f"{key}.{one.name}", "missing", path)
        empty = {one.name: () if one.type == _TEXTS else "" for one in known.values() if one.required}
        return kind(**{**empty, **values, **made})

    def _values(
        self, known: Mapping[str, FieldInfo], key: str, row: Mapping[str, object], path: Path
    ) -> Iterator[tuple[str, object]]:
        for name, value in row.items():
            here, named = (*path, name), f"{key}.{name}"
            if name not in known:
                self.tell(named, "unknown", here, similar=nearest(name, known))
            elif wanted := _misfit(known[name], value):
                self.tell(named, "kind", here, wanted)
            elif known[name].required and not (value.strip() if isinstance(value, str) else value):
                self.tell(named, "empty", here)
            else:
                yield name, _value(known[name], value)


def _is_simple(field: FieldInfo) -> bool:
    return field.type in (str, int, _TEXTS)


def _misfit(field: FieldInfo, value: object) -> str:
    """What a value has to be, or nothing if it is that."""
    if field.type is int:
        return "" if isinstance(value, int) and not isinstance(value, bool) else "整数"
    if isinstance(value, str):
        return ""
    if field.type is str:
        return "文字列"
    return "" if isinstance(value, list) and all(isinstance(one, str) for one in value) else "文字列の並び"


def _value(field: FieldInfo, value: object) -> object:
    """A lone text stands for a list of one."""
    if field.type != _TEXTS:
        return value
    return (value,) if isinstance(value, str) else tuple(cast("list[str]", value))
