"""What a 区分表 owes: every row can be used, no overlap (該当は一つのみ) and no gap (漏れなし).

Owns: cutting each table once for all three.
Refuses to know: how any of them is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.model.specification import Specification
from regcheck.proof.families.cover import cover_rows
from regcheck.proof.families.cut import cut
from regcheck.proof.families.exclusive import exclusive_rows
from regcheck.proof.families.live_part import live_rows
from regcheck.proof.labels import is_own
from regcheck.proof.obligation import Obligation


def tables(spec: Specification) -> Iterator[Obligation]:
    """The obligations `live_part:`, `exclusive:` and `cover:` of every 区分表 of the files that are checked."""
    for table in spec.tables.values():
        if is_own(spec, table.header):
            pieces = cut(spec, table)
            yield from live_rows(pieces)
            yield from exclusive_rows(spec, pieces)
            yield from cover_rows(pieces)
