"""RC84x: what is claimed about fact tables, and what their rows break.

Owns: the words for 確認 that do not hold or cannot be decided, and rows against a 前提.
Refuses to know: how a claim is computed, how a table is read (facts.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Severity, Words
from regcheck.frozen import detail

_SHOWN = 3


def names_ja(names: Sequence[str]) -> str:
    """「A」、「B」, or 「A」、「B」、「C」ほか85件."""
    shown = "、".join(f"「{name}」" for name in names[:_SHOWN])
    return shown + (f"ほか{len(names) - _SHOWN}件" if len(names) > _SHOWN else "")


def names_en(names: Sequence[str]) -> str:
    """「A」, 「B」, or 「A」, 「B」, 「C」 and 85 more."""
    shown = ", ".join(f"「{name}」" for name in names[:_SHOWN])
    return shown + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")


class ClaimProblem(Payload):
    """A claim of a 確認: the words it checks and who says so."""

    check: str
    claim: str
    sources: tuple[str, ...] = detail(default=())
    file: str = detail(default="")

    def source_ja(self) -> str:
        return f"出典（{'、'.join(self.sources)}）" if self.sources else "出典の資料"

    def source_en(self) -> str:
        return f"the source ({', '.join(self.sources)})" if self.sources else "the source"


class FigureDiffers(ClaimProblem):
    """A count, sum, mean, … of the rows is another figure than is claimed."""

    CODE: ClassVar[Code] = Code("RC840", "figure-differs")
    expected: str
    actual: str

    def ja(self) -> Words:
        return Words(
            f"確認「{self.check}」の{self.claim}は{self.expected}のはずですが、「{self.file}」では{self.actual}です",
            f"{self.source_ja()}と「{self.file}」を見比べ、誤っている方を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"確認「{self.check}」: {self.claim} should be {self.expected}, but is {self.actual} in 「{self.file}」",
            f"Compare {self.source_en()} with 「{self.file}」 and mend the one that is wrong.",
        )


class RowsAgainstClaim(ClaimProblem):
    """Rows of which a condition claimed of all rows is false."""

    CODE: ClassVar[Code] = Code("RC841", "rows-against-claim")
    rows: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"確認「{self.check}」では{self.claim}としていますが、「{self.file}」の{names_ja(self.rows)}はそうではありません",
            f"{self.source_ja()}とその行を見比べ、誤っている方を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"確認「{self.check}」 claims {self.claim}, but it is not true of {names_en(self.rows)} in 「{self.file}」",
            f"Compare {self.source_en()} with those rows and mend the one that is wrong.",
        )


class GroupsDiffer(ClaimProblem):
    """The groups without such a row are others than those claimed."""

    CODE: ClassVar[Code] = Code("RC842", "groups-differ")
    wrongly_named: tuple[str, ...]
    not_named: tuple[str, ...]

    def ja(self) -> Words:
        wrong = f"{names_ja(self.wrongly_named)}は当たらない" if self.wrongly_named else ""
        missing = f"{names_ja(self.not_named)}も当たる" if self.not_named else ""
        both = "のに対し、".join(words for words in (wrong, missing) if words)
        return Words(
            f"確認「{self.check}」の{self.claim}について、「{self.file}」によれば{both}はずです",
            f"{self.source_ja()}と「{self.file}」を見比べ、誤っている方を直してください",
        )

    def en(self) -> Words:
        found = []
        if self.wrongly_named:
            found.append(f"{names_en(self.wrongly_named)} should not be named")
        if self.not_named:
            found.append(f"{names_en(self.not_named)} should be")
        return Words(
            f"確認「{self.check}」: {self.claim}: by 「{self.file}」, {' and '.join(found)}",
            f"Compare {self.source_en()} with 「{self.file}」 and mend the one that is wrong.",
        )


class ClaimUndecided(ClaimProblem):
    """A claim that depends on facts that are 不明."""

    CODE: ClassVar[Code] = Code("RC843", "claim-undecided", Severity.WARNING)
    rows: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"確認「{self.check}」の{self.claim}は、「{self.file}」の{names_ja(self.rows)}に不明の事実があり、決まりません",
            "不明の欄を埋めるか、知られている行だけについての確認に改めてください",
        )

    def en(self) -> Words:
        return Words(
            f"確認「{self.check}」: {self.claim} cannot be decided, facts of {names_en(self.rows)} in 「{self.file}」 are unknown",
            "Fill in the unknown cells, or limit the claim to rows that are known.",
        )


class RowsAgainstAssumption(Payload):
    """Rows of a fact table that break a 前提."""

    CODE: ClassVar[Code] = Code("RC844", "rows-against-assumption")
    assumption: str
    table: str
    rows: tuple[str, ...]
    file: str = detail()

    def ja(self) -> Words:
        return Words(
            f"事実表「{self.table}」の{names_ja(self.rows)}は前提「{self.assumption}」に反しています",
            f"「{self.file}」のその行か、前提のどちらが誤りかを確かめて直してください",
        )

    def en(self) -> Words:
        return Words(
            f"{names_en(self.rows)} of 事実表「{self.table}」 break 前提「{self.assumption}」",
            f"Decide whether those rows of 「{self.file}」 or the assumption is wrong, and mend it.",
        )
