"""RC700–RC709: 条項 and 出典 as written.

Owns: what is said about malformed, doubled and missing citations.
Refuses to know: how citations are read; whether a delegation is filled.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words


class MalformedProvision(Payload):
    """A 条項 that is no provision of an instrument."""

    CODE: ClassVar[Code] = Code("RC701", "malformed-provision")
    text: str

    def ja(self) -> Words:
        return Words(
            f"条項「{self.text}」の書き方が正しくありません",
            "「第二条第一項第一号イ（１）」「附則第二条」「別表第一」のように、条、項、号、イ、（１）の順に書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.text}」 is not a well-formed provision",
            "Write 条, 項, 号, イ, （１） in this order, as in 第二条第一項第一号イ（１）, 附則第二条 or 別表第一.",
        )


class DuplicateProvision(Payload):
    """Two items that would stand at one place of one instrument."""

    CODE: ClassVar[Code] = Code("RC702", "duplicate-provision", Severity.WARNING)
    provision: str
    items: tuple[str, str]

    def ja(self) -> Words:
        first, second = self.items
        return Words(
            f"{first}と{second}の条項が同じ「{self.provision}」です",
            "号まで書き分けるか、片方の条項を改めてください",
        )

    def en(self) -> Words:
        first, second = self.items
        return Words(
            f"{first} and {second} both stand at 「{self.provision}」",
            "Tell them apart by 号, or move one of them.",
        )


class MissingSource(Payload):
    """An item that has to say where it comes from and does not."""

    CODE: ClassVar[Code] = Code("RC703", "missing-source", Severity.WARNING)
    item: str

    def ja(self) -> Words:
        return Words(
            f"{self.item}に出典がありません",
            "「出典　「法」第五十条第一項」のように、よりどころを書いてください",
        )

    def en(self) -> Words:
        return Words(f"{self.item} has no 出典", "Say where it comes from: 「出典　「法」第五十条第一項」.")
