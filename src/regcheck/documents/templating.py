"""Templates as package data.

Owns: the environment in which templates are rendered.
Refuses to know: what is in the templates.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined

from regcheck.documents import filters
from regcheck.documents.layout import article_lines, filled_rows

_NAMES = ("document.html.j2", "blocks.html.j2", "section.md.j2", "index.md.j2", "style.css")


@cache
def environment() -> Environment:
    """The environment with all templates; HTML is escaped, Markdown escapes itself."""
    folder = files("regcheck.documents") / "templates"
    texts = {name: (folder / name).read_text(encoding="utf-8") for name in _NAMES}
    made = Environment(
        loader=DictLoader(texts),
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "href": filters.href,
        "kanji": filters.kanji,
        "marked": filters.marked,
        "md": filters.escaped,
        "md_cell": filters.cell,
        "md_row": filters.row,
    }
    made.globals |= {"article_lines": article_lines, "filled_rows": filled_rows}
    made.tests |= {"block": lambda block, name: type(block).__name__ == name}
    return made
