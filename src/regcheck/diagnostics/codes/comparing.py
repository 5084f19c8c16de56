"""RC770–RC773: what a comparison of two versions finds.

Owns: the words for references that stayed behind when their provision moved or was removed, and for what cannot be
compared.
Refuses to know: how versions are aligned, how references are followed.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class ReferenceLeftBehind(Payload):
    """A reference in its old words, though the provision that it named has another number. `points` is what it names
    there: "" for nothing."""

    CODE: ClassVar[Code] = Code("RC770", "reference-left-behind")
    place: str
    reference: str
    target: str
    destination: str
    points: str = ""

    def ja(self) -> Words:
        points = f"今は{self.points}を指す" if self.points else "その番号の条項はない"
        return Words(
            f"{self.place}の「{self.reference}」は改正前の{self.target}を指していたが、それは{self.destination}に移り、{points}",
            f"{self.destination}を指すように改めるか、指すものを変えたのであれば、そのままでよいか確かめてください",
        )

    def en(self) -> Words:
        points = f"it points at {self.points}" if self.points else "there is no such provision"
        return Words(
            f"「{self.reference}」 in {self.place} named {self.target}, which is {self.destination} after the amendment: {points}",
            f"Make it name {self.destination}, or make sure that another target is meant.",
        )


class ReferenceToRemoved(Payload):
    """A reference in its old words, though the provision that it named is removed."""

    CODE: ClassVar[Code] = Code("RC771", "reference-to-removed")
    place: str
    reference: str
    target: str
    points: str = ""

    def ja(self) -> Words:
        points = f"、今は{self.points}を指す" if self.points else ""
        return Words(
            f"{self.place}の「{self.reference}」が指していた改正前の{self.target}は削られている{points}",
            "その引用を削るか、改めてください",
        )

    def en(self) -> Words:
        points = f", and it points at {self.points}" if self.points else ""
        return Words(
            f"「{self.reference}」 in {self.place} named {self.target}, which is removed{points}",
            "Remove the reference, or make it name another provision.",
        )


class NothingToCompare(Payload):
    """A specification without an outline of its ordinance: there is no text to compare."""

    CODE: ClassVar[Code] = Code("RC772", "nothing-to-compare")
    folder: str

    def ja(self) -> Words:
        return Words(
            f"「{self.folder}」には条文の組立て（ordinance/outline.toml）がなく、比べる条文がない",
            "条文の組立てのある仕様のフォルダか、法令のファイルを指定してください",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.folder}」 has no outline of an ordinance (ordinance/outline.toml), so there is no text to compare",
            "Give the folder of a specification with an outline, or the file of a law.",
        )


class UnprovedVersion(Payload):
    """A specification with findings or checks that are not proved: its meaning cannot be compared."""

    CODE: ClassVar[Code] = Code("RC773", "unproved-version")
    folder: str
    findings: int
    unproved: int

    def ja(self) -> Words:
        return Words(
            f"「{self.folder}」の検査が済んでいないため比べません（指摘{self.findings}件、証明されていない検査{self.unproved}件）",
            "指摘を直すか、--draft を付けて検査の済んでいないまま比べてください。作る文書には「未検証」と印します",
        )

    def en(self) -> Words:
        return Words(
            f"「{self.folder}」 is not compared: {self.findings} findings, {self.unproved} checks not proved",
            "Mend the findings, or compare it as it is with --draft; what is made of it is marked 未検証.",
        )
