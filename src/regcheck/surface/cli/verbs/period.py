"""regcheck period PHRASE --from DAY.

Owns: options and output of the verb, what is said of a phrase that is none.
Refuses to know: how phrases are read and periods counted.
"""

from __future__ import annotations

import click

from regcheck.app.exits import ExitCode
from regcheck.calendar.counted import Counted, count
from regcheck.calendar.holiday_table import FIRST_YEAR, LAST_YEAR
from regcheck.calendar.reckon import OutsideCalendar, OutsideTable
from regcheck.calendar.wording import Unreadable, Worded, parse_wording
from regcheck.render.page import visible
from regcheck.render.period import period_page, period_text
from regcheck.source.span import shown
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.days import given_day
from regcheck.surface.cli.options import format_option
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import put_text, show


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["phrase"], metavar="PHRASE"),
        click.Option(["--from", "start"], metavar="DAY", required=True),
        format_option("full", "json"),
    ]
    return Verb("period", _period, params)


def _period(session: Session, phrase: str, start: str, format_: str | None) -> int:
    text = phrase.strip()
    worded = parse_wording(text)
    if isinstance(worded, Unreadable):
        raise Mistake(_unreadable(text, worded, session))
    counted = _counted(worded, start, session)
    if format_ == "json":
        put_text(period_text(text, counted, session.language))
    else:
        show(period_page(text, counted, session.language))
    return ExitCode.CLEAN


def _counted(worded: Worded, start: str, session: Session) -> Counted:
    day = given_day("--from", start, session)
    try:
        return count(worded, day)
    except OutsideTable as outside:
        told = session.texts.outside_table
        raise Mistake(told.format(day=outside.day.isoformat(), first=FIRST_YEAR, last=LAST_YEAR)) from None
    except OutsideCalendar:
        raise Mistake(session.texts.outside_calendar) from None


def _unreadable(text: str, found: Unreadable, session: Session) -> str:
    texts = session.texts
    told = texts.no_period.format(text=visible(shown(text)))
    if found.rest and found.rest != text:
        told += "\n" + texts.not_understood.format(rest=visible(shown(found.rest)))
    expected = (
        texts.did_you_mean.format(name=found.instead) if found.instead else texts.expected[found.expected]
    )
    return f"{told}\n{expected}"
