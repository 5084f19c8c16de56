"""RC638–RC642: powers of a 手続 whose condition is met when no day is left on which to use them.

Owns: the words for these findings.
Refuses to know: how they were found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail
from regcheck.source.numerals import to_kanji


class TooLate(Payload):
    """A power with a ground that comes when no day is left. `number` is the day of the period on which what sets it
    off begins to be too late (0: not measured); `duties` are those for whose limits it waits, with provisions."""

    procedure: str
    power: str
    ground: str
    event: str
    provision: str
    trigger: str = ""
    period: str = ""
    number: int = detail(default=0)
    duties: tuple[tuple[str, str], ...] = ()
    case: str = detail(default="")

    @property
    def use(self) -> str:
        """手続「審査」の権限「命令」（一、「法」第五十二条第十項）."""
        said = [self.ground] if self.ground else []
        said += [self.provision] if not self.provision.startswith("権限「") else []
        return f"手続「{self.procedure}」の権限「{self.power}」" + (f"（{'、'.join(said)}）" if said else "")

    @property
    def waits_for(self) -> str:
        """義務「回答」（「法」第五十二条第七項）."""
        return "、".join(
            name + (f"（{provision}）" if provision != name else "") for name, provision in self.duties
        )

    @property
    def where_ja(self) -> str:
        """The case, where no day of a period tells it."""
        return "" if self.number > 0 else f"（{self.case}）"

    @property
    def where_en(self) -> str:
        return "" if self.number > 0 else f" ({self.case})"

    def none_left_ja(self) -> str:
        return f"{self.use}により{self.event}をすることができる日が残らないことがあります"

    def none_left_en(self) -> str:
        return f"no day can be left for {self.event} under {self.use}"


class PowerComesTooLate(TooLate):
    """A power whose ground can be there only when its period is over."""

    CODE: ClassVar = Code("RC638", "power-comes-too-late")
    cures: tuple[tuple[str, str], ...] = detail(default=())

    def ja(self) -> Words:
        when = (
            f"{self.period}の{to_kanji(self.number)}日目以後の{self.trigger}では、" if self.number > 0 else ""
        )
        return Words(f"{when}{self.none_left_ja()}{self.where_ja}", self._advice_ja())

    def _advice_ja(self) -> str:
        why = (
            f"{self.waits_for}の期限を待つと、{self.period or '権限'}の末日を過ぎます。"
            if self.duties
            else ""
        )
        if self.cures:
            named = "、".join(f"「{name}」（{provision}）" for name, provision in self.cures)
            return f"{why}権限{named}で限度まで延長すれば必ず日が残ることは証明済みです。延長によらずに足りるようにするには、期限か期間を直してください"
        return f"{why}期限を短くするか、権限の期間を長くするか、期限に合わせて延びるようにしてください"

    def en(self) -> Words:
        when = (
            f" if {self.trigger} comes on day {self.number} of {self.period} or later"
            if self.number > 0
            else ""
        )
        return Words(f"{self.none_left_en()}{when}{self.where_en}", self._advice_en())

    def _advice_en(self) -> str:
        why = (
            f"Waiting for the limit of {self.waits_for} takes it beyond its last day. " if self.duties else ""
        )
        if self.cures:
            named = ", ".join(f"権限「{name}」 ({provision})" for name, provision in self.cures)
            return f"{why}It is proved that extending to the limit by {named} always leaves a day; to do without, mend the limit or the period"
        return f"{why}Shorten the limit, or make the period of the power longer or let it grow with the limit"


class PowerComesTooLateWhenMoved(TooLate):
    """The same, only because a limit moved over closed days."""

    CODE: ClassVar = Code("RC639", "power-comes-too-late-when-limit-moves")

    def ja(self) -> Words:
        when = (
            f"期限が閉庁日により繰り下がると、{self.period}の{to_kanji(self.number)}日目の{self.trigger}から既に、"
            if self.number > 0
            else "期限が閉庁日により繰り下がると、"
        )
        return Words(
            f"{when}{self.none_left_ja()}{self.where_ja}",
            "繰り下がる日数を見込んで期間を定めるか、期間の末日も同じように繰り下げてください",
        )

    def en(self) -> Words:
        when = (
            f", as early as with {self.trigger} on day {self.number} of {self.period}"
            if self.number > 0
            else ""
        )
        return Words(
            f"when a limit moves over closed days, {self.none_left_en()}{when}{self.where_en}",
            "Allow for the days by which it moves, or let the end of the period move as well",
        )


class PowerComesTooLateExtended(TooLate):
    """The gap that stays when the period is extended as far as it may be."""

    CODE: ClassVar = Code("RC640", "power-comes-too-late-extended")
    change: str

    def ja(self) -> Words:
        when = (
            f"「{self.change}」で限度まで延ばした{self.period}の残りが{to_kanji(self.number)}日以下になってからの{self.trigger}では、"
            if self.number > 0
            else f"「{self.change}」で限度まで延ばしても、"
        )
        return Words(
            f"{when}{self.none_left_ja()}{self.where_ja}",
            "延ばした期間の終わりにも、期限を待つ日数を残す定めがあるかを確かめてください",
        )

    def en(self) -> Words:
        when = (
            f", if {self.trigger} comes with {self.number} days of {self.period} or fewer left"
            if self.number > 0
            else ""
        )
        return Words(
            f"even extended to the limit by 「{self.change}」, {self.none_left_en()}{when}{self.where_en}",
            "Check whether the text leaves the days of the limit at the end of the extended period too",
        )


class PowerComesTooLateShortened(TooLate):
    """A power that loses its days because somebody else shortened the period."""

    CODE: ClassVar = Code("RC641", "power-comes-too-late-shortened")
    change: str
    holder: str

    def ja(self) -> Words:
        return Words(
            f"{self.holder}が「{self.change}」で{self.period}を短くすると、{self.none_left_ja()}（{self.case}）",
            "短くすることができる限りを定めるか、権限の期間を切り離してください",
        )

    def en(self) -> Words:
        return Words(
            f"when {self.holder} shortens {self.period} by 「{self.change}」, {self.none_left_en()} ({self.case})",
            "Limit how far it may be shortened, or give the power a period of its own",
        )


class ExtensionDoesNotHelp(Payload):
    """A gap that an extension does not close."""

    CODE: ClassVar = Code("RC642", "extension-does-not-help")
    procedure: str
    power: str
    change: str
    case: str = detail()

    def ja(self) -> Words:
        return Words(
            f"「{self.change}」で限度まで延長しても、権限「{self.power}」を用いることができる日が残らないことがあります（{self.case}）",
            "延長の限度を長くするか、延長することができる期間を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"extending by 「{self.change}」 does not always leave a day for 権限「{self.power}」 ({self.case})",
            "Raise the limit of the extension, or mend the days on which one may extend",
        )
