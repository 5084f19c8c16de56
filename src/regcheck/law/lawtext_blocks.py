"""Tables, pictures, forms and 備考 in Lawtext.

Owns: the lines of a text by number, and the blocks that stand below a provision or an appendix.
Refuses to know: provisions.
"""

from __future__ import annotations

import re

from regcheck.frozen import replace
from regcheck.law.labels import item_num, level_of
from regcheck.law.outline import Line, Rank, split_columns
from regcheck.law.sentences import parts, sentences_of
from regcheck.law.tree import Cell, CellContent, Column, Frame, Item, Remarks, Sentence
from regcheck.law.words import NOTHING, Words
from regcheck.law.xml_text import from_markup
from regcheck.source.span import SourceText, Span

_STRUCT = re.compile(r" *:(?P<kind>table|fig|note|style|format)-struct:(?P<title>.*)")
_CELL = re.compile(r"(?P<row> *(?:\* |  ))(?P<sign>[-*]) (?P<given>(?:\[\w+=\"[^\"]*\"\])*)(?P<text>.*)")
_ROW = re.compile(r" *\* [-*] ")
_REMARKS = re.compile(r"  +(?P<label>備\s?考|注)\s*")
_FIGURE = re.compile(r" *<Fig src=\"(?P<source>[^\"]*)\"\s*/>\s*")
_GIVEN = re.compile(r"\[(\w+)=\"([^\"]*)\"\]")
_LABELLED = re.compile(
    r"(?!- )(?:(?P<sign># ?|:(?!anonym-)[\w-]+:)?(?P<label>[^　#]+)　|:anonym-(?P<anonym>item|subitem[1-3]):)(?P<body>.*)"
)
"""An item in a cell or in 備考; 「:anonym-item:次のもの」 has no label."""
_ANONYMOUS = ("item", "subitem1", "subitem2", "subitem3")
_FRAMES = {
    "table": Frame.TABLE,
    "fig": Frame.FIGURE,
    "note": Frame.NOTE,
    "style": Frame.STYLE,
    "format": Frame.FORMAT,
}


def anonymous(level: int) -> str:
    """The sign before an item that has no label."""
    return f":anonym-{_ANONYMOUS[level]}:"


class Text:
    """The lines of a text, from 1."""

    def __init__(self, source: SourceText) -> None:
        self.source = source
        self.count = len(source.line_starts)

    def line(self, number: int) -> str:
        return self.source.line(number)

    def words(self, number: int, start: int, end: int | None = None) -> Words:
        """A part of a line, as words with their place; without blanks at its end."""
        text = self.line(number)[start:end].rstrip()
        at = self.source.line_starts[number - 1] + start
        return Words(text, (), Span(self.source.name, at, at + len(text)))

    def after_blank(self, number: int) -> int:
        """The first line from here on that is not blank."""
        while number <= self.count and not self.line(number).strip():
            number += 1
        return number


def starts_block(text: str) -> bool:
    """Whether a line begins a table, a picture, a form or 備考."""
    return any(kind.fullmatch(text) for kind in (_STRUCT, _FIGURE, _REMARKS)) or bool(_ROW.match(text))


def read_block(text: Text, at: int, lines: list[Line]) -> int:
    """Read a block into the lines; the number of the line after it."""
    line = text.line(at)
    if found := _STRUCT.fullmatch(line):
        title = text.words(at, *found.span("title")) if found["title"] else NOTHING
        lines.append(Line(rank=Rank.BLOCK, label=title, frame=_FRAMES[found["kind"]], span=title.span))
        return at + 1
    if found := _FIGURE.fullmatch(line):
        _join(lines, Line(rank=Rank.BLOCK, source=found["source"], span=text.words(at, 0).span))
        return at + 1
    if found := _REMARKS.fullmatch(line):
        return _remarks(text, at, found, lines)
    return _table(text, at, lines)


def _join(lines: list[Line], block: Line) -> None:
    """Into the block that :…-struct: has opened, or as one of its own."""
    last = lines[-1] if lines else None
    if last and last.rank == Rank.BLOCK and last.frame and not last.rows and not last.source:
        kept = replace(block, label=last.label, frame=last.frame)
        lines[-1] = kept
    else:
        lines.append(block)


def _table(text: Text, at: int, lines: list[Line]) -> int:
    rows: list[list[Cell]] = []
    headings: list[list[Words]] = []
    first = at
    while at <= text.count and (not text.line(at).strip() or _CELL.match(text.line(at))):
        found = _CELL.match(text.line(at))
        if not found:
            at = text.after_blank(at)
            if at > text.count or not _CELL.match(text.line(at)):
                break
            continue
        new = "*" in found["row"]
        if found["sign"] == "*":
            headings += [[]] if new or not headings else []
            headings[-1].append(from_markup(text.words(at, *found.span("text"))))
            at += 1
            continue
        rows += [[]] if new or not rows else []
        cell, at = _cell(text, at, found)
        rows[-1].append(cell)
    span = text.words(first, 0).span
    made = Line(
        rank=Rank.BLOCK,
        rows=tuple(map(tuple, rows)),
        headings=tuple(map(tuple, headings)),
        frame=Frame.TABLE,
        span=span,
    )
    _join(lines, made)
    return at


def _cell(text: Text, at: int, found: re.Match[str]) -> tuple[Cell, int]:
    given = dict(_GIVEN.findall(found["given"]))
    rows, columns = int(given.pop("rowspan", "1")), int(given.pop("colspan", "1"))
    words = text.words(at, *found.span("text"))
    content: list[CellContent] = []
    level = 0
    if words.text.strip() == "|":
        level = _level_at(text, text.after_blank(at + 1))
        content, at = _below(text, at + 1, len(found["row"]))
    else:
        content, at = list(_simple(from_markup(words))), at + 1
    cell = Cell(
        content=tuple(content),
        level=level,
        rows=rows,
        columns=columns,
        rest=tuple(sorted(given.items())),
        span=words.span,
    )
    return cell, at


def _simple(words: Words) -> tuple[Sentence | Column, ...]:
    halves = split_columns(words)
    if len(halves) == 1:
        return tuple(Sentence(words=part) for part in parts(words))
    return tuple(Column(sentences=sentences_of(half)) for half in halves)


def _below(text: Text, at: int, indent: int) -> tuple[list[CellContent], int]:
    """The lines of a cell that stand below its |: sentences, or items."""
    found: list[CellContent] = []
    while (at := text.after_blank(at)) <= text.count:
        line = text.line(at)
        lead = _lead(line)
        if lead <= indent:
            break
        items, at = _items(text, at, indent, 0)
        found += items
        if not items:
            start = lead + (2 if line.startswith("- ", lead) else 0)
            found.append(Sentence(words=from_markup(text.words(at, start))))
            at += 1
    return found, at


def _level_at(text: Text, at: int) -> int:
    """How deep the items of a cell stand, by the first line below it; 0 where there is none."""
    line = text.line(at) if at <= text.count else ""
    labelled = _LABELLED.fullmatch(line, _lead(line))
    return (_level(labelled) or 0) if labelled else 0


def _lead(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _items(text: Text, at: int, indent: int, level: int) -> tuple[list[Item], int]:
    """The items from a line on that stand deeper than an indent and are of this level or below, with those below them."""
    found: list[Item] = []
    while at <= text.count and (lead := _lead(text.line(at))) > indent:
        labelled = _LABELLED.fullmatch(text.line(at), lead)
        own = _level(labelled) if labelled else None
        if not labelled or own is None or own < level:
            break
        item = _item(text, at, labelled, own, str(len(found) + 1))
        below, at = _items(text, text.after_blank(at + 1), lead, own + 1)
        found.append(replace(item, items=tuple(below)))
    return found, at


def _level(found: re.Match[str]) -> int | None:
    """What its label says, or the sign of an item that has none."""
    return level_of(found["label"]) if found["label"] else _ANONYMOUS.index(found["anonym"])


def _item(text: Text, at: int, found: re.Match[str], level: int, number: str) -> Item:
    title = text.words(at, *found.span("label")) if found["label"] else NOTHING
    body = from_markup(text.words(at, found.start("body")))
    halves = split_columns(body)
    columns = tuple(Column(num=str(n), sentences=sentences_of(half)) for n, half in enumerate(halves, 1))
    return Item(
        num=item_num(title.text, level) or number,
        title=title,
        sentences=() if len(halves) > 1 else sentences_of(body),
        columns=columns if len(halves) > 1 else (),
    )


def _remarks(text: Text, at: int, found: re.Match[str], lines: list[Line]) -> int:
    """備考 and what stands deeper below it; it belongs to the table or appendix before it."""
    label = text.words(at, *found.span("label"))
    indent = found.start("label")
    content, at = _below(text, at + 1, indent)
    made = Remarks(
        label=label,
        items=tuple(part for part in content if isinstance(part, Item)),
        sentences=tuple(part for part in content if isinstance(part, Sentence)),
        span=label.span,
    )
    in_table = lines[-1].rank == Rank.BLOCK
    whose = len(lines) - 1
    if in_table and indent <= _STRUCT_INDENT:
        whose = next((n for n in range(whose, -1, -1) if lines[n].rank == Rank.APPENDIX), whose)
    lines[whose] = replace(lines[whose], remarks=made)
    return at


_STRUCT_INDENT = 2
"""備考 of an appendix stand at this indent, 備考 of a table deeper."""
