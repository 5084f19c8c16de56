"""The line that says as of which day the law was read.

Owns: its words in both languages, and the keys of the same for programs.
Refuses to know: how a day is given, what was found.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from regcheck.diagnostics.codes.days import quoted
from regcheck.diagnostics.wording import Language
from regcheck.render.page import Page, Piece, Role, line
from regcheck.source.eras import day_text


def as_of_page(day: date | None, assumed: Sequence[str], language: Language) -> Page:
    """The line with an empty one below it; nothing where the law of every day was read."""
    if day is None:
        return ()
    return line(Piece(as_of_text(day, assumed, language), Role.HEADLINE)), line()


def as_of_text(day: date, assumed: Sequence[str], language: Language) -> str:
    """令和七年四月一日の時点の法令, and what may have come by then but is read as if it had not."""
    open_ = quoted(tuple(assumed))
    if language is Language.EN:
        return f"The law as of {day.isoformat()}" + (f", if {open_} has not come by then" if open_ else "")
    return f"{day_text(day)}の時点の法令" + (f"（{open_}はまだ来ていないものとする）" if open_ else "")


def as_of_keys(day: date | None, assumed: Sequence[str]) -> dict[str, Any]:
    """JSON: `as_of`, and `not_yet` with what is read as if it had not come."""
    if day is None:
        return {}
    return {"as_of": day.isoformat(), **({"not_yet": list(assumed)} if assumed else {})}
