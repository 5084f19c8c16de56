"""What is told beside each row of a table for review.

Owns: which change of meaning belongs to a row, and that no row that differs is silent: it is proved, told elsewhere, or out of
what is proved.
Refuses to know: how meanings were compared, tables, pages.

Without a specification there are no meanings, and only what can be seen in the words is told: a number, a reference, a
place that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from regcheck.analysis.meanings import Change, ChangeKind, meaning_text
from regcheck.documents.comparison.meanings import Meanings
from regcheck.documents.comparison.notes import ONLY_NUMBER, is_lined, note_of
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.comparing import Comparison
from regcheck.law.comparing.faces import Face
from regcheck.law.comparing.pairing import Fate
from regcheck.law.comparing.pictures import picture_of
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import Unit, UnitKind
from regcheck.law.plain import pieces
from regcheck.law.tree import Table

MEANING, NOTE = "意味", "備考"
PROVED_SAME = "同じ（証明済み）"
ELSEWHERE = "ほかの欄に示す"
FORM = "様式の記載が変わる"
PARTLY = "ほかの文言は証明の対象外"
OUTSIDE = {
    Fate.ADDED: "新設（証明の対象外）",
    Fate.REMOVED: "削る（証明の対象外）",
    Fate.CHANGED: "文言が変わる（証明の対象外）",
}


class Told:
    """What is said beside each row; every change of meaning is said once."""

    def __init__(self, comparison: Comparison, meanings: Meanings | None) -> None:
        self._comparison, self._meanings = comparison, meanings
        self._said: set[str] = set()
        self._form: Address | None = None
        self.heading = MEANING if meanings is not None else NOTE

    def beside(self, row: Row) -> list[str]:
        """The meaning of the items that begin in a row; without any, what can be seen in its words."""
        face = row.new or row.old
        if face is not None and not face.is_whole and picture_of(face.units[0]):
            return self._of_form(row, face)
        changes = [change for change in self._changes(row) if change.title not in self._said]
        self._said |= {change.title for change in changes}
        if changes:
            return [text for change in changes for text in self._texts(change, row)]
        note = note_of(row, self._comparison)
        return [note] if note else list(self._without_an_item(row))

    def rest(self) -> list[str]:
        """The changes that stand beside no row."""
        if self._meanings is None:
            return []
        left = (
            change
            for title, change in self._meanings.changes.items()
            if title not in self._said and change.kind is not ChangeKind.SAME
        )
        return [f"{change.title}　{meaning_text(change)}" for change in left]

    def _of_form(self, row: Row, face: Face) -> list[str]:
        """Beside the first line of a form; of one that is added or removed, its heading has said so."""
        if not row.begins:
            return []
        before, self._form = self._form, face.units[0].address
        return [FORM] if before != self._form else []

    # -------------------------------------------------------- items

    def _changes(self, row: Row) -> Iterator[Change]:
        """Those whose item stands in the row; of what is left out, those whose meaning did not stay."""
        if self._meanings is None:
            return
        stays = row.new is not None and row.new.is_left_out
        for title, change in self._meanings.changes.items():
            if (stays and change.kind is ChangeKind.SAME) or not self._stands_in(title, change, row):
                continue
            yield change

    def _stands_in(self, title: str, change: Change, row: Row) -> bool:
        here = next(((face, places) for face, places in self._sides(title, change, row) if places), None)
        if here is None:
            return False
        units = [unit for top in here[0].units for unit in (top.walk() if here[0].is_whole else (top,))]
        names = {title, change.was}
        return any(unit.address in here[1] or _is_row_of(unit, names, here[1]) for unit in units)

    def _sides(self, title: str, change: Change, row: Row) -> Iterator[tuple[Face, tuple[Address, ...]]]:
        """Each side of a row with the provisions of an item in its version."""
        assert self._meanings is not None
        if row.new is not None:
            yield row.new, self._meanings.new.get(title, ())
        if row.old is not None:
            yield row.old, self._meanings.old.get(change.was or title, ())

    def _texts(self, change: Change, row: Row) -> Iterator[str]:
        """The item and what has become of it; an item that stayed is named only where it is a part of its sentence."""
        assert self._meanings is not None
        is_part = {change.title, change.was} & self._meanings.parts != set()
        is_same = change.kind is ChangeKind.SAME
        if is_part or not is_same:
            yield change.title
        yield PROVED_SAME if is_same else meaning_text(change)
        if is_part and is_lined(row):
            yield PARTLY

    # -------------------------------------------------------- rows without an item of their own

    def _without_an_item(self, row: Row) -> Iterator[str]:
        """Where words differ: whether an item around them says what that means, or nothing is proved of them."""
        if self._meanings is None or not is_lined(row):
            return
        if row.old and row.new and row.new.is_left_out:
            yield ONLY_NUMBER  # of the article that begins with what stays
            return
        around = [
            change
            for title, change in self._meanings.changes.items()
            if title not in self._meanings.parts
            for face, places in self._sides(title, change, row)
            if any(_meet(face, place) for place in places)
        ]
        if not around:
            if row.begins:
                yield OUTSIDE[row.fate if row.fate in OUTSIDE else Fate.CHANGED]
        elif all(change.kind is ChangeKind.SAME for change in around):
            yield PROVED_SAME
        else:
            yield ELSEWHERE


def _is_row_of(unit: Unit, titles: Set[str], places: Sequence[Address]) -> bool:
    """Whether rows of a 別表 print an item, whose name their first cell has: rows have no address of their own."""
    if unit.kind is not UnitKind.ROWS or all(place.part != unit.address.part for place in places):
        return False
    assert isinstance(unit.own, Table)
    name = "".join(
        text for cell in unit.own.rows[0].cells[:1] for part in cell.content for text in pieces(part)
    )
    return any(title.endswith(f"「{name.strip('「」')}」") for title in titles)


def _meet(face: Face, place: Address) -> bool:
    """Whether a row is a part of a provision, or has it below."""
    unit = face.units[0]
    if unit.kind is UnitKind.DIVISION:
        return False  # a 章 stands between the articles
    if unit.kind in {UnitKind.ROWS, UnitKind.TABLE}:
        return unit.address.part == place.part and _holds(replace(unit.address, items=()), place)
    return _holds(unit.address, place) or _holds(place, unit.address)


def _holds(whole: Address, part: Address) -> bool:
    """Whether a provision is the other or has it below."""
    if whole.part != part.part or (whole.article or part.article) != part.article:
        return False
    if not whole.paragraph:
        return not whole.items or whole.items == part.items[: len(whole.items)]
    return whole.paragraph == part.paragraph and whole.items == part.items[: len(whole.items)]
