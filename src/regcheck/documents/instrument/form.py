"""様式: what a filer fills in, or an official carries.

Owns: the parts of a form, and what makes it unusable.
Refuses to know: pages, formats, which provision asks for it.

法令標準XML has a form only as the name of a file; the other formats print the form itself in that place.
"""

from __future__ import annotations

from regcheck.frozen import Frozen


class Field(Frozen, kw_only=False):
    """A row to fill in. Rows that follow each other in one group share its cell."""

    label: str
    group: str = ""
    given: str = ""
    """What is printed where the filer writes, in one line or several: 年　月　日."""
    entries: tuple[str, ...] = ()
    """What is asked side by side of each of several: 氏名, 生年月日, 国籍."""
    rows: int = 1
    """Lines to write in; with entries, how many there is room for."""


class Card(Frozen):
    """What makes a form a card to carry: its fields stand beside a photograph, and it has a back."""

    photo: str = "写真"
    back: tuple[str, ...] = ()
    """The paragraphs on the back."""


class Form(Frozen):
    """A form, from top to bottom."""

    title: str
    fields: tuple[Field, ...]
    date: str = "年　　月　　日"
    addressee: str = ""
    """厚生労働大臣　殿."""
    filer: tuple[str, ...] = ()
    """Who signs, a line each."""
    opening: str = ""
    """The sentence above the table."""
    remarks: tuple[str, ...] = ()
    card: Card | None = None


def repeated_fields(form: Form) -> tuple[Field, ...]:
    """Fields that stand twice in a group: an answer could not be told from the other."""
    seen: set[tuple[str, str]] = set()
    twice: list[Field] = []
    for field in form.fields:
        key = (field.group, field.label)
        if key in seen:
            twice.append(field)
        seen.add(key)
    return tuple(twice)
