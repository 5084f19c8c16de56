"""One side of a row → a cell with real 条, 項 and 号 in it.

Owns: how a face becomes nodes; what stands for words that are left out, and opposite what has no partner.
Refuses to know: rows of a table inside of the instrument (annexes.py), the table around the cells.
"""

from __future__ import annotations

from regcheck.documents.comparison.styles import UNITS, Style
from regcheck.frozen import replace
from regcheck.law.comparing.faces import Face
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import Unit, UnitKind
from regcheck.law.labels import paragraph_num
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.tree import (
    Article,
    Cell,
    CellContent,
    Frame,
    Framed,
    Item,
    Paragraph,
    Picture,
    Remarks,
    Sentence,
    Table,
)
from regcheck.law.words import NOTHING, Drawn, Words, lined


def cell_of(face: Face | None, row: Row, style: Style) -> Cell:
    """The cell of a side of a row; of a side without a provision, the sign that says so."""
    if face is None:
        return sign_cell(row, style)
    content = left_out(face, style) if face.is_left_out else _shown(face)
    return Cell(content=(_restyled(content, style) if row.begins else content,), level=_level(face.units[0]))


def sign_cell(row: Row, style: Style) -> Cell:
    """（新設） or （削る） opposite the first row of what is added or removed, nothing opposite the others."""
    if not row.begins:
        return Cell()
    text = sign(row, style)
    return Cell(content=(Sentence(words=lined(text, (0, len(text))) if style.lines_signs else Words(text)),))


def sign(row: Row, style: Style) -> str:
    """The sign opposite what is added or removed."""
    said = style.added if row.old is None else style.removed
    face = row.new or row.old
    kind = UnitKind.ARTICLE if face and face.lead else row.kind
    return said.format(unit=UNITS.get(kind, "部分"))


def _level(unit: Unit) -> int:
    """How deep the items of a cell stand."""
    return max(len(unit.address.items) - 1, 0) if unit.kind is UnitKind.ITEM else 0


# ------------------------------------------------------------ what is printed


def _shown(face: Face) -> CellContent:
    own = face.own
    match own:
        case Paragraph():
            return _led(face, own)
        case Framed(body=Picture()):
            return replace(own, frame=Frame.FIGURE)
        case Framed():
            return Sentence(words=own.title)
        case Remarks(sentences=()):
            return Sentence(words=own.label)
        case Table():
            raise AssertionError(own)  # annexes.py
        case _:
            return own


def _led(face: Face, paragraph: Paragraph) -> CellContent:
    """A first 項 stands in its article."""
    return replace(face.lead, paragraphs=(paragraph,)) if face.lead else paragraph


def left_out(face: Face, style: Style) -> CellContent:
    """The provision with （略） for its words; of several, one with the numbers of the first and the last."""
    own, is_several = face.own, len(face.units) > 1
    said = (Sentence(words=Words(style.left_out)),)
    num = f"{face.units[0].num}:{face.units[-1].num}" if is_several else face.units[0].num
    caption = NOTHING if face.is_whole else getattr(own, "caption", NOTHING)
    match own:
        case Article():
            bare = Article(num=num, title=face.label, paragraphs=(Paragraph(sentences=said),))
            return replace(bare, rest=own.rest)
        case Paragraph():
            label = face.label if is_several else own.label
            number = paragraph_num(label.text) or own.num
            return _led(face, replace(own, num=number, label=label, caption=caption, sentences=said))
        case Item():
            label = face.label if is_several else own.title
            return replace(own, num=num, title=label, columns=(), sentences=said)
        case _:
            label = face.label if face.label.text else NOTHING
            lead = Words(label.text + WIDE_SPACE, label.marks) if label.text else NOTHING
            return Sentence(words=Words(lead.text + style.left_out, lead.marks))


def _restyled(content: CellContent, style: Style) -> CellContent:
    """The content with the line of the style under numbers."""
    if style.label_line == "solid":
        return content
    match content:
        case Article():
            inner = tuple(replace(one, label=_line(one.label, style)) for one in content.paragraphs)
            return replace(content, title=_line(content.title, style), paragraphs=inner)
        case Paragraph():
            return replace(content, label=_line(content.label, style))
        case Item():
            return replace(content, title=_line(content.title, style))
        case _:
            return content


def _line(words: Words, style: Style) -> Words:
    marks = (
        replace(mark, value=style.label_line) if mark.drawn is Drawn.LINE else mark for mark in words.marks
    )
    return replace(words, marks=tuple(marks))
