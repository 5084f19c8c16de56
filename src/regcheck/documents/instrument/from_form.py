"""A 様式 → lines and a grid.

Owns: where the parts of a form stand.
Refuses to know: formats, instruments.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from regcheck.documents.instrument.flow import Align, Box, Grid, Line, Role
from regcheck.documents.instrument.form import Field, Form
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.words import Words
from regcheck.source.numerals import widen

WIDTHS = (10, 10, 24)
"""Of the group, the label and the space for the answer."""
FILER = 20
"""Indent of who files, in 字."""


def of_form(form: Form, address: Address) -> Iterator[Line | Grid]:
    """The page of a form below its number."""
    yield _line(form.title, address, Align.CENTER)
    yield _line(form.date, address, Align.END)
    if form.addressee:
        yield replace(_line(form.addressee, address), first=1, rest=1)
    for filer in form.filer:
        yield replace(_line(filer, address), first=FILER, rest=FILER)
    if form.opening:
        yield replace(_line(form.opening, address), first=1)
    yield _grid(form.fields, address)
    yield from _remarks(form.remarks, address)


def _line(text: str, address: Address, align: Align = Align.START) -> Line:
    return Line(role=Role.FORM, parts=(Words(text),), address=address, align=align)


def _grid(fields: tuple[Field, ...], address: Address) -> Grid:
    rows: list[tuple[Box, ...]] = []
    for group, members in groupby(fields, key=lambda field: field.group):
        held = tuple(members)
        for number, field in enumerate(held):
            lead = [_box(group, 0, address, rows=len(held))] if group and not number else []
            label = _box(field.label, 1 if group else 0, address, columns=1 if group else 2)
            rows.append((*lead, label, _box(field.given, 2, address)))
    return Grid(rows=tuple(rows), widths=WIDTHS)


def _box(text: str, column: int, address: Address, rows: int = 1, columns: int = 1) -> Box:
    return Box(column=column, content=(_line(text, address),), rows=rows, columns=columns)


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
