"""What sections are made of: the report, its facts, its words, its ledger.

Owns: the parameters of every section, places in source texts, the order of provisions.
Refuses to know: what a section shows, formats.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from regcheck.analysis.report import Report
from regcheck.documents.drawn import Drawn
from regcheck.documents.model import Link
from regcheck.documents.printed import Printed
from regcheck.documents.verdicts import Ledger
from regcheck.frozen import Frozen
from regcheck.model.specification import Citation, Header, Specification
from regcheck.registry.table import BoundTable
from regcheck.source.numerals import from_kanji
from regcheck.source.span import Span


class Material(Frozen):
    """Everything a section may look at."""

    report: Report
    facts: Mapping[str, BoundTable]
    printed: Printed
    ledger: Ledger
    timelines: tuple[Drawn, ...] = ()
    texts: tuple[str, ...] = ()
    """The files of the outline of an ordinance, in the order in which they are printed."""

    @property
    def spec(self) -> Specification:
        return self.report.specification

    def line_of(self, span: Span) -> int:
        """The 1-based line of the start of a span; 0 if its text is not at hand."""
        source = self.report.sources.get(span.file)
        return source.line_of(span.start) if source else 0

    def source_link(self, span: Span) -> Link:
        """criteria.regspec 57行, leading to the line in the printed specification."""
        line = self.line_of(span)
        if not line:
            return Link(text="")
        return Link(text=f"{PurePosixPath(span.file).name} {line}行", target=line_anchor(span.file, line))

    def words_of(self, span: Span) -> tuple[str, ...]:
        """The lines of the source text that a span covers."""
        source = self.report.sources.get(span.file)
        if source is None:
            return ()
        last = source.line_of(max(span.start, span.end - 1))
        return tuple(source.line(n) for n in range(source.line_of(span.start), last + 1))


def line_anchor(file: str, line: int) -> str:
    """The anchor of a line of the printed specification."""
    return f"spec-{_safe(file)}-{line}"


def item_anchor(header: Header) -> str:
    """The anchor of an item."""
    return f"{_safe(header.keyword)}-{_safe(header.name)}"


def _safe(text: str) -> str:
    return re.sub(r"[^\w]+", "-", text).strip("-")


def citation_words(citation: Citation) -> str:
    """法第五十条第一項, the name of a material as written; what is 未確定 in brackets."""
    known = f"{citation.source}{citation.provision}"
    if not citation.pending:
        return known
    pending = f"未確定「{citation.pending}」"
    return f"{known}（{pending}）" if known else pending


def place_words(header: Header) -> str:
    """第二条第一項; nothing for an item that does not say where it stands."""
    return "、".join(header.provision)


_NUMBER = re.compile(
    "第([一二三四五六七八九十百千]+)|の([一二三四五六七八九十百千]+)|([イロハニホヘトチリヌルヲ])"
)


def place_order(header: Header) -> tuple[object, ...]:
    """Sorts items as an instrument has them: 本則, 附則, 別表, then those without a place."""
    if not header.provision:
        return (9,)
    place = header.provision[0]
    part = 1 if place.startswith("附則") else 2 if place.startswith("別表") else 0
    return (part, tuple(_rank(m) for m in _NUMBER.finditer(place)))


def _rank(found: re.Match[str]) -> int:
    if found[3]:
        return "イロハニホヘトチリヌルヲ".index(found[3]) + 1
    return from_kanji(found[1] or found[2]) or 0
