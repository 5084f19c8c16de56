"""Printed days and stretches of days to expressions: 届出の日の三月前から届出の日まで, 受理した日から起算して三十日を経過する日.

Owns: the words of 期間 and 期限, and of the stretches in which something must, may or must not happen.
Refuses to know: how they are printed, conditions, which stretch the specification has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import Any

from lark import Lark, Token, Transformer, v_args
from lark.exceptions import UnexpectedInput, VisitError

from regcheck.calendar.period import DAY_AFTER, DAY_BEFORE, Point
from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.figures import to_day, to_period
from regcheck.documents.from_statutory.worded import one_of, worded_parser
from regcheck.frozen import Frozen, field, replace
from regcheck.model.formula import Choice, Comparator, Compare, Day, Expression, Fact, Holds, Path, PeriodEnd
from regcheck.model.procedures import Before, Procedure, day_of, new_last_day_of
from regcheck.model.specification import Specification
from regcheck.model.types import DateType, ReferenceType

_AFTER_EVENT = "の日|[をのしす][^日]*日|[の以][前後]|より[前後]|まで|から|、|$"
_DEEPEST = 3
"""Steps from a 手続 to a date that it counts from."""


class Stretch(Frozen):
    """The days from `first` to `last`; None is open. `counted_from` is the day that `last` is counted from, where the
    words leave it open whether the stretch begins with it (三十日を経過する日まで)."""

    first: Expression | None = None
    last: Expression | None = None
    counted_from: Expression | None = None


Span = Stretch | Before
"""A stretch of days, or an event that comes before (届出以後)."""


class Timed(Frozen):
    """What words of days can name: a 手続, and the dates of its 対象 by their words (申請者の設立日)."""

    procedure: Procedure
    facts: Mapping[str, Path] = field(default_factory=dict)

    @classmethod
    def of(cls, spec: Specification, procedure: Procedure) -> Timed:
        """A 手続 of a specification."""
        dates = _dates(spec, procedure.subject, ())
        return cls(procedure=procedure, facts={"の".join(steps): Path(steps=steps) for steps in dates})


def _dates(spec: Specification, subject: str, before: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if subject not in spec.subjects or len(before) >= _DEEPEST:
        return
    for name, definition in spec.subjects[subject].fields.items():
        match definition.type:
            case DateType():
                yield (*before, name)
            case ReferenceType(subject=inner):
                yield from _dates(spec, inner, (*before, name))


def read_stretches(words: str, timed: Timed, power: str = "") -> tuple[Span, ...]:
    """Every stretch that the words name, in order; in a 権限 that changes a 期間, its name is the 期間 before the change.
    Raises Unread for words that are none."""
    reading = _Reading(timed, power)
    try:
        tree = _parser(*_names_of(timed)).parse(words, start="stretch")
        return tuple(reading.transform(tree).children)
    except UnexpectedInput as error:
        place = error.pos_in_stream if error.pos_in_stream is not None else len(words)
        raise Unread(words, words[max(place, 0) :][:12]) from None
    except VisitError as error:
        raise Unread(words, str(error.obj)) from None


def all_of(stretches: Sequence[Stretch]) -> Stretch:
    """The days that lie in all of some stretches."""
    if len(stretches) == 1:
        return stretches[0]
    firsts = [one.first for one in stretches if one.first is not None]
    lasts = [one.last for one in stretches if one.last is not None]
    return Stretch(first=_extreme(firsts, Comparator.GE), last=_extreme(lasts, Comparator.LE))


def _extreme(days: Iterable[Expression], op: Comparator) -> Expression | None:
    """The latest (GE) or the earliest (LE) of some days."""
    found: Expression | None = None
    for day in days:
        kept = Compare(op=op, left=found, right=day) if found is not None else None
        found = day if kept is None or found is None else Choice(condition=kept, then=found, otherwise=day)
    return found


# ---------------------------------------------------------------- the grammar


Names = tuple[str, ...]


def _names_of(timed: Timed) -> tuple[Names, Names, Names, Names]:
    procedure = timed.procedure
    return tuple(procedure.events), tuple(procedure.periods), tuple(procedure.limits), tuple(timed.facts)


@lru_cache(maxsize=32)
def _parser(events: Names, periods: Names, limits: Names, facts: Names) -> Lark:
    words = {
        "EVENT": f"(?:{one_of(events)})(?={_AFTER_EVENT})",
        "PERIOD": f"(?:{one_of(periods)})(?=の末日|の初日|内)",
        "LIMIT": one_of(limits),
        "FACT": one_of(facts),
    }
    return worded_parser("statutory_periods.lark", ("stretch",), words)


# ---------------------------------------------------------------- meaning


@v_args(inline=True)
class _Reading(Transformer[Token, Any]):
    """Days become expressions, spans become stretches."""

    def __init__(self, timed: Timed, power: str) -> None:
        super().__init__()
        self._procedure, self._facts, self._power = timed.procedure, timed.facts, power
        self._counted: list[PeriodEnd] = []
        """Days that the words count themselves, and do not take from a name."""

    # ------------------------------------------------------------ days

    def event_day(self, name: Token) -> Expression:
        return Fact(path=Path(steps=(day_of(str(name)),)))

    def fact(self, words: Token) -> Expression:
        return Fact(path=self._facts[str(words)])

    def fixed(self, day: Token) -> Expression:
        return Day(value=to_day(str(day)))

    def last_day(self, name: Token) -> Expression:
        return _last_day(self._procedure, str(name), self._power)

    def first_day(self, name: Token) -> Expression:
        return self._procedure.periods[str(name)].first

    def limit(self, name: Token) -> Expression:
        return self._procedure.limits[str(name)].day

    def moved(self) -> bool:
        return True

    def forward(self, start: Expression, length: Token, end: Token, moves: bool = False) -> PeriodEnd:
        point = Point.NEXT if end.type == "PASSED" else Point.LAST
        day = PeriodEnd(start=start, period=replace(to_period(length), point=point, moves=moves))
        self._counted.append(day)
        return day

    def _counted_from(self, day: Expression) -> Expression | None:
        """The day that another is counted from in these words."""
        return next((one.start for one in self._counted if one is day), None)

    def backward(self, start: Expression, length: Token) -> PeriodEnd:
        return PeriodEnd(start=start, period=replace(to_period(length), backward=True))

    # ------------------------------------------------------------ stretches

    def promptly(self, _word: Token) -> Span:
        return Stretch()

    def follows(self, event: Token, side: Token) -> Span:
        return Before(event=str(event), strict=side == "より後")

    def between(self, first: Expression, last: Expression) -> Span:
        return Stretch(first=first, last=last)

    def counted(self, start: Expression, length: Token, moves: bool = False) -> Span:
        return Stretch(
            first=start, last=PeriodEnd(start=start, period=replace(to_period(length), moves=moves))
        )

    def until(self, day: Expression) -> Span:
        return Stretch(last=day, counted_from=self._counted_from(day))

    def before(self, day: Expression, _word: Token) -> Span:
        return Stretch(last=_next_to(day, -1))

    def after(self, day: Expression, _word: Token) -> Span:
        return Stretch(first=_next_to(day, 1))

    def side(self, day: Expression, word: Token) -> Span:
        match str(word):
            case "以後":
                return Stretch(first=day)
            case "より後":
                return Stretch(first=_next_to(day, 1))
            case "以前":
                return Stretch(last=day)
            case _:
                return Stretch(last=_next_to(day, -1))

    def at(self, day: Expression) -> Span:
        return Stretch(first=day, last=day, counted_from=self._counted_from(day))

    def inside(self, name: Token) -> Span:
        if name.type == "LIMIT":
            return Stretch(last=self._procedure.limits[str(name)].day)
        last = _last_day(self._procedure, str(name), self._power)
        return Stretch(first=self._procedure.periods[str(name)].first, last=last)


def _last_day(procedure: Procedure, name: str, power: str) -> Expression:
    """The last day of a 期間 in force, or before a 権限 changes it."""
    period = procedure.periods[name]
    if power not in period.changes:
        return period.last_in_force
    event, found = procedure.rules[power].event, period.last
    for change in period.changes:
        earlier = procedure.rules[change].event
        if earlier == event:
            break
        new = Fact(path=Path(steps=(new_last_day_of(earlier),)))
        found = Choice(condition=Holds(path=Path(steps=(earlier,))), then=new, otherwise=found)
    return found


def _next_to(day: Expression, by: int) -> Expression:
    if isinstance(day, Day):
        return Day(value=day.value + timedelta(days=by))
    return PeriodEnd(start=day, period=DAY_AFTER if by > 0 else DAY_BEFORE)
