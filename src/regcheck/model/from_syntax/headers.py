"""What every item begins with: 条項, 出典, 施行, 失効, 備考.

Owns: ast.HeaderLines → Header, citations, the form of 条項.
Refuses to know: whether a cited law exists outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Broken, Place
from regcheck.model.from_syntax.items import NamedItem, noun_of
from regcheck.model.provisions import is_provision, normalise_provision
from regcheck.model.specification import Citation, Header
from regcheck.source.span import Span
from regcheck.syntax import ast


def header_of(context: Context, item: NamedItem) -> Header:
    """The header of an item; a fault in it is reported, but does not break the item."""
    return header_from(context, item.header, item.name.text, noun_of(item), item.span)


def header_from(context: Context, lines: ast.HeaderLines, name: str, keyword: Noun, span: Span) -> Header:
    """The header that some lines give to what has a name and a keyword."""
    place = Place(header=Header(name=name, keyword=keyword))
    effective, expires = lines.effective, lines.expires
    pending = [day.name for day in (effective, expires) if type(day) is ast.Pending]
    return Header(
        name=name,
        keyword=keyword,
        span=span,
        provision=_provisions(context, place, lines.provisions) if lines.provisions else (),
        provision_lines=lines.provision_lines,
        sources=citations(context, place, lines.sources) if lines.sources else (),
        effective=_day(effective),
        expires=_day(expires),
        amended_by="、".join(lines.amended_by),
        pending=placeholders(context, place, pending) if pending else (),
        remarks=lines.remarks,
    )


def horizon_of(
    context: Context, place: Place, written: tuple[ast.DateLiteral, ast.DateLiteral] | None
) -> tuple[date, date] | None:
    """検査期間, if there is one whose last day is not before its first."""
    if written is None:
        return None
    first, last = written
    if last.value >= first.value:
        return first.value, last.value
    payload = codes.time.ReversedHorizon(first=first.value, last=last.value)
    context.findings.report(place, payload, first.span.to(last.span))
    return None


def _day(written: ast.DateLiteral | ast.Pending | None) -> date | None:
    return written.value if type(written) is ast.DateLiteral else None


def _provisions(context: Context, place: Place, written: tuple[ast.CitationText, ...]) -> tuple[str, ...]:
    """条項 as texts; those of another law (委任) keep its name in front."""
    texts: list[str] = []
    for text, citation in zip(written, citations(context, place, written), strict=True):
        if text.free or not is_provision(citation.provision):
            shown = text.free or text.provision
            context.findings.report(
                place, codes.citation.MalformedProvision(text=shown), text.span, label=shown
            )
        else:
            texts.append(citation.source + citation.provision)
    return tuple(texts)


def citations(context: Context, place: Place, written: tuple[ast.CitationText, ...]) -> tuple[Citation, ...]:
    """出典 and 根拠, with the digits of provisions in kanji."""
    found: list[Citation] = []
    for text in written:
        pending = (ast.Name(text=text.pending, span=text.span),) if text.pending else ()
        named = "".join(placeholders(context, place, pending)) if pending else ""
        if text.free:
            found.append(Citation(source="", provision=text.free, pending=named, called=text.called))
            continue
        provision = normalise_provision(text.provision) if text.provision else ""
        found.append(Citation(source=text.source, provision=provision, pending=named, called=text.called))
    return tuple(found)


def placeholders(context: Context, place: Place, names: Iterable[ast.Name]) -> tuple[str, ...]:
    """The 未確定 that are declared; the others are reported and left out."""
    known: list[str] = []
    for name in names:
        try:
            known.append(context.placeholder(place, name))
        except Broken:
            continue
    return tuple(known)
