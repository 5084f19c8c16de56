"""The same language read by Lark's own parser: what the machine is held against.

Lark's driver, lexer protocol and trees; nothing is shared with the machine but the grammar and the form of the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from lark import Lark, Token, Tree
from lark.common import LexerConf
from lark.exceptions import UnexpectedToken
from lark.lark import PostLex
from lark.lexer import Lexer, LexerState
from lark.parsers.lalr_analysis import Shift
from lark.parsers.lalr_parser_state import ParserState

from regcheck.syntax.grammar import grammar_text
from regcheck.syntax.machine import LayoutError

OPTIONS: dict[str, Any] = {"parser": "lalr", "maybe_placeholders": False, "start": "item"}


class Anywhere:
    """A place that Lark does not tell."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, int)

    def __hash__(self) -> int:
        return 0


ANYWHERE = Anywhere()

Answer = tuple[Any, ...]
"""A tree as nested tuples, or what was wrong, where, and what could have stood there."""


class TriesAll(Lexer):
    """Longest match among all terminals of the language that the parser can really shift."""

    __future_interface__ = 2  # lex() receives the lexer's state and the parser's

    def __init__(self, conf: LexerConf) -> None:
        found = sorted(conf.terminals, key=lambda t: (-t.priority, t.name))
        self.patterns = {t.name: re.compile(t.pattern.to_regexp()) for t in found}
        self.ignored = conf.ignore

    def lex(self, lexer_state: LexerState, parser_state: ParserState[Any]) -> Iterator[Token]:
        written: Any = lexer_state.text
        text, shape = written
        place = 0
        while place < len(shape):
            gaps = [
                found.end() for name in self.ignored if (found := self.patterns[name].match(shape, place))
            ]
            if gaps and max(gaps) > place:
                place = max(gaps)
                continue
            fitting = [
                (match.end(), name)
                for name, pattern in self.patterns.items()
                if (name == "_NL" or takes(parser_state, name)) and (match := pattern.match(shape, place))
            ]
            end = max((end for end, _ in fitting), default=place)
            name = next((name for reach, name in fitting if reach == end > place), "UNREADABLE")
            end = max(end, place + 1)
            yield Token(name, text[place:end], place, end_pos=end)
            place = end


def takes(parser_state: ParserState[Any], name: str) -> bool:
    """Whether the parser, after all its reductions, shifts this terminal."""
    states, stack = parser_state.parse_conf.states, list(parser_state.state_stack)
    while (step := states[stack[-1]].get(name)) is not None:
        action, rule = step
        if action is Shift:
            return True
        del stack[len(stack) - len(rule.expansion) :]
        stack.append(states[stack[-1]][rule.origin.name][1])
    return False


class Layout(PostLex):
    """Indentation, as tokens."""

    always_accept = ("_NL",)

    def process(self, stream: Iterator[Token]) -> Iterator[Token]:
        depths, last = [0], Token("_NL", "", 0, end_pos=0)
        for last in stream:
            yield last
            if last.type == "_NL":
                yield from _shift(depths, last)
        end = last.end_pos or 0
        if last.type != "_NL":
            yield Token("_NL", "", end, end_pos=end)
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


@cache
def lark() -> Lark:
    return Lark(grammar_text(), lexer=TriesAll, postlex=Layout(), **OPTIONS)


def answer(text: str, shape: str) -> Answer:
    """What Lark says of an item."""
    try:
        return told(lark().parse((text, shape)))
    except UnexpectedToken as error:
        names = error.state.parse_conf.states[error.state.position]
        acceptable = {name for name in names if name.isupper() and takes(error.state, name)}
        is_placed = error.token.end_pos is not None  # the end behind a token without text is nowhere for Lark
        return "unexpected", error.token.type, error.token.start_pos if is_placed else ANYWHERE, acceptable
    except LayoutError as error:
        return "layout", error.start, error.end, error.has_tab


def told(tree: Tree[Token]) -> Answer:
    return tree.data, *(
        told(part) if isinstance(part, Tree) else (part.type, str(part), part.start_pos, part.end_pos)
        for part in tree.children
    )
