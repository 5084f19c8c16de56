"""Syntax to model: names resolved, types and units checked, every mistake told.

Owns: the pass that makes a Specification out of syntax trees.
Refuses to know: text and tokens, proofs, files.

The pass goes twice over the items: first what every name promises (signatures), then the bodies.
"""

from regcheck.model.from_syntax.build import Built, build_specification
from regcheck.model.from_syntax.chronology import Chronology, Moment, Stretch, chronology_of
from regcheck.model.from_syntax.uses import Use, Uses, order_uses, uses_of

__all__ = [
    "Built",
    "Chronology",
    "Moment",
    "Stretch",
    "Use",
    "Uses",
    "build_specification",
    "chronology_of",
    "order_uses",
    "uses_of",
]
