"""Types and bounds of the facts of a 対象.

Owns: TypeName → Type, bounds, facts given twice.
Refuses to know: what is asked of the facts.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from datetime import date, timedelta
from fractions import Fraction

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.frozen import Frozen, replace
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Broken, Place
from regcheck.model.specification import FieldDefinition
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
    Scalar,
    SeriesType,
    TextType,
    Type,
)
from regcheck.syntax import ast

DECIMAL_PLACES = 2
"""The grid of a 小数 that does not give its place."""
RATIO_PLACES = 4
"""The grid of a 割合 that does not give its place: hundredths of a percent."""

_PLAIN: Mapping[str, Scalar] = {"真偽": BoolType(), "日付": DateType(), "文字列": TextType()}
_NUMBERS: Mapping[str, int] = {"整数": 0, "小数": DECIMAL_PLACES, "割合": RATIO_PLACES, "期間": 0}


class FieldBuilder(Frozen):
    """Builds the facts of one 対象; `enumerations` and `subjects` are the names of all types."""

    context: Context
    place: Place
    enumerations: Container[str]
    subjects: Container[str]
    type_names: tuple[str, ...]

    def build(self, lines: tuple[ast.FieldLine, ...]) -> dict[str, FieldDefinition | None]:
        """Every fact by name; None where its declaration is broken (which is reported)."""
        fields: dict[str, FieldDefinition | None] = {}
        for line in lines:
            name = line.name.text
            if name in fields:
                repeated = codes.names.RepeatedPart(name=name, kind=Noun.FACT, item=self.place.item)
                self.context.findings.report(self.place, repeated, line.name.span, label=name)
                continue
            try:
                fields[name] = FieldDefinition(
                    name=name, type=self._type(line), may_be_unknown=line.may_be_unknown, span=line.span
                )
            except Broken:
                fields[name] = None
        return fields

    def _type(self, line: ast.FieldLine) -> Type:
        written = line.type
        base = self._base(written)
        match base:
            case NumberType() | BoolType():
                element = self._bounded(base, line)
                if written.window is None:
                    return element
                return SeriesType(window=written.window.text, length=written.window.length, element=element)
            case _ if written.window is not None:
                raise self._fail(written, codes.values.TypeFault.SERIES_OF_OTHER)
            case DateType():
                return self._dated(line)
            case _ if line.bounds:
                raise self._fail(written, codes.values.TypeFault.BOUNDS_OF_OTHER)
            case _:
                return base

    def _base(self, written: ast.TypeName) -> Type:
        name = written.name.text
        if written.is_set:
            if name not in self.enumerations:
                raise self._foreign(written, codes.values.TypeFault.SET_OF_OTHER)
            return EnumSetType(enum=name)
        if written.is_list:
            if name not in self.subjects:
                raise self._foreign(written, codes.values.TypeFault.LIST_OF_OTHER)
            return ListType(subject=name, limit=written.limit)
        if name in _NUMBERS:
            return self._number(written)
        if written.unit:
            raise self._fail(written, codes.values.TypeFault.NEEDLESS_UNIT)
        if written.places is not None:
            raise self._fail(written, codes.values.TypeFault.NEEDLESS_PLACES)
        return self._named(written)

    def _named(self, written: ast.TypeName) -> Type:
        name = written.name.text
        if name in _PLAIN:
            return _PLAIN[name]
        if name in self.enumerations:
            return EnumType(enum=name)
        if name in self.subjects:
            return ReferenceType(subject=name)
        raise self._unknown(written)

    def _number(self, written: ast.TypeName) -> NumberType:
        name = written.name.text
        if name == "割合" and written.unit:
            raise self._fail(written, codes.values.TypeFault.NEEDLESS_UNIT)
        if name in ("整数", "期間") and written.places is not None:
            raise self._fail(written, codes.values.TypeFault.NEEDLESS_PLACES)
        if name == "期間" and not written.unit:
            raise self._fail(written, codes.values.TypeFault.PERIOD_WITHOUT_UNIT)
        places = _NUMBERS[name] if written.places is None else written.places
        return NumberType(unit=RATIO if name == "割合" else written.unit, places=places)

    def _foreign(self, written: ast.TypeName, fault: codes.values.TypeFault) -> Broken:
        """A set or list of something that is declared otherwise, or not at all."""
        if written.name.text in self.type_names or written.name.text in (*_PLAIN, *_NUMBERS):
            return self._fail(written, fault)
        return self._unknown(written)

    def _unknown(self, written: ast.TypeName) -> Broken:
        candidates = (*self.type_names, *_PLAIN, *_NUMBERS)
        return self.context.unknown(self.place, written.name.text, written.name.span, Noun.TYPE, candidates)

    def _fail(self, written: ast.TypeName, fault: codes.values.TypeFault) -> Broken:
        payload = codes.values.BadType(type=written.name.text, fault=fault)
        return self.context.findings.broken(self.place, payload, written.span)

    def _bounded(self, base: NumberType | BoolType, line: ast.FieldLine) -> NumberType | BoolType:
        if isinstance(base, BoolType):
            if line.bounds:
                raise self._fail(line.type, codes.values.TypeFault.BOUNDS_OF_OTHER)
            return base
        for bound in line.bounds:
            base = self._with_bound(base, bound, line)
        if base.low is not None and base.high is not None and base.low > base.high:
            raise self.context.findings.broken(
                self.place, codes.values.EmptyRange(what=line.name.text), line.span
            )
        return base

    def _dated(self, line: ast.FieldLine) -> DateType:
        limits = [self._day_limit(bound, line) for bound in line.bounds]
        low = max((limit.low for limit in limits if limit.low is not None), default=None)
        high = min((limit.high for limit in limits if limit.high is not None), default=None)
        if low is not None and high is not None and low > high:
            empty = codes.values.EmptyRange(what=line.name.text)
            raise self.context.findings.broken(self.place, empty, line.span)
        return DateType(low=low, high=high)

    def _day_limit(self, bound: ast.Bound, line: ast.FieldLine) -> DateType:
        """What one limit leaves; 前 and より後 leave their own day out."""
        if isinstance(bound.value, ast.DateLiteral):
            day = bound.value.value
            match bound.op:
                case ast.CompareWord.SINCE:
                    return DateType(low=day)
                case ast.CompareWord.AFTER if day < date.max:
                    return DateType(low=day + timedelta(days=1))
                case ast.CompareWord.UNTIL:
                    return DateType(high=day)
                case ast.CompareWord.BEFORE if day > date.min:
                    return DateType(high=day - timedelta(days=1))
        bad = codes.values.BadBound(what=line.name.text, dated=True)
        raise self.context.findings.broken(self.place, bad, bound.span)

    def _with_bound(self, type_: NumberType, bound: ast.Bound, line: ast.FieldLine) -> NumberType:
        """The type with one limit more; a strict limit is moved to the next point of the grid."""
        number = bound.value
        if not isinstance(number, ast.NumberLiteral):
            raise self.context.findings.broken(
                self.place, codes.values.BadBound(what=line.name.text), bound.span
            )
        if number.unit not in (NO_UNIT, type_.unit):
            raise self.context.findings.broken(
                self.place, codes.values.BadBound(what=line.name.text), bound.span
            )
        step = Fraction(1, 10**type_.places)
        match bound.op:
            case ast.CompareWord.GE:
                return replace(type_, low=number.value)
            case ast.CompareWord.GT:
                return replace(type_, low=number.value + step)
            case ast.CompareWord.LE:
                return replace(type_, high=number.value)
            case ast.CompareWord.LT:
                return replace(type_, high=number.value - step)
            case _:
                raise self.context.findings.broken(
                    self.place, codes.values.BadBound(what=line.name.text), bound.span
                )
