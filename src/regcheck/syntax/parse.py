"""Text to syntax tree, item by item.

Owns: the one way from a source text to a tree and diagnostics.
Refuses to know: files, meaning.
"""

from __future__ import annotations

from bisect import bisect_left

from lark import Tree
from lark.exceptions import UnexpectedToken

from regcheck.diagnostics.codes.syntax import TooDeep
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.frozen import Frozen
from regcheck.source.span import SourceText, Span
from regcheck.syntax import ast
from regcheck.syntax.explain_errors import explain_layout, explain_token, explain_word
from regcheck.syntax.fixes import fixes
from regcheck.syntax.from_tree import item_from_tree
from regcheck.syntax.from_tree.reading import DEEPEST, Reading, RefusedError
from regcheck.syntax.grammar import parser
from regcheck.syntax.items import CutText, RawItem, comments_by_line, cut
from regcheck.syntax.lexer import LayoutError, NestingError, Region


class Parsed(Frozen):
    """The tree of all items that could be read, and one diagnostic for each that could not."""

    file: ast.File
    diagnostics: tuple[Diagnostic, ...] = ()


def parse_file(source: SourceText) -> Parsed:
    """Every item of a file that can be read, and why the others cannot."""
    text = cut(source)
    comments, trailing = comments_by_line(text)
    lines = sorted(comments)
    items: list[ast.Item] = []
    broken: list[ast.Name] = []
    diagnostics: list[Diagnostic] = []
    for place, raw in enumerate(text.items):
        of_item = lines[bisect_left(lines, raw.start) : bisect_left(lines, raw.end)]
        reading = Reading(
            file=source.name,
            text=source.text,
            shape=text.shape,
            comments={line: comments[line] for line in of_item},
            item=raw.anchor,
            whole=Span(source.name, raw.start, raw.start + len(text.shape[raw.start : raw.end].rstrip())),
        )
        found = _parse_item(source, text, raw, reading)
        if isinstance(found, Diagnostic):
            if not _is_told_by_next(text, place):
                diagnostics.append(found)
            broken.append(ast.Name(text=raw.name, span=Span(source.name, raw.start, raw.end)))
        else:
            items.append(found)
    tree = ast.File(name=source.name, items=tuple(items), trailing=trailing, broken=tuple(broken))
    return Parsed(file=tree, diagnostics=tuple(diagnostics))


def _is_told_by_next(text: CutText, place: int) -> bool:
    """A head whose lines are not indented: that is said of the first of them, once."""
    raw, following = text.items[place], text.items[place + 1 : place + 2]
    is_head_only = "\n" not in text.shape[raw.start : raw.end].rstrip("\n")
    return bool(raw.keyword and is_head_only and following and not following[0].keyword)


def _parse_item(source: SourceText, text: CutText, raw: RawItem, reading: Reading) -> ast.Item | Diagnostic:
    if not raw.keyword:
        return _diagnostic(reading, *explain_word(source, raw))
    try:
        tree = parser().parse(Region(source.text, text.shape, raw.start, raw.end), start="item")
        assert isinstance(tree, Tree)
        return item_from_tree(reading, tree)
    except UnexpectedToken as error:
        return _diagnostic(reading, *explain_token(source, text, raw, error))
    except LayoutError as error:
        return _diagnostic(reading, *explain_layout(source, error))
    except NestingError as error:
        return _diagnostic(reading, TooDeep(limit=DEEPEST), Span(source.name, error.start, error.start + 1))
    except RefusedError as error:
        return _diagnostic(reading, error.payload, error.span)


def _diagnostic(reading: Reading, payload: Payload, span: Span) -> Diagnostic:
    anchor = "/".join((reading.item, *(label.text for label in reading.labels)))
    return Diagnostic(
        payload=payload,
        annotations=(Annotation(span=span),),
        fixes=fixes(payload, span, reading.text),
        anchor=anchor,
    )
