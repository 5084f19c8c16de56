"""What is owed for every day: versions, references and names, looked at on one set of stretches of time.

Owns: the days that the three share, and the finding that too many of them are open at once.
Refuses to know: any of the three.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from regcheck.analysis.borne_names import check_names, days_of_names
from regcheck.analysis.citations import check_references
from regcheck.analysis.versions import Looked, check_versions, finding
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.model.from_syntax.chronology import MOST_OPEN, Stretch, Written, chronology_of
from regcheck.model.from_syntax.items import NamedItem, named_items
from regcheck.model.from_syntax.transcript import reader_of, transcript_of
from regcheck.model.from_syntax.versions import law_stretches
from regcheck.source.span import SourceText
from regcheck.syntax import ast


class Days(Frozen):
    """The lines of the ledger, and everything that was found."""

    looked: tuple[Looked, ...]
    diagnostics: tuple[Diagnostic, ...]


def check_days(
    files: Sequence[ast.File],
    own: frozenset[str],
    sources: Mapping[str, SourceText],
    as_of: date | None = None,
) -> Days:
    """Versions, then references, then names; of one day, if it is given."""
    items = named_items(files)
    chronology = chronology_of(files, own, as_of)
    stretches = law_stretches(items, chronology, (*days_of_names(items), *_days_of_unknown(items)))
    unreadable = frozenset(name.text for file in files for name in file.broken)
    reader = reader_of(files)
    transcript = transcript_of(files, reader)
    looked = (
        *check_versions(items, own, unreadable, transcript, reader, chronology),
        *check_references(items, own, transcript, reader, stretches, sources),
        *check_names(items, own, stretches, sources),
    )
    found = (diagnostic for one in looked for diagnostic in one.diagnostics)
    return Days(looked=looked, diagnostics=(*_too_open(items, stretches), *found))


def _days_of_unknown(items: Sequence[NamedItem]) -> Iterator[Written]:
    """The days from which on the words of a provision are not known."""
    return (item.header.effective for item in items if type(item) is ast.PlaceholderItem)


def _too_open(items: Sequence[NamedItem], stretches: Sequence[Stretch]) -> Iterator[Diagnostic]:
    """More open days at once than every order of which is looked at."""
    for stretch in stretches:
        names = tuple(sorted((*stretch.chosen, *stretch.left)))
        if len(names) > MOST_OPEN:
            crowd = codes.versions.TooManyOpenDays(names=names, most=MOST_OPEN)
            places = [i for i in items if isinstance(i, ast.PlaceholderItem) and i.name.text in names]
            yield finding(places[0], crowd) if places else Diagnostic(payload=crowd, anchor="days")
            return
