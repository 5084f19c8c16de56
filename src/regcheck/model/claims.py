"""Claims about fact tables: what a 確認 says of counts, sums, rows and groups.

Owns: the claims as data, typed and resolved.
Refuses to know: the rows, whether a claim holds, who makes it.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from regcheck.frozen import Frozen, detail
from regcheck.model.formula import Comparator, Expression, Formula, Path, Rounding
from regcheck.source.span import NOWHERE, Span


class Selection(Frozen):
    """「一覧」のうち都道府県が東京都であるもの: rows of a 事実表, of which `where` holds (None: all)."""

    table: str
    where: Formula | None = None


class Statistic(StrEnum):
    """件数, 合計, 平均, 最大, 最小, 種類の数."""

    COUNT = "count"
    SUM = "sum"
    MEAN = "mean"
    MAX = "max"
    MIN = "min"
    DISTINCT = "distinct"


class FigureClaim(Frozen):
    """「一覧」の病床数の平均（小数点以下一位未満を四捨五入）が八百二十三床."""

    selection: Selection
    statistic: Statistic
    value: Expression | Path | None
    """A number expression over a row (SUM…MIN), a path (DISTINCT), None (COUNT)."""
    op: Comparator
    expected: Fraction
    unit: str
    rounding: tuple[int, Rounding] | None = None
    span: Span = detail(default=NOWHERE)


class EveryRowClaim(Frozen):
    """「一覧」の全てについて、病床数が四百床以上."""

    selection: Selection
    condition: Formula
    span: Span = detail(default=NOWHERE)


class GroupsWithoutClaim(Frozen):
    """「一覧」において、救命救急センターであるもののない都道府県が、山形県、富山県: exactly these groups."""

    table: str
    condition: Formula
    group: Path
    expected: tuple[str, ...]
    span: Span = detail(default=NOWHERE)


Claim = FigureClaim | EveryRowClaim | GroupsWithoutClaim
