"""Cycles of a graph.

Owns: finding them, once around each, in time linear in the graph.
Refuses to know: what the nodes are.

Depth first without recursion: a way back to a node on the present path closes a cycle. The nodes of a cycle
that was found are left out of all others, so that what remains after the last one is acyclic.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")


def cycles(graph: Mapping[K, Iterable[K]]) -> Iterator[tuple[K, ...]]:
    """Node-disjoint cycles, each in the order of its edges, beginning with the node that is listed first."""
    rank = {node: at for at, node in enumerate(graph)}
    visited: set[K] = set()
    for node in graph:
        if node not in visited:
            for cycle in _from(node, graph, visited):
                first = min(range(len(cycle)), key=lambda at: rank[cycle[at]])
                yield cycle[first:] + cycle[:first]


def _from(start: K, graph: Mapping[K, Iterable[K]], visited: set[K]) -> Iterator[tuple[K, ...]]:
    """The cycles that can be reached from a node."""
    path = [start]
    places = {start: 0}
    todo = [iter(graph[start])]
    while path:
        following = next(todo[-1], None)
        if following is None:
            _leave(path, places, todo, len(path) - 1, visited)
        elif following in places:
            yield tuple(path[places[following] :])
            _leave(path, places, todo, places[following], visited)
        elif following in graph and following not in visited:
            places[following] = len(path)
            path.append(following)
            todo.append(iter(graph[following]))


def _leave(
    path: list[K], places: dict[K, int], todo: list[Iterator[K]], down_to: int, visited: set[K]
) -> None:
    """Take the end of the path away; its nodes are done with."""
    for node in path[down_to:]:
        visited.add(node)
        del places[node]
    del path[down_to:]
    del todo[down_to:]
