"""Protects: safe fixes leave nothing of their kind, change no other sign, and say the same in Lawtext and in XML."""

from __future__ import annotations

from difflib import SequenceMatcher

import pytest
from tests.unit.law.reading import HEAD, law

from regcheck.diagnostics.diagnostic import Applicability
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.from_xml import from_xml
from regcheck.law.mending import Mended, mend, safe_fixes
from regcheck.law.plain import one_text
from regcheck.law.reading import read_laws
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

SLIPS = {
    "RC748": ("第一条　病院若しくは診療所及び医師並びに薬剤師とする。", ["若しく→又"]),
    "RC748 並びに": ("第一条　医師並びに薬剤師並びに看護師とする。", ["並→及", "に→", "並→及", "に→"]),
    "RC752": ("第一条　監視し、かつ制御する。", ["→、"]),
    "RC752 前": ("第一条　監視しかつ、制御する。", ["→、"]),
    "RC753": (
        "第一条　甲である場合にあっては、乙とする。\n\n第二条　丙である場合にあっては丁とする。",
        ["→、"],
    ),
    "RC754": (
        "第一条　すべての病院または診療所および施設ならびに設備もしくは装置とする。",
        ["すべ→全", "また→又", "およ→及", "なら→並", "も→若"],
    ),
    "RC754 つ": (
        "第一条　病院であって、休止中でないものであつて、分院であつたものとする。",
        ["つ→っ", "つ→っ"],
    ),
    "RC754 但し": (
        "第一条　病院とする。但し、国の病院を除き、且つ、三箇月に限る。",
        ["但→ただ", "且→か", "箇→"],
    ),
    "RC762": (
        "第一条　令和九年四月一日から令和九年四月三十日まで、及び令和九年六月一日から適用する。",
        ["令和九年四→同", "令和九→同"],
    ),
    "RC768": ("第一条　次のとおりとする\n  一　甲であること\n  二　乙であること。", ["→。", "→。"]),
    "RC768 名詞": ("第一条　次のとおりとする。\n  一　申請書。\n  二　図面", ["。→"]),
    "a noun after a sentence": (
        "第一条　次のとおりとする。\n  一　乙とする。病院\n  二　丙とする。",
        ["→。"],
    ),
    "two at one place": ("第一条　病院または", ["また→又", "→。"]),
    "all": (
        "第一条　すべての病院若しくは診療所を監視し、かつ制御する\n２　病院であって、分院であつて休止中のもの",
        ["すべ→全", "若しく→又", "→、", "→。", "つ→っ", "→。"],
    ),
}


def mended(text: str, file: str) -> Mended:
    return mend(SourceText(file, text))


def changed(before: str, after: str) -> list[str]:
    """What was put in the place of what, for every stretch that differs."""
    cuts = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [f"{before[a:b]}→{after[c:d]}" for kind, a, b, c, d in cuts if kind != "equal"]


@pytest.mark.parametrize("body", [body for body, _ in SLIPS.values()], ids=SLIPS)
def test_nothing_that_is_safe_to_mend_is_left(body: str) -> None:
    (found,) = read_laws([SourceText("試験.law.txt", HEAD + body + "\n")])
    assert safe_fixes(found.diagnostics)
    made = mended(HEAD + body + "\n", "試験.law.txt")
    assert made.changes > 0
    assert safe_fixes(made.read.diagnostics) == ()
    again = mend(made.read.source)
    assert (again.changes, again.read.source.text) == (0, made.read.source.text)


@pytest.mark.parametrize(("body", "expected"), SLIPS.values(), ids=SLIPS)
def test_no_other_sign_is_changed(body: str, expected: list[str]) -> None:
    text = HEAD + body + "\n"
    assert changed(text, mended(text, "試験.law.txt").read.source.text) == expected


@pytest.mark.parametrize("body", [body for body, _ in SLIPS.values()], ids=SLIPS)
def test_xml_is_mended_in_the_same_words(body: str) -> None:
    read = law(body)
    in_lawtext = from_lawtext(mended(HEAD + body + "\n", "試験.law.txt").read.source)
    made = mended(to_xml(read), "試験.xml")
    in_xml = from_xml(made.read.source)
    assert isinstance(in_lawtext, Law)
    assert isinstance(in_xml, Law)
    assert one_text(in_xml) == one_text(in_lawtext)
    assert in_xml == in_lawtext


def test_comments_and_layout_of_a_file_stay() -> None:
    xml = to_xml(law("第一条　すべての病院とする。")).replace("<LawBody>", "<!-- すべて -->\n\n<LawBody>")
    made = mended(xml, "試験.xml").read.source.text
    assert made == xml.replace("すべての", "全ての")


def test_what_needs_a_look_is_left_to_the_drafter() -> None:
    body = "第一条　主務省令で定めるものは、次の各号に定めるものとする。\n  一　維持管理\n  二　操作"
    text = HEAD + body + "\n"
    made = mended(text, "試験.law.txt")
    assert (made.changes, made.read.source.text) == (0, text)
    (left,) = made.read.diagnostics
    assert [fix.applicability for fix in left.fixes] == [Applicability.SUGGESTED]


def test_a_year_between_two_dates_needs_a_look() -> None:
    text = HEAD + "第一条　令和九年四月一日から、令和八年度の例により、令和九年四月三十日まで適用する。\n"
    made = mended(text, "試験.law.txt")
    assert made.changes == 0
    assert [fix.replacement for one in made.read.diagnostics for fix in one.fixes] == ["同月"]


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("病院の開設者（以下「開設者」という。）は、届け出る。", "（以下「開設者」という。）"),
        ("病院の開設者（以下この条において「開設者」という。）は、届け出る。", "（以下この条において「開設者」という。）"),
        ("病院の開設者（国を除く。以下「開設者」という。）は、届け出る。", None),
    ],
)  # fmt: skip
def test_a_name_that_nothing_uses_is_proposed_to_go(words: str, proposed: str | None) -> None:
    text = HEAD + f"第一条　{words}\n"
    made = mended(text, "試験.law.txt")
    fixes = [fix for one in made.read.diagnostics for fix in one.fixes]
    assert [text[fix.span.start : fix.span.end] for fix in fixes] == ([proposed] if proposed else [])
    assert made.changes == 0


def test_words_with_marks_on_them_are_left_as_they_are() -> None:
    """A part of them cannot be pointed at in the file."""
    xml = to_xml(law("第一条　すべての病院とする。")).replace("病院", "<Line>病院</Line>")
    made = mended(xml, "試験.xml")
    assert (made.changes, made.read.source.text) == (0, xml)
    assert [one.code.id for one in made.read.diagnostics] == ["RC754"]


def test_a_file_that_is_no_law_is_left_alone() -> None:
    made = mended("", "空.law.txt")
    assert (made.changes, made.read.law) == (0, None)
