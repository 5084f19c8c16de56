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
from typing import Any, Protocol

import msgspec

from regcheck.model.case import UNKNOWN, Record, Unknown, Value
from regcheck.proof.question import Answer, Impossible, Possible, Prover, Question


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


class RememberingProver:
    """A prover that gives what is remembered and remembers what is new."""

    def __init__(self, inner: Prover, keyed: Keyed, memory: Memory) -> None:
        self._inner, self._keyed, self._memory = inner, keyed, memory
        self._written: dict[int, tuple[Record, bytes]] = {}
        """By the identity of a record: a drawn case answers many questions."""
        self.asked = 0
        self.remembered = 0

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        keys = self._keyed.keys(questions, "ask")
        kept = self._recall(keys)
        missing = [q for q, key in zip(questions, keys, strict=True) if key is None or key not in kept]
        found, new = self._inner.answers(missing), dict[bytes, bytes]()
        try:
            for key in keys:
                self.asked += 1
                if key is not None and key in kept:
                    self.remembered += 1
                    yield kept[key]
                else:
                    answer = next(found)
                    self._note(new, key, answer)
                    yield answer
        finally:
            self._memory.put(new)

    def ask(self, question: Question) -> Answer:
        return next(self.answers([question]))

    def example(self, question: Question) -> Answer:
        (key,) = self._keyed.keys([question], "example")
        kept = self._recall([key])
        if key is not None and key in kept:
            return kept[key]
        answer, new = self._inner.example(question), dict[bytes, bytes]()
        self._note(new, key, answer)
        self._memory.put(new)
        return answer

    def _note(self, new: dict[bytes, bytes], key: bytes | None, answer: Answer) -> None:
        match answer:
            case Possible(record=record) if key is not None:
                if id(record) not in self._written:
                    self._written[id(record)] = record, to_bytes(answer)
                new[key] = self._written[id(record)][1]
            case Impossible() if key is not None:
                new[key] = to_bytes(answer)
            case _:
                pass

    def _recall(self, keys: Sequence[bytes | None]) -> dict[bytes, Answer]:
        """The answers that are kept; what cannot be read is as if it were not there."""
        kept = self._memory.get([key for key in dict.fromkeys(keys) if key is not None])
        by_data = {data: from_bytes(data) for data in set(kept.values())}
        read = ((key, by_data[data]) for key, data in kept.items())
        return {key: answer for key, answer in read if answer is not None}


def to_bytes(answer: Possible | Impossible) -> bytes:
    """An answer in MessagePack."""
    match answer:
        case Possible(record=record):
            return msgspec.msgpack.encode(_plain(record))
        case Impossible(core=core):
            return msgspec.msgpack.encode(["core", *core])


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


def _plain(value: Value) -> Any:
    match value:
        case bool() | str():
            return value
        case Fraction(numerator=number, denominator=1):
            return ["number", str(number)]
        case Fraction():
            return ["number", str(value)]
        case date():
            return ["day", value.toordinal()]
        case frozenset():
            return ["set", *sorted(value)]
        case Unknown():
            return None
        case Record(subject=subject, facts=facts, judgements=judgements):
            return ["record", subject, {n: _plain(v) for n, v in facts.items()}, dict(judgements)]
        case tuple():
            return ["row", *map(_plain, value)]


def _value(plain: Any) -> Any:
    match plain:
        case bool() | str():
            return plain
        case None:
            return UNKNOWN
        case ["number", str() as text]:
            return Fraction(text)
        case ["day", int() as ordinal]:
            return date.fromordinal(ordinal)
        case ["set", *members]:
            return frozenset(members)
        case ["record", str() as subject, dict() as facts, dict() as judgements]:
            read = {name: _value(inner) for name, inner in facts.items()}
            return Record(subject=subject, facts=read, judgements=judgements)
        case ["row", *members]:
            return tuple(map(_value, members))
        case _:
            raise ValueError(plain)
