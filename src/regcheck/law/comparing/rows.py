"""Pairs → the rows of a 新旧対照表.

Owns: what is a row of its own, and what is left out: runs of provisions that nothing touches, a 柱書 above a changed 号.
Refuses to know: how two texts are compared, signs, formats.

A row has one provision of each version, so that both sides stay level however long they are. Read down, each side is
its version in its order: what has moved past others is removed in one row and added in another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from regcheck.frozen import Frozen
from regcheck.law.comparing.faces import Face, label_of, own_alone, owns_of
from regcheck.law.comparing.pairing import Fate, Pair
from regcheck.law.comparing.pictures import picture_faces
from regcheck.law.comparing.units import Own, Unit, UnitKind
from regcheck.law.tree import Article


class Row(Frozen):
    """A provision of each version, or several that are left out together."""

    fate: Fate
    kind: UnitKind
    old: Face | None
    new: Face | None
    begins: bool = True
    """Of what is added or removed: its first row, where （新設） or （削る） stands opposite."""
    is_printed: bool = True
    """A 題名 and a 目次 that stay are not even left out."""


_HEADS = frozenset({UnitKind.HEAD, UnitKind.CONTENTS})
_SHOWN = frozenset(
    {
        UnitKind.DIVISION,
        UnitKind.SUPPLEMENT,
        UnitKind.APPENDIX,
        UnitKind.CONTENTS,
        UnitKind.TABLE,
        UnitKind.REMARKS,
    }
)
"""Short words that lead what stands below: they are printed though they stay."""
_LEVEL = {UnitKind.DIVISION: UnitKind.ARTICLE}
"""A chapter inside of a run of articles that stay is left out with them."""
_LABELLED = frozenset({UnitKind.PARAGRAPH, UnitKind.ITEM})


class _Lead(Frozen):
    """An article whose title stands with its first 項."""

    unit: Unit
    own: Article


_Leads = tuple[_Lead | None, _Lead | None]
_NO_LEADS: _Leads = (None, None)


def rows_of(pairs: Sequence[Pair]) -> Iterator[Row]:
    """The rows, in the order of both versions."""
    return _rows(pairs, _NO_LEADS)


def _rows(pairs: Sequence[Pair], leads: _Leads) -> Iterator[Row]:
    for (fate, _), run in groupby(pairs, key=lambda pair: _run_of(pair, leads)):
        held = list(run)
        if fate in {Fate.SAME, Fate.RENUMBERED}:
            yield from _left_out(held, fate, leads)
        else:
            for pair in held:
                yield from _changed(pair, leads)


def _run_of(pair: Pair, leads: _Leads) -> tuple[Fate, object]:
    """What pairs have in common that are left out together; one that carries the title of its article stands alone."""
    unit = pair.new or pair.old
    assert unit is not None
    if any(lead and one is lead.unit.below[0] for lead, one in zip(leads, (pair.old, pair.new), strict=True)):
        return pair.fate, unit.address
    kind = _LEVEL.get(unit.kind, unit.kind)
    return pair.fate, (kind, unit.label.text[:2] if kind is UnitKind.APPENDIX else _labelled(pair))


def _labelled(pair: Pair) -> tuple[bool, ...]:
    """Which sides have a label: 「２　（略）」 does not say that the 項 without a label above it is left out too."""
    if _kind(pair) not in _LABELLED:
        return ()
    return tuple(bool(unit and unit.label.text) for unit in (pair.old, pair.new))


# ------------------------------------------------------------ what stays


def _left_out(run: Sequence[Pair], fate: Fate, leads: _Leads) -> Iterator[Row]:
    """One row for a run; the chapters at its end lead what follows and are printed."""
    last = len(run)
    while last and _kind(run[last - 1]) is UnitKind.DIVISION:
        last -= 1
    if run[:last]:
        yield _one_row(run[:last], fate, leads)
    for pair in run[last:]:
        yield from _own_row(pair, leads, is_whole=True)


def _one_row(run: Sequence[Pair], fate: Fate, leads: _Leads) -> Row:
    old = [pair.old for pair in run if pair.old]
    new = [pair.new for pair in run if pair.new]
    owns = owns_of(old[0], new[0])
    faces = [
        Face(
            units=tuple(units),
            own=own,
            label=label_of(units, changed=fate is Fate.RENUMBERED),
            lead=_lead(units[0], lead),
            is_left_out=True,
            is_whole=True,
        )
        for units, own, lead in zip((old, new), owns, leads, strict=True)
    ]
    kind = _kind(run[-1])
    is_printed = fate is Fate.RENUMBERED or kind not in _HEADS
    return Row(fate=fate, kind=kind, old=faces[0], new=faces[1], is_printed=is_printed)


def _kind(pair: Pair) -> UnitKind:
    unit = pair.new or pair.old
    assert unit is not None
    return unit.kind


# ------------------------------------------------------------ what changes


def _changed(pair: Pair, leads: _Leads) -> Iterator[Row]:
    """The own words of a pair, then what stands below it."""
    if pictures := list(picture_faces(pair.old, pair.new)):
        yield from (_line_row(old, new, _kind(pair)) for old, new in pictures)
        below = _rows(pair.below, _NO_LEADS)
    elif _kind(pair) is not UnitKind.ARTICLE:
        yield from _own_row(pair, leads)
        below = _rows(pair.below, _NO_LEADS)
    else:
        owns = _owns(pair)
        made = [
            _Lead(unit=unit, own=own) if unit and isinstance(own, Article) and unit.below else None
            for unit, own in zip((pair.old, pair.new), owns, strict=True)
        ]
        below = _rows(pair.below, (made[0], made[1]))
    is_alone = pair.fate in {Fate.ADDED, Fate.REMOVED}
    yield from _as_part_of_it(below, _kind(pair)) if is_alone else below


def _line_row(old: Face | None, new: Face | None, kind: UnitKind) -> Row:
    """A line of a picture, or several that stay."""
    if old and new:
        fate = Fate.SAME if new.is_left_out else Fate.CHANGED
    else:
        fate = Fate.REMOVED if old else Fate.ADDED
    return Row(fate=fate, kind=kind, old=old, new=new)


def _as_part_of_it(rows: Iterator[Row], kind: UnitKind) -> Iterator[Row]:
    """The rows below a unit without a partner: its own row, or the first of an article, has said so."""
    for number, row in enumerate(rows):
        first = kind is UnitKind.ARTICLE and not number
        yield Row(fate=row.fate, kind=row.kind, old=row.old, new=row.new, begins=first)


def _own_row(pair: Pair, leads: _Leads, *, is_whole: bool = False) -> Iterator[Row]:
    old, new = pair.old, pair.new
    stays = bool(old and new and old.said == new.said and old.said) and _kind(pair) not in _SHOWN
    faces = [
        Face(units=(unit,), own=own, lead=_lead(unit, lead), is_left_out=stays, is_whole=is_whole)
        if unit and own
        else None
        for unit, own, lead in zip((old, new), _owns(pair), leads, strict=True)
    ]
    yield Row(fate=pair.fate, kind=_kind(pair), old=faces[0], new=faces[1])


def _owns(pair: Pair) -> tuple[Own | None, Own | None]:
    if pair.old and pair.new:
        return owns_of(pair.old, pair.new)
    return (own_alone(pair.old) if pair.old else None, own_alone(pair.new) if pair.new else None)


def _lead(unit: Unit, lead: _Lead | None) -> Article | None:
    return lead.own if lead and unit is lead.unit.below[0] else None
