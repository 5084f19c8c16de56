"""RC748–RC756, RC736, RC737, RC739 and RC768: how a law is worded: connectives, lists, commas, old forms, brackets, 句点.

Owns: the words for slips of wording that drafters look for.
Refuses to know: how they are found, what the sentences mean.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.source.span import shown


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
    is_before: bool = False
    """The first of the two is missing."""

    def ja(self) -> Words:
        side = "前" if self.is_before else "後"
        return Words(
            f"「{self.words}」の「かつ」の{side}に読点がありません",
            "「、かつ、」と、前後に読点を打ってください",
        )

    def en(self) -> Words:
        side = "before" if self.is_before else "after"
        return Words(f"「かつ」 has no comma {side} it in 「{self.words}」", "Write 「、かつ、」.")


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


class BracketOrder(Payload):
    """A restriction that stands behind the scope of the name in one bracket."""

    CODE: ClassVar[Code] = Code("RC739", "bracket-order", Severity.WARNING)
    words: str

    def ja(self) -> Words:
        return Words(
            f"「{shown(self.words)}」が、略称や「同じ。」の後に置かれています",
            "括弧書きは、定義、除くもの・限るもの・含むもの、略称や「以下同じ。」の順に並べてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{shown(self.words)}」 stands behind the scope of the name",
            "In one bracket the definition comes first, then what is left out or taken in, then 「以下…という。」 or 「同じ。」.",
        )


class FullStop(Payload):
    """A 項 or a condition that ends without 句点, or a noun that ends with one."""

    CODE: ClassVar[Code] = Code("RC768", "full-stop", Severity.WARNING)
    words: str
    is_missing: bool

    def ja(self) -> Words:
        if self.is_missing:
            return Words(f"「{self.words}」の後に句点がありません", "「。」で終えてください")
        return Words(
            f"「{self.words}」は名詞で終わる号ですが、句点があります",
            "ただし書などが続かないときは「。」を取り除いてください",
        )

    def en(self) -> Words:
        if self.is_missing:
            return Words(f"there is no full stop after 「{self.words}」", "End it with 「。」.")
        return Words(
            f"「{self.words}」 is an item that ends in a noun, with a full stop",
            "Remove 「。」 unless another sentence follows.",
        )


class ItemsMissing(Payload):
    """「次の各号」 with nothing below it."""

    CODE: ClassVar[Code] = Code("RC737", "items-missing")
    words: str

    def ja(self) -> Words:
        return Words(
            f"「{self.words}」の下に号がありません", "落ちた号を書くか、号を指す言葉を取り除いてください"
        )

    def en(self) -> Words:
        return Words(
            f"there are no items below 「{self.words}」",
            "Write them, or take out the words that announce them.",
        )


class ItemsUnannounced(Payload):
    """Items below a 柱書 that does not speak of them."""

    CODE: ClassVar[Code] = Code("RC736", "items-unannounced", Severity.WARNING)
    count: int

    def ja(self) -> Words:
        return Words(
            f"下に号が{self.count}個ありますが、柱書に号を指す言葉がありません",
            "「次に掲げる…」「次の各号のいずれにも該当する…」などと、号の働きを柱書に書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"there are {self.count} items below, and the 柱書 does not speak of them",
            "Say what they do: 「次に掲げる…」, 「次の各号のいずれにも該当する…」.",
        )
