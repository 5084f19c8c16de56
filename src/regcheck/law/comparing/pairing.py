"""The units of two versions → pairs in the order of both.

Owns: which unit of the one is which unit of the other, at every depth, and what has moved past others.
Refuses to know: what differs inside of a pair, numbers, how a pair is printed.

Numbers decide nothing: an article is known by what it says and by its caption. What both versions have at the beginning
and at the end is taken off; of the rest, the alignment that keeps the order of both and has the greatest sum of squared
likenesses is found by dynamic programming (Needleman and Wunsch 1970, without a price for gaps). Squares prefer one
good pair to two poor ones. Among equal sums, units pair as early as they can. Where there are hundreds of units, those that
both versions have once, in one order, are partners beforehand. Then the same is done below each pair.
A unit left over on both sides that says the same, or nearly, has been moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from regcheck.frozen import Frozen
from regcheck.law.comparing.likeness import ONE, likeness, resemblance
from regcheck.law.comparing.units import Unit, UnitKind

MOVED = 800
"""From this resemblance on a unit that is gone from one place and stands in another is the same."""
LARGE = 40_000
"""Pairs of units above which looking at each would take seconds."""
SHORTEST = 12
"""Signs that a unit has to say to be known again elsewhere: 「削除」 and 「氏名」 are everywhere."""


class Fate(StrEnum):
    """What has become of a unit."""

    SAME = "same"
    RENUMBERED = "renumbered"
    """It says what it said, under another number."""
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Pair(Frozen):
    """Two units that are one provision, or one that has no partner."""

    old: Unit | None
    new: Unit | None
    below: tuple[Pair, ...] = ()

    @property
    def fate(self) -> Fate:
        if self.old is None:
            return Fate.ADDED
        if self.new is None:
            return Fate.REMOVED
        if self.old.key != self.new.key:
            return Fate.CHANGED
        return Fate.SAME if self.old.label.text == self.new.label.text else Fate.RENUMBERED

    def walk(self) -> Iterator[Pair]:
        """It and all pairs below it."""
        yield self
        for pair in self.below:
            yield from pair.walk()


def pairs_of(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[Pair, ...]:
    """Every unit of both, in an order that is the order of each; below a pair, the pairs of what it holds."""
    return tuple(_paired(one, other) for one, other in aligned(old, new))


def _paired(old: Unit | None, new: Unit | None) -> Pair:
    below = pairs_of(old.below if old else (), new.below if new else ())
    return Pair(old=old, new=new, below=below)


def aligned(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """Partners in order; of what has none, that of the old version comes first."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield from zip(old[:head], new[:head], strict=True)
    yield from _between(old[head : len(old) - tail], new[head : len(new) - tail])
    yield from zip(old[len(old) - tail :], new[len(new) - tail :], strict=True)


def _common(old: Sequence[Unit], new: Sequence[Unit]) -> int:
    """How many units at the beginning are the same, numbers and all."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if (one.kind, one.label.text, one.key) != (other.kind, other.label.text, other.key):
            break
        count += 1
    return count


def _between(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    """The best alignment; where there is too much for it, that of each stretch between units that stayed."""
    anchors = _anchors(old, new) if len(old) * len(new) > LARGE else []
    i = j = 0
    for at, there in anchors:
        yield from _best(old[i:at], new[j:there])
        yield old[at], new[there]
        i, j = at + 1, there + 1
    yield from _best(old[i:], new[j:])


def _anchors(old: Sequence[Unit], new: Sequence[Unit]) -> list[tuple[int, int]]:
    """The longest run of units, in the order of both, that say the same and stand once in each (the patience of Cohen)."""
    there = _once(new)
    both = [(i, there[key]) for key, i in _once(old).items() if key in there]
    ends: list[int] = []
    lasts: list[tuple[int, int]] = []
    before: dict[tuple[int, int], tuple[int, int] | None] = {}
    for pair in both:
        at = bisect_left(ends, pair[1])
        before[pair] = lasts[at - 1] if at else None
        ends[at : at + 1], lasts[at : at + 1] = [pair[1]], [pair]
    run: list[tuple[int, int]] = []
    last = lasts[-1] if lasts else None
    while last is not None:
        run.append(last)
        last = before[last]
    return run[::-1]


def _once(units: Sequence[Unit]) -> dict[tuple[UnitKind, str], int]:
    """What is said by one unit only, and is long enough to be known by, with its position."""
    counts = Counter((unit.kind, unit.key) for unit in units)
    return {
        (unit.kind, unit.key): n
        for n, unit in enumerate(units)
        if counts[unit.kind, unit.key] == 1 and len(unit.key) >= SHORTEST
    }


def _best(old: Sequence[Unit], new: Sequence[Unit]) -> Iterator[tuple[Unit | None, Unit | None]]:
    scores = [[_score(one, other) for other in new] for one in old]
    best = _sums(scores, len(new))
    i = j = 0
    while i < len(old) or j < len(new):
        if i < len(old) and j < len(new) and _is_pair(scores, best, i, j):
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif j == len(new) or (i < len(old) and best[i + 1][j] == best[i][j]):
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1


def _score(old: Unit, new: Unit) -> int:
    """The square of the likeness; between equals, the unit that keeps its number is the partner."""
    found = likeness(old, new)
    return found * found * 2 + (old.num == new.num) if found else 0


def _sums(scores: list[list[int]], width: int) -> list[list[int]]:
    """best[i][j] is the greatest sum of what begins at i in the old and at j in the new version."""
    best = [[0] * (width + 1) for _ in range(len(scores) + 1)]
    for i in range(len(scores) - 1, -1, -1):
        row, below, given = best[i], best[i + 1], scores[i]
        for j in range(width - 1, -1, -1):
            pair = given[j] + below[j + 1] if given[j] else 0
            row[j] = max(pair, below[j], row[j + 1])
    return best


def _is_pair(scores: list[list[int]], best: list[list[int]], i: int, j: int) -> bool:
    return bool(scores[i][j]) and best[i][j] == scores[i][j] + best[i + 1][j + 1]


# ------------------------------------------------------------ what has moved


class Move(Frozen):
    """A unit that stands elsewhere, past others: in the table it is removed here and added there."""

    old: Unit
    new: Unit

    @property
    def is_exact(self) -> bool:
        """Whether it says there what it said here."""
        return self.old.key == self.new.key


def moves_of(pairs: Sequence[Pair]) -> tuple[Move, ...]:
    """What was removed in one place and added in another, the most alike first, in the order of the old version."""
    removed = list(_lone(pairs, Fate.REMOVED))
    added = list(_lone(pairs, Fate.ADDED))
    found: list[tuple[int, int, int]] = []
    for i, old in enumerate(removed):
        for j, new in enumerate(added):
            alike = _known_again(old, new)
            found += [(-alike, i, j)] if alike else []
    taken_old, taken_new, moves = set[int](), set[int](), list[tuple[int, int]]()
    for _, i, j in sorted(found):
        if i not in taken_old and j not in taken_new:
            taken_old.add(i)
            taken_new.add(j)
            moves.append((i, j))
    return tuple(Move(old=removed[i], new=added[j]) for i, j in sorted(moves))


def _lone(pairs: Sequence[Pair], fate: Fate) -> Iterator[Unit]:
    """The highest units without a partner."""
    for pair in pairs:
        if pair.fate is fate:
            unit = pair.old or pair.new
            if unit is not None and unit.kind in _MOVABLE and len(unit.key) >= SHORTEST:
                yield unit
        elif pair.fate is Fate.CHANGED:
            yield from _lone(pair.below, fate)


_MOVABLE = frozenset({UnitKind.ARTICLE, UnitKind.PARAGRAPH, UnitKind.ITEM, UnitKind.ROWS, UnitKind.APPENDIX})


def _known_again(old: Unit, new: Unit) -> int:
    if old.kind is not new.kind:
        return 0
    if old.key == new.key:
        return ONE
    alike = resemblance(old, new)
    return alike if alike >= MOVED else 0
