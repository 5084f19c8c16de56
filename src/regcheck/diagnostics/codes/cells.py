"""RC820–RC829: rows and cells of fact tables.

Owns: the words for cells that are no value of their fact, and rows that are broken or stand twice.
Refuses to know: how a file is read, the file as a whole (facts.py), what is claimed about it (claims.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail

_SHOWN = 5


def lines_ja(lines: Sequence[int]) -> str:
    """3行目, or 3、5、9行目, or 3、5、9、11、12行目ほか8行."""
    shown = "、".join(str(line) for line in lines[:_SHOWN])
    more = f"ほか{len(lines) - _SHOWN}行" if len(lines) > _SHOWN else ""
    return f"{shown}行目{more}"


def lines_en(lines: Sequence[int]) -> str:
    """Line 3, or lines 3, 5, 9, or lines 3, 5, 9, 11, 12 and 8 more."""
    shown = ", ".join(str(line) for line in lines[:_SHOWN])
    more = f" and {len(lines) - _SHOWN} more" if len(lines) > _SHOWN else ""
    return f"line{'s' if len(lines) > 1 else ''} {shown}{more}"


class WrongCellCount(Payload):
    """Rows with more or fewer cells than there are headings. Such rows are left out."""

    CODE: ClassVar[Code] = Code("RC820", "wrong-cell-count")
    file: str
    found: int
    wanted: int
    lines: tuple[int, ...] = detail()

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」の{lines_ja(self.lines)}は欄が{self.found}個ですが、見出しは{self.wanted}個です",
            "欄の中のコンマは引用符で囲み、空の欄も区切りのコンマを残してください",
        )

    def en(self) -> Words:
        return Words(
            f"{lines_en(self.lines)} of 「{self.file}」: {self.found} cells, but {self.wanted} headings",
            "Quote cells that contain commas, and keep the commas of empty cells.",
        )


class CellProblem(Payload):
    """One value in one column that cannot be taken, and the lines where it stands."""

    file: str
    column: str
    value: str
    lines: tuple[int, ...] = detail()

    def where_ja(self) -> str:
        return f"「{self.file}」の{lines_ja(self.lines)}の「{self.column}」"

    def where_en(self) -> str:
        return f"column 「{self.column}」 in {lines_en(self.lines)} of 「{self.file}」"


class UnknownMember(CellProblem):
    """A word that is no member of the 区分."""

    CODE: ClassVar[Code] = Code("RC821", "value-outside-category")
    category: str
    near: str = ""

    def ja(self) -> Words:
        advice = f"「{self.near}」ではありませんか" if self.near else "欄を直すか、区分に加えてください"
        return Words(f"{self.where_ja()}の「{self.value}」は区分「{self.category}」にありません", advice)

    def en(self) -> Words:
        advice = f"Did you mean 「{self.near}」?" if self.near else "Mend the cell, or add it to the 区分."
        return Words(f"{self.where_en()}: 「{self.value}」 is not in 区分「{self.category}」", advice)


class NotANumber(CellProblem):
    """A cell that should be a number."""

    CODE: ClassVar[Code] = Code("RC822", "cell-not-a-number")
    unit: str = ""

    def ja(self) -> Words:
        form = f"1,000 又は 1000{self.unit} のように書いてください"
        return Words(f"{self.where_ja()}の「{self.value}」は数として読めません", form)

    def en(self) -> Words:
        return Words(
            f"{self.where_en()}: 「{self.value}」 is not a number", f"Write it as 1,000 or 1000{self.unit}."
        )


class NotADate(CellProblem):
    """A cell that should be a date."""

    CODE: ClassVar[Code] = Code("RC823", "cell-not-a-date")

    def ja(self) -> Words:
        return Words(
            f"{self.where_ja()}の「{self.value}」は日付として読めません",
            "令和七年四月一日、2025年4月1日 又は 2025-04-01 のように書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.where_en()}: 「{self.value}」 is not a date",
            "Write it as 2025-04-01 or 令和七年四月一日.",
        )


class NotYesNo(CellProblem):
    """A cell that should be あり or なし."""

    CODE: ClassVar[Code] = Code("RC824", "cell-not-yes-no")

    def ja(self) -> Words:
        return Words(
            f"{self.where_ja()}の「{self.value}」は、あり、なしのいずれでもありません",
            "あり／なし、はい／いいえ、○／× のいずれかで書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.where_en()}: 「{self.value}」 is neither あり nor なし",
            "Write あり／なし, はい／いいえ or ○／×.",
        )


class CellOutOfBounds(CellProblem):
    """A number outside the bounds, or finer than the places, that the 対象 declares."""

    CODE: ClassVar[Code] = Code("RC825", "cell-out-of-bounds")
    bounds: str

    def ja(self) -> Words:
        return Words(
            f"{self.where_ja()}の「{self.value}」は、定められた範囲（{self.bounds}）にありません",
            "欄を直すか、対象の範囲が狭すぎないかを確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.where_en()}: 「{self.value}」 is outside what is declared (「{self.bounds}」)",
            "Mend the cell, or check whether the bounds of the 対象 are too narrow.",
        )


class EmptyCell(CellProblem):
    """An empty cell (or 不明) for a fact that may not be 不明."""

    CODE: ClassVar[Code] = Code("RC826", "empty-cell")

    def ja(self) -> Words:
        found = f"が「{self.value}」" if self.value else "が空"
        return Words(
            f"{self.where_ja()}{found}です",
            f"値を書くか、知られていないことがありうるなら対象の「{self.column}」に「不明可」と書いてください",
        )

    def en(self) -> Words:
        found = f"「{self.value}」" if self.value else "empty"
        return Words(
            f"{self.where_en()} is {found}",
            f"Fill it in, or declare 「{self.column}」 不明可 if it may be unknown.",
        )


class WrongYears(CellProblem):
    """A cell of a 系列 with too few or too many years."""

    CODE: ClassVar[Code] = Code("RC827", "cell-wrong-years")
    wanted: int

    def ja(self) -> Words:
        return Words(
            f"{self.where_ja()}の「{self.value}」は{self.wanted}個の値になっていません",
            "古い年から順に、「、」で区切って書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.where_en()}: 「{self.value}」 is not {self.wanted} values",
            "Write them from the oldest year to the newest, with 、 between them.",
        )


class DuplicateRow(Payload):
    """Rows that name the same thing, or are the same throughout."""

    CODE: ClassVar[Code] = Code("RC828", "duplicate-row")
    file: str
    key: str
    lines: tuple[int, ...] = detail()

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」の{lines_ja(self.lines)}はどれも「{self.key}」の行です",
            "重なった行を除くか、名称を書き分けてください",
        )

    def en(self) -> Words:
        return Words(
            f"{lines_en(self.lines)} of 「{self.file}」 are all about 「{self.key}」",
            "Remove the duplicate, or tell the names apart.",
        )


class NoRows(Payload):
    """A file with headings and nothing below them."""

    CODE: ClassVar[Code] = Code("RC829", "no-rows", Severity.WARNING)
    file: str

    def ja(self) -> Words:
        return Words(f"「{self.file}」には見出しだけがあり、行がありません", "事実の行を書いてください")

    def en(self) -> Words:
        return Words(f"「{self.file}」 has headings but no rows", "Write the facts below the headings.")
