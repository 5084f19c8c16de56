"""What the words of one version mean beside those of another: the semantic column of a comparison.

Owns: two specifications held against each other, item by item, with the case in which they part.
Refuses to know: files, pages, which prover.

Read in this order: change (what is found), compare (all of it), matching (which items are one), differing (what can
have changed at all), joint (both versions in one specification), parting (one question, and its case replayed in
both), then conditions, stages, tables and days; words tells a change.
"""

from __future__ import annotations

from regcheck.analysis.meanings.change import (
    Case as Case,
    Change as Change,
    ChangeKind as ChangeKind,
    Ground as Ground,
    Version as Version,
)
from regcheck.analysis.meanings.compare import compare_meanings as compare_meanings
from regcheck.analysis.meanings.words import meaning_text as meaning_text
