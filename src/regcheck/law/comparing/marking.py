"""What differs between two texts, as 傍線 on both.

Owns: the parts to underline: whole words, few and readable; the same unmarked text on both sides.
Refuses to know: what a text is of.

What both begin and end with is taken off. The rest is compared by the longest runs of words that both have (difflib,
Ratcliff and Obershelp 1988, without its shortcut for popular words). Then what is left untouched between two changes
and is too short to be read by itself is underlined with them, and a text of which little is left is underlined whole.
傍線 that stand in a version are those of another amendment and give way; readings and raised signs stay, and are
underlined with all that they belong to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from regcheck.frozen import replace
from regcheck.law.comparing.tokens import tokens
from regcheck.law.words import Drawn, Mark, Words

ISLAND = 2
"""Signs between two changes that are underlined with them."""
LEAST = 0.3
"""The part of a text in pieces that has to be left untouched, or all of it is underlined."""
PIECES = 3
"""From so many changes on a text is in pieces."""
SEPARATOR = "\x1f"
"""Between words that stand apart, such as the halves of a 対応号."""

Part = tuple[int, int]
Change = tuple[Part, Part]
"""A part of the old and the part of the new text that takes its place; one of them may be empty."""


def changes(old: str, new: str) -> list[Change]:
    """What differs, in order."""
    if old == new:
        return []
    ones, others = tokens(old), tokens(new)
    head = _shared(ones, others)
    tail = _shared(ones[head:][::-1], others[head:][::-1])
    at_old, at_new = [0, *accumulate(map(len, ones))], [0, *accumulate(map(len, others))]
    middle = (ones[head : len(ones) - tail], others[head : len(others) - tail])
    found = [
        ((at_old[head + a], at_old[head + b]), (at_new[head + c], at_new[head + d]))
        for tag, a, b, c, d in SequenceMatcher(None, *middle, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    return _whole_if_little_is_left(_without_islands(found, old), old, new)


def _shared(ones: Sequence[str], others: Sequence[str]) -> int:
    """How many words both begin with."""
    differs = (n for n, (one, other) in enumerate(zip(ones, others, strict=False)) if one != other)
    return next(differs, min(len(ones), len(others)))


def _without_islands(found: Sequence[Change], old: str) -> list[Change]:
    """Changes with a short island between them as one."""
    kept: list[Change] = []
    for change in found:
        if kept and _is_island(old[kept[-1][0][1] : change[0][0]], kept[-1], change):
            kept[-1] = ((kept[-1][0][0], change[0][1]), (kept[-1][1][0], change[1][1]))
        else:
            kept.append(change)
    return kept


def _is_island(between: str, before: Change, after: Change) -> bool:
    """Whether a short text without signs stands between two changes, each side having something to underline."""
    both = all(_length(before[side]) or _length(after[side]) for side in (0, 1))
    return both and len(between) <= ISLAND and not set(between) & set("、。（）「」" + SEPARATOR)


def _whole_if_little_is_left(found: list[Change], old: str, new: str) -> list[Change]:
    kept = len(old) - sum(_length(one) for one, _ in found)
    if len(found) >= PIECES and kept < LEAST * min(len(old), len(new)):
        return [((0, len(old)), (0, len(new)))]
    return found


def _length(part: Part) -> int:
    return part[1] - part[0]


# ------------------------------------------------------------ on words


def marked_pair(old: Sequence[Words], new: Sequence[Words]) -> tuple[list[Words], list[Words]]:
    """Two runs of words with 傍線 on what differs between them."""
    one, other = (SEPARATOR.join(words.text for words in several) for several in (old, new))
    found = changes(one, other)
    return (
        list(_with_lines(old, [part for part, _ in found])),
        list(_with_lines(new, [part for _, part in found])),
    )


def marked_whole(words: Words) -> Words:
    """Words with 傍線 on all of them."""
    return underlined(words, [(0, len(words.text))])


def unmarked(words: Words) -> Words:
    """Words without 傍線."""
    return underlined(words, [])


def _with_lines(several: Sequence[Words], lines: Sequence[Part]) -> Iterator[Words]:
    """Each of the words with the part of the lines that falls on it."""
    at = 0
    for words in several:
        end = at + len(words.text)
        own = [
            (max(start, at) - at, min(stop, end) - at) for start, stop in lines if start < end and at < stop
        ]
        yield underlined(words, own)
        at = end + len(SEPARATOR)


def underlined(words: Words, lines: Sequence[Part], style: str = "solid") -> Words:
    """Words with these 傍線 in place of those that they have; other marks stay inside of them."""
    others = [mark for mark in words.marks if mark.drawn is not Drawn.LINE]
    drawn = [Mark(start, end, Drawn.LINE, style) for start, end in _around(lines, others)]
    ordered = sorted(
        (*drawn, *others), key=lambda mark: (mark.start, -mark.end, mark.drawn is not Drawn.LINE)
    )
    return replace(words, marks=tuple(ordered))


def _around(lines: Sequence[Part], others: Sequence[Mark]) -> list[Part]:
    """The lines, each wide enough for the readings and raised signs that it touches; lines that meet are one."""
    kept: list[Part] = []
    for start, end in lines:
        touched = [mark for mark in others if mark.start < end and start < mark.end]
        wide = (min([start, *(m.start for m in touched)]), max([end, *(m.end for m in touched)]))
        if wide[0] == wide[1]:
            continue
        if kept and wide[0] <= kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], wide[1]))
        else:
            kept.append(wide)
    return kept
