"""The outline of an ordinance: its articles in order, its forms, its terms.

Owns: what a drafter declares, as data.
Refuses to know: TOML, templates, numbers: a number is a matter of the place, never of the outline.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from regcheck.frozen import Frozen, field


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


class TermPlan(Frozen):
    """A defined term. `short`: what it is short for. `means`: what another provision says that it means."""

    name: str
    short: str = ""
    means: str = ""


class FormPlan(Frozen):
    """A 様式. Forms of one `group` share a number and are told apart by （一） and （二）."""

    id: str
    title: str
    group: str = ""


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
    texts: Mapping[str, str] = field(default_factory=dict)
    """The template of each article by its id."""
    names: Mapping[str, str] = field(default_factory=dict)
    """The file of each template by the id of its article."""
