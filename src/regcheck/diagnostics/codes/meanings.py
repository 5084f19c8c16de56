"""RC780–RC784: what nobody knows of the meaning of an item in two versions.

Owns: the words for a comparison that came to no answer, or could not be made.
Refuses to know: budgets, engines, how versions are compared.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail


class MeaningUndecided(Payload):
    """Whether two versions of an item mean the same came to no answer."""

    CODE: ClassVar[Code] = Code("RC780", "meaning-undecided", Severity.WARNING)
    item: str
    reason: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"{self.item}の意味が改正の前後で同じかどうかが決まらない（{self.reason}）",
            "その条件を定義に分けて短くするか、設定の手数（rlimit）を増やし、決まらなければ人が読み比べてください",
        )

    def en(self) -> Words:
        return Words(
            f"whether {self.item} means the same in both versions could not be decided ({self.reason})",
            "Split the condition into shorter 定義 or raise the budget (rlimit); otherwise compare it by hand",
        )


class FactsApart(Payload):
    """An item asks for a fact whose type is another one in the other version."""

    CODE: ClassVar[Code] = Code("RC781", "facts-apart", Severity.WARNING)
    item: str
    facts: tuple[str, ...]

    def ja(self) -> Words:
        named = "、".join(f"「{fact}」" for fact in self.facts)
        return Words(
            f"{self.item}の意味は、事実{named}の型が改正の前後で違うので比べられない",
            "型を前後で揃えるか、新しい型の事実に別の名前を付けてください",
        )

    def en(self) -> Words:
        named = ", ".join(f"「{fact}」" for fact in self.facts)
        return Words(
            f"the meaning of {self.item} cannot be compared: the type of {named} is another in the other version",
            "Give both versions one type, or give the fact of the new type a name of its own",
        )
