"""`make fuzz` says how much it drew: specifications and verdicts, by family."""

from __future__ import annotations

import sys
from collections import Counter
from typing import Any

import pytest
from tests.property.effort import FACTOR

_TOTAL = Counter[str]()


def _drawn_here() -> dict[str, int]:
    """What this process judged, if it judged anything."""
    module = sys.modules.get("tests.property.judging")
    return dict(module.DRAWN) if module is not None else {}


def pytest_sessionfinish(session: pytest.Session) -> None:
    """A worker hands its counts to the process that prints."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output["drawn"] = _drawn_here()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    _TOTAL.update(getattr(node, "workeroutput", {}).get("drawn", {}))


def pytest_terminal_summary(terminalreporter: Any) -> None:
    total = _TOTAL + Counter(_drawn_here())
    if FACTOR > 1 and total:
        terminalreporter.write_sep("-", "drawn and judged by looking at every record")
        for name, count in sorted(total.items()):
            terminalreporter.write_line(f"{count:>9,}  {name}")
