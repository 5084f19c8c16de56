"""`[[form]]` tables → plans of 様式.

Owns: what a 様式 has to be beyond its single settings: how many lines and entries fit, fields that can be told apart.
Refuses to know: files, templates, provisions.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.documents.ordinance.outline.plans import CardPlan, FieldPlan, FormPlan
from regcheck.documents.problems import told
from regcheck.documents.toml.places import Path
from regcheck.documents.toml.tables import TableReader
from regcheck.source.span import Span

_ROOM = 20
"""Lines of a field, at most: more do not stand on its page."""
_MOST = 6
"""Entries side by side, at most."""
_SEVERAL_LINES = "given"


def read_forms(reader: TableReader, rows: object) -> dict[str, FormPlan]:
    """The forms by their ids, in order."""
    found: dict[str, FormPlan] = {}
    for n, row in enumerate(reader.rows("form", rows, ("form",))):
        form = _form(reader, row, ("form", n))
        if form.id and form.id in found:
            reader.tell(form.id, "twice", ("form", n))
        found[form.id] = form
    return found


def _form(reader: TableReader, row: Mapping[str, object], path: Path) -> FormPlan:
    _check_lines(reader, "form", row, path)
    rows = reader.rows("form.field", row.get("field", []), (*path, "field"))
    made = reader.plan(
        FormPlan,
        "form",
        row,
        path,
        besides=("field", "card"),
        fields=tuple(_field(reader, below, (*path, "field", n)) for n, below in enumerate(rows)),
        card=_card(reader, row["card"], (*path, "card")) if "card" in row else None,
        span=reader.place(path),
    )
    reader.problems += _inseparable(made)
    return made


def _card(reader: TableReader, row: object, path: Path) -> CardPlan | None:
    if not isinstance(row, dict):
        reader.tell("form.card", "kind", path, "[form.card]")
        return None
    _check_lines(reader, "form.card", row, path)
    return reader.plan(CardPlan, "form.card", row, path)


def _field(reader: TableReader, row: Mapping[str, object], path: Path) -> FieldPlan:
    _check_lines(reader, "form.field", row, path)
    field = reader.plan(FieldPlan, "form.field", row, path, span=reader.place(path))
    if not 1 <= field.rows <= _ROOM:
        reader.tell("form.field.rows", "kind", (*path, "rows"), f"1以上{_ROOM}以下")
    if len(field.entries) > _MOST:
        reader.tell("form.field.entries", "kind", (*path, "entries"), f"{_MOST}個以下")
    return field


def _check_lines(reader: TableReader, key: str, row: Mapping[str, object], path: Path) -> None:
    """A text stands in one line of the page, however wide; only what is printed in a field may have several."""
    for name, value in row.items():
        texts = value if isinstance(value, list) else [value]
        if name != _SEVERAL_LINES and any(isinstance(one, str) and "\n" in one for one in texts):
            reader.tell(f"{key}.{name}", "kind", (*path, name), "一行の文字列")


# ---------------------------------------------------------------- fields beside each other


def _inseparable(form: FormPlan) -> Iterator[Diagnostic]:
    """Fields of a group, or entries of a field, with one name; a group that stands in two places."""
    seen: dict[tuple[str, str], Span] = {}
    ended: set[str] = set()
    last = ""
    for field in form.fields:
        if field.group != last:
            ended.add(last)
            if field.group and field.group in ended:
                payload = codes.forms.GroupApart(form=form.title, group=field.group)
                yield told(payload, form.id, field.span)
        last, key = field.group, (field.group, field.label)
        if key in seen:
            yield _repeated(form, field.label, field.group, field.span, seen[key])
        seen.setdefault(key, field.span)
        for entry in sorted({one for one in field.entries if field.entries.count(one) > 1}):
            yield _repeated(form, entry, field.label, field.span, field.span)


def _repeated(form: FormPlan, field: str, group: str, second: Span, first: Span) -> Diagnostic:
    payload = codes.instruments.RepeatedField(form=form.title, field=field, group=group)
    places = {second: True, first: first == second}
    annotations = tuple(
        Annotation(span=span, label=field, primary=primary) for span, primary in places.items() if span.file
    )
    return Diagnostic(payload=payload, annotations=annotations, anchor=form.id)
