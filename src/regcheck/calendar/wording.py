"""Periods as statutes word them: 指定を受けた日から六月間, 起算して三十日を経過する日まで, 二週間前まで.

Owns: the regular grammar of such phrases, a period back in words.
Refuses to know: dates, counting (reckon.py), the rest of the language.

    phrase = [anchor link] words [（閉庁日繰下げ）] | anchor side
    anchor = …日
    link   = から | の | の翌日から[起算して] | の午前零時から
    words  = [起算して] length end [side] [まで, に, において …]
    length = N年 | N年N月 | N月 | N週間 | N日
    end    = 間, 以内, を経過する日, を超えない範囲内 … (the last day) | を経過した日 (the day after) | 前 (back)
    side   = 以前 | 以後 | 以降 | 前 | 後

N is a numeral in kanji or in digits, half or full width; 月 may be 箇月, か月, ヶ月.
"""

from __future__ import annotations

import re
from enum import StrEnum

from regcheck.calendar.period import Period, Point
from regcheck.calendar.sides import Side
from regcheck.frozen import Frozen
from regcheck.source.numerals import KANJI_SIGNS, from_kanji, halve, lenient_kanji, to_kanji


class Worded(Frozen):
    """A phrase that was read: the day it starts from ("" if it names none), the period, and the side of the day that
    the period means. Without a period it is the side of the named day itself."""

    anchor: str = ""
    period: Period | None = None
    side: Side | None = None


class Expected(StrEnum):
    """What a phrase should have at a place."""

    ANCHOR = "anchor"
    LENGTH = "length"
    NUMERAL = "numeral"
    END = "end"


class Unreadable(Frozen):
    """A phrase that was not read: the rest of it from where it is not understood, and what was expected there.

    `instead` is the usual form of an odd numeral (千 for 一千), or "".
    """

    rest: str
    expected: Expected
    instead: str = ""


LONGEST = 200
"""Signs of the longest phrase that is looked at."""

_N = rf"(?:[0-9]{{1,9}}|[{KANJI_SIGNS}]{{1,20}})"
_MONTH = r"[箇個かカヵケヶ]?月"
_ANCHOR = r"(?P<anchor>.*(?<!翌)日)"
_LINK = r"(?:から|の(?P<next_day>翌日から)(?:起算して)?|の?(?P<midnight>午前[零〇0]時から)|の)"
_LENGTH = (
    rf"(?P<counted>起算して)?(?:(?P<years>{_N})年(?:(?P<and_months>{_N}){_MONTH})?"
    rf"|(?P<months>{_N}){_MONTH}|(?P<weeks>{_N})週(?=間)|(?P<days>{_N})日)"
)
_LAST = r"間?(?:以内(?:の(?:日|期間))?|の末日|の(?:期間が)?満了する日|を経過する(?:日|まで)|を超えない(?:範囲|期間)内?|を限度)?"
_NEXT = r"(?P<next>間?を経過した(?:日|後))"
_BACK = r"(?P<back>間?前(?:の日)?)"
_SIDE = r"(?P<side>以前|以後|以降|前|後)"
_END = rf"(?:{_NEXT}|{_BACK}|{_LAST})(?:(?<=[るた末]日){_SIDE})?(?:まで|の間|として|において|で|に|は|、)*"
_MOVES = r"\(閉庁日繰下げ\)"
_WORDS = _LENGTH + _END
_PHRASE = f"(?:{_ANCHOR}{_LINK})?{_WORDS}"
_ONE_SIDE = rf"(?P<anchor>.*(?:月{_N}|[^{KANJI_SIGNS}0-9])日){_SIDE}"
_BEGINNING = rf".*?(?<!翌)日(?:の翌日|の?午前[零〇0]時)?から|.*?日の(?={_N}|起算して)|(?={_N}|起算して)"
_LATER_ON = {"以降": "以後"}


def parse_wording(text: str) -> Worded | Unreadable:
    """What a whole phrase says: 指定を受けた日から六月間, 変更の日の二週間前まで, 施行の日以後."""
    phrase = _plain(text)
    body = re.sub(f"{_MOVES}$", "", phrase)
    found = re.fullmatch(_PHRASE, body)
    if found is not None:
        period = _period(found, moves=body != phrase)
        if isinstance(period, Unreadable):
            return period
        return Worded(anchor=found["anchor"] or "", period=period, side=_side(found))
    alone = re.fullmatch(_ONE_SIDE, phrase)
    if alone is not None:
        return Worded(anchor=alone["anchor"], side=_side(alone))
    return _explained(body)


def period_of(words: str, moves: bool = False) -> Period | Unreadable:
    """The period of the words after から or の: 起算して三十日を経過する日まで, 六月間, 二週間前."""
    text = _plain(words)
    found = re.fullmatch(_WORDS, text)
    return _period(found, moves) if found is not None else _explained(text)


def period_text(period: Period) -> str:
    """The words after から or の that period_of reads as the period, but for 閉庁日繰下げ: 起算して一年六月間."""
    units = ((period.years, "年"), (period.months, "月"), (period.weeks, "週間"), (period.days, "日"))
    length = "".join(to_kanji(count) + unit for count, unit in units if count) or "〇日"
    counted = "起算して" if period.first_day_counts else ""
    if period.backward:
        return f"{counted}{length}前"
    end = "を経過した日" if period.point is Point.NEXT else "間"
    return counted + (length + end).replace("間間", "間")


def _plain(text: str) -> str:
    """The phrase with half-width signs and without spaces; one that is too long ends in … and is none."""
    plain = halve(text[:LONGEST]).replace(" ", "")
    return plain if len(text) <= LONGEST else f"{plain}…"


def _side(found: re.Match[str]) -> Side | None:
    side = found["side"]
    return Side(_LATER_ON.get(side, side)) if side else None


# ------------------------------------------------------------ the parts


def _period(found: re.Match[str], moves: bool) -> Period | Unreadable:
    parts = found.groupdict()
    counts = {}
    for unit in ("years", "months", "weeks", "days"):
        numeral = parts[unit] or (parts["and_months"] if unit == "months" else None)
        count = _count(numeral) if numeral else 0
        if isinstance(count, Unreadable):
            return count
        counts[unit] = count
    if parts["back"] and parts.get("next_day"):
        return Unreadable(rest=parts["back"], expected=Expected.END)
    return Period(
        **counts,
        first_day_counts=bool(parts["counted"] or parts.get("midnight")),
        backward=bool(parts["back"]),
        point=Point.NEXT if parts["next"] else Point.LAST,
        moves=moves,
    )


def _count(numeral: str) -> int | Unreadable:
    """A number of at least one."""
    value = int(numeral) if numeral.isdecimal() else from_kanji(numeral)
    if value:
        return value
    meant = None if value == 0 else lenient_kanji(numeral)
    return Unreadable(rest=numeral, expected=Expected.NUMERAL, instead=to_kanji(meant) if meant else "")


def _explained(body: str) -> Unreadable:
    """Where a phrase goes wrong that is none."""
    rest = body
    for pattern, expected in ((_BEGINNING, Expected.ANCHOR), (f"(?:起算して)?{_LENGTH}", Expected.LENGTH)):
        found = re.match(pattern, rest)
        if found is None:
            return Unreadable(rest=rest, expected=expected)
        rest = rest[found.end() :]
    return Unreadable(rest=rest, expected=Expected.END)
