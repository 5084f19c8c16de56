"""What a formula comes to for every row of a fact table.

Owns: the outcome per row with the condition that decided it, for printed lists.
Refuses to know: layout, files.
"""

from __future__ import annotations

from regcheck.evaluation.describe import address_text
from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import Kleene
from regcheck.evaluation.reasons import deciding_provisions, deciding_words
from regcheck.evaluation.trace import Evaluation
from regcheck.frozen import Frozen
from regcheck.model.formula import Formula
from regcheck.model.specification import Specification
from regcheck.registry.table import BoundRow, BoundTable


class Outcome(Frozen):
    """該当, 非該当 or 要確認 of one row, the 号 and the conditions that decided, and the unknown facts if open."""

    row: BoundRow
    evaluation: Evaluation
    provisions: tuple[str, ...]
    conditions: tuple[str, ...]
    unknowns: tuple[str, ...]

    @property
    def truth(self) -> Kleene:
        return self.evaluation.truth


def population(spec: Specification, table: BoundTable, formula: Formula) -> tuple[Outcome, ...]:
    """An outcome for each row, in the order of the file."""
    return tuple(_outcome(spec, row, formula) for row in table.rows)


def _outcome(spec: Specification, row: BoundRow, formula: Formula) -> Outcome:
    evaluation = evaluate(spec, formula, row.record)
    return Outcome(
        row=row,
        evaluation=evaluation,
        provisions=deciding_provisions(evaluation.trace),
        conditions=deciding_words(spec, evaluation.trace),
        unknowns=tuple(address_text(address) for address in evaluation.deciding_unknowns),
    )
