"""What every verb knows of the run it is part of.

Owns: the language of the talk, its texts, whether --debug was given; mistakes of usage.
Refuses to know: verbs, projects, how anything is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import click

from regcheck.diagnostics.wording import Language
from regcheck.surface.cli.words.texts import Texts


class Mistake(click.UsageError):
    """A mistake of usage, already in the user's language."""


class Session(NamedTuple):
    """Language, texts and debug; `lang_given` says that --lang was on the command line. `kept` holds what need not be
    taken apart before the process ends."""

    language: Language = Language.JA
    lang_given: bool = False
    debug: bool = False
    kept: list[object] | None = None

    @property
    def texts(self) -> Texts:
        return texts(self.language)


def texts(language: Language) -> Texts:
    """The catalogue of a language, loaded when it is needed."""
    if language is Language.EN:
        from regcheck.surface.cli.words.en import EN

        return EN
    from regcheck.surface.cli.words.ja import JA

    return JA


def session_of(argv: Sequence[str]) -> Session:
    """Look for --lang and --debug before anything is parsed, so that mistakes of usage are told in the language."""
    words = list(argv[: argv.index("--")] if "--" in argv else argv)
    given = [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    given += [words[at + 1] for at, word in enumerate(words[:-1]) if word == "--lang"]
    known = [word for word in given if word in tuple(Language)]
    language = Language(known[-1]) if known else Language.JA
    return Session(language=language, lang_given=bool(known), debug="--debug" in words)
