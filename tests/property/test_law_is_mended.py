"""Protects: whatever slips stand beside each other, mending ends, leaves nothing that is safe to mend, and says in Lawtext what
it says in XML."""

from __future__ import annotations

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.law.reading import HEAD, law

from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.from_xml import from_xml
from regcheck.law.mending import mend, safe_fixes
from regcheck.law.plain import one_text
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

FRAGMENTS = (
    "病院", "すべての", "または", "診療所", "であつて、", "であって、", "、かつ", "、かつ、", "にあっては", "場合にあっては、",
    "若しくは", "並びに", "及び", "又は", "「すべて」", "（", "）", "三か月", "か月", "但し、", "こと", "とき", "。", "、",
)  # fmt: skip
words = st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=8).map("".join)


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Articles, with items below some of them."""
    lines = []
    for number in "一二"[: draw(st.integers(1, 2))]:
        lines.append(f"第{number}条　甲{draw(words)}")
        lines += [f"  {label}　乙{draw(words)}" for label in "一二三"[: draw(st.integers(0, 3))]]
        lines.append("")
    return "\n".join(lines)


@given(bodies())
@examples(60)
def test_mending_ends_and_says_the_same_everywhere(body: str) -> None:
    text = HEAD + body.rstrip("\n") + "\n"
    made = mend(SourceText("試験.law.txt", text))
    assert made.read.law is not None
    assert safe_fixes(made.read.diagnostics) == ()
    assert mend(made.read.source).changes == 0
    in_xml = mend(SourceText("試験.xml", to_xml(law(body)))).read
    assert in_xml.law is not None
    assert one_text(in_xml.law) == one_text(made.read.law)
    assert (made.changes == 0) == (made.read.source.text == text)


@given(bodies())
@examples(30)
def test_the_form_of_a_file_does_not_change_what_is_found(body: str) -> None:
    as_text = from_lawtext(SourceText("試験.law.txt", HEAD + body + "\n"))
    as_xml = from_xml(SourceText("試験.xml", to_xml(law(body))))
    assert isinstance(as_text, Law)
    assert isinstance(as_xml, Law)
    assert as_text == as_xml
