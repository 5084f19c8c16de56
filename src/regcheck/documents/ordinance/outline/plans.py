"""The outline of an ordinance: its articles in order, its forms, its terms.

Owns: what a drafter declares, as data.
Refuses to know: TOML, templates, numbers: a number is a matter of the place, never of the outline.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from regcheck.documents.cited.stored import StoredLaw
from regcheck.frozen import Frozen, detail, field
from regcheck.source.span import NOWHERE, Span


class Layout(StrEnum):
    """How 区分 and 基準 are set: 号 with two columns, or a 別表."""

    ITEMS = "items"
    ANNEX = "annex"


class Style(Frozen):
    """A house style: the names of the columns of a 別表, and whether 様式 are counted in kanji (様式第一)."""

    name: str
    columns: tuple[str, str]
    kanji_forms: bool


STYLES: Mapping[str, Style] = {
    style.name: style
    for style in (
        Style(name="mhlw", columns=("上欄", "下欄"), kanji_forms=True),
        Style(name="houshiki", columns=("左欄", "右欄"), kanji_forms=False),
    )
}


class ArticlePlan(Frozen):
    """An article: the name by which others refer to it, its caption, the provisions of the Act that it answers."""

    id: str
    caption: str
    answers: tuple[str, ...] = ()
    span: Span = detail(default=NOWHERE)


class TermPlan(Frozen):
    """A defined term. `short`: what it is short for. `means`: what another provision says that it means."""

    name: str
    short: str = ""
    means: str = ""
    span: Span = detail(default=NOWHERE)


class FieldPlan(Frozen):
    """An entry of a 様式, and the provisions that ask for it: 「構成設備に関する事項/種類」, 「法第五十二条第二項第一号」."""

    label: str
    answers: tuple[str, ...]
    group: str = ""
    given: str = ""
    entries: tuple[str, ...] = ()
    rows: int = 1
    through: str = ""
    """The provision that takes up what `answers` asks of another: 再委託の相手方に係る前条各号に掲げる事項."""
    span: Span = detail(default=NOWHERE)


class CardPlan(Frozen):
    """A 様式 that is a card with a photograph and a back."""

    photo: str = "写真"
    back: tuple[str, ...] = ()


class FormPlan(Frozen):
    """A 様式. Forms of one `group` share a number and are told apart by （一） and （二）. Its texts are templates, as those of
    the articles are. Without fields it is only named."""

    id: str
    title: str
    group: str = ""
    date: str = "年　　月　　日"
    addressee: str = ""
    filer: tuple[str, ...] = ()
    opening: str = ""
    remarks: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    """Provisions of other laws that say what it has to contain."""
    fields: tuple[FieldPlan, ...] = ()
    card: CardPlan | None = None
    span: Span = detail(default=NOWHERE)


class PhrasePlan(Frozen):
    """How a fact of a 対象 is said, or that it has a `value`. `links` is the form before another clause, where it cannot
    be told from the last signs."""

    of: str
    fact: str
    says: str
    value: str = ""
    denies: str = ""
    links: str = ""
    denial_links: str = ""
    span: Span = detail(default=NOWHERE)


class SummaryPlan(Frozen):
    """A heading of the 要綱: the provisions that it takes up, and what it says of them in place of their own words."""

    heading: str
    provisions: tuple[str, ...]
    says: tuple[str, ...] = ()
    span: Span = detail(default=NOWHERE)


class Outline(Frozen):
    """What the drafter declares. The texts of the articles are `texts[id]`."""

    file: str
    title: str
    number: str
    enactment: str
    style: Style
    layout: Layout
    articles: tuple[ArticlePlan, ...]
    supplement: tuple[ArticlePlan, ...]
    terms: Mapping[str, TermPlan] = field(default_factory=dict)
    forms: Mapping[str, FormPlan] = field(default_factory=dict)
    phrases: tuple[PhrasePlan, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    """The template of each article by its id."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The file of each template by the id of its article."""
    laws: tuple[str, ...] = ()
    """The files with the texts of other laws, from where the outline stands."""
    stored: tuple[StoredLaw, ...] = ()
    """What is in them."""
    summary: tuple[SummaryPlan, ...] = ()
    """The headings of the 要綱; none: one for each article."""
