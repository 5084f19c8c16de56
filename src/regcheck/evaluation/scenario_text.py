"""A record as a 事例 of the spec language.

Owns: the lines of a 事例: facts by name, groups for 一覧, years for 系列, findings for 裁量, expectations.
Refuses to know: where the record comes from, whether the expectations are met.

The text reads back to the record. A 参照 is told by its facts (開設者の種別は国), one with 裁量 as a group. Of the run of
a 手続 an event is told with its day (受理は令和八年四月一日); one that does not happen is not named, one that is open is 不明.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.evaluation.day_words import event_text
from regcheck.evaluation.describe import name_text, value_text
from regcheck.evaluation.run_text import event_entries, facts_of_events
from regcheck.evaluation.sentences import expression_text, formula_text, is_compound
from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.formula import Breaches, Compare, Lawful
from regcheck.model.specification import Expectation, Expected, Specification
from regcheck.model.types import BoolType, ListType, TextType, Type
from regcheck.source.width import width

_LINE = 76
_PIECE = re.compile(r"(?:「[^」]*」|[^「、])+、?")
"""A line falls apart after each 、 that is not inside a name."""


def scenario_text(
    spec: Specification, record: Record, expectations: Sequence[Expectation] = (), name: str = "反例"
) -> str:
    """The whole item, ending with a line break."""
    entries = [*_facts(spec, record, ""), *_judgements(spec, record)]
    if not entries and not expectations:
        entries = [_nothing(spec, record)]
    lines = [f"事例「{name}」：{name_text(record.subject)}"]
    lines += [f"  {line}" for entry in _filled(entries) for line in _wrapped(entry)]
    lines += [f"  → {expectation_text(spec, expectation)}" for expectation in expectations]
    return "\n".join(lines) + "\n"


def _nothing(spec: Specification, record: Record) -> str:
    """What is said of a record of which nothing is known, or of a run in which nothing happens: a 事例 has a body."""
    name = next(iter(spec.subjects[record.subject].fields))
    procedure = spec.procedures.get(record.subject)
    if procedure is None or not procedure.events:
        return f"{name_text(name)}は不明"
    return f"{event_text(next(iter(procedure.events)))}なし"


def expectation_text(spec: Specification, expectation: Expectation) -> str:
    """特定機能病院に該当する, 特定機能病院に該当しない, 特定機能病院は要確認, 病床数が400床を超えることは非該当."""
    if expectation.only and isinstance(expectation.formula, Compare):
        left, right = expectation.formula.left, expectation.formula.right
        return f"{expression_text(spec, left)}は{expression_text(spec, right)}に限る"
    if isinstance(expectation.formula, Compare):
        return _compared(formula_text(spec, expectation.formula), expectation.expected)
    match expectation.expected:
        case Expected.TRUE:
            return formula_text(spec, expectation.formula)
        case Expected.FALSE if is_compound(expectation.formula):
            return formula_text(spec, expectation.formula) + "は非該当"
        case Expected.FALSE:
            return formula_text(spec, expectation.formula, denied=True)
        case Expected.UNKNOWN if isinstance(expectation.formula, Breaches | Lawful):
            return formula_text(spec, expectation.formula) + "ことは要確認"
        case Expected.UNKNOWN:
            return formula_text(spec, expectation.formula).removesuffix("に該当する") + "は要確認"


def _compared(words: str, expected: Expected) -> str:
    """A comparison keeps its own word for the limit, however it comes out."""
    stated = words if words.endswith(("る", "い")) else f"{words}である"
    return stated if expected is Expected.TRUE else f"{stated}ことは{expected.value}"


def _facts(spec: Specification, record: Record, prefix: str) -> Iterator[str]:
    """One entry for each known fact, those of a 参照 included, in the order of the declared fields."""
    procedure = spec.procedures.get(record.subject)
    told = frozenset[str]() if procedure is None else facts_of_events(procedure)
    for name, definition in spec.subjects[record.subject].fields.items():
        if name in told:
            continue
        value = record.facts.get(name, UNKNOWN)
        words = prefix + name_text(name)
        if isinstance(value, Record):
            if any(inner.judgements for inner in _told_together(value)):
                yield f"{words}は{_group(spec, value)}"
            else:
                yield from _facts(spec, value, f"{words}の")
        elif value is not UNKNOWN:
            yield words + _value(spec, value, definition.type)
    if procedure is not None:
        yield from event_entries(procedure, record)


def _told_together(record: Record) -> Iterator[Record]:
    """The record and those that it refers to."""
    yield record
    for value in record.facts.values():
        if isinstance(value, Record):
            yield from _told_together(value)


def _value(spec: Specification, value: Value, kind: Type) -> str:
    match kind, value:
        case BoolType(), _:
            return value_text(value)
        case (ListType(), ()) | (_, frozenset()) if not value:
            return "はなし"
        case ListType(), tuple():
            return "は" + "、".join(_group(spec, r) for r in value if isinstance(r, Record))
        case TextType(), str():
            return f"は「{value}」"
        case _:
            return f"は{value_text(value, kind)}"


def _group(spec: Specification, record: Record) -> str:
    return "（" + "、".join([*_facts(spec, record, ""), *_judgements(spec, record)]) + "）"


def _judgements(spec: Specification, record: Record) -> Iterator[str]:
    for name, found in sorted(record.judgements.items()):
        authority = name_text(spec.discretions[name].authority)
        yield f"{authority}は「{name}」と{'認める' if found else '認めない'}"


def _filled(entries: Sequence[str]) -> list[str]:
    """The entries on lines of a readable width."""
    lines: list[str] = []
    for entry in entries:
        joined = f"{lines[-1]}、{entry}" if lines else entry
        if lines and width(joined) <= _LINE:
            lines[-1] = joined
        else:
            lines.append(entry)
    return lines


def _wrapped(line: str) -> list[str]:
    """A line that is too long goes on below, after a 、 and further in."""
    lines: list[str] = []
    for piece in _PIECE.findall(line):
        if lines and width(lines[-1] + piece) <= _LINE:
            lines[-1] += piece
        else:
            lines.append(f"  {piece}" if lines else piece)
    return lines
