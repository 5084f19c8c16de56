"""Two versions of a law: the second is the first after amendments of every kind, renumbered as a drafter would.

A word changed, a provision put in, taken out, moved, a caption changed; at any depth.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st
from tests.property.strategies_law import laws, plain_laws

from regcheck.frozen import replace
from regcheck.law.labels import article_title, item_title, paragraph_label
from regcheck.law.tree import Article, Division, Item, Law, Main, Paragraph, Sentence
from regcheck.law.words import NOTHING, Words

Draw = Any
T = TypeVar("T")
NEW = Words("新たに設ける規定であって、病床の数が四百以上であるものに係るもの。")


@st.composite
def versions(draw: Draw, *, plain: bool = False) -> tuple[Law, Law]:
    """(old, new)."""
    old = draw(plain_laws() if plain else laws())
    children = _amended(draw, old.main.children, _child, _new_article)
    new = replace(old, main=Main(children=_articles_numbered(children)))
    if draw(st.booleans()):
        new = replace(new, after=_amended(draw, new.after, lambda _, part: part, None))
    if new.contents and draw(st.booleans()):
        entries = tuple(replace(entry, extent=Words("（第一条・第二条）")) for entry in new.contents.entries)
        new = replace(new, contents=replace(new.contents, entries=entries))
    if draw(st.integers(0, 4)) == 0:
        new = replace(new, title=None)
    return old, new


def _amended(
    draw: Draw, parts: Sequence[T], within: Callable[[Draw, T], T], made: Callable[[], T] | None
) -> tuple[T, ...]:
    """Each part kept, amended, taken out, or with a new one before it; at times two change places."""
    kept: list[T] = []
    for part in parts:
        fate = draw(st.sampled_from(("keep", "keep", "within", "drop", "add")))
        if fate == "add" and made is not None:
            kept.append(made())
        if fate != "drop":
            kept.append(within(draw, part) if fate == "within" else part)
    if len(kept) > 1 and draw(st.integers(0, 3)) == 0:
        kept[0], kept[-1] = kept[-1], kept[0]
    return tuple(kept)


def _child(draw: Draw, child: Division | Article | Paragraph) -> Division | Article | Paragraph:
    match child:
        case Division():
            inner: tuple[Any, ...] = child.children
            below = _amended(draw, inner, _child, _new_article)
            return replace(child, children=_articles_numbered(below) or (_new_article(),))
        case Article():
            own = _amended(draw, child.paragraphs, _paragraph, _new_paragraph) or (_new_paragraph(),)
            caption = draw(st.sampled_from((child.caption, Words("（改めた見出し）"), NOTHING)))
            return replace(child, caption=caption, paragraphs=_paragraphs_numbered(own))
        case Paragraph():
            return _paragraph(draw, child)


def _paragraph(draw: Draw, paragraph: Paragraph) -> Paragraph:
    items = _items_numbered(_amended(draw, paragraph.items, _item, _new_item), 0)
    return replace(paragraph, sentences=_sentences(draw, paragraph.sentences), items=items)


def _item(draw: Draw, item: Item) -> Item:
    level = 0 if item.title.text[:1] in "一二三四五六七八九十" else 1
    below = (
        _items_numbered(_amended(draw, item.items, lambda _, one: one, None), level + 1)
        if level == 0
        else item.items
    )
    return replace(item, sentences=_sentences(draw, item.sentences) if item.sentences else (), items=below)


def _sentences(draw: Draw, sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    fate = draw(st.sampled_from(("keep", "append", "replace", "drop")))
    first, *others = sentences
    match fate:
        case "append":
            return (replace(first, words=Words(f"改め、かつ、{first.text}")), *others)
        case "replace":
            return (replace(first, words=NEW), *others)
        case "drop":
            return sentences[:1]
        case _:
            return sentences


def _new_article() -> Article:
    return Article(
        num="1", title=Words("第一条"), caption=Words("（新たな見出し）"), paragraphs=(_new_paragraph(),)
    )


def _new_paragraph() -> Paragraph:
    return Paragraph(num="1", sentences=(Sentence(words=NEW),))


def _new_item() -> Item:
    return Item(num="1", title=Words("一"), sentences=(Sentence(words=NEW),))


def _articles_numbered(children: Sequence[Any]) -> tuple[Any, ...]:
    made: list[Any] = []
    count = 0
    for child in children:
        if isinstance(child, Article):
            count += 1
            child = replace(child, num=str(count), title=Words(article_title(str(count))))
        made.append(child)
    return tuple(made)


def _paragraphs_numbered(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(
        replace(one, num=str(n), label=Words(paragraph_label(str(n)))) for n, one in enumerate(paragraphs, 1)
    )


def _items_numbered(items: Sequence[Item], level: int) -> tuple[Item, ...]:
    return tuple(
        replace(one, num=str(n), title=Words(item_title(str(n), level))) for n, one in enumerate(items, 1)
    )
