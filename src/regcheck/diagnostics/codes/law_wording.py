"""RC748–RC756: how a law is worded: connectives, lists, commas, old forms, brackets.

Owns: the words for slips of wording that drafters look for.
Refuses to know: how they are found, what the sentences mean.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words


class LoneLowerConnective(Payload):
    """若しくは without 又は, or 並びに without 及び."""

    CODE: ClassVar[Code] = Code("RC748", "lone-connective", Severity.WARNING)
    connective: str
    partner: str

    def ja(self) -> Words:
        return Words(
            f"「{self.connective}」が「{self.partner}」なしに使われています",
            f"つなぎが一段なら「{self.partner}」を使ってください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.connective}」 stands without 「{self.partner}」",
            f"Where there is one level only, write 「{self.partner}」.",
        )


class ChapeauAndItems(Payload):
    """A 柱書 that announces one kind of 号, above 号 of another."""

    CODE: ClassVar[Code] = Code("RC749", "chapeau-and-items", Severity.WARNING)
    announced: str
    ending: str

    def ja(self) -> Words:
        return Words(
            f"柱書は「{self.announced}」としていますが、号は「{self.ending}」で終わっています",
            "要件なら「…こと。」、事項や物なら名詞で終えてください",
        )

    def en(self) -> Words:
        return Words(
            f"the 柱書 announces 「{self.announced}」, but the items end in 「{self.ending}」",
            "End conditions with 「…こと。」 and things with a noun.",
        )


class EndingsDiffer(Payload):
    """Items of one list that end in different ways."""

    CODE: ClassVar[Code] = Code("RC750", "endings-differ", Severity.WARNING)
    first: str
    ending: str
    other: str
    other_ending: str

    def ja(self) -> Words:
        return Words(
            f"並びの{self.first}は「{self.ending}」、{self.other}は「{self.other_ending}」で終わっています",
            "一つの並びの号は、全て同じ形で終えてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.first} of the list ends in 「{self.ending}」, {self.other} in 「{self.other_ending}」",
            "Let all items of a list end alike.",
        )


class DefineWithoutColumns(Payload):
    """「次の各号に定める」 above a plain list."""

    CODE: ClassVar[Code] = Code("RC751", "define-without-columns", Severity.WARNING)
    words: str

    def ja(self) -> Words:
        return Words(
            f"「{self.words}」の下の号に、定める内容の欄がありません",
            "ただの並びなら「次に掲げる」と書いてください。「定める」は対応号の右の欄を指します",
        )

    def en(self) -> Words:
        return Words(
            f"the items below 「{self.words}」 have no second column",
            "Write 「次に掲げる」 above a plain list; 「定める」 means the second column.",
        )


class CommaOfConnective(Payload):
    """かつ with one comma only."""

    CODE: ClassVar[Code] = Code("RC752", "comma-of-connective", Severity.WARNING)
    words: str

    def ja(self) -> Words:
        return Words(
            f"「{self.words}」の「かつ」の後に読点がありません", "「、かつ、」と、前後に読点を打ってください"
        )

    def en(self) -> Words:
        return Words(f"「かつ」 has no comma after it in 「{self.words}」", "Write 「、かつ、」.")


class CommaOfCase(Payload):
    """にあっては without its comma, in a law that writes it elsewhere."""

    CODE: ClassVar[Code] = Code("RC753", "comma-of-case", Severity.WARNING)
    words: str

    def ja(self) -> Words:
        return Words(
            f"「{self.words}」の後に読点がありません",
            "この法令のほかの「にあっては、」に揃えて読点を打ってください",
        )

    def en(self) -> Words:
        return Words(
            f"there is no comma after 「{self.words}」",
            "Write it as elsewhere in this law: 「にあっては、」.",
        )


class OldForm(Payload):
    """A spelling that statutes no longer use."""

    CODE: ClassVar[Code] = Code("RC754", "old-form", Severity.WARNING)
    found: str
    wanted: str

    def ja(self) -> Words:
        return Words(f"「{self.found}」は今の法令の表記ではありません", f"「{self.wanted}」と書いてください")

    def en(self) -> Words:
        return Words(f"「{self.found}」 is not how statutes are spelt today", f"Write 「{self.wanted}」.")


class UnbalancedBracket(Payload):
    """A bracket without its partner."""

    CODE: ClassVar[Code] = Code("RC755", "unbalanced-bracket")
    bracket: str

    def ja(self) -> Words:
        return Words(
            f"括弧「{self.bracket}」の相手がありません", "開いた括弧と閉じた括弧を一つずつ対にしてください"
        )

    def en(self) -> Words:
        return Words(
            f"the bracket 「{self.bracket}」 has no partner", "Let every bracket open and close once."
        )


class DeepBrackets(Payload):
    """Brackets in brackets in brackets in brackets."""

    CODE: ClassVar[Code] = Code("RC756", "deep-brackets", Severity.WARNING)
    depth: int

    def ja(self) -> Words:
        return Words(
            f"括弧が{self.depth}重になっています", "三重までにして、内側を略称か別の項に分けてください"
        )

    def en(self) -> Words:
        return Words(
            f"brackets stand {self.depth} deep", "Keep to three; give the inner part a name or a 項."
        )
