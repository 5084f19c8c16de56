"""The ledger, the certificates and the texts of questions that a run is asked for.

Owns: which solvers make them.
Refuses to know: argv, what is in a ledger, the files they are put in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from regcheck.app.workspace import Read
from regcheck.frozen import Frozen
from regcheck.proof.certificate import Tally, tally
from regcheck.proof.obligation import How

if TYPE_CHECKING:
    from regcheck.analysis.ledger_file import Recorder
    from regcheck.analysis.report import Report
    from regcheck.proof.memory import Memory
    from regcheck.proof.recheck import Second


class Wanted(Frozen):
    """What an account is to have: the texts of questions, all that a ledger tells besides, a certificate."""

    texts: bool = False
    ledger: bool = False
    certificates: bool = False


def recorder_for(
    wanted: Wanted, rlimit: int, memory: Memory | None = None, kept: list[object] | None = None
) -> Recorder:
    """What makes it. `kept`: where solvers stay until the process ends, for it takes time to take them apart. Raises
    ImportError where a certificate is wanted and the second solver is not installed."""
    from regcheck.analysis.ledger_file import Recorder
    from regcheck.proof.libz3 import version

    if wanted.certificates:
        second_solver()

    counter = None
    if wanted.ledger:
        from regcheck.proof.counting import StepCounter

        counter = StepCounter(rlimit, memory)

    def second() -> Second:
        from regcheck.proof.cvc5_solver import Cvc5

        made = Cvc5(rlimit)
        if kept is not None:
            kept.append(made)
        return made

    return Recorder(
        solver=version(),
        texts=wanted.texts or wanted.ledger,
        witnesses=wanted.ledger,
        counter=counter,
        second=second if wanted.certificates else None,
    )


def second_solver() -> str:
    """The second solver with its version. Raises ImportError where it is not installed."""
    from regcheck.proof.cvc5_solver import version

    return version()


def certified(reports: Iterable[Report]) -> Tally:
    """The certificates of some reports, counted."""
    certificates = (entry.certificate for report in reports for entry in report.entries)
    return tally(certificate for certificate in certificates if certificate is not None)


def exempt(reports: Iterable[Report]) -> dict[How, int]:
    """How many proofs and refutations nobody can be asked again, by what decided them."""
    entries = [entry for report in reports for entry in report.entries]
    kinds = Counter(e.decided_by for e in entries if e.certificate and e.certificate.is_exempt)
    return {kind: kinds[kind] for kind in How if kinds[kind]}


def ledger_of(
    reports: Mapping[str, Report], inputs: Mapping[str, Mapping[str, bytes]], second: str = ""
) -> bytes:
    """The ledger of reports by the name of their specification; `inputs` are the bytes of each by file."""
    from regcheck.render.ledger_json import Checked, ledger_json

    checked = [Checked(name=name, report=report, inputs=inputs[name]) for name, report in reports.items()]
    return ledger_json(checked, second)


def inputs_of(read: Read) -> dict[str, bytes]:
    """Everything that was read: specs, fact files, and the baseline if there is one."""
    inputs = {**read.loaded.files, **read.loaded.facts}
    if isinstance(read.baseline, bytes):
        inputs[read.baseline_name] = read.baseline
    return inputs
