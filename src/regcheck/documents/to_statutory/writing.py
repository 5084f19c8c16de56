"""What a writer of words has at hand: the scope, and the list below the sentence.

Owns: clauses with their two endings, and the place where conditions go that are too long for a sentence.
Refuses to know: which conditions there are.

A sentence has one list below it. Where one condition needs it, the sentence says 次のいずれにも該当する; where several
do, each becomes a 号 or イ of its own and the sentence says イに該当する.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from regcheck.documents.phrasebook import Said
from regcheck.documents.provision import DEEPEST, label_at
from regcheck.documents.to_statutory.names import Scope
from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.frozen import Frozen, Mutable, field, replace
from regcheck.model.formula import And, AtLeast, Formula, Not, Or
from regcheck.source.numerals import to_kanji


class Verb(Enum):
    """What a clause ends in, as its last word and before another clause."""

    IS = ("である", "であり")
    IS_NOT = ("でない", "でなく")
    NONE_OF = ("のいずれでもない", "のいずれでもなく")
    EXISTS = ("がある", "があり")
    EXISTS_NOT = ("がない", "がなく")
    MEETS = ("に該当する", "に該当し")
    MEETS_NOT = ("に該当しない", "に該当せず")
    MEETS_ALL = ("のいずれにも該当する", "のいずれにも該当し")
    MEETS_NONE = ("のいずれにも該当しない", "のいずれにも該当せず")
    HAS = ("を有する", "を有し")
    HAS_NOT = ("を有しない", "を有せず")
    CONTAINS = ("を含む", "を含み")
    CONTAINS_NOT = ("を含まない", "を含まず")
    CONTAINS_ALL = ("のいずれも含む", "のいずれも含み")
    CONTAINS_NONE = ("のいずれも含まない", "のいずれも含まず")
    EXCEEDS = ("を超える", "を超え")
    FINDS = ("と認める", "と認め")
    FINDS_NOT = ("と認めない", "と認めず")
    DIFFERS = ("と異なる", "と異なり")
    ALWAYS = ("常に該当する", "常に該当し")
    NEVER = ("常に該当しない", "常に該当せず")


class Clause(Frozen):
    """Words up to the verb, and the verb; or a phrase, which has its own."""

    stem: str
    verb: Verb | Said

    @property
    def final(self) -> str:
        return self.stem + (self.verb.value[0] if isinstance(self.verb, Verb) else self.verb.final)

    @property
    def linking(self) -> str:
        return self.stem + (self.verb.value[1] if isinstance(self.verb, Verb) else self.verb.linking)


class Annexed(Frozen):
    """A condition that stands below the sentence, and of whom it speaks."""

    formula: Formula
    scope: Scope


class Annex(Mutable, kw_only=True):
    """The list below one sentence, as it is filled."""

    depth: int
    labelled: bool = False
    placed: list[Annexed] = field(default_factory=list)

    def place(self, formula: Formula, scope: Scope) -> str:
        """Put a condition below; the words that refer to it, in their final form."""
        self.placed.append(Annexed(formula=formula, scope=scope))
        return self._reference() if self.labelled else self._heading(formula)

    def _heading(self, formula: Formula) -> str:
        these = "次の各号" if self.depth == 0 else "次"
        match formula:
            case Not():
                return f"{these}のいずれにも該当しない"
            case Or():
                return f"{these}のいずれかに該当する"
            case AtLeast(count=count):
                return f"{these}に掲げる要件のうち{to_kanji(count)}以上に該当する"
            case _:
                return f"{these}のいずれにも該当する"

    def _reference(self) -> str:
        label = label_of(self.depth, len(self.placed) - 1)
        return f"第{label}号に該当する" if self.depth == 0 else f"{label}に該当する"


def label_of(depth: int, position: int) -> str:
    """The label at a place, or the refusal that there is none."""
    if depth >= DEEPEST:
        raise Unprintable(Refusal.TOO_DEEP)
    try:
        return label_at(depth, position)
    except IndexError:
        raise Unprintable(Refusal.TOO_MANY, str(position + 1)) from None


class Context(Frozen):
    """Of whom a sentence speaks, where its list goes, and whether it is inside alternatives."""

    scope: Scope
    annex: Annex
    say: Callable[[Formula, Context], str]
    """The words of a whole sentence: for a condition in brackets."""
    in_or: bool = False

    def about(self, scope: Scope) -> Context:
        return replace(self, scope=scope, in_or=False)

    def trial(self) -> Context:
        """The same with a list that nobody will print, to see whether one is needed."""
        return replace(self, annex=Annex(depth=self.annex.depth))


Block = And | Or | AtLeast | Not
"""What can stand as a list below a sentence (Not: of an Or)."""
