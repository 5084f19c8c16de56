"""What a reader has at hand: who is spoken of, and the lines below.

Owns: the scope of names as the words set it up, the lines below a sentence and whether all of them were used.
Refuses to know: sentences.
"""

from __future__ import annotations

from collections.abc import Sequence

from lark import Lark, Token, Tree

from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.lexicon import Node
from regcheck.documents.from_statutory.lines import Line
from regcheck.documents.phrasebook import NO_PHRASES, Phrasebook
from regcheck.documents.typing import type_at
from regcheck.frozen import Frozen, Mutable, field, replace
from regcheck.model.formula import Path
from regcheck.model.specification import Specification
from regcheck.model.types import ReferenceType, SeriesType, Type


class Scope(Frozen):
    """Records from the outermost to the innermost (variable, 対象), and years (variable, window)."""

    spec: Specification
    records: tuple[tuple[str, str], ...]
    years: tuple[tuple[str, str], ...] = ()
    phrases: Phrasebook = NO_PHRASES

    def inside(self, subject: str) -> Scope:
        """With an element of the 対象 as the innermost record."""
        return replace(self, records=(*self.records, (f"要素{len(self.records)}", subject)))

    def in_year(self, window: str) -> Scope:
        return replace(self, years=(*self.years, (f"年{len(self.years) + 1}", window)))

    @property
    def here(self) -> str:
        """The variable of the innermost record."""
        return self.records[-1][0]

    def around(self, subject: str) -> str | None:
        """当該病院: the nearest record of the 対象 outside the innermost."""
        return next((v for v, s in reversed(self.records[:-1]) if s == subject), None)

    def year_of(self, series: SeriesType) -> str | None:
        """The nearest year of the series' window."""
        return next((i for i, window in reversed(self.years) if window == series.window), None)

    def type_at(self, path: Path) -> Type | None:
        """The type of the fact at a path. Raises KeyError where there is none."""
        return type_at(self.spec, dict(self.records)[path.root], path.steps)

    def subject_at(self, path: Path) -> str:
        """The 対象 of the record at a path; "" if something else stands there."""
        found = self.type_at(path)
        if found is None:
            return dict(self.records)[path.root]
        return found.subject if isinstance(found, ReferenceType) else ""

    def length_of(self, window: str) -> int:
        """How many years a window has, from any 系列 that has it."""
        fields = [f.type for s in self.spec.subjects.values() for f in s.fields.values()]
        return next(t.length for t in fields if isinstance(t, SeriesType) and t.window == window)


class Below(Mutable):
    """The lines below a sentence, and which of them it spoke of."""

    lines: Sequence[Line]
    used: set[str] = field(default_factory=set)

    def all(self) -> Sequence[Line]:
        """Every line, for 次のいずれにも."""
        self.used.update(line.label for line in self.lines)
        return self.lines

    def one(self, label: str) -> Line | None:
        """The line with a label, for イに該当する."""
        self.used.add(label)
        return next((line for line in self.lines if line.label == label), None)


class Reading(Frozen):
    """One line as it is read."""

    parser: Lark
    scope: Scope
    below: Below
    line: str

    def about(self, scope: Scope) -> Reading:
        return replace(self, scope=scope)

    def unread(self, near: Node | Token | str) -> Unread:
        """The failure to understand a piece of the line."""
        words = near if isinstance(near, str) else "".join(near.scan_values(lambda _: True))
        return Unread(self.line, words)

    def check_all_used(self) -> None:
        """Every line below was spoken of."""
        for line in self.below.lines:
            if line.label not in self.below.used:
                raise Unread(line.text, line.label)


def trees(node: Node) -> list[Node]:
    """The children of a node that are trees."""
    return [child for child in node.children if isinstance(child, Tree)]


def tokens(node: Node) -> list[Token]:
    """The children of a node that are tokens."""
    return [child for child in node.children if isinstance(child, Token)]


def name_of(node: Node) -> str:
    """The name that a `name` node or a phrase of one name stands for; "" for anything else."""
    while isinstance(node, Tree) and len(node.children) == 1 and node.data in ("side", "phrase", "name"):
        (child,) = node.children
        if isinstance(child, Token):
            return child.strip("「」") if node.data == "name" else ""
        node = child
    return ""
