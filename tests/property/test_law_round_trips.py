"""Protects: no word and no node of a law is lost on the way into a format and back.

Drawn trees go to 法令標準XML, which the schema accepts, and come back the same; so do those that Lawtext can say. The one
text is what an XML reader that knows nothing of the tree finds in the document.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as Plain

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.strategies_amended import versions
from tests.property.strategies_law import laws, plain_laws

from regcheck.diagnostics.refused import RefusedError
from regcheck.documents.comparison import STYLES, amending_law
from regcheck.law.comparing import compare
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.from_xml import from_xml
from regcheck.law.lawtext_loss import lawtext_of
from regcheck.law.places import Places, places
from regcheck.law.plain import one_text
from regcheck.law.reading import read_law
from regcheck.law.to_lawtext import to_lawtext
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.source.span import SourceText


@given(laws())
@examples(50)
def test_xml_and_back(law: Law) -> None:
    text = to_xml(law)
    back = from_xml(SourceText("試験.xml", text))
    assert isinstance(back, Law), back
    assert back == law
    assert to_xml(back) == text


@given(laws())
@examples(25)
def test_the_one_text_is_the_text_of_the_document(law: Law) -> None:
    root = Plain.fromstring(re.sub(r"<Rt>.*?</Rt>", "", to_xml(law)))
    assert one_text(law) == re.sub(r"\s+", "", "".join(root.itertext()))


@given(plain_laws())
@examples(30)
def test_lawtext_and_back(law: Law) -> None:
    text = to_lawtext(law)
    back = from_lawtext(SourceText("試験.law.txt", text))
    assert isinstance(back, Law), back
    assert back == law
    assert to_lawtext(back) == text


@given(versions(plain=True), st.sampled_from(sorted(STYLES)))
@examples(10)
def test_an_amending_law_as_lawtext_and_back(both: tuple[Law, Law], style: str) -> None:
    """With 条, 項 and 号 in the cells. An item that stands there alone without a label has no number in Lawtext."""
    law = amending_law(compare(*both), STYLES[style])
    text = to_lawtext(law)
    back = from_lawtext(SourceText("改正.law.txt", text))
    assert isinstance(back, Law), back
    assert _BARE.sub(r"\1\2", to_xml(back)) == _BARE.sub(r"\1\2", to_xml(law))
    assert to_lawtext(back) == text


_BARE = re.compile(r'(<(?:Item|Subitem\d)) Num="[^"]*"(>\s*<(?:Item|Subitem\d)Sentence)')


@given(laws())
@examples(25)
def test_nothing_of_any_law_is_dropped_on_the_way_through_lawtext(law: Law) -> None:
    """What Lawtext cannot say is refused by its writer, or all its words are there."""
    try:
        back = from_lawtext(SourceText("試験.law.txt", lawtext_of(law)))
    except RefusedError as refused:
        assert refused.problem.code.id == "RC734"
        return
    assert isinstance(back, Law)
    assert _words(back) == _words(law)
    assert [place.address for place in places(back)] == [place.address for place in places(law)]


def _words(law: Law) -> str:
    """Without blanks, and without what stands in another place: 備考 above a table come back below it."""
    return "".join(sorted(re.sub(r"\s+", "", one_text(law))))


@given(laws())
@examples(25)
def test_every_address_leads_to_its_provision(law: Law) -> None:
    found = Places.of(law)
    first = {place.address: place.node for place in reversed(list(places(law)))}
    for address, node in first.items():
        place = found.find(str(address))
        assert place is not None
        assert place.node is node


@given(st.text("第一条　二三項号イロ（１）*-# |<>:\n甲。「」附則", max_size=200))
@examples(300)
def test_any_text_is_read_or_refused(text: str) -> None:
    for name in ("試験.law.txt", "試験.md", "試験.xml"):
        found = read_law(SourceText(name, text))
        assert isinstance(found, Law) or found
