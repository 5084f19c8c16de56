"""A comparison as one object for programs, regcheck-comparison/1.

Owns: the shape that comparison-1.schema.json publishes: rows with both sides, meanings, moves, references, findings.
Refuses to know: terminals, how versions are compared.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from regcheck.analysis.meanings import Case, Change, meaning_text
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.wording import Language, words
from regcheck.law.address import Address
from regcheck.law.comparing import Comparison
from regcheck.law.comparing.faces import Face, shown_words
from regcheck.law.comparing.rows import Row
from regcheck.law.tree import Law
from regcheck.law.words import Drawn, Words
from regcheck.render.excerpt import position
from regcheck.render.machine import Json
from regcheck.render.page import visible
from regcheck.source.span import SourceText

SCHEMA = "regcheck-comparison/1"


def comparison_text(
    comparison: Comparison,
    changes: Mapping[str, Change] | None,
    standing: Mapping[str, tuple[Address, ...]],
    found: Sequence[Diagnostic],
    forms: Sequence[str],
    sources: Mapping[str, SourceText],
    language: Language,
) -> str:
    """The object as text that ends with a line break. `standing` are the provisions of each item in the new
    version, `forms` the 様式 whose content is another."""
    made: dict[str, Json] = {
        "schema": SCHEMA,
        "old": _law(comparison.old),
        "new": _law(comparison.new),
        "same": comparison.is_same,
        "rows": [_row(row) for row in comparison.rows if row.is_printed and not comparison.is_same],
        "meanings": None
        if changes is None
        else [_meaning(change, standing.get(title, ()), language) for title, change in changes.items()],
        "moves": [
            {"old": str(move.old.address), "new": str(move.new.address), "exact": move.is_exact}
            for move in comparison.moves
        ],
        "forms": list(forms),
        "references": [
            {
                "place": str(one.place),
                "old": one.old,
                "new": one.new,
                "target_old": str(one.target),
                "target_new": str(one.destination),
            }
            for one in comparison.references.moved
        ],
        "diagnostics": [_diagnostic(one, sources, language) for one in found],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _law(law: Law) -> Json:
    return {"title": law.name, "number": law.number.text}


def _row(row: Row) -> Json:
    return {
        "fate": row.fate.value,
        "kind": row.kind.value,
        "begins": row.begins,
        "old": _face(row.old),
        "new": _face(row.new),
    }


def _face(face: Face | None) -> Json:
    if face is None:
        return None
    return {
        "provisions": [str(unit.address) for unit in face.units],
        "left_out": face.is_left_out,
        "words": list(map(_words, shown_words(face))),
    }


def _words(one: Words) -> Json:
    """The text, and the parts of it that are underlined, as [start, end] in code points."""
    lines: list[Json] = [[mark.start, mark.end] for mark in one.marks if mark.drawn is Drawn.LINE]
    return {"text": one.text, "lines": lines}


def _meaning(change: Change, places: Sequence[Address], language: Language) -> Json:
    return {
        "item": change.title,
        "was": change.was or None,
        "kind": change.kind.value,
        "provisions": [str(place) for place in places],
        "text": meaning_text(change, language),
        "cases": list(_cases(change)),
    }


def _cases(change: Change) -> Iterator[Json]:
    named: tuple[tuple[str, Case | None], ...] = (
        ("gained", change.gained),
        ("lost", change.lost),
        ("parted", change.parted),
    )
    for name, case in named:
        if case is not None:
            yield {
                "kind": name,
                "subject": case.subject,
                "words": case.words,
                "old": case.earlier,
                "new": case.later,
                "facts": dict(case.evidence.facts),
            }


def _diagnostic(found: Diagnostic, sources: Mapping[str, SourceText], language: Language) -> Json:
    said, place = words(found.payload, language), found.place
    source = sources.get(place.file) if place else None
    at, column = position(place, source) if place and source else (None, None)
    return {
        "code": found.code.id,
        "name": found.code.name,
        "severity": found.severity,
        "message": visible(said.headline),
        "file": place.file if place else None,
        "line": at,
        "column": column,
        "provisions": list(found.provisions),
        "advice": said.advice,
        "fingerprint": found.fingerprint,
    }
