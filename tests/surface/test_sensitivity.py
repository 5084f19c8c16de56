"""regcheck sensitivity: which rows change when a limit moves, by name."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
from tests.surface.running import regcheck

SHIPPED = (files("regcheck.render") / "sensitivity-1.schema.json").read_text(encoding="utf-8")
SCHEMA = json.loads(SHIPPED)


def test_rows_are_told_by_name_at_the_number_where_they_turn(example: Path) -> None:
    ran = regcheck("sensitivity", "demo")
    assert (ran.code, ran.err) == (0, "")
    assert "「定員が100人以上」" in ran.out
    assert "80人以上にすると加わる：港施設" in ran.out


def test_a_limit_is_chosen_by_its_words(example: Path) -> None:
    ran = regcheck("sensitivity", "demo", "--limit", "定員が100人", "--lang", "en")
    assert ran.code == 0
    assert "with 80人以上 joins: 港施設" in ran.out
    ran = regcheck("sensitivity", "demo", "--limit", "ない言葉")
    assert (ran.code, ran.out) == (2, "")
    assert "「ない言葉」を含む限度がありません" in ran.err


def test_programs_get_one_object(example: Path) -> None:
    made = json.loads(regcheck("sensitivity", "demo", "--format", "json").out)
    jsonschema.validate(made, SCHEMA)
    (limit,) = [one for one in made["limits"] if one["limit"] == "100人以上"]
    assert limit["falling"][0]["limit"] == "80人以上"
    assert limit["falling"][0]["changes"][0]["row"] == "港施設"


def test_a_specification_with_errors_is_told_so(example: Path) -> None:
    file = next(Path("demo").glob("*.regspec"))
    file.write_text(
        file.read_text(encoding="utf-8") + "\n定義「壊れ」：施設\n  定員が百床以上であること\n",
        encoding="utf-8",
    )
    ran = regcheck("sensitivity", "demo")
    assert (ran.code, ran.out) == (1, "")
    assert "単位が合いません" in ran.err


def test_the_schema_is_one_and_its_published_copy_is_equal() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    root = Path(__file__).parents[2]
    assert (root / "docs" / "sensitivity-1.schema.json").read_text(encoding="utf-8") == SHIPPED
