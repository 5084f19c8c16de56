"""The outcome of `mutate` for programs: one object, regcheck-mutation/1.

Owns: the shape that mutation-1.schema.json publishes.
Refuses to know: terminals, files, how mutants are tried.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from regcheck.analysis.mutation.run import Fate, Outcome, Verdicts
from regcheck.diagnostics.wording import Language, words
from regcheck.render.as_of import as_of_keys
from regcheck.render.excerpt import position
from regcheck.render.machine import Json, told_case
from regcheck.render.page import visible

if TYPE_CHECKING:
    from regcheck.diagnostics.diagnostic import Diagnostic
    from regcheck.source.span import SourceText

SCHEMA = "regcheck-mutation/1"


def mutation_text(
    verdicts: Verdicts,
    sources: Mapping[str, SourceText],
    language: Language,
    as_of: date | None = None,
    assumed: Sequence[str] = (),
) -> str:
    """The object as text that ends with a line break; keys stand in the order of the schema."""
    made: dict[str, Json] = {
        "schema": SCHEMA,
        **as_of_keys(as_of, assumed),
        "summary": _summary(verdicts),
        "mutants": [_mutant(outcome, sources) for outcome in verdicts.outcomes],
        "complaints": [_complaint(diagnostic, language) for diagnostic in verdicts.complaints],
    }
    return json.dumps(made, ensure_ascii=False, indent=2) + "\n"


def _summary(verdicts: Verdicts) -> dict[str, Json]:
    score = verdicts.score
    fates: dict[str, Json] = {fate.value: getattr(score, fate.value) for fate in Fate}
    return {
        "mutants": score.total,
        **fates,
        "percent": score.percent,
        "at_least": verdicts.at_least,
        "interrupted": verdicts.interrupted,
    }


def _mutant(outcome: Outcome, sources: Mapping[str, SourceText]) -> dict[str, Json]:
    edit, told = outcome.mutant.edit, outcome.diagnostic
    case = told.evidence if told is not None else None
    number, column = position(edit.span, sources[edit.span.file])
    return {
        "kind": edit.kind.value,
        "place": outcome.mutant.place,
        "file": edit.span.file,
        "line": number,
        "column": column,
        "before": visible(edit.before),
        "after": visible(edit.after),
        "fate": outcome.fate.value,
        "killer": outcome.killer or None,
        "reason": outcome.reason or None,
        "fingerprint": told.fingerprint if told is not None else None,
        "witness": told_case(case) if case is not None else None,
    }


def _complaint(diagnostic: Diagnostic, language: Language) -> dict[str, Json]:
    said = words(diagnostic.payload, language)
    return {
        "code": diagnostic.code.id,
        "message": visible(said.headline),
        "fingerprint": diagnostic.fingerprint,
    }
