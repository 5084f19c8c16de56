"""Putting text on the screen: the product on stdout, the talk on stderr.

Owns: colours of roles, when there are colours, progress on a terminal.
Refuses to know: what is printed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TextIO

from regcheck.render.page import Page, Role, plain

_STYLES = {
    Role.PLAIN: "",
    Role.ERROR: "bold red",
    Role.WARNING: "bold yellow",
    Role.INFO: "bold cyan",
    Role.HEADLINE: "bold",
    Role.PLACE: "cyan",
    Role.GUTTER: "bright_black",
    Role.MARKED: "underline",
    Role.CARET: "bold red",
    Role.SECOND: "magenta",
    Role.LABEL: "bold",
    Role.GOOD: "green",
    Role.DIM: "bright_black",
    Role.ADDED: "green",
    Role.REMOVED: "red",
}


def show(page: Page) -> None:
    """A page on stdout, painted on a terminal, plain elsewhere."""
    _put(page, sys.stdout)


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


def _put(page: Page, stream: TextIO) -> None:
    if _is_lively(stream) and not os.environ.get("NO_COLOR"):
        _paint(page, stream)
    else:
        _write(plain(page), stream)


def _is_lively(stream: TextIO) -> bool:
    """A terminal that understands more than letters."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _write(text: str, stream: TextIO) -> None:
    """Signs that the stream's encoding lacks become escapes."""
    encoding = stream.encoding or "utf-8"
    stream.write(text.encode(encoding, "backslashreplace").decode(encoding))


def _paint(page: Page, stream: TextIO) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for one in page:
        console.print(Text.assemble(*((piece.text, _STYLES[piece.role]) for piece in one)))


def progress(template: str) -> Callable[[int, int], None]:
    """What the pipeline calls with (done, total): one line rewritten on a terminal, nothing elsewhere."""
    if not _is_lively(sys.stderr):
        return lambda _done, _total: None

    def report(done: int, total: int) -> None:
        text = template.format(done=done, total=total) if done < total else ""
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    return report
