"""Flow → one self-contained HTML page.

Owns: what the template is given; marks on words as elements; anchors that stand once.
Refuses to know: laws, files.

The page has its style inside and no script. It turns from 横書き to 縦書き by two radio buttons.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from regcheck.documents.instrument.flow import Flow, Grid, Line, Role, lines_of, stretches
from regcheck.documents.instrument.notes import Note
from regcheck.documents.instrument.profile import Direction, Profile
from regcheck.law.address import Address
from regcheck.law.words import Drawn, Run, Words, runs_of

if TYPE_CHECKING:  # only who writes a page loads it
    from jinja2 import Environment
    from markupsafe import Markup

Notes = Mapping[Address, tuple[Note, ...]]
_TEMPLATES = ("instrument.html.j2", "instrument.css")
_HEADINGS = {
    Role.TITLE: "h1",
    Role.HEADING: "h2",
    Role.SUPPLEMENT: "h2",
    Role.ANNEX: "h2",
    Role.CAPTION: "h3",
}
"""What else than a paragraph a line is."""
_ELEMENTS = {Drawn.SUPERSCRIPT: "sup", Drawn.SUBSCRIPT: "sub"}


def to_html(flow: Flow, profile: Profile, notes: Notes, draft: str = "") -> bytes:
    """The page. `notes` stand beside the line with which their provision begins."""
    anchored = _anchored(flow)
    page = _environment().get_template("instrument.html.j2")
    return page.render(
        title=flow.title,
        stretches=stretches(flow),
        anchors=lambda line: [name for name in map(str, line.anchors) if anchored.get(name) is line],
        notes=lambda line: [note for address in line.anchors for note in notes.get(address, ())],
        is_vertical=profile.direction is Direction.VERTICAL,
        draft=draft,
    ).encode()


def _anchored(flow: Flow) -> dict[str, Line]:
    """The line of each anchor; of two at one address, the first."""
    found: dict[str, Line] = {}
    for block in flow.blocks:
        for line in lines_of((block,)):
            for address in line.anchors:
                found.setdefault(str(address), line)
    return found


@cache
def _environment() -> Environment:
    from jinja2 import DictLoader, Environment, StrictUndefined

    folder = files("regcheck.documents.instrument") / "templates"
    made = Environment(
        loader=DictLoader({name: (folder / name).read_text(encoding="utf-8") for name in _TEMPLATES}),
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"marked": marked, "border": border}
    made.globals |= {"tags": _HEADINGS}
    made.tests |= {"grid": lambda block: isinstance(block, Grid)}
    return made


def marked(words: Words) -> Markup:
    """The words with their marks as elements, escaped."""
    from markupsafe import Markup

    return Markup("").join(_elements(run) for run in runs_of(words) if run.text)


def _elements(run: Run) -> Markup:
    from markupsafe import Markup, escape

    made = escape(run.text)
    for mark in reversed(run.marks):
        match mark.drawn:
            case Drawn.LINE:
                made = Markup('<span class="line {}">{}</span>').format(mark.value, made)
            case Drawn.RUBY:
                made = Markup("<ruby>{}<rt>{}</rt></ruby>").format(made, mark.value)
            case Drawn.SUPERSCRIPT | Drawn.SUBSCRIPT:
                made = Markup(f"<{_ELEMENTS[mark.drawn]}>{{}}</{_ELEMENTS[mark.drawn]}>").format(made)
            case Drawn.OTHER:
                pass
    return made


def border(look: tuple[tuple[str, str], ...]) -> str:
    """The style of a cell, from the attributes of the XML: border-bottom-style:none."""
    return ";".join(_declarations(look))


def _declarations(look: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for name, value in look:
        if not value.isalpha():
            continue
        if name.startswith("Border"):
            yield f"border-{_SIDES[name]}-style:{value}"
        elif name == "Align":
            yield f"text-align:{value}"


_SIDES = {
    "BorderTop": "block-start",
    "BorderBottom": "block-end",
    "BorderLeft": "inline-start",
    "BorderRight": "inline-end",
}
