"""From the grammar to the tables, by Lark.

Owns: what is kept of Lark's LALR automaton and of its way to shape trees, and in which order.
Refuses to know: how the tables are run. Only a build needs it, and a checkout whose tables do not fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from lark import Lark, Token
from lark.grammar import Rule as LarkRule, Symbol, Terminal
from lark.lexer import Lexer

from regcheck.syntax.beginnings import beginning, following
from regcheck.syntax.tables import END, NEWLINE, START, Rule, State, Stretches, Tables, pack

Moves = Mapping[str, Any]
"""What Lark does in a state: by the name of a symbol, to go on to a state or to reduce a rule."""


class NoLexer(Lexer):
    """Lark makes the automaton and never sees a text."""

    def __init__(self, conf: object) -> None:
        """Nothing of it is needed."""

    def lex(self, *_: object) -> Iterator[Token]:
        raise NotImplementedError


def compile_tables(grammar: str) -> Tables:
    """Everything of the grammar that reading a text needs; the same for every run of Lark."""
    lark = Lark(grammar, parser="lalr", lexer=NoLexer, maybe_placeholders=False, start=START)
    terminals = sorted(lark.terminals, key=lambda t: (-t.priority, t.name))
    patterns = [(t.name, t.pattern.to_regexp()) for t in terminals]
    bits = {name: 1 << place for place, (name, _) in enumerate(patterns)}
    states, end = _in_order(lark)
    rules = sorted(
        {rule for moves in states for _, rule in moves.values() if isinstance(rule, LarkRule)}, key=_key
    )
    numbers = {rule: ~number for number, rule in enumerate(rules)}
    actions = [
        {name: numbers.get(to, to) for name, (_, to) in moves.items() if not _is_rule(name)}
        for moves in states
    ]
    actions[end][END] = end
    gotos = [{name: to for name, (_, to) in moves.items() if _is_rule(name)} for moves in states]
    wanted = [f"{sum(bits.get(name, 0) for name in {*moves, NEWLINE}):x}" for moves in states]
    begun, followed = _stretches(patterns, beginning), _stretches(patterns, following)
    return Tables(
        states=[pack(State(*state)) for state in zip(actions, gotos, wanted, strict=True)],
        rules=[pack(_rule(rule)) for rule in rules],
        patterns=patterns,
        ignored=f"{sum(bits[name] for name in lark.ignore_tokens):x}",
        beginning=begun,
        following=followed,
    )


# ------------------------------------------------------------ the automaton


def _in_order(lark: Lark) -> tuple[list[Moves], int]:
    """The states as they are met from the start, whatever order Lark found them in; and the last one."""
    automaton: Any = lark.parser.parser._parse_table
    found = [automaton.start_states[START]]
    for state in found:
        moves = automaton.states[state]
        found += dict.fromkeys(
            to for _, (_, to) in sorted(moves.items(), key=_name) if type(to) is int and to not in found
        )
    place = {state: number for number, state in enumerate(found)}
    states: list[Moves] = [
        {
            str(name): (action, place.get(to, to))
            for name, (action, to) in sorted(automaton.states[state].items(), key=_name)
        }
        for state in found
    ]
    return states, place[automaton.end_states[START]]


def _name(move: tuple[str, object]) -> str:
    return move[0]


def _is_rule(name: str) -> bool:
    return name != END and not name.isupper()


def _key(rule: LarkRule) -> tuple[str, tuple[str, ...]]:
    return rule.origin.name, tuple(symbol.name for symbol in rule.expansion)


# ------------------------------------------------------------ trees


def _rule(rule: LarkRule) -> Rule:
    """Lark's conventions: _words and the nodes of _rules leave no trace, a ?rule with a single child is that child."""
    kept = tuple(
        _is_spliced(symbol)
        for symbol in rule.expansion
        if not (isinstance(symbol, Terminal) and symbol.filter_out)
    )
    spliced = str(rule.origin.name).startswith("_")
    return Rule(
        origin=str(rule.origin.name),
        size=len(rule.expansion),
        kind="" if spliced else str(rule.alias or rule.origin.name),
        kept=kept,
        is_thin=bool(rule.options.expand1 and not rule.alias and not spliced),
    )


def _is_spliced(symbol: Symbol) -> bool:
    return not symbol.is_term and symbol.name.startswith("_")


# ------------------------------------------------------------ words


def _stretches(
    patterns: Sequence[tuple[str, str]], signs: Callable[[str], Iterable[tuple[int, int]]]
) -> Stretches:
    """The code points at which the terminals change that have one among their signs, and those from there on."""
    ranges = [
        (first, last + 1, 1 << place)
        for place, (_, source) in enumerate(patterns)
        for first, last in signs(source)
    ]
    bounds = sorted({0, *(edge for first, after, _ in ranges for edge in (first, after))})
    found = [0] * len(bounds)
    place = {bound: number for number, bound in enumerate(bounds)}
    for first, after, bit in ranges:
        for number in range(place[first], place[after]):
            found[number] |= bit
    return Stretches(bounds, [f"{terminals:x}" for terminals in found])
