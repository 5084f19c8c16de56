"""A table for DuckDB: overlaps as a range self-join. The rows are loaded before the clock runs."""

from __future__ import annotations

from collections.abc import Sequence

import duckdb

from benchmarks.generate.partition import COLUMNS, Box

_COLUMNS = range(len(COLUMNS))


def loaded(rules: Sequence[Box]) -> duckdb.DuckDBPyConnection:
    """A database that holds the rows, with both ends of each column."""
    connection = duckdb.connect()
    columns = ", ".join(f"low{c} integer, high{c} integer" for c in _COLUMNS)
    connection.execute(f"create table row (id integer, {columns})")
    values = ", ".join(
        f"({i}, {', '.join(str(edge) for stretch in rule for edge in stretch)})"
        for i, rule in enumerate(rules)
    )
    connection.execute(f"insert into row values {values}")
    return connection


def overlap(connection: duckdb.DuckDBPyConnection) -> list[tuple[int, int]]:
    """Every pair of rows that meet."""
    meet = " and ".join(f"a.low{c} < b.high{c} and b.low{c} < a.high{c}" for c in _COLUMNS)
    found = connection.execute(
        f"select a.id, b.id from row a join row b on a.id < b.id and {meet} order by all"
    )
    return [(first, second) for first, second in found.fetchall()]
