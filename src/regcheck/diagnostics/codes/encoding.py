"""Codes RC001-RC005: files whose bytes are not a text of the language.

Owns: what is said about character encodings and signs that no text has.
Refuses to know: how a file is read.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words


class ShiftJis(Payload):
    """The file is written in Shift_JIS."""

    CODE: ClassVar[Code] = Code("RC001", "shift-jis")
    file: str

    def _command(self) -> str:
        return f"iconv -f CP932 -t UTF-8 '{self.file}' > '{self.file}.utf8'"

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」はShift_JISで書かれています",
            f"UTF-8で保存し直してください。変換する命令は次のとおりです（元のファイルはそのまま残ります）: {self._command()}",
        )

    def en(self) -> Words:
        return Words(
            f"'{self.file}' is written in Shift_JIS",
            f"Save it as UTF-8. This command converts it and leaves the original as it is: {self._command()}",
        )


class Utf16(Payload):
    """The file is written in UTF-16 (「Unicode」 in the Windows notepad)."""

    CODE: ClassVar[Code] = Code("RC002", "utf-16")
    file: str

    def _command(self) -> str:
        return f"iconv -f UTF-16 -t UTF-8 '{self.file}' > '{self.file}.utf8'"

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」はUTF-16で書かれています",
            f"UTF-8で保存し直してください。変換する命令は次のとおりです（元のファイルはそのまま残ります）: {self._command()}",
        )

    def en(self) -> Words:
        return Words(
            f"'{self.file}' is written in UTF-16",
            f"Save it as UTF-8. This command converts it and leaves the original as it is: {self._command()}",
        )


class NotUtf8(Payload):
    """The bytes are neither UTF-8 nor an encoding that could be recognised."""

    CODE: ClassVar[Code] = Code("RC003", "not-utf-8")
    file: str
    line: int

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」の{self.line}行目にUTF-8として読めない文字があります",
            "文書ソフトのファイルではないか確かめ、文字コードにUTF-8を選んで保存し直してください",
        )

    def en(self) -> Words:
        return Words(
            f"'{self.file}' has bytes on line {self.line} that are not UTF-8",
            "Check that it is a plain text file and save it again with UTF-8 as its encoding",
        )


class NulByte(Payload):
    """A NUL byte: the file is no text, or it was cut off while it was written."""

    CODE: ClassVar[Code] = Code("RC004", "nul-byte")
    file: str
    line: int

    def ja(self) -> Words:
        return Words(
            f"「{self.file}」の{self.line}行目に文字でない値（NUL）が含まれています",
            "壊れたファイルか、文書ソフトのファイルです。控えから戻すか、テキスト（UTF-8）で保存し直してください",
        )

    def en(self) -> Words:
        return Words(
            f"'{self.file}' holds a NUL byte on line {self.line}",
            "The file is damaged or is not plain text. Restore it, or save it again as text in UTF-8",
        )
