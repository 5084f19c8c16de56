"""Two versions of an instrument → what differs, as a 新旧対照表 needs it: the page to read first.

Owns: the order of the steps.
Refuses to know: any one of them, files, formats.

    law → units (from_law) ┐
                           ├→ pairs (pairing, by likeness) → rows (faces: tokens → marking)
    law → units            ┘                                → moves, destinations → references
"""

from __future__ import annotations

from regcheck.law.comparing.comparison import Comparison as Comparison
from regcheck.law.comparing.from_law import units_of
from regcheck.law.comparing.pairing import moves_of, pairs_of
from regcheck.law.comparing.references import destinations_of, reference_changes
from regcheck.law.comparing.rows import rows_of
from regcheck.law.tree import Law


def compare(old: Law, new: Law) -> Comparison:
    """The comparison of two versions. The same laws give the same comparison."""
    pairs = pairs_of(units_of(old), units_of(new))
    moves = moves_of(pairs)
    destinations = destinations_of(pairs, moves)
    return Comparison(
        old=old,
        new=new,
        pairs=pairs,
        rows=tuple(rows_of(pairs)),
        moves=moves,
        destinations=destinations,
        references=reference_changes(old, new, destinations),
    )
