"""Which rows of a 区分表 meet a box: one bit per row, by prefixes over the sorted limits.

Owns: the bit sets of rows for each column, and the pairs of rows that meet.
Refuses to know: cells, gaps, verdicts.

For a number line, two bit sets stand at each edge: the rows that begin before it, and the rows that have ended
there. The rows that meet a stretch began before its end and had not ended at its start: no pair is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

Box = tuple[int, ...]
"""One bit mask per column, a bit per piece."""


class Meeting:
    """The rows of a table by what they take of each column. `sizes` are the pieces of the columns."""

    def __init__(self, sizes: Sequence[int], rows: Sequence[Box]) -> None:
        self._some = sum(1 << i for i, row in enumerate(rows) if all(row))
        self._full = tuple((1 << size) - 1 for size in sizes)
        self._columns = [_Column(size, [row[c] for row in rows]).meeting for c, size in enumerate(sizes)]
        self._known: list[dict[int, int]] = [{} for _ in sizes]
        self._order = sorted(range(len(sizes)), key=lambda c: (-sizes[c], c))

    def rows_at(self, box: Box, among: int | None = None) -> int:
        """The rows that meet a box, of those in a bit set; the finest columns are looked at first."""
        found = self._some if among is None else self._some & among
        for c in self._order:
            if not found:
                break
            if box[c] != self._full[c]:
                found &= self._rows_in(c, box[c])
        return found

    def _rows_in(self, column: int, mask: int) -> int:
        known = self._known[column]
        if mask not in known:
            known[mask] = self._columns[column](mask)
        return known[mask]


def meeting_pairs(sizes: Sequence[int], rows: Sequence[Box]) -> Iterator[tuple[int, int]]:
    """Pairs of rows that meet, in the order of the later one."""
    meeting = Meeting(sizes, rows)
    for row, box in enumerate(rows):
        for other in bits(meeting.rows_at(box, (1 << row) - 1)):
            yield other, row


def bits(mask: int) -> Iterator[int]:
    """The places of the bits that are set, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def runs(mask: int) -> Iterator[int]:
    """The stretches of neighbouring bits, lowest first."""
    while mask:
        run = mask & ~(mask + (mask & -mask))
        yield run
        mask ^= run


class _Column:
    """The rows of one column; those that take more than one stretch are kept piece by piece."""

    def __init__(self, size: int, masks: Sequence[int]) -> None:
        begin, end = [0] * (size + 1), [0] * (size + 1)
        self._ragged: dict[int, int] = {}
        for row, mask in enumerate(masks):
            bit = 1 << row
            low, top = mask & -mask, mask.bit_length()
            if mask and mask + low == 1 << top:
                begin[low.bit_length()] |= bit
                end[top] |= bit
            elif mask:
                self._ragged[bit] = mask
        self._begun, self._ended = _prefixes(begin), _prefixes(end)
        self.meeting: Callable[[int], int] = self._meeting

    def _meeting(self, mask: int) -> int:
        """The rows that take a piece of the mask."""
        found = 0
        for run in runs(mask):
            low, top = (run & -run).bit_length() - 1, run.bit_length()
            found |= self._begun[top] & ~self._ended[low]
        for bit, taken in self._ragged.items():
            if taken & mask:
                found |= bit
        return found


def _prefixes(marks: Sequence[int]) -> list[int]:
    """At each edge, all marks up to it."""
    found, total = list[int](), 0
    for mark in marks:
        total |= mark
        found.append(total)
    return found
