"""Where the work is done changes nothing: not how many workers, not whether they are threads, processes or a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

from regcheck.analysis.pipeline import Inputs, check
from regcheck.app.ledger import Wanted, recorder_for
from regcheck.model.specification import Specification
from regcheck.proof import pool
from regcheck.proof.engine import RLIMIT, Z3Prover
from regcheck.proof.pool import PooledProver
from regcheck.proof.question import Prover
from regcheck.render.ledger_json import Checked, ledger_json

DSL = Path(__file__).parents[3] / "dsl"


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PORTION", 10)


def ledger_of(prover: Callable[[Specification], Prover]) -> bytes:
    """The ledger of the tour of the language, witnesses and steps included."""
    inputs = Inputs(
        own=frozenset({"tour.regspec"}),
        files={"tour.regspec": (DSL / "tour.regspec").read_bytes()},
        facts={"tour.csv": (DSL / "tour.csv").read_bytes()},
    )
    report = check(inputs, prover, recorder=recorder_for(Wanted(ledger=True), RLIMIT))
    return ledger_json([Checked(name="tour", report=report, inputs=inputs.files)])


@pytest.fixture(scope="module")
def local() -> bytes:
    """What one process says."""
    return ledger_of(Z3Prover)


def by(executors: Callable[[], Executor]) -> bytes:
    return ledger_of(lambda spec: PooledProver(spec, RLIMIT, Z3Prover(spec), executors))


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_threads_say_the_same(local: bytes, workers: int) -> None:
    assert by(lambda: ThreadPoolExecutor(workers)) == local


def test_processes_say_the_same(local: bytes) -> None:
    assert by(lambda: ProcessPoolExecutor(2)) == local


@pytest.fixture
def cluster() -> Iterator[Client]:
    """A cluster of this machine: a scheduler and two worker processes."""
    with (
        LocalCluster(  # type: ignore[no-untyped-call]
            n_workers=2, threads_per_worker=1, dashboard_address=None, processes=True
        ) as machines,
        Client(machines) as client,  # type: ignore[no-untyped-call]
    ):
        yield client


def test_a_cluster_says_the_same_byte_for_byte(local: bytes, cluster: Client) -> None:
    assert by(cluster.get_executor) == local
