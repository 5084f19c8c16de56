"""Model to statutory words: every formula as 柱書 and 号, by the rules of drafting.

Owns: the pass from items of a specification to provisions in words.
Refuses to know: how the words are read back, how they are laid out.
"""

from regcheck.documents.to_statutory.articles import (
    assumption_words,
    plan_words,
    predicate_words,
    stage_date_words,
)
from regcheck.documents.to_statutory.days import period_words
from regcheck.documents.to_statutory.entries import entry_words
from regcheck.documents.to_statutory.names import name_words
from regcheck.documents.to_statutory.numbers import day_words
from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.documents.to_statutory.tables import TableWords, table_words

__all__ = [
    "Refusal",
    "TableWords",
    "Unprintable",
    "assumption_words",
    "day_words",
    "entry_words",
    "name_words",
    "period_words",
    "plan_words",
    "predicate_words",
    "stage_date_words",
    "table_words",
]
