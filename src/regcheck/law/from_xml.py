"""法令標準XML → Law.

Owns: parsing without the network and without entities, the check against the schema, and the head of the document.
Refuses to know: where the bytes come from, what the sentences say.

A file that breaks the schema is told with its places and makes nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.law.schema import Breach, breaches
from regcheck.law.tree import Contents, Entry, Kind, Law, Main, Number, Title
from regcheck.law.words import NOTHING
from regcheck.law.xml_nodes import appendix, boolean, children, paragraph, supplement
from regcheck.law.xml_text import Marked
from regcheck.source.span import SourceText, Span

if TYPE_CHECKING:
    from lxml import etree

_TOLD = 20
"""Breaches that are told of one file; the rest follow from them as a rule."""


def from_xml(source: SourceText) -> Law | tuple[Diagnostic, ...]:
    """The law in a file, or why there is none. What a service wraps around a law is passed over."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    text = re.sub(r"^\ufeff?<\?xml.*?\?>", lambda found: " " * len(found[0]), source.text)
    try:
        root = etree.fromstring(text.encode(), parser)
    except etree.XMLSyntaxError as error:
        said = codes.law_files.NotXml(file=source.name, line=error.lineno or 1)
        return (_at_line(source, error.lineno or 1, said),)
    if root.getroottree().docinfo.doctype:
        return (_at_line(source, 1, codes.law_files.NotXml(file=source.name, line=1, why="doctype")),)
    law = root if root.tag == "Law" else next(root.iter("Law"), root)
    broken = tuple(_told(source, breach) for breach in breaches(law))[:_TOLD]
    return broken or _law(Marked(source, root), law)


def _at_line(source: SourceText, line: int, payload: Payload) -> Diagnostic:
    line = min(max(line, 1), len(source.line_starts))
    start = source.line_starts[line - 1]
    text = source.line(line)
    lead = len(text) - len(text.lstrip())
    span = Span(source.name, start + lead, max(start + len(text.rstrip()), start + lead))
    return Diagnostic(payload=payload, annotations=(Annotation(span=span),), anchor=source.name)


def _told(source: SourceText, breach: Breach) -> Diagnostic:
    payload = codes.law_files.BreaksSchema(
        path=breach.path, what=breach.what, name=breach.name, value=breach.value, wanted=breach.wanted
    )
    return _at_line(source, breach.line, payload)


def _law(here: Marked, root: etree._Element) -> Law:
    body = root.find("LawBody")
    assert body is not None
    title, contents, main = (body.find(tag) for tag in ("LawTitle", "TOC", "MainProvision"))
    assert main is not None
    preamble = body.find("Preamble")
    first = next(iter(body.iterchildren("*")))
    return Law(
        number=_number(here, root),
        title=None if title is None or not (len(title) or title.text) else _title(here, title),
        main=Main(children=children(here, main), extract=boolean(main, "Extract")),
        enactments=tuple(here.words(child) for child in body.findall("EnactStatement")),
        contents=None if contents is None else _contents(here, contents),
        contents_first=first is contents,
        preamble=()
        if preamble is None
        else tuple(paragraph(here, child) for child in preamble.iterchildren("*")),
        after=tuple(
            supplement(here, child) if child.tag == "SupplProvision" else appendix(here, child)
            for child in main.itersiblings("*")
        ),
        subject=body.get("Subject", ""),
        language=root.get("Lang", "ja"),
        file=here.source.name,
    )


def _number(here: Marked, root: etree._Element) -> Number:
    month, day = root.get("PromulgateMonth"), root.get("PromulgateDay")
    return Number(
        text=here.words(root.find("LawNum")).text,
        era=root.get("Era", ""),
        year=int(root.get("Year", "1")),
        num=int(root.get("Num", "1")),
        kind=Kind(root.get("LawType", "Misc")),
        promulgated=(int(month), int(day)) if month and day else None,
    )


def _title(here: Marked, element: etree._Element) -> Title:
    return Title(
        words=here.words(element),
        kana=element.get("Kana", ""),
        abbreviation=element.get("Abbrev", ""),
        abbreviation_kana=element.get("AbbrevKana", ""),
    )


def _contents(here: Marked, element: etree._Element) -> Contents:
    lists = [child for child in element.iterchildren("*") if len(child)]
    return Contents(
        entries=tuple(_entry(here, child) for child in lists),
        label=here.words(element.find("TOCLabel")),
        preamble=here.words(element.find("TOCPreambleLabel")),
        tables=tuple(here.words(child) for child in element.findall("TOCAppdxTableLabel")),
    )


_ENTRY_TITLES = ("Title", "SupplProvisionLabel")
_ENTRY_EXTENTS = ("ArticleRange", "ArticleCaption")


def _entry(here: Marked, element: etree._Element) -> Entry:
    kids = list(element.iterchildren("*"))
    titles = [child for child in kids if str(child.tag).endswith(_ENTRY_TITLES)]
    extents = [child for child in kids if child.tag in _ENTRY_EXTENTS]
    return Entry(
        tag=str(element.tag),
        title=here.words(titles[0]) if titles else NOTHING,
        num=element.get("Num", ""),
        extent=here.words(extents[0]) if extents else NOTHING,
        entries=tuple(_entry(here, child) for child in kids if str(child.tag).startswith("TOC")),
        deleted=boolean(element, "Delete") or False,
    )
