"""A laid out document that is no law, in the formats that are wanted.

Owns: the formats such a document can have, the names of its files.
Refuses to know: what is in it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from regcheck.documents.instrument.emit import DRAFT, Format, emit_flow
from regcheck.documents.instrument.flow import Flow
from regcheck.documents.instrument.profile import PLAIN
from regcheck.documents.planning.plan import Plan, Planned
from regcheck.documents.planning.wanted import Wanted

PAGED = (Format.DOCX, Format.HTML, Format.PDF)


def plan_flow(
    name: str,
    what: str,
    flow: Callable[[], Flow],
    wanted: Wanted,
    draft: bool,
    formats: Sequence[Format] = PAGED,
) -> Plan:
    """A file for every format that is wanted, of those that the document can have. `what` says what it is; `flow` is
    called when one is made; the pages are 横書き whatever the profile of the instrument is."""

    def made(format: Format) -> bytes:
        return emit_flow(flow(), format, PLAIN, draft=DRAFT if draft else "")

    return {
        f"{name}.{format}": Planned(partial(made, format), what)
        for format in wanted.formats
        if format in formats
    }
