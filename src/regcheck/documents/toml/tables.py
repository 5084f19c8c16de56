"""Tables of a TOML file → plans, by the fields that a plan has.

Owns: what a value has to be for a field, required and unknown keys; telling all of it at once, each in its line.
Refuses to know: which plans there are, what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from msgspec.structs import FieldInfo, fields

from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.documents.problems import told
from regcheck.documents.toml.places import Path, TomlPlaces
from regcheck.frozen import Frozen
from regcheck.law.address import Address, read_address
from regcheck.model.from_syntax.suggest import nearest
from regcheck.source.span import Span

Plan = TypeVar("Plan", bound=Frozen)
_TEXTS = tuple[str, ...]
_ADDRESSES = tuple[Address, ...]


class Unusable(Protocol):
    """What is wrong with a setting: `why` is a key of its words, and "missing", "unknown", "kind" and "empty" are among
    them."""

    def __call__(self, *, key: str, why: str, wanted: str = "", similar: str = "") -> Payload:
        """The payload of a diagnostic."""
        ...


class TableReader:
    """Reads the tables of one file; `problems` has what is wrong with them, in the words of `unusable`."""

    def __init__(self, file: str, places: TomlPlaces, unusable: Unusable) -> None:
        self._file, self._places, self._unusable = file, places, unusable
        self.problems: list[Diagnostic] = []

    def place(self, path: Path) -> Span:
        """Where a table or key stands."""
        return self._places.of(path)

    def tell(self, key: str, why: str, path: Path, wanted: str = "", similar: str = "") -> None:
        """Something is wrong with a setting."""
        payload = self._unusable(key=key, why=why, wanted=wanted, similar=similar)
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
        known = {one.name: one for one in fields(kind) if one.type in _KINDS and one.name not in made}
        own = {name: value for name, value in row.items() if name not in besides}
        values = dict(self._values(known, key, own, path))
        for one in known.values():
            if one.required and one.name not in row:
                self.tell(f"{key}.{one.name}", "missing", path)
        empty = {one.name: "" if one.type is str else () for one in known.values() if one.required}
        return kind(**{**empty, **values, **made})

    def _values(
        self, known: Mapping[str, FieldInfo], key: str, row: Mapping[str, object], path: Path
    ) -> Iterator[tuple[str, object]]:
        for name, value in row.items():
            here, named = (*path, name), f"{key}.{name}"
            if name not in known:
                self.tell(named, "unknown", here, similar=nearest(name, known))
                continue
            kind = _KINDS[known[name].type]
            if not kind.fits(value):
                self.tell(named, "kind", here, kind.words)
            elif known[name].required and not (value.strip() if isinstance(value, str) else value):
                self.tell(named, "empty", here)
            else:
                yield name, self._made(known[name], value, here)

    def _made(self, field: FieldInfo, value: Any, path: Path) -> object:
        """The value of a field; a lone text stands for a list of one."""
        if field.type == _TEXTS:
            return (value,) if isinstance(value, str) else tuple(value)
        return tuple(self._addresses(value, path)) if field.type == _ADDRESSES else value

    def _addresses(self, written: Sequence[str], path: Path) -> Iterator[Address]:
        for one in written:
            address = read_address(one)
            if address is not None:
                yield address
            else:
                self.tell(one, "kind", path, "条項（第五十二条第一項の形）")


class _Kind(Frozen, kw_only=False):
    """What the value of a field has to be."""

    fits: Callable[[object], bool]
    words: str


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


_KINDS: Mapping[object, _Kind] = {
    str: _Kind(lambda value: isinstance(value, str), "文字列"),
    int: _Kind(lambda value: isinstance(value, int) and not isinstance(value, bool), "整数"),
    bool: _Kind(lambda value: isinstance(value, bool), "true か false"),
    date | None: _Kind(lambda value: type(value) is date, "日付（2026-09-18 の形）"),
    _TEXTS: _Kind(lambda value: isinstance(value, str) or _are_texts(value), "文字列の並び"),
    _ADDRESSES: _Kind(_are_texts, "条項の並び"),
}
"""By the type of a field; a field of another type is made by the caller."""
