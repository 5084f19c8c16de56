"""Verdicts as lines of the ledger, and the items that could not be asked about.

Owns: Decided → Entry, lines for items that are broken.
Refuses to know: how a verdict was reached, how a ledger is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from regcheck.analysis.report import Entry
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import replace
from regcheck.lint.unused import headers_of
from regcheck.model.from_syntax.items import NamedItem, noun_of
from regcheck.model.specification import Specification
from regcheck.proof.decide import Decided
from regcheck.proof.verdict import Verdict
from regcheck.source.span import NOWHERE, Span
from regcheck.syntax import ast

if TYPE_CHECKING:
    from regcheck.analysis.account import Account


def entry_of(decided: Decided, mark: str, account: Account | None = None) -> Entry:
    """The line of one obligation; `mark` tells the epochs apart, if there is more than one."""
    owed = decided.obligation
    return Entry(
        id=owed.id + mark,
        family=owed.family,
        term=owed.term,
        provisions=owed.provisions,
        verdict=decided.verdict,
        rests_on=decided.rests_on,
        witness=decided.witness,
        span=owed.span if owed.span != NOWHERE else None,
        diagnostic=decided.diagnostic,
        note=decided.note,
        account=account,
    )


def broken_items(
    items: Iterable[NamedItem], spec: Specification, diagnostics: Sequence[Diagnostic], mark: str
) -> Iterator[Entry]:
    """A NOT_RUN line for each item in force that did not make it into the specification."""
    built = {(header.keyword, header.name) for header in headers_of(spec)}
    for item in items:
        keyword, name = noun_of(item).value, item.name.text
        if not isinstance(item, ast.PlaceholderItem) and (keyword, name) not in built:
            yield _not_run(f"{keyword}「{name}」", item.span, diagnostics, mark)


def unread_items(unread: Iterable[tuple[str, Span]], diagnostics: Sequence[Diagnostic]) -> Iterator[Entry]:
    """A NOT_RUN line for each item that could not be parsed, by its title and place."""
    for title, span in unread:
        yield _not_run(title, span, diagnostics)


def withheld(decided: Decided, broken: Sequence[Entry]) -> Decided:
    """A finding that a broken item might take back is not told: a 前提 could exclude its case, a 特例 could
    change its outcome, and what fills a 委任 could be among the broken."""
    if decided.verdict not in (Verdict.REFUTED, Verdict.VACUOUS):
        return decided
    family = decided.obligation.family
    changing = [entry for entry in broken if entry.term.startswith(("前提", "特例"))]
    doubtful = broken if family == "delegation" else [] if family in ("boundary", "symmetry") else changing
    if not doubtful:
        return decided
    cause = next((entry for entry in doubtful if entry.diagnostic), doubtful[0])
    note = f"{cause.term}に誤りがあるため"
    return replace(decided, verdict=Verdict.NOT_RUN, diagnostic=cause.diagnostic, witness=None, note=note)


def _not_run(title: str, span: Span, diagnostics: Sequence[Diagnostic], mark: str = "") -> Entry:
    """The line of an item that was not checked, with the first finding that points into it; without one, it
    leans on a broken item."""
    cause = next((d for d in diagnostics if _points_into(d, span)), None)
    return Entry(
        id=f"item:{title}{mark}",
        family="item",
        term=title,
        provisions=(title,),
        verdict=Verdict.NOT_RUN,
        span=span,
        diagnostic=cause,
        note="この項目に誤りがあるため" if cause else "よりどころとする項目に誤りがあるため",
    )


def _points_into(diagnostic: Diagnostic, span: Span) -> bool:
    place = diagnostic.place
    return place is not None and place.file == span.file and span.start <= place.start <= span.end
