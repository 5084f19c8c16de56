"""Answers that were found before.

Owns: what is kept of an answer, the form in which it is kept, and the prover that looks there first.
Refuses to know: where it is kept (app/cache.py has it), how an answer is found.

Only an answer is kept, never that there was none within the budget. A record is kept whole and replayed like any
other: what is remembered wrongly is found out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from regcheck.model.case import UNKNOWN, Record, Unknown, Value
from regcheck.proof.question import Answer, Impossible, Possible, Prover, Question

if TYPE_CHECKING:
    from regcheck.proof.stating import Stater

_MOST = 2**63 - 1
"""The greatest whole number that MessagePack has room for on either side of zero."""

_SIMPLE = frozenset({bool, str})
"""The types of values that are read as they are."""


class Memory(Protocol):
    """Bytes by keys of 32 bytes, kept from one run to the next."""

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        """What is kept of some keys."""
        ...

    def put(self, found: Mapping[bytes, bytes]) -> None:
        """Keep more."""
        ...


class Keyed(Prover, Protocol):
    """A prover that can say what its answers depend on."""

    def keys(self, questions: Sequence[Question], *about: str) -> list[bytes | None]:
        """A key for each question; None where no answer can be kept."""
        ...

    @property
    def stater(self) -> Stater:
        """What puts its questions into terms."""
        ...


class RememberingProver:
    """A prover that gives what is remembered and remembers what is new."""

    def __init__(self, inner: Prover, keyed: Keyed, memory: Memory) -> None:
        self._inner, self._keyed, self._memory = inner, keyed, memory
        self._writer = Writer()
        self._new: dict[bytes, bytes] = {}
        """What is found while questions are answered; it is kept at the end of the last of them."""
        self._answering = 0
        self.asked = 0
        self.remembered = 0

    @property
    def stater(self) -> Stater:
        return self._keyed.stater

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        keys = self._keyed.keys(questions, "ask")
        kept = self._recall(keys)
        missing = [q for q, key in zip(questions, keys, strict=True) if key is None or key not in kept]
        found = self._inner.answers(missing)
        self._answering += 1
        try:
            for key in keys:
                self.asked += 1
                if key is not None and key in kept:
                    self.remembered += 1
                    yield kept[key]
                else:
                    yield self._noted(key, next(found))
        finally:
            self._answering -= 1
            self._keep()

    def ask(self, question: Question) -> Answer:
        return next(self.answers([question]))

    def example(self, question: Question) -> Answer:
        (key,) = self._keyed.keys([question], "example")
        kept = self._recall([key])
        if key is not None and key in kept:
            return kept[key]
        answer = self._noted(key, self._inner.example(question))
        self._keep()
        return answer

    def _noted(self, key: bytes | None, answer: Answer) -> Answer:
        match answer:
            case Possible() | Impossible() if key is not None:
                self._new[key] = self._writer.to_bytes(answer)
            case _:
                pass
        return answer

    def _keep(self) -> None:
        if self._new and not self._answering:
            self._memory.put(self._new)
            self._new = {}

    def _recall(self, keys: Sequence[bytes | None]) -> dict[bytes, Answer]:
        """The answers that are kept; what cannot be read is as if it were not there."""
        kept = self._memory.get([key for key in dict.fromkeys(keys) if key is not None])
        by_data = {data: from_bytes(data) for data in set(kept.values())}
        read = ((key, by_data[data]) for key, data in kept.items())
        return {key: answer for key, answer in read if answer is not None}


class Writer:
    """Puts answers into MessagePack: a record that answers many questions once, and so each value of many records."""

    def __init__(self) -> None:
        self._records: dict[int, tuple[Record, bytes]] = {}
        self._values: dict[int, tuple[Value, Any]] = {}
        """What was put into plain form, by its identity, with that form; it is held, so that no other has its id."""

    def to_bytes(self, answer: Possible | Impossible) -> bytes:
        """An answer in MessagePack."""
        match answer:
            case Possible(record=record):
                known = self._records.get(id(record))
                if known is None:
                    written = msgspec.msgpack.encode(self._plain(record))
                    known = self._records[id(record)] = record, written
                return known[1]
            case Impossible(core=core):
                return msgspec.msgpack.encode(["core", *core])

    def _noted(self, value: Value) -> tuple[Value, Any]:
        known = self._values[id(value)] = value, self._plain(value)
        return known

    def _plain(self, value: Value) -> Any:
        """What MessagePack has no word for is a list that begins with its kind."""
        match value:
            case Fraction():
                return _number(value)
            case date():
                return ["day", value.toordinal()]
            case frozenset():
                return ["set", *sorted(value)]
            case tuple():
                return ["row", *map(self._plain, value)]
            case Unknown():
                return None
            case Record(subject=subject, facts=facts, judgements=judgements):
                known, noted = self._values.get, self._noted
                plain = {name: (known(id(v)) or noted(v))[1] for name, v in facts.items()}
                return ["record", subject, plain, dict(judgements)]
            case _:
                return value


def from_bytes(data: bytes) -> Possible | Impossible | None:
    """The answer; None if the bytes are none of ours."""
    try:
        match msgspec.msgpack.decode(data):
            case ["core", *core] if all(isinstance(label, str) for label in core):
                return Impossible(core=tuple(core))
            case ["record", *_] as plain if isinstance(record := _value(plain), Record):
                return Possible(record=record)
    except (msgspec.DecodeError, ValueError, TypeError, OverflowError, ZeroDivisionError):
        pass
    return None


def _number(value: Fraction) -> Any:
    above, below = value.as_integer_ratio()
    if not (-_MOST <= above <= _MOST and below <= _MOST):
        return ["number", str(value)]
    return above if below == 1 else ["number", above, below]


_fraction = lru_cache(maxsize=4_096)(Fraction)
"""A number; most cases lie on the same few."""


def _value(plain: Any) -> Any:
    match plain:
        case bool() | str():
            return plain
        case int():
            return _fraction(plain)
        case None:
            return UNKNOWN
        case ["number", *told]:
            return _fraction(*told)
        case ["day", int() as ordinal]:
            return date.fromordinal(ordinal)
        case ["set", *members]:
            return frozenset(members)
        case ["record", str() as subject, dict() as facts, dict() as judgements]:
            read = {n: v if type(v) in _SIMPLE else _value(v) for n, v in facts.items()}
            return Record(subject=subject, facts=read, judgements=judgements)
        case ["row", *members]:
            return tuple(map(_value, members))
        case _:
            raise ValueError(plain)
