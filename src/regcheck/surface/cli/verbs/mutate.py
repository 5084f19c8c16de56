"""regcheck mutate SPEC [--only KIND|NAME]… [--limit N] [--at-least PERCENT].

Owns: options and output of the verb, and what is shown when it is interrupted.
Refuses to know: how mutants are made and tried.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from regcheck.analysis.mutation.edit import Kind
from regcheck.analysis.mutation.run import Outcome
from regcheck.analysis.report import Report
from regcheck.app.exits import ExitCode, exit_code
from regcheck.app.mutating import Study, chosen_of, explained, names_of, study, trial
from regcheck.frozen import replace
from regcheck.render.as_of import as_of_page
from regcheck.render.full import full
from regcheck.render.mutation import mutation_page
from regcheck.render.mutation_object import mutation_text
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import (
    as_of_option,
    baseline_option,
    config_option,
    day_of,
    existing,
    format_option,
    settings,
)
from regcheck.surface.cli.output import answering, one_project, workspace_for
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import progress, put_text, show, tell_page

_AT_LEAST = 90
_ALL = 100


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["spec"], metavar="SPEC"),
        click.Option(["--only"], multiple=True, metavar="KIND|NAME"),
        click.Option(["--limit"], metavar="N"),
        click.Option(["--at-least"], metavar="PERCENT"),
        format_option("full", "json"),
        baseline_option(),
        config_option(),
        as_of_option(),
    ]
    return Verb("mutate", _mutate, params)


def _mutate(
    session: Session,
    spec: str,
    only: tuple[str, ...],
    limit: str | None,
    at_least: str | None,
    format_: str | None,
    baseline: str | None,
    config: tuple[str, ...],
    as_of: str | None,
) -> int:
    most = _number(session, "--limit", limit, range(1, 10**9))
    wanted = _number(session, "--at-least", at_least, range(_ALL + 1))
    (place,) = existing([spec], session)
    chosen, session = settings(session, place, config)
    workspace = workspace_for(chosen, session, baseline, as_of=day_of(as_of, session))
    project = one_project(place, session)
    with answering(session):
        made = study(workspace, workspace.read(project))
    if isinstance(made, Report):
        tell_page(full({project.name: made}, session.language))
        return ExitCode.INTERRUPTED if made.interrupted else exit_code([made])
    _must_be_known(session, only, names_of(made))
    found, interrupted = _tried(session, made, only, most)
    verdicts = replace(
        explained(made, found, whole=not (only or most or interrupted)),
        at_least=_AT_LEAST if wanted is None else wanted,
        interrupted=interrupted,
    )
    if (format_ or chosen.format) == "json":
        day = (made.report.as_of, made.report.assumed)
        put_text(mutation_text(verdicts, made.report.sources, session.language, *day))
    else:
        head = as_of_page(made.report.as_of, made.report.assumed, session.language)
        show((*head, *mutation_page(verdicts, made.report.sources, session.language)))
    if interrupted:
        return ExitCode.INTERRUPTED
    return ExitCode.CLEAN if verdicts.is_clean else ExitCode.FINDINGS


def _number(session: Session, name: str, text: str | None, among: range) -> int | None:
    """A whole number among some; None where the option is not given."""
    if text is None:
        return None
    if not text.isascii() or not text.isdecimal() or int(text) not in among:
        last = f"{among[-1]}" if among[-1] <= _ALL else "…"
        said = session.texts.bad_value.format(name=name, value=text, choices=f"{among[0]}–{last}")
        raise Mistake(said)
    return int(text)


def _must_be_known(session: Session, only: Sequence[str], names: Sequence[str]) -> None:
    for name in only:
        if name not in names:
            choices = ", ".join([*Kind, "…"])
            raise Mistake(session.texts.bad_value.format(name="--only", value=name, choices=choices))


def _tried(
    session: Session, made: Study, only: Sequence[str], most: int | None
) -> tuple[list[Outcome], bool]:
    """The outcomes, and whether the user broke off."""
    found: list[Outcome] = []
    try:
        for outcome in trial(made, chosen_of(made, only, most), progress(session.texts.mutating)):
            found.append(outcome)  # noqa: PERF402  # what is known is kept when the user breaks off
    except KeyboardInterrupt:
        return found, True
    return found, False
