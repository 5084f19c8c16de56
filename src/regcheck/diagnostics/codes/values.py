"""RC240–RC259: declarations of facts, cells of tables and given values that do not fit.

Owns: what is said about types as declared, bounds, cells, rows, given facts and claims.
Refuses to know: how values are read; formulas (types.py); names (names.py).
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class TypeFault(StrEnum):
    """What is wrong with a type as written."""

    NEEDLESS_UNIT = "needless-unit"
    NEEDLESS_PLACES = "needless-places"
    PERIOD_WITHOUT_UNIT = "period-without-unit"
    SET_OF_OTHER = "set-of-other"
    LIST_OF_OTHER = "list-of-other"
    SERIES_OF_OTHER = "series-of-other"
    BOUNDS_OF_OTHER = "bounds-of-other"


_FAULTS = {
    TypeFault.NEEDLESS_UNIT: (
        "型「{0}」に単位は付けられません",
        "単位を付けられるのは整数、小数、期間です",
        "the type 「{0}」 takes no unit",
        "Only 整数, 小数 and 期間 have units.",
    ),
    TypeFault.NEEDLESS_PLACES: (
        "型「{0}」に小数点以下の位は付けられません",
        "位を付けられるのは小数と割合です",
        "the type 「{0}」 takes no decimal places",
        "Only 小数 and 割合 have decimal places.",
    ),
    TypeFault.PERIOD_WITHOUT_UNIT: (
        "期間に単位がありません",
        "「期間（月）」又は「期間（日）」と書いてください",
        "the 期間 has no unit",
        "Write 「期間（月）」 or 「期間（日）」.",
    ),
    TypeFault.SET_OF_OTHER: (
        "「{0}」は区分ではないので、その集合は作れません",
        "「…の集合」の前には区分の名前を書いてください",
        "「{0}」 is no 区分, so there is no set of it",
        "Before の集合 stands the name of a 区分.",
    ),
    TypeFault.LIST_OF_OTHER: (
        "「{0}」は対象ではないので、その一覧は作れません",
        "「…の一覧」の前には対象の名前を書いてください",
        "「{0}」 is no 対象, so there is no 一覧 of it",
        "Before の一覧 stands the name of a 対象.",
    ),
    TypeFault.SERIES_OF_OTHER: (
        "「{0}」の系列は作れません",
        "系列にできるのは真偽、整数、小数、割合、期間です",
        "there is no 系列 of 「{0}」",
        "A 系列 holds 真偽, 整数, 小数, 割合 or 期間.",
    ),
    TypeFault.BOUNDS_OF_OTHER: (
        "型「{0}」に範囲は付けられません",
        "範囲を付けられるのは数と日付だけです",
        "the type 「{0}」 takes no bounds",
        "Only numbers and dates have bounds.",
    ),
}


class BadType(Payload):
    """A type that cannot be: 真偽（床）, a set of a 対象, …"""

    CODE: ClassVar[Code] = Code("RC240", "bad-type")
    type: str
    fault: TypeFault

    def ja(self) -> Words:
        headline, advice, _, _ = _FAULTS[self.fault]
        return Words(headline.format(self.type), advice)

    def en(self) -> Words:
        _, _, headline, advice = _FAULTS[self.fault]
        return Words(headline.format(self.type), advice)


class EmptyRange(Payload):
    """Limits between which no value lies: 千以上百以下."""

    CODE: ClassVar[Code] = Code("RC241", "empty-range")
    what: str

    def ja(self) -> Words:
        return Words(f"「{self.what}」の範囲に入る値がありません", "下限と上限を確かめてください")

    def en(self) -> Words:
        return Words(
            f"no value lies within the limits of 「{self.what}」", "Check the lower and the upper limit."
        )


class BadBound(Payload):
    """A bound of a fact that is not a constant with a limit word for numbers (for dates, if `dated`)."""

    CODE: ClassVar[Code] = Code("RC242", "bad-bound")
    what: str
    dated: bool = False

    def ja(self) -> Words:
        if self.dated:
            return Words(
                f"「{self.what}」の範囲が定まった日ではありません",
                "「令和八年四月一日以後」「令和十八年三月三十一日以前」のように日付で書いてください",
            )
        return Words(
            f"「{self.what}」の範囲が定まった数ではありません",
            "「０以上」「一万以下」のように数で書いてください",
        )

    def en(self) -> Words:
        if self.dated:
            return Words(
                f"a bound of 「{self.what}」 is not a fixed day",
                "Write days: 「令和八年四月一日以後」, 「令和十八年三月三十一日以前」.",
            )
        return Words(
            f"a bound of 「{self.what}」 is not a constant number", "Write numbers: 「０以上」, 「一万以下」."
        )


class WrongValue(Payload):
    """A given value of another kind than the fact's type."""

    CODE: ClassVar[Code] = Code("RC243", "wrong-value")
    what: str
    type: str
    value: str

    def ja(self) -> Words:
        return Words(
            f"「{self.what}」は{self.type}ですが、「{self.value}」が与えられています",
            f"{self.type}の値を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.what}」 is {self.type}, but 「{self.value}」 is given",
            f"Give a value that is {self.type}.",
        )


class OutOfBounds(Payload):
    """A given number outside the bounds, or finer than the grid, that the 対象 declares."""

    CODE: ClassVar[Code] = Code("RC244", "out-of-bounds")
    what: str
    value: str
    bounds: str

    def ja(self) -> Words:
        return Words(
            f"「{self.what}」の値「{self.value}」は宣言された範囲（{self.bounds}）にありません",
            "値を直すか、対象の宣言を改めてください",
        )

    def en(self) -> Words:
        return Words(
            f"the value 「{self.value}」 of 「{self.what}」 lies outside what is declared ({self.bounds})",
            "Correct the value or the declaration.",
        )


class SeriesLength(Payload):
    """A 系列 given with too few or too many values, or a 一覧 with more elements than its limit."""

    CODE: ClassVar[Code] = Code("RC245", "series-length")
    what: str
    found: int
    wanted: int

    def ja(self) -> Words:
        return Words(
            f"「{self.what}」には値が{self.wanted}個要りますが、{self.found}個あります",
            "古い年から順に、全ての年の値を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.what}」 needs {self.wanted} values, but {self.found} are given",
            "Give one value for each year, the oldest first.",
        )


class ListTooLong(Payload):
    """A 一覧 given with more elements than its declared limit."""

    CODE: ClassVar[Code] = Code("RC246", "list-too-long")
    what: str
    found: int
    limit: int

    def ja(self) -> Words:
        return Words(
            f"一覧「{self.what}」は{self.limit}件以下と宣言されていますが、{self.found}件あります",
            "事例を直すか、対象の宣言の上限を改めてください",
        )

    def en(self) -> Words:
        return Words(
            f"the 一覧 「{self.what}」 is limited to {self.limit} elements, but {self.found} are given",
            "Correct the case or the declared limit.",
        )


class BadCell(Payload):
    """A cell whose kind does not fit the type of its column."""

    CODE: ClassVar[Code] = Code("RC247", "bad-cell")
    column: str
    type: str

    def ja(self) -> Words:
        return Words(
            f"列「{self.column}」は{self.type}ですが、この欄の書き方が合いません",
            "区分と文字列は値、真偽は「あり」「なし」、数と日付は「以上」「未満」などの範囲で書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"column 「{self.column}」 is {self.type}, which this cell does not fit",
            "Write a value for 区分 and 文字列, あり or なし for 真偽, limits for numbers and dates.",
        )


class NothingElse(Payload):
    """それ以外 where no row with the same other conditions says what it is other than."""

    CODE: ClassVar[Code] = Code("RC248", "nothing-else")
    column: str

    def ja(self) -> Words:
        return Words(
            f"列「{self.column}」の「それ以外」が何以外かを示す行がありません",
            "他の条件の欄が同じ行に値を書くか、「―」にしてください",
        )

    def en(self) -> Words:
        return Words(
            f"no row says what the それ以外 in column 「{self.column}」 is other than",
            "Give a value in a row whose other cells are equal, or write ―.",
        )


class UnknownWord(Payload):
    """A word out of a closed list of the language (種別, 形式, 当たり方, 統計) that is not in it."""

    CODE: ClassVar[Code] = Code("RC250", "unknown-word")
    word: str
    allowed: tuple[str, ...]

    def ja(self) -> Words:
        names = "、".join(f"「{word}」" for word in self.allowed)
        return Words(f"「{self.word}」はここでは使えません", f"{names}のいずれかを書いてください")

    def en(self) -> Words:
        names = ", ".join(f"「{word}」" for word in self.allowed)
        return Words(f"「{self.word}」 cannot stand here", f"Write one of {names}.")


class TooFewMembers(Payload):
    """A 性質 of exclusion or equivalence with a single condition."""

    CODE: ClassVar[Code] = Code("RC251", "too-few-members")
    property: str

    def ja(self) -> Words:
        return Words(f"性質「{self.property}」の条件が一つしかありません", "条件を二つ以上書いてください")

    def en(self) -> Words:
        return Words(f"property 「{self.property}」 has a single condition", "Give at least two.")
