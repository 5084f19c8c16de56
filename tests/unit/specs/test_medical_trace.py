"""Every provision of the medical draft is one element of its XML: lxml evaluates each path and finds the words of that provision."""

from __future__ import annotations

import pytest
from lxml import etree
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.draft import lines_of
from regcheck.documents.ordinance.outline.plans import Layout
from regcheck.documents.tracing.xpaths import xpaths
from regcheck.frozen import replace
from regcheck.law.places import Places
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Item, Paragraph

OWN = {"Paragraph": "ParagraphSentence", "Item": "ItemSentence", "Subitem1": "Subitem1Sentence"}


@pytest.mark.parametrize("layout", Layout)
def test_every_line_of_the_draft_is_one_element_with_its_words(layout: Layout) -> None:
    made = compose_ordinance(specification(), replace(outline(), layout=layout))
    assert made.law is not None
    assert made.draft is not None
    root, paths = etree.fromstring(to_xml(made.law).encode()), xpaths(made.law)
    places, seen = Places.of(made.law), set()
    for address, _ in lines_of(made.draft):
        (element,) = root.xpath(paths[address])
        seen.add(element)
        place = places.find(address)
        if place is not None and isinstance(place.node, Paragraph | Item):
            (own,) = element.findall(OWN[element.tag])
            assert "".join("".join(own.itertext()).split()) == _words(place.node), address
        else:
            assert element.tag in {"TableRow", "Subitem1"}, address
    assert len(seen) > 120
    assert set(root.iter("Paragraph")) <= seen


def _words(node: Paragraph | Item) -> str:
    columns = node.columns if isinstance(node, Item) else ()
    said = (*node.sentences, *(one for column in columns for one in column.sentences))
    return "".join("".join(sentence.text for sentence in said).split())
