"""Regular expressions that are compiled when the package is built.

Owns: the form in which a compiled pattern is kept, and the engine for which it holds.
Refuses to know: what is matched.

Compiling the patterns of the language takes as long as reading a whole specification (a class of all kanji is
looked at sign by sign), and `re` keeps nothing from one process to the next. So a build keeps the code that `re` hands
to its engine. Code for another engine is not used: the pattern is then compiled when it is first tried.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import re
import sys

ENGINE = f"{sys.implementation.cache_tag} {sys.byteorder} {_sre.MAGIC} {_sre.CODESIZE}"
"""What the code of a pattern depends on."""

Code = tuple[int, bytes, int]
"""Flags, code, number of groups."""


def code_of(source: str) -> Code:
    """The code of a pattern without named groups."""
    from array import array
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source)
    assert not parsed.state.groupdict
    code = array("I", _compiler._code(parsed, parsed.state.flags))
    return parsed.state.flags, code.tobytes(), parsed.state.groups - 1


def pattern_of(source: str, code: Code | None) -> re.Pattern[str]:
    """The pattern; quickly, if its code is known."""
    if code is None:
        return re.compile(source)
    flags, steps, groups = code
    listed = memoryview(steps).cast("I").tolist()
    made: re.Pattern[str] = _sre.compile(source, flags, listed, groups, {}, (None,) * (groups + 1))
    return made
