"""A 様式 → lines and grids.

Owns: where the parts of a form stand.
Refuses to know: formats, instruments.

The room for an answer is cut into as many columns as the entries of all fields need, so that two entries of one field and
three of another stand in one table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from math import lcm

from regcheck.documents.instrument.flow import Align, Box, Flow, Grid, Line, NewPage, Role
from regcheck.documents.instrument.form import Card, Field, Form
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.tree import Attributes
from regcheck.law.words import Words
from regcheck.source.numerals import widen

LABELS = (7, 14)
"""字 of the group and of the label."""
ANSWER = 22
"""字 of the room for the answer."""
FILER = 20
"""Indent of who files, in 字."""
CARD = (1, 8, 1, 6, 24)
"""字 of the edge, the photograph, the gap, the labels and the answers of a card."""
_RELATED = re.compile("（[^（）]*関係）$")
_SIDES = ("Bottom", "Left", "Right", "Top")


def form_flow(form: Form, number: str) -> Flow:
    """A form as a document of its own, which is 横書き. `number` is its heading: 様式第二（第五条関係）."""
    address = Address(_RELATED.sub("", number))
    head = Line(
        role=Role.ANNEX, parts=(Words(number),), rest=1, address=address, anchors=(address,), keeps=True
    )
    return Flow(
        title=f"{address.part}　{form.title}",
        blocks=(NewPage(is_upright=True), head, *of_form(form, address)),
    )


def of_form(form: Form, address: Address) -> Iterator[Line | Grid]:
    """The page of a form below its number."""
    if form.card is not None:
        yield from _card(form, form.card, address)
    else:
        yield from _filing(form, address)
    yield from _remarks(form.remarks, address)


def _line(text: str, address: Address, align: Align = Align.START) -> Line:
    """A line; one without words is as high as the others, to write on."""
    return Line(role=Role.FORM, parts=(Words(text or WIDE_SPACE),), address=address, align=align)


# ---------------------------------------------------------------- filings and notices


def _filing(form: Form, address: Address) -> Iterator[Line | Grid]:
    yield _line(form.title, address, Align.CENTER)
    if form.date:
        yield _line(form.date, address, Align.END)
    if form.addressee:
        yield replace(_line(form.addressee, address), first=1, rest=1)
    for filer in form.filer:
        yield replace(_line(filer, address), first=FILER, rest=FILER)
    yield _line("", address)
    if form.opening:
        yield replace(_line(form.opening, address), first=1)
    if form.fields:
        yield _grid(form.fields, address)


def _grid(fields: tuple[Field, ...], address: Address) -> Grid:
    across = lcm(*(len(field.entries) or 1 for field in fields))
    rows: list[tuple[Box, ...]] = []
    for group, members in groupby(fields, key=lambda field: field.group):
        made = [row for field in members for row in _rows(field, across, address)]
        if group:
            made[0] = (_box(group, 0, address, rows=len(made)), *map(_kept, made[0]))
        rows += made
    return Grid(rows=tuple(rows), widths=(*(width * across for width in LABELS), *[ANSWER] * across))


def _rows(field: Field, across: int, address: Address) -> Iterator[tuple[Box, ...]]:
    """The rows of a field, its label in the first; the cell of its group is not among them."""
    deep = 1 + field.rows if field.entries else 1
    column, columns = (1, 1) if field.group else (0, 2)
    label = _box(field.label, column, address, rows=deep, columns=columns)
    if not field.entries:
        given = _given(field, address)
        space = (_line("", address),) * (field.rows - len(given))
        yield label, Box(column=2, content=(*given, *space), columns=across)
        return
    step = across // len(field.entries)
    heads = [_box(entry, 2 + n * step, address, columns=step) for n, entry in enumerate(field.entries)]
    yield label, *heads
    for _ in range(field.rows):
        yield tuple(_box("", box.column, address, columns=step) for box in heads)


def _given(field: Field, address: Address) -> tuple[Line, ...]:
    return tuple(_line(text, address) for text in field.given.split("\n"))


def _kept(box: Box) -> Box:
    """On one page with the row below it: the name of a group does not fit beside its first row alone."""
    return replace(
        box, content=tuple(replace(one, keeps=True) for one in box.content if isinstance(one, Line))
    )


def _box(text: str, column: int, address: Address, rows: int = 1, columns: int = 1) -> Box:
    return Box(column=column, content=(_line(text, address),), rows=rows, columns=columns)


# ---------------------------------------------------------------- cards


def _card(form: Form, card: Card, address: Address) -> Iterator[Line | Grid]:
    yield replace(_line("（表）", address), keeps=True)
    yield _front(form, card, address)
    if card.back:
        yield replace(_line("（裏）", address), keeps=True)
        lines = tuple(replace(_line(text, address), first=1) for text in card.back)
        yield Grid(rows=((Box(column=0, content=lines),),), widths=(1,))


def _front(form: Form, card: Card, address: Address) -> Grid:
    """The title, the fields beside the photograph, and who issues the card below them, in one frame."""
    deep = len(form.fields)
    head = (_line("", address), _line(form.title, address, Align.CENTER), _line("", address))
    foot = (*(_line(f"{one}　", address, Align.END) for one in form.filer), _line("", address))
    rows: list[tuple[Box, ...]] = []
    for number, field in enumerate(form.fields):
        label = Box(column=3, content=(_line(field.label, address),), look=_sides())
        given = Box(column=4, content=_given(field, address), look=_sides("Right"))
        rows.append((*(_beside(card, deep, address) if not number else ()), label, given))
    top = Box(column=0, columns=len(CARD), content=head, look=_sides("Left", "Right", "Top"))
    below = Box(column=0, columns=len(CARD), content=foot, look=_sides("Left", "Right", "Bottom"))
    return Grid(rows=((top,), *rows, (below,)), widths=CARD)


def _beside(card: Card, deep: int, address: Address) -> tuple[Box, ...]:
    photo = (_line("", address), _line(card.photo, address, Align.CENTER))
    return (
        Box(column=0, rows=deep, look=_sides("Left")),
        Box(column=1, rows=deep, content=photo),
        Box(column=2, rows=deep, look=_sides()),
    )


def _sides(*drawn: str) -> Attributes:
    """The borders of a box of which only some are drawn."""
    return tuple((f"Border{side}", "none") for side in _SIDES if side not in drawn)


# ---------------------------------------------------------------- 備考


def _remarks(remarks: tuple[str, ...], address: Address) -> Iterator[Line]:
    if not remarks:
        return
    yield replace(_line("備考", address), keeps=True)
    for number, remark in enumerate(remarks, 1):
        label = (Words(widen(str(number))),) if len(remarks) > 1 else ()
        yield Line(
            role=Role.FORM,
            parts=(*label, Words(remark)),
            labels=len(label),
            first=1,
            rest=2,
            address=address,
        )
