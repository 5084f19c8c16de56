"""What a 区分表 owes as declared: no overlap (該当は一つのみ) and no gap (漏れなし).

Owns: cutting each table once for both.
Refuses to know: how either is asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.model.specification import Specification
from regcheck.proof.families.cover import cover_rows
from regcheck.proof.families.exclusive import exclusive_rows
from regcheck.proof.labels import is_own
from regcheck.proof.obligation import Obligation
from regcheck.proof.regions import grid


def tables(spec: Specification) -> Iterator[Obligation]:
    """The obligations `exclusive:` and `cover:` of every 区分表 of the files that are checked."""
    for table in spec.tables.values():
        if is_own(spec, table.header):
            cut = grid(spec, table)
            yield from exclusive_rows(table, cut)
            yield from cover_rows(table, cut)
