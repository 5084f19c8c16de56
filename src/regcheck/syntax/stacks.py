"""The stacks of the automaton, and where words lead from them.

Owns: what is reduced before a word, and what is built then.
Refuses to know: texts, how words are found.

A stack is a state on the stack below it, and equal stacks are one object. The same few stacks stand at nearly all words
of all texts, so that the way from a stack over a kind of word is gone once and remembered.
"""

from __future__ import annotations

from regcheck.syntax.building import Build, add
from regcheck.syntax.lexer import AtSigns, InState
from regcheck.syntax.tables import Rules, States

MOST = 20_000
"""Stacks that are remembered; all specifications that lie about need some 2000."""


class Stack:
    """A state on the stack `below` it."""

    __slots__ = ("above", "below", "depth", "moves", "state", "words")

    def __init__(self, state: int, below: Stack | None, words: AtSigns) -> None:
        self.state = state
        self.words = words
        """What is tried behind it."""
        self.below: Stack = below or self
        self.depth: int = below.depth + 1 if below else 0
        self.above: dict[int, Stack] = {}
        """The stacks that lie directly on it, by their state."""
        self.moves: dict[str, Move] = {}
        """What is known of the words that can stand here."""


Move = tuple[Stack, tuple[Build, ...], bool]
"""The stack behind a word, what is built before it, and whether the word is kept."""


class Stacks:
    """All stacks that have been met."""

    def __init__(self, states: States, rules: Rules, words: InState) -> None:
        self._states, self._rules, self._words = states, rules, words
        self._forget()

    def _forget(self) -> None:
        self._met = 0
        self._bottom = self._on(Stack(-1, None, self._words[0]), 0)

    def bottom(self) -> Stack:
        """The stack before the first word; where too many are known, they are met anew."""
        if self._met > MOST:
            self._forget()
        return self._bottom

    def move(self, stack: Stack, kind: str) -> Move | None:
        """Where a kind of word leads; None if it cannot stand here."""
        known = stack.moves.get(kind)
        if known is None:
            builds: list[Build] = []
            below, state, action = self._reduce(stack, kind, builds)
            if action is not None:
                behind = self._on(self._on(below, state), action)
                known = stack.moves[kind] = behind, tuple(builds), kind[0] != "_"
        return known

    def acceptable(self, stack: Stack, kind: str) -> frozenset[str]:
        """What could stand where a word cannot; the automaton first goes as far with it as it can."""
        below, state, _ = self._reduce(stack, kind, [])
        stuck = self._on(below, state)
        return frozenset(name for name in self._states[state].actions if self.move(stuck, name))

    def _reduce(self, stack: Stack, kind: str, builds: list[Build]) -> tuple[Stack, int, int | None]:
        """What all rules that end before a word leave, as a stack and the state on it, and where the word leads."""
        states, rules = self._states, self._rules
        below, state = stack.below, stack.state
        while (action := states[state].actions.get(kind)) is not None and action < 0:
            rule = rules[~action]
            add(builds, rule)
            size = rule.size
            if not size:
                below = self._on(below, state)
            while size > 1:
                below, size = below.below, size - 1
            state = states[below.state].gotos[rule.origin]
        return below, state, action

    def _on(self, below: Stack, state: int) -> Stack:
        found = below.above.get(state)
        if found is None:
            found = below.above[state] = Stack(state, below, self._words[state])
            self._met += 1
        return found
