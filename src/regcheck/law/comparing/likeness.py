"""How like two units are, from 0 to ONE.

Owns: the measure and where it ends to mean anything.
Refuses to know: order, other units.

Source: the coefficient of Ochiai (1957) of the pairs of signs in both, |A∩B| / √(|A||B|): two texts that share all but
a few words come near to one however long they are, and a short one inside of a long one does not. In whole
numbers, so that every machine finds the same.
"""

from __future__ import annotations

from math import isqrt

from regcheck.law.comparing.units import Unit, UnitKind

ONE = 1000
"""The same words."""
ALIKE = 450
"""From here on two texts are versions of one provision."""
REWRITTEN = 100
"""A 項 or 号 that keeps its number and says something else: 「第二号を次のように改める」."""
MOST = 950
"""Of two texts that are not the same."""
_KEEPS_ITS_PLACE = frozenset(
    {UnitKind.PARAGRAPH, UnitKind.ITEM, UnitKind.REMARKS, UnitKind.TABLE, UnitKind.ROWS}
)
_ALONE = frozenset({UnitKind.HEAD, UnitKind.CONTENTS})


def likeness(old: Unit, new: Unit) -> int:
    """How like they are; 0 for units that are not versions of one another."""
    if old.kind is not new.kind:
        return 0
    if old.key == new.key:
        return ONE
    found = min(resemblance(old, new), MOST)
    if old.caption and old.caption == new.caption:
        found = ALIKE + found * (MOST - ALIKE) // ONE
    if found >= ALIKE:
        return found
    keeps = old.num == new.num and (old.kind in _KEEPS_ITS_PLACE or old.address == new.address)
    return REWRITTEN if keeps and _may_be_rewritten(old, new) else 0


def resemblance(old: Unit, new: Unit) -> int:
    """The coefficient alone."""
    both = len(old.grams & new.grams)
    return isqrt(ONE * ONE * both * both // (len(old.grams) * len(new.grams))) if both else 0


def _may_be_rewritten(old: Unit, new: Unit) -> bool:
    return old.kind in _KEEPS_ITS_PLACE or old.kind in _ALONE or not (old.caption or new.caption)
