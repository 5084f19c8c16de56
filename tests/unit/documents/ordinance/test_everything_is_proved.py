"""Protects: nothing of the specification is printed in an ordinance without a proof, whichever way a template asks for it; what
is proved are the words of the file."""

from __future__ import annotations

import inspect
from functools import cache

import pytest
from tests.unit.documents.ordinance.small import changed
from tests.unit.specs.ordinance import outline, specification

from regcheck.analysis.report import Entry
from regcheck.documents.ordinance import build
from regcheck.documents.ordinance.build import build_ordinance
from regcheck.documents.ordinance.checks.emitted import check_survives, read_again
from regcheck.documents.ordinance.checks.read_back import placed, read_law, with_derived
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.draft import Manner, Proved, lines_of
from regcheck.documents.ordinance.insertions import Insertions
from regcheck.documents.ordinance.outline.plans import Layout
from regcheck.documents.print_proofs.prove import PrintProof, prove
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.tree import Law
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict


@cache
def _made(layout: Layout) -> Composed:
    made = compose_ordinance(specification(), replace(outline(), layout=layout))
    assert made.law is not None
    return made


def _prove(layout: Layout, law: Law | None = None) -> PrintProof:
    made = _made(layout)
    assert made.draft is not None
    assert made.law is not None
    spec = with_derived(specification(), made.draft)
    return prove(spec, read_law(spec, made.draft, law or made.law), Z3Prover(spec))


@cache
def _entries(layout: Layout) -> tuple[Entry, ...]:
    proof = _prove(layout)
    assert proof.diagnostics == ()
    return proof.entries


def _ways(layout: Layout) -> dict[str, list[tuple[Address, str]]]:
    """What stands in the ordinance by each of the ways in which a template can ask for it."""
    draft = _made(layout).draft
    assert draft is not None
    found: dict[str, list[tuple[Address, str]]] = {"item": [], "list": [], "outcome": [], "period": []}
    for address, line in lines_of(draft):
        if line.printed is not None:
            way = "list" if line.printed.manner is Manner.ENTRY else "item"
            way = "outcome" if line.printed.item in draft.derived else way
            found[way].append((address, line.printed.item))
        periods = [piece.period for piece in line.pieces if isinstance(piece, Proved) and piece.period]
        found["period"] += [(address, period) for period in periods]
    return found


@pytest.mark.parametrize("layout", list(Layout))
def test_every_way_in_which_a_template_asks_is_proved(layout: Layout) -> None:
    public = {name for name, _ in inspect.getmembers(Insertions, inspect.isfunction) if name[0] != "_"}
    ways = _ways(layout)
    assert set(ways) == public, "a new way needs a proof of its own, and a line here"
    for way, printed in ways.items():
        assert printed, f"the medical draft has nothing by {way}"
        for _, item in printed:
            assert any(f"「{item}」" in entry.id for entry in _entries(layout)), item


@pytest.mark.parametrize("layout", list(Layout))
def test_every_stage_category_and_period_of_the_medical_draft_is_among_the_proofs(layout: Layout) -> None:
    said = " ".join(entry.id for entry in _entries(layout))
    for part in (
        "設備区分「特定重要設備」", "設備区分「電子カルテ関係設備」", "維持管理区分「操作」", "指定基準「病院開設者の基準」",
        "段階「甲案」第一段階", "段階「甲案」第四段階", "段階「ネットワーク先行案」第三段階", "区分「軽微な変更」",
        "期間「書類を作成する期間」の初日", "期間「書類を作成する期間」の末日", "期限「事業年度を区切る日」",
    ):  # fmt: skip
        assert part in said
    assert {entry.verdict for entry in _entries(layout)} == {Verdict.PROVED}
    assert all(entry.id.startswith("print:ordinance/") for entry in _entries(layout))


SLIPS = (
    ("届出の日の三月前", "届出の日の四月前", "届出の日が令和十年四月一日であれば"),
    ("届出の日の二月前の日以前", "届出の日の起算して二月前の日以前", "届出の日が令和十年四月一日であれば"),
    ("届出の日の二月前の日以前", "届出の日の二週間前の日以前", "届出の日が令和十年四月一日であれば"),
)


@pytest.mark.parametrize(("old", "new", "said"), SLIPS)
def test_a_slip_in_a_period_is_told_with_its_day(old: str, new: str, said: str) -> None:
    law = _made(Layout.ITEMS).law
    assert law is not None
    spoilt = changed(law, lambda text: text.replace(old, new))
    assert spoilt != law
    (finding,) = _prove(Layout.ITEMS, spoilt).diagnostics
    assert finding.code.id == "RC858"
    assert said in finding.payload.ja().headline


def test_the_same_is_printed_twice_and_proved_twice_under_two_names() -> None:
    names = [entry.id for entry in _entries(Layout.ITEMS)]
    assert len(set(names)) == len(names)
    assert placed(Address("", "1", "2")) == "ordinance/第一条第二項"


def test_the_file_says_what_was_composed() -> None:
    law = _made(Layout.ANNEX).law
    assert law is not None
    read = read_again(law)
    assert isinstance(read, Law)
    assert list(check_survives(law, read)) == []


def test_a_file_with_other_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """In words that nobody proves, too."""

    def careless(law: Law) -> Law:
        return changed(law, lambda text: text.replace("官報に掲載する", "公報に掲載する"))

    monkeypatch.setattr(build, "read_again", careless)
    made = build_ordinance(specification(), outline(), Z3Prover(specification()))
    assert made.law is None
    assert [one.code.id for one in made.diagnostics] == ["RC859"]
    assert "公報に掲載する" in made.diagnostics[0].payload.ja().headline
