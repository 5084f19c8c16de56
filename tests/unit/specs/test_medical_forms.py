"""The forms of the medical draft: each is cited, has a field for all that is asked, and fits its pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import pytest
from tests.unit.documents.instrument.pdf_words import signs_in
from tests.unit.documents.instrument.test_forms import in_docx, in_html, words
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.instrument.emit import Format, emit_flow
from regcheck.documents.instrument.flow import Flow, Grid, lines_of as of_flow
from regcheck.documents.instrument.form import Form
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.draft import FormUse, lines_of
from regcheck.documents.ordinance.forms.coverage import check_forms
from regcheck.documents.ordinance.forms.pages import form_files
from regcheck.documents.ordinance.outline.plans import STYLES, FieldPlan, FormPlan
from regcheck.frozen import replace

NUMBERS = ["01", "02", "03", "04-1", "04-2", "05", "06", "07", "08", "09", "10", "11"]


@cache
def made(style: str = "mhlw") -> Composed:
    return compose_ordinance(specification(), replace(outline(), style=STYLES[style]))


@cache
def flows(style: str = "mhlw") -> dict[str, Flow]:
    found = made(style)
    assert found.law is not None, [one.payload.ja().headline for one in found.diagnostics]
    return dict(form_files(found.law, found.forms.by_file))


def head(flow: Flow) -> str:
    return next(of_flow(flow.blocks)).words.text


def missing(form: FormPlan) -> list[str]:
    """What is told when one form is another."""
    draft, numbering = made().drafted, made().numbering
    assert draft is not None
    assert numbering is not None
    given = replace(draft, forms={**draft.forms, form.id: form})
    return [
        one.code.id for one in check_forms(given, numbering, specification().instruments, outline().stored)
    ]


def test_there_are_eleven_numbers_and_every_form_is_used() -> None:
    draft = made().draft
    assert draft is not None
    assert list(flows()) == NUMBERS
    used = {piece.form for _, line in lines_of(draft) for piece in line.pieces if isinstance(piece, FormUse)}
    assert used == set(outline().forms)


def test_headings_have_the_provisions_of_the_house() -> None:
    assert head(flows()["04-1"]) == "様式第四（一）（第九条第一項及び第二十一条第一項関係）"
    assert head(flows("houshiki")["05"]) == "様式第５（第１０条第２項関係）"
    assert "法律第５２条第１項の規定により" in words(flows("houshiki")["04-2"])


def test_every_field_answers_a_provision() -> None:
    assert all(field.answers for form in outline().forms.values() for field in form.fields)
    assert all(form.fields for form in outline().forms.values())


def _alone() -> Iterator[tuple[FormPlan, FieldPlan]]:
    """Fields that answer, alone of their form, an item that the ordinance lists."""
    for form in outline().forms.values():
        uses = Counter((name, one.through) for one in form.fields for name in one.answers)
        for one in form.fields:
            keys = [(name, one.through) for name in one.answers]
            if one.answers[0].partition("/")[0] in outline().texts and all(uses[key] == 1 for key in keys):
                yield form, one


def test_a_lost_field_is_noticed() -> None:
    asked = [(form, one) for form, one in _alone() if form.id.startswith("導入等計画書")]
    assert len(asked) == 17
    for form, one in asked:
        rest = tuple(field for field in form.fields if field != one)
        assert missing(replace(form, fields=rest)), (form.id, one.label)


@pytest.mark.parametrize("id", ["導入等計画書（導入）", "導入等計画書（委託）", "緊急導入等届出書"])
def test_every_item_that_the_act_lists_is_asked(id: str) -> None:
    form = outline().forms[id]
    for provision in {
        name for field in form.fields for name in field.answers if name.startswith("法第五十二条第二項")
    }:
        rest = tuple(field for field in form.fields if provision not in field.answers)
        assert "RC890" in missing(replace(form, fields=rest)), provision


def test_no_form_has_a_place_for_a_seal() -> None:
    assert not any("印" in words(flow) for flow in flows().values())


@pytest.mark.parametrize("number", NUMBERS)
def test_every_format_has_the_same_words(number: str) -> None:
    flow = flows()[number]
    assert in_docx(emit_flow(flow, Format.DOCX)) == words(flow)
    assert in_html(emit_flow(flow, Format.HTML)) == words(flow)
    pages = 2 if number in {"04-1", "04-2"} else 1
    numbers = Counter("".join(str(n) for n in range(1, pages + 1)))
    assert signs_in(emit_flow(flow, Format.PDF)) == Counter(words(flow)) + numbers


def test_forms_stand_in_the_order_of_their_numbers() -> None:
    titles = [form.title for form in made().forms.by_file.values()]
    assert titles[0] == "特定社会基盤事業者指定通知書"
    assert titles[-1] == "身分証明書"
    assert all(one < other for one, other in pairwise(NUMBERS))


def test_the_certificate_is_a_card_with_a_photograph() -> None:
    card: Form = list(made().forms.by_file.values())[-1]
    assert card.card is not None
    assert len(card.card.back) == 3
    assert len([block for block in flows()["11"].blocks if isinstance(block, Grid)]) == 2
