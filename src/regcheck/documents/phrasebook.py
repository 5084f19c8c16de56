"""How an ordinance says a fact: 「承認を受けている」 for 承認, 「電子カルテの用に供する」 for one value of 用途.

Owns: phrases with their forms, and which fact of which 対象 each of them stands for.
Refuses to know: where phrases are declared, sentences, who prints and who reads.

A phrase is a name of a fact. That it says what the drafter means by the fact is the drafter's word, as with any name;
what is proved is that sentences made of phrases say what the specification says of the facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from regcheck.frozen import Frozen


class Said(Frozen):
    """Words up to the last verb: 承認を受けている, and before another clause: 承認を受けており."""

    final: str
    linking: str


class NamedFact(Frozen):
    """A fact of a 対象 that is there or is not (`value` is ""), or one value of a 区分."""

    subject: str
    name: str
    value: str = ""


class Phrase(Frozen):
    """What is said where the fact is so, and where it is not; without `denies` the denial is said of the fact's name."""

    fact: NamedFact
    says: Said
    denies: Said | None = None

    def said(self, *, denied: bool) -> Said | None:
        return self.denies if denied else self.says


class Phrasebook:
    """The phrases of one ordinance; no two of them have the same words about one 対象."""

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        self._by_fact = {phrase.fact: phrase for phrase in phrases}
        self._by_words: dict[tuple[str, str], tuple[Phrase, bool]] = {}
        self._finals: set[str] = set()
        for phrase in self._by_fact.values():
            for denied in (False, True):
                if said := phrase.said(denied=denied):
                    self._finals.add(said.final)
                    for words in (said.final, said.linking):
                        self._by_words[phrase.fact.subject, words] = phrase, denied

    @property
    def words(self) -> frozenset[str]:
        """Every form of every phrase."""
        return frozenset(words for _, words in self._by_words)

    def find(self, subject: str, name: str, value: str = "") -> Phrase | None:
        """The phrase of a fact, or of its value."""
        return self._by_fact.get(NamedFact(subject=subject, name=name, value=value))

    def meant(self, subject: str, words: str) -> tuple[NamedFact, bool] | None:
        """The fact that the words are about, and whether they deny it."""
        found = self._by_words.get((subject, words))
        return (found[0].fact, found[1]) if found else None

    def is_final(self, words: str) -> bool:
        """Whether the words end a sentence."""
        return words in self._finals


NO_PHRASES = Phrasebook()

# ---------------------------------------------------------------- forms

_ROWS: Mapping[str, str] = {
    "う": "い", "く": "き", "ぐ": "ぎ", "す": "し", "つ": "ち", "ぬ": "に", "ぶ": "び", "む": "み",
}  # fmt: skip
"""Verbs of five rows, whose last sign alone tells."""
_ONE_ROW = "いきぎしじちにびみりえけげせぜてでねべめれ"
"""Before る: a verb of one row, which loses the る."""
_FIVE_ROWS = "あうおかくこがぐごさすそさつとなぬのばぶぼまむもらるろわ"
"""Before る: a verb of five rows, which has り."""
_ENDINGS = (
    ("ている", "ており"),
    ("でいる", "でおり"),
    ("する", "し"),
    ("ずる", "じ"),
    ("ない", "なく"),
)


def linking_form(final: str) -> str | None:
    """The form before another clause; None where the last signs do not tell (係る, 見る)."""
    for ending, linking in _ENDINGS:
        if final.endswith(ending):
            return final.removesuffix(ending) + linking
    stem, last = final[:-1], final[-1:]
    if last in _ROWS:
        return stem + _ROWS[last]
    if last == "る" and stem[-1:] in _ONE_ROW:
        return stem
    if last == "る" and stem[-1:] in _FIVE_ROWS:
        return f"{stem}り"
    return None
