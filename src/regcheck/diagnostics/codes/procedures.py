"""RC630–RC637 and RC643–RC648: 手続 that cannot be followed on some day, or of which a rule says nothing.

Owns: the words for these findings.
Refuses to know: how they were found; powers that come too late (powers.py).
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail


def _because(core: tuple[str, ...], *, ja: bool) -> str:
    if not core:
        return ""
    return f"（{'、'.join(core)}による）" if ja else f" (because of {', '.join(core)})"


def _penalised(penalty: str, *, ja: bool) -> str:
    """What a breach is called, before the advice."""
    if not penalty:
        return ""
    return f"守れなければ{penalty}となります。" if ja else f"A breach means {penalty}. "


class NoLawfulRun(Payload):
    """A 手続 of which every course breaks something."""

    CODE: ClassVar = Code("RC630", "no-lawful-run")
    procedure: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"手続「{self.procedure}」には適法な経過が一つもありません{_because(self.core, ja=True)}",
            "挙げた規定は両立しません。いずれかの期限、期間又は要件を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"手続「{self.procedure}」 has no lawful course at all{_because(self.core, ja=False)}",
            "The rules named contradict each other: mend a limit, a period or a condition",
        )


class EventNeverHappens(Payload):
    """An event that happens in no lawful run."""

    CODE: ClassVar = Code("RC631", "event-never-happens")
    procedure: str
    event: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"手続「{self.procedure}」の事象「{self.event}」が適法に起こる経過がありません{_because(self.core, ja=True)}",
            "順序、期間及び権限の要件が両立しません。挙げた規定のいずれかを直してください",
        )

    def en(self) -> Words:
        return Words(
            f"event 「{self.event}」 of 手続「{self.procedure}」 happens in no lawful course{_because(self.core, ja=False)}",
            "Order, periods and powers contradict each other: mend one of the rules named",
        )


class PeriodEndsBeforeItBegins(Payload):
    """A stretch of days that can end before it begins."""

    CODE: ClassVar = Code("RC632", "period-ends-before-it-begins")
    procedure: str
    period: str
    case: str = detail()

    def ja(self) -> Words:
        return Words(
            f"手続「{self.procedure}」の{self.period}が、始まる前に終わることがあります（{self.case}）",
            "始まりと終わりの事象の順序を「以後」で定めるか、期間の起算日を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.period} of 手続「{self.procedure}」 can end before it begins ({self.case})",
            "Say which of the events comes first (以後), or mend the day from which the period counts",
        )


class ForbiddenWhenDue(Payload):
    """A duty whose last day is one on which the same event is forbidden."""

    CODE: ClassVar = Code("RC633", "forbidden-when-due")
    procedure: str
    duty: str
    prohibition: str
    case: str = detail()
    penalty: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"義務「{self.duty}」を果たすべき最後の日に、禁止「{self.prohibition}」がそれを禁じていることがあります（{self.case}）",
            _penalised(self.penalty, ja=True)
            + "禁止にただし書を置くか、義務の期限又は禁止の期間を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"on the last day for 義務「{self.duty}」, 禁止「{self.prohibition}」 can forbid it ({self.case})",
            _penalised(self.penalty, ja=False)
            + "Add an exception to the prohibition, or mend the limit or the period",
        )


class AlwaysForbidden(Payload):
    """A duty whose every day is forbidden."""

    CODE: ClassVar = Code("RC634", "always-forbidden")
    procedure: str
    duty: str
    prohibitions: tuple[str, ...]
    case: str = detail()
    penalty: str = detail(default="")

    def ja(self) -> Words:
        named = "、".join(f"「{name}」" for name in self.prohibitions)
        return Words(
            f"義務「{self.duty}」を果たすことができる日が、全て禁止{named}により禁じられていることがあります（{self.case}）",
            _penalised(self.penalty, ja=True)
            + "義務と禁止が両立しません。禁止にただし書を置くか、一方の期間を直してください",
        )

    def en(self) -> Words:
        named = ", ".join(f"禁止「{name}」" for name in self.prohibitions)
        return Words(
            f"every day for 義務「{self.duty}」 can be forbidden by {named} ({self.case})",
            _penalised(self.penalty, ja=False)
            + "The duty and the prohibition exclude each other: add an exception, or mend one of the periods",
        )


class DeadlinesOutOfOrder(Payload):
    """A later step whose limit has passed when the earlier one is met on its last day."""

    CODE: ClassVar = Code("RC635", "deadlines-out-of-order")
    procedure: str
    earlier: str
    later: str
    case: str = detail()
    penalty: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"義務「{self.earlier}」を期限の日に果たすと、その後にすべき義務「{self.later}」の期限が既に過ぎていることがあります（{self.case}）",
            _penalised(self.penalty, ja=True)
            + "後の義務の期限を、先の事象の日から数えるか、先の期限より後に直してください",
        )

    def en(self) -> Words:
        return Words(
            f"when 義務「{self.earlier}」 is met on its last day, the limit of the later 義務「{self.later}」 can have passed ({self.case})",
            _penalised(self.penalty, ja=False)
            + "Count the later limit from the earlier event, or put it after the earlier limit",
        )


class DutyCannotBeMet(Payload):
    """A duty that arises in a lawful run and has no day on which it can be met."""

    CODE: ClassVar = Code("RC636", "duty-cannot-be-met")
    procedure: str
    duty: str
    ground: str
    case: str = detail()
    penalty: str = detail(default="")

    def ja(self) -> Words:
        which = f"（{self.ground}）" if self.ground else ""
        return Words(
            f"義務「{self.duty}」{which}が生じたのに、それを果たすことができる日が残らないことがあります（{self.case}）",
            _penalised(self.penalty, ja=True)
            + "期限、先に済ませるべき事象又は禁止のいずれかを直してください",
        )

    def en(self) -> Words:
        which = f" ({self.ground})" if self.ground else ""
        return Words(
            f"義務「{self.duty}」{which} can arise with no day left on which to meet it ({self.case})",
            _penalised(self.penalty, ja=False)
            + "Mend the limit, the events that must come first, or a prohibition",
        )


class DutyNeverMet(Payload):
    """A duty that arises in no lawful run."""

    CODE: ClassVar = Code("RC637", "duty-never-met")
    procedure: str
    duty: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"義務「{self.duty}」を果たす適法な経過がありません{_because(self.core, ja=True)}",
            "挙げた規定と両立しません。義務の期限又はそれらの規定を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"no lawful course meets 義務「{self.duty}」{_because(self.core, ja=False)}",
            "It contradicts the rules named: mend its limit or one of them",
        )


# ---------------------------------------------------------------- rules


class BeforeInForce(Payload):
    """A rule that says something of a day before it is in force."""

    CODE: ClassVar = Code("RC643", "before-in-force")
    procedure: str
    kind: str
    rule: str
    case: str = detail()
    penalty: str = detail(default="")

    def ja(self) -> Words:
        what = {"義務": "の期限が来る", "禁止": "に違反する", "権限": "が用いられる"}[self.kind]
        return Words(
            f"{self.kind}「{self.rule}」{what}日が、その規定の施行の日より前になることがあります（{self.case}）",
            _penalised(self.penalty, ja=True) + "起算する事象を施行以後に限るか、施行の日を直してください",
        )

    def en(self) -> Words:
        what = {"義務": "can be due", "禁止": "can be breached", "権限": "can be used"}[self.kind]
        return Words(
            f"{self.kind}「{self.rule}」 {what} on a day before its provision is in force ({self.case})",
            _penalised(self.penalty, ja=False)
            + "Let the events from which it counts come after that day, or mend the day",
        )


class DutyNeverArises(Payload):
    """A duty that arises in no run."""

    CODE: ClassVar = Code("RC644", "duty-never-arises", Severity.WARNING)
    procedure: str
    duty: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"義務「{self.duty}」が生ずる経過がありません{_because(self.core, ja=True)}",
            "要件、ただし書又は事象の順序のいずれかを直してください",
        )

    def en(self) -> Words:
        return Words(
            f"義務「{self.duty}」 arises in no course of the 手続{_because(self.core, ja=False)}",
            "Mend its condition, its exceptions or the order of events",
        )


class ProhibitionNeverBites(Payload):
    """A prohibition that no run breaches."""

    CODE: ClassVar = Code("RC645", "prohibition-never-bites", Severity.WARNING)
    procedure: str
    prohibition: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"禁止「{self.prohibition}」に違反することができる経過がありません{_because(self.core, ja=True)}",
            "禁じられる日に、その事象はもともと起こりません。期間、要件又はただし書を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"no course of the 手続 can breach 禁止「{self.prohibition}」{_because(self.core, ja=False)}",
            "The event cannot happen on the days it forbids: mend the period, the condition or the exceptions",
        )


class PowerNotNeeded(Payload):
    """A power without which the same could be done."""

    CODE: ClassVar = Code("RC646", "power-not-needed", Severity.WARNING)
    procedure: str
    power: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"権限「{self.power}」がなくても、できることは変わりません{_because(self.core, ja=True)}",
            "用いることができる日がないか、他の権限が同じ日に同じことを認めています。要件か期間を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"nothing needs 権限「{self.power}」{_because(self.core, ja=False)}",
            "It can be used on no day, or another power allows the same: mend its condition or its period",
        )


# ---------------------------------------------------------------- 事例


class NoRunWithFacts(Payload):
    """に限る of a 事例 whose facts no lawful run has."""

    CODE: ClassVar = Code("RC647", "no-run-with-facts")
    name: str
    core: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        return Words(
            f"事例「{self.name}」の事実のある適法な経過が一つもありません{_because(self.core, ja=True)}",
            "事実か、挙げた規定を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"no lawful course has the facts of 事例「{self.name}」{_because(self.core, ja=False)}",
            "Mend the facts, or the rules named",
        )


class NotTheOnly(Payload):
    """に限る of something besides which something else is possible."""

    CODE: ClassVar = Code("RC648", "not-the-only")
    name: str
    expected: str
    found: str = detail()

    def ja(self) -> Words:
        return Words(
            f"事例「{self.name}」の事実から「{self.expected}」とは言えません（{self.found}適法な経過があります）",
            "示した経過が許されないのなら規定を、許されるのなら期待する結論を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.expected}」 does not follow from the facts of 事例「{self.name}」 (a lawful course: {self.found})",
            "If the course shown must not be, mend the rules; if it may, mend the expectation",
        )
