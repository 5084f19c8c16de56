"""Protects: a careless change of one word, number, label or connective in the printed ordinance does not go out.

What is printed of the specification is caught by the proof alone: the words cannot be read, or a case is found in which they
say something else; or they are proved to mean the same. The drafter's own words (who files what, in which form) are not
proved: their references are followed, and the file is compared with what was composed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cache

import pytest
from tests.property.effort import FACTOR
from tests.property.judging import DRAWN
from tests.property.print_mutants import CLASSES, PERIOD_CLASSES, Mutant, changes_of, mutants, words_of
from tests.unit.specs.ordinance import outline, specification
from tests.unit.specs.project import ROOT

from regcheck.analysis.timeline_rows import plan_of
from regcheck.app.cases import read_project
from regcheck.app.projects import find_projects
from regcheck.app.timelines import Version, versions
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.from_statutory.periods import Timed
from regcheck.documents.ordinance.checks.emitted import check_survives
from regcheck.documents.ordinance.checks.read_back import check_references, read_law, with_derived
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.draft import Draft, Proved, lines_of
from regcheck.documents.ordinance.outline.plans import Layout
from regcheck.documents.print_proofs.pairs import DayPair, Finding, Pair, question_of
from regcheck.documents.print_proofs.periods import read_row
from regcheck.frozen import Frozen, replace
from regcheck.law import tree
from regcheck.law.places import Places
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.sentences import sentences_of
from regcheck.law.tree import Law
from regcheck.law.words import Words
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Impossible

SAMPLE = 60
"""Of each layout in `make test`; `make fuzz` takes every mutant."""
SAME_WORDS: set[str] = set()
"""Words of periods that have been changed and mean the same."""
SAME_KINDS = {"号の入替え", "数", "未満", "以上"}
"""Changes that can leave the meaning: the order of 号 that are joined, a limit that another 号 covers."""


class Fate(StrEnum):
    UNREAD = "読めない"
    REFUTED = "反例あり"
    SAME = "同じ意味"
    REFERENCE = "引用"
    ALTERED = "ファイルの比較"


class Bench(Frozen):
    """The ordinance in one layout, with what is proved of it when nothing is changed."""

    made: Composed
    law: Law
    spec: Specification
    pairs: dict[tuple[str, str], Pair | DayPair]
    """By what is printed, and where."""
    proved: dict[int, tuple[int, int]]
    """Where the words of the specification stand: the words by their identity, and the piece of them."""

    def is_proved(self, mutant: Mutant) -> bool:
        first, end = self.proved.get(id(mutant.words), (0, 0))
        return first <= mutant.at < end


@cache
def bench(layout: Layout) -> Bench:
    made = compose_ordinance(specification(), replace(outline(), layout=layout))
    assert made.law is not None
    assert made.draft is not None
    spec = with_derived(specification(), made.draft)
    pairs = [pair for pair in read_law(spec, made.draft, made.law) if not isinstance(pair, Diagnostic)]
    return Bench(
        made=made,
        law=made.law,
        spec=spec,
        pairs={(pair.name, pair.place): pair for pair in pairs},
        proved=dict(_proved_words(made.law, made.draft)),
    )


def _proved_words(law: Law, draft: Draft) -> Iterator[tuple[int, tuple[int, int]]]:
    """The words that print something of the specification; of a sentence that begins with the drafter's own, the rest."""
    places = Places.of(law)
    for address, line in lines_of(draft):
        found = places.find(address)
        printed = [piece.text for piece in line.pieces if isinstance(piece, Proved)]
        if found is None or not printed:
            continue
        said = _said(found.node)
        if len(line.pieces) == 1:
            yield from ((id(words), (0, len(words.text))) for words in (*_label(found.node), *said))
            continue
        pieces = [s for text in printed for part in text.split(WIDE_SPACE) for s in sentences_of(Words(part))]
        for words in said:
            for piece in pieces:
                if (at := words.text.find(piece.text)) >= 0:
                    yield id(words), (at, at + len(piece.text))
    tables = (part.blocks for part in law.appendices if part.annex is tree.Annex.TABLE)
    yield from ((id(words), (0, len(words.text))) for table in tables for words in words_of(table))


def _said(node: object) -> tuple[Words, ...]:
    """The words of a 項 or 号 itself."""
    assert isinstance(node, tree.Paragraph | tree.Item)
    columns = node.columns if isinstance(node, tree.Item) else ()
    return tuple(words_of((node.sentences, columns)))


def _label(node: object) -> tuple[Words, ...]:
    return (node.title,) if isinstance(node, tree.Item) else ()


def fate(bench: Bench, mutant: Mutant) -> Fate:
    """What becomes of a mutant; one that nobody notices fails the test."""
    law = mutant.make()
    assert bench.made.draft is not None
    found = list(read_law(bench.spec, bench.made.draft, law))
    pairs = [pair for pair in found if not isinstance(pair, Diagnostic)]
    if len(pairs) < len(found) or {(p.name, p.place) for p in pairs} != set(bench.pairs):
        return Fate.UNREAD
    others = [pair for pair in pairs if pair != bench.pairs[pair.name, pair.place]]
    prover = Z3Prover(bench.spec)
    if not all(isinstance(prover.ask(question_of(pair)), Impossible) for pair in others):
        return Fate.REFUTED
    if others:
        return Fate.SAME
    titles = {name: instrument.title for name, instrument in bench.spec.instruments.items()}
    if any(check_references(law, bench.made.mentions, titles)):
        return Fate.REFERENCE
    assert any(check_survives(bench.law, law)), f"nobody notices {mutant}"
    return Fate.ALTERED


@pytest.mark.parametrize("layout", list(Layout))
def test_no_careless_change_of_the_ordinance_goes_out(layout: Layout) -> None:
    held = bench(layout)
    listed = list(mutants(held.law))
    step = 1 if FACTOR > 1 else max(len(listed) // SAMPLE, 1)
    proved, own = Counter[Fate](), Counter[Fate]()
    for mutant in listed[::step]:
        found = fate(held, mutant)
        if not held.is_proved(mutant):
            own[found] += 1
            continue
        proved[found] += 1
        assert found in (Fate.UNREAD, Fate.REFUTED, Fate.SAME), f"the proof alone misses {mutant}"
        assert found is not Fate.SAME or mutant.kind in SAME_KINDS, f"{mutant} cannot mean the same"
    DRAWN.update({f"mutants of the print, {layout}, proved part: {f}": n for f, n in proved.items()})
    DRAWN.update({f"mutants of the print, {layout}, own words: {f}": n for f, n in own.items()})
    assert proved[Fate.UNREAD]
    assert proved[Fate.REFUTED]


def test_every_class_of_changes_is_tried() -> None:
    kinds = {mutant.kind for layout in Layout for mutant in mutants(bench(layout).law)}
    items = {"号の脱落", "号の脱落（繰上げ）", "号の入替え", "号の番号"}
    assert {*CLASSES, *items} - kinds <= {"を超え", "並びに", "起算して"}, (
        "words that the ordinance does not have"
    )


# ---------------------------------------------------------------- the words of 手続


@cache
def _versions(folder: str) -> tuple[Version, ...]:
    (project,), _ = find_projects([ROOT / "specs" / folder])
    return versions(read_project(project), {})


@pytest.mark.parametrize("folder", ["act", "medical"])
def test_no_careless_change_of_the_words_of_a_period_goes_out(folder: str) -> None:
    fates = Counter[Fate]()
    for version in _versions(folder):
        timed, prover = Timed.of(version.spec, version.procedure), Z3Prover(version.spec)
        for row in plan_of(version.spec, version.procedure, {}).rows:
            for _, at, was, new in changes_of(row.words, PERIOD_CLASSES):
                spoilt = row.words[:at] + new + row.words[at + len(was) :]
                found = _fate_of_words(list(read_row(timed, replace(row, words=spoilt))), prover)
                fates[found] += 1
                assert found is not Fate.SAME or spoilt in SAME_WORDS, f"{row.words}→{spoilt}"
    DRAWN.update({f"mutants of the words of {folder}: {f}": n for f, n in fates.items()})
    assert fates[Fate.REFUTED] > 10
    assert fates[Fate.UNREAD] > 10


def _fate_of_words(found: Sequence[Finding], prover: Z3Prover) -> Fate:
    pairs = [pair for pair in found if not isinstance(pair, Diagnostic)]
    if len(pairs) < len(found):
        return Fate.UNREAD
    proved = all(isinstance(prover.ask(question_of(pair)), Impossible) for pair in pairs)
    return Fate.SAME if proved else Fate.REFUTED
