"""Lines → w:p.

Owns: runs with 傍線, ルビ, 上付き and 下付き, indents, what differs from the style of a line.
Refuses to know: tables, sections, files.
"""

from __future__ import annotations

from regcheck.documents.instrument.docx.styles import STYLES, indent
from regcheck.documents.instrument.docx.units import element, text_of
from regcheck.documents.instrument.flow import Align, Line
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.words import Drawn, Run, Words, runs_of

_LINES = {"solid": "single", "double": "double", "dotted": "dotted", "none": "none"}
_HINT = element("rFonts", hint="eastAsia")
_PLAIN = element("rPr", _HINT)
MARK = "FormMark"
"""The style of what is no word of the instrument."""


def paragraph(
    line: Line, size: float, style: str = "", section: str = "", align: str = "", keeps: bool = False
) -> str:
    """A line. `style`, `align` and `keeps` are those of its surroundings if they have any; `section` ends a section
    with it."""
    own = STYLES[line.role]
    properties = "".join(
        (
            element("pStyle", val=style or own.id_at(line.first)),
            element("keepNext") if keeps or (line.keeps and not own.keeps) else "",
            _indent(line, size, style),
            element("jc", val=align) if (align := align or _aligned(line)) else "",
            section,
        )
    )
    aside = (WIDE_SPACE if line.parts else "") + line.aside if line.aside else ""
    return element("p", element("pPr", properties) + runs(line.words) + _aside(aside))


def _aligned(line: Line) -> str:
    return {Align.START: "", Align.CENTER: "center", Align.END: "right"}[line.align]


def _indent(line: Line, size: float, style: str) -> str:
    """The indent where it is not that of the style."""
    own = STYLES[line.role]
    usual = (0, 0) if style else own.indent_at(line.first)
    return "" if (line.first, line.rest) == usual else indent(line.first, line.rest, size)


def empty_paragraph(section: str = "") -> str:
    """Where the format wants a paragraph and there is nothing to say."""
    return element("p", element("pPr", element("pStyle", val="Gap") + section))


def runs(words: Words) -> str:
    """The words of a line, a run for each stretch under the same marks."""
    return "".join(_run(run) for run in runs_of(words) if run.text)


def _run(run: Run) -> str:
    reading = next((mark.value for mark in run.marks if mark.drawn is Drawn.RUBY), None)
    said = _said(run.text, _properties(run))
    return said if reading is None else element("r", _ruby(reading, said))


def _said(text: str, properties: str) -> str:
    return element("r", properties + f'<w:t xml:space="preserve">{text_of(text)}</w:t>')


def _properties(run: Run) -> str:
    """Of a run; the order of the elements is that of the format."""
    if not run.marks:
        return _PLAIN
    drawn = {mark.drawn: mark.value for mark in run.marks}
    line = drawn.get(Drawn.LINE)
    shift = next((word for kind, word in _SHIFTS.items() if kind in drawn), None)
    return element(
        "rPr",
        _HINT
        + (element("u", val=_LINES.get(line, "single")) if line is not None else "")
        + (element("vertAlign", val=shift) if shift else ""),
    )


_SHIFTS = {Drawn.SUPERSCRIPT: "superscript", Drawn.SUBSCRIPT: "subscript"}


def _ruby(reading: str, base: str) -> str:
    settings = (
        element("rubyAlign", val="distributeSpace")
        + element("hps", val=10)
        + element("hpsRaise", val=18)
        + element("hpsBaseText", val=21)
        + element("lid", val="ja-JP")
    )
    return element(
        "ruby",
        element("rubyPr", settings) + element("rt", _said(reading, _PLAIN)) + element("rubyBase", base),
    )


def _aside(text: str) -> str:
    if not text:
        return ""
    return _said(text, element("rPr", element("rStyle", val=MARK) + _HINT))
