"""RC785–RC789: references of an ordinance into laws whose texts are at hand.

Owns: what is said of a provision that is not there, of an extract without it, of SOURCES.toml beside the texts.
Refuses to know: trees of laws, files, TOML.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail


class NoSuchProvision(Payload):
    """A reference to a provision that the text of its law does not have."""

    CODE: ClassVar[Code] = Code("RC785", "cited-provision-missing")
    place: str
    words: str
    law: str
    missing: str
    nearest: str = detail(default="")

    def ja(self) -> Words:
        near = f"最も近いのは{self.nearest}です。" if self.nearest else ""
        return Words(
            f"{self.place}の引く{self.law}{self.missing}がない",
            f"{near}条項の番号を確かめてください",
        )

    def en(self) -> Words:
        near = f"The nearest one is {self.nearest}. " if self.nearest else ""
        return Words(
            f"{self.law} has no {self.missing}, which {self.place} refers to",
            f"{near}Check the numbers of the provision.",
        )


class NotInExtract(Payload):
    """A reference to an article that is not in the part of the law that is at hand."""

    CODE: ClassVar[Code] = Code("RC786", "cited-article-not-at-hand")
    place: str
    words: str
    law: str
    missing: str
    file: str

    def ja(self) -> Words:
        return Words(
            f"{self.place}の引く{self.law}{self.missing}が、手元の写しにない",
            f"番号が正しければ、{self.file} にその条を加えるか、手に入らない条項として SOURCES.toml の absent に挙げてください",
        )

    def en(self) -> Words:
        return Words(
            f"{self.law}{self.missing}, which {self.place} refers to, is not in the text at hand",
            f"If the number is right, add the article to {self.file}, or list it under absent in SOURCES.toml.",
        )


class SourcesUnusable(Payload):
    """A setting of SOURCES.toml that is missing, unknown or of the wrong kind. `why` is a key of the words below."""

    CODE: ClassVar[Code] = Code("RC787", "law-sources-unusable")
    key: str
    why: str
    wanted: str = ""
    similar: str = detail(default="")

    def ja(self) -> Words:
        hint = f"「{self.similar}」のことではありませんか。" if self.similar else ""
        return Words(
            f"法令の写しの説明の「{self.key}」は{_WHY_JA[self.why].format(self.wanted)}",
            f"{hint}SOURCES.toml を直してください。使える項目は、docs/laws.md にあります",
        )

    def en(self) -> Words:
        hint = f"Did you mean 「{self.similar}」? " if self.similar else ""
        return Words(
            f"「{self.key}」 of the notes on the texts of laws {_WHY_EN[self.why].format(self.wanted)}",
            f"{hint}Correct SOURCES.toml. Its settings are in docs/laws.md.",
        )


_WHY_JA = {
    "missing": "書かれていない",
    "unknown": "使えない項目である",
    "kind": "{}でなければならない",
    "twice": "二度書かれている",
    "empty": "空である",
}
_WHY_EN = {
    "missing": "is missing",
    "unknown": "is no known setting",
    "kind": "has to be {}",
    "twice": "stands twice",
    "empty": "is empty",
}


class LawFileMissing(Payload):
    """A text that the outline names and that is not there."""

    CODE: ClassVar[Code] = Code("RC788", "law-file-missing")
    file: str
    near: str = detail(default="")

    def ja(self) -> Words:
        hint = f"「{self.near}」のことではありませんか。" if self.near else ""
        return Words(
            f"組立ての laws に挙げた「{self.file}」がない",
            f"{hint}outline.toml からの相対の場所で書いてください",
        )

    def en(self) -> Words:
        hint = f"Did you mean 「{self.near}」? " if self.near else ""
        return Words(
            f"「{self.file}」, named under laws in the outline, is not there",
            f"{hint}Write its place relative to outline.toml.",
        )


class LawTwice(Payload):
    """Two texts of one law among those that the outline names."""

    CODE: ClassVar[Code] = Code("RC789", "law-twice")
    law: str
    files: tuple[str, ...]

    def ja(self) -> Words:
        return Words(
            f"{self.law}の写しが{len(self.files)}つある（{'、'.join(self.files)}）",
            "どの時点の条文で確かめるかが決まらないので、一つだけ残してください",
        )

    def en(self) -> Words:
        return Words(
            f"there are {len(self.files)} texts of {self.law} ({', '.join(self.files)})",
            "It is open which one references are checked against: keep one of them.",
        )
