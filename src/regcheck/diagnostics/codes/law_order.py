"""RC757–RC767 and RC738: the parts of a law and its neighbours: 別表, 様式, 附則, the Act above, the ordinances beside.

Owns: the words for parts out of order and for wording that differs from a sibling's.
Refuses to know: how they are found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words


class AnnexUnrelated(Payload):
    """A 別表 or 様式 whose related articles do not mention it."""

    CODE: ClassVar[Code] = Code("RC757", "annex-unrelated", Severity.WARNING)
    annex: str
    article: str = ""

    def ja(self) -> Words:
        if not self.article:
            return Words(
                f"「{self.annex}」を引く条がありません", "引く条を書くか、この別表又は様式を削ってください"
            )
        return Words(
            f"「{self.annex}」は{self.article}関係とされていますが、{self.article}は引いていません",
            "括弧書きの条の番号を、実際に引く条に合わせてください",
        )

    def en(self) -> Words:
        if not self.article:
            return Words(f"no article mentions 「{self.annex}」", "Mention it, or delete it.")
        return Words(
            f"「{self.annex}」 is said to belong to {self.article}, which does not mention it",
            "Let the bracket name the articles that do.",
        )


class AnnexOrder(Payload):
    """A 別表 or 様式 number that is used twice or out of order."""

    CODE: ClassVar[Code] = Code("RC758", "annex-order", Severity.WARNING)
    annex: str
    before: str

    def ja(self) -> Words:
        if self.annex == self.before:
            return Words(f"「{self.annex}」が二つあります", "番号を改め、引く条も改めてください")
        return Words(f"「{self.before}」の次が「{self.annex}」です", "番号の順に一つずつ並べてください")

    def en(self) -> Words:
        if self.annex == self.before:
            return Words(f"there are two 「{self.annex}」", "Renumber one of them and what mentions it.")
        return Words(f"「{self.annex}」 follows 「{self.before}」", "Put them in the order of their numbers.")


class ColumnNames(Payload):
    """上欄 and 左欄 in one law."""

    CODE: ClassVar[Code] = Code("RC759", "column-names", Severity.WARNING)
    found: str
    usual: str

    def ja(self) -> Words:
        return Words(
            f"この法令は表の欄を「{self.usual}」と呼びますが、ここでは「{self.found}」です",
            "縦書きなら上欄・下欄、横書きなら左欄・右欄に揃えてください",
        )

    def en(self) -> Words:
        return Words(
            f"this law calls the columns of tables 「{self.usual}」, and here 「{self.found}」",
            "Write 上欄 and 下欄 for vertical text, 左欄 and 右欄 for horizontal text.",
        )


class SupplementOrder(Payload):
    """Provisions of a 附則 in an unusual order."""

    CODE: ClassVar[Code] = Code("RC760", "supplement-order", Severity.WARNING)
    caption: str
    before: str

    def ja(self) -> Words:
        return Words(
            f"附則で「{self.before}」の後に「{self.caption}」が置かれています",
            "施行期日、廃止、経過措置、他の法令の改正、検討の順に並べてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.caption}」 stands after 「{self.before}」 in the 附則",
            "The order is 施行期日, 廃止, 経過措置, amendments of other laws, 検討.",
        )


class NoSuchDate(Payload):
    """A date that no calendar has."""

    CODE: ClassVar[Code] = Code("RC761", "no-such-date-in-law")
    text: str

    def ja(self) -> Words:
        return Words(f"「{self.text}」という日はありません", "年号の期間と、月の日数を確かめてください")

    def en(self) -> Words:
        return Words(
            f"there is no day 「{self.text}」", "Look at the span of the era and the days of the month."
        )


class SameYear(Payload):
    """A year (and month) written out again, where 同年 or 同月 is the form."""

    CODE: ClassVar[Code] = Code("RC762", "same-year", Severity.WARNING)
    found: str
    wanted: str

    def ja(self) -> Words:
        return Words(f"同じ文の中で「{self.found}」を繰り返しています", f"「{self.wanted}」と書いてください")

    def en(self) -> Words:
        return Words(f"「{self.found}」 is written again in one sentence", f"Write 「{self.wanted}」.")


class DelegationUnanswered(Payload):
    """A 主務省令で定める of the Act or order that the ordinance leaves open: 法第五十二条第一項."""

    CODE: ClassVar[Code] = Code("RC763", "law-delegation-unanswered", Severity.WARNING)
    delegation: str
    what: str = ""
    """What is left to the ordinance: 基準, 書類; "" for 主務省令で定めるところにより."""

    def ja(self) -> Words:
        if not self.what:
            return Words(
                f"{self.delegation}の「主務省令で定めるところにより」に応える条項がありません",
                f"「{self.delegation}の規定による…は、」のように、手続を定める条項を書いてください",
            )
        return Words(
            f"{self.delegation}の「主務省令で定める{self.what}」に応える条項がありません",
            f"「{self.delegation}の主務省令で定める{self.what}は、」で始まる条項を書いてください",
        )

    def en(self) -> Words:
        if not self.what:
            return Words(
                f"no provision answers 「主務省令で定めるところにより」 of {self.delegation}",
                f"Lay the procedure down: 「{self.delegation}の規定による…は、」.",
            )
        return Words(
            f"no provision answers 「主務省令で定める{self.what}」 of {self.delegation}",
            f"Write one that begins with 「{self.delegation}の主務省令で定める{self.what}は、」.",
        )


class DelegationUnassigned(Payload):
    """A delegation that no article of an outline is said to answer."""

    CODE: ClassVar[Code] = Code("RC738", "delegation-unassigned", Severity.WARNING)
    delegation: str

    def ja(self) -> Words:
        return Words(
            f"「{self.delegation}」の委任に応える条が、組立てにありません",
            "応える条の answers に加えてください。応えないと決めたのなら、その理由を仕様に記してください",
        )

    def en(self) -> Words:
        return Words(
            f"no article of the outline answers the delegation of 「{self.delegation}」",
            "Name it in answers of the article that does. If it is meant to stay open, say why in the specification.",
        )


class DelegationAnsweredTwice(Payload):
    """More answers to a provision of the Act than it asks for."""

    CODE: ClassVar[Code] = Code("RC764", "law-delegation-answered-twice", Severity.WARNING)
    delegation: str
    first: str

    def ja(self) -> Words:
        return Words(
            f"{self.delegation}の委任には{self.first}が既に応えています",
            "一つの条項にまとめるか、引く条項の番号を確かめてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.first} already answers the delegation of {self.delegation}",
            "Put both into one provision, or look at the number.",
        )


class AnswerWithoutDelegation(Payload):
    """An answer to a provision of the Act that delegates nothing."""

    CODE: ClassVar[Code] = Code("RC765", "answer-without-delegation")
    provision: str

    def ja(self) -> Words:
        return Words(
            f"{self.provision}は省令に委任していません",
            "引く条項の番号を確かめてください。委任のない事項は省令で定められません",
        )

    def en(self) -> Words:
        return Words(
            f"{self.provision} delegates nothing",
            "Look at the number. An ordinance cannot lay down what is not delegated.",
        )


class SiblingComma(Payload):
    """Two passages of one law that differ in commas only."""

    CODE: ClassVar[Code] = Code("RC766", "parallel-wording", Severity.WARNING)
    words: str
    other: str
    other_words: str

    def ja(self) -> Words:
        return Words(
            f"「{self.words}」は、{self.other}の「{self.other_words}」と読点だけが違います",
            "同じことは同じ字句で書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.words}」 differs from 「{self.other_words}」 of {self.other} in commas only",
            "Say the same in the same words.",
        )


class SiblingDiffers(Payload):
    """A passage that the sibling laws word in another way."""

    CODE: ClassVar[Code] = Code("RC767", "sibling-wording", Severity.WARNING)
    words: str
    usual: str
    sibling: str

    def ja(self) -> Words:
        return Words(
            f"「{self.words}」は、{self.sibling}では「{self.usual}」です",
            "違える理由がなければ揃えてください",
        )

    def en(self) -> Words:
        return Words(
            f"where this law has 「{self.words}」, {self.sibling} has 「{self.usual}」",
            "Word it alike unless the difference is meant.",
        )
