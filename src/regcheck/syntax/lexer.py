"""Words of a spec: the longest one that the sentence can go on with.

Owns: the contextual lexer and the indentation, for Lark's LALR parser.
Refuses to know: the terminals themselves (dsl/words.lark), what the words mean.

At every place only the terminals are tried that the parser can go on with, the longest match wins, and priority decides
between equal ones. Each terminal is compiled when it is first tried: a short file never pays for the whole language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lark import Token
from lark.common import LexerConf
from lark.lark import PostLex
from lark.lexer import Lexer, LexerState
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser_state import ParserState

from regcheck.frozen import Frozen

NEWLINE = "_NL"
UNREADABLE = "UNREADABLE"
"""The type of a token that no word of the language fits; the parser never accepts it."""

_MOST_REMEMBERED = 20_000
"""Stacks of the parser whose terminals are remembered; ordinary files have some hundreds."""

_DEEPEST_STACK = 400
"""Entries on the parser's stack; what the tree allows of nesting takes fewer."""

_Match = Callable[[str, int, int], "re.Match[str] | None"]
_Tried = tuple[tuple[str, _Match], ...]


class Region(Frozen, kw_only=False):
    """A part of a text that is parsed alone; positions stay those of the whole text.

    `shape` is what is matched: the text in half-width form, comments blanked, sign for sign at the same places.
    """

    text: str
    shape: str
    start: int
    end: int


class LayoutError(Exception):
    """Indentation that fits no line above, or a tab in it; `start` is where the line begins."""

    def __init__(self, start: int, end: int, has_tab: bool) -> None:
        super().__init__(start)
        self.start, self.end, self.has_tab = start, end, has_tab


class NestingError(Exception):
    """Parentheses, lists or groups nested without end; `start` is where it is too much."""

    def __init__(self, start: int) -> None:
        super().__init__(start)
        self.start = start


class ContextLexer(Lexer):
    """Longest match among the terminals that the parser's state accepts."""

    __future_interface__ = 2  # lex() receives the lexer's state and the parser's

    def __init__(self, lexer_conf: LexerConf) -> None:
        self._ignored = tuple(lexer_conf.ignore)
        self._sources = {t.name: t.pattern.to_regexp() for t in lexer_conf.terminals}
        self._priorities = {t.name: t.priority for t in lexer_conf.terminals}
        self._matchers: dict[str, _Match] = {}
        self._tried: dict[tuple[Any, ...], _Tried] = {}

    def lex(self, lexer_state: LexerState, parser_state: ParserState[Any]) -> Iterator[Token]:
        region: Region = lexer_state.text  # type: ignore[assignment]
        text, shape, place, end = region.text, region.shape, region.start, region.end
        ignored = self._in_order(self._ignored)
        while place < end:
            gap = _longest(ignored, shape, place, end)
            if gap is not None:
                place = gap[1]
                continue
            stack = tuple(parser_state.state_stack)
            if len(stack) > _DEEPEST_STACK:
                raise NestingError(place)
            tried = self._tried.get(stack) or self._for(stack, parser_state)
            name, stop = _longest(tried, shape, place, end) or (UNREADABLE, place + 1)
            yield Token(name, text[place:stop], place, end_pos=stop)
            place = stop

    def _for(self, stack: tuple[Any, ...], parser_state: ParserState[Any]) -> _Tried:
        """What the parser can really take: an LALR state alone also lists what only other contexts allow."""
        if len(self._tried) > _MOST_REMEMBERED:
            self._tried.clear()
        listed = parser_state.parse_conf.states[stack[-1]].keys()
        names = {n for n in listed if n in self._sources and can_take(parser_state, n)} | {NEWLINE}
        return self._tried.setdefault(stack, self._in_order(names))

    def _in_order(self, names: Iterable[str]) -> _Tried:
        order = sorted(names, key=lambda n: (-self._priorities[n], n))
        return tuple((name, self._matcher(name)) for name in order)

    def _matcher(self, name: str) -> _Match:
        if name not in self._matchers:
            self._matchers[name] = re.compile(self._sources[name]).match
        return self._matchers[name]


def _longest(tried: _Tried, text: str, place: int, end: int) -> tuple[str, int] | None:
    """The terminal that matches the most here; the first tried of several."""
    best, reach = "", place
    for name, match in tried:
        found = match(text, place, end)
        if found is not None and found.end() > reach:
            best, reach = name, found.end()
    return (best, reach) if best else None


def can_take(parser_state: ParserState[Any], terminal: str) -> bool:
    """Whether the parser, after all its reductions, shifts this terminal."""
    states = parser_state.parse_conf.states
    stack = list(parser_state.state_stack)
    while (step := states[stack[-1]].get(terminal)) is not None:
        action, argument = step
        if action is Shift:
            return True
        if size := len(argument.expansion):
            del stack[-size:]
        stack.append(states[stack[-1]][argument.origin.name][1])
    return False


class Layout(PostLex):
    """Turns indentation into _INDENT and _DEDENT; U+3000 counts two columns."""

    always_accept = (NEWLINE,)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        depths = [0]
        last = Token(NEWLINE, "", 0, end_pos=0)
        for last in stream:
            yield last
            if last.type == NEWLINE:
                yield from _shift(depths, last)
        end = last.end_pos or 0
        if last.type != NEWLINE:
            yield Token(NEWLINE, "", end, end_pos=end)
        for _ in depths[1:]:
            yield Token("_DEDENT", "", end, end_pos=end)


def _shift(depths: list[int], newline: Token) -> Iterator[Token]:
    end = newline.end_pos or 0
    margin = newline[newline.rindex("\n") + 1 :]
    if "\t" in margin:
        raise LayoutError(end - len(margin), end, has_tab=True)
    depth = sum(2 if c == "\u3000" else 1 for c in margin)
    if depth > depths[-1]:
        depths.append(depth)
        yield Token("_INDENT", "", end, end_pos=end)
    while depth < depths[-1]:
        depths.pop()
        yield Token("_DEDENT", "", end, end_pos=end)
    if depth != depths[-1]:
        raise LayoutError(end - len(margin), end, has_tab=False)
