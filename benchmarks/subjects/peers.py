"""The strongest engines that install from PyPI, side by side with ours on the same tables in the same run.

Owns: the sizes, and that every engine finds the same pair and the same gap.
Refuses to know: how a peer is asked (benchmarks/peers).

Ours is from the table to the findings with their cases, a peer's from its text (or loaded rows) to the numbers
of the rows. clingo finds one gap, ours lists all of them as the rows that would fill them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from statistics import median

from benchmarks.generate.partition import POLICIES, contains, partition, partition_text
from benchmarks.lines import Line, failed, missing, shown
from benchmarks.measure import Failed, apart, timed
from benchmarks.subjects.planted import Wrong, planted_found

SUBJECT = "peers, × ours"
SIZES = (100, 300, 1_000)
_ROUNDS = 3


def lines() -> Iterator[Line]:
    """A line for each peer, job and size; ours is 1."""
    peers = [name for name in ("clingo", "duckdb") if find_spec(name) is not None]
    yield from (missing(SUBJECT, name) for name in ("clingo", "duckdb") if name not in peers)
    for size in SIZES if peers else ():
        try:
            yield from _beside_ours(size, apart(seconds_of, size, tuple(peers)))
        except Failed as failure:
            yield failed(SUBJECT, f"{size:,} rows", failure)


def _beside_ours(size: int, found: Mapping[str, float]) -> Iterator[Line]:
    for name, seconds in found.items():
        engine, job = name.split()
        if engine != "ours":
            ours = found[f"ours {job}"]
            more = f"{seconds * 1000:,.0f} ms to {ours * 1000:,.0f} ms"
            yield shown(SUBJECT, f"{size:,} rows: {engine}, {_words(job)}", seconds / ours, more=more)


def seconds_of(size: int, peers: tuple[str, ...]) -> dict[str, float]:
    """Median seconds by engine and job, all in turn. A wrong answer is an exception."""
    runs = dict(_runs(size, peers))
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(_ROUNDS):
        for name, run in runs.items():
            taken[name].append(timed(run()))
    return {name: median(seconds) for name, seconds in taken.items()}


Ready = Callable[[], Callable[[], object]]
"""Makes everything ready and gives what is timed."""


def _runs(size: int, peers: tuple[str, ...]) -> Iterator[tuple[str, Ready]]:
    from benchmarks.seams import built, parsed, tables_decided

    drawn = partition(size)
    for job, policy in POLICIES.items():
        state = parsed(partition_text(drawn, policy))
        planted_found(drawn, job, built(state))
        yield f"ours {job}", lambda state=state: _ready(tables_decided, built(state))  # type: ignore[misc]
    if "clingo" in peers:
        from benchmarks.peers import clingo_table

        gap = clingo_table.gap(drawn.rules)
        _same(clingo_table.overlap(drawn.rules), [drawn.overlap])
        _same(gap is not None and contains(drawn.gap, gap), True)
        yield "clingo overlaps", lambda: _ready(clingo_table.overlap, drawn.rules)
        yield "clingo gaps", lambda: _ready(clingo_table.gap, drawn.rules)
    if "duckdb" in peers:
        from benchmarks.peers import duckdb_table

        connection = duckdb_table.loaded(drawn.rules)
        _same(duckdb_table.overlap(connection), [drawn.overlap])
        yield "duckdb overlaps", lambda: _ready(duckdb_table.overlap, connection)


def _ready(call: Callable[..., object], *args: object) -> Callable[[], object]:
    return lambda: call(*args)


def _same(found: object, expected: object) -> None:
    if found != expected:
        raise Wrong(f"{found} instead of {expected}")


def _words(job: str) -> str:
    return {"overlaps": "all overlaps", "gaps": "one gap (ours: all)"}[job]
