"""RC72x: what an Act leaves to an ordinance, and how it is filled.

Owns: the words for delegations exceeded, unfilled, filled twice, or filled by the wrong kind of instrument.
Refuses to know: how it was found.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.codes.conflicts import in_case
from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail


class BeyondDelegation(Payload):
    """What fills a 委任 reaches a case outside its 範囲."""

    CODE: ClassVar = Code("RC721", "beyond-delegation")
    term: str
    delegation: str
    case: str = detail(default="")

    def ja(self) -> Words:
        return Words(
            f"{self.term}は、{in_case(self.case, ja=True)}委任「{self.delegation}」の範囲を超えます",
            "委任の範囲に収まるように条件を加えてください",
        )

    def en(self) -> Words:
        return Words(
            f"{in_case(self.case, ja=False)}{self.term} goes beyond 委任「{self.delegation}」",
            "Add a condition so that it stays inside the delegation",
        )


class Unfilled(Payload):
    """A 委任 that nothing fills."""

    CODE: ClassVar = Code("RC722", "delegation-unfilled")
    delegation: str
    kind: str

    def ja(self) -> Words:
        return Words(
            f"委任「{self.delegation}」を受けて定める{self.kind}の項目がありません",
            f"定める項目に「委任　「{self.delegation}」」と書いてください",
        )

    def en(self) -> Words:
        return Words(
            f"no item of a {self.kind} fills 委任「{self.delegation}」",
            f"Write 委任　「{self.delegation}」 in the item that fills it",
        )


class FilledTwice(Payload):
    """A 委任 that several items fill."""

    CODE: ClassVar = Code("RC723", "delegation-filled-twice")
    delegation: str
    terms: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"委任「{self.delegation}」を{'と'.join(self.terms)}が重ねて定めています",
            "一つの項目にまとめ、ほかの項目からは「委任」を取り除いてください",
        )

    def en(self) -> Words:
        return Words(
            f"委任「{self.delegation}」 is filled more than once: {', '.join(self.terms)}",
            "Let one item fill it and remove 委任 from the others",
        )


class WrongInstrument(Payload):
    """A 委任 filled by an instrument of another kind than it names."""

    CODE: ClassVar = Code("RC724", "delegation-wrong-instrument")
    delegation: str
    term: str
    wanted: str
    found: str

    def ja(self) -> Words:
        return Words(
            f"委任「{self.delegation}」は{self.wanted}で定めるべきところ、{self.term}は{self.found}にあります",
            f"{self.wanted}のファイルに移すか、委任の「形式」を直してください",
        )

    def en(self) -> Words:
        return Words(
            f"委任「{self.delegation}」 calls for a {self.wanted}, but {self.term} stands in a {self.found}",
            f"Move it to the {self.wanted}, or mend 形式 of the delegation",
        )
