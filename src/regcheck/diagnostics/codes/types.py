"""RC220–RC239: conditions and expressions whose types or units do not fit.

Owns: what is said about types, units, arithmetic, lists and series inside formulas.
Refuses to know: how types are found; names (names.py); declarations, tables and facts (values.py).
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from regcheck.diagnostics.codes.wants import Want
from regcheck.diagnostics.diagnostic import Code, Payload, Words

_ENGLISH = {
    Want.NUMBER: "a number",
    Want.NUMBER_OR_DATE: "a number or a date",
    Want.DATE: "a date",
    Want.TRUTH: "a 真偽",
    Want.EXISTENCE: "a 真偽, a 一覧 or a 区分の集合",
    Want.CHOICE: "a 区分, 文字列 or 真偽",
    Want.SET: "a 区分の集合",
    Want.LIST: "a 一覧",
    Want.COUNTABLE: "a 一覧 or a 区分の集合",
    Want.SERIES: "a 系列",
    Want.RECORD: "a reference to another 対象",
    Want.CELL: "a fact that a table column can ask",
    Want.VALUE: "a single value",
    Want.LISTED: "a 区分 or a 区分の集合",
    Want.EVENT: "an event of a 手続",
    Want.GIVEN: "a fact that each case gives",
}

_ADVICE = {
    Want.NUMBER: ("数の事実と比べてください", "Use a fact that is a number."),
    Want.NUMBER_OR_DATE: (
        "大小や前後を比べられるのは数と日付だけです。区分は「…である」、真偽は「…がある」と書いてください",
        "Only numbers and dates have an order. Write 「…である」 for a 区分 and 「…がある」 for a 真偽.",
    ),
    Want.DATE: ("日付の事実と比べてください", "Use a fact that is a date."),
    Want.TRUTH: ("真偽の事実を書いてください", "Use a fact that is 真偽."),
    Want.EXISTENCE: (
        "「…がある」は真偽、一覧、区分の集合にだけ使えます。数は「一以上」のように書いてください",
        "「…がある」 takes a 真偽, a 一覧 or a 区分の集合. Give a limit for a number.",
    ),
    Want.CHOICE: (
        "区分の集合は「…を含む」、一覧は「…を有する」と書いてください",
        "Write 「…を含む」 for a 区分の集合 and 「…を有する」 for a 一覧.",
    ),
    Want.SET: ("一つの値の区分は「…である」と書いてください", "Write 「…である」 for a single value."),
    Want.LIST: ("一覧の事実を書いてください", "Use a fact that is a 一覧."),
    Want.COUNTABLE: ("数えられるのは一覧と区分の集合だけです", "Only a 一覧 or a 区分の集合 can be counted."),
    Want.SERIES: ("系列の事実を書いてください", "Use a fact that is a 系列."),
    Want.RECORD: (
        "「の」の前には他の対象を指す事実を書いてください",
        "Before の stands a fact that refers to a 対象.",
    ),
    Want.CELL: (
        "区分表の列にできるのは、真偽、数、日付、区分、文字列です",
        "A column asks a 真偽, a number, a date, a 区分 or a 文字列.",
    ),
    Want.VALUE: ("一覧や参照でない事実を書いてください", "Use a fact that is no 一覧 and no reference."),
    Want.LISTED: ("区分の名を掲げる事実を書いてください", "Use a fact whose values are the names of a 区分."),
    Want.EVENT: (
        "「…までに…がない」で問えるのは、手続に宣言した事象だけです",
        "「…までに…がない」 asks for an event that a 手続 declares.",
    ),
    Want.GIVEN: (
        "これは数えて決まる日です。期待する結論（→）や条件の中で使ってください",
        "This day is counted. Use it in an expectation (→) or in a condition.",
    ),
}


class TypeMismatch(Payload):
    """A fact of one type where the words need another; `found` is the type as the user would write it."""

    CODE: ClassVar[Code] = Code("RC220", "type-mismatch")
    what: str
    found: str
    wanted: Want

    def ja(self) -> Words:
        return Words(
            f"「{self.what}」は{self.found}ですが、ここには{self.wanted}が要ります", _ADVICE[self.wanted][0]
        )

    def en(self) -> Words:
        wanted = _ENGLISH[self.wanted]
        return Words(f"「{self.what}」 is {self.found}, but {wanted} is needed here", _ADVICE[self.wanted][1])


def _unit(unit: str) -> str:
    return f"「{unit}」" if unit else "単位なし"


def _unit_en(unit: str) -> str:
    return f"「{unit}」" if unit else "no unit"


class UnitMismatch(Payload):
    """Two numbers of different units compared or added; "" is no unit."""

    CODE: ClassVar[Code] = Code("RC221", "unit-mismatch")
    left: str
    right: str

    def ja(self) -> Words:
        return Words(
            f"単位が合いません（{_unit(self.left)}と{_unit(self.right)}）",
            "比べたり足したりできるのは同じ単位の数だけです",
        )

    def en(self) -> Words:
        return Words(
            f"the units do not fit ({_unit_en(self.left)} and {_unit_en(self.right)})",
            "Only numbers of one unit can be compared or added.",
        )


class MissingUnit(Payload):
    """A bare number where the other side has a unit."""

    CODE: ClassVar[Code] = Code("RC222", "missing-unit")
    number: str
    unit: str

    def ja(self) -> Words:
        return Words(f"「{self.number}」に単位がありません", f"「{self.number}{self.unit}」と書いてください")

    def en(self) -> Words:
        return Words(f"「{self.number}」 has no unit", f"Write 「{self.number}{self.unit}」.")


class Reason(StrEnum):
    """Why a product is refused."""

    NONLINEAR = "nonlinear"
    UNIT = "unit"


class BadProduct(Payload):
    """A product of two varying numbers (not linear), or by a constant that has a unit."""

    CODE: ClassVar[Code] = Code("RC223", "bad-product")
    left: str
    right: str
    reason: Reason

    def ja(self) -> Words:
        if self.reason is Reason.UNIT:
            advice = "掛ける数は「三分の一」「二」のように単位のない数にしてください"
            return Words(f"「{self.left}」に単位のある数「{self.right}」を掛けています", advice)
        advice = "どちらも事案により変わる数なので、全ての場合を証明できる一次式になりません。片方を定まった数にしてください"
        return Words(f"「{self.left}」と「{self.right}」を掛け合わせています", advice)

    def en(self) -> Words:
        if self.reason is Reason.UNIT:
            return Words(
                f"「{self.left}」 is multiplied by 「{self.right}」, which has a unit",
                "Multiply by a number without a unit.",
            )
        return Words(
            f"「{self.left}」 and 「{self.right}」 are multiplied by each other",
            "Both vary from case to case, so this is not linear and cannot be decided for all cases. Make one of them a constant.",
        )


class UnlimitedListSum(Payload):
    """A sum over a 一覧 that has no declared limit."""

    CODE: ClassVar[Code] = Code("RC224", "unlimited-list-sum")
    path: str
    subject: str

    def ja(self) -> Words:
        return Words(
            f"件数の上限がない一覧「{self.path}」を合計しています",
            "件数に限りがないと、全ての場合を尽くして証明できません。"
            f"対象の宣言で「{self.subject}の一覧（五以下）」のように上限を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"the sum runs over the 一覧 「{self.path}」, which has no limit",
            "Without a limit not all cases can be exhausted. "
            f"Declare one: 「{self.subject}の一覧（五以下）」.",
        )


class NoListAggregate(Payload):
    """平均, 最大 or 最小 of a 一覧, which formulas do not have."""

    CODE: ClassVar[Code] = Code("RC225", "no-list-aggregate")
    path: str
    function: str

    def ja(self) -> Words:
        advice = {
            "最大": "「…以上の…を有する」と書けば、最大がその値以上であることと同じです",
            "最小": "「全ての…が…以上」と書けば、最小がその値以上であることと同じです",
        }.get(self.function, "平均は件数で割るため一次式になりません。合計に対する条件に書き直してください")
        return Words(f"一覧「{self.path}」の{self.function}は条件に使えません", advice)

    def en(self) -> Words:
        advice = {
            "最大": "「…以上の…を有する」 says that the greatest is at least that much.",
            "最小": "「全ての…が…以上」 says that the least is at least that much.",
        }.get(self.function, "A mean divides by the count, which is not linear. Set a condition on the sum.")
        return Words(f"a condition cannot use the {self.function} of the 一覧 「{self.path}」", advice)


class BareSeries(Payload):
    """A 系列 used as if it were one value."""

    CODE: ClassVar[Code] = Code("RC226", "bare-series")
    path: str
    window: str

    def ja(self) -> Words:
        return Words(
            f"系列「{self.path}」のどの年の値かが書かれていません",
            f"「{self.window}の{self.path}の平均」又は「{self.window}のいずれかにおいて、…」と書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"which year of the 系列 「{self.path}」 is meant is not said",
            f"Write 「{self.window}の{self.path}の平均」 or 「{self.window}のいずれかにおいて、…」.",
        )


class WindowMismatch(Payload):
    """A window of years that is not the one the 系列 is declared with."""

    CODE: ClassVar[Code] = Code("RC227", "window-mismatch")
    path: str
    declared: str
    written: str

    def ja(self) -> Words:
        return Words(
            f"系列「{self.path}」は{self.declared}ですが、{self.written}と書かれています",
            "期間をそろえてください",
        )

    def en(self) -> Words:
        return Words(
            f"the 系列 「{self.path}」 is declared for {self.declared}, but {self.written} is written",
            "Use one and the same window.",
        )


class NoSeriesInside(Payload):
    """…のいずれかにおいて, with no 系列 in what follows."""

    CODE: ClassVar[Code] = Code("RC228", "no-series-inside")
    window: str

    def ja(self) -> Words:
        return Words(
            f"「{self.window}の…において」の中に系列がありません",
            "年ごとの値をもつ事実を書くか、この句を削ってください",
        )

    def en(self) -> Words:
        return Words(
            f"nothing inside 「{self.window}の…において」 is a 系列",
            "Name a fact that has a value for each year, or drop the phrase.",
        )


class WrongLimitWord(Payload):
    """以前 with a number, or 以上 with a date; `right` is the word that fits."""

    CODE: ClassVar[Code] = Code("RC229", "wrong-limit-word")
    word: str
    right: str
    is_date: bool

    def ja(self) -> Words:
        kind = "日付" if self.is_date else "数"
        return Words(f"{kind}に「{self.word}」は使えません", f"「{self.right}」と書いてください")

    def en(self) -> Words:
        kind = "a date" if self.is_date else "a number"
        return Words(f"「{self.word}」 does not go with {kind}", f"Write 「{self.right}」.")


class TermOfAnotherSubject(Payload):
    """A term asked of a record of a 対象 that it is not about; `record` "" if no record here fits."""

    CODE: ClassVar[Code] = Code("RC230", "term-of-another-subject")
    term: str
    subject: str
    record: str

    def ja(self) -> Words:
        return Words(
            f"「{self.term}」は対象「{self.subject}」についての定めですが、対象「{self.record}」について問われています",
            f"「{self.subject}」を指す事実を「…が{self.term}に該当する」のように前に書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.term}」 is about the 対象 「{self.subject}」 but is asked of a 「{self.record}」",
            f"Name a fact that refers to a 「{self.subject}」 first: 「…が{self.term}に該当する」.",
        )


class ListNeedsQuantifier(Payload):
    """A path that goes through a 一覧 as if it had one element."""

    CODE: ClassVar[Code] = Code("RC231", "list-needs-quantifier")
    path: str
    subject: str

    def ja(self) -> Words:
        return Words(
            f"「{self.path}」は一覧なので、どの{self.subject}のことかが決まりません",
            f"「{self.path}のいずれかが…」「全ての{self.path}が…」又は「…の{self.path}を有する」と書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.path}」 is a 一覧, so it is not said which 「{self.subject}」 is meant",
            f"Write 「{self.path}のいずれかが…」, 「全ての{self.path}が…」 or 「…の{self.path}を有する」.",
        )


class DateArithmetic(Payload):
    """A date inside 合計, 控除, 乗じる or 四捨五入."""

    CODE: ClassVar[Code] = Code("RC232", "date-arithmetic")
    what: str

    def ja(self) -> Words:
        return Words(f"日付「{self.what}」は足し引きできません", "日付は「以前」「以後」で比べてください")

    def en(self) -> Words:
        return Words(
            f"the date 「{self.what}」 cannot be added or subtracted", "Compare dates with 以前 or 以後."
        )


class DifferentTypes(Payload):
    """Two facts said to be the same that can never be compared."""

    CODE: ClassVar[Code] = Code("RC233", "different-types")
    left: str
    left_type: str
    right: str
    right_type: str

    def ja(self) -> Words:
        return Words(
            f"「{self.left}」（{self.left_type}）と「{self.right}」（{self.right_type}）は型が違うので比べられません",
            "同じ型の事実どうしを比べてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.left}」 ({self.left_type}) and 「{self.right}」 ({self.right_type}) have different types",
            "Compare facts of one type.",
        )
