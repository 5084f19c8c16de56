"""One side of a row: what stands in a column of the 新旧対照表, with its 傍線.

Owns: the marks on the own words of a unit, alone or beside its partner; which unit carries the title of its article.
Refuses to know: which rows there are, what （略） looks like.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.frozen import Frozen
from regcheck.law.comparing.marking import marked_pair, marked_whole, unmarked
from regcheck.law.comparing.rewording import reworded, with_words, words_of
from regcheck.law.comparing.units import Own, Unit, UnitKind
from regcheck.law.tree import Article
from regcheck.law.words import NOTHING, Words


class Face(Frozen):
    """What one version has in a row. `own` is the node of a single unit with its 傍線, without what stands below it."""

    units: tuple[Unit, ...]
    """What it stands for, in the order of its version."""
    own: Own
    """Of several units, the first."""
    label: Words = NOTHING
    """Of several units: 第三条～第八条."""
    lead: Article | None = None
    """The caption and title that stand above a first 項."""
    is_left_out: bool = False
    """Its words are （略）."""
    is_whole: bool = False
    """It stands for what is below its units too."""


_LABEL_AT = {UnitKind.ARTICLE: 1, UnitKind.PARAGRAPH: 1, UnitKind.ITEM: 0, UnitKind.REMARKS: 0}
"""Where the label stands among the words of a node."""


def owns_of(old: Unit, new: Unit) -> tuple[Own, Own]:
    """The own words of two partners: a number that changed is underlined whole, of the rest what differs."""
    at = _LABEL_AT.get(old.kind)
    ones, others = words_of(old.own), words_of(new.own)
    labels = [] if at is None else [ones.pop(at), others.pop(at)]
    if old.kind is UnitKind.ROWS and len(ones) == len(others):
        pairs = [marked_pair([one], [other]) for one, other in zip(ones, others, strict=True)]
        ones, others = [one for (one,), _ in pairs], [other for _, (other,) in pairs]
    else:
        ones, others = marked_pair(ones, others)
    if at is not None:
        changed = labels[0].text != labels[1].text
        one, other = (marked_whole(label) if changed else unmarked(label) for label in labels)
        ones.insert(at, one)
        others.insert(at, other)
    return with_words(old.own, ones), with_words(new.own, others)


def own_alone(unit: Unit) -> Own:
    """The own words of a unit without a partner, underlined."""
    return reworded(unit.own, marked_whole)


SEVERAL = "～"
TWO = "・"


def label_of(units: Sequence[Unit], *, changed: bool) -> Words:
    """第三条～第八条, or ２・３ for two; underlined if the numbers are others than in the other version."""
    labels = list(dict.fromkeys(unit.label.text for unit in units if unit.label.text))
    if not labels:
        return NOTHING
    ends = labels if len(labels) == 1 else [labels[0], labels[-1]]
    words = Words((TWO if len(labels) == len(ends) else SEVERAL).join(ends))
    return marked_whole(words) if changed else words


def shown_words(face: Face) -> tuple[Words, ...]:
    """The words that a side of a row prints, in reading order, without the sign for what is left out."""
    lead = words_of(face.lead) if face.lead else []
    if not face.is_left_out:
        own = words_of(face.own)
    elif len(face.units) > 1:
        own = [face.label]
    else:
        at = _LABEL_AT.get(face.units[0].kind)
        own = [words_of(face.own)[at]] if at is not None else [face.label]
    return tuple(words for words in (*lead, *own) if words.text)
