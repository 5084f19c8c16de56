"""Phrases to paths and expressions: 開設者の病床数, 設備（…に限る。）の出力の合計.

Owns: what the parts of a phrase are, by the types of the facts they name; sums, products, 端数.
Refuses to know: predicates. Conditions in brackets are read by whom the caller names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from lark import Token, Tree

from regcheck.calendar.period import DAY_AFTER, DAY_BEFORE, Point
from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.figures import to_day, to_number, to_period, to_rounding
from regcheck.documents.from_statutory.lexicon import Node
from regcheck.documents.from_statutory.reading import Reading, name_of, tokens, trees
from regcheck.frozen import Mutable, field, replace
from regcheck.model.formula import (
    Aggregate,
    Count,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    ListTotal,
    Not,
    Number,
    Or,
    Part,
    Path,
    PeriodEnd,
    Rounded,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    Total,
)
from regcheck.model.types import (
    NO_UNIT,
    RATIO,
    DateType,
    EnumSetType,
    ListType,
    NumberType,
    SeriesType,
    Type,
)
from regcheck.syntax.units import canonical_unit

Sentence = Callable[[Node, Reading], Formula]
"""Reads the condition in a bracket."""

_AGGREGATES = {"合計": Aggregate.SUM, "平均": Aggregate.MEAN, "最大": Aggregate.MAX, "最小": Aggregate.MIN}


class Phrase(Mutable):
    """A phrase part by part: the way so far, and what was said on it."""

    root: str
    steps: list[str]
    listed: int = 0
    """How many steps lead to the 一覧 that is counted or summed; 0 for none."""
    where: Node | None = None
    window: str = ""
    measure: str = ""
    """数, 合計, 平均, 最大, 最小 at the end."""
    stage: str = ""
    every: bool = False
    back: list[Token] = field(default_factory=list)
    """二月前の日, 前日, 翌日 at the end, in order."""

    @property
    def path(self) -> Path:
        return Path(root=self.root, steps=tuple(self.steps))


def read_phrase(node: Node, reading: Reading, base: Path | None = None) -> Phrase:
    """The parts of a `phrase` node in their order, from the innermost record or from another."""
    base = base or Path(root=reading.scope.here)
    phrase = Phrase(root=base.root, steps=list(base.steps))
    for position, part in enumerate(node.children):
        if phrase.measure or phrase.stage or phrase.every or (phrase.back and not _is_back(part)):
            raise reading.unread(node)
        _take_part(phrase, part, position, reading)
    if phrase.window and not phrase.measure:
        raise reading.unread(node)
    return phrase


def _take_part(phrase: Phrase, part: Node | Token, position: int, reading: Reading) -> None:
    if isinstance(part, Token):
        _take_word(phrase, part)
        return
    match part.data:
        case "name":
            _take_step(phrase, name_of(part), reading)
        case "restricted":
            name, where = trees(part)
            _take_step(phrase, name_of(name), reading)
            phrase.where = where
            phrase.listed = len(phrase.steps)
        case "every":
            _take_step(phrase, name_of(trees(part)[0]), reading)
            phrase.every = True
        case "the" | "outermost":
            if position or phrase.steps:
                raise reading.unread(part)
            phrase.root = _root(part, reading)
        case _:
            raise reading.unread(part)


def _is_back(part: Node | Token) -> bool:
    return isinstance(part, Token) and part.type == "BACKWARD"


def _take_word(phrase: Phrase, word: Token) -> None:
    match word.type:
        case "WINDOW":
            phrase.window = str(word)
        case "STAGE":
            phrase.stage = str(word)
        case "BACKWARD":
            phrase.back.append(word)
        case _:
            phrase.measure = str(word)


def _take_step(phrase: Phrase, name: str, reading: Reading) -> None:
    phrase.steps.append(name)
    try:
        found = reading.scope.type_at(phrase.path)
    except KeyError:
        raise Unread(reading.line, name) from None
    if isinstance(found, ListType) and not phrase.listed:
        phrase.listed = len(phrase.steps)


def _root(part: Node, reading: Reading) -> str:
    subject = name_of(trees(part)[0])
    outermost, kind = reading.scope.records[0]
    found = reading.scope.around(subject) if part.data == "the" else outermost
    if found is None or (part.data == "outermost" and kind != subject):
        raise reading.unread(part)
    return found


def read_where(node: Node, reading: Reading, sentence: Sentence) -> Formula:
    """…ものに限る。, …ものを除く。, …ものに限り、…ものを除く。"""
    found = [sentence(part, reading) for part in trees(node)]
    match node.data:
        case "only":
            return found[0]
        case "left_out":
            return Not(body=Or(parts=tuple(Part(body=one) for one in found)))
        case _:
            body, *left_out = found
            return Except(body=body, exceptions=tuple(Part(body=one) for one in left_out))


# ---------------------------------------------------------------- paths


def read_path(node: Node, reading: Reading) -> Path:
    """A side that is nothing but a way to a fact or record."""
    phrase = _only_phrase(node, reading)
    if phrase.measure or phrase.stage or phrase.every or phrase.back or phrase.where is not None:
        raise reading.unread(node)
    return phrase.path


def read_list(node: Node, reading: Reading, base: Path | None = None) -> Phrase:
    """A side or phrase that is a way to a 一覧, perhaps with a condition in brackets."""
    phrase = _only_phrase(node, reading, base)
    if phrase.measure or phrase.stage or phrase.every or phrase.back or phrase.listed != len(phrase.steps):
        raise reading.unread(node)
    return phrase


def read_fact_type(side: Node, reading: Reading) -> Type | None:
    """The type of the fact, if a side is nothing but a way to one."""
    inner = side.children[0]
    if not isinstance(inner, Tree) or inner.data != "phrase":
        return None
    phrase = read_phrase(inner, reading)
    return None if phrase.measure or phrase.stage or phrase.back else reading.scope.type_at(phrase.path)


def _only_phrase(node: Node, reading: Reading, base: Path | None = None) -> Phrase:
    inner = node.children[0] if node.data == "side" else node
    if not isinstance(inner, Tree) or inner.data != "phrase":
        raise reading.unread(node)
    return read_phrase(inner, reading, base)


def element_subject(path: Path, reading: Reading) -> str:
    """The 対象 of the elements of the 一覧 at a path."""
    listed = reading.scope.type_at(path)
    if not isinstance(listed, ListType):
        raise Unread(reading.line, path.steps[-1] if path.steps else "")
    return listed.subject


# ---------------------------------------------------------------- expressions


def read_expression(node: Node | Token, reading: Reading, sentence: Sentence) -> Expression:
    """A `side` or any part of one as a number or day."""
    if isinstance(node, Token):
        return Day(value=to_day(str(node)))
    parts = trees(node)

    def inner(position: int) -> Expression:
        return read_expression(node.children[position], reading, sentence)

    match node.data:
        case "side":
            return inner(0)
        case "phrase":
            return _phrase_expression(read_phrase(node, reading), node, reading, sentence)
        case "quantity":
            return _quantity(tokens(node))
        case "sum":
            return Total(
                terms=tuple((Fraction(1), read_expression(p, reading, sentence)) for p in node.children)
            )
        case "product":
            return Total(terms=((to_number(str(node.children[1])), inner(0)),))
        case "difference":
            return Total(terms=((Fraction(1), inner(0)), (Fraction(-1), inner(1))))
        case "rounded":
            places, mode = to_rounding(str(node.children[1]))
            return Rounded(value=inner(0), places=places, mode=mode)
        case "counted":
            return _counted(inner(0), [word for word in node.children[1:] if isinstance(word, Token)])
        case "totalled":
            return _totalled(read_list(parts[0], reading), parts[1], reading, sentence)
        case _:
            raise reading.unread(node)


def _counted(start: Expression, words: Sequence[Token]) -> PeriodEnd:
    """起算して六月を経過する日, 二月前の日, 前日, counted from a day; perhaps moved to an open one."""
    first, *moved = words
    if first in ("前日", "翌日"):
        return PeriodEnd(start=start, period=DAY_BEFORE if first == "前日" else DAY_AFTER)
    period = to_period(first)
    if first.type == "BACKWARD":
        return PeriodEnd(start=start, period=replace(period, backward=True))
    point = Point.NEXT if first.endswith("した日") else Point.LAST
    return PeriodEnd(start=start, period=replace(period, point=point, moves=bool(moved)))


def _quantity(words: list[Token]) -> Number:
    number, *unit = words
    value = to_number(str(number))
    if unit:
        return Number(value=value, unit=canonical_unit(str(unit[0])))
    return Number(value=value, unit=RATIO if "分の" in number else NO_UNIT)


def _phrase_expression(phrase: Phrase, node: Node, reading: Reading, sentence: Sentence) -> Expression:
    if phrase.every or phrase.stage:
        raise reading.unread(node)
    found = reading.scope.type_at(phrase.path)
    if phrase.back:
        if not isinstance(found, DateType) or phrase.listed or phrase.window:
            raise reading.unread(node)
        day: Expression = Fact(path=phrase.path)
        for word in phrase.back:
            day = _counted(day, (word,))
        return day
    match phrase.measure, found:
        case "数", ListType(subject=subject) if phrase.listed == len(phrase.steps):
            inner = reading.scope.inside(subject)
            where = None if phrase.where is None else read_where(phrase.where, reading.about(inner), sentence)
            return Count(path=phrase.path, variable=inner.here, where=where)
        case "数", EnumSetType():
            return SetSize(path=phrase.path)
        case "", NumberType() | DateType() if not phrase.listed:
            return Fact(path=phrase.path)
        case "", SeriesType() if not phrase.listed and (index := reading.scope.year_of(found)):
            return SeriesItem(path=phrase.path, index=index)
        case measure, SeriesType() if phrase.window == found.window and measure in _AGGREGATES:
            return SeriesAggregate(function=_AGGREGATES[measure], path=phrase.path)
        case "合計", NumberType() if phrase.listed and not phrase.window:
            return _summed(phrase, reading, sentence)
        case _:
            raise reading.unread(node)


def _summed(phrase: Phrase, reading: Reading, sentence: Sentence) -> ListTotal:
    """設備の出力の合計: the steps after the 一覧 are those of an element."""
    path = replace(phrase.path, steps=phrase.path.steps[: phrase.listed])
    inner = reading.scope.inside(element_subject(path, reading))
    value = Fact(path=Path(root=inner.here, steps=phrase.path.steps[phrase.listed :]))
    where = None if phrase.where is None else read_where(phrase.where, reading.about(inner), sentence)
    return ListTotal(path=path, variable=inner.here, value=value, where=where)


def _totalled(phrase: Phrase, value: Node, reading: Reading, sentence: Sentence) -> ListTotal:
    """設備ごとの…を総計して得た数."""
    inner = reading.about(reading.scope.inside(element_subject(phrase.path, reading)))
    return ListTotal(
        path=phrase.path,
        variable=inner.scope.here,
        value=read_expression(value, inner, sentence),
        where=None if phrase.where is None else read_where(phrase.where, inner, sentence),
    )


def unit_of(expression: Expression, reading: Reading) -> str | None:
    """The unit of an expression, or None if its words do not tell."""
    match expression:
        case Fact(path=path) | SeriesItem(path=path) | SeriesAggregate(path=path):
            return _unit(reading.scope.type_at(path))
        case Count() | SetSize():
            return NO_UNIT
        case _:
            return None


def _unit(found: Type | None) -> str | None:
    found = found.element if isinstance(found, SeriesType) else found
    return found.unit if isinstance(found, NumberType) else None
