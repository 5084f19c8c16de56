"""RC660–RC679: versions of an item, references and names, day by day.

Owns: what is said about days without exactly one version, references that point elsewhere, names no longer borne,
and days that a specification says nothing of.
Refuses to know: how days are looked at.
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from regcheck.diagnostics.codes.days import VersionText, When, days_en, days_ja, quoted
from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail
from regcheck.source.eras import day_text


class VersionGap(Payload):
    """Days on which an item has no version in force."""

    CODE: ClassVar[Code] = Code("RC660", "version-gap")
    item: str
    when: When = detail()
    before: VersionText | None = None
    after: VersionText | None = None

    def ja(self) -> Words:
        return Words(f"{self.item}は、{self.when.ja()}、効力をもつ版がありません", self._advice_ja())

    def _advice_ja(self) -> str:
        if self.before and self.after:
            return f"{self.before.ja()}の「失効」と{self.after.ja()}の「施行」を同じ日にしてください"
        if self.after:
            return f"{self.after.ja()}の前の版を書くか、改正で加えたものなら「改正」を書いてください"
        assert self.before
        return f"{self.before.ja()}の次の版を書いてください。廃止したものなら、理由を添えて承知済みにしてください"

    def en(self) -> Words:
        return Words(f"{self.item} has no version in force {self.when.en()}", self._advice_en())

    def _advice_en(self) -> str:
        if self.before and self.after:
            return f"Make the 失効 of {self.before.en()} and the 施行 of {self.after.en()} the same day."
        if self.after:
            return f"Write the version before {self.after.en()}, or its 改正 if a law brought it in."
        assert self.before
        return f"Write the version after {self.before.en()}; if it was repealed, accept this with the reason."


class UnreadText(Payload):
    """Days on which the words of an item are not known, since nobody has read them."""

    CODE: ClassVar[Code] = Code("RC673", "unread-text", Severity.INFO)
    item: str
    unknown: str
    when: When = detail()

    def ja(self) -> Words:
        return Words(
            f"{self.item}は、{self.when.ja()}、未確定「{self.unknown}」により文言が分かりません",
            "文言が分かったら、その日から効力をもつ版を書き、「未確定」を消してください",
        )

    def en(self) -> Words:
        return Words(
            f"the words of {self.item} are not known {self.when.en()}: 未確定「{self.unknown}」",
            "Once they are, write the version that is in force from that day on, and take the 未確定 away.",
        )


class OldText(Payload):
    """A version that is presented as law on days on which its words were replaced by others that nobody has read."""

    CODE: ClassVar[Code] = Code("RC674", "old-text")
    item: str
    unknown: str
    when: When = detail()

    def ja(self) -> Words:
        return Words(
            f"{self.item}の前の文言が、{self.when.ja()}、未確定「{self.unknown}」で改められた後も効力をもつとされています",
            "前の版に、改められた日の「失効」を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"old words of {self.item} are in force {self.when.en()}, after 未確定「{self.unknown}」 has replaced them",
            "Give the old version the day of that as its 失効.",
        )


class SameDayVersions(Payload):
    """Versions that take effect on one day and do not say which laws made them."""

    CODE: ClassVar[Code] = Code("RC661", "same-day-versions")
    item: str
    day: str
    law: str = ""
    """What both say; "" if one says nothing."""

    def ja(self) -> Words:
        why = f"共に「{self.law}」" if self.law else "揃って"
        missing = f"の「改正」が{why}です" if self.law else "の「改正」が揃っていません"
        return Words(
            f"{self.item}の{self.day}に施行する二つの版{missing}",
            "それぞれの版に、その版を定めた法令を「改正」として書き、同じ日に改められた版の「失効」をその日としてください",
        )

    def en(self) -> Words:
        said = f"both name {self.law} as 改正" if self.law else "do not both name their 改正"
        return Words(
            f"two versions of {self.item} that take effect on {self.day} {said}",
            "Name in each the law that made it, and give the one replaced the same day that day as its 失効.",
        )


class NeverInForce(Payload):
    """A version whose 失効 does not come after its 施行."""

    CODE: ClassVar[Code] = Code("RC662", "version-never-in-force")
    item: str
    begins: str
    ends: str

    def ja(self) -> Words:
        return Words(
            f"{self.item}の版は{self.begins}に施行し{self.ends}に失効するので、効力をもつ日がありません",
            "「失効」を「施行」より後の日にしてください。施行の日に改められた版なら、その日に施行する次の版を書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"a version of {self.item} takes effect on {self.begins} and ends on {self.ends}, so it is never in force",
            "Let the 失効 come after the 施行; if it was replaced the same day, write the version that replaced it.",
        )


class DanglingReference(Payload):
    """A reference to a provision that is not there on a day on which the reference is in force."""

    CODE: ClassVar[Code] = Code("RC664", "dangling-reference")
    item: str
    reference: str
    when: When = detail()

    def ja(self) -> Words:
        return Words(
            f"{self.item}が引く{self.reference}は、{self.when.ja()}、ありません",
            "引く条項を改めるか、引く側と引かれる側の「施行」「失効」をそろえてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.item} cites {self.reference}, which is not there {self.when.en()}",
            "Cite another provision, or bring the 施行 and 失効 of both into line.",
        )


class ShiftedReference(Payload):
    """A reference that means one thing and points to another on some day."""

    CODE: ClassVar[Code] = Code("RC665", "shifted-reference")
    item: str
    reference: str
    meant: str
    when: When = detail()
    now: tuple[str, ...] = detail(default=())
    """What stands there on that day."""
    right: tuple[str, ...] = detail(default=())
    """Where that which is meant stands on that day."""

    def ja(self) -> Words:
        points = f"「{'」「'.join(self.now)}」を指し" if self.now else "何も指さず"
        return Words(
            f"{self.item}が引く{self.reference}は、{self.when.ja()}、{points}、「{self.meant}」を指しません",
            f"その日には「{self.meant}」は{'、'.join(self.right)}です。その日から効力をもつ版で、引く条項を改めてください"
            if self.right
            else f"その日には「{self.meant}」を定める規定がありません。引く条項か（）の中を改めてください",
        )

    def en(self) -> Words:
        points = f"points to 「{'」「'.join(self.now)}」" if self.now else "points to nothing"
        return Words(
            f"{self.reference}, cited by {self.item}, {points} {self.when.en()}, not to 「{self.meant}」",
            f"「{self.meant}」 then stands at {', '.join(self.right)}: cite that in a version of its own."
            if self.right
            else f"No provision is 「{self.meant}」 then: cite another one, or mend the name.",
        )


class NameNotBorne(Payload):
    """A name in a text that is in force on a day on which nobody bears the name."""

    CODE: ClassVar[Code] = Code("RC667", "name-not-borne")
    item: str
    name: str
    first: date = detail()
    """The first day on which this can be so."""
    certain: date | None = detail(default=None)
    """The first day on which it is so whatever the open days are."""
    borne: tuple[str, ...] = detail(default=())
    """The names borne instead."""

    def ja(self) -> Words:
        instead = f"「{'」又は「'.join(self.borne)}」という名称です" if self.borne else "名称ではありません"
        return Words(
            f"{self.item}の「{self.name}」は、{self._days_ja()}{instead}",
            "その日から効力をもつ版を分け、その日の名称で書いてください",
        )

    def _days_ja(self) -> str:
        if self.first == date.min:
            return ""
        if self.certain == self.first:
            return f"{day_text(self.first)}には"
        soonest = f"早ければ{day_text(self.first)}に"
        return f"{soonest}、遅くとも{day_text(self.certain)}には" if self.certain else f"{soonest}は"

    def en(self) -> Words:
        instead = f"the name is 「{'」 or 「'.join(self.borne)}」" if self.borne else "nobody bears the name"
        if self.first == date.min:
            days = ""
        elif self.certain == self.first:
            days = f" on {self.first.isoformat()}"
        else:
            latest = f", at the latest from {self.certain.isoformat()}" if self.certain else ""
            days = f" possibly from {self.first.isoformat()}{latest}"
        return Words(
            f"{self.item} says 「{self.name}」 when{days} {instead}",
            "Part off a version for those days, and write the name that is borne on them.",
        )


class NamesInTurn(Payload):
    """A 名称 that has two names on a day, or none between two."""

    CODE: ClassVar[Code] = Code("RC668", "names-in-turn")
    item: str
    when: When = detail()
    borne: tuple[str, ...] = detail(default=())

    def ja(self) -> Words:
        what = f"「{'」と「'.join(self.borne)}」の両方" if self.borne else "どの名称でもない日"
        said = f"{what}です" if self.borne else f"{what}があります"
        return Words(
            f"{self.item}は、{self.when.ja()}、{said}",
            "前の名称の終わりと次の名称の始まりを同じ日にしてください",
        )

    def en(self) -> Words:
        what = f"bears both 「{'」 and 「'.join(self.borne)}」" if self.borne else "bears no name"
        return Words(
            f"{self.item} {what} {self.when.en()}",
            "Let each name begin on the day on which the one before it ends.",
        )


class DayNotCovered(Payload):
    """A day to read the law as of that the specification says nothing of."""

    CODE: ClassVar[Code] = Code("RC670", "day-not-covered")
    day: date
    first: date
    last: date

    def ja(self) -> Words:
        return Words(
            f"{day_text(self.day)}の法令は、この仕様からは分かりません",
            f"分かるのは{days_ja(self.first, self.last)}です",
        )

    def en(self) -> Words:
        return Words(
            f"the specification does not know the law of {self.day.isoformat()}",
            f"It knows the law {days_en(self.first, self.last)}.",
        )


class TooManyOpenDays(Payload):
    """More open days at once than can be tried in every order."""

    CODE: ClassVar[Code] = Code("RC671", "too-many-open-days", Severity.WARNING)
    names: tuple[str, ...]
    most: int

    def ja(self) -> Words:
        return Words(
            f"まだ来ていないかもしれない日が{len(self.names)}個（{quoted(self.names)}）重なり、全ての順序は調べていません",
            f"「未確定」に「範囲」を書き、重なりを{self.most}個までにしてください",
        )

    def en(self) -> Words:
        return Words(
            f"{len(self.names)} open days ({quoted(self.names)}) overlap, so not every order of them is tried",
            f"Write the 範囲 of each 未確定, so that at most {self.most} overlap.",
        )
