"""The result table: a line per figure, with its goal and whether it is met.

Owns: lines, the table as Markdown, its place in README.md.
Refuses to know: how figures are taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regcheck.frozen import Frozen

README = Path(__file__).with_name("README.md")
_BEGIN, _END = "<!-- results -->", "<!-- end of results -->"


class Line(Frozen):
    """One figure. `met` is None where there is no goal, or nothing to hold against it."""

    subject: str
    name: str
    figure: str
    goal: str = ""
    met: bool | None = None

    @property
    def verdict(self) -> str:
        return {None: "", True: "met", False: "MISSED"}[self.met]


def at_most(subject: str, name: str, value: float, goal: float, unit: str = "×", more: str = "") -> Line:
    """A figure that had better be small."""
    return Line(
        subject=subject,
        name=name,
        figure=said(value, unit, more),
        goal=f"≤ {goal:g}{unit}",
        met=value <= goal,
    )


def at_least(subject: str, name: str, value: float, goal: float, unit: str = "×", more: str = "") -> Line:
    """A figure that had better be large."""
    return Line(
        subject=subject,
        name=name,
        figure=said(value, unit, more),
        goal=f"≥ {goal:,g}{unit}",
        met=value >= goal,
    )


def shown(subject: str, name: str, value: float, unit: str = "×", more: str = "") -> Line:
    """A figure without a goal."""
    return Line(subject=subject, name=name, figure=said(value, unit, more))


def missing(subject: str, name: str, why: str = "not there") -> Line:
    """A figure that cannot be taken here."""
    return Line(subject=subject, name=name, figure=why)


def failed(subject: str, name: str, why: object, goal: str = "an answer") -> Line:
    """A measurement that ended in no figure, which misses every goal."""
    return Line(subject=subject, name=name, figure=f"FAILED: {why}", goal=goal, met=False)


def said(value: float, unit: str, more: str = "") -> str:
    """1.23×, 45 ms, 12,000×; with a remark in brackets."""
    digits = 0 if value >= 100 else 1 if value >= 10 else 2
    return f"{value:,.{digits}f}{unit}" + (f" ({more})" if more else "")


def table(lines: Sequence[Line]) -> str:
    """The lines as Markdown, the subject named where it changes."""
    rows = ["| subject | figure | measured | goal | |", "| --- | --- | --- | --- | --- |"]
    before = ""
    for line in lines:
        subject = line.subject if line.subject != before else ""
        rows.append(f"| {subject} | {line.name} | {line.figure} | {line.goal} | {line.verdict} |")
        before = line.subject
    return "\n".join(rows)


def write(lines: Sequence[Line], machine: str) -> None:
    """Put the table between its marks in README.md."""
    text = README.read_text(encoding="utf-8")
    head, _, rest = text.partition(_BEGIN)
    _, _, tail = rest.partition(_END)
    body = f"{_BEGIN}\n\nMachine: {machine}.\n\n{table(lines)}\n\n{_END}"
    README.write_text(head + body + tail, encoding="utf-8")
