"""Putting text on the screen: the product on stdout, the talk on stderr.

Owns: when there are colours, what happens to signs that a stream lacks, progress on a terminal.
Refuses to know: what is printed, what colours look like.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from regcheck.render.page import Page


def show(page: Page) -> None:
    """A page on stdout, painted on a terminal, plain elsewhere."""
    _put(page, sys.stdout)


def show_text(text: str) -> None:
    """A page on stdout that is text already."""
    _write(text, sys.stdout)


def tell(text: str) -> None:
    """A line of talk on stderr."""
    _write(text + "\n", sys.stderr)


def tell_page(page: Page) -> None:
    """A page on stderr: findings that come before there is a report."""
    _put(page, sys.stderr)


def put_text(text: str) -> None:
    """A product that is text for machines, in UTF-8 whatever the terminal's encoding is."""
    sys.stdout.flush()
    binary = getattr(sys.stdout, "buffer", None)
    if binary is None:
        sys.stdout.write(text)
    else:
        binary.write(text.encode("utf-8", "backslashreplace"))
        binary.flush()


def has_colours(stream: TextIO) -> bool:
    """Whether pages on a stream are painted."""
    return _is_lively(stream) and not os.environ.get("NO_COLOR")


def _is_lively(stream: TextIO) -> bool:
    """A terminal that understands more than letters."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _put(page: Page, stream: TextIO) -> None:
    from regcheck.render.page import plain
    from regcheck.render.painting import painted

    _write(painted(page) if has_colours(stream) else plain(page), stream)


def _write(text: str, stream: TextIO) -> None:
    """Signs that the stream's encoding lacks become escapes."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def progress(template: str) -> Callable[[int, int], None]:
    """What the pipeline calls with (done, total): one line rewritten on a terminal, nothing elsewhere."""
    if not _is_lively(sys.stderr):
        return lambda _done, _total: None

    def report(done: int, total: int) -> None:
        text = template.format(done=done, total=total) if done < total else ""
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    return report
