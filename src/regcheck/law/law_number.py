"""法令番号 as it is written: 令和五年国土交通省令第六十二号.

Owns: reading it.
Refuses to know: which law has it.
"""

from __future__ import annotations

import re

from regcheck.law.tree import Kind, Number
from regcheck.source.numerals import lenient_kanji

ERAS = {"明治": "Meiji", "大正": "Taisho", "昭和": "Showa", "平成": "Heisei", "令和": "Reiwa"}
_K = "[元〇一二三四五六七八九十百千]+"
NUMBER = rf"(?:明治|大正|昭和|平成|令和){_K}年[^、。（）「」]{{1,40}}?第{_K}号"
_NUMBER = re.compile(rf"(?P<era>明治|大正|昭和|平成|令和)(?P<year>{_K})年(?P<kind>.+?)第(?P<num>{_K})号")
_KINDS = (
    ("憲法", Kind.CONSTITUTION),
    ("法律", Kind.ACT),
    ("政令", Kind.CABINET_ORDER),
    ("勅令", Kind.IMPERIAL_ORDER),
    ("規則", Kind.RULE),
    ("府令", Kind.MINISTERIAL_ORDINANCE),
    ("省令", Kind.MINISTERIAL_ORDINANCE),
    ("令", Kind.MINISTERIAL_ORDINANCE),
)


def number_of(text: str, promulgated: str = "") -> Number:
    """The number with its parts; what is no number keeps its text. `promulgated` is a day as 2023-08-09."""
    found = _NUMBER.fullmatch(text)
    day = re.fullmatch(r"\d+-(\d+)-(\d+)", promulgated)
    when = (int(day[1]), int(day[2])) if day else None
    if not found:
        return Number(text=text, promulgated=when)
    return Number(
        text=text,
        era=ERAS[found["era"]],
        year=_value(found["year"]),
        num=_value(found["num"]),
        kind=next((kind for word, kind in _KINDS if found["kind"].endswith(word)), Kind.OTHER),
        promulgated=when,
    )


def _value(kanji: str) -> int:
    return 1 if kanji == "元" else lenient_kanji(kanji) or 1
