"""Slips of the pen that no check notices (RC860–RC865), one kind for each kind of slip.

Owns: what is said of a mutant that survives, and what would notice it.
Refuses to know: how mutants are made and tried; `check` never makes these findings.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail


class Survivor(Payload):
    """What the six kinds share."""

    item: str
    before: str
    after: str
    """Nothing where words are only taken away."""
    number: int = 1
    """Which of several equal places in one 号."""
    reason: str = detail(default="")
    """Why it is not known whether the two texts differ."""

    advice_ja: ClassVar[str]
    advice_en: ClassVar[str]

    def ja(self) -> Words:
        done = f"を「{self.after}」に書き換えても" if self.after else "を落としても"
        unsure = f"（違いがあるかは決められない：{self.reason}）" if self.reason else ""
        return Words(f"{self.item}の「{self.before}」{done}、どの検査も気付かない{unsure}", self.advice_ja)

    def en(self) -> Words:
        done = f"changed to 「{self.after}」" if self.after else "taken away"
        unsure = f" (whether that matters is undecided: {self.reason})" if self.reason else ""
        return Words(
            f"no check notices when 「{self.before}」 of {self.item} is {done}{unsure}", self.advice_en
        )


class UnguardedStrictness(Survivor):
    """以上 for を超える, 以下 for 未満."""

    CODE: ClassVar[Code] = Code("RC860", "unguarded-strictness", Severity.WARNING)
    advice_ja = "限度ちょうどの場合がどちらになるかを、出典を確かめて事例に書いてください"
    advice_en = "Look up in the source what becomes of the case exactly at the limit, and write it as a 事例"


class UnguardedLimit(Survivor):
    """A limit one least step up or down."""

    CODE: ClassVar[Code] = Code("RC861", "unguarded-limit", Severity.WARNING)
    advice_ja = "限度のすぐ内側とすぐ外側の場合を、事例に書いてください"
    advice_en = "Write the cases just inside and just outside the limit as 事例"


class UnguardedDate(Survivor):
    """A day earlier or later."""

    CODE: ClassVar[Code] = Code("RC862", "unguarded-date", Severity.WARNING)
    advice_ja = "その日と隣の日の場合を事例に書くか、日が提案にとどまるなら理由を添えて承知済みにしてください"
    advice_en = (
        "Write the cases of that day and of the days beside it as 事例, or accept the finding with the reason "
        "if the day is a mere proposal"
    )


class UnguardedMember(Survivor):
    """A 号, condition, value or row less."""

    CODE: ClassVar[Code] = Code("RC863", "unguarded-member", Severity.WARNING)
    advice_ja = "これがなければ結果の変わる場合を、事例か性質に書いてください"
    advice_en = "Write a case that would come out otherwise without it, as a 事例 or a 性質"


class UnguardedConnective(Survivor):
    """又は for かつ, いずれか for いずれも, 全て for いずれか."""

    CODE: ClassVar[Code] = Code("RC864", "unguarded-connective", Severity.WARNING)
    advice_ja = "一方だけを満たす場合を、事例か性質に書いてください"
    advice_en = "Write a case that meets only one of the conditions, as a 事例 or a 性質"


class UnguardedException(Survivor):
    """A ただし書 or 特例 that is gone or stands elsewhere."""

    CODE: ClassVar[Code] = Code("RC865", "unguarded-exception", Severity.WARNING)
    advice_ja = "除かれる場合と、除かれない最も近い場合を、事例か性質に書いてください"
    advice_en = "Write the case that is excepted and the nearest one that is not, as a 事例 or a 性質"


BY_KIND: dict[str, type[Survivor]] = {
    "strictness": UnguardedStrictness,
    "limit": UnguardedLimit,
    "date": UnguardedDate,
    "drop": UnguardedMember,
    "connective": UnguardedConnective,
    "exception": UnguardedException,
}
"""The finding of each kind of slip."""

CODES = frozenset(kind.CODE.id for kind in BY_KIND.values())
"""The findings that only `mutate` makes: a check cannot tell whether what accepts them is still needed."""


def is_looked_for(accepted: Collection[str], codes: frozenset[str] | None) -> bool:
    """Whether a run that makes findings of `codes` (None: a check) meets what accepts those of some codes."""
    if codes is not None:
        return not codes.isdisjoint(accepted)
    return not accepted or not CODES.issuperset(accepted)
