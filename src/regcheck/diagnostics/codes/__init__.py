"""Every kind of finding, a module per family.

`from regcheck.diagnostics import codes` and then `codes.names.UnknownName(...)`: a family is loaded when the first of
its findings is made, which most runs never do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regcheck.diagnostics.codes import (
        cells as cells,
        citation as citation,
        cited as cited,
        claims as claims,
        comparing as comparing,
        conflicts as conflicts,
        days as days,
        dead as dead,
        delegation as delegation,
        documents as documents,
        encoding as encoding,
        facts as facts,
        files as files,
        forms as forms,
        gaps as gaps,
        generating as generating,
        instruments as instruments,
        internal as internal,
        law_files as law_files,
        law_order as law_order,
        law_references as law_references,
        law_wording as law_wording,
        meanings as meanings,
        mutation as mutation,
        names as names,
        ordinance as ordinance,
        powers as powers,
        procedures as procedures,
        provisions as provisions,
        sentences as sentences,
        steps as steps,
        summary as summary,
        syntax as syntax,
        time as time,
        timeline as timeline,
        types as types,
        values as values,
        versions as versions,
    )
else:

    def __getattr__(name: str) -> object:
        """A family by its name."""
        from importlib import import_module

        try:
            return import_module(f"{__name__}.{name}")
        except ModuleNotFoundError:
            raise AttributeError(name) from None
