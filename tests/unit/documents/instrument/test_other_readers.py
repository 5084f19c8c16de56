"""Protects: the XML is what others take for 法令標準XML: a second schema engine, a reader that is not ours."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest
import xmlschema
from ja_law_parser.parser import LawParser
from tests.unit.documents.instrument.ordinance import ordinance

from regcheck.documents.instrument.emit import Format, emit
from regcheck.law.schema import SCHEMA


@cache
def schema() -> xmlschema.XMLSchema10:
    return xmlschema.XMLSchema10((files("regcheck.law") / SCHEMA).read_text(encoding="utf-8"))


def test_a_second_engine_finds_it_valid() -> None:
    assert not list(schema().iter_errors(emit(ordinance(), Format.XML).decode()))


def test_the_second_engine_sees_a_slip() -> None:
    broken = emit(ordinance(), Format.XML).decode().replace("ArticleTitle", "ArticleHead")
    with pytest.raises(xmlschema.XMLSchemaValidationError):
        schema().validate(broken)


def test_another_reader_finds_the_articles() -> None:
    law = LawParser().parse_from(emit(ordinance(), Format.XML))
    body = law.law_body
    assert body.law_title is not None
    assert body.law_title.text == "試作用の特定試験事業者等に関する省令"
    chapters = body.main_provision.chapters
    assert chapters is not None
    titles = [article.article_title.text for chapter in chapters for article in chapter.articles or ()]
    assert titles == ["第一条", "第二条", "第三条"]
