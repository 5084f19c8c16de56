"""Slips of the pen in a project: which are tried, and which of those that survive have a reason.

Owns: reading and checking a project before its mutants are tried, choosing among them, the reasons in
baseline.toml and in comments, and those that are no longer needed.
Refuses to know: how a mutant is made and tried, how the outcome is shown, argv.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from regcheck.analysis.mutation.edit import Kind
from regcheck.analysis.mutation.mutants import Mutant, chosen, mutants_of
from regcheck.analysis.mutation.run import Fate, Outcome, Verdicts, outcomes
from regcheck.analysis.mutation.standing import Bench, bench_of
from regcheck.analysis.pipeline import Inputs, State, order_files, parse_items, read_texts
from regcheck.analysis.report import Report
from regcheck.app.baseline import unused
from regcheck.app.cases import no_prover
from regcheck.app.workspace import Read, Workspace, accepted
from regcheck.diagnostics import codes
from regcheck.frozen import Frozen, replace
from regcheck.lint.ignores import accept_ignored
from regcheck.source.span import SourceText
from regcheck.syntax import ast


class Study(Frozen):
    """A project whose check is green, and everything that its mutants are tried with."""

    read: Read
    report: Report
    bench: Bench
    mutants: tuple[Mutant, ...]


def study(workspace: Workspace, read: Read) -> Study | Report:
    """What is needed to try mutants; only the report if the check is not green: nothing could be told apart."""
    report = workspace.check_read(read)
    if not report.is_green:
        return report
    files = _trees(read)
    own, facts = read.loaded.own, read.loaded.facts
    bench = bench_of(files, own, facts, workspace.prover, report)
    mutants = tuple(mutant for mutant in mutants_of(files, own) if _is_read(mutant, bench))
    return Study(read=read, report=report, bench=bench, mutants=mutants)


def _is_read(mutant: Mutant, bench: Bench) -> bool:
    """Whether a slip is in what is read: of one day, the items in force on it, and not their days."""
    if bench.as_of is None:
        return True
    header = mutant.item.header
    days = [day.span for day in (header.effective, header.expires) if day is not None]
    return mutant.edit.span not in days and any(epoch.holds(mutant.item) for epoch in bench.epochs)


def _trees(read: Read) -> tuple[ast.File, ...]:
    """Every file after those it uses."""
    state = State(inputs=Inputs(own=read.loaded.own, files=read.loaded.files), prover=no_prover)
    for phase in (read_texts, parse_items, order_files):
        state = phase(state)
    return state.trees


def names_of(study: Study) -> list[str]:
    """What mutants can be chosen by: kinds, then items."""
    items = dict.fromkeys(mutant.item.name.text for mutant in study.mutants)
    return [*Kind, *items]


def chosen_of(study: Study, only: Collection[str], limit: int | None) -> list[Mutant]:
    """The mutants of the kinds and items that are named (all if none is), at most so many."""
    wanted = [
        mutant
        for mutant in study.mutants
        if not only or {mutant.edit.kind.value, mutant.item.name.text} & set(only)
    ]
    return chosen(wanted, limit)


def trial(study: Study, listed: Sequence[Mutant], progress: Callable[[int, int], None]) -> Iterator[Outcome]:
    """What became of each mutant, as soon as it is known."""
    progress(0, len(listed))
    for done, outcome in enumerate(outcomes(study.bench, listed), start=1):
        progress(done, len(listed))
        yield outcome


# ---------------------------------------------------------------- reasons


def explained(study: Study, found: Sequence[Outcome], *, whole: bool) -> Verdicts:
    """Survivors that the baseline or a comment accepts are explained. Reasons that accept nothing are told if
    `found` is the whole, of all days."""
    told = [outcome.diagnostic for outcome in found if outcome.diagnostic is not None]
    comments = accept_ignored(told, _own_texts(study), codes.mutation.CODES)
    reasons = {fingerprint: ignore.reason for fingerprint, ignore in comments.accepted.items()}
    reasons |= {fingerprint: known.reason for fingerprint, known in study.report.known.items()}
    complaints = (
        (*comments.complaints, *unused(accepted(study.read), told, codes.mutation.CODES))
        if whole and study.bench.as_of is None
        else ()
    )
    return Verdicts(outcomes=tuple(_explained(one, reasons) for one in found), complaints=complaints)


def _explained(outcome: Outcome, reasons: Mapping[str, str]) -> Outcome:
    reason = reasons.get(outcome.diagnostic.fingerprint, "") if outcome.diagnostic is not None else ""
    return replace(outcome, fate=Fate.EXPLAINED, reason=reason) if reason else outcome


def _own_texts(study: Study) -> dict[str, SourceText]:
    sources = study.report.sources
    return {name: sources[name] for name in study.read.loaded.own if name in sources}
