"""The records that cases are, each made once for many questions.

Owns: the record of a model, and of a drawn case with every fact of its own that any question mentions.
Refuses to know: where cases come from, what is asked.

A drawn case answers many questions. Facts of the record itself that a question does not mention say nothing to it; what
lies in other records may be bound by 前提, so of those a record has only what is mentioned.
"""

from __future__ import annotations

from regcheck.frozen import Frozen
from regcheck.logic.places import Fact, Judgement, Mention, Place
from regcheck.model.case import Record
from regcheck.proof.decode import Decoder, Values
from regcheck.proof.sampling import Case

Mentions = frozenset[Mention]

MOST_ELEMENTS = 100_000
"""A record with longer 一覧 is not put together."""


class _Made(Frozen):
    """A record, and the mentions it was made of."""

    record: Record | None
    own: Mentions


class Cases:
    """The records of one layout. None stands for one that is too large."""

    def __init__(self, decoder: Decoder, subject: str) -> None:
        self._decoder, self._root = decoder, Place(subject=subject)
        self._seen: set[Mention] = set()
        self._others: set[Mention] = set()
        """What is not a single value of the record itself."""
        self._own: Mentions = frozenset()
        self._made: dict[tuple[int, int, Mentions], tuple[Case, _Made]] = {}

    def expect(self, mentions: Mentions) -> None:
        """Drawn cases will have these facts."""
        new = mentions - self._seen
        if new:
            others = {mention for mention in new if not self._is_own(mention)}
            self._seen |= new
            self._others |= others
            self._own |= new - others

    def record(self, mentions: Mentions, values: Values) -> Record | None:
        """The record that some values of the variables are."""
        reading = self._decoder.case(mentions, values)
        return reading.record(self._root) if reading.elements <= MOST_ELEMENTS else None

    def drawn(self, mentions: Mentions, case: Case) -> Record | None:
        """The record of a drawn case."""
        self.expect(mentions)
        key = id(case.sample), case.bit, mentions & self._others
        _, made = self._made.get(key, (case, None))
        if made is None or not mentions <= made.own | key[2]:
            record = self.record(self._own | key[2], case)
            made = _Made(record=record, own=self._own)
            self._made[key] = case, made
        return made.record

    def _is_own(self, mention: Mention) -> bool:
        match mention:
            case Fact(place=place):
                return place == self._root and self._decoder.read_of(mention) is not None
            case Judgement(place=place):
                return place == self._root
            case _:
                return False
