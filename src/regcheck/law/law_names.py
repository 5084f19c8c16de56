"""Which law a name in a sentence means: a title with its number, 法, 同法, 推進法.

Owns: names of laws as written, the short names that an instrument gives to others, and a library of laws by name.
Refuses to know: provisions, references to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from regcheck.frozen import Frozen
from regcheck.law.law_number import NUMBER
from regcheck.law.places import Places, spoken
from regcheck.law.sentences import CLOSING, OPENING
from regcheck.law.tree import Law

_ENDS = "(?:法律|法|政令|勅令|施行令|令|省令|府令|規則|条例|協定|条約|議定書)"
_RUN = re.compile(rf"[一-龠々ァ-ヶー]*{_ENDS}$")
_SAME = re.compile(r"同(?:法律|法|令|政令|省令|府令|規則)$")
_NUMBERED = re.compile(rf"^{NUMBER}")
_SHORT = re.compile(rf"「(?P<short>[^「」]*?{_ENDS})」という")
_DELIMITER = re.compile(r"[、。（）「」]|(?:ただし|及び|又は|並びに|若しくは)(?=[^、。（）]{0,12}法$)")
_GENERIC = {
    "法律",
    "政令",
    "省令",
    "府令",
    "勅令",
    "規則",
    "条例",
    "命令",
    "法令",
    "主務省令",
    "内閣府令",
    "法",
    "令",
}
"""Words that end like the name of a law and name none by themselves."""
_MENTION = re.compile(r"[一-龠々ァ-ヶー]{2,}(?:法律|法|施行令|規則)(?![ァ-ヶー一-龠律])")
OWN = re.compile(r"この(?:法律|政令|省令|府令|命令|規則)$")


class LawName(Frozen):
    """Another law as a sentence names it: by its number where that is known."""

    name: str
    number: str = ""


UNKNOWN = LawName(name="同法")
"""A law that nothing before has named."""


class Library(Frozen):
    """Laws that references can be followed into, by number, title and short title."""

    laws: Mapping[str, Places] = {}

    @staticmethod
    def of(laws: Iterable[Law]) -> Library:
        """A library; of two texts of one law, the one with more provisions."""
        found: dict[str, Places] = {}
        for law in laws:
            places = Places.of(law)
            names = (law.number.text, law.name, *(law.title.abbreviation.split(",") if law.title else ()))
            for name in names:
                if name and (name not in found or len(found[name].by_address) < len(places.by_address)):
                    found[name] = places
        return Library(laws=found)

    def find(self, law: LawName) -> Places | None:
        """The text of a law, or None if it is not here."""
        return self.laws.get(law.number) or self.laws.get(law.name)


class Names(Frozen):
    """What an instrument calls other laws: its short names, and the titles it has given a number."""

    short: Mapping[str, LawName]

    def ending(self, text: str, above: LawName | None) -> LawName | None:
        """The law that the end of a text names, directly before a provision; None for the instrument itself. `above` is
        the law that was named last before the text."""
        if text.endswith("附則"):
            text = text.removesuffix("附則")
        if _SAME.search(text):
            return self.mentioned(text) or above or UNKNOWN
        if OWN.search(text):
            return None
        if text.endswith("）"):
            return self._bracketed(text)
        known = (name for name in self.short if text.endswith(name))
        if (longest := max(known, key=len, default="")) and not _goes_further(text, longest):
            return self.short[longest]
        run = _RUN.search(text)
        return LawName(name=run[0]) if run and run[0] not in _GENERIC - {"法", "令"} else None

    def mentioned(self, text: str) -> LawName | None:
        """The law that a text names last, with or without a provision of it."""
        places = {found.end(): found[0] for found in _MENTION.finditer(text) if found[0] not in _GENERIC}
        for name in self.short:
            if len(name) > 1 and (at := text.rfind(name)) >= 0:
                places[at + len(name)] = max(name, places.get(at + len(name), ""), key=len)
        if not places:
            return None
        name = places[max(places)]
        return self.short.get(name) or LawName(name=name)

    def _bracketed(self, text: str) -> LawName | None:
        start = opening(text)
        inside, before = text[start + 1 : -1], text[:start]
        if not _RUN.search(before):
            return None
        if number := _NUMBERED.match(inside):
            return LawName(name=title_before(before), number=number[0])
        if short := _SHORT.search(inside):
            return self.short.get(short["short"])
        return None


def _goes_further(text: str, name: str) -> bool:
    """Whether the name is only the end of a longer one: 「法」 in 「商法」."""
    before = text[: -len(name)][-1:]
    return len(name) == 1 and bool(re.match(r"[一-龠々ァ-ヶー]", before)) and before not in "は、"


def opening(text: str) -> int:
    """Where the bracket that ends a text was opened."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += text[at] in CLOSING
        depth -= text[at] in OPENING
        if depth == 0:
            return at
    return 0


def title_before(text: str) -> str:
    """The title that a text ends with, as far back as one sees: to the last 、。 or bracket."""
    return _DELIMITER.split(text)[-1].removeprefix("この省令は").removeprefix("この法律は")


def names_of(law: Law) -> Names:
    """The short names and numbers in the sentences of an instrument."""
    found: dict[str, LawName] = {}
    for text in _texts(law):
        for bracket in re.finditer(rf"{_ENDS}（", text):
            inside = _inside(text, bracket.end() - 1)
            number = _NUMBERED.match(inside)
            short = _SHORT.search(inside)
            title = title_before(text[: bracket.end() - 1])
            if number:
                found.setdefault(title, LawName(name=title, number=number[0]))
            if short:
                known = found.get(title) or LawName(name=title, number=number[0] if number else "")
                found.setdefault(short["short"], known)
    return Names(short=found)


def _texts(law: Law) -> Iterator[str]:
    yield from (words.text for words in law.enactments)
    yield from (said.sentence.text for said in spoken(law))


def _inside(text: str, at: int) -> str:
    depth = 0
    for place in range(at, len(text)):
        depth += text[place] in OPENING
        depth -= text[place] in CLOSING
        if depth == 0:
            return text[at + 1 : place]
    return text[at + 1 :]
