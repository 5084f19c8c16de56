"""Binding a file to a 事実表: rows become records of its 対象.

Owns: the order of the checks on a file, the names of rows, duplicates, one finding for equal mistakes.
Refuses to know: encodings (sheets), single cells (cells), columns (headings), what is claimed of the rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.frozen import Frozen, replace
from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.provisions import item_title
from regcheck.model.specification import FactTable, Specification
from regcheck.model.types import ReferenceType
from regcheck.registry.cells import Cell, read_cell
from regcheck.registry.headings import BoundColumn, Headings, Steps, bind_headings
from regcheck.registry.needs import needed_facts
from regcheck.registry.sheets import Line, Sheet, read_sheet
from regcheck.registry.table import BoundRow, BoundTable
from regcheck.source.numerals import narrow
from regcheck.source.span import Span

_NAME = "名称"
_SHOWN = 3


class _Problem(Frozen):
    """What is wrong, and where in the file."""

    payload: Payload
    spans: tuple[Span, ...] = ()


def bind_table(spec: Specification, table: FactTable, content: bytes, file_name: str) -> BoundTable:
    """The rows of the file and everything that is wrong with it, all at once.

    A cell that cannot be taken leaves its fact 不明; a row with the wrong number of cells is left out.
    """
    sheet = read_sheet(content, file_name)
    if isinstance(sheet, Payload):
        diagnostic = _diagnostic(table, _Problem(payload=sheet))
        return BoundTable(table=table, file=file_name, diagnostics=(diagnostic,))
    headings = bind_headings(spec, table, sheet.heading.cells, needed_facts(spec, table), file_name)
    problems = [_Problem(payload=p, spans=(sheet.heading.span,)) for p in headings.problems]
    lines = [line for line in sheet.rows if len(line.cells) == len(sheet.heading.cells)]
    rows: list[BoundRow] = []
    for line in lines:
        row, wrong = _bind_row(spec, table, sheet.heading, headings.columns, line)
        rows.append(row)
        problems += [_Problem(payload=p, spans=(line.span,)) for p in wrong]
    problems += _wrong_rows(table, sheet, headings, rows, file_name)
    return BoundTable(
        table=table,
        file=file_name,
        rows=tuple(rows),
        diagnostics=tuple(_diagnostic(table, problem) for problem in _merged(problems)),
        source=sheet.source,
    )


def _bind_row(
    spec: Specification, table: FactTable, heading: Line, columns: Iterable[BoundColumn], line: Line
) -> tuple[BoundRow, list[codes.cells.CellProblem]]:
    facts: dict[Steps, Value] = {}
    wrong: list[codes.cells.CellProblem] = []
    for column in columns:
        text = line.cells[column.position]
        cell = Cell(file=line.span.file, column=column.heading, line=line.number, text=text)
        value = read_cell(spec, column.definition, cell)
        if isinstance(value, codes.cells.CellProblem):
            wrong.append(value)
        elif value is not UNKNOWN:
            facts[column.steps] = value
    row = BoundRow(
        key=_key(table, columns, line),
        record=nested_record(spec, table.subject, facts),
        line_number=line.number,
        span=line.span,
        cells=dict(zip(heading.cells, line.cells, strict=True)),
    )
    return row, wrong


def _key(table: FactTable, columns: Iterable[BoundColumn], line: Line) -> str:
    """The 見出し as written, else the 名称, else 3行目."""
    wanted = table.key or (_NAME,)
    named = [line.cells[column.position] for column in columns if column.steps == wanted]
    return named[0] if named and named[0] else f"{line.number}行目"


def nested_record(spec: Specification, subject: str, facts: Mapping[Steps, Value]) -> Record:
    """Facts by path as a record; those of a 参照 in a record of their own."""
    own: dict[str, Value] = {}
    inside: dict[str, dict[Steps, Value]] = {}
    for (name, *rest), value in facts.items():
        if rest:
            inside.setdefault(name, {})[tuple(rest)] = value
        else:
            own[name] = value
    for name, definition in spec.subjects[subject].fields.items() if inside else ():
        if name in inside and isinstance(definition.type, ReferenceType):
            own[name] = nested_record(spec, definition.type.subject, inside[name])
    return Record(subject=subject, facts=own)


def _wrong_rows(
    table: FactTable, sheet: Sheet, headings: Headings, rows: list[BoundRow], file: str
) -> Iterator[_Problem]:
    wanted = len(sheet.heading.cells)
    for line in sheet.rows:
        if len(line.cells) != wanted:
            counted = codes.cells.WrongCellCount(
                file=file, found=len(line.cells), wanted=wanted, lines=(line.number,)
            )
            yield _Problem(payload=counted, spans=(line.span,))
    if not sheet.rows:
        yield _Problem(payload=codes.cells.NoRows(file=file), spans=(sheet.heading.span,))
    has_key = any(column.steps == table.key for column in headings.columns)
    yield from _duplicates(rows, has_key, file)


def _duplicates(rows: list[BoundRow], has_key: bool, file: str) -> Iterator[_Problem]:
    """Rows with one 見出し; without a 見出し, rows that are equal throughout."""
    groups: dict[object, list[BoundRow]] = {}
    for row in rows:
        same = narrow(row.key) if has_key else tuple(row.cells.values())
        groups.setdefault(same, []).append(row)
    for group in groups.values():
        if len(group) > 1:
            lines = tuple(row.line_number for row in group)
            payload = codes.cells.DuplicateRow(file=file, key=group[0].key, lines=lines)
            yield _Problem(payload=payload, spans=tuple(row.span for row in group))


def _merged(problems: Iterable[_Problem]) -> Iterator[_Problem]:
    """One finding for one mistake, however many lines it is made in; payloads compare without their lines."""
    groups: dict[Payload, list[_Problem]] = {}
    for problem in problems:
        groups.setdefault(problem.payload, []).append(problem)
    for payload, group in groups.items():
        spans = tuple(span for problem in group for span in problem.spans)
        if isinstance(payload, codes.cells.CellProblem | codes.cells.WrongCellCount):
            lines = tuple(n for problem in group for n in _lines(problem.payload))
            payload = replace(payload, lines=lines)
        yield _Problem(payload=payload, spans=spans)


def _lines(payload: Payload) -> tuple[int, ...]:
    return payload.lines if isinstance(payload, codes.cells.CellProblem | codes.cells.WrongCellCount) else ()


def _diagnostic(table: FactTable, problem: _Problem) -> Diagnostic:
    """Points at the lines of the file, and at the 事実表 that names it."""
    places = [Annotation(span=span, primary=i == 0) for i, span in enumerate(problem.spans[:_SHOWN])]
    title = item_title(table.header)
    places.append(Annotation(span=table.header.span, label=title, primary=not places))
    return Diagnostic(
        payload=problem.payload,
        annotations=tuple(places),
        provisions=table.header.provision,
        anchor=title,
    )
