"""RC200–RC219: names that are missing, doubled, out of place or circular.

Owns: what is said about names, stages, recursion and 利用.
Refuses to know: how names are resolved, types and units (see types.py).
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from regcheck.diagnostics.codes.days import VersionText, When
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail
from regcheck.source.numerals import to_kanji


def _ordinal(number: int) -> str:
    """The 二 of 第二段階; a number that no law counts to stays in digits."""
    return to_kanji(number) if number < 10_000 else str(number)


def _chain(names: tuple[str, ...]) -> str:
    return "→".join(f"「{name}」" for name in names)


class UnknownName(Payload):
    """A name that nothing declares; `inside` is where it was looked for, if that is one thing."""

    CODE: ClassVar[Code] = Code("RC201", "unknown-name")
    name: str
    wanted: Noun
    inside: str = ""
    nearest: str = ""

    def ja(self) -> Words:
        place = f"「{self.inside}」に" if self.inside else ""
        advice = (
            f"「{self.nearest}」ではありませんか"
            if self.nearest
            else "名前を宣言するか、綴りを直してください"
        )
        return Words(f"{place}「{self.name}」という{self.wanted}はありません", advice)

    def en(self) -> Words:
        place = f" in 「{self.inside}」" if self.inside else ""
        advice = (
            f"Did you mean 「{self.nearest}」?"
            if self.nearest
            else "Declare the name or correct its spelling."
        )
        return Words(f"there is no {self.wanted.en} 「{self.name}」{place}", advice)


class GluedName(Payload):
    """An undeclared name that is a declared name plus a tail, or holds an operator word."""

    CODE: ClassVar[Code] = Code("RC202", "glued-name")
    name: str
    wanted: Noun
    head: str
    tail: str

    def ja(self) -> Words:
        return Words(
            f"「{self.name}」という{self.wanted}はありません",
            f"「{self.head}」＋「{self.tail}」ではありませんか。一つの名前であるなら、そのまま宣言してください",
        )

    def en(self) -> Words:
        return Words(
            f"there is no {self.wanted.en} 「{self.name}」",
            f"Did you mean 「{self.head}」 + 「{self.tail}」? If it is one name, declare it.",
        )


class DuplicateName(Payload):
    """Two items of one namespace with one name."""

    CODE: ClassVar[Code] = Code("RC203", "duplicate-name")
    name: str
    kind: Noun
    first: Noun

    def ja(self) -> Words:
        advice = "片方の名前を変えるか、片方を削ってください"
        if self.kind is self.first:
            return Words(f"{self.kind}「{self.name}」が二度宣言されています", advice)
        return Words(f"{self.kind}「{self.name}」と同じ名前の{self.first}「{self.name}」があります", advice)

    def en(self) -> Words:
        advice = "Rename or remove one of them."
        if self.kind is self.first:
            return Words(f"{self.kind.en} 「{self.name}」 is declared twice", advice)
        return Words(f"{self.kind.en} 「{self.name}」 has the name of a {self.first.en}", advice)


class WrongKindOfName(Payload):
    """A name that is declared, but as something that cannot stand here."""

    CODE: ClassVar[Code] = Code("RC204", "wrong-kind-of-name")
    name: str
    found: Noun
    wanted: Noun

    def ja(self) -> Words:
        return Words(
            f"「{self.name}」は{self.found}ですが、ここには{self.wanted}が要ります",
            self._advice("に該当する", "書いて"),
        )

    def en(self) -> Words:
        advice = f"Write 「{self.name}に該当する」." if self._is_term else "Write a name of the right kind."
        return Words(f"「{self.name}」 is a {self.found.en}, but a {self.wanted.en} is wanted here", advice)

    @property
    def _is_term(self) -> bool:
        terms = (Noun.DEFINITION, Noun.CRITERION, Noun.BUSINESS, Noun.EQUIPMENT, Noun.MAINTENANCE)
        return self.wanted is Noun.FACT and self.found in terms

    def _advice(self, ending: str, verb: str) -> str:
        if self._is_term:
            return f"「{self.name}{ending}」と{verb}ください"
        return f"{self.wanted}の名前を{verb}ください"


class StageOfWhichPlan(Payload):
    """第一段階 alone, where no plan or more than one plan of the 対象 exists."""

    CODE: ClassVar[Code] = Code("RC205", "stage-of-which-plan")
    stage: int
    plans: tuple[str, ...]

    def ja(self) -> Words:
        if not self.plans:
            return Words(
                f"第{_ordinal(self.stage)}段階と書かれていますが、この対象に段階がありません",
                "段階を宣言してください",
            )
        names = "、".join(f"「{name}」" for name in self.plans)
        advice = f"「{self.plans[0]}」の第{_ordinal(self.stage)}段階のように、どの段階かを書いてください"
        return Words(
            f"第{_ordinal(self.stage)}段階と書かれていますが、段階は{names}の{len(self.plans)}つあります",
            advice,
        )

    def en(self) -> Words:
        if not self.plans:
            return Words(f"stage {self.stage} is named, but this 対象 has no 段階", "Declare a 段階.")
        names = ", ".join(f"「{name}」" for name in self.plans)
        advice = f"Say which one: 「{self.plans[0]}」の第{_ordinal(self.stage)}段階."
        return Words(f"stage {self.stage} is named, but there are {len(self.plans)} plans: {names}", advice)


class NoSuchStage(Payload):
    """A stage number beyond the last stage, or a 段階 named without a stage (number 0)."""

    CODE: ClassVar[Code] = Code("RC206", "no-such-stage")
    plan: str
    number: int
    count: int

    def ja(self) -> Words:
        advice = f"第一段階から第{_ordinal(self.count)}段階までのいずれかを書いてください"
        if self.number == 0:
            return Words(f"段階「{self.plan}」のどの段階かが書かれていません", advice)
        return Words(f"段階「{self.plan}」に第{_ordinal(self.number)}段階はありません", advice)

    def en(self) -> Words:
        advice = f"Name a stage from 1 to {self.count}."
        if self.number == 0:
            return Words(f"which stage of 段階 「{self.plan}」 is meant is not said", advice)
        return Words(f"段階 「{self.plan}」 has no stage {self.number}", advice)


class RecursiveDefinition(Payload):
    """Terms that are defined by themselves; the cycle begins and ends with one name."""

    CODE: ClassVar[Code] = Code("RC207", "recursive-definition")
    cycle: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"定めが循環しています（{_chain(self.cycle)}）",
            "循環のどこか一か所を、他の用語に頼らない条件に書き直してください",
        )

    def en(self) -> Words:
        return Words(
            f"these terms are defined by each other ({_chain(self.cycle)})",
            "Rewrite one of them so that it does not lean on the others.",
        )


class TooManyLayers(Payload):
    """A definition upon definitions upon definitions, deeper than can be followed."""

    CODE: ClassVar[Code] = Code("RC217", "too-many-layers")
    name: str
    limit: int

    def ja(self) -> Words:
        return Words(
            f"「{self.name}」は、定めの中に定めを引く重なりが{self.limit}層を超えています",
            "間の用語をまとめて、重なりを減らしてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.name}」 leans on definitions upon definitions, more than {self.limit} layers deep",
            "Join some of the terms between, so that there are fewer layers.",
        )


class MissingUse(Payload):
    """利用 of a file that is not there."""

    CODE: ClassVar[Code] = Code("RC208", "missing-use")
    path: str

    def ja(self) -> Words:
        return Words(
            f"利用するファイル「{self.path}」が見つかりません",
            "このファイルのある場所から見た道筋（例「../act/法.regspec」）を確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"the file 「{self.path}」 named by 利用 is not there",
            "The path is read from the folder of the file that names it; check it.",
        )


class CyclicUse(Payload):
    """Files that 利用 each other."""

    CODE: ClassVar[Code] = Code("RC209", "cyclic-use")
    cycle: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"利用が循環しています（{_chain(self.cycle)}）",
            "共通の部分を別のファイルに移し、双方からそれを利用してください",
        )

    def en(self) -> Words:
        return Words(
            f"these files use each other ({_chain(self.cycle)})",
            "Move what they share to a file of its own and use that from both.",
        )


class OverlappingVersions(Payload):
    """Two versions of one item whose periods in force share a day."""

    CODE: ClassVar[Code] = Code("RC210", "overlapping-versions")
    name: str
    kind: Noun
    when: When = detail()
    versions: tuple[VersionText, VersionText]

    def ja(self) -> Words:
        first, second = self.versions
        return Words(
            f"{self.kind}「{self.name}」の二つの版が、{self.when.ja()}、共に効力をもちます",
            f"{first.ja()}に「失効」を書くか、{second.ja()}の「施行」を改めてください",
        )

    def en(self) -> Words:
        first, second = self.versions
        return Words(
            f"two versions of {self.kind.en} 「{self.name}」 are both in force {self.when.en()}",
            f"Give {first.en()} a 失効 date, or move the 施行 date of {second.en()}.",
        )


class NotInForce(Payload):
    """A name that is declared, but not in force on the day the law is read as of."""

    CODE: ClassVar[Code] = Code("RC211", "not-in-force")
    name: str
    wanted: Noun
    day: date = detail()
    """The first such day."""
    come: tuple[str, ...] = detail(default=())
    """未確定 days that have come by then, and might not have."""

    def ja(self) -> Words:
        when = When(first=self.day, last=self.day, come=self.come)
        return Words(
            f"{self.wanted}「{self.name}」は、{when.ja()}には効力がありません",
            "引用する側とされる側の「施行」「失効」をそろえてください",
        )

    def en(self) -> Words:
        when = When(first=self.day, last=self.day, come=self.come)
        return Words(
            f"{self.wanted.en} 「{self.name}」 is not in force {when.en()}",
            "Bring the 施行 and 失効 dates of both items into line.",
        )


class RepeatedPart(Payload):
    """The same fact, member or column twice inside one item."""

    CODE: ClassVar[Code] = Code("RC212", "repeated-part")
    name: str
    kind: Noun
    item: str

    def ja(self) -> Words:
        return Words(f"{self.item}に{self.kind}「{self.name}」が二度あります", "片方を削ってください")

    def en(self) -> Words:
        return Words(f"{self.item} has the {self.kind.en} 「{self.name}」 twice", "Remove one of them.")


class WrongAuthority(Payload):
    """A 裁量 used with another authority than the one that has it."""

    CODE: ClassVar[Code] = Code("RC214", "wrong-authority")
    discretion: str
    found: str
    wanted: str

    def ja(self) -> Words:
        return Words(
            f"裁量「{self.discretion}」の判断者は「{self.wanted}」ですが、「{self.found}」と書かれています",
            "判断者をそろえてください",
        )

    def en(self) -> Words:
        return Words(
            f"discretion (裁量) 「{self.discretion}」 belongs to 「{self.wanted}」, but 「{self.found}」 is written",
            "Name the same authority in both places.",
        )


class UnrelatedOverride(Payload):
    """A 特例 said to prevail over a 特例 of another target."""

    CODE: ClassVar[Code] = Code("RC215", "unrelated-override")
    name: str
    target: str
    other: str
    other_target: str

    def ja(self) -> Words:
        return Words(
            f"特例「{self.name}」は「{self.target}」の特例ですが、優先する相手「{self.other}」は「{self.other_target}」の特例です",
            "優先関係は、同じ用語についての特例の間にだけ書けます",
        )

    def en(self) -> Words:
        return Words(
            f"override 「{self.name}」 is about 「{self.target}」, but 「{self.other}」, over which it prevails, is about 「{self.other_target}」",
            "An order can only be given between overrides of one term.",
        )


class CircularOrder(Payload):
    """特例 that prevail over each other; the cycle begins and ends with one name."""

    CODE: ClassVar[Code] = Code("RC216", "circular-order")
    cycle: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"特例の優先関係が循環しています（{_chain(self.cycle)}）",
            "どの特例が優先するかを一通りに決めてください",
        )

    def en(self) -> Words:
        return Words(
            f"these overrides prevail over each other ({_chain(self.cycle)})",
            "Decide on one order between them.",
        )
