"""The assertions of a text, and which of them some questions reach.

Owns: of what each assertion speaks, what names bring along, the different values that its names have in many cases.
Refuses to know: solvers, what is asked, where cases come from.

Each assertion says something of one name, its owner: it defines it, or it bounds a variable. To reach a name is to
reach all assertions that it owns and all names in them. Who reaches something is one integer, a bit for each: so
many are followed at once.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from regcheck.frozen import Mutable, field
from regcheck.logic.terms import Stepped, Switch, Whole
from regcheck.proof.sampling import Row, Sample
from regcheck.proof.smtlib import Named, Script

_SYMBOL = re.compile(r"\|([^|]*)\|")


class Line(Mutable, eq=False):
    """An assertion, as the solver has it, and the names in it with what they stand for."""

    assertion: Any
    owner: str
    subject: Named
    """What the owner stands for."""
    names: Mapping[str, Named]
    truths: dict[Row, bool] = field(default_factory=dict)
    """What the solver has found it to be with some values."""

    @property
    def is_bound(self) -> bool:
        return isinstance(self.subject, Switch | Whole)

    @property
    def is_tie(self) -> bool:
        """Whether it says what values variables have together."""
        return self.is_bound and {*self.names} != {self.owner}

    @property
    def has_steps(self) -> bool:
        return isinstance(self.subject, Stepped)

    def rows(self, sample: Sample, cases: int) -> dict[Row, int]:
        """The different values of its names in some cases of a sample, and the cases with each."""
        found: dict[Row, int] = {(): cases}
        for named in self.names.values():
            found = sample.extended(found, named)
        return found


class Lines:
    """All assertions of the text of a script; `assertions` are those of a solver that has read it."""

    def __init__(self, script: Script, text: str, assertions: Sequence[Any]) -> None:
        named = script.named()
        written = (line for line in text.split("\n") if line.startswith("(assert "))
        self.listed = [
            Line(
                assertion=assertion,
                owner=owner,
                subject=named[owner],
                names={name: named[name] for name in _SYMBOL.findall(line)},
            )
            for line, owner, assertion in zip(written, script.owners, assertions, strict=True)
        ]

    @cached_property
    def owners(self) -> frozenset[str]:
        """All names of which something is said."""
        return frozenset(line.owner for line in self.listed)

    def reached(self, asked: Mapping[str, int]) -> list[int]:
        """Who reaches each line, given who asks for each name."""
        reaching = dict(asked)
        while True:
            before = dict(reaching) if self._has_ties else {}
            for line in reversed(self.listed):  # what is mentioned is written before
                those = reaching.get(line.owner)
                if those:
                    for name in line.names:
                        reaching[name] = reaching.get(name, 0) | those
            if not self._has_ties or reaching == before:
                return [reaching.get(line.owner, 0) for line in self.listed]

    @cached_property
    def _has_ties(self) -> bool:
        return any(line.is_tie for line in self.listed)
