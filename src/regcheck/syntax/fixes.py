"""What can be written instead of a word that does not parse.

Owns: the replacement for every finding that knows one.
Refuses to know: how the finding was made, applying it.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Fix, Payload
from regcheck.source.span import Span


def fixes(payload: Payload, span: Span, text: str) -> tuple[Fix, ...]:
    """The replacement that the payload proposes for the text of its place, if it does."""
    written = text[span.start : span.end]
    match payload:
        case codes.syntax.UnknownItem(nearest=nearest, lacks_gap=True) if nearest:
            instead = f"{nearest}\u3000{written.removeprefix(nearest)}"
        case (
            codes.syntax.UnknownItem(nearest=instead)
            | codes.syntax.UnknownLine(nearest=instead)
            | codes.sentences.UnknownUnit(nearest=instead)
        ):
            pass
        case codes.sentences.OddNumeral(text=number, instead=numeral) if numeral and number in written:
            instead = written.replace(number, numeral)
        case codes.sentences.NoSubject(instead=instead):
            pass
        case _:
            return ()
    return (Fix(span=span, replacement=instead),) if instead else ()
