"""The lines of a Lawtext below its head, each with its rank; and what stands in a cell, which are such lines too.

Owns: headings, captions, provisions by their indent, 別表 and 様式; a line that has no place is told, never passed over.
Refuses to know: how lines nest (outline.py), tables and forms (lawtext_blocks.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Mutable
from regcheck.law.labels import article_num, item_num
from regcheck.law.lawtext_blocks import list_items, read_block, remarks_at, starts_block
from regcheck.law.lawtext_lines import (
    ANONYMOUS,
    ARTICLE,
    CAPTION,
    DIVISION,
    ITEM,
    PARAGRAPH,
    REMARKS,
    SUPPLEMENT,
    Text,
    lead_of,
)
from regcheck.law.outline import (
    SIGNS,
    Branch,
    Line,
    Rank,
    block_of,
    children_of,
    has_place,
    nested,
    split_columns,
)
from regcheck.law.sentences import cut
from regcheck.law.tree import Annex, CellContent, Sentence
from regcheck.law.words import NOTHING, Drawn, Words
from regcheck.law.xml_text import from_markup
from regcheck.source.span import shown

_APPENDIX = re.compile(
    r"(?:# |:appdx-(?P<kind>table|style|note|format|fig):)(?P<title>.*?)"
    r"(?P<related>（(?:[^（）]|（[^（）]*）)*関係）)?\s*"
)
_ANNEXES = (("別表", Annex.TABLE), ("様式", Annex.STYLE), ("別記", Annex.STYLE), ("別図", Annex.FIGURE))
_KINDS = {
    "table": Annex.TABLE,
    "style": Annex.STYLE,
    "note": Annex.NOTE,
    "format": Annex.FORMAT,
    "fig": Annex.FIGURE,
}


class _Reading(Mutable):
    text: Text
    lines: list[Line]
    problems: list[Diagnostic]
    caption: Words = NOTHING
    is_cell: bool = False


def begins_body(line: str) -> bool:
    """Whether a line cannot stand in the head of a law."""
    kinds = (DIVISION, SUPPLEMENT, CAPTION, ARTICLE, PARAGRAPH, _APPENDIX)
    said = from_markup(Words(line)).text
    return any(kind.fullmatch(said) for kind in kinds)


def read_body(text: Text, at: int, before: Words = NOTHING) -> tuple[list[Line], list[Diagnostic]]:
    """The lines from one on, and what is wrong with them; `before` is a 項 that stands above them."""
    first = [Line(rank=Rank.PARAGRAPH, body=before, span=before.span)] if before.text else []
    reading = _Reading(text, first, [])
    while at <= text.last:
        at = _read(reading, at)
    _nothing_open(reading)
    return reading.lines, reading.problems


def _nothing_open(reading: _Reading) -> None:
    """A caption has a provision below it."""
    if reading.caption.text:
        _stray(reading, reading.caption)
    reading.caption = NOTHING


def _stray(reading: _Reading, words: Words, why: str = "stray") -> None:
    told = codes.law_files.StrangeLine(text=shown(words.text), why=why)
    anchor = str(reading.text.source.line_of(words.span.start))
    reading.problems.append(
        Diagnostic(payload=told, annotations=(Annotation(span=words.span),), anchor=anchor)
    )


def _read(reading: _Reading, at: int) -> int:
    """Read a line (or a block of them); the number of the next one."""
    text = reading.text.line(at)
    if not text.strip():
        return at + 1
    if starts_block(text):
        after = _block(reading, at)
        if after is not None:
            return after
    elif _provision(reading, at, text) or _goes_on(reading, at, text):
        return at + 1
    _stray(reading, reading.text.words(at, lead_of(text)))
    return at + 1


def _block(reading: _Reading, at: int) -> int | None:
    _nothing_open(reading)
    is_own = reading.is_cell and all(line.rank == Rank.BLOCK for line in reading.lines)
    if not (is_own or REMARKS.fullmatch(reading.text.line(at)) or has_place(reading.lines, Rank.BLOCK)):
        return None
    return read_block(reading.text, at, reading.lines, lambda below: _content(below, reading.problems))


def _provision(reading: _Reading, at: int, text: str) -> bool:
    """By the line as it is written, or, where a label or caption has marks, by its words."""
    written = Words(text, (), reading.text.words(at, 0).span)
    if any(_made(reading, written, at)):
        return True
    said = from_markup(reading.text.words(at, 0)) if "<" in text else written
    label = said.text.lstrip(" ").partition("　")[0]
    end = len(said.text) - len(said.text.lstrip(" ")) + len(label)
    is_drawn = all(mark.drawn is not Drawn.OTHER for mark in said.marks if mark.start <= end)
    return said is not written and bool(said.marks) and is_drawn and any(_made(reading, said, at))


def _made(reading: _Reading, said: Words, at: int) -> Iterator[bool]:
    for pattern, make in _LINES:
        if found := pattern.fullmatch(said.text):
            yield make(reading, _Groups(reading.text, said, at, found))


class _Groups:
    """The groups of a line, as words."""

    def __init__(self, text: Text, said: Words, at: int, found: re.Match[str]) -> None:
        self.text, self.said, self.at, self.found = text, said, at, found

    def __getitem__(self, group: str) -> Words:
        if not self.found[group]:
            return NOTHING
        start, end = self.found.span(group)
        if self.said.marks:
            return cut(self.said, start, end)
        return from_markup(self.text.words(self.at, start, end))


def _put(reading: _Reading, line: Line) -> bool:
    if reading.is_cell and line.rank <= Rank.APPENDIX:
        return False
    if not line.caption.text:
        _nothing_open(reading)
    reading.lines.append(line)
    reading.caption = NOTHING
    return True


def _division(reading: _Reading, found: _Groups) -> bool:
    title = found["title"]
    rank = SIGNS[found["sign"].text]
    return has_place(reading.lines, rank) and _put(reading, Line(rank=rank, label=title, span=title.span))


def _supplement(reading: _Reading, found: _Groups) -> bool:
    label, by, extract = found["label"], found["by"], "抄" if found["extract"].text else ""
    return _put(reading, Line(rank=Rank.SUPPLEMENT, label=label, body=by, source=extract, span=label.span))


def _caption(reading: _Reading, found: _Groups) -> bool:
    _nothing_open(reading)
    reading.caption = found["caption"]
    return True


def _article(reading: _Reading, found: _Groups) -> bool:
    title, body = found["title"], found["body"]
    if not article_num(title.text) or not has_place(reading.lines, Rank.ARTICLE):
        return False
    span = title.span.to(body.span) if body.text else title.span
    return _put(reading, Line(rank=Rank.ARTICLE, label=title, body=body, caption=reading.caption, span=span))


def _paragraph(reading: _Reading, found: _Groups) -> bool:
    if not has_place(reading.lines, Rank.PARAGRAPH):
        return False
    label, body = found["label"], found["body"]
    span = label.span.to(body.span) if body.text else label.span
    return _put(
        reading, Line(rank=Rank.PARAGRAPH, label=label, body=body, caption=reading.caption, span=span)
    )


def _item(reading: _Reading, found: _Groups) -> bool:
    label, body = found["label"], found["body"]
    level = len(found.found["indent"]) // 2 - 1
    if level >= len(ANONYMOUS) or (label.text and not item_num(label.text, level)):
        return False
    if not has_place(reading.lines, Rank.ITEM + level):
        _stray(reading, found.text.words(found.at, found.found.end("indent")), "deep")
        return True
    halves = split_columns(body)
    columns = halves if len(halves) > 1 else ()
    span = label.span.to(body.span) if label.text and body.text else (label if label.text else body).span
    return _put(reading, Line(rank=Rank.ITEM + level, label=label, body=body, columns=columns, span=span))


def _appendix(reading: _Reading, found: _Groups) -> bool:
    named = next((annex for word, annex in _ANNEXES if found["title"].text.startswith(word)), None)
    annex = _KINDS[found["kind"].text] if found["kind"].text else named
    if annex is None:
        return False
    title, related = found["title"], found["related"]
    return _put(reading, Line(rank=Rank.APPENDIX, label=title, body=related, annex=annex, span=title.span))


_LINES: tuple[tuple[re.Pattern[str], Callable[[_Reading, _Groups], bool]], ...] = (
    (DIVISION, _division),
    (SUPPLEMENT, _supplement),
    (CAPTION, _caption),
    (ARTICLE, _article),
    (PARAGRAPH, _paragraph),
    (ITEM, _item),
    (_APPENDIX, _appendix),
)


def _goes_on(reading: _Reading, at: int, text: str) -> bool:
    """A 項 without a label: the only one of a 附則, or of a law that has no 条."""
    if text.startswith(" ") or not _may_go_on(reading.lines):
        return False
    body = from_markup(reading.text.words(at, 0))
    return _put(reading, Line(rank=Rank.PARAGRAPH, body=body, caption=reading.caption, span=body.span))


def _may_go_on(lines: list[Line]) -> bool:
    """Not behind the words of a 条, where it could be a line that was broken."""
    if not has_place(lines, Rank.PARAGRAPH) or not lines or lines[-1].rank == Rank.PARAGRAPH:
        return has_place(lines, Rank.PARAGRAPH)
    above = next((line.rank for line in reversed(lines) if line.rank < Rank.PARAGRAPH), None)
    return above != Rank.ARTICLE


# ------------------------------------------------------------ cells

Read = tuple[list[CellContent], int]
"""What was read, and the number of the next line."""


def _content(text: Text, problems: list[Diagnostic]) -> tuple[CellContent, ...]:
    """What stands in a cell, in its order: sentences (- ), items, 備考, and lines as those of a body."""
    found: list[CellContent] = []
    inner = _Reading(text, [], problems, is_cell=True)
    at = text.first
    while (at := text.after_blank(at)) <= text.last:
        own, after = _own(text, at, len(found))
        if own or (starts_block(text.line(at)) and not lead_of(text.line(at))):
            found += _closed(inner)
        found += own
        at = after if own else _read(inner, at)
    return (*found, *_closed(inner))


def _own(text: Text, at: int, before: int) -> Read:
    """What only a cell has at the beginning of a line; nothing if the line is one of a body."""
    line = text.line(at)
    said = from_markup(text.words(at, 0))
    if lead_of(line) or ARTICLE.fullmatch(said.text) or PARAGRAPH.fullmatch(said.text):
        return [], at
    if line.startswith("- "):
        return [Sentence(words=from_markup(text.words(at, 2)))], at + 1
    if found := REMARKS.fullmatch(line):
        remarks = remarks_at(text, at, found)
        return ([remarks[0]], remarks[1]) if remarks else ([], at)
    if found := DIVISION.fullmatch(_HEADING + said.text):
        heading = Line(rank=SIGNS[found["sign"]], label=said, span=said.span)
        return list(children_of([Branch(line=heading)])), at + 1
    items, after = list_items(text, at, -1, 0, before)
    return list(items), after


def _closed(inner: _Reading) -> list[CellContent]:
    """The provisions and tables that have been read; nothing is left to be continued."""
    _nothing_open(inner)
    found: list[CellContent] = []
    for branch in nested(inner.lines):
        is_block = branch.line.rank == Rank.BLOCK
        found += [block_of(branch)] if is_block else children_of([branch])
    inner.lines.clear()
    return found


_HEADING = " " * 6
