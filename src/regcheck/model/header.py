"""What every item of the language may carry.

Owns: citations and the header of an item.
Refuses to know: the items.
"""

from __future__ import annotations

from datetime import date

from regcheck.frozen import Frozen, detail
from regcheck.source.span import NOWHERE, Span


class Citation(Frozen):
    """A provision as written: 「法」第五十条第一項. `source` is "" for this instrument, else the name in 「」
    (or the bare name before 第). `provision` is 第五十条第一項 with digits in kanji; `pending` names the
    未確定 placeholder it hangs on, or ""."""

    source: str
    provision: str
    pending: str = ""
    called: str = ""
    """（包括信用購入あっせん業）: what the provision is meant to be, where the text says it."""


class Header(Frozen):
    """What every item may carry: 条項, 出典, 施行, 失効, 備考."""

    name: str
    keyword: str = ""
    """The word that heads the item: 指定基準, 対象, 区分表 …"""
    span: Span = detail(default=NOWHERE)
    provision: tuple[str, ...] = ()
    """条項: where it stands in this instrument (第二条第一号); usually one."""
    provision_lines: tuple[Span, ...] = detail(default=())
    """Where that is written, behind the word 条項, line by line."""
    sources: tuple[Citation, ...] = ()
    """出典, free text sources have provision = the text and source = ""."""
    effective: date | None = None
    expires: date | None = None
    """失効: the first day on which the item no longer holds."""
    amended_by: str = ""
    """改正: the law that made this version; versions are keyed by it, since several can bear one day."""
    pending: tuple[str, ...] = ()
    """未確定 names that stand for the day of 施行 or 失効; that day is then None."""
    remarks: tuple[str, ...] = ()
