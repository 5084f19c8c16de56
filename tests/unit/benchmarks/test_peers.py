"""Every engine is asked the same thing: the planted pair and the planted gap, and nothing else."""

from __future__ import annotations

import pytest
from benchmarks.generate.partition import POLICIES, contains, partition, partition_text
from benchmarks.peers.pairwise import ask_pair
from benchmarks.seams import built, parsed
from benchmarks.subjects.planted import Wrong, planted_found

SIZES = [4, 10, 30]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(("name", "policy"), POLICIES.items())
def test_ours(size: int, name: str, policy: str) -> None:
    drawn = partition(size)
    planted_found(drawn, name, built(parsed(partition_text(drawn, policy))))


@pytest.mark.parametrize(("name", "policy"), POLICIES.items())
def test_what_was_not_planted_is_wrong(name: str, policy: str) -> None:
    drawn, other = partition(10), partition(10, seed=1)
    with pytest.raises(Wrong):
        planted_found(other, name, built(parsed(partition_text(drawn, policy))))


@pytest.mark.parametrize("size", SIZES)
def test_pairwise(size: int) -> None:
    drawn = partition(size)
    rows = range(size)
    found = [(i, j) for i in rows for j in rows if i < j and ask_pair(drawn.rules[i], drawn.rules[j])]
    assert found == [drawn.overlap]


@pytest.mark.parametrize("size", SIZES)
def test_clingo(size: int) -> None:
    pytest.importorskip("clingo")
    from benchmarks.peers import clingo_table

    drawn = partition(size)
    assert clingo_table.overlap(drawn.rules) == [drawn.overlap]
    gap = clingo_table.gap(drawn.rules)
    assert gap is not None
    assert contains(drawn.gap, gap)


@pytest.mark.parametrize("size", SIZES)
def test_duckdb(size: int) -> None:
    pytest.importorskip("duckdb")
    from benchmarks.peers import duckdb_table

    drawn = partition(size)
    assert duckdb_table.overlap(duckdb_table.loaded(drawn.rules)) == [drawn.overlap]
