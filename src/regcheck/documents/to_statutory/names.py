"""Names and ways to facts in words.

Owns: which names stand bare and which in 「」; 開設者の種別, 当該病院の病床数; who is spoken of inside a 一覧.
Refuses to know: conditions, numbers.

Inside a 一覧 a bare fact is one of the element; 当該病院 is the nearest record of that 対象 around it.
"""

from __future__ import annotations

import re

from regcheck.documents.phrasebook import NO_PHRASES, Phrase, Phrasebook
from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.documents.typing import type_at
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Path
from regcheck.model.specification import Specification
from regcheck.model.types import ListType, SeriesType, Type
from regcheck.syntax.units import units

_PLAIN = re.compile(r"[一-鿿々ァ-ヺー・A-Za-z][一-鿿々ァ-ヺー・A-Za-z0-9_]*")
_WORDS = re.compile(r"以上|以下|未満|以前|以後|以降|又は|若しくは|及び|並びに|当該|該当|直近|超")
_COUNTED = re.compile(r"[〇零一二三四五六七八九十百千万億兆]+(.*)")
_NUMBERED = re.compile(r"第[一二三四五六七八九十百千]+(?:段階|号|項)|西暦.*|[ァ-ヶ]")
_RESERVED = frozenset({"数", "合計", "平均", "最大", "最小", "前日", "翌日"})
_UNQUOTABLE = re.compile(r"[「」\r\n]")

OUTERMOST = "判定の対象である"
"""Before the name of a 対象: the record that is judged, where 当該 would mean one nearer by."""


def name_words(name: str) -> str:
    """The name bare where it cannot be read as anything else, otherwise in 「」."""
    plain = _PLAIN.fullmatch(name) and name not in _RESERVED and not _WORDS.search(name)
    return name if plain and not _is_quantity(name) else quoted(name)


def _is_quantity(name: str) -> bool:
    """百人, 三分, 第一段階, イ: a number or label by its looks. 千葉県 is none."""
    counted = _COUNTED.fullmatch(name)
    return bool(_NUMBERED.fullmatch(name)) or (counted is not None and counted[1] in ("", *units()))


def quoted(name: str) -> str:
    """The name in 「」."""
    if _UNQUOTABLE.search(name):
        raise Unprintable(Refusal.FOREIGN_SIGN, name)
    return f"「{name}」"


class Scope(Frozen):
    """Who is spoken of: records from the outermost to the innermost (variable, 対象), and years (variable, window)."""

    spec: Specification
    records: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...] = ()
    phrases: Phrasebook = NO_PHRASES

    def inside(self, variable: str, path: Path) -> Scope:
        """The scope of an element of the 一覧 at the path."""
        listed = self.type_at(path)
        assert isinstance(listed, ListType)
        return replace(self, records=(*self.records, (variable, listed.subject)))

    def in_year(self, index: str, window: str) -> Scope:
        return replace(self, years=(*self.years, (index, window)))

    def type_at(self, path: Path) -> Type | None:
        """The type of the fact at a path."""
        return type_at(self.spec, self._subject(path.root), path.steps)

    def _subject(self, root: str) -> str:
        """Of the nearest record with this variable: inner names hide outer ones."""
        return next(subject for variable, subject in reversed(self.records) if variable == root)

    def phrase(self, path: Path, value: str = "") -> Phrase | None:
        """How a fact of the innermost record is said, or that it has a value."""
        variable, subject = self.records[-1]
        if path.root != variable or len(path.steps) != 1:
            return None
        return self.phrases.find(subject, path.steps[0], value)

    def is_nearest_year(self, path: Path, index: str) -> bool:
        """Whether a bare 系列 at the path means its value in the year `index`."""
        series = self.type_at(path)
        assert isinstance(series, SeriesType)
        return next((i for i, window in reversed(self.years) if window == series.window), None) == index


def root_words(scope: Scope, root: str) -> str:
    """ "" for the innermost record, 当該病院 or 判定の対象である病院 for one around it."""
    innermost = scope.records[-1][0]
    if root == innermost:
        return ""
    subject = dict(scope.records)[root]
    nearest = next((v for v, s in reversed(scope.records[:-1]) if s == subject), None)
    if nearest == root:
        return f"当該{name_words(subject)}"
    if root == scope.records[0][0]:
        return OUTERMOST + name_words(subject)
    raise Unprintable(Refusal.UNNAMED_ELEMENT, subject)


def path_words(scope: Scope, path: Path) -> str:
    """開設者の種別; "" for the innermost record itself."""
    words = [root_words(scope, path.root), *(name_words(step) for step in path.steps)]
    return "の".join(word for word in words if word)


def item_path_words(scope: Scope, path: Path, index: str) -> str:
    """The value of a 系列 in a year: the bare name, if that year is the nearest."""
    if not scope.is_nearest_year(path, index):
        raise Unprintable(Refusal.UNNAMED_ELEMENT, path.steps[-1])
    return path_words(scope, path)


def owner(path: Path) -> Path:
    """The path without its last step."""
    return replace(path, steps=path.steps[:-1])
