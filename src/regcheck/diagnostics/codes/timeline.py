"""RC690–RC699: days chosen for the plan of a 手続.

Owns: what is said of a 手続, an event or a day that cannot be chosen, and of days that break the law.
Refuses to know: how a plan is made; `check` never makes these findings.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.source.eras import day_text

_POWER = "権限"


class UnknownProcedure(Payload):
    """A 手続 that the specification does not have; none is known where it has no 手続 at all."""

    CODE: ClassVar[Code] = Code("RC690", "unknown-procedure")
    name: str = ""
    known: tuple[str, ...] = ()

    def ja(self) -> Words:
        if not self.known:
            return Words("仕様に手続がありません", "「手続「…」」の項目のある仕様を指定してください")
        return Words(f"「{self.name}」という手続はありません", f"あるのは{_listed(self.known)}です")

    def en(self) -> Words:
        if not self.known:
            return Words("the specification has no 手続", "Name a specification with an item 手続「…」.")
        return Words(f"there is no 手続 「{self.name}」", f"There are {_listed(self.known)}.")


class UnknownEvent(Payload):
    """A day chosen for an event that the 手続 does not have."""

    CODE: ClassVar[Code] = Code("RC691", "unknown-event")
    event: str
    procedure: str
    known: tuple[str, ...] = ()
    nearest: str = ""

    def ja(self) -> Words:
        near = f"「{self.nearest}」ではありませんか。" if self.nearest else ""
        return Words(
            f"手続「{self.procedure}」に「{self.event}」という事象はありません",
            f"{near}日を選べるのは{_listed(self.known)}です",
        )

    def en(self) -> Words:
        near = f"Did you mean 「{self.nearest}」? " if self.nearest else ""
        return Words(
            f"the 手続 「{self.procedure}」 has no event 「{self.event}」",
            f"{near}Days can be chosen for {_listed(self.known)}.",
        )


class DayOutsideHorizon(Payload):
    """A chosen day that lies outside the days that are looked at."""

    CODE: ClassVar[Code] = Code("RC692", "day-outside-horizon")
    event: str
    day: date
    procedure: str
    first: date
    last: date

    def ja(self) -> Words:
        days = f"{day_text(self.first)}から{day_text(self.last)}まで"
        return Words(
            f"「{self.event}」の日（{day_text(self.day)}）は、手続「{self.procedure}」で扱う日（{days}）の外にあります",
            "その間の日を選ぶか、手続の検査期間を広げてください",
        )

    def en(self) -> Words:
        return Words(
            f"the day chosen for 「{self.event}」, {self.day}, lies outside the days of the 手続 "
            f"「{self.procedure}」 ({self.first} to {self.last})",
            "Choose a day among these, or widen the 検査期間 of the 手続.",
        )


class DisorderlyDay(Payload):
    """Chosen days that stand in the wrong order, or outside a bound; `bound` is what the event has to keep."""

    CODE: ClassVar[Code] = Code("RC693", "disorderly-day")
    event: str
    day: date | None
    bound: str

    def ja(self) -> Words:
        day = f"の日（{day_text(self.day)}）" if self.day else ""
        return Words(
            f"「{self.event}」{day}が、手続の順序「{self.bound}」に合いません",
            "その順序を守る日を選ぶか、事象の定めを確かめてください",
        )

    def en(self) -> Words:
        day = f", {self.day}," if self.day else ""
        return Words(
            f"the day of 「{self.event}」{day} does not keep its place in the 手続, 「{self.bound}」",
            "Choose a day that does, or look at what the 事象 says.",
        )


class UnlawfulDay(Payload):
    """Chosen days that break a rule, whatever else happens."""

    CODE: ClassVar[Code] = Code("RC694", "unlawful-day")
    rule: str
    kind: str
    provisions: tuple[str, ...] = ()
    penalty: str = ""

    def ja(self) -> Words:
        place = f"（{'、'.join(self.provisions)}）" if self.provisions else ""
        advice = "規定に合う日を選んでください。図は選んだ日のまま描きます"
        if self.penalty:
            advice += f"。違反すると、{self.penalty}"
        if self.kind == _POWER:
            return Words(f"選んだ日では、権限「{self.rule}」{place}を行使できません", advice)
        return Words(f"選んだ日では、{self.kind}「{self.rule}」{place}に違反します", advice)

    def en(self) -> Words:
        place = f" ({', '.join(self.provisions)})" if self.provisions else ""
        more = f" The breach is called 「{self.penalty}」." if self.penalty else ""
        advice = f"Choose days that keep it; the figure shows the days as they were chosen.{more}"
        if self.kind == _POWER:
            return Words(f"on these days there is no 権限 「{self.rule}」{place}", advice)
        return Words(f"with these days the {self.kind} 「{self.rule}」{place} is breached", advice)


class NoDayLeft(Payload):
    """An event for which the chosen days leave no day, though it has to happen."""

    CODE: ClassVar[Code] = Code("RC695", "no-day-left")
    event: str
    first: date
    last: date

    def ja(self) -> Words:
        return Words(
            f"選んだ日では、「{self.event}」のできる日がありません",
            f"{day_text(self.first)}より前にも、{day_text(self.last)}より後にもできません。ほかの日を選んでください",
        )

    def en(self) -> Words:
        return Words(
            f"the chosen days leave no day for 「{self.event}」",
            f"It can happen neither before {self.first} nor after {self.last}. Choose other days.",
        )


class NotInForce(Payload):
    """A chosen day on which the text of the 手続 is not yet, or no longer, the law."""

    CODE: ClassVar[Code] = Code("RC696", "not-in-force")
    procedure: str
    event: str
    day: date
    first: date | None = None
    last: date | None = None

    def ja(self) -> Words:
        first = f"{day_text(self.first)}から" if self.first else ""
        last = f"{day_text(self.last)}まで" if self.last else ""
        return Words(
            f"「{self.event}」の日（{day_text(self.day)}）には、手続「{self.procedure}」のこの条文は施行されていません",
            f"この条文の日（{first}{last}）を選ぶか、その日に施行されている条文を仕様に書いてください",
        )

    def en(self) -> Words:
        first = f" from {self.first}" if self.first else ""
        last = f" to {self.last}" if self.last else ""
        return Words(
            f"on the day of 「{self.event}」, {self.day}, this text of the 手続 「{self.procedure}」 is not in force",
            f"Choose a day of this text ({(first + last).strip()}), or write the one that is in force then.",
        )


def _listed(names: tuple[str, ...]) -> str:
    return "、".join(f"「{name}」" for name in names)
