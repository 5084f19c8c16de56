"""What goes with an ordinance, whatever its articles refer to: a reader follows the references of the 要綱 to what the
articles meant, and 参照条文 has the words of the laws, all that is cited and nothing in another order."""

from __future__ import annotations

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.strategies_law import articles
from tests.property.test_ordinance_numbers import texts
from tests.unit.documents.ordinance.small import composed, outline, spec

from regcheck.documents.cited.abridging import OMITTED, abridged
from regcheck.documents.ordinance.citing import Mention
from regcheck.documents.summary.compose import Summary, compose_summary
from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.places import Places
from regcheck.law.plain import one_text
from regcheck.law.references import Follower, Reference
from regcheck.law.tree import Article, Item, Law, Paragraph
from regcheck.law.words import Words

LAST = "99"


@examples(30)
@given(texts())
def test_the_summary_refers_to_what_the_articles_meant(found: dict[str, str]) -> None:
    whole = outline(found, supplement={"施行": '{{ 条("甲") }}による。'}, forms=("届",))
    if not any("様式" in text for text in found.values()):
        whole = replace(whole, forms={})
    made = composed(whole)
    assert made.law is not None, made.diagnostics
    assert made.drafted is not None
    assert made.numbering is not None
    summary = compose_summary(spec(), whole, made.drafted, made.numbering)
    assert isinstance(summary, Summary)
    meant = iter(_meant(made.mentions))
    assert all(any(one == other for other in meant) for one in _meant(summary.mentions)), (
        "scopes are left out"
    )
    follower = Follower(_with_summary(made.law, summary))
    read = [one for one in follower.references() if one.said.address.article == LAST]
    written = [one for one in summary.mentions if any(sign in one.words for sign in "条項号")]
    assert [_reached(one, follower.places) for one in read if _is_whole(one)] == [
        _wanted(one, follower.places) for one in written
    ]


def _meant(mentions: tuple[Mention, ...]) -> list[tuple[str, Address]]:
    return [(one.law, meant) for one in mentions for meant in one.meant]


def _with_summary(law: Law, summary: Summary) -> Law:
    """The ordinance with the sentences of its 要綱 as one more article."""
    said = [p for child in summary.law.main.children if isinstance(child, Article) for p in child.paragraphs]
    paragraphs = tuple(replace(one, num=str(n)) for n, one in enumerate(said, 1))
    last = Article(num=LAST, title=Words("第九十九条"), paragraphs=paragraphs)
    return replace(law, main=replace(law.main, children=(*law.main.children, last)))


def _is_whole(reference: Reference) -> bool:
    return any(sign in reference.text for sign in "条項号")


def _reached(reference: Reference, places: Places) -> tuple[object, ...]:
    if reference.law is not None:
        title = next(
            one.title for one in spec().instruments.values() if reference.law.name.endswith(one.title)
        )
        return (title, *(str(replace(one, inside="")) for one in reference.targets))
    return ("", *(places.find(replace(one, inside="")) for one in reference.targets))


def _wanted(mention: Mention, places: Places) -> tuple[object, ...]:
    if mention.law:
        name = spec().instruments[mention.law].title
        return (name, *(str(replace(one, inside="")) for one in mention.meant))
    return ("", *(places.find(one) for one in mention.meant))


@examples(60)
@given(articles(2), st.data())
def test_an_abridged_article_keeps_what_is_cited_and_its_order(article: Article, data: st.DataObject) -> None:
    paths = [path for paragraph in article.paragraphs for path in _paths(paragraph)]
    chosen = data.draw(st.lists(st.sampled_from(paths), min_size=1, max_size=4))
    addresses = [Address("", article.num, path[0], path[1:]) for path in chosen]
    short = abridged(article, addresses)
    for path in chosen:
        assert one_text(_node(short, path)) == one_text(_node(article, path))
    kept = [one for one in _nodes(short) if one.sentences != OMITTED]
    order = iter(_nodes(article))
    assert all(any(_head(one) == _head(other) for other in order) for one in kept)
    assert abridged(article, [Address("", article.num)]) == article


def _paths(node: Paragraph | Item, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    here = (*above, node.num)
    return [here, *(path for item in node.items for path in _paths(item, here))]


def _node(article: Article, path: tuple[str, ...]) -> Paragraph | Item:
    """The last node that a path leads to; of several with one number, the first."""
    node: Paragraph | Item = next(one for one in article.paragraphs if one.num == path[0])
    for num in path[1:]:
        node = next(item for item in node.items if item.num == num)
    return node


def _nodes(article: Article) -> list[Paragraph | Item]:
    return [node for paragraph in article.paragraphs for node in _below(paragraph)]


def _below(node: Paragraph | Item) -> list[Paragraph | Item]:
    return [node, *(one for item in node.items for one in _below(item))]


def _head(node: Paragraph | Item) -> tuple[object, ...]:
    return (node.num, node.label if isinstance(node, Paragraph) else node.title, node.sentences)
