"""The records that cases are, each made once for many questions.

Owns: the record of a model, and of a drawn case with every fact of its own that any question mentions.
Refuses to know: where cases come from, what is asked.

A drawn case answers many questions. Facts of the record itself that a question does not mention say nothing to it; what
lies in other records may be bound by 前提, so of those a record has only what is mentioned.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import attrgetter

from regcheck.frozen import Frozen
from regcheck.logic.places import Fact, Judgement, Mention, Place, Torn
from regcheck.model.case import Record, Value
from regcheck.proof.decode import Decoder, Read, Scalar, Table, Told, Values, truth
from regcheck.proof.sampling import Case, Sample

Mentions = frozenset[Mention]

MOST_ELEMENTS = 100_000
"""A record with longer 一覧 is not put together."""


_Row = Sequence[Told] | Mapping[int, Told]


class _Made(Frozen):
    """A record, and the columns that its own facts are from."""

    record: Record | None
    columns: _Columns


class _Columns:
    """Facts and judgements of the record itself in all cases of a sample, each in the order of names."""

    def __init__(self, decoder: Decoder, sample: Sample, own: Mentions) -> None:
        facts = sorted((m for m in own if isinstance(m, Fact)), key=attrgetter("field"))
        judgements = sorted((m for m in own if isinstance(m, Judgement)), key=attrgetter("discretion"))
        reads = ((fact.field, decoder.read_of(fact)) for fact in facts)
        self._facts = [(name, *_column(sample, read)) for name, read in reads if read is not None]
        self._judgements = [(j.discretion, *_scalars(sample, truth(j.name))) for j in judgements]

    def facts(self, case: int) -> dict[str, Value]:
        """The facts in one case."""
        return {name: told[codes[case]] for name, told, codes in self._facts}

    def judgements(self, case: int) -> dict[str, bool]:
        """The judgements in one case."""
        return {name: told[codes[case]] for name, told, codes in self._judgements}


class Cases:
    """The records of one layout. None stands for one that is too large."""

    def __init__(self, decoder: Decoder, subject: str) -> None:
        self._decoder, self._root = decoder, Place(subject=subject)
        self._seen: set[Mention] = set()
        self._others: set[Mention] = set()
        """What is not a single value of the record itself."""
        self._own: Mentions = frozenset()
        self._columns: dict[Sample, _Columns] = {}
        self._made: dict[tuple[Sample, int, Mentions], _Made] = {}

    def expect(self, mentions: Mentions) -> None:
        """Drawn cases will have these facts."""
        if not mentions <= self._seen:
            new = mentions - self._seen
            others = {mention for mention in new if not self._is_own(mention)}
            self._seen |= new
            self._others |= others
            if len(others) < len(new):
                self._own |= new - others
                self._columns.clear()

    def record(self, mentions: Mentions, values: Values) -> Record | None:
        """The record that some values of the variables are."""
        reading = self._decoder.case(mentions, values)
        return reading.record(self._root) if reading.elements <= MOST_ELEMENTS else None

    def drawn(self, mentions: Mentions, case: Case) -> Record | None:
        """The record of a drawn case."""
        self.expect(mentions)
        columns = self._columns.get(case.sample)
        if columns is None:
            columns = self._columns[case.sample] = _Columns(self._decoder, case.sample, self._own)
        others = mentions & self._others
        key = case.sample, case.place, others
        made = self._made.get(key)
        if made is None or made.columns is not columns:
            made = self._made[key] = _Made(record=self._drawn(others, case, columns), columns=columns)
        return made.record

    def _drawn(self, others: Mentions, case: Case, columns: _Columns) -> Record | None:
        facts, judgements = columns.facts(case.place), columns.judgements(case.place)
        if others:
            more = self.record(others, case)
            if more is None:
                return None
            facts = dict(sorted({**facts, **more.facts}.items()))
        return Record(subject=self._root.subject, facts=facts, judgements=judgements)

    def _is_own(self, mention: Mention) -> bool:
        """Whether it is the columns that tell it, as far as there is anything to tell."""
        match mention:
            case Fact(place=place):
                return place == self._root and self._decoder.read_of(mention) is not None
            case Judgement(place=place):
                return place == self._root
            case Place():
                return mention == self._root
            case Torn():
                return True


def _column(sample: Sample, read: Read) -> tuple[_Row[Value], Sequence[int]]:
    """Values, and for each case which of them is that of a fact."""
    if isinstance(read, Scalar):
        return _scalars(sample, read)
    return Table(lambda place: read(Case(sample=sample, place=place))), range(sample.size)


def _scalars(sample: Sample, read: Scalar[Told]) -> tuple[_Row[Told], Sequence[int]]:
    found = sample.values(read.name)
    if found is None:
        return [read.told[read.absent]], bytes(sample.size)
    values, codes = found
    return [read.told[value] for value in values], codes
