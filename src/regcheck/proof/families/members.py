"""The parts of a 性質 under names that a message can use.

Owns: 第一号 or 「特定機能病院」 for a part of 排他, 網羅 and 同値.
Refuses to know: what is asked of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.evaluation.sentences import formula_text
from regcheck.model.specification import Property, Specification
from regcheck.proof.asking import formula_name, mentioned
from regcheck.proof.labels import label_of
from regcheck.proof.question import Labelled
from regcheck.source.numerals import to_kanji


def member(prop: Property, index: int) -> Labelled:
    """A part of the 性質 as a question part."""
    return Labelled(label=f"{label_of(prop.header)}{member_name(prop, index)}", formula=prop.members[index])


def number(index: int) -> str:
    """第一号: a part of the 性質 by its place."""
    return f"第{to_kanji(index + 1)}号"


def member_name(prop: Property, index: int) -> str:
    """「特定機能病院」 for a part that only names a term, otherwise 第一号."""
    return formula_name(prop.members[index]) or number(index)


def shown_beside(spec: Specification, parts: Sequence[Labelled]) -> tuple[Labelled, ...]:
    """Parts that are more than a name, and every term that the parts name."""
    worded = (part for part in parts if not formula_name(part.formula))
    return (*worded, *mentioned(spec, (part.formula for part in parts)))


def side_name(spec: Specification, prop: Property, index: int) -> str:
    """A side of 同値, which has no 号: 「特定機能病院」, or its words."""
    formula = prop.members[index]
    return formula_name(formula) or f"「{formula_text(spec, formula)}」"
