"""One definition edited while a process stays warm: what is asked again, and when the report is there.

Owns: the edit, the sample of definitions, the memory that the process keeps.
Refuses to know: what an answer depends on.

The process has checked the ordinance once and remembers every answer. Then one number in one definition changes,
and the whole text is checked again, from its bytes to the report. Each sampled definition is edited in turn, always
from the first text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random
from statistics import median

from benchmarks.generate.ordinance import LARGE, SMALL, Shape, definitions, ordinance
from benchmarks.lines import Line, at_most, failed
from benchmarks.measure import Failed, apart, timed

SUBJECT = "one definition edited"
SAMPLE = 20
_NUMBER = re.compile(r"(?<![第\d])\d+")


def lines() -> Iterator[Line]:
    """For both drawn ordinances."""
    for shape in (SMALL, LARGE):
        name = f"{shape.definitions} definitions"
        try:
            shares, seconds = apart(edited, shape)
        except Failed as failure:
            yield failed(SUBJECT, name, failure)
            continue
        more = f"median of {len(shares)}, most {max(shares) * 100:.0f} %"
        yield at_most(SUBJECT, f"{name}: questions solved again", median(shares) * 100, 10.0, " %", more)
        more = f"median of {len(seconds)}, most {max(seconds) * 1000:,.0f} ms"
        yield at_most(SUBJECT, f"{name}: report, warm", median(seconds) * 1000, 100.0, " ms", more)


def edited(shape: Shape) -> tuple[list[float], list[float]]:
    """The share of questions solved again, and the seconds, for each edit."""
    from benchmarks.seams import Warm

    text = ordinance(shape)
    warm = Warm()
    warm.check(text)
    shares, seconds = [], []
    for name in _sampled(shape):
        fork = warm.fork()
        changed = with_edit(text, name)
        seconds.append(timed(lambda fork=fork, changed=changed: fork.check(changed)))  # type: ignore[misc]
        shares.append(fork.solved / warm.asked)
    return shares, seconds


def with_edit(text: str, name: str) -> str:
    """The text with the first number in a definition greater by one."""
    start = text.index(f"「{name}」：")
    body = text.index("\n", start)
    found = _NUMBER.search(text, body, text.index("\n\n", body))
    if found is None:
        raise ValueError(f"no number in {name}")
    return f"{text[: found.start()]}{int(found.group()) + 1}{text[found.end() :]}"


def _sampled(shape: Shape) -> list[str]:
    names = [definition.name for definition in definitions(shape)]
    return Random(SAMPLE).sample(names, SAMPLE)
