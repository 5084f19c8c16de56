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
    files: tuple[str, ...] = detail(default=())
    """The documents that are not made for it, where they have names."""

    def ja(self) -> Words:
        more = f"など{len(self.files)}個" if len(self.files) > 1 else ""
        what = f"PDF（「{self.files[0]}」{more}）" if self.files else "PDF"
        return Words(
            f"{what}を作るための追加の部品が入っていない",
            "pip install 'regcheck[documents]' を実行するか、PDF以外の形式で出してください"
            "（regcheck.toml の generate.formats から pdf を除く）",
        )

    def en(self) -> Words:
        more = f" and {len(self.files) - 1} more" if len(self.files) > 1 else ""
        what = f"a PDF (「{self.files[0]}」{more})" if self.files else "a PDF"
        return Words(
            f"the optional parts that make {what} are not installed",
            "Run pip install 'regcheck[documents]', or choose a format other than PDF"
            " (leave pdf out of generate.formats in regcheck.toml).",
        )
