"""The lines of a source text that a finding points at, with a gutter and carets.

Owns: which line is shown, how much of a long one, where the carets stand under text of full and half width.
Refuses to know: what the finding says, colours, files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, takewhile

from regcheck.diagnostics.diagnostic import Annotation
from regcheck.render.page import Line, Piece, Role, line, visible
from regcheck.source.span import SourceText, Span
from regcheck.source.width import width


def location(span: Span, sources: Mapping[str, SourceText]) -> str:
    """path:line:column, both from 1 and in signs; path alone when the text is not at hand."""
    source = sources.get(span.file)
    if source is None:
        return span.file
    number, column = position(span, source)
    return f"{span.file}:{number}:{column}"


def position(span: Span, source: SourceText) -> tuple[int, int]:
    """1-based line and column of where a span starts; an offset past the end counts as the end."""
    start = min(span.start, len(source.text))
    return source.line_of(start), source.column_of(start)


def excerpt(annotations: Sequence[Annotation], sources: Mapping[str, SourceText]) -> tuple[Line, ...]:
    """A block per annotated place, primary places first; places without a text give their path alone."""
    ordered = sorted(annotations, key=lambda a: not a.primary)
    gutter = max((_gutter_of(a.span, sources) for a in ordered), default=1)
    return tuple(one for annotation in ordered for one in _block(annotation, sources, gutter))


def gutter_width(annotations: Sequence[Annotation], sources: Mapping[str, SourceText]) -> int:
    """Columns of the widest line number."""
    return max((_gutter_of(a.span, sources) for a in annotations), default=1)


def _gutter_of(span: Span, sources: Mapping[str, SourceText]) -> int:
    source = sources.get(span.file)
    return 1 if source is None else len(str(position(span, source)[0]))


def _block(annotation: Annotation, sources: Mapping[str, SourceText], gutter: int) -> Iterator[Line]:
    span = annotation.span
    arrow = "-->" if annotation.primary else ":::"
    yield line(Piece(f"{' ' * gutter}{arrow} ", Role.GUTTER), Piece(location(span, sources), Role.PLACE))
    source = sources.get(span.file)
    if source is None or not source.text:
        return
    number, column = position(span, source)
    text = source.line(number)
    before, marked, after = _around(*_cut(text, column - 1, span.end - span.start))
    bar = Piece(f"{' ' * gutter} | ", Role.GUTTER)
    yield line(Piece(f"{number:>{gutter}} | ", Role.GUTTER), before, Piece(marked, Role.MARKED), after)
    yield line(bar, " " * width(visible(before)), *_carets(annotation, marked))


def _cut(text: str, start: int, length: int) -> tuple[str, str, str]:
    """The line before, inside and after a span that may go on over the end of the line."""
    start = min(start, len(text))
    end = start + len(text[start : start + max(0, length)].rstrip())
    return text[:start], text[start:end], text[end:]


_PAGE, _LONG = 100, 120
"""Columns that are shown of a line that has more than the second."""
_MORE = "…"


def _around(before: str, marked: str, after: str) -> tuple[str, str, str]:
    """The parts of a long line as far as a page has room, the marked one first; what is left out is a sign."""
    if _width(before + marked + after) <= _LONG:
        return before, marked, after
    shown = _first(marked, _PAGE)
    room = _PAGE - _width(shown)
    rest = marked[len(shown) :] + after
    left = max(room // 2, room - _width(rest))
    near = _first(before[::-1], left)[::-1]
    far = _first(rest, room - _width(near))
    return (
        near if near == before else _MORE + near,
        shown,
        far if far == rest else far + _MORE,
    )


def _first(text: str, columns: int) -> str:
    """As many signs from the beginning as have room."""
    used = accumulate(map(_width, text))
    return text[: sum(1 for _ in takewhile(lambda end: end <= columns, used))]


def _width(text: str) -> int:
    return width(visible(text))


def _carets(annotation: Annotation, marked: str) -> tuple[Piece, ...]:
    sign, role = ("^", Role.CARET) if annotation.primary else ("-", Role.SECOND)
    under = sign * max(1, width(visible(marked)))
    return (Piece(under, role), Piece(f" {annotation.label}" if annotation.label else "", role))
