"""Protects: a record is made as quickly as msgspec can, a detail is told and not compared, and no record extends
another unless that one is a family."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import msgspec
import pytest

import regcheck
from regcheck.frozen import Family, Frozen, compared_fields, detail, replace


class Point(Frozen):
    x: int
    y: int = 0
    told: str = detail(default="")


class Shape(Family):
    corners: tuple[Point, ...] = ()


class Circle(Shape):
    radius: int
    told: str = detail(default="")


def test_a_record_is_made_without_a_detour() -> None:
    assert type(Point) is msgspec.StructMeta


@pytest.mark.parametrize("record", [Point(x=1), Circle(radius=1)])
def test_a_record_is_frozen_and_keyword_only(record: Any) -> None:
    with pytest.raises(AttributeError):
        record.told = "a"
    with pytest.raises(TypeError):
        type(record)(1)


def test_a_detail_is_not_compared() -> None:
    for record in (Point(x=1), Circle(radius=1)):
        other = replace(record, told="a")
        assert (other.told, other == record, hash(other) == hash(record)) == ("a", True, True)
    assert Point(x=1) != Point(x=2)
    assert Circle(radius=1) != Circle(radius=1, corners=(Point(x=1),))
    assert compared_fields(Point) == ("x", "y")


def test_every_record_is_frozen_for_those_who_ask() -> None:
    assert isinstance(Point(x=1), Frozen)
    assert isinstance(Circle(radius=1), Frozen)
    assert issubclass(Point, Frozen)
    assert not isinstance("a", Frozen)
    assert not issubclass(str, Frozen)


def test_no_record_extends_one_that_is_no_family() -> None:
    for module in pkgutil.walk_packages(regcheck.__path__, "regcheck."):
        importlib.import_module(module.name)
    (record,) = (base for base in Point.__mro__ if base.__name__ == "_Record")
    records: list[type] = record.__subclasses__()
    sealed = [each for each in records if type(each) is msgspec.StructMeta]
    assert len(sealed) > 500
    assert [each for each in sealed if each.__subclasses__()] == []
