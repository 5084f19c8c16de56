"""The files of laws: reading them, and what a law is in another form.

Owns: files into texts, mended or not; a file that cannot be read is told beside those that can.
Refuses to know: forms of laws, lints, how a result is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from regcheck.app.names import shown_name
from regcheck.app.sources import read_source
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.law.lawtext_loss import lawtext_of
from regcheck.law.mending import Mended, mend
from regcheck.law.reading import ReadLaw, read_laws
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

FORMS = ("lawtext", "xml")
"""What a law can be converted to."""


def import_laws(paths: Sequence[Path]) -> tuple[ReadLaw, ...]:
    """Each file in order, with what was found in it."""
    texts = [_text(path) for path in paths]
    read = iter(read_laws([text for text in texts if isinstance(text, SourceText)]))
    return tuple(next(read) if isinstance(text, SourceText) else text for text in texts)


def mend_law(path: Path) -> Mended:
    """One file with its safe fixes made; the file itself stays as it is."""
    text = _text(path)
    return mend(text) if isinstance(text, SourceText) else Mended(read=text)


def _text(path: Path) -> SourceText | ReadLaw:
    found = read_source(path)
    if isinstance(found, Diagnostic):
        return ReadLaw(source=SourceText(shown_name(path), ""), diagnostics=(found,))
    return found


def converted(law: Law, form: str) -> str:
    """The law as one of FORMS. Raises RefusedError for what Lawtext would lose (RC734)."""
    return to_xml(law) if form == "xml" else lawtext_of(law)
