"""How many examples a property draws: the number it names in the suite, forty times as many in `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import settings

FACTOR = 40 if os.environ.get("REGCHECK_FUZZ") else 1


def examples(suite: int) -> settings:
    """Decorator: draw `suite` examples in `make test`."""
    return settings(max_examples=suite * FACTOR)
