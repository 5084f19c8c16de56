"""A 区分表 of many rows that cuts every case exactly once, but for one planted overlap and one planted gap.

Owns: the columns, the k-d partition, the two planted faults, and the text of the specification.
Refuses to know: how a checker finds them.

Every column is a line of whole numbers: counts, day numbers, or positions in a list of values. A rule is a
half-open stretch [low, high) of each. The last two cuts are those with a fault: the lower side of one reaches
one number too far into its sibling, the upper side of the other begins one number too late. Siblings have the
same stretches in every other column, so nothing else overlaps and nothing else is left open.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from random import Random

from regcheck.frozen import Frozen

Stretch = tuple[int, int]
Box = tuple[Stretch, ...]
Point = tuple[int, ...]

SEED = 20_280_401
SUBJECT, TABLE, OUTPUT = "届出", "届出の手続", "手続"
POLICIES = {"overlaps": "該当は一つのみ", "gaps": "全て該当、漏れなし"}
"""What a table declares so that it owes nothing but the one."""

OUTCOMES = ("変更の案", "報告", "軽微", "不要")
_FIRST, _LAST = date(2000, 1, 1).toordinal(), date(2040, 1, 1).toordinal()


class Column(Frozen):
    """A fact with the stretch in which it is cut. `values` name the positions of a fact that is no number."""

    name: str
    type: str
    whole: Stretch
    unit: str = ""
    values: tuple[str, ...] = ()

    @property
    def is_date(self) -> bool:
        return not self.unit and not self.values


KINDS = ("国", "地方公共団体", "独立行政法人", "学校法人", "医療法人", "株式会社")
COLUMNS = (
    Column(name="病床数", type="整数（床）　０以上", whole=(0, 100_000), unit="床"),
    Column(name="年間件数", type="整数（件）　０以上", whole=(0, 100_000), unit="件"),
    Column(name="届出日", type="日付", whole=(_FIRST, _LAST)),
    Column(name="承認", type="真偽", whole=(0, 2), values=("なし", "あり")),
    Column(name="種別", type="設置者の種別", whole=(0, len(KINDS)), values=KINDS),
)
_COUNTS = (0, 1)


class Partition(Frozen):
    """The rules in the order of the rows; the rows that overlap, and the box that no row reaches."""

    rules: tuple[Box, ...]
    outcomes: tuple[str, ...]
    overlap: tuple[int, int]
    gap: Box

    def rows_at(self, point: Point) -> tuple[int, ...]:
        """Every row that applies, by its place."""
        return tuple(index for index, rule in enumerate(self.rules) if contains(rule, point))


def contains(box: Box, point: Point) -> bool:
    """Whether the point lies in the box."""
    return all(low <= value < high for (low, high), value in zip(box, point, strict=True))


def meet(left: Box, right: Box) -> bool:
    """Whether some point lies in both boxes."""
    return all(a < d and c < b for (a, b), (c, d) in zip(left, right, strict=True))


def overlaps(rules: tuple[Box, ...]) -> list[tuple[int, int]]:
    """Every pair of rows that meet, by looking at all pairs."""
    return [(i, j) for i, j in combinations(range(len(rules)), 2) if meet(rules[i], rules[j])]


def partition(size: int, seed: int = SEED) -> Partition:
    """`size` rules, at least 4."""
    random = Random(seed * 1_000_003 + size)
    *boxes, overlapped, opened = _cut(size - 2, random)
    (low, high), overlap_at = _halves(overlapped, random)
    (left, right), gap_at = _halves(opened, random)
    reaching = _with(low, overlap_at, (low[overlap_at][0], low[overlap_at][1] + 1))
    late = _with(right, gap_at, (right[gap_at][0] + 1, right[gap_at][1]))
    gap = _with(right, gap_at, (right[gap_at][0], right[gap_at][0] + 1))
    rules = [*boxes, reaching, high, left, late]
    random.shuffle(rules)
    first, second = sorted((rules.index(reaching), rules.index(high)))
    outcomes = tuple(random.choice(OUTCOMES) for _ in rules)
    return Partition(rules=tuple(rules), outcomes=outcomes, overlap=(first, second), gap=gap)


def _cut(size: int, random: Random) -> list[Box]:
    """A partition of everything, the box that waited longest cut first; the last two can be cut in a count."""
    waiting = deque([tuple(column.whole for column in COLUMNS)])
    while len(waiting) < size:
        box = waiting.popleft()
        at = random.choice([c for c, (low, high) in enumerate(box) if high - low > 1])
        waiting += _halved(box, at, random)
    wide = [box for box in waiting if all(box[c][1] - box[c][0] >= 8 for c in _COUNTS)]
    last = random.sample(wide, 2)
    return [*(box for box in waiting if box not in last), *last]


def _halves(box: Box, random: Random) -> tuple[tuple[Box, Box], int]:
    """The box cut in a count, each side at least two numbers wide."""
    at = random.choice(_COUNTS)
    return _halved(box, at, random), at


def _halved(box: Box, at: int, random: Random) -> tuple[Box, Box]:
    """Both sides of a cut somewhere in the middle half of a stretch."""
    low, high = box[at]
    quarter = (high - low) // 4
    cut = random.randint(max(low + 1, low + quarter), min(high - 1, high - quarter))
    return _with(box, at, (low, cut)), _with(box, at, (cut, high))


def _with(box: Box, at: int, stretch: Stretch) -> Box:
    return (*box[:at], stretch, *box[at + 1 :])


# ---------------------------------------------------------------- text


def partition_text(drawn: Partition, policy: str = "該当は一つのみ、漏れなし") -> str:
    """The specification whose only 区分表 is the partition. Another policy owes other obligations."""
    return "\n".join(_lines(drawn, policy)) + "\n"


def row_text(rule: Box, outcome: str) -> str:
    """A rule as it stands in the table."""
    cells = (_cell(column, stretch) for column, stretch in zip(COLUMNS, rule, strict=True))
    return "| " + " | ".join((*cells, outcome)) + " |"


def _lines(drawn: Partition, policy: str) -> Iterator[str]:
    yield from (f"区分　{COLUMNS[-1].type}", f"  {'、'.join(KINDS)}", "", f"対象　{SUBJECT}")
    yield from (f"  {column.name}：{column.type}" for column in COLUMNS)
    yield from ("", f"区分表「{TABLE}」：{SUBJECT}", "  出典　資料「別表」", f"  {policy}")
    yield "  | " + " | ".join((*(column.name for column in COLUMNS), f"→ {OUTPUT}")) + " |"
    for rule, outcome in zip(drawn.rules, drawn.outcomes, strict=True):
        yield f"  {row_text(rule, outcome)}"


def _cell(column: Column, stretch: Stretch) -> str:
    """What a drafter would write; the ends of the whole line are left open."""
    if stretch == column.whole:
        return "―"
    low, high = stretch
    if column.values:
        return _listed(column.values[low:high])
    if high - low == 1:
        return _number(column, low)
    above, below = ("以後", "より前") if column.is_date else ("以上", "未満")
    lower = "" if low == column.whole[0] else _number(column, low) + above
    upper = "" if high == column.whole[1] else _number(column, high) + below
    return lower + upper


def _listed(values: Sequence[str]) -> str:
    """A、B又はC."""
    *others, last = values
    return "又は".join(("、".join(others), last)) if others else last


def _number(column: Column, value: int) -> str:
    return date.fromordinal(value).isoformat() if column.is_date else f"{value}{column.unit}"
