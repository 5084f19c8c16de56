"""Laws for tests, written in Lawtext."""

from __future__ import annotations

from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.from_xml import from_xml
from regcheck.law.law_names import Library
from regcheck.law.lints import lint
from regcheck.law.references import Follower, Reference
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

HEAD = "試験に関する省令\n（令和八年厚生労働省令第三号）\n\n"


def law(body: str, head: str = HEAD, file: str = "試験.law.txt") -> Law:
    """The law with these provisions."""
    found = from_lawtext(SourceText(file, head + body.strip("\n") + "\n"))
    assert isinstance(found, Law), found
    return found


def xml(text: str) -> Law:
    """The law in an XML text."""
    found = from_xml(SourceText("試験.xml", text))
    assert isinstance(found, Law), found
    return found


def references(body: str, *others: Law) -> list[Reference]:
    """The references of a law, followed into itself and into others."""
    return list(Follower(law(body), Library.of(others)).references())


def told(body: str, *others: Law, siblings: tuple[Law, ...] = ()) -> list[tuple[str, str]]:
    """(code, the words that are pointed at) of every finding."""
    text = HEAD + body.strip("\n") + "\n"
    found = lint(law(body), Library.of(others), siblings)
    return [(d.code.id, text[d.place.start : d.place.end]) for d in found if d.place]


def codes(body: str, *others: Law, siblings: tuple[Law, ...] = ()) -> set[str]:
    """The codes of the findings."""
    return {code for code, _ in told(body, *others, siblings=siblings)}
