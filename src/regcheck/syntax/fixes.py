"""What can be written instead of a word that does not parse.

Owns: the replacement for every finding that knows one.
Refuses to know: how the finding was made, applying it.
"""

from __future__ import annotations

from regcheck.diagnostics.codes.sentences import NoSubject, OddNumeral, UnknownUnit
from regcheck.diagnostics.codes.syntax import UnknownItem, UnknownLine
from regcheck.diagnostics.diagnostic import Fix, Payload
from regcheck.source.span import Span


def fixes(payload: Payload, span: Span, text: str) -> tuple[Fix, ...]:
    """The replacement that the payload proposes for the text of its place, if it does."""
    written = text[span.start : span.end]
    match payload:
        case UnknownItem(nearest=nearest, lacks_gap=True) if nearest:
            instead = f"{nearest}\u3000{written.removeprefix(nearest)}"
        case UnknownItem(nearest=instead) | UnknownLine(nearest=instead) | UnknownUnit(nearest=instead):
            pass
        case OddNumeral(text=number, instead=numeral) if numeral and number in written:
            instead = written.replace(number, numeral)
        case NoSubject(instead=instead):
            pass
        case _:
            return ()
    return (Fix(span=span, replacement=instead),) if instead else ()
