"""Bytes to text: UTF-8, with or without a byte order mark.

Owns: which bytes are a text of the language, and recognising what else they may be.
Refuses to know: where the bytes come from. Line ends stay as they are.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.source.span import SourceText, Span

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ISO_2022_JP = b"\x1b$B"


def decode(name: str, content: bytes) -> SourceText | Diagnostic:
    """The text of a file, or why it has none."""
    if content.startswith(_UTF16_MARKS):
        return _diagnostic(codes.encoding.Utf16(file=name), name)
    try:
        text = content.removeprefix(_UTF8_MARK).decode("utf-8")
    except UnicodeDecodeError as error:
        return _diagnostic(_foreign(name, content, error.start), name)
    if "\0" in text:
        return _diagnostic(_with_nul(name, text), name)
    if _ISO_2022_JP in content:
        return _diagnostic(
            codes.encoding.NotUtf8(file=name, line=content[: content.index(_ISO_2022_JP)].count(b"\n") + 1),
            name,
        )
    return SourceText(name, text)


def _foreign(name: str, content: bytes, start: int) -> Payload:
    """What bytes that are not UTF-8 are: Shift_JIS if they read as Japanese in it."""
    try:
        text = content.decode("cp932")
    except UnicodeDecodeError:
        return codes.encoding.NotUtf8(file=name, line=content[:start].count(b"\n") + 1)
    if "\0" not in text and _is_japanese(text):
        return codes.encoding.ShiftJis(file=name)
    return codes.encoding.NotUtf8(file=name, line=content[:start].count(b"\n") + 1)


def _is_japanese(text: str) -> bool:
    """Kana and kanji, and not mostly half-width katakana (which is what EUC-JP looks like in Shift_JIS)."""
    wide = sum("\u3000" <= c <= "\u9fff" or "！" <= c <= "～" for c in text)
    half = sum("\uff61" <= c <= "\uff9f" for c in text)
    return wide > half


def _with_nul(name: str, text: str) -> Payload:
    """UTF-16 without a mark has a NUL at every other place of its ASCII signs."""
    if text.count("\0") * 4 > len(text):
        return codes.encoding.Utf16(file=name)
    return codes.encoding.NulByte(file=name, line=text[: text.index("\0")].count("\n") + 1)


def _diagnostic(payload: Payload, name: str) -> Diagnostic:
    return Diagnostic(payload=payload, annotations=(Annotation(span=Span(name, 0, 0)),), anchor=name)
