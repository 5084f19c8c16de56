"""RC880–RC889: why documents are not written.

Owns: the words for names that no document has, for files that somebody has changed, for places that hold no documents.
Refuses to know: file systems, which documents there are.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words

_TOLD = 5


class ChangedByHand(Payload):
    """Documents in the output folder that are not as they were written, and would be lost."""

    CODE: ClassVar[Code] = Code("RC880", "changed-by-hand")
    folder: str
    files: tuple[str, ...]

    def ja(self) -> Words:
        told = "、".join(f"「{file}」" for file in self.files[:_TOLD])
        more = f"など{len(self.files)}個" if len(self.files) > _TOLD else ""
        return Words(
            f"出力先「{self.folder}」の{told}{more}は、作られた後に手で直されている",
            "失われるのを防ぐため何も書き込みませんでした。直したい点を仕様に移すか、捨ててよければ --force を付けてください",
        )

    def en(self) -> Words:
        told = ", ".join(f"「{file}」" for file in self.files[:_TOLD])
        more = f" and {len(self.files) - _TOLD} more" if len(self.files) > _TOLD else ""
        return Words(
            f"in the output folder 「{self.folder}」, {told}{more} were changed by hand after they were made",
            "Nothing was written, so that the changes are not lost. Bring them into the specification, or discard them "
            "with --force.",
        )


class UnknownDocument(Payload):
    """--only with a name that no document has."""

    CODE: ClassVar[Code] = Code("RC881", "unknown-document")
    name: str
    known: tuple[str, ...]
    near: str = ""

    def ja(self) -> Words:
        meant = f"「{self.near}」ではありませんか。" if self.near else ""
        return Words(
            f"「{self.name}」という文書は作られない", f"{meant}作られるのは {'、'.join(self.known)} です"
        )

    def en(self) -> Words:
        meant = f"Did you mean 「{self.near}」? " if self.near else ""
        return Words(f"there is no document 「{self.name}」", f"{meant}There are {', '.join(self.known)}.")


class UnknownInstrument(Payload):
    """generate.instruments without any 法令 that this specification writes."""

    CODE: ClassVar[Code] = Code("RC882", "unknown-instrument")
    names: tuple[str, ...]
    known: tuple[str, ...]

    def ja(self) -> Words:
        wanted = "、".join(f"「{name}」" for name in self.names)
        return Words(
            f"設定「generate.instruments」の{wanted}は、この仕様から作る法令にない",
            f"この仕様から作るのは {'、'.join(self.known)} です",
        )

    def en(self) -> Words:
        wanted = ", ".join(f"「{name}」" for name in self.names)
        return Words(
            f"{wanted} in 「generate.instruments」 is no instrument that this specification writes",
            f"It writes {', '.join(self.known)}.",
        )


class NoFolder(Payload):
    """A file that stands where the folder of the documents should be."""

    CODE: ClassVar[Code] = Code("RC883", "no-folder")
    path: str

    def ja(self) -> Words:
        return Words(
            f"出力先「{self.path}」はフォルダではない",
            "何も書き込みませんでした。ファイルを移すか、--out で別のフォルダを指定してください",
        )

    def en(self) -> Words:
        return Words(
            f"the output folder 「{self.path}」 is a file",
            "Nothing was written. Move the file, or name another folder with --out.",
        )
