"""Overlap as it is often written: z3's operators, and a fresh solver for each pair of rows."""

from __future__ import annotations

import z3

from benchmarks.generate.partition import COLUMNS, Box


def ask_pair(left: Box, right: Box) -> bool:
    """Whether some case meets both rows."""
    solver = z3.Solver()
    solver.add(_applies(left), _applies(right))
    return bool(solver.check() == z3.sat)


def _applies(rule: Box) -> z3.BoolRef:
    conditions = []
    for column, (low, high) in zip(COLUMNS, rule, strict=True):
        value = z3.Int(column.name)
        conditions += [value >= low, value < high]
    return z3.And(conditions)
