"""Protects: the page for review: one file, an anchor for every provision, notes beside it, both directions."""

from __future__ import annotations

import re
from collections import Counter

from tests.unit.documents.instrument.ordinance import article, ordinance, paragraph

from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.html import marked
from regcheck.documents.instrument.notes import Note, NoteKind
from regcheck.documents.instrument.profile import KAKUGI, PLAIN
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.places import places
from regcheck.law.tree import Main
from regcheck.law.words import Drawn, Mark, Words

SECOND = Address("", "2", "1", ("1",))


def page(**given: object) -> str:
    return emit(ordinance(), Format.HTML, PLAIN, Beside(**given)).decode()  # type: ignore[arg-type]


def test_every_provision_is_an_anchor_and_each_once() -> None:
    found = Counter(re.findall(r'id="([^"]+)"', page()))
    assert {str(place.address) for place in places(ordinance())} <= set(found)
    assert set(found.values()) == {1}


def test_of_two_provisions_with_one_number_the_first_is_the_anchor() -> None:
    twice = (article(1, "甲", paragraph(1, "甲とする。")), article(1, "乙", paragraph(1, "乙とする。")))
    text = emit(replace(ordinance(), main=Main(children=twice)), Format.HTML).decode()
    assert re.findall(r'id="第一条".*?　([甲乙])とする', text) == ["甲"]
    assert text.count('id="第一条第一項"') == 1


def test_notes_stand_beside_their_provision() -> None:
    notes = {SECOND: (Note("基準 十二行", "../criteria.html#L12", NoteKind.SPECIFICATION), Note("三件"))}
    text = page(notes=notes)
    line = re.search(r'<div class="noted">\s*<p class="item" id="([^"]+)".*?</aside>', text, re.DOTALL)
    assert line is not None
    assert line[1] == "第二条第一項第一号"
    assert (
        '<a class="spec" href="../criteria.html#L12">基準 十二行</a><span class="note">三件</span>' in line[0]
    )


def test_the_page_stands_alone() -> None:
    text = page()
    assert "<script" not in text
    assert not re.search(r"(?:src|href)=|url\(|@import", text)


def test_words_are_no_markup() -> None:
    words = Words('甲<b>&"乙', (Mark(1, 4, Drawn.LINE, "dotted"), Mark(4, 6, Drawn.RUBY, "<い>")))
    assert str(marked(words)) == (
        '甲<span class="line dotted">&lt;b&gt;</span><ruby>&amp;&#34;<rt>&lt;い&gt;</rt></ruby>乙'
    )


def test_the_profile_chooses_the_direction() -> None:
    checked = {
        profile.name: re.search(r'id="(\w+)" checked', emit(ordinance(), Format.HTML, profile).decode())
        for profile in (PLAIN, KAKUGI)
    }
    assert {name: found and found[1] for name, found in checked.items()} == {
        "plain": "yoko",
        "kakugi": "tate",
    }


def test_merged_cells_and_borders() -> None:
    text = page()
    assert 'rowspan="3"' in text
    assert 'colspan="2"' in text
    assert "border-block-end-style:none" in text
