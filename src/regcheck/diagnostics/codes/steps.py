"""Codes RC140-RC149: a line of a 手続 that does not say what it should.

Owns: what is said about verbs, stretches of days and periods of a 手続.
Refuses to know: the grammar, which names there are.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class VerbOfRule(Payload):
    """義務 that ends in してはならない or in してはいけない."""

    CODE: ClassVar[Code] = Code("RC140", "verb-of-rule")
    keyword: str
    found: str
    wanted: str
    instead: str = ""
    """The keyword of a rule that ends so."""

    def ja(self) -> Words:
        headline = f"「{self.keyword}」の文が「{self.found}」で終わっています"
        if not self.instead:
            return Words(headline, f"「{self.keyword}」の文は「事象{self.wanted}」で終えてください")
        advice = f"「事象{self.wanted}」で終えるか、行の初めの語を「{self.instead}」にしてください"
        return Words(headline, advice)

    def en(self) -> Words:
        headline = f"a rule '{self.keyword}' ends in '{self.found}'"
        if not self.instead:
            return Words(headline, f"End it in the event and '{self.wanted}'")
        return Words(headline, f"End it in '{self.wanted}', or begin the line with '{self.instead}'")


class NothingBefore(Payload):
    """あらかじめ where the condition is not exactly 「Xがある」."""

    CODE: ClassVar[Code] = Code("RC141", "before-what")

    def ja(self) -> Words:
        return Words(
            "「あらかじめ」がどの事象より前のことかが分かりません",
            "「導入の前に、」のように事象を書くか、条件を「導入があるときは、」の一つだけにしてください",
        )

    def en(self) -> Words:
        return Words(
            "あらかじめ does not say before which event",
            "Name the event (導入の前に、), or let the condition be no more than 導入があるときは、",
        )


class ChangeNotHere(Payload):
    """延長により、… in a rule that changes nothing, or a change by another verb."""

    CODE: ClassVar[Code] = Code("RC142", "change-not-here")
    keyword: str

    def ja(self) -> Words:
        return Words(
            f"「{self.keyword}」の文では期間を変えられません",
            "期間を延長し又は短縮するのは権限です。行の初めの語を「権限」にしてください",
        )

    def en(self) -> Words:
        return Words(
            f"a rule '{self.keyword}' cannot change a period",
            "Extending and shortening a period is a power: begin the line with 権限",
        )


class LimitOfChange(Payload):
    """An extension without its limit, or a shortening with one."""

    CODE: ClassVar[Code] = Code("RC143", "limit-of-change")
    lengthens: bool

    def ja(self) -> Words:
        if self.lengthens:
            return Words(
                "延長の限度がありません",
                "「審査期間を受理の日から起算して四月間を限度として延長することができる」のように書いてください",
            )
        return Words("短縮に限度は書けません", "「…を限度として」を消してください")

    def en(self) -> Words:
        if self.lengthens:
            return Words(
                "the extension has no limit",
                "Write 審査期間を受理の日から起算して四月間を限度として延長することができる",
            )
        return Words("a shortening takes no limit", "Delete …を限度として")


class OddPeriod(Payload):
    """A period in words that are not known."""

    CODE: ClassVar[Code] = Code("RC144", "period-words")
    text: str

    def ja(self) -> Words:
        return Words(f"期間「{self.text}」が読めません", PERIODS_JA)

    def en(self) -> Words:
        return Words(f"the period '{self.text}' cannot be read", PERIODS_EN)


class PeriodWithoutStart(Payload):
    """期間「審査期間」　施行の日まで."""

    CODE: ClassVar[Code] = Code("RC145", "period-without-start")
    text: str

    def ja(self) -> Words:
        return Words(
            f"期間の初めの日がありません（「{self.text}」だけが書かれています）",
            "「受理の日から起算して三十日を経過する日まで」「公布の日から施行の日まで」のように「から」で初めの日を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"the period has no first day (only '{self.text}' is written)",
            "Write its first day with から: 受理の日から起算して三十日を経過する日まで, 公布の日から施行の日まで",
        )


PERIODS_JA = (
    "「六月間」「起算して三十日を経過する日」「十日以内」「一年六月を超えない範囲内」のように書いてください"
)
PERIODS_EN = "Write 六月間, 起算して三十日を経過する日, 十日以内 or 一年六月を超えない範囲内"
