"""Protects: a label and its number say the same, both ways, and an address has one written form."""

from __future__ import annotations

import pytest

from regcheck.law.address import Address, read_address
from regcheck.law.labels import (
    article_num,
    article_title,
    item_num,
    item_title,
    level_of,
    paragraph_num,
    sort_key,
)


@pytest.mark.parametrize(
    ("num", "title"),
    [
        ("1", "第一条"),
        ("12_2", "第十二条の二"),
        ("9_20_2", "第九条の二十の二"),
        ("3:7", "第三条から第七条まで"),
    ],
)
def test_articles(num: str, title: str) -> None:
    assert article_title(num) == title
    assert article_num(title) == num


@pytest.mark.parametrize(
    ("num", "level", "title"),
    [
        ("1", 0, "一"),
        ("2_3", 0, "二の三"),
        ("1:3", 0, "一から三まで"),
        ("1", 1, "イ"),
        ("47", 1, "ス"),
        ("10", 2, "（１０）"),
        ("4", 3, "（ｉｖ）"),
    ],
)
def test_items(num: str, level: int, title: str) -> None:
    assert item_title(num, level) == title
    assert item_num(title, level) == num
    assert level_of(title) == level


def test_what_is_no_label_has_no_number() -> None:
    assert article_num("第一章") is None
    assert item_num("イ", 0) is None
    assert item_num("一", 1) is None
    assert paragraph_num("一の二") is None
    assert level_of("備考") is None


def test_old_labels_of_paragraphs() -> None:
    assert (paragraph_num("２"), paragraph_num("十二")) == ("2", "12")


def test_branches_stand_between_numbers() -> None:
    assert sorted(["13", "12_10", "12_2", "12"], key=sort_key) == ["12", "12_2", "12_10", "13"]


@pytest.mark.parametrize(
    "written",
    [
        "第二条第一項第一号イ（１）",
        "第九条の二十の二第一項第二号の三",
        "附則第二条第一項",
        "附則第三項",
        "附則（令和五年国土交通省令第八十七号）第一条第一項",
        "別表第一",
        "別表第一第三号",
        "様式第四（一）",
        "第二十五条第二項の表",
        "第五十二条第一項ただし書",
    ],
)
def test_an_address_is_read_as_it_is_written(written: str) -> None:
    address = read_address(written)
    assert address is not None
    assert str(address) == written


def test_arabic_numbers_are_read_too() -> None:
    assert read_address("第2条第1項第1号イ") == Address("", "2", "1", ("1", "1"))


@pytest.mark.parametrize("text", ["", "病院", "第二条イ", "第二号第一項"])
def test_what_is_no_address(text: str) -> None:
    assert read_address(text) is None


def test_what_an_address_is_part_of() -> None:
    address = read_address("第二条第一項第一号イ（１）の表")
    ways = []
    while address and address != Address():
        ways.append(str(address))
        address = address.up
    assert ways == [
        "第二条第一項第一号イ（１）の表",
        "第二条第一項第一号イ（１）",
        "第二条第一項第一号イ",
        "第二条第一項第一号",
        "第二条第一項",
        "第二条",
    ]
