"""Every limit of the law with what it says just below, exactly at and just above its number.

Owns: this section.
Refuses to know: how the cases at a limit are found and run.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.analysis.report import Entry
from regcheck.diagnostics.diagnostic import Evidence
from regcheck.documents.material import Material
from regcheck.documents.model import Cell, Link, Section, Table, plain


def limit_section(material: Material) -> Section | None:
    """A row for each provision and word; None without limits."""
    found = [(e, e.witness) for e in material.report.entries if e.family == "boundary" and e.witness]
    if not found:
        return None
    table = Table(
        anchor="limits-table",
        caption="限度の前後の扱い",
        headings=("事実", "規定", "直前、ちょうど、直後"),
        rows=tuple(row for entry, shown in found for row in _rows(material, entry, shown)),
        note="それぞれの場合を評価器で実行した結果。「以上」と「未満」、「を超える」と「以下」は組になり、重ならず漏れない。",
    )
    return Section(anchor="limits", title="限度の境", blocks=(table,))


def _rows(material: Material, entry: Entry, shown: Evidence) -> Iterator[tuple[Cell, ...]]:
    """The fact, which spans its rows and leads to the proof, then each provision with the cases."""
    name = "、".join(fact for fact, _ in shown.facts)
    link = Link(text=name, target=material.ledger.anchor(entry))
    for position, (provision, outcome) in enumerate(shown.outcomes):
        cells = plain(provision), plain(outcome)
        head = Cell(lines=(link,), rows=len(shown.outcomes), heads=True)
        yield cells if position else (head, *cells)
