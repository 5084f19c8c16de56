"""The ledger, the certificates and the texts of questions that a run is asked for.

Owns: which solvers make them, the files they are put in.
Refuses to know: argv, what is in a ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from regcheck.app.names import shown_name
from regcheck.app.problems import about, unwritable
from regcheck.app.workspace import Read
from regcheck.app.writing import files_below, replace_file, replace_folder
from regcheck.diagnostics.codes.files import ForeignFiles
from regcheck.diagnostics.diagnostic import Diagnostic
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


def recorder_for(wanted: Wanted, rlimit: int, memory: Memory | None = None) -> Recorder:
    """What makes it. Raises ImportError where a certificate is wanted and the second solver is not installed."""
    from regcheck.analysis.ledger_file import Recorder
    from regcheck.proof.counting import StepCounter
    from regcheck.proof.libz3 import version

    if wanted.certificates:
        second_solver()

    def second() -> Second:
        from regcheck.proof.cvc5_solver import Cvc5

        return Cvc5(rlimit)

    return Recorder(
        solver=version(),
        texts=wanted.texts or wanted.ledger,
        witnesses=wanted.ledger,
        counter=StepCounter(rlimit, memory) if wanted.ledger else None,
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


def write_ledger(file: Path, content: bytes) -> Diagnostic | None:
    """Put a ledger in its place; what was there stays if that fails."""
    try:
        replace_file(file, content)
    except OSError:
        return unwritable(shown_name(file))
    return None


def write_questions(folder: Path, texts: Mapping[str, str]) -> Diagnostic | None:
    """Make the folder hold exactly these texts; what was there stays if that fails or is not ours."""
    from regcheck.proof.smt_files import is_file_name

    name = shown_name(folder)
    try:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(folder)
        foreign = tuple(file for file in files_below(folder) if not is_file_name(file))
        if foreign:
            return about(name, ForeignFiles(folder=name, files=foreign))
        replace_folder(folder, {file: text.encode() for file, text in texts.items()})
    except OSError:
        return unwritable(name)
    return None


def question_files(reports: Mapping[str, Report]) -> dict[str, str]:
    """The text of every question by the name of its file; several specifications have a folder each."""
    from regcheck.proof.smt_files import SUFFIX, file_name

    found: dict[str, str] = {}
    for name, report in reports.items():
        folder = f"{file_name(name).removesuffix(SUFFIX)}/" if len(reports) > 1 else ""
        accounts = [entry.account for entry in report.entries if entry.account is not None]
        asked = (one for account in accounts for one in account.asked)
        found |= {folder + file_name(one.id): one.text for one in asked}
    return found
