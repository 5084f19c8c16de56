"""Where the elements of an XML text stand, and the words in them.

Owns: the place of every element in the text it was parsed from, and mixed content as words with marks.
Refuses to know: what the elements are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from regcheck.law.words import NOTHING, Drawn, Mark, Words
from regcheck.source.span import SourceText, Span

if TYPE_CHECKING:
    from lxml import etree

_TAG = re.compile(
    r"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<!.*?>"
    r"|<(?P<end>/?)(?P<name>[^\s/>]+)(?:[^>\"']|\"[^\"]*\"|'[^']*')*?(?P<empty>/?)>",
    re.DOTALL,
)
_MARKS = {
    "Line": Drawn.LINE,
    "Ruby": Drawn.RUBY,
    "Sup": Drawn.SUPERSCRIPT,
    "Sub": Drawn.SUBSCRIPT,
}
BLANK = " \t\r\n"
"""What stands around words for the sake of the layout of the file; an ideographic space is part of the words."""


class Marked:
    """An XML document with the place of each of its elements in the text."""

    def __init__(self, source: SourceText, root: etree._Element) -> None:
        self.source = source
        elements = root.iter("*")
        self._bounds: Mapping[etree._Element, tuple[int, int, int]] = dict(
            zip(elements, _bounds(source.text), strict=True)
        )

    def span(self, element: etree._Element) -> Span:
        """The element with its tags."""
        start, _, end = self._bounds[element]
        return Span(self.source.name, start, end)

    def words(self, element: etree._Element | None) -> Words:
        """The content of an element that holds words; NOTHING for an element that is not there."""
        if element is None:
            return NOTHING
        pieces = list(_pieces(element, 0))
        text = "".join(text for text, _ in pieces)
        lead = len(text) - len(text.lstrip(BLANK))
        stripped = text.strip(BLANK)
        marks = tuple(_moved(mark, lead, len(stripped)) for _, marks in pieces for mark in marks)
        return Words(stripped, marks, self._literal(element, stripped))

    def _literal(self, element: etree._Element, text: str) -> Span:
        """The signs themselves where the file has just them, otherwise the element."""
        start, inside, end = self._bounds[element]
        at = self.source.text.find(text, inside, end) if text else -1
        if at < 0 or self.source.text[inside:at].strip(BLANK):
            return Span(self.source.name, start, end)
        return Span(self.source.name, at, at + len(text))


def _bounds(text: str) -> list[tuple[int, int, int]]:
    """(start of the start tag, end of it, end of the end tag) of every element, in the order of start tags."""
    found: list[tuple[int, int, int]] = []
    opened: list[int] = []
    for tag in _TAG.finditer(text):
        if tag["name"] is None:
            continue
        if tag["end"]:
            at = opened.pop()
            found[at] = (*found[at][:2], tag.end())
            continue
        found.append((tag.start(), tag.end(), tag.end()))
        if not tag["empty"]:
            opened.append(len(found) - 1)
    return found


def _moved(mark: Mark, lead: int, length: int) -> Mark:
    start, end = (min(max(edge - lead, 0), length) for edge in (mark.start, mark.end))
    return Mark(start, end, mark.drawn, mark.value)


def _pieces(element: etree._Element, at: int) -> Iterator[tuple[str, tuple[Mark, ...]]]:
    """Texts in order, each with the marks that begin with it (outer first); `at` is where the content begins."""
    yield element.text or "", ()
    at += len(element.text or "")
    for child in element:
        text, marks = _drawn(child, at) if isinstance(child.tag, str) else ("", ())  # else a comment
        yield text + (child.tail or ""), marks
        at += len(text) + len(child.tail or "")


def _drawn(child: etree._Element, at: int) -> tuple[str, tuple[Mark, ...]]:
    drawn = _MARKS.get(child.tag)
    if drawn is None or (drawn is Drawn.RUBY and not _is_simple_ruby(child)):
        text = "".join(child.itertext())
        return text, (Mark(at, at + len(text), Drawn.OTHER, raw(child)),)
    if drawn is Drawn.RUBY:
        text = child.text or ""
        return text, (Mark(at, at + len(text), drawn, child[0].text or ""),)
    inner = list(_pieces(child, at))
    text = "".join(piece for piece, _ in inner)
    value = child.get("Style", "solid") if drawn is Drawn.LINE else ""
    own = Mark(at, at + len(text), drawn, value)
    return text, (own, *(mark for _, marks in inner for mark in marks))


def _is_simple_ruby(ruby: etree._Element) -> bool:
    return len(ruby) == 1 and not (ruby[0].tail or "").strip(BLANK)


def raw(element: etree._Element) -> str:
    """The XML of an element, without what follows it."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def from_markup(written: Words) -> Words:
    """Words with elements written into them (「次の<Line>各号</Line>」), < as &lt;; what is no markup stays as it is."""
    text = written.text
    if "<" not in text:
        return Words(_ESCAPED.sub(_sign, text), (), written.span) if "&" in text else written
    from lxml import etree

    try:
        element = etree.fromstring(f"<x>{_AMPERSAND.sub('&amp;', text)}</x>")
    except etree.XMLSyntaxError:
        return written
    pieces = list(_pieces(element, 0))
    marks = tuple(mark for _, found in pieces for mark in found)
    return Words("".join(piece for piece, _ in pieces), marks, written.span)


_ESCAPED = re.compile("&(lt|amp);")
_AMPERSAND = re.compile("&(?!lt;|amp;)")


def _sign(found: re.Match[str]) -> str:
    return "<" if found[1] == "lt" else "&"
