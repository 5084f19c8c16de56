"""RC735, RC740–RC747 and RC769: what the words of a law point at: provisions by number, terms by name.

Owns: the words for references to nothing, numbers that do not follow each other, and terms that are not in order.
Refuses to know: how a law is read, how references are followed.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail


class DanglingReference(Payload):
    """A reference to a provision that is not there. `missing` is its address, "" for a 同条 that nothing precedes."""

    CODE: ClassVar[Code] = Code("RC740", "dangling-reference")
    reference: str
    missing: str = ""
    law: str = ""
    last: str = detail(default="")
    """The last provision that stands where it would stand."""

    def ja(self) -> Words:
        if not self.missing:
            return Words(
                f"「{self.reference}」の指すものがありません",
                "前に同じ種類の条項を挙げるか、番号で書いてください",
            )
        where = f"「{self.law}」に" if self.law else ""
        return Words(
            f"「{self.reference}」の指す{self.missing}が{where}ありません",
            f"{f'あるのは{self.last}までです。' if self.last else ''}"
            "条を挿入し、又は削ったときにずれていないか、番号を確かめてください",
        )

    def en(self) -> Words:
        if not self.missing:
            return Words(
                f"there is nothing that 「{self.reference}」 could take up",
                "Name such a provision before it, or write its number.",
            )
        where = f" in 「{self.law}」" if self.law else ""
        return Words(
            f"「{self.reference}」 points at {self.missing}, which does not exist{where}",
            f"{f'The last one is {self.last}. ' if self.last else ''}"
            "Look whether the numbers moved when a provision was inserted or deleted.",
        )


class NumberingGap(Payload):
    """A number that does not follow the one before it."""

    CODE: ClassVar[Code] = Code("RC741", "numbering-gap")
    found: str
    before: str = ""

    def ja(self) -> Words:
        told = (
            f"「{self.before}」の次が「{self.found}」です"
            if self.before
            else f"「{self.found}」から始まっています"
        )
        return Words(told, "番号を詰めるか、欠けた条項を「削除」として残してください")

    def en(self) -> Words:
        told = (
            f"「{self.found}」 follows 「{self.before}」" if self.before else f"the first is 「{self.found}」"
        )
        return Words(told, "Close the gap, or keep what is missing as 削除.")


class LabelDiffers(Payload):
    """A label that a reader sees and a number that a machine reads, which differ."""

    CODE: ClassVar[Code] = Code("RC742", "label-differs")
    label: str
    num: str

    def ja(self) -> Words:
        return Words(
            f"見出しの番号「{self.label}」と属性の番号「{self.num}」が違います",
            "XMLの Num を、条文に見える番号に合わせてください",
        )

    def en(self) -> Words:
        return Words(
            f"the label 「{self.label}」 and the number 「{self.num}」 differ",
            "Let Num say what the reader sees.",
        )


class NumberTwice(Payload):
    """Two provisions side by side with one number."""

    CODE: ClassVar[Code] = Code("RC743", "number-twice")
    label: str

    def ja(self) -> Words:
        return Words(f"「{self.label}」が二つあります", "後の方の番号を改め、それを引く条項も改めてください")

    def en(self) -> Words:
        return Words(f"there are two 「{self.label}」", "Renumber the second one and what refers to it.")


class TermBeforeDefinition(Payload):
    """A term that is used before it is made."""

    CODE: ClassVar[Code] = Code("RC744", "term-before-definition", Severity.WARNING)
    term: str
    definition: str

    def ja(self) -> Words:
        return Words(
            f"「{self.term}」を、{self.definition}で定める前に使っています",
            "「（以下「…」という。）」を初めに使う所に移すか、「…に規定する」を添えてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.term}」 is used before {self.definition} makes it",
            "Move 「（以下「…」という。）」 to the first use, or say 「…に規定する」 there.",
        )


class TermUnused(Payload):
    """A term that is made and never used."""

    CODE: ClassVar[Code] = Code("RC745", "term-unused", Severity.WARNING)
    term: str

    def ja(self) -> Words:
        return Words(
            f"「{self.term}」という略称を定めていますが、使っていません",
            "「（以下「…」という。）」を削ってください",
        )

    def en(self) -> Words:
        return Words(f"the term 「{self.term}」 is made and never used", "Delete 「（以下「…」という。）」.")


class TermTwice(Payload):
    """A term that is made twice where both hold."""

    CODE: ClassVar[Code] = Code("RC746", "term-twice", Severity.WARNING)
    term: str
    first: str

    def ja(self) -> Words:
        return Words(
            f"「{self.term}」は{self.first}で既に定めています",
            "一方を削るか、及ぶ範囲を「以下この条において」のように分けてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.term}」 is already made by {self.first}",
            "Delete one of the two, or let each hold in a part of its own: 「以下この条において」.",
        )


class TermOutOfScope(Payload):
    """A term that is used where it does not hold."""

    CODE: ClassVar[Code] = Code("RC747", "term-out-of-scope", Severity.WARNING)
    term: str
    definition: str

    def ja(self) -> Words:
        return Words(
            f"「{self.term}」は、{self.definition}で定めた範囲の外で使われています",
            "定義の「…において」にこの条項を加えるか、「…に規定する」を添えてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.term}」 is used outside of where {self.definition} lets it hold",
            "Add this provision to 「…において」 of the definition, or say 「…に規定する」 here.",
        )


class TermShadowsAct(Payload):
    """A term that the Act has made already."""

    CODE: ClassVar[Code] = Code("RC769", "term-shadows-act", Severity.WARNING)
    term: str
    act: str
    definition: str

    def ja(self) -> Words:
        return Words(
            f"「{self.term}」は、「{self.act}」{self.definition}が既に定めている語です",
            "法の語のままなら「法に規定する…をいう」とし、別のものを指すなら別の名前にしてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.term}」 is a term that {self.definition} of 「{self.act}」 has made already",
            "Take it up with 「法に規定する…をいう」, or give another thing another name.",
        )


class RangeBackwards(Payload):
    """第三号から第一号まで."""

    CODE: ClassVar[Code] = Code("RC735", "range-backwards")
    first: str
    last: str

    def ja(self) -> Words:
        return Words(
            f"「{self.first}」から「{self.last}」までという範囲は、前後が逆か、一つしかありません",
            "番号の小さい方から書いてください。二つ並べるのなら「及び」でつないでください",
        )

    def en(self) -> Words:
        return Words(
            f"the range from 「{self.first}」 to 「{self.last}」 runs backwards or has one member",
            "Begin with the smaller number. Two of them are joined by 「及び」.",
        )
