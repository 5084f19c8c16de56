"""What a drafter is told when an item cannot be parsed.

Owns: the rules that turn a place where the parser stopped, and what it could have taken there, into one message.
Refuses to know: the grammar; it sees names of terminals only.

The rules are tried in order, the special before the general; each sees the whole place and may decline.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches

from lark import Token
from lark.exceptions import UnexpectedToken

from regcheck.diagnostics.codes.sentences import MixedNumerals, UnknownUnit
from regcheck.diagnostics.codes.syntax import (
    BadIndentation,
    Expected,
    NotHere,
    UnclosedQuotation,
    UnknownItem,
    UnknownLine,
)
from regcheck.diagnostics.diagnostic import Payload
from regcheck.source.span import SourceText, Span
from regcheck.syntax.expectations import wanted_at
from regcheck.syntax.items import KEYWORDS, CutText, RawItem
from regcheck.syntax.lexer import NEWLINE, UNREADABLE, LayoutError, can_take
from regcheck.syntax.units import unit_pattern, units

Finding = tuple[Payload, Span]

LINE_WORDS = (
    "条項", "出典", "施行", "失効", "備考", "種別", "題名", "略称", "法令番号", "根拠", "未確定", "判断者", "形式",
    "範囲", "委任", "資料", "時点", "見出し", "列", "ただし",
)  # fmt: skip
"""Words that begin a line inside an item."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A place where the parser stopped; offsets are of the whole text, `line` is [start, end) of its line."""

    source: SourceText
    shape: str
    raw: RawItem
    token: Token
    acceptable: frozenset[str]
    line: tuple[int, int]

    @property
    def place(self) -> int:
        return self.token.start_pos or 0

    @property
    def at_line_end(self) -> bool:
        return self.token.type in (NEWLINE, "_INDENT", "_DEDENT", "$END")

    def found(self) -> tuple[str, Span]:
        """The word at which the parser stopped, as the user wrote it."""
        if self.at_line_end:
            end = len(self.shape[: self.place].rstrip())
            return "", Span(self.source.name, end, min(end + 1, len(self.shape)))
        end = self.token.end_pos or self.place + 1
        if self.token.type == UNREADABLE and (word := _WORD.match(self.shape, self.place, self.line[1])):
            end = word.end()
        end = min(end, self.line[1])
        return self.source.text[self.place : end], Span(self.source.name, self.place, end)

    def finding(self, payload: Payload, start: int, end: int) -> Finding:
        return payload, Span(self.source.name, start, end)


_WORD = re.compile(r"[ぁ-ん]+|[々〆一-鿿㐀-䶿ァ-ヺーA-Za-z0-9_]+|\S")


def explain_token(source: SourceText, text: CutText, raw: RawItem, error: UnexpectedToken) -> Finding:
    """The first rule that knows the place."""
    state = error.state
    states = state.parse_conf.states[state.position]
    acceptable = frozenset(name for name in states if can_take(state, name))
    place = error.token.start_pos or 0
    start = text.shape.rfind("\n", 0, place) + 1
    end = text.shape.find("\n", place)
    line = (start, len(text.shape) if end < 0 else end)
    trouble = Trouble(source, text.shape, raw, error.token, acceptable, line)
    return next(found for rule in RULES if (found := rule(trouble)) is not None)


def explain_word(source: SourceText, raw: RawItem) -> Finding:
    """A line in column 0 that begins with no keyword."""
    word = raw.word.strip()
    near = get_close_matches(word, KEYWORDS, n=1, cutoff=0.5)
    payload = UnknownItem(word=word, nearest=near[0] if near else "", is_line_of_item=word in LINE_WORDS)
    return payload, Span(source.name, raw.start, raw.start + len(raw.word))


def explain_layout(source: SourceText, error: LayoutError) -> Finding:
    """Indentation that fits no line above."""
    margin = source.text[error.start : error.end]
    columns = sum(2 if c == "\u3000" else 1 for c in margin)
    return BadIndentation(columns=columns, has_tab=error.has_tab), Span(source.name, error.start, error.end)


# ------------------------------------------------------------ rules that look at the text


def _unclosed(trouble: Trouble) -> Finding | None:
    start, end = trouble.line
    rest = re.sub(r"[「｢][^「」｢｣]*[」｣]", lambda m: " " * len(m[0]), trouble.shape[start:end])
    if (opened := re.search(r"[「｢]", rest)) is not None:
        at = start + opened.start()
        return trouble.finding(UnclosedQuotation(text=trouble.source.text[at:end].rstrip()), at, end)
    if (closed := re.search(r"[」｣]", rest)) is not None:
        at = start + closed.start()
        return trouble.finding(UnclosedQuotation(text="", opening=False), at, at + 1)
    return None


_MIXED = re.compile(
    r"[0-9][0-9,.]*[〇一二三四五六七八九十百千][〇一二三四五六七八九十百千万億兆0-9]*"
    r"|[〇一二三四五六七八九十百千万億兆]*[一二三四五六七八九十百千][0-9][0-9〇一二三四五六七八九十百千万億兆]*"
)


def _mixed_numerals(trouble: Trouble) -> Finding | None:
    for found in _MIXED.finditer(trouble.shape, *trouble.line):
        if found.start() <= trouble.place <= found.end():
            text = trouble.source.text[found.start() : found.end()]
            return trouble.finding(MixedNumerals(text=text), found.start(), found.end())
    return None


_NUMBER_AND_WORD = re.compile(
    r"([0-9][0-9,.]*[万億兆]?)([^\s0-9、。()「」|:ぁ-ん]+?)(?=以上|以下|未満|超|以前|以後|又は|及び|[^々一-鿿ァ-ヺーA-Za-z/㎥㎡]|$)"
)


def _unknown_unit(trouble: Trouble) -> Finding | None:
    if "UNIT" in trouble.acceptable and trouble.token.type in ("NAME", UNREADABLE):
        word, span = trouble.found()
        return _no_unit(word, word), span
    if (
        "QUANTITY" not in trouble.acceptable
        or not trouble.shape[trouble.place : trouble.place + 1].isdecimal()
    ):
        return None
    found = _NUMBER_AND_WORD.match(trouble.shape, trouble.place, trouble.line[1])
    if found is None or re.fullmatch(unit_pattern(), found[2]):
        return None
    text = trouble.source.text[found.start() : found.end()]
    return trouble.finding(_no_unit(text, found[2]), found.start(2), found.end(2))


def _no_unit(text: str, unit: str) -> UnknownUnit:
    near = get_close_matches(unit, units(), n=1, cutoff=0.6)
    return UnknownUnit(text=text, unit=unit, nearest=near[0] if near else "")


_LABEL = re.compile(r"[ \t]*([一二三四五六七八九十]+|[イロハニホヘトチリヌル]|\([0-9]+\)|\([ivx]+\))[ \t]+\S")


def _label_out_of_place(trouble: Trouble) -> Finding | None:
    found = _LABEL.match(trouble.shape, *trouble.line)
    if found is None or "LABEL" in trouble.acceptable or trouble.place > found.end():
        return None
    label = trouble.source.text[found.start(1) : found.end(1)]
    payload = NotHere(
        found=label,
        advice_ja="号は、「次のいずれかに該当すること」などの行のすぐ下に、それより2字深く下げて書いてください",
        advice_en="Write a list right below the line that announces it, indented two columns deeper",
    )
    return trouble.finding(payload, found.start(1), found.end(1))


_LINE_HEAD = re.compile(r"[ \t]*([々一-鿿ァ-ヺー]+)(?=[ \t「])")


def _misspelt_line(trouble: Trouble) -> Finding | None:
    found = _LINE_HEAD.match(trouble.shape, *trouble.line)
    if (
        found is None
        or not (found.start(1) <= trouble.place <= found.end() + 1)
        or trouble.line[0] == trouble.raw.start
    ):
        return None
    word = found[1]
    near = get_close_matches(word, LINE_WORDS, n=1, cutoff=0.5)
    if word in LINE_WORDS:
        return trouble.finding(UnknownLine(word=word, item=trouble.raw.keyword), found.start(1), found.end(1))
    if not near:
        return None
    payload = UnknownLine(word=word, item=trouble.raw.keyword, nearest=near[0])
    return trouble.finding(payload, found.start(1), found.end(1))


def _comma_alone(trouble: Trouble) -> Finding | None:
    if trouble.token.type not in ("_SEP", UNREADABLE) or "JOIN" not in trouble.acceptable:
        return None
    if not trouble.token.startswith(("、", "，", ",")):
        return None
    payload = Expected(
        found=str(trouble.token),
        wanted_ja="「かつ」か「又は」",
        wanted_en="かつ or 又は",
        advice_ja="「、」だけでは条件をつなげません。「…であり、かつ、…」「…であり、又は…」と書いてください",
        advice_en="A comma alone does not join conditions: write …であり、かつ、… or …であり、又は…",
    )
    return trouble.finding(payload, trouble.place, trouble.place + 1)


# ------------------------------------------------------------ the general rule


def _wanted(trouble: Trouble) -> Finding | None:
    found, span = trouble.found()
    want = wanted_at(trouble.acceptable)
    if want is None:
        return None
    payload = Expected(
        found=found,
        wanted_ja=want.ja,
        wanted_en=want.en,
        advice_ja=want.advice_ja,
        advice_en=want.advice_en,
    )
    return payload, span


def _not_here(trouble: Trouble) -> Finding | None:
    found, span = trouble.found()
    return NotHere(found=found or "改行"), span


RULES: tuple[Callable[[Trouble], Finding | None], ...] = (
    _unclosed,
    _mixed_numerals,
    _unknown_unit,
    _label_out_of_place,
    _misspelt_line,
    _comma_alone,
    _wanted,
    _not_here,
)
