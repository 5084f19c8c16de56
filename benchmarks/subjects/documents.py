"""Documents: the whole medical draft in every format, and a long list.

Owns: which documents are made, and their goals.
Refuses to know: how a document is made; the check, which is measured elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.lines import Line, at_most, failed
from benchmarks.measure import ROOT, Failed, apart, timed

SUBJECT = "documents"
SPEC = "specs/medical"
ROWS = 10_000
_MOST, _MOST_OF_LIST = 5.0, 10.0


def lines() -> Iterator[Line]:
    """Each in a process of its own that has not made any before."""
    try:
        count, seconds = apart(draft)
        more = f"{count} files, the words proved again"
        yield at_most(SUBJECT, f"{SPEC}, every format: after the check", seconds, _MOST, " s", more)
        name = f"a list of {ROWS:,} rows: docx"
        yield at_most(SUBJECT, name, apart(roster), _MOST_OF_LIST, " s")
    except Failed as failure:
        yield failed(SUBJECT, SPEC, failure)


def draft() -> tuple[int, float]:
    """How many documents the draft has, and the seconds from the report to their bytes."""
    from benchmarks.seams import checked_draft, drafted

    ready = checked_draft(ROOT, Path(SPEC))
    made: list[int] = []
    seconds = timed(lambda: made.append(len(drafted(ready))))
    return made[0], seconds


def roster() -> float:
    """The seconds that a list takes, from its rows to its bytes."""
    from regcheck.documents.instrument.roster import Roster, roster_to_docx

    rows = tuple((f"見本{n}病院", "東京都", str(n), "第一段階", "第二段階") for n in range(ROWS))
    headings = ("名称", "都道府県", "病床の数", "甲案", "乙案")
    given = Roster(title="見本の一覧", headings=headings, rows=rows, numbers=frozenset({2}))
    return timed(lambda: roster_to_docx(given))
