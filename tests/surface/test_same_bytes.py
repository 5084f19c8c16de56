"""The same input gives the same bytes: whatever the hash seed, the workers, the cache, the folder; and a spent
budget is never green."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

DSL = Path(__file__).parents[2] / "dsl"
CHECK = ("check", "t", "--format", "json")


@pytest.fixture
def tour(tmp_path: Path) -> Path:
    """A folder with the tour of the language in t/."""
    return copied(tmp_path / "here")


def copied(folder: Path) -> Path:
    (folder / "t").mkdir(parents=True)
    for name in ("tour.regspec", "tour.csv"):
        shutil.copy(DSL / name, folder / "t" / name)
    return folder


def ran(folder: Path, *args: str, seed: str = "0") -> tuple[int, bytes]:
    """Exit code and stdout of a process of its own; its cache lies in the folder."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "REGCHECK_CACHE_DIR": str(folder / "cache")}
    done = subprocess.run(
        [sys.executable, "-m", "regcheck", *args],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode, done.stdout


def test_any_seed_worker_count_and_cache(tour: Path) -> None:
    first = ran(tour, *CHECK, "--no-cache")
    assert json.loads(first[1])["obligations"]
    runs = {
        "another seed": ran(tour, *CHECK, "--no-cache", seed="1"),
        "a third seed, an empty cache": ran(tour, *CHECK, seed="2"),
        "a full cache": ran(tour, *CHECK, seed="1"),
        "two workers": ran(tour, *CHECK, "--no-cache", "--jobs", "2"),
    }
    assert {name: run == first for name, run in runs.items()} == dict.fromkeys(runs, True)


def test_verdicts_that_are_kept_are_those_that_are_found(tour: Path) -> None:
    """After an edit some verdicts come from the cache and some do not."""
    before = ran(tour, *CHECK)
    spec = tour / "t" / "tour.regspec"
    spec.write_text(spec.read_text(encoding="utf-8").replace("千床以上", "千一床以上"), encoding="utf-8")
    after = ran(tour, *CHECK, seed="1")
    assert after == ran(tour, *CHECK, "--no-cache")
    assert after != before


def test_any_folder(tour: Path, tmp_path: Path) -> None:
    elsewhere = copied(tmp_path / "elsewhere" / "深い所")
    assert ran(elsewhere, *CHECK) == ran(tour, *CHECK)


def test_a_spent_budget_is_never_green(tour: Path) -> None:
    code, out = ran(tour, *CHECK, "--no-cache", "--config", "prove.rlimit=1")
    verdicts = {o["verdict"] for o in json.loads(out)["obligations"]}
    assert "UNDECIDED" in verdicts
    assert code == 3
