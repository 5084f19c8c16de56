"""Units: the closed list of dsl/units.lark, and the spellings that are one unit.

Owns: which spellings there are and which of them are equal.
Refuses to know: dimensions, conversion, numbers.
"""

from __future__ import annotations

import re
from functools import cache

from regcheck.language import read_grammar
from regcheck.source.numerals import narrow

WINDOW_UNITS = "事業年度|会計年度|年度|年|四半期|箇月|か月|月|日|期|回"
"""What a window of 直近… is counted in, as in dsl/words.lark."""

_SAME = {
    "名": "人",
    "か所": "箇所",
    "カ所": "箇所",
    "ヶ所": "箇所",
    "か月": "箇月",
    "カ月": "箇月",
    "ヶ月": "箇月",
    "キロワット": "kW",
    "メガワット": "MW",
    "キロワット時": "kWh",
    "ボルト": "V",
    "キロボルト": "kV",
    "トン": "t",
    "㎏": "kg",
    "キログラム": "kg",
    "グラム": "g",
    "メートル": "m",
    "㎞": "km",
    "キロメートル": "km",
    "キロ": "km",
    "平方メートル": "㎡",
    "平方キロメートル": "㎢",
    "ヘクタール": "ha",
    "立方メートル": "㎥",
    "立方メートル毎日": "㎥/日",
    "リットル": "L",
    "キロリットル": "kL",
    "ビット毎秒": "bps",
    "メガジュール": "MJ",
}


@cache
def units() -> tuple[str, ...]:
    """All spellings, half-width, the longest first."""
    listed = re.findall(r'"([^"]+)"', read_grammar("units.lark"))
    return tuple(sorted({narrow(unit) for unit in listed}, key=lambda u: (-len(u), u)))


@cache
def unit_pattern() -> str:
    """A regular expression for any unit, for narrowed text."""
    return "|".join(re.escape(unit) for unit in units())


def canonical_unit(text: str) -> str:
    """The one spelling of a unit: トン → t, ｋＷ → kW; other words unchanged."""
    narrowed = narrow(text)
    return _SAME.get(narrowed, narrowed)
