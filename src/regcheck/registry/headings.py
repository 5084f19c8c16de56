"""Which fact each column of a file gives.

Owns: headings as names of facts (病床数, 開設者の種別), the 列 lines of a 事実表, missing and extra columns.
Refuses to know: cells, rows, file formats.
"""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import Frozen
from regcheck.model.from_syntax.suggest import nearest
from regcheck.model.specification import FactTable, FieldDefinition, Specification
from regcheck.model.types import ListType, ReferenceType
from regcheck.source.numerals import narrow

Steps = tuple[str, ...]


class BoundColumn(Frozen):
    """A column that gives a fact."""

    position: int
    heading: str
    steps: Steps
    definition: FieldDefinition


class Headings(Frozen):
    """The columns that give facts, and what is wrong with the others."""

    columns: tuple[BoundColumn, ...]
    problems: tuple[Payload, ...]


def bind_headings(
    spec: Specification, table: FactTable, headings: tuple[str, ...], needed: Iterable[Steps], file: str
) -> Headings:
    """`needed` are the facts that must have a column."""
    mapping = {_plain(heading): steps for heading, steps in table.columns.items()}
    columns: list[BoundColumn] = []
    problems: list[Payload] = []
    extra: list[str] = []
    for position, heading in enumerate(headings):
        plain = _plain(heading)
        if plain in mapping and mapping[plain] is None:
            continue
        steps = mapping.get(plain) or resolve(spec, table.subject, plain)
        if steps is None:
            extra.append(heading)
            continue
        column = BoundColumn(
            position=position, heading=heading, steps=steps, definition=definition_at(spec, table, steps)
        )
        problem = _unfit(column, columns, file)
        if problem is None:
            columns.append(column)
        else:
            problems.append(problem)
    missing = _missing(table, columns, headings, extra, needed, file)
    return Headings(
        columns=tuple(columns),
        problems=(*missing, *problems, *(_extra(spec, table, heading, file) for heading in extra)),
    )


def _plain(heading: str) -> str:
    return narrow(heading).strip()


def resolve(spec: Specification, subject: str, words: str) -> Steps | None:
    """The path that a heading names: a fact of the 対象, or 参照のfact; None if there is none."""
    fields = spec.subjects[subject].fields
    if words in fields:
        return (words,)
    for name, definition in fields.items():
        if isinstance(definition.type, ReferenceType) and words.startswith(f"{name}の"):
            inner = resolve(spec, definition.type.subject, words.removeprefix(f"{name}の"))
            if inner:
                return (name, *inner)
    return None


def definition_at(spec: Specification, table: FactTable, steps: Steps) -> FieldDefinition:
    """The declaration of the fact at the end of a path."""
    fields = spec.subjects[table.subject].fields
    for step in steps[:-1]:
        kind = fields[step].type
        assert isinstance(kind, ReferenceType)
        fields = spec.subjects[kind.subject].fields
    return fields[steps[-1]]


def _unfit(column: BoundColumn, earlier: Iterable[BoundColumn], file: str) -> Payload | None:
    if isinstance(column.definition.type, ListType | ReferenceType):
        return codes.facts.ColumnOfRecords(file=file, column=column.heading)
    if any(other.steps == column.steps for other in earlier):
        return codes.facts.RepeatedColumn(file=file, column=column.heading, fact="の".join(column.steps))
    return None


def _missing(
    table: FactTable,
    columns: Iterable[BoundColumn],
    headings: tuple[str, ...],
    extra: list[str],
    needed: Iterable[Steps],
    file: str,
) -> Iterable[Payload]:
    """Headings that the 列 lines promise, and facts without which a 確認 or the 見出し has nothing to go by."""
    there = {_plain(heading) for heading in headings}
    promised = {heading: steps for heading, steps in table.columns.items() if _plain(heading) not in there}
    for heading in promised:
        yield codes.facts.MissingColumn(file=file, column=heading, near=nearest(heading, extra))
    found = {column.steps for column in columns} | set(promised.values())
    for steps in dict.fromkeys(needed):
        if steps not in found:
            words = "の".join(steps)
            yield codes.facts.MissingColumn(file=file, column=words, near=nearest(words, extra))


def _extra(spec: Specification, table: FactTable, heading: str, file: str) -> Payload:
    near = nearest(_plain(heading), spec.subjects[table.subject].fields)
    return codes.facts.ExtraColumn(file=file, column=heading, subject=table.subject, near=near)
