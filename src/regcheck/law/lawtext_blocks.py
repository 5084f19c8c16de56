"""Tables, pictures, forms and 備考 in Lawtext, and lists of items in their cells.

Owns: the blocks that stand below a provision or an appendix.
Refuses to know: provisions; what stands in a cell of many lines is read by what it is given (`ReadCell`).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from regcheck.frozen import replace
from regcheck.law.labels import item_num, level_of
from regcheck.law.lawtext_lines import ANONYMOUS, REMARKS, Text, lead_of
from regcheck.law.outline import Line, Rank, split_columns
from regcheck.law.sentences import parts, sentences_of
from regcheck.law.tree import Cell, CellContent, Column, Frame, Item, Remarks, Sentence
from regcheck.law.words import NOTHING, Words
from regcheck.law.xml_text import from_markup

ReadCell = Callable[[Text], tuple[CellContent, ...]]

_STRUCT = re.compile(r" *:(?P<kind>table|fig|note|style|format)-struct:(?P<title>.*)")
_CELL = re.compile(r"(?P<row> *(?:\* |  ))(?P<sign>[-*]) (?P<given>(?:\[\w+=\"[^\"]*\"\])*)(?P<text>.*)")
_ROW = re.compile(r" *\* [-*] ")
_FIGURE = re.compile(r" *<Fig src=\"(?P<source>[^\"]*)\"\s*/>\s*")
_GIVEN = re.compile(r"\[(\w+)=\"([^\"]*)\"\]")
_LABELLED = re.compile(
    r"(?!- )(?:(?:# ?|:(?P<level>item|subitem[1-3]):|:(?!anonym-)[\w-]+:)?(?P<label>(?!:)[^　#]+)　"
    r"|:anonym-(?P<anonym>item|subitem[1-3]):)(?P<body>.*)"
)
"""An item in a cell or in 備考; 「:anonym-item:次のもの」 has no label, and 「:item:」 says how deep one stands."""
_FRAMES = {
    "table": Frame.TABLE,
    "fig": Frame.FIGURE,
    "note": Frame.NOTE,
    "style": Frame.STYLE,
    "format": Frame.FORMAT,
}


def starts_block(text: str) -> bool:
    """Whether a line begins a table, a picture, a form or 備考."""
    is_remarks = REMARKS.fullmatch(text) and lead_of(text) >= _STRUCT_INDENT
    return bool(is_remarks or _STRUCT.fullmatch(text) or _FIGURE.fullmatch(text) or _ROW.match(text))


def read_block(text: Text, at: int, lines: list[Line], cell: ReadCell) -> int | None:
    """Read a block into the lines; the number of the line after it, or None where it has no place."""
    line = text.line(at)
    if found := REMARKS.fullmatch(line):
        return _remarks(text, at, found, lines)
    under = Rank.PARAGRAPH + max(lead_of(line) // 2 - 1, 0)
    if found := _STRUCT.fullmatch(line):
        title = from_markup(text.words(at, *found.span("title"))) if found["title"] else NOTHING
        frame = _FRAMES[found["kind"]]
        lines.append(Line(rank=Rank.BLOCK, label=title, frame=frame, under=under, span=title.span))
        return at + 1
    if found := _FIGURE.fullmatch(line):
        span = text.words(at, 0).span
        _join(lines, Line(rank=Rank.BLOCK, source=found["source"], under=under, span=span))
        return at + 1
    made, after = _table(text, at, cell)
    _join(lines, replace(made, under=under))
    return after


def _join(lines: list[Line], block: Line) -> None:
    """Into the block that :…-struct: has opened, or as one of its own."""
    last = lines[-1] if lines else block
    is_open = lines and last.frame and not (last.rows or last.headings or last.source or last.remarks)
    if last.rank == Rank.BLOCK and is_open:
        lines[-1] = replace(block, label=last.label, frame=last.frame, under=last.under)
    else:
        lines.append(block)


def _table(text: Text, at: int, read: ReadCell) -> tuple[Line, int]:
    rows: list[list[Cell]] = []
    headings: list[list[Words]] = []
    first, wide = at, 0
    while (at := text.after_blank(at)) <= text.last and (found := _CELL.match(text.line(at))):
        wide = wide or len(found["row"])
        if len(found["row"]) != wide:
            break  # a table of what stands above
        into: list[list[Words]] | list[list[Cell]] = headings if found["sign"] == "*" else rows
        if "*" in found["row"] or not into:
            into.append([])
        if found["sign"] == "*":
            headings[-1].append(from_markup(text.words(at, *found.span("text"))))
            at += 1
        else:
            cell, at = _cell(text, at, found, read)
            rows[-1].append(cell)
    made = Line(
        rank=Rank.BLOCK,
        rows=tuple(map(tuple, rows)),
        headings=tuple(map(tuple, headings)),
        frame=Frame.TABLE,
        span=text.words(first, 0).span,
    )
    return made, at


def _cell(text: Text, at: int, found: re.Match[str], read: ReadCell) -> tuple[Cell, int]:
    given = dict(_GIVEN.findall(found["given"]))
    rows, columns = int(given.pop("rowspan", "1")), int(given.pop("colspan", "1"))
    words = text.words(at, *found.span("text"))
    level = 0
    if words.text.strip() == "|":
        below = text.below(at + 1, len(found["row"]))
        content = read(below)
        level = _level_at(below) if any(isinstance(part, Item) for part in content) else 0
        at = below.last + 1
    else:
        content, at = _simple(from_markup(words)), at + 1
    cell = Cell(
        content=content,
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


def _level_at(text: Text) -> int:
    """How deep the items of a cell stand, by the first line; 0 where there is none."""
    at = text.after_blank(text.first)
    line = text.line(at) if at <= text.last else ""
    labelled = _LABELLED.fullmatch(line, lead_of(line))
    return (_level(labelled) or 0) if labelled else 0


def list_items(text: Text, at: int, indent: int, level: int, before: int = 0) -> tuple[list[Item], int]:
    """The items from a line on that stand deeper than an indent and are of this level or below, with those below them."""
    found: list[Item] = []
    while at <= text.last and (lead := lead_of(text.line(at))) > indent:
        labelled = _LABELLED.fullmatch(text.line(at), lead)
        own = _level(labelled) if labelled else None
        if not labelled or own is None or own < level:
            break
        item = _item(text, at, labelled, own, str(before + len(found) + 1))
        below, at = list_items(text, text.after_blank(at + 1), lead, own + 1)
        found.append(replace(item, items=tuple(below)))
    return found, at


def _level(found: re.Match[str]) -> int | None:
    """What its sign says, or its label."""
    if sign := found["level"] or found["anonym"]:
        return ANONYMOUS.index(sign)
    return level_of(from_markup(Words(found["label"])).text)


def _item(text: Text, at: int, found: re.Match[str], level: int, number: str) -> Item:
    title = from_markup(text.words(at, *found.span("label"))) if found["label"] else NOTHING
    body = from_markup(text.words(at, found.start("body")))
    halves = split_columns(body)
    columns = tuple(Column(num=str(n), sentences=sentences_of(half)) for n, half in enumerate(halves, 1))
    return Item(
        num=item_num(title.text, level) or item_num(title.text, level_of(title.text) or 0) or number,
        title=title,
        sentences=() if len(halves) > 1 else sentences_of(body) or (Sentence(words=body),),
        columns=columns if len(halves) > 1 else (),
    )


def _remarks(text: Text, at: int, found: re.Match[str], lines: list[Line]) -> int | None:
    """It belongs to the table or appendix before it; of an appendix it is the only one."""
    whose = _owner(lines, found.start("label"))
    if whose is None or (lines[whose].rank == Rank.APPENDIX and lines[whose].remarks):
        return None
    read = remarks_at(text, at, found)
    if read is None:
        return None
    lines[whose] = replace(lines[whose], remarks=(*lines[whose].remarks, read[0]))
    return read[1]


def _owner(lines: list[Line], indent: int) -> int | None:
    """Which line 備考 at an indent belong to."""
    last = len(lines) - 1
    if indent <= _STRUCT_INDENT:
        for n in range(last, -1, -1):
            if lines[n].rank == Rank.APPENDIX:
                return n
    return last if lines and lines[last].rank == Rank.BLOCK else None


def remarks_at(text: Text, at: int, found: re.Match[str]) -> tuple[Remarks, int] | None:
    """備考 with the sentences or items that stand deeper below it; None where a table stands among them."""
    label = from_markup(text.words(at, *found.span("label")))
    below = text.below(at + 1, found.start("label"))
    if any(starts_block(below.line(number)) for number in range(below.first, below.last + 1)):
        return None
    items: list[Item] = []
    sentences: list[Sentence] = []
    at = below.first
    while (at := below.after_blank(at)) <= below.last:
        listed, at = list_items(below, at, -1, 0, len(items))
        items += listed
        if not listed:
            start = 2 if below.line(at).startswith("- ") else 0
            sentences.append(Sentence(words=from_markup(below.words(at, start))))
            at += 1
    made = Remarks(label=label, items=tuple(items), sentences=tuple(sentences), span=label.span)
    return made, below.last + 1


_STRUCT_INDENT = 2
"""備考 of an appendix stand at this indent, 備考 of a table deeper."""
