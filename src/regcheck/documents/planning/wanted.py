"""Which documents are wanted.

Owns: formats, profiles and instruments, as data.
Refuses to know: settings and where they come from, how a document is made.
"""

from __future__ import annotations

from regcheck.documents.instrument.emit import Format
from regcheck.documents.instrument.profile import PLAIN, Profile
from regcheck.frozen import Frozen


class Wanted(Frozen):
    """What the drafter asks for. The first profile is that of the file without a profile in its name."""

    formats: tuple[Format, ...] = tuple(Format)
    profiles: tuple[Profile, ...] = (PLAIN,)
    instruments: tuple[str, ...] = ()
    """法令 by their names; () for all that have an outline."""
