"""Text to syntax tree, item by item.

Owns: the one way from a source text to a tree and diagnostics.
Refuses to know: files, meaning.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.frozen import Frozen
from regcheck.source.span import SourceText, Span
from regcheck.syntax import ast
from regcheck.syntax.from_tree.reading import DEEPEST, Reading, RefusedError
from regcheck.syntax.items import CutText, RawItem, comments_by_line, cut
from regcheck.syntax.machine import LayoutError, NestingError, UnexpectedTokenError
from regcheck.syntax.remembered import remembered


class Parsed(Frozen):
    """The tree of all items that could be read, and why the others could not."""

    file: ast.File
    diagnostics: tuple[Diagnostic, ...] = ()
    unread: tuple[tuple[str, Span], ...] = ()
    """Each item that could not be read: its title and place. What is told of one may be told of the next."""


class Sheet(Frozen):
    """A text cut into items; `comments` by the line they stand on or above, `trailing` those below the last item."""

    source: SourceText
    text: CutText
    comments: Mapping[int, list[str]]
    lines: Sequence[int]
    """The lines with comments, in order."""
    trailing: tuple[str, ...]

    def written(self, place: int) -> str:
        """The text of an item."""
        raw = self.text.items[place]
        return self.source.text[raw.start : raw.end]

    def read(self, place: int) -> ast.Item | Diagnostic:
        """The tree of an item, or why it has none."""
        source, text, raw = self.source, self.text, self.text.items[place]
        of_item = self.lines[bisect_left(self.lines, raw.start) : bisect_left(self.lines, raw.end)]
        reading = Reading(
            file=source.name,
            text=source.text,
            start=raw.start,
            comments={line: self.comments[line] for line in of_item},
            item=raw.anchor,
            whole=Span(source.name, raw.start, raw.start + len(text.shape[raw.start : raw.end].rstrip())),
        )
        return _parse_item(source, text, raw, reading)


def sheet_of(source: SourceText) -> Sheet:
    """A text cut into items."""
    text = cut(source)
    comments, trailing = comments_by_line(text)
    return Sheet(source=source, text=text, comments=comments, lines=sorted(comments), trailing=trailing)


def parse_file(source: SourceText) -> Parsed:
    """Every item of a file that can be read, and why the others cannot."""
    sheet = sheet_of(source)
    items: list[ast.Item] = []
    broken: list[ast.Name] = []
    diagnostics: list[Diagnostic] = []
    unread: list[tuple[str, Span]] = []
    for place, raw in enumerate(sheet.text.items):
        found = sheet.read(place)
        if isinstance(found, Diagnostic):
            if not _is_told_by_next(sheet.text, place):
                diagnostics.append(found)
            span = Span(source.name, raw.start, raw.end)
            broken.append(ast.Name(text=raw.name, span=span))
            unread.append((raw.anchor.split("/")[0], span))
        else:
            items.append(found)
    tree = ast.File(name=source.name, items=tuple(items), trailing=sheet.trailing, broken=tuple(broken))
    return Parsed(file=tree, diagnostics=tuple(diagnostics), unread=tuple(unread))


def _is_told_by_next(text: CutText, place: int) -> bool:
    """A head whose lines are not indented: that is said of the first of them, once."""
    raw, following = text.items[place], text.items[place + 1 : place + 2]
    is_head_only = "\n" not in text.shape[raw.start : raw.end].rstrip("\n")
    return bool(raw.keyword and is_head_only and following and not following[0].keyword)


def _parse_item(source: SourceText, text: CutText, raw: RawItem, reading: Reading) -> ast.Item | Diagnostic:
    try:
        if raw.keyword:
            place = slice(raw.start, raw.end)
            return remembered().item(reading, source.text[place], text.shape[place])
    except RefusedError as error:
        return _diagnostic(reading, error.payload, error.span)
    except (UnexpectedTokenError, LayoutError, NestingError) as error:
        return _diagnostic(reading, *_explain(source, text, raw, error))
    return _diagnostic(reading, *_explain(source, text, raw, None))


def _explain(
    source: SourceText, text: CutText, raw: RawItem, error: Exception | None
) -> tuple[Payload, Span]:
    """What is told about an item that is no tree. Most runs never need it."""
    from regcheck.syntax.explain_errors import explain_layout, explain_token, explain_word

    match error:
        case UnexpectedTokenError():
            return explain_token(source, text, raw, error)
        case LayoutError():
            return explain_layout(source, raw, error)
        case NestingError():
            at = raw.start + error.start
            return codes.syntax.TooDeep(limit=DEEPEST), Span(source.name, at, at + 1)
        case _:
            return explain_word(source, raw)


def _diagnostic(reading: Reading, payload: Payload, span: Span) -> Diagnostic:
    from regcheck.syntax.fixes import fixes

    anchor = "/".join((reading.item, *(label.text for label in reading.labels)))
    return Diagnostic(
        payload=payload,
        annotations=(Annotation(span=span),),
        fixes=fixes(payload, span, reading.text),
        anchor=anchor,
    )
