"""Protects: recursion is found wherever it hides, and fast, because everything after it relies on there being none."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.model.from_syntax.cycles import cycles

graphs = st.integers(1, 9).flatmap(
    lambda size: st.lists(st.lists(st.integers(0, size), max_size=4), min_size=size, max_size=size).map(
        lambda edges: dict(enumerate(edges))
    )
)


def acyclic(graph: dict[int, list[int]], without: set[int]) -> bool:
    rest = {
        n: [m for m in e if m in graph and m not in without] for n, e in graph.items() if n not in without
    }
    try:
        TopologicalSorter(rest).prepare()
    except CycleError:
        return False
    return True


@examples(120)
@given(graphs)
def test_the_cycles_are_cycles_and_without_them_there_are_none(graph: dict[int, list[int]]) -> None:
    found = list(cycles(graph))
    for cycle in found:
        assert cycle[0] == min(cycle)
        for here, there in zip(cycle, (*cycle[1:], cycle[0]), strict=True):
            assert there in graph[here]
    on_cycles = [node for cycle in found for node in cycle]
    assert len(on_cycles) == len(set(on_cycles))
    assert acyclic(graph, set(on_cycles))
    assert bool(found) is not acyclic(graph, set())


def test_a_hundred_thousand_nodes_are_walked_without_recursion() -> None:
    ring = {n: [(n + 1) % 100_000] for n in range(100_000)}
    (cycle,) = cycles(ring)
    assert cycle == tuple(range(100_000))
