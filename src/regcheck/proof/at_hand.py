"""Cases at hand, before any solver: drawn for all that will be asked, and made for what they leave open.

Owns: the samples of one draw, and what each of them says of a question, found out once.
Refuses to know: questions, solvers, how a case is put together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regcheck.logic.terms import Term, Terms
from regcheck.proof.aiming import Aims
from regcheck.proof.draws import Draw, Limits, Made, Source
from regcheck.proof.sampling import Case, Sample

MOST_MADE = 250
"""Cases that are made together, so that the values of a variable can be told by a byte."""

Wanted = tuple[Term, ...]
"""Terms that are all to hold."""


class AtHand:
    """Cases of terms of one factory; none before `draw`."""

    def __init__(self, terms: Terms, aims: Aims) -> None:
        self._terms, self._aims = terms, aims
        self._limits = Limits(terms)
        self._samples: list[Sample] = []
        self._found: dict[Wanted, tuple[Sample, int] | None] = {}
        """The first sample that answers, and the cases in which it does."""

    def draw(self, wanted: Iterable[Wanted]) -> list[Wanted]:
        """What no case answers, of those that are drawn for all and those that are made for what is left."""
        self._found = dict.fromkeys(wanted)
        left = self._look(Draw(self._limits), list(self._found))
        self.make(left)
        return [terms for terms in left if self._found[terms] is None]

    def make(self, wanted: Iterable[Wanted]) -> None:
        """A case for each, as far as one can be guessed."""
        plans = {terms: plan for terms in wanted if (plan := self._aims.plan(terms)) is not None}
        made, left = list(plans.values()), list(plans)
        for start in range(0, len(made), MOST_MADE):
            left = self._look(Made(self._limits, made[start : start + MOST_MADE]), left)

    def _look(self, source: Source, wanted: Sequence[Wanted]) -> list[Wanted]:
        """What no case of one more sample answers. A case that answers many is favoured, so that there be few
        records."""
        sample, left = Sample(self._terms, source), list[Wanted]()
        self._samples.append(sample)
        for terms in wanted:
            cases = sample.holding(terms)
            if cases:
                sample.favour(cases)
                self._found[terms] = sample, cases
            else:
                left.append(terms)
        return left

    def case(self, wanted: Iterable[Term]) -> Case | None:
        """A case in which all of the terms hold, if there is one."""
        found = self._holding(tuple(wanted))
        if found is None:
            return None
        sample, cases = found
        return Case(sample=sample, place=sample.one_of(cases))

    def is_possible(self, wanted: Iterable[Term]) -> bool:
        """Whether all of the terms hold in some case."""
        return self._holding(tuple(wanted)) is not None

    def _holding(self, wanted: Wanted) -> tuple[Sample, int] | None:
        if wanted not in self._found:
            held = ((sample, sample.holding(wanted)) for sample in self._samples)
            self._found[wanted] = next((one for one in held if one[1]), None)
        return self._found[wanted]
