"""Limits and the rows that they decide, as a page and as an object for programs.

Owns: the words for a moved limit in both languages, the shape regcheck-sensitivity/1.
Refuses to know: how break points are found, terminals, files.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

from regcheck.analysis.sensitivity import Change, Movable, Turn
from regcheck.diagnostics.wording import Language
from regcheck.evaluation.describe import number_text
from regcheck.evaluation.kleene import Kleene
from regcheck.frozen import Frozen
from regcheck.proof.phrases import limit_text
from regcheck.render.as_of import as_of_keys
from regcheck.render.machine import Json
from regcheck.render.page import Line, Page, Piece, Role, line, visible
from regcheck.source.eras import day_text

SCHEMA = "regcheck-sensitivity/1"
_NAMED = 4


class Words(Frozen):
    """One language's words; texts with {braces} are for str.format."""

    moved: str
    above: str
    below: str
    becomes: dict[Kleene, str]
    colon: str
    also: str
    others: str
    more: str
    unknown: str
    nothing: str
    none: str


_JA = Words(
    moved="{limit}にすると",
    above="限度を{value}より上げると",
    below="限度を{value}より下げると",
    becomes={Kleene.TRUE: "加わる", Kleene.FALSE: "外れる", Kleene.UNKNOWN: "要確認となる"},
    colon="：",
    also="（{terms}）",
    others="ほか{count}",
    more="ほかに変わり目が{count}か所あります（--limit で全て示します）",
    unknown="{count}行は値が不明です",
    nothing="動かしても、事実表のどの行も変わりません",
    none="事実表の行に関わる限度がありません",
)
_EN = Words(
    moved="with {limit}",
    above="with a limit above {value}",
    below="with a limit below {value}",
    becomes={Kleene.TRUE: "joins", Kleene.FALSE: "drops out", Kleene.UNKNOWN: "becomes open"},
    colon=": ",
    also=" ({terms})",
    others="{count} more",
    more="{count} further turning points (--limit shows all)",
    unknown="the value of {count} rows is unknown",
    nothing="no row of a 事実表 changes, wherever it is moved",
    none="no limit concerns the rows of a 事実表",
)
_ROLES = {Kleene.TRUE: Role.ADDED, Kleene.FALSE: Role.REMOVED, Kleene.UNKNOWN: Role.WARNING}


def sensitivity_page(found: Sequence[Movable], language: Language, most: int | None) -> Page:
    """A block for each limit: what happens as it rises, then as it falls; at most so many points each way."""
    words = _JA if language is Language.JA else _EN
    if not found:
        return (line(words.none),)
    lines = [one for movable in found for one in (*_block(movable, words, most), line())]
    return tuple(lines[:-1])


def _block(movable: Movable, words: Words, most: int | None) -> Iterator[Line]:
    limit = movable.limit
    about = f"{movable.fact}が{limit_text(limit.op, limit.value, limit.unit)}"
    where = "" if limit.label.startswith(movable.item) else f"（{movable.item}）"
    yield line(Piece(f"{limit.label}「{about}」", Role.HEADLINE), where)
    left = 0
    for turns, rising in ((movable.rising, True), (movable.falling, False)):
        for turn in turns[:most]:
            yield from _turn(movable, turn, words, rising=rising)
        left += len(turns) - len(turns[:most])
    if left:
        yield line("  ", Piece(words.more.format(count=left), Role.DIM))
    if not (movable.rising or movable.falling or movable.unknown):
        yield line("  ", Piece(words.nothing, Role.DIM))
    if movable.unknown:
        yield line("  ", Piece(words.unknown.format(count=len(movable.unknown)), Role.DIM))


def _turn(movable: Movable, turn: Turn, words: Words, *, rising: bool) -> Iterator[Line]:
    """1001床以上にすると外れる：岩手医科大学附属病院."""
    how = _moved(movable, turn, words, rising=rising)
    for outcome, role in _ROLES.items():
        changes = [change for change in turn.changes if change.after is outcome]
        if changes:
            verb = Piece(words.becomes[outcome], role)
            gap = "" if words is _JA else " "
            yield line(f"  {how}{gap}", verb, f"{words.colon}{_rows(movable, changes, words)}")


def _moved(movable: Movable, turn: Turn, words: Words, *, rising: bool) -> str:
    limit, value = movable.limit, turn.value
    if turn.beyond and not movable.whole:
        shown = number_text(value, limit.unit) if isinstance(value, Fraction) else day_text(value)
        return (words.above if rising else words.below).format(value=shown)
    return words.moved.format(limit=moved_limit(movable, turn, rising=rising))


def moved_limit(movable: Movable, turn: Turn, *, rising: bool) -> str:
    """The nearest limit with this effect where there is one, else the number that the limit has to pass."""
    limit, value = movable.limit, turn.value
    if turn.beyond and movable.whole:
        step = 1 if rising else -1
        value = value + timedelta(days=step) if isinstance(value, date) else value + step
    return limit_text(limit.op, value, limit.unit)


def _rows(movable: Movable, changes: Sequence[Change], words: Words) -> str:
    """The rows, and the terms that follow besides the item itself."""
    rows = dict.fromkeys(change.row for change in changes)
    terms = dict.fromkeys(change.term for change in changes if change.term != movable.item)
    also = list(terms)[:_NAMED]
    if len(terms) > _NAMED:
        also.append(words.others.format(count=len(terms) - _NAMED))
    return "、".join(rows) + (words.also.format(terms="、".join(also)) if also else "")


# ---------------------------------------------------------------- programs


def sensitivity_text(found: Sequence[Movable], as_of: date | None = None, assumed: Sequence[str] = ()) -> str:
    """The object as text that ends with a line break."""
    made: dict[str, Json] = {
        "schema": SCHEMA,
        **as_of_keys(as_of, assumed),
        "limits": [_object(movable) for movable in found],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _object(movable: Movable) -> dict[str, Json]:
    limit = movable.limit
    return {
        "provision": visible(limit.label),
        "item": visible(movable.item),
        "fact": visible(movable.fact),
        "limit": limit_text(limit.op, limit.value, limit.unit),
        "rising": [_turn_object(movable, turn, rising=True) for turn in movable.rising],
        "falling": [_turn_object(movable, turn, rising=False) for turn in movable.falling],
        "unknown": [visible(row) for row in movable.unknown],
    }


def _turn_object(movable: Movable, turn: Turn, *, rising: bool) -> dict[str, Json]:
    exact = movable.whole or not turn.beyond
    return {
        "value": str(turn.value),
        "beyond": turn.beyond,
        "limit": moved_limit(movable, turn, rising=rising) if exact else None,
        "changes": [
            {
                "row": visible(change.row),
                "term": visible(change.term),
                "before": change.before.value,
                "after": change.after.value,
            }
            for change in turn.changes
        ],
    }
