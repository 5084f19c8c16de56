"""Elements of XML as lines, and words with their marks in them.

Owns: what an element, its attributes and its words look like, one element a line, the words left alone.
Refuses to know: which elements there are.
"""

from __future__ import annotations

from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from regcheck.law.tree import Attributes
from regcheck.law.words import Drawn, Mark, Words

Lines = list[str]
_INDENT = "  "


def element(tag: str, attributes: str, inside: Lines) -> Lines:
    """An element around lines, each a step further in."""
    if not inside:
        return [f"<{tag}{attributes}/>"]
    return [f"<{tag}{attributes}>", *(_INDENT + line for line in inside), f"</{tag}>"]


def given(attributes: Attributes = (), /, **named: str) -> str:
    """Attributes that are not empty, in a fixed order."""
    pairs = [*named.items(), *attributes]
    return "".join(f" {name}={quoteattr(value)}" for name, value in pairs if value)


def said(value: bool | None) -> str:
    """true, false, or nothing for an attribute that is not there."""
    return "" if value is None else str(value).lower()


def true(value: bool) -> str:
    """An attribute that is written only if it is true."""
    return "true" if value else ""


def words_in(tag: str, words: Words, attributes: str = "") -> Lines:
    """An element that holds words, empty if there are none."""
    inside = marked(words)
    return [f"<{tag}{attributes}>{inside}</{tag}>"] if inside else [f"<{tag}{attributes}/>"]


def optional(tag: str, words: Words, attributes: str = "") -> Lines:
    """The same, and nothing at all if there are none."""
    return words_in(tag, words, attributes) if words.text else []


def marked(words: Words) -> str:
    """The words with their marks as elements, escaped."""
    return _between(words.text, list(words.marks), 0, len(words.text))


def _between(text: str, marks: list[Mark], start: int, end: int) -> str:
    """text[start:end] with the marks that are left; outer marks come before what they hold."""
    out, at = "", start
    while marks and marks[0].end <= end and marks[0].start >= at:
        mark = marks.pop(0)
        out += escape(text[at : mark.start]) + _mark(text, mark, marks)
        at = mark.end
    return out + escape(text[at:end])


def _mark(text: str, mark: Mark, marks: list[Mark]) -> str:
    inside = text[mark.start : mark.end]
    match mark.drawn:
        case Drawn.OTHER:
            return mark.value
        case Drawn.RUBY:
            return f"<Ruby>{escape(inside)}<Rt>{escape(mark.value)}</Rt></Ruby>"
        case Drawn.LINE:
            within = _between(text, marks, mark.start, mark.end)
            return f"<Line{given(Style=mark.value)}>{within}</Line>"
        case Drawn.SUPERSCRIPT | Drawn.SUBSCRIPT:
            return f"<{mark.drawn.value}>{escape(inside)}</{mark.drawn.value}>"
        case _:
            assert_never(mark.drawn)
