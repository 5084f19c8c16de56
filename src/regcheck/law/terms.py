"""Defined terms of an instrument: where each is made, how far it holds, where it is used.

Owns: 「（以下「X」という。）」, 「「X」とは、…をいう」, 「X（法第n条に規定するXをいう。以下同じ。）」, their scopes and uses.
Refuses to know: what a term means; what is told of one that is unused or used outside of its scope.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from enum import StrEnum

from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.law.labels import item_num
from regcheck.law.lists import lists_of
from regcheck.law.places import Spoken, spoken
from regcheck.law.references import Reference, Status
from regcheck.law.tree import Law, Level
from regcheck.source.span import Span


class Made(StrEnum):
    """How a term is made."""

    SHORT = "short"
    """以下「X」という。"""
    MEANS = "means"
    """「X」とは、…をいう。"""
    BORROWED = "borrowed"
    """X（法第n条に規定するXをいう。以下同じ。）"""


class Unit(StrEnum):
    """A kind of provision that a scope can be: 以下この章において."""

    CHAPTER = "章"
    SECTION = "節"
    SUBSECTION = "款"
    ARTICLE = "条"
    PARAGRAPH = "項"
    ITEM = "号"


class Scope(Frozen):
    """Where a term holds: everywhere after it, in some provisions, or in a 章, 節 or 款."""

    everywhere: bool = True
    provisions: tuple[Address, ...] = ()
    division: tuple[tuple[Level, str], ...] = ()
    """The 章, 節 or 款 that the definition stands in, with those around it: level and number of each."""


class Definition(Frozen):
    """A term where it is made."""

    name: str
    made: Made
    said: Spoken
    start: int
    end: int
    order: int
    """The place of its sentence in reading order."""
    scope: Scope = Scope()

    @property
    def span(self) -> Span:
        return self.said.sentence.words.place(self.start, self.end)


class Use(Frozen):
    """The name of a term in a sentence, outside of its definition."""

    said: Spoken
    start: int
    end: int
    order: int

    @property
    def span(self) -> Span:
        return self.said.sentence.words.place(self.start, self.end)


_SHORT = re.compile(r"「(?P<name>[^「」]+)」と(?:いう|総称する)")
_BEFORE = re.compile(
    r"(?:以下)?(?P<scope>(?:[^（）「」。、以]|以(?!下)|、(?=第|次|附則))*において)、?(?:単に)?$"
)
"""What stands before a short name: the provisions in which it holds."""
_MEANS = re.compile(r"「(?P<name>[^「」]+)」とは")
_BORROWED = re.compile(
    r"(?P<name>[^、。（）「」]{2,40})（(?P<said>[^（）]*?(?:規定する|掲げる)(?P=name)をいう。)"
    r"(?P<rest>[^（）]*?同じ。)?"
)
_SAME = re.compile(r"(?P<after>以下)?(?P<scope>[^（）「」。]*?において)?同じ。$")
_UNITS = re.compile(r"この([章節款条項号])")
_LEVELS = {Unit.CHAPTER: Level.CHAPTER, Unit.SECTION: Level.SECTION, Unit.SUBSECTION: Level.SUBSECTION}
_LAWS = re.compile(r"この(?:法律|政令|省令|府令|命令|規則)において")


class Terms(Frozen):
    """The definitions of an instrument in reading order, and the sentences they stand in."""

    definitions: tuple[Definition, ...]
    sentences: tuple[Spoken, ...]

    @property
    def by_name(self) -> Mapping[str, tuple[Definition, ...]]:
        found: dict[str, list[Definition]] = {}
        for definition in self.definitions:
            found.setdefault(definition.name, []).append(definition)
        return {name: tuple(several) for name, several in found.items()}


def defined_terms(law: Law, references: Iterable[Reference]) -> Terms:
    """All definitions; the references say which provisions a scope names."""
    named: dict[int, list[Reference]] = {}
    for reference in references:
        named.setdefault(id(reference.said.sentence), []).append(reference)
    sentences = tuple(spoken(law))
    listed = _lists_of_terms(law)
    found = (
        definition
        for order, said in enumerate(sentences)
        for definition in (
            *_in_list(said, order, listed),
            *_in_sentence(said, order, named.get(id(said.sentence), [])),
        )
    )
    return Terms(definitions=tuple(found), sentences=sentences)


def _lists_of_terms(law: Law) -> frozenset[Address]:
    """Provisions whose items are 「一　病院　…をいう。」: 次の各号に掲げる用語の意義は、…."""
    found = (listed for listed in lists_of(law) if _MEANINGS.search(listed.text))
    return frozenset(listed.address for listed in found)


_MEANINGS = re.compile(r"用語の(?:意義|定義)は")


def _in_list(said: Spoken, order: int, listed: frozenset[Address]) -> Iterator[Definition]:
    if said.column == 1 and said.address.up in listed:
        text = said.sentence.text
        yield Definition(name=text, made=Made.MEANS, said=said, start=0, end=len(text), order=order)


def _in_sentence(said: Spoken, order: int, references: Sequence[Reference]) -> Iterator[Definition]:
    text = said.sentence.text
    quoted = quotations(text)
    for pattern, made in ((_SHORT, Made.SHORT), (_MEANS, Made.MEANS)):
        for found in pattern.finditer(text):
            start, end = found.span("name")
            if not any(first < start - 1 < last for first, last in quoted):
                scope = _written_scope(said, start - 1, references)
                yield Definition(
                    name=found["name"], made=made, said=said, start=start, end=end, order=order, scope=scope
                )
    if "をいう。" in text:
        for found in _BORROWED.finditer(text):
            yield _borrowed(said, order, found, references)


def _written_scope(said: Spoken, end: int, references: Sequence[Reference]) -> Scope:
    """The scope that the words before a name say: 「以下この条において」."""
    found = _BEFORE.search(said.sentence.text, max(end - _LONGEST_SCOPE, 0), end)
    return _scope(said, found["scope"], found.start("scope"), references) if found else Scope()


_LONGEST_SCOPE = 120
"""Signs of the longest list of provisions in which a name holds."""


def _borrowed(said: Spoken, order: int, found: re.Match[str], references: Sequence[Reference]) -> Definition:
    rest = _SAME.search(found["rest"] or "")
    if rest:
        scope = _scope(said, rest["scope"] or "", found.start("rest"), references)
        if not rest["after"]:
            scope = replace(scope, provisions=(*scope.provisions, said.address))
    else:
        scope = Scope(everywhere=False, provisions=(said.address,))
    start, end = found.span("name")
    return Definition(
        name=found["name"], made=Made.BORROWED, said=said, start=start, end=end, order=order, scope=scope
    )


def _scope(said: Spoken, written: str, start: int, references: Sequence[Reference]) -> Scope:
    if not written or _LAWS.fullmatch(written) or ("附則" in written and "附則第" not in written):
        return Scope()
    end = start + len(written)
    inside = [one for one in references if start <= one.start < end]
    unit = _UNITS.search(written)
    division = _division(said, Unit(unit[1])) if unit else ()
    known = all(one.status is Status.FOUND for one in inside) and "次章" not in written
    beside = _beside(said, written, {one.start - start for one in inside})
    if not known or not (inside or division or beside):
        return Scope()
    return Scope(everywhere=False, provisions=(*_named(inside), *beside), division=division)


_LETTER = re.compile(r"(?<![号の一-龠々ァ-ヶー])[ァ-ヶ](?=及び|並びに|又は|、|において)")


def _beside(said: Spoken, written: str, referred: Set[int]) -> tuple[Address, ...]:
    """Items of the same list by their letters: 「ロ及び次条第二号ハにおいて」 in イ."""
    *above, _ = said.address.items or ("",)
    if len(above) != 1:
        return ()
    letters = (found for found in _LETTER.finditer(written) if found.start() not in referred)
    nums = (item_num(found[0], 1) for found in letters)
    return tuple(replace(said.address, items=(*above, num)) for num in nums if num)


def _division(said: Spoken, unit: Unit) -> tuple[tuple[Level, str], ...]:
    """The way to the 章, 節 or 款 that a sentence stands in; nothing for another unit."""
    path, wanted = _path(said), _LEVELS.get(unit)
    levels = [level for level, _ in path]
    return path[: levels.index(wanted) + 1] if wanted in levels else ()


def _path(said: Spoken) -> tuple[tuple[Level, str], ...]:
    return tuple((division.level, division.num) for division in said.within)


def _named(references: Sequence[Reference]) -> Iterator[Address]:
    """The provisions that a scope names; of 「第三条から第五条まで」, those between too."""
    for one in references:
        yield from one.targets
        first = one.range_from
        if first and one.targets and not first.items:
            yield from _articles_between(first, one.targets[-1])


def _articles_between(first: Address, last: Address) -> Iterator[Address]:
    if first.paragraph or not (first.article.isdecimal() and last.article.isdecimal()):
        return
    for num in range(int(first.article) + 1, int(last.article)):
        yield Address(first.part, str(num))


def covers(definition: Definition, said: Spoken) -> bool:
    """Whether a term holds in a sentence, by its place alone."""
    scope = definition.scope
    if scope.everywhere:
        part = definition.said.address.part
        return not part.startswith("附則") or said.address.part == part
    if scope.division and _path(said)[: len(scope.division)] == scope.division:
        return True
    return any(_within(said.address, place) for place in (*scope.provisions, definition.said.address))


def _within(address: Address, whole: Address) -> bool:
    if address.part != whole.part or (whole.article and address.article != whole.article):
        return False
    if whole.paragraph and address.paragraph != whole.paragraph:
        return False
    return address.items[: len(whole.items)] == whole.items


_QUOTE = re.compile("[「」]")


def quotations(text: str) -> list[tuple[int, int]]:
    """Where 「 and its 」 stand, the outermost only: what is between is another text's."""
    found: list[tuple[int, int]] = []
    depth = start = 0
    for sign in _QUOTE.finditer(text):
        at = sign.start()
        if sign[0] == "「":
            start = start if depth else at
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                found.append((start, at))
    return found


_WORD = "一-龠々ァ-ヶー"
_JOINS = "又は|若しくは|及び|並びに|以外"
"""What begins with a kanji and ends a name."""


def alone(pattern: str) -> str:
    """A pattern for a name that is no part of a longer word."""
    return rf"(?<![{_WORD}])(?:{pattern})(?!(?!{_JOINS})[{_WORD}])"


def uses_of(terms: Terms, name: str) -> Iterator[Use]:
    """Where the name stands as a word of its own, outside of the places that make it and of longer names."""
    pattern = re.compile(alone(re.escape(name)))
    made = {(one.order, one.start) for one in terms.definitions}
    for order, said in enumerate(terms.sentences):
        text = said.sentence.text
        if name not in text:
            continue
        quoted = quotations(text)
        for found in pattern.finditer(text):
            inside = any(start < found.start() < end for start, end in quoted)
            if not inside and (order, found.start()) not in made:
                yield Use(said=said, start=found.start(), end=found.end(), order=order)


def occurs_after(terms: Terms, definition: Definition) -> bool:
    """Whether the name occurs at all after it was made (as part of a longer word too) or in a caption or table. What
    is explained (「…」とは、…をいう) may stand before it in the same article."""
    first = terms.sentences[definition.order].sentence.text[definition.end :]
    later = terms.sentences[definition.order + 1 :]
    if definition.made is Made.MEANS:
        later = (*_of_its_article(terms, definition), *later)
    return definition.name in first or any(definition.name in said.sentence.text for said in later)


def _of_its_article(terms: Terms, definition: Definition) -> tuple[Spoken, ...]:
    own = definition.said.address
    before = terms.sentences[: definition.order]
    return tuple(one for one in before if (one.address.part, one.address.article) == (own.part, own.article))
