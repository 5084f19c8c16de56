"""How often this process looks for cycles of objects.

Owns: that it does so seldom.
Refuses to know: what is made meanwhile.
"""

from __future__ import annotations

import gc

_FEW_CYCLES = 1_000_000
"""Objects between two searches: trees, models and terms have no cycles, and to look for them takes as long as a proof."""


def look_for_cycles_seldom() -> None:
    """To be called before anything else is loaded."""
    gc.set_threshold(_FEW_CYCLES)
