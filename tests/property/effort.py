"""How many examples a property draws: the number it names in the suite, forty times as many in `make fuzz`.

REGCHECK_FUZZ=N, for a longer or shorter night, draws N times as many; 1 stands for the forty.
"""

from __future__ import annotations

import os

from hypothesis import settings

_ASKED = os.environ.get("REGCHECK_FUZZ", "")
FACTOR = 40 if _ASKED == "1" else int(_ASKED or 1)


def examples(suite: int) -> settings:
    """Decorator: draw `suite` examples in `make test`."""
    return settings(max_examples=suite * FACTOR)
