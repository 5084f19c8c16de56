"""Names, paths, lists of names, citations.

Owns: how の joins names to a path or to one longer name, and 「甲案」の第一段階.
Refuses to know: sentences.
"""

from __future__ import annotations

import re
from functools import lru_cache

from regcheck.diagnostics import codes
from regcheck.source.numerals import KANJI_SIGNS, narrow
from regcheck.syntax import ast
from regcheck.syntax.from_tree.reading import Reading, RefusedError, tokens
from regcheck.syntax.literals import read_count
from regcheck.syntax.tree import Node, Part, Token, node
from regcheck.syntax.units import WINDOW_UNITS, units

_CANONICAL = {
    "または": "又は",
    "もしくは": "若しくは",
    "および": "及び",
    "ならびに": "並びに",
    "且つ": "かつ",
}
_OR_WORDS = ("又は", "若しくは")
_NAMES = ("NAME", "QUOTED")


def joiner_word(token: Token) -> str:
    """The connective of a joiner token, as statutes write it, without commas."""
    word = token.text.strip("、， \u3000\t\r\n")
    return _CANONICAL.get(word, word)


def joiner_of(word: str) -> ast.Joiner:
    """OR for 又は and 若しくは, AND for the others."""
    return ast.Joiner.OR if word in _OR_WORDS else ast.Joiner.AND


def unquote(token: Token) -> str:
    """The text between 「 and 」, as written."""
    return token.text[1:-1]


def quoted_name(reading: Reading, token: Token) -> ast.Name:
    """The name a quotation is."""
    text = _quoted_text(token.text)
    if not text:
        raise _needed(reading, token.text, token)
    return ast.Name(text, True, reading.span(token))


@lru_cache(maxsize=4096)
def _quoted_text(written: str) -> str:
    return narrow(written[1:-1]).strip()


def step_name(reading: Reading, token: Token) -> ast.Name:
    """One step of a path."""
    if token.kind == "QUOTED":
        return quoted_name(reading, token)
    text, is_number = _bare_text(token.text)
    if is_number:
        raise _needed(reading, text, token)
    return ast.Name(text, False, reading.span(token))


def _needed(reading: Reading, text: str, part: Part) -> RefusedError:
    return reading.refuse(codes.syntax.NameNeeded(found=text), part)


def _bare(reading: Reading, token: Token) -> str:
    """The text of a bare name."""
    return step_name(reading, token).text


@lru_cache(maxsize=4096)
def _bare_text(written: str) -> tuple[str, bool]:
    """A name as it is stored, and whether it is a number or a span of years after all, which is no name anywhere.

    The same few names stand everywhere.
    """
    text = narrow(written)
    years = text.removeprefix("直近")
    unit = years.lstrip(KANJI_SIGNS)
    if years != text:
        return text, unit != years and unit in WINDOW_UNITS.split("|")
    return text, unit != text and (not unit or unit in units())


def name(reading: Reading, tree: Node) -> ast.Name:
    """A path as one name: 変更の種類. Only bare names are joined, also behind the word of a stage (第一段階の開始)."""
    only = tree.children[0]
    if len(tree.children) == 1 and type(only) is Token and only.kind in _NAMES:
        return step_name(reading, only)
    found = steps(tree)
    if found[-1].kind != "NAME" or any(step.kind == "QUOTED" for step in found):
        raise _needed(reading, reading.written(tree), tree)
    return ast.Name(text="の".join([_bare(reading, s) for s in found]), span=reading.span(tree))


def only_name(reading: Reading, tree: Node) -> ast.Name:
    """A name where the grammar takes any expression."""
    if tree.kind != "path":
        raise _needed(reading, reading.written(tree), tree)
    return name(reading, tree)


def path(reading: Reading, tree: Node) -> ast.PathName:
    """A path to a fact: 開設者の種別."""
    only = tree.children[0]
    if len(tree.children) == 1 and tree.kind == "path" and only.kind in _NAMES and type(only) is Token:
        alone = step_name(reading, only)
        return ast.PathName((alone,), alone.span)
    found = steps(tree)
    if tree.kind != "path" or found[-1].kind == "STAGE":
        wanted = codes.syntax.NameNeeded(
            found=reading.written(tree), wanted_ja="事実の名前", wanted_en="the name of a fact"
        )
        raise reading.refuse(wanted, tree)
    return ast.PathName(tuple([step_name(reading, step) for step in found]), reading.span(tree))


def steps(tree: Node) -> list[Token]:
    """The tokens of a path."""
    return [step for step in tree.children if type(step) is Token]


def path_from(found: tuple[ast.Name, ...]) -> ast.PathName:
    """A path of names that are already read."""
    return ast.PathName(steps=found, span=found[0].span.to(found[-1].span))


def term(reading: Reading, tree: Node, plan: ast.Name | None = None) -> ast.TermRef:
    """A term: 高度医療提供基準, 「甲案」の第一段階, or 第二段階 after another stage of the same plan.

    A stage that stands alone has an empty name: it is a stage of the only 段階 there is.
    """
    *before, last = steps(tree)
    if last.kind != "STAGE":
        return ast.TermRef(name(reading, tree), None, reading.span(tree))
    owner = plan or ast.Name(text="", span=reading.span(last))
    if before:
        owner = name(reading, node("path", [*before])) if len(before) > 1 else step_name(reading, before[0])
    return ast.TermRef(name=owner, stage=read_count(last.text[1:-2]), span=reading.span(tree))


def terms(reading: Reading, tree: Node) -> tuple[ast.TermRef, ...]:
    """A, B又はC; a bare stage belongs to the plan of the stage before it."""
    found: list[ast.TermRef] = []
    for part in tree.children:
        if isinstance(part, Node):
            plan = found[-1].name if found and found[-1].stage is not None else None
            found.append(term(reading, part, plan))
    return tuple(found)


def names(reading: Reading, tree: Node) -> tuple[ast.Name, ...]:
    """A, B又はC as names."""
    return tuple([name(reading, part) for part in tree.children if type(part) is Node])


def names_joiner(reading: Reading, tree: Node, default: ast.Joiner = ast.Joiner.OR) -> ast.Joiner:
    """How a list of names is joined; `default` for a single name."""
    found = tokens(tree, "NAMES_JOIN")
    for other in found[1:]:
        if joiner_of(joiner_word(other)) is not joiner_of(joiner_word(found[0])):
            mixed = codes.sentences.MixedConnectives(first=joiner_word(found[0]), second=joiner_word(other))
            raise reading.refuse(mixed, other)
    return joiner_of(joiner_word(found[0])) if found else default


def citations(reading: Reading, tree: Node) -> tuple[ast.CitationText, ...]:
    """「法」第五十条第一項、第五十二条第一項: a provision without a law is of the law before it."""
    found: list[ast.CitationText] = []
    for part in tree.children:
        assert isinstance(part, Node)
        found.append(_citation(reading, part, found[-1].source if found else ""))
    return tuple(found)


def _citation(reading: Reading, tree: Node, inherited: str) -> ast.CitationText:
    span, kinds = reading.span(tree), [part.kind for part in tree.children]
    quoted = tokens(tree, "QUOTED")
    if "MATERIAL" in kinds:
        return ast.CitationText(free=unquote(quoted[0]), span=span)
    pending = narrow(unquote(quoted.pop())) if "PENDING" in kinds else ""
    provision, called = _called(tokens(tree, "PROVISION")[0].text) if "PROVISION" in kinds else ("", "")
    source = narrow(unquote(quoted[0])) if quoted else inherited
    return ast.CitationText(source=source, provision=provision, pending=pending, called=called, span=span)


_CALLED = r"(.+?)[(（](?![0-9０-９ivxlcｉｖｘｌｃ]+[)）])([^()（）]+)[)）]"


def _called(written: str) -> tuple[str, str]:
    """第十四号（包括信用購入あっせん業）: the provision and what it is meant to be; （１） belongs to the provision."""
    found = re.fullmatch(_CALLED, written) if written.endswith((")", "）")) else None
    return (found[1], found[2]) if found else (written, "")
