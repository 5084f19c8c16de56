"""区分表 of 10 to 5,000 rows: all overlaps, all gaps, the whole check, and the most memory.

Owns: the sizes, the goals, the naive way that overlaps are held against.
Refuses to know: how boxes are cut; other engines (peers.py).

Overlaps and gaps are timed inside a process that has loaded the solver and read the text: from the table to the
findings with their cases. `import z3` is a whole process, taken in the same rounds. Naive means a fresh z3
solver for each pair of rows, asked whether both can apply.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.generate.partition import POLICIES, Partition, partition, partition_text
from benchmarks.lines import Line, at_least, at_most, failed, said, shown
from benchmarks.measure import CHECK, IMPORT_Z3, Command, Cost, Failed, apart, run_once, timed
from benchmarks.subjects.planted import planted_found
from regcheck.frozen import Frozen

SUBJECT = "区分表, × `import z3`"
SIZES = (10, 30, 100, 300, 1_000, 5_000)
GOAL = 1_000
SAMPLE = 250


class Timings(Frozen):
    """Median seconds by what was timed. A wrong answer is an exception, not a figure."""

    base: float
    overlaps: float
    gaps: float


def lines() -> Iterator[Line]:
    """Growth first, then the goals for 1,000 rows."""
    for size in SIZES:
        try:
            yield from _of_size(size, apart(timings, size, _rounds(size)))
        except Failed as failure:
            yield failed(SUBJECT, f"{size:,} rows", failure)
    yield from _whole_checks()


def timings(size: int, rounds: int) -> Timings:
    """The table is parsed once and built anew in each round."""
    from benchmarks.seams import built, parsed, tables_decided

    drawn = partition(size)
    states = {name: parsed(partition_text(drawn, policy)) for name, policy in POLICIES.items()}
    taken: dict[str, list[float]] = {"base": [], **{name: [] for name in POLICIES}}
    for _ in range(rounds):
        taken["base"].append(run_once(IMPORT_Z3).seconds)
        for name, state in states.items():
            specification = built(state)
            taken[name].append(timed(lambda spec=specification: tables_decided(spec)))  # type: ignore[misc]
    for name, state in states.items():
        planted_found(drawn, name, built(state))
    return Timings(**{name: median(seconds) for name, seconds in taken.items()})


def naive_seconds(size: int) -> float:
    """All pairs with a fresh solver each, extrapolated from a sample."""
    from benchmarks.peers.pairwise import ask_pair

    drawn = partition(size)
    pairs = _some_pairs(drawn, SAMPLE)
    seconds = timed(lambda: [ask_pair(drawn.rules[i], drawn.rules[j]) for i, j in pairs])
    return seconds / len(pairs) * size * (size - 1) / 2


def _some_pairs(drawn: Partition, count: int) -> list[tuple[int, int]]:
    random, rows = Random(count), range(len(drawn.rules))
    return [(i, j) for i, j in (random.sample(rows, 2) for _ in range(count))]


def _rounds(size: int) -> int:
    return 5 if size <= GOAL else 2


def _of_size(size: int, found: Timings) -> Iterator[Line]:
    overlaps, gaps = found.overlaps / found.base, found.gaps / found.base
    rows = f"{size:,} rows"
    if size != GOAL:
        yield shown(SUBJECT, f"{rows}: all overlaps; all gaps", overlaps, more=f"gaps {said(gaps, '×')}")
        return
    naive = apart(naive_seconds, size)
    yield at_most(SUBJECT, f"{rows}: all overlaps", overlaps, 0.5)
    yield at_most(SUBJECT, f"{rows}: all gaps", gaps, 2.5)
    speed = naive / found.overlaps
    more = f"naive extrapolated from {SAMPLE} pairs"
    yield at_least(SUBJECT, f"{rows}: naive, fresh pairwise, ÷ all overlaps", speed, 10_000, more=more)


def _whole_checks() -> Iterator[Line]:
    with TemporaryDirectory() as folder:
        for size in SIZES:
            path = Path(folder, f"table{size}", "table.regspec")
            path.parent.mkdir()
            path.write_text(partition_text(partition(size)), encoding="utf-8")
            yield from _whole_check(size, path.parent, Path(folder, f"cache{size}"))


def _whole_check(size: int, spec: Path, cache: Path) -> Iterator[Line]:
    name = f"{size:,} rows: whole process, cold"
    env = {"REGCHECK_CACHE_DIR": str(cache)}
    check = Command(name="check", argv=(*CHECK, str(spec)), env=env, codes=frozenset({1}))
    try:
        base, cost = run_once(IMPORT_Z3), run_once(check)
    except Failed as failure:
        yield failed(SUBJECT, name, failure, "finishes")
        return
    yield _finished(name, base, cost) if size == max(SIZES) else shown(SUBJECT, name, cost.times(base))
    if size == GOAL:
        yield at_most(SUBJECT, f"{size:,} rows: peak memory", cost.megabytes, 300.0, " MB")


def _finished(name: str, base: Cost, cost: Cost) -> Line:
    return Line(subject=SUBJECT, name=name, figure=said(cost.times(base), "×"), goal="finishes", met=True)
