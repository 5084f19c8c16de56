"""RC850–RC854, RC858, RC859: what is printed and what it says.

Owns: the words for conditions that have no statutory form, and for printed words that say something else.
Refuses to know: how words are made, how they are read back.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail


class NoStatutoryForm(Payload):
    """A condition for which drafting has no words. `why` is a Refusal of to_statutory."""

    CODE: ClassVar[Code] = Code("RC850", "no-statutory-form")
    item: str
    why: str
    words: str = detail(default="")

    def ja(self) -> Words:
        reason, advice = _WHY_JA[self.why]
        return Words(f"{self.item}は条文の形にできない（{reason.format(self.words)}）", advice)

    def en(self) -> Words:
        reason, advice = _WHY_EN[self.why]
        return Words(f"{self.item} has no statutory form ({reason.format(self.words)})", advice)


_WHY_JA = {
    "deep": (
        "（ｉ）より深い号の細分がない",
        "深い部分を「定義」に分け、その名前に該当することとしてください",
    ),
    "many": ("{}番目の号の細分に付ける記号がない", "並びを二つ以上の「定義」に分けてください"),
    "large": ("{}は条文の数の上限の千兆台を超える", "単位を大きくして、数を小さくしてください"),
    "element": ("内側から外側の「{}」を名指す言葉がない", "内側の条件を「定義」に分けてください"),
    "sign": ("「{}」に、引用の記号又は改行がある", "名前から「 」と改行を除いてください"),
    "day": ("数えて定まる日「{}」の条文の形がない", "日付で書くか、「手続」の期間又は期限としてください"),
    "run": ("手続の経過について「{}」とする条文の形がない", "その条件を「性質」又は「事例」に書いてください"),
    "override": ("「{}」に特例があり、対応号の一つにできない", "その項目を、条の初めの項に置いてください"),
}
_WHY_EN = {
    "deep": ("no label lies below （ｉ）", "Move the inner part to a 定義 and refer to it by name."),
    "many": ("there is no label for member {}", "Split the list into two or more 定義."),
    "large": ("{} is beyond the numbers of statutes", "Use a larger unit."),
    "element": ("no word inside points at the outer 「{}」", "Move the inner condition to a 定義."),
    "sign": ("「{}」 holds a quotation mark or line break", "Remove it from the name."),
    "day": ("no form for a day that is counted: 「{}」", "Write a date, or a 期間 or 期限 of a 手続."),
    "run": ("no form for what is said of a run: 「{}」", "Write the condition in a 性質 or 事例."),
    "override": ("「{}」 has a 特例 and cannot be one half of a 対応号", "Put it at the head of an article."),
}


class PrintDiffers(Payload):
    """The printed words, read back, do not mean what the specification says: with a case in which they part."""

    CODE: ClassVar[Code] = Code("RC851", "print-differs")
    item: str
    subject: str
    case: str = detail(default="")
    by_specification: str = detail(default="")
    by_print: str = detail(default="")

    def ja(self) -> Words:
        who = f"{self.case}の{self.subject}" if self.case else self.subject
        return Words(
            f"{self.item}の条文は仕様と違い、{who}は、仕様では{self.by_specification}、条文では{self.by_print}",
            "仕様の誤りではありません。条文を作る道具の誤りなので、仕様のファイルを開発者に送ってください",
        )

    def en(self) -> Words:
        return Words(
            f"the printed words of {self.item} differ: {self.subject} with {self.case or 'any facts'} is "
            f"{self.by_specification} by the specification and {self.by_print} by the words",
            "This is a fault of the tool. Send the spec files to its developers.",
        )


class PrintUnreadable(Payload):
    """Printed words that cannot be read back."""

    CODE: ClassVar[Code] = Code("RC852", "print-unreadable")
    item: str
    near: str = detail(default="")
    line: str = detail(default="")

    def ja(self) -> Words:
        place = f"「{self.near}」の所で" if self.near else "終わりで"
        return Words(
            f"{self.item}の条文「{self.line}」を、{place}読み戻せない",
            "名前に条文の言葉（以上、又は、数 など）が含まれていれば、別の名前にしてください。"
            "そうでなければ、仕様のファイルを開発者に送ってください",
        )

    def en(self) -> Words:
        place = f"at 「{self.near}」" if self.near else "at its end"
        return Words(
            f"the printed words of {self.item} cannot be read back {place}: 「{self.line}」",
            "Rename what holds a statutory word (以上, 又は, 数 …); otherwise send the spec files to the developers.",
        )


class PrintUndecided(Payload):
    """The solver's budget was spent before printed words were proved."""

    CODE: ClassVar[Code] = Code("RC853", "print-undecided")
    item: str
    reason: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"{self.item}の条文が仕様と同じことを、予算の中で証明できない（{self.reason}）",
            "条件の一部を「定義」に分けるか、--config prove.rlimit=… で予算を増やしてください",
        )

    def en(self) -> Words:
        return Words(
            f"the printed words of {self.item} could not be proved within the budget ({self.reason})",
            "Move part of the condition to a 定義, or raise the budget with --config prove.rlimit=….",
        )


class PrintMisses(Payload):
    """Around its conditions, the printed text says another name, day, outcome or order."""

    CODE: ClassVar[Code] = Code("RC854", "print-misses")
    item: str
    what: str

    def ja(self) -> Words:
        return Words(
            f"{self.item}の条文は、{self.what}が仕様と違う",
            "仕様の誤りではありません。条文を作る道具の誤りなので、仕様のファイルを開発者に送ってください",
        )

    def en(self) -> Words:
        return Words(
            f"the printed words of {self.item} differ in {self.what}",
            "This is a fault of the tool. Send the spec files to its developers.",
        )


class PrintAltered(Payload):
    """The file of an ordinance, read again, has other words than were composed."""

    CODE: ClassVar[Code] = Code("RC859", "print-altered")
    composed: str = detail(default="")
    read: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"省令案の文「{self.composed}」が、ファイルでは「{self.read}」になる",
            "仕様の誤りではありません。文書を作る道具の誤りなので、仕様のファイルを開発者に送ってください",
        )

    def en(self) -> Words:
        return Words(
            f"the line 「{self.composed}」 of the ordinance is 「{self.read}」 in its file",
            "This is a fault of the tool. Send the spec files to its developers.",
        )


class PrintedDayDiffers(Payload):
    """A printed period, limit or stretch comes to another day than the specification: from the earliest beginning."""

    CODE: ClassVar[Code] = Code("RC858", "printed-day-differs")
    item: str
    case: str = detail(default="")
    by_specification: str = detail(default="")
    by_print: str = detail(default="")

    def ja(self) -> Words:
        when = f"{self.case}であれば、" if self.case else ""
        return Words(
            f"{self.item}の言葉は仕様と違い、{when}仕様では{self.by_specification}、言葉では{self.by_print}",
            "仕様の誤りではありません。文書を作る道具の誤りなので、仕様のファイルを開発者に送ってください",
        )

    def en(self) -> Words:
        when = f"with {self.case} it is " if self.case else "it is "
        return Words(
            f"the printed words of {self.item} differ: {when}{self.by_specification} by the specification and "
            f"{self.by_print} by the words",
            "This is a fault of the tool. Send the spec files to its developers.",
        )
