"""One half of a 対応号: whom a name stands for, as the words beside it.

Owns: the words of an item where its name stands in a column of its own.
Refuses to know: the sentence above the list, conditions, numbers of provisions.
"""

from __future__ import annotations

from regcheck.documents.phrasebook import NO_PHRASES, Phrasebook
from regcheck.documents.provision import IDEOGRAPHIC_SPACE, Item
from regcheck.documents.to_statutory.names import Scope, name_words
from regcheck.documents.to_statutory.normal_form import positive
from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.documents.to_statutory.sentences import proviso, proviso_fits, sentence, write
from regcheck.documents.to_statutory.writing import Context
from regcheck.model.formula import Except
from regcheck.model.specification import Predicate, Specification


def entry_words(spec: Specification, predicate: Predicate, phrases: Phrasebook = NO_PHRASES) -> Item:
    """電子カルテ関係設備　使用者が病院開設者であり、かつ、用途が電子カルテである設備, and the イ below it."""
    if any(override.target == predicate.header.name for override in spec.overrides.values()):
        raise Unprintable(Refusal.OVERRIDDEN, predicate.header.name)
    body, subject = positive(predicate.body), name_words(predicate.subject)

    def words(context: Context) -> str:
        if isinstance(body, Except) and proviso_fits(body, context):
            return f"{sentence(body.body, context)}{subject}。{proviso(body.exceptions, context)}"
        return sentence(body, context) + subject

    written = write(Scope(spec=spec, records=(("", predicate.subject),), phrases=phrases), 1, words)
    left = name_words(predicate.header.name)
    return Item(
        label="",
        text=left + IDEOGRAPHIC_SPACE + written.text,
        items=written.items,
        span=predicate.header.span,
    )
