"""Reads one item: cuts its words and builds its tree, by the tables of the grammar.

Owns: the run of the LALR automaton, the choice of the word at a place, indentation.
Refuses to know: the grammar, what is told about a text that does not fit.

At every place the longest word wins that the automaton can go on with; priority decides between equal ones. A state
alone also lists what only other contexts allow: a word is taken only if the reductions before it end in a state that
shifts it.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.syntax.building import Values
from regcheck.syntax.lexer import Lexer, Tried, longest
from regcheck.syntax.patterns import Code
from regcheck.syntax.stacks import Stack, Stacks
from regcheck.syntax.tables import DEDENT, END, INDENT, NEWLINE, Rules, States, Tables
from regcheck.syntax.tree import Node, Token

UNREADABLE = "UNREADABLE"
"""The kind of a word that nothing in the language fits."""

_DEEPEST_STACK = 400
"""Entries on the stack; what the tree allows of nesting takes fewer."""


class UnexpectedTokenError(Exception):
    """The automaton cannot go on with a word; it could with the `acceptable` ones."""

    def __init__(self, token: Token, acceptable: frozenset[str]) -> None:
        super().__init__(token)
        self.token, self.acceptable = token, acceptable


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


class Language:
    """The tables, and what is remembered of them while texts are read."""

    def __init__(self, tables: Tables, codes: Mapping[str, Code]) -> None:
        states = States(tables)
        lexer = Lexer(tables, states, codes)
        self.gaps = lexer.gaps
        self.stacks = Stacks(states, Rules(tables), lexer.words)


def read(language: Language, text: str, shape: str) -> Node:
    """The tree of an item.

    `shape` is what is matched: the text in half-width form, comments blanked, sign for sign at the same places.
    """
    stacks, gaps = language.stacks, language.gaps
    stack = stacks.bottom()
    values: Values = []
    layout = _Layout(stacks, text, values)
    ended = shape + "\n"  # the last sign too has one behind it
    kind, start, stop, place, end = NEWLINE, 0, 0, 0, len(shape)
    while place < end:
        sign = shape[place]
        if sign in gaps and (found := gaps[sign](shape, place)) is not None:
            place = found.end()
            continue
        if stack.depth > _DEEPEST_STACK:
            raise NestingError(place)
        if (tried := stack.words[sign]) is None:
            tried = stack.words[ended[place : place + 2]] or ()
        kind, stop = "", place
        for name, match in tried:
            if (found := match(shape, place)) is not None and (after := found.end()) > stop:
                kind, stop = name, after
        while (move := stack.moves.get(kind) or stacks.move(stack, kind)) is None:
            tried = _without(kind, tried)
            if not tried:
                raise _unreadable(stacks, stack, kind, text, place, stop)
            kind, stop = longest(tried, shape, place)
        stack, builds, is_kept = move
        for build in builds:
            build(values)
        if is_kept:
            values.append(Token(kind, text[place:stop], place, stop))
        elif kind == NEWLINE:
            stack = layout.indent(stack, place, stop)
        start, place = place, stop
    layout.finish(stack, kind, start, stop)
    tree: Node = values[0]
    return tree


def _without(kind: str, tried: Tried) -> Tried:
    """The other terminals, if one that matches cannot stand here; the end of a line is always meant."""
    return () if kind in ("", NEWLINE) else tuple(one for one in tried if one[0] != kind)


def _unreadable(
    stacks: Stacks, stack: Stack, kind: str, text: str, start: int, stop: int
) -> UnexpectedTokenError:
    """What cannot stand at a place: the end of a line, or the sign there."""
    if kind != NEWLINE:
        kind, stop = UNREADABLE, start + 1
    return _unexpected(stacks, stack, Token(kind, text[start:stop], start, stop))


def _unexpected(stacks: Stacks, stack: Stack, token: Token) -> UnexpectedTokenError:
    return UnexpectedTokenError(token, stacks.acceptable(stack, token.kind))


class _Layout:
    """Indentation, and the end of the text, as words."""

    def __init__(self, stacks: Stacks, text: str, values: Values) -> None:
        self._stacks, self._text, self._values = stacks, text, values
        self._depths, self._margin = [0], ""

    def indent(self, stack: Stack, start: int, end: int) -> Stack:
        """The margin behind a line end; U+3000 counts two columns."""
        margin = self._text[self._text.rindex("\n", start, end) + 1 : end]
        if margin == self._margin:
            return stack
        self._margin = margin
        if "\t" in margin:
            raise LayoutError(end - len(margin), end, has_tab=True)
        depth = len(margin) + margin.count("\u3000")
        depths = self._depths
        if depth > depths[-1]:
            depths.append(depth)
            stack = self._behind(stack, INDENT, end, end)
        while depth < depths[-1]:
            depths.pop()
            stack = self._behind(stack, DEDENT, end, end)
        if depth != depths[-1]:
            raise LayoutError(end - len(margin), end, has_tab=False)
        return stack

    def finish(self, stack: Stack, kind: str, start: int, end: int) -> None:
        """Behind the last word: the end of the text ends its line and all indentation."""
        if kind != NEWLINE:
            stack = self._behind(stack, NEWLINE, end, end)
            start = end
        for _ in self._depths[1:]:
            stack = self._behind(stack, DEDENT, end, end)
            start = end
        self._behind(stack, END, start, end)

    def _behind(self, stack: Stack, kind: str, start: int, end: int) -> Stack:
        """The stack behind a word that leaves no trace."""
        move = self._stacks.move(stack, kind)
        if move is None:
            raise _unexpected(self._stacks, stack, Token(kind, self._text[start:end], start, end))
        for build in move[1]:
            build(self._values)
        return move[0]
