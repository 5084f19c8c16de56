"""Cases: the facts of one record, as concrete values.

Owns: the shape of a value for every type of model/types.py, and the unknown.
Refuses to know: where the facts come from (a 事例, a CSV row, a solver's model) and what follows.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from types import MappingProxyType

from regcheck.frozen import Frozen, field


class Unknown(Enum):
    """The single value 不明."""

    UNKNOWN = "不明"


UNKNOWN = Unknown.UNKNOWN


class Record(Frozen):
    """One record of a 対象. A field that is not in `facts` is 不明, and so is a 裁量 not in `judgements`.

    Values by type: 真偽 bool; 整数 小数 割合 期間 Fraction; 日付 date; 区分 and 文字列 str; 区分の集合
    frozenset[str]; 参照 Record; 一覧 tuple[Record, ...]; 系列 tuple[bool | Fraction | Unknown, ...].
    """

    subject: str
    facts: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    judgements: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))

    def __reduce__(self) -> tuple[object, ...]:
        """Views do not go from process to process; what they show does."""
        return _record, (self.subject, dict(self.facts), dict(self.judgements))


def _record(subject: str, facts: Mapping[str, Value], judgements: Mapping[str, bool]) -> Record:
    return Record(subject=subject, facts=MappingProxyType(facts), judgements=MappingProxyType(judgements))


Scalar = bool | Fraction | date | str | frozenset[str] | Unknown
Value = Scalar | Record | tuple["Record", ...] | tuple[bool | Fraction | Unknown, ...]
