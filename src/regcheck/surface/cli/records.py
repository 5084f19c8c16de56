"""--ledger, --certify and --dump-smt: what a check is to leave behind besides its report.

Owns: the options, and what is said of what they made.
Refuses to know: what is in a ledger, which solver certifies.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from regcheck.app.checking import Printed
from regcheck.app.exits import ExitCode
from regcheck.app.workspace import Read, Workspace
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import replace
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import tell

if TYPE_CHECKING:
    from regcheck.analysis.ledger_file import Recorder


def record_options() -> list[click.Parameter]:
    """--ledger FILE, --certify, --dump-smt DIR."""
    return [
        click.Option(["--ledger"], metavar="FILE"),
        click.Option(["--certify"], is_flag=True),
        click.Option(["--dump-smt"], metavar="DIR"),
    ]


class Records:
    """What the options of a run ask for."""

    def __init__(self, ledger: str | None, questions: str | None, *, certify: bool) -> None:
        self.ledger = Path(ledger) if ledger is not None else None
        self.questions = Path(questions) if questions is not None else None
        self.certify = certify

    def __bool__(self) -> bool:
        return self.ledger is not None or self.questions is not None or self.certify

    def recording(self, workspace: Workspace, session: Session) -> Workspace:
        """The workspace, with a recorder if anything is to be recorded."""
        if not self:
            return workspace

        def recorder() -> Recorder:
            from regcheck.app.ledger import Wanted, recorder_for

            wanted = Wanted(
                texts=self.questions is not None, ledger=self.ledger is not None, certificates=self.certify
            )
            try:
                return recorder_for(wanted, workspace.rlimit, workspace.memory, workspace.kept)
            except ImportError as missing:
                if missing.name != "cvc5":
                    raise
                raise Mistake(session.texts.no_second_solver) from None

        return replace(workspace, recorder=recorder)

    def leave(self, printed: Printed, read: Sequence[Read], session: Session) -> int:
        """Write what was recorded and say so; the exit code of the run."""
        if not self or printed.interrupted:
            return printed.code
        if self.certify:
            self._tell_certificates(printed, session)
        problems = [p for p in (self._write_ledger(printed, read), self._write_questions(printed)) if p]
        if problems:
            from regcheck.surface.cli.problems import tell_problems

            tell_problems(problems, session.language)
        return printed.code or (ExitCode.USAGE if problems else ExitCode.CLEAN)

    def _tell_certificates(self, printed: Printed, session: Session) -> None:
        from regcheck.app.ledger import certified, exempt, second_solver

        found = certified(printed.reports.values())
        texts = session.texts
        tell(texts.certified.format(solver=second_solver(), found=found))
        left_out = exempt(printed.reports.values())
        if left_out:
            kinds = ", ".join(f"{texts.kinds[kind]} {count}" for kind, count in left_out.items())
            tell(texts.not_certified.format(count=sum(left_out.values()), kinds=kinds))

    def _write_ledger(self, printed: Printed, read: Sequence[Read]) -> Diagnostic | None:
        if self.ledger is None:
            return None
        from regcheck.app.ledger import inputs_of, ledger_of, second_solver
        from regcheck.app.ledger_files import write_ledger

        inputs = {one.project.name: inputs_of(one) for one in read}
        second = second_solver() if self.certify else ""
        return write_ledger(self.ledger, ledger_of(printed.reports, inputs, second))

    def _write_questions(self, printed: Printed) -> Diagnostic | None:
        if self.questions is None:
            return None
        from regcheck.app.ledger_files import question_files, write_questions

        return write_questions(self.questions, question_files(printed.reports))
