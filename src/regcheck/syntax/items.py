"""Cuts a spec file into items, before anything is parsed.

Owns: where items begin, comments and the form of the text that is matched.
Refuses to know: what is inside an item.

An item begins with its keyword in column 0 and ends where the next one begins, so a broken item cannot disturb another.
"""

from __future__ import annotations

import re
from itertools import pairwise

from regcheck.frozen import Frozen
from regcheck.source.span import SourceText, Span

KEYWORDS = (
    "法令", "利用", "未確定", "区分", "対象", "裁量", "前提", "委任",
    "定義", "指定基準", "対象事業", "設備区分", "維持管理区分", "特例", "段階",
    "区分表", "性質", "事例", "事実表", "確認", "手続", "名称",
)  # fmt: skip

# Of more than two stretches of signs, a class with one above U+00FF is compiled by looking at all 65536: none is here.
_KEYWORDS = frozenset(KEYWORDS)
_AFTER_KEYWORD = ("", " ", "\t", "「", "｢", "\r", "\n")
_WORD = re.compile(r"(?:(?![「｢])[^\s:、。])+")
_NAME = re.compile(r"[ \t]*(?:[「｢](.*?)[」｣]|((?:(?![「｢])[^\s:])+))")
_COMMENT = r"[「｢](?:(?![\r\n])[^「」｢｣])*[」｣]|#[^\r\n]*"  # made when a text has a comment
_BEGINNING = re.compile(r"\n(?=\S)")
_GAPS = "\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
"""Gaps of every width but that of a space."""
_WIDE = re.compile("[！-～]")
"""Signs in full width."""


class Comment(Frozen, kw_only=False):
    """A comment, from its # to the end of the line; `text` without the sign."""

    span: Span
    text: str


class RawItem(Frozen, kw_only=False):
    """An item that is not parsed yet. `keyword` is "" if the line begins with no keyword."""

    start: int
    end: int
    keyword: str
    name: str
    word: str

    @property
    def anchor(self) -> str:
        """定義「特定機能病院」."""
        return f"{self.keyword}「{self.name}」" if self.name else self.keyword or self.word


class CutText(Frozen, kw_only=False):
    """A text cut into items; `shape` is the text in half-width form with comments blanked, place for place."""

    shape: str
    items: tuple[RawItem, ...]
    comments: tuple[Comment, ...]


def cut(source: SourceText) -> CutText:
    """The items and comments of a file."""
    narrowed = _narrowed(source.text)
    comments = tuple(find_comments(source.name, narrowed, source.text))
    shape = _blank(narrowed, comments)
    starts = [m.end() for m in _BEGINNING.finditer(shape)]
    first = len(shape) - len(shape.lstrip())
    if first < len(shape) and (not starts or first < starts[0]):
        starts.insert(0, first)
    raw = [_raw(source.text, shape, a, b) for a, b in pairwise((*starts, len(shape)))]
    return CutText(shape, tuple(_merge(raw)), comments)


def _narrowed(text: str) -> str:
    """The text in half-width form, place for place."""
    for gap in _GAPS:
        text = text.replace(gap, " ")
    return _WIDE.sub(_half, text)


def _half(sign: re.Match[str]) -> str:
    return chr(ord(sign[0]) - 0xFEE0)


def find_comments(file: str, shape: str, text: str) -> list[Comment]:
    """Comments with # or ＃, outside of 「」."""
    found: list[Comment] = []
    sign = shape.find("#")
    while sign >= 0:
        line, end = shape.rfind("\n", 0, sign) + 1, shape.find("\n", sign)
        end = end if end >= 0 else len(shape)
        places = [m.span() for m in re.compile(_COMMENT).finditer(shape, line, end) if m[0].startswith("#")]
        found += [Comment(Span(file, start, stop), text[start + 1 : stop].strip()) for start, stop in places]
        sign = shape.find("#", end)
    return found


def comments_by_line(text: CutText) -> tuple[dict[int, list[str]], tuple[str, ...]]:
    """Comments by the start of the line they stand on or above, and those below the last line.

    Between items an empty text stands for an empty line, so that a heading keeps its distance.
    """
    starts = {raw.start for raw in text.items}
    found: dict[int, list[str]] = {}
    trailing: list[str] = []
    line, limit = -1, len(text.shape)
    for comment in reversed(text.comments):
        start = text.shape.rfind("\n", 0, comment.span.start) + 1
        content = text.shape[start:limit].lstrip()
        if content:
            line = limit = text.shape.rfind("\n", 0, limit - len(content)) + 1
        texts = found.setdefault(line, []) if line >= 0 else trailing
        is_apart = text.shape.count("\n", comment.span.end, limit) > 1
        if is_apart and texts[-1:] != [""] and (line in starts or texts):
            texts.append("")
        if comment.text or line not in starts or texts[-1:] != [""]:
            texts.append(comment.text)
        limit = start
    return {at: _in_order(texts, at in starts) for at, texts in found.items()}, tuple(
        _in_order(trailing, True)
    )


def _in_order(texts: list[str], is_between: bool) -> list[str]:
    """The comments from top to bottom; between items without an empty line at the top."""
    ordered = texts[::-1]
    while is_between and ordered[:1] == [""]:
        ordered.pop(0)
    return ordered


def _blank(shape: str, comments: tuple[Comment, ...]) -> str:
    out: list[str] = []
    place = 0
    for comment in comments:
        out.append(shape[place : comment.span.start])
        out.append(" " * (comment.span.end - comment.span.start))
        place = comment.span.end
    return "".join((*out, shape[place:]))


def _raw(text: str, shape: str, start: int, end: int) -> RawItem:
    word = _WORD.match(shape, start, end)
    after = word.end() if word else start + 1
    keyword, shown = shape[start:after], text[start:after]
    is_keyword = keyword in _KEYWORDS and shape[after : min(after + 1, end)] in _AFTER_KEYWORD
    if not is_keyword or shape[start - 1 : start] not in ("", "\n"):
        return RawItem(start, end, "", "", shown)
    name = _NAME.match(shape, after, end)
    return RawItem(start, end, keyword, (name[1] or name[2] or "") if name else "", shown)


def _merge(raw: list[RawItem]) -> list[RawItem]:
    """Lines that begin with no keyword and follow each other are one mistake."""
    merged: list[RawItem] = []
    for item in raw:
        if merged and not item.keyword and not merged[-1].keyword:
            last = merged[-1]
            merged[-1] = RawItem(last.start, item.end, "", "", last.word)
        else:
            merged.append(item)
    return merged
