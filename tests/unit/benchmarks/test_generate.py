"""What is measured is what was meant: drawn specifications are deterministic, of the size said, and sound but for
the faults planted in them."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise, product
from pathlib import Path

import pytest
from benchmarks.generate.ordinance import LARGE, SMALL, Shape, definitions, ordinance
from benchmarks.generate.partition import COLUMNS, Partition, contains, overlaps, partition, partition_text
from benchmarks.generate.procedure import EVENTS, RULES, procedure
from benchmarks.generate.slips import SLIPS, slipped
from benchmarks.seams import built, parsed

from regcheck.analysis.pipeline import Inputs, check
from regcheck.proof.engine import Z3Prover
from regcheck.proof.families import obligations
from regcheck.proof.verdict import Verdict

ROOT = Path(__file__).parents[3]
DIGEST = """
from hashlib import sha256
from benchmarks.generate.ordinance import SMALL, ordinance
from benchmarks.generate.partition import partition, partition_text
print(sha256((ordinance(SMALL) + partition_text(partition(100))).encode()).hexdigest())
"""


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1
    assert ordinance(SMALL, seed=1) != ordinance(SMALL, seed=2)


@pytest.mark.parametrize(("shape", "least", "most"), [(SMALL, 850, 1_000), (LARGE, 2_100, 2_400)])
def test_an_ordinance_owes_as_many_obligations_as_is_said(shape: Shape, least: int, most: int) -> None:
    state = parsed(ordinance(shape))
    assert state.diagnostics == ()
    assert least <= len(list(obligations(built(state)))) <= most


def test_definitions_stand_on_one_another_and_meet_no_fact_twice() -> None:
    drawn = definitions(SMALL, seed=3)
    by_name = {definition.name: definition for definition in drawn}
    deep = [d for d in drawn if any(by_name[name].uses for name in d.uses)]
    assert deep
    for definition in drawn:
        below = [by_name[name].facts for name in definition.uses]
        assert sum(map(len, below)) == len(frozenset().union(*below))
        assert all(facts < definition.facts for facts in below)


def test_everything_in_an_ordinance_is_proved() -> None:
    files = {"drawn.regspec": ordinance(Shape(definitions=8, items=(3, 4), claims=3)).encode()}
    report = check(Inputs(own=frozenset(files), files=files), Z3Prover)
    assert {entry.verdict for entry in report.entries} == {Verdict.PROVED}
    assert report.diagnostics == ()


@pytest.mark.parametrize("size", [4, 10, 30])
def test_one_pair_overlaps_and_one_box_is_open(size: int) -> None:
    drawn = partition(size)
    assert len(drawn.rules) == size
    assert overlaps(drawn.rules) == [drawn.overlap]
    both = [drawn.rules[row] for row in drawn.overlap]
    for point in _one_point_of_every_cell(drawn):
        rows = drawn.rows_at(point)
        assert (len(rows) == 0) == contains(drawn.gap, point)
        assert (len(rows) > 1) == all(contains(rule, point) for rule in both)


def _one_point_of_every_cell(drawn: Partition) -> list[tuple[int, ...]]:
    """The limits of all rules cut every column; the least number of each piece stands for it."""
    boxes = (*drawn.rules, drawn.gap)
    lines = [sorted({edge for box in boxes for edge in box[c]}) for c in range(len(COLUMNS))]
    points = list(product(*([low for low, _ in pairwise(line)] for line in lines)))
    return points[:: max(1, len(points) // 20_000)]


def test_a_table_is_read_as_it_was_drawn() -> None:
    state = parsed(partition_text(partition(30)))
    assert state.diagnostics == ()
    (table,) = built(state).tables.values()
    assert len(table.rows) == 30


def test_slips_are_made_in_definitions_only() -> None:
    text = (
        "定義「大」：病院\n  病床数が四百床以上であること\n\n性質「x」\n  一　病床数が四百床以上であること\n"
    )
    first = next(iter(SLIPS))
    assert slipped(text, first) == text.replace("四百床以上であること", "四百床を超えること", 1)


def test_a_long_procedure_has_its_events_and_rules_and_nothing_is_wrong_with_it() -> None:
    read = parsed(procedure())
    (made,) = built(read).procedures.values()
    assert not read.diagnostics
    assert (len(made.events), len(made.rules)) == (EVENTS, RULES)
