"""make bench: every subject measured, the table printed and written into benchmarks/README.md."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from importlib import import_module

from benchmarks.lines import Line, failed, table, write
from benchmarks.measure import Failed, machine

SUBJECTS = (
    "processes",
    "solver",
    "edits",
    "tables",
    "peers",
    "witnesses",
    "periods",
    "procedures",
    "documents",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """1 if a goal is missed. README.md is written only when everything was measured."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", action="append", choices=SUBJECTS, help="measure this subject only")
    wanted = parser.parse_args(arguments).only or SUBJECTS
    lines: list[Line] = []
    for name in SUBJECTS:
        if name in wanted:
            print(f"… {name}", flush=True)
            lines += _lines_of(name)
    print(f"\n{machine()}\n\n{table(lines)}")
    if set(wanted) == set(SUBJECTS):
        write(lines, machine())
    return int(any(line.met is False for line in lines))


def _lines_of(name: str) -> Iterator[Line]:
    """What a subject measures, as far as it came."""
    subject = import_module(f"benchmarks.subjects.{name}")
    try:
        yield from subject.lines()
    except Failed as failure:
        yield failed(subject.SUBJECT, "all the rest", failure)


if __name__ == "__main__":
    raise SystemExit(main())
