"""RC855–RC859: why an instrument is not printed.

Owns: the words for signs that a font does not have, for forms that cannot be filled in, for a missing package.
Refuses to know: formats, fonts.
"""

from __future__ import annotations

from typing import ClassVar

from regcheck.diagnostics.diagnostic import Code, Payload, Words
from regcheck.frozen import detail

_TOLD = 5


class SignWithoutShape(Payload):
    """Signs that the font of the PDF does not have. `signs` are (sign, code point, place)."""

    CODE: ClassVar[Code] = Code("RC855", "sign-without-shape")
    signs: tuple[tuple[str, str, str], ...]
    font: str = detail(default="")

    def ja(self) -> Words:
        told = "、".join(f"{place}の「{sign}」（{code}）" for sign, code, place in self.signs[:_TOLD])
        more = f"など{len(self.signs)}字" if len(self.signs) > _TOLD else ""
        return Words(
            f"{told}{more}は、PDFの書体「{self.font}」にない",
            "同じ意味の別の字に改めるか、PDF以外の形式で出してください",
        )

    def en(self) -> Words:
        told = ", ".join(f"「{sign}」 ({code}) in {place}" for sign, code, place in self.signs[:_TOLD])
        more = f" and {len(self.signs) - _TOLD} more" if len(self.signs) > _TOLD else ""
        return Words(
            f"the font of the PDF, {self.font}, has no shape for {told}{more}",
            "Write another sign, or choose a format other than PDF.",
        )


class RepeatedField(Payload):
    """A form that asks for one thing twice under the same label."""

    CODE: ClassVar[Code] = Code("RC856", "repeated-field")
    form: str
    field: str
    group: str = detail(default="")

    def ja(self) -> Words:
        where = f"「{self.group}」の" if self.group else ""
        return Words(
            f"様式「{self.form}」の{where}欄「{self.field}」が二つある",
            "一方を除くか、名前を変えてください",
        )

    def en(self) -> Words:
        where = f" of 「{self.group}」" if self.group else ""
        return Words(
            f"the form 「{self.form}」 has two fields{where} called 「{self.field}」",
            "Remove one of them, or give it another name.",
        )


class PdfSupportMissing(Payload):
    """A PDF is wanted, and the optional packages that make it are not installed."""

    CODE: ClassVar[Code] = Code("RC857", "pdf-support-missing")

    def ja(self) -> Words:
        return Words(
            "PDFを作るための追加の部品が入っていない",
            "pip install 'regcheck[documents]' を実行するか、PDF以外の形式で出してください",
        )

    def en(self) -> Words:
        return Words(
            "the optional parts that make a PDF are not installed",
            "Run pip install 'regcheck[documents]', or choose a format other than PDF.",
        )
