"""Days given on the command line: 令和七年五月一日, 2025年5月1日, 2025-05-01.

Owns: which forms are days, and what is said of one that is none.
Refuses to know: which option a day is for.
"""

from __future__ import annotations

import re
from datetime import date

from regcheck.diagnostics.wording import words
from regcheck.render.page import visible
from regcheck.source.numerals import narrow
from regcheck.source.span import shown
from regcheck.surface.cli.session import Mistake, Session
from regcheck.syntax.literals import BadLiteralError, read_date

_COUNT = r"[0-9〇一二三四五六七八九十百千]{1,8}"
_FORMS = (
    rf"(?:令和|平成|昭和|大正|明治)?(?:元|{_COUNT})年{_COUNT}月{_COUNT}日",
    r"[0-9]{4}[-−][0-9]{1,2}[-−][0-9]{1,2}",
)


def given_day(option: str, text: str, session: Session) -> date:
    """The day that was given with an option; a mistake of usage if there is none."""
    given = text.strip()
    if not any(re.fullmatch(form, narrow(given)) for form in _FORMS):
        raise Mistake(session.texts.no_day.format(name=option, text=visible(shown(given))))
    try:
        return read_date(given)
    except BadLiteralError as error:
        told = words(error.payload, session.language)
        raise Mistake("\n".join((told.headline, *((told.advice,) if told.advice else ())))) from None
