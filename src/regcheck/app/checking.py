"""From what was read to what is printed: made anew, or as it was kept.

Owns: which renderer a form has; when a run is kept and when it may stand for another.
Refuses to know: argv, streams, how a report is made, where runs are kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from regcheck.app.workspace import Read, Workspace
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen, field, replace

if TYPE_CHECKING:  # a run that is kept needs none of this
    from regcheck.analysis.report import Report
    from regcheck.app.runs import Runs


class Form(Frozen):
    """How reports are printed."""

    name: str
    language: Language
    colours: bool = False


class Printed(Frozen):
    """What goes to stdout, the exit code, how many obligations there were, and whether that was kept; if not,
    the reports."""

    text: str
    code: int
    obligations: int
    was_kept: bool = False
    interrupted: bool = False
    reports: Mapping[str, Report] = field(default_factory=dict)


def print_check(workspace: Workspace, read: Sequence[Read], form: Form, runs: Runs | None = None) -> Printed:
    """The check of some projects as `runs` have it, or made anew and kept there."""
    if runs is None:
        return _made(workspace, read, form)[0]
    budget = (str(workspace.rlimit), str(workspace.more))
    asked = (form.name, form.language, str(form.colours), *budget, str(workspace.as_of))
    key = runs.key(asked, read)
    kept = runs.find(key) if key is not None else None
    if kept is not None:
        return Printed(text=kept.text.decode(), code=kept.code, obligations=kept.obligations, was_kept=True)
    printed, lasting = _made(workspace, read, form)
    if key is not None and lasting:
        from regcheck.app.runs import Run

        text = printed.text.encode("utf-8", "backslashreplace")
        runs.keep(key, Run(text=text, code=printed.code, obligations=printed.obligations))
    return printed


def _made(workspace: Workspace, read: Sequence[Read], form: Form) -> tuple[Printed, bool]:
    """The check, and whether it would be the same another time."""
    from regcheck.app.exits import exit_code

    reports: dict[str, Report] = {}
    told = replace(workspace, briefly=form.name != "json")
    for one in read:
        reports[one.project.name] = report = told.check_read(one)
        if report.interrupted:
            break
    printed = Printed(
        text=report_text(reports, form),
        code=exit_code(reports.values()),
        obligations=sum(len(report.entries) for report in reports.values()),
        interrupted=any(report.interrupted for report in reports.values()),
        reports=reports,
    )
    return printed, not printed.interrupted and not any(map(_has_internal, reports.values()))


def _has_internal(report: Report) -> bool:
    """Whether the tool itself came to its limits, its budget among them."""
    return any(diagnostic.code.is_internal for diagnostic in report.diagnostics)


def report_text(reports: Mapping[str, Report], form: Form) -> str:
    """Reports as they are printed."""
    if form.name == "json":
        from regcheck.render.machine import machine

        return machine(reports, form.language)
    if form.name == "concise":
        from regcheck.render.concise import concise as page_of
    else:
        from regcheck.render.full import full as page_of
    page = page_of(reports, form.language)
    if form.colours:
        from regcheck.render.painting import painted as text_of
    else:
        from regcheck.render.page import plain as text_of
    return text_of(page)
