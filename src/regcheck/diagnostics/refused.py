"""A question that cannot be answered as it was put.

Owns: the exception that carries the finding from the floor that knows to the surface that tells.
Refuses to know: who asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the surface waits for it without knowing findings
    from regcheck.diagnostics.diagnostic import Diagnostic


class RefusedError(Exception):
    """Not a fault of the text that is checked: what was asked for makes no sense there, and `problem` says why."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem)
        self.problem = problem
