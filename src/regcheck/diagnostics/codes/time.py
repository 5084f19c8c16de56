"""RC600–RC629: periods, and what a 手続 says of its events, periods and rules.

Owns: what is said about dates that a period is counted from, about the days of a 手続 and about its lines.
Refuses to know: how they are built; what is proved of runs (procedures.py); versions of the law (versions.py).
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.source.eras import day_text


def _chain(names: tuple[str, ...]) -> str:
    return "→".join(f"「{name}」" for name in names)


# ---------------------------------------------------------------- periods


class UnboundedDate(Payload):
    """A period counted from a date whose 対象 declares no first and last day for it."""

    CODE: ClassVar[Code] = Code("RC600", "unbounded-date")
    what: str

    def ja(self) -> Words:
        return Words(
            f"期間を数える「{self.what}」に日付の範囲がありません",
            "月や休日の数え方は日ごとに違い、範囲がないと全ての日について証明できません。"
            f"対象の宣言で「{self.what}：日付　令和八年四月一日以後令和十八年三月三十一日以前」のように範囲を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"a period is counted from 「{self.what}」, which has no first and last day",
            "Months and holidays differ from day to day, so all days can be proved only within limits. "
            f"Declare them: 「{self.what}：日付　令和八年四月一日以後令和十八年三月三十一日以前」.",
        )


class LongPeriod(Payload):
    """A period longer than all the days that are looked at; `days` is how many these are."""

    CODE: ClassVar[Code] = Code("RC601", "long-period", Severity.WARNING)
    period: str
    days: int

    def ja(self) -> Words:
        return Words(
            f"期間「{self.period}」は、検査する範囲（{self.days}日）より長い期間です",
            "期間の長さを確かめ、正しければ検査期間又は日付の範囲を広げてください",
        )

    def en(self) -> Words:
        return Words(
            f"the period 「{self.period}」 is longer than the range that is checked ({self.days} days)",
            "Check its length; if it is right, widen 検査期間 or the limits of the date.",
        )


class OutsideTable(Payload):
    """A period that would need a day outside the calendar, or outside the table of closed days."""

    CODE: ClassVar[Code] = Code("RC602", "outside-calendar")
    period: str
    first: date
    last: date
    moves: bool

    def ja(self) -> Words:
        table = "休日の表" if self.moves else "暦"
        return Words(
            f"期間「{self.period}」を{day_text(self.first)}から{day_text(self.last)}までの日から数えると、{table}の外に出ます",
            f"{table}の中に収まるように、起算日又はその範囲を狭めてください",
        )

    def en(self) -> Words:
        table = "the table of closed days" if self.moves else "the calendar"
        return Words(
            f"the period 「{self.period}」, counted from {self.first} to {self.last}, leaves {table}",
            f"Narrow the day that it is counted from, or its limits, so that it stays in {table}.",
        )


class PeriodIsNoDay(Payload):
    """A 期間 where a day is wanted."""

    CODE: ClassVar[Code] = Code("RC603", "period-is-no-day")
    period: str

    def ja(self) -> Words:
        return Words(
            f"「{self.period}」は期間であり、一つの日ではありません",
            f"「{self.period}の初日」又は「{self.period}の末日」と書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.period}」 is a period and not a day",
            f"Write 「{self.period}の初日」 or 「{self.period}の末日」.",
        )


# ---------------------------------------------------------------- the days of a 手続


class NoHorizon(Payload):
    """A 手続 without 検査期間."""

    CODE: ClassVar[Code] = Code("RC604", "no-horizon")
    procedure: str

    def ja(self) -> Words:
        return Words(
            f"手続「{self.procedure}」に検査期間がありません",
            "どの日に始まる場合まで証明するかを「検査期間　令和八年四月一日から令和十八年三月三十一日まで」のように書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"the 手続 「{self.procedure}」 has no 検査期間",
            "Say for which days it is proved: 「検査期間　令和八年四月一日から令和十八年三月三十一日まで」.",
        )


class ReversedHorizon(Payload):
    """検査期間 whose last day is before its first."""

    CODE: ClassVar[Code] = Code("RC605", "reversed-horizon")
    first: date
    last: date

    def ja(self) -> Words:
        return Words(
            f"検査期間の末日（{day_text(self.last)}）が初日（{day_text(self.first)}）より前です",
            "「…から…まで」の二つの日を入れ替えるか、年を確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"the last day of 検査期間 ({self.last}) is before its first ({self.first})",
            "Swap the two days or check the year.",
        )


class OutsideHorizon(Payload):
    """An event whose own bounds leave no day of 検査期間 on which it could happen."""

    CODE: ClassVar[Code] = Code("RC606", "outside-horizon")
    event: str
    day: date
    first: date
    last: date

    def ja(self) -> Words:
        return Words(
            f"事象「{self.event}」の日（{day_text(self.day)}）は、検査する日の範囲（{day_text(self.first)}から{day_text(self.last)}まで）にありません",
            "検査期間を広げるか、事象の日を確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"the day of the event 「{self.event}」 ({self.day}) is not among the days that are checked "
            f"({self.first} to {self.last})",
            "Widen 検査期間 or check the day of the event.",
        )


class CircularDays(Payload):
    """Periods and limits of which each is counted from the next."""

    CODE: ClassVar[Code] = Code("RC607", "circular-days")
    cycle: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"期間と期限が互いから数えられています（{_chain(self.cycle)}）",
            "少なくとも一つを、事象の日又は定まった日から数えてください",
        )

    def en(self) -> Words:
        return Words(
            f"periods and limits are counted from each other ({_chain(self.cycle)})",
            "Count at least one of them from the day of an event or from a fixed day.",
        )


class CircularEvents(Payload):
    """Events of which each must come after the next."""

    CODE: ClassVar[Code] = Code("RC608", "circular-events")
    cycle: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"事象が互いの後に起こることになっています（{_chain(self.cycle)}）",
            "少なくとも一つの「以後」「より後」を削ってください",
        )

    def en(self) -> Words:
        return Words(
            f"each of these events must come after the next ({_chain(self.cycle)})",
            "Drop at least one 以後 or より後.",
        )


# ---------------------------------------------------------------- the lines of a 手続


class ClashOfNames(Payload):
    """Two things of a run that would have one name: an event and a fact, a limit and a period …"""

    CODE: ClassVar[Code] = Code("RC609", "clash-of-names")
    name: str
    kind: Noun
    other: Noun

    def ja(self) -> Words:
        return Words(
            f"{self.kind}による「{self.name}」が、{self.other}「{self.name}」と紛れます",
            "一つの場合についての名前は、事象、その日、期間、期限、対象の事実を通じて一つだけにしてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.name}」 of the {self.kind.en} is also the name of a {self.other.en}",
            "Events, their days, periods, limits and facts of the 対象 share one set of names.",
        )


class WrongActor(Payload):
    """A rule whose actor is not the one by whom its event happens."""

    CODE: ClassVar[Code] = Code("RC610", "wrong-actor")
    rule: str
    event: str
    found: str
    wanted: str

    def ja(self) -> Words:
        return Words(
            f"{self.rule}の主語は「{self.found}」ですが、事象「{self.event}」は「{self.wanted}」が行うものです",
            "主語か、事象の行の「：」の後の名のどちらかを直してください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.rule} is about 「{self.found}」, but the event 「{self.event}」 is done by 「{self.wanted}」",
            "Correct the subject of the sentence, or the name after ： in the line of the event.",
        )


class TwoPeriodsChanged(Payload):
    """One event that changes two periods, so that it would have two new last days."""

    CODE: ClassVar[Code] = Code("RC611", "two-periods-changed")
    event: str
    periods: tuple[str, ...]

    def ja(self) -> Words:
        periods = "と".join(f"「{period}」" for period in self.periods)
        return Words(
            f"事象「{self.event}」が{periods}の末日を共に変えるので、「{self.event}後の末日」がどちらか決まりません",
            "期間ごとに事象を分けてください",
        )

    def en(self) -> Words:
        periods = " and ".join(f"「{period}」" for period in self.periods)
        return Words(
            f"the event 「{self.event}」 changes the last day of {periods}, so 「{self.event}後の末日」 could be either",
            "Use an event of its own for each period.",
        )


class NeedsRun(Payload):
    """違反する or 適法である asked of a record that is no run of a 手続; `what` is the phrase."""

    CODE: ClassVar[Code] = Code("RC612", "needs-run")
    what: str
    record: str

    def ja(self) -> Words:
        return Words(
            f"{self.what}かどうかは手続について問うことですが、対象「{self.record}」について問われています",
            "「すべての「（手続の名）」について」「事例「…」：（手続の名）」のように、手続の名を対象にしてください",
        )

    def en(self) -> Words:
        return Words(
            f"whether {self.what} is asked of a 手続, but here of the 対象 「{self.record}」",
            "Let the name of a 手続 stand where the 対象 stands.",
        )


class OnlyOfRuns(Payload):
    """に限る in a 事例 that is about no 手続."""

    CODE: ClassVar[Code] = Code("RC613", "only-of-runs")
    record: str

    def ja(self) -> Words:
        return Words(
            f"「に限る」は手続の事例にだけ使えますが、これは対象「{self.record}」の事例です",
            "「である」と書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「に限る」 is for cases of a 手続, but this is one of the 対象 「{self.record}」",
            "Write 「である」.",
        )


class NothingToRead(Payload):
    """読み替える of a name that what is taken over does not have."""

    CODE: ClassVar[Code] = Code("RC614", "nothing-to-read")
    name: str
    procedure: str

    def ja(self) -> Words:
        return Words(
            f"手続「{self.procedure}」から準用する定めに、読み替える「{self.name}」がありません",
            "読み替えるのは、準用する定めに出てくる事象、期間、期限、事実又は主語の名です",
        )

    def en(self) -> Words:
        return Words(
            f"what is applied from the 手続 「{self.procedure}」 has no 「{self.name}」 to be read otherwise",
            "Names of events, periods, limits, facts and actors in what is applied can be read otherwise.",
        )


class CircularApplication(Payload):
    """手続 that apply each other."""

    CODE: ClassVar[Code] = Code("RC615", "circular-application")
    cycle: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"手続が互いに準用しています（{_chain(self.cycle)}）",
            "少なくとも一つの準用を、定めそのものに書き換えてください",
        )

    def en(self) -> Words:
        return Words(
            f"these 手続 apply each other ({_chain(self.cycle)})",
            "Write the rules out in at least one of them.",
        )


class NoFirstDay(Payload):
    """期間 that only says until when it runs: …の日の二週間前まで."""

    CODE: ClassVar[Code] = Code("RC616", "no-first-day")
    period: str

    def ja(self) -> Words:
        return Words(
            f"期間「{self.period}」がいつから始まるかが書かれていません",
            "「変更の日の二週間前から変更の日まで」のように「から」で初めの日を書くか、期限として書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"it is not said from when the 期間 「{self.period}」 runs",
            "Give its first day: 「変更の日の二週間前から変更の日まで」; or make it a 期限.",
        )
