"""In which language a finding is put into words.

Owns: the two languages of the tool, and the choice between a payload's ja() and en().
Refuses to know: where the choice comes from, how the words are shown.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, assert_never

if TYPE_CHECKING:  # the command line knows the languages before it knows of findings
    from regcheck.diagnostics.diagnostic import Payload, Words


class Language(StrEnum):
    """Japanese is the default everywhere."""

    JA = "ja"
    EN = "en"


def words(payload: Payload, language: Language) -> Words:
    """What a payload says in a language."""
    match language:
        case Language.JA:
            return payload.ja()
        case Language.EN:
            return payload.en()
        case _:
            assert_never(language)
