"""事例: the facts of one record, typed.

Owns: fact entries → Record, values by type, nested records, judgements.
Refuses to know: what follows from the facts.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import assert_never

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.diagnostics.diagnostic import Fix
from regcheck.frozen import Frozen, Mutable, field, replace
from regcheck.model.case import UNKNOWN, Record, Unknown, Value
from regcheck.model.from_syntax.comparisons import members
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.expressions import constant
from regcheck.model.from_syntax.findings import Broken, gather
from regcheck.model.from_syntax.scope import Located, Scope, locate_given, mismatch, scope_of
from regcheck.model.from_syntax.signatures import ProcedureSignature
from regcheck.model.from_syntax.terms import check_authority, record_path
from regcheck.model.from_syntax.words import bounds_words, type_words
from regcheck.model.procedures import day_of, new_last_day_of
from regcheck.model.types import (
    NO_UNIT,
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    TextType,
    Type,
)
from regcheck.source.span import Span
from regcheck.syntax import ast

Literal = ast.NumberLiteral | ast.DateLiteral | ast.Name | bool | None


class _Draft(Mutable):
    """A record under construction: nested records are filled by paths, 開設者の種別."""

    subject: str
    facts: dict[str, Value | _Draft] = field(default_factory=dict)

    def finished(self, judgements: dict[str, bool] | None = None) -> Record:
        facts = {k: v.finished() if isinstance(v, _Draft) else v for k, v in self.facts.items()}
        return Record(
            subject=self.subject,
            facts=MappingProxyType(facts),
            judgements=MappingProxyType(judgements or {}),
        )


def build_record(
    context: Context,
    scope: Scope,
    subject: str,
    entries: tuple[ast.FactEntry | ast.JudgementEntry, ...],
) -> Record:
    """The record that the entries describe; what they do not say is 不明."""
    draft = _Draft(subject)
    judgements: dict[str, bool] = {}

    def enter(entry: ast.FactEntry | ast.JudgementEntry) -> None:
        if isinstance(entry, ast.FactEntry):
            _enter_fact(context, scope, draft, entry)
        else:
            _enter_judgement(context, scope, judgements, entry)

    gather(enter, entries)
    run = context.signatures.procedures.get(subject)
    if run is not None:
        _close(draft, run)
    return draft.finished(judgements)


def _close(draft: _Draft, run: ProcedureSignature) -> None:
    """What is not said of a run did not happen; an event that has a day did, one that is 不明 stays open."""
    for event in run.actors:
        if event not in draft.facts:
            draft.facts[event] = any(name in draft.facts for name in (day_of(event), new_last_day_of(event)))


def _enter_judgement(
    context: Context, scope: Scope, judgements: dict[str, bool], entry: ast.JudgementEntry
) -> None:
    found = context.discretion(scope.place, entry.discretion)
    name = entry.discretion.text
    check_authority(context, scope, entry.authority, name, found.authority)
    record_path(context, scope, None, name, found.subject, entry.discretion.span)
    if name in judgements:
        raise _repeated(context, scope, name, Noun.DISCRETION, entry.span)
    judgements[name] = entry.value


def _enter_fact(context: Context, scope: Scope, draft: _Draft, entry: ast.FactEntry) -> None:
    located = locate_given(context, scope, entry.path, Want.GIVEN)
    if not located.path.steps:
        raise mismatch(context, scope, located, Want.VALUE)
    holder = _holder(context, scope, draft, located, entry)
    last = located.path.steps[-1]
    if type(entry.value) is ast.DateLiteral and type(located.type) is BoolType:
        last = _enter_event(context, scope, holder, located, entry)
        located = replace(located, type=_day_type(context, holder, last))
    if last in holder.facts:
        raise _repeated(context, scope, located.words, Noun.FACT, entry.path.span)
    holder.facts[last] = _Values(context, scope, located, entry.span).value(entry.value)


def _enter_event(
    context: Context, scope: Scope, holder: _Draft, located: Located, entry: ast.FactEntry
) -> str:
    """届出は令和八年四月一日: it happened, and the fact that holds its day is given next."""
    run = context.signatures.procedures.get(holder.subject)
    event = located.path.steps[-1]
    if run is None or event not in run.actors:
        return event
    if event in holder.facts:
        raise _repeated(context, scope, located.words, Noun.EVENT, entry.path.span)
    holder.facts[event] = True
    return day_of(event)


def _day_type(context: Context, holder: _Draft, fact: str) -> Type:
    declared = context.fields(holder.subject)[fact]
    assert declared is not None
    return declared.type


def _holder(context: Context, scope: Scope, draft: _Draft, located: Located, entry: ast.FactEntry) -> _Draft:
    """The record that the last step of a path belongs to, made where it is not there yet."""
    for step in located.path.steps[:-1]:
        declared = context.fields(draft.subject)[step]
        assert declared is not None and isinstance(declared.type, ReferenceType)
        inner = draft.facts.setdefault(step, _Draft(declared.type.subject))
        if not isinstance(inner, _Draft):
            raise _repeated(context, scope, located.words, Noun.FACT, entry.path.span)
        draft = inner
    return draft


def _repeated(context: Context, scope: Scope, name: str, kind: Noun, span: Span) -> Broken:
    payload = codes.names.RepeatedPart(name=name, kind=kind, item=scope.place.item)
    return context.findings.broken(scope.place, payload, span)


class _Values(Frozen, kw_only=False):
    """Reads the value given to one fact by the type of the fact."""

    context: Context
    scope: Scope
    located: Located
    span: Span

    def value(self, written: ast.FactValue) -> Value:
        """The value; 「…はなし」 is the empty tuple, and of a 真偽 it is false."""
        type_ = self.located.type
        if written is None:
            return UNKNOWN
        match type_:
            case BoolType() if written == ():
                return False
            case NumberType() | BoolType() | EnumType() | DateType() | TextType():
                if isinstance(written, tuple):
                    raise self._wrong("（…）")
                return self._scalar(type_, written)
            case ListType():
                return self._list(type_, written)
            case ReferenceType(subject=subject):
                return self._groups(subject, written, 1)[0]
            case SeriesType():
                return self._series(type_, written)
            case EnumSetType(enum=enum):
                return self._set(enum, written)
            case _:
                assert_never(type_)

    def _scalar(
        self, type_: BoolType | NumberType | DateType | EnumType | TextType, written: Literal
    ) -> bool | Fraction | date | str:
        match type_, written:
            case BoolType(), bool():
                return written
            case NumberType(), ast.NumberLiteral():
                return self._number(type_, written)
            case DateType(), ast.DateLiteral():
                return self._day(type_, written)
            case EnumType(enum=enum), ast.Name():
                return members(self.context, self.scope, (written,), enum)[0]
            case TextType(), ast.Name(text=text):
                return text
            case _:
                raise self._wrong(_shown(written))

    def _wrong(self, shown: str) -> Broken:
        words, type_ = self.located.words, type_words(self.located.type)
        payload = codes.values.WrongValue(what=words, type=type_, value=shown)
        return self.context.findings.broken(self.scope.place, payload, self.span)

    def _number(self, type_: NumberType, written: ast.NumberLiteral) -> Fraction:
        unit = constant(written).unit
        bare = unit == NO_UNIT and type_.unit != NO_UNIT
        if bare and type_.unit != RATIO:
            missing = codes.types.MissingUnit(number=written.text, unit=type_.unit)
            fix = Fix(span=written.span, replacement=f"{written.text}{type_.unit}")
            raise self.context.findings.broken(self.scope.place, missing, written.span, fixes=(fix,))
        if unit != type_.unit and not bare:
            payload = codes.types.UnitMismatch(left=type_.unit, right=unit or "")
            raise self.context.findings.broken(self.scope.place, payload, written.span)
        if not within_bounds(type_, written.value):
            out = codes.values.OutOfBounds(
                what=self.located.words, value=written.text, bounds=bounds_words(type_)
            )
            raise self.context.findings.broken(self.scope.place, out, written.span)
        return written.value

    def _day(self, type_: DateType, written: ast.DateLiteral) -> date:
        if not type_.holds(written.value):
            words, bounds = self.located.words, type_.bounds_text
            out = codes.values.OutOfBounds(what=words, value=written.text, bounds=bounds)
            raise self.context.findings.broken(self.scope.place, out, written.span)
        return written.value

    def _series(self, type_: SeriesType, written: ast.FactValue) -> Value:
        if not isinstance(written, tuple):
            raise self._wrong(_shown(written))
        if len(written) != type_.length:
            payload = codes.values.SeriesLength(
                what=self.located.words, found=len(written), wanted=type_.length
            )
            raise self.context.findings.broken(self.scope.place, payload, self.span)
        return gather(lambda each: self._in_year(type_, each), written)

    def _in_year(
        self, type_: SeriesType, written: Literal | tuple[ast.FactEntry | ast.JudgementEntry, ...]
    ) -> bool | Fraction | Unknown:
        if written is None:
            return UNKNOWN
        if isinstance(written, tuple):
            raise self._wrong("（…）")
        value = self._scalar(type_.element, written)
        if not isinstance(value, bool | Fraction):
            raise Broken
        return value

    def _set(self, enum: str, written: ast.FactValue) -> frozenset[str]:
        if written is False:
            return frozenset()
        names = written if isinstance(written, tuple) else (written,)
        values: list[ast.Name] = []
        for name in names:
            if not isinstance(name, ast.Name):
                raise self._wrong("（…）" if isinstance(name, tuple) else _shown(name))
            values.append(name)
        return frozenset(members(self.context, self.scope, tuple(values), enum))

    def _list(self, type_: ListType, written: ast.FactValue) -> tuple[Record, ...]:
        if written is False:
            return ()
        records = self._groups(type_.subject, written, None)
        if type_.limit is not None and len(records) > type_.limit:
            payload = codes.values.ListTooLong(what=self.located.words, found=len(records), limit=type_.limit)
            raise self.context.findings.broken(self.scope.place, payload, self.span)
        return records

    def _groups(self, subject: str, written: ast.FactValue, count: int | None) -> tuple[Record, ...]:
        groups: list[tuple[ast.FactEntry | ast.JudgementEntry, ...]] = []
        for group in written if isinstance(written, tuple) else (written,):
            if not isinstance(group, tuple):
                raise self._wrong(_shown(group))
            groups.append(group)
        if count is not None and len(groups) != count:
            raise self._wrong("（…）、（…）" if groups else "（）")
        inner = scope_of(self.scope.place, subject)
        return gather(lambda group: build_record(self.context, inner, subject, group), groups)


def within_bounds(type_: NumberType, value: Fraction) -> bool:
    """Whether a number lies on the grid and between the bounds of its type; 割合 may be exact (1/3)."""
    if type_.low is not None and value < type_.low:
        return False
    if type_.high is not None and value > type_.high:
        return False
    return type_.unit == RATIO or 10**type_.places % value.denominator == 0


def _shown(written: Literal) -> str:
    match written:
        case None:
            return "不明"
        case bool():
            return "あり" if written else "なし"
        case _:
            return written.text
