"""A plan of a 手続 with its figures, as it is handed to documents.

Owns: the figure as a file and as parts of a page.
Refuses to know: how a figure is drawn.
"""

from __future__ import annotations

from regcheck.analysis.timeline import Plan
from regcheck.frozen import Frozen
from regcheck.model.specification import Specification


class Drawn(Frozen):
    """A plan, its figure as an SVG document (`file`), and the same in parts that fit a sheet each."""

    plan: Plan
    ident: str
    caption: str
    file: str
    parts: tuple[str, ...]
    spec: Specification | None = None
    """That of its time, against which its words are proved."""

    @property
    def file_name(self) -> str:
        """timeline-1.svg."""
        return f"{self.ident}.svg"
