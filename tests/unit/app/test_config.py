"""Settings: what wins over what, and that every mistake names the key and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.app.config import DEFAULT_RLIMIT, ConfigError, find_root, load_config
from regcheck.diagnostics.codes.files import BadSetting, NotToml, UnknownSetting
from regcheck.diagnostics.wording import Language


def write(folder: Path, text: str) -> Path:
    (folder / "regcheck.toml").write_text(text, encoding="utf-8")
    return folder


def test_defaults_stand_without_a_file(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert (config.language, config.format, config.rlimit) == (Language.JA, "full", DEFAULT_RLIMIT)
    assert config.settings["check.rlimit"].origin == ""


def test_the_file_wins_over_defaults_and_an_option_over_the_file(tmp_path: Path) -> None:
    write(tmp_path, '[check]\nlang = "en"\nrlimit = 7\n[generate]\nout = "docs"\n')
    config = load_config(tmp_path, [("check.rlimit", "8_000", "--config")])
    assert (config.language, config.rlimit, config.out) == (Language.EN, 8000, tmp_path / "docs")
    assert config.settings["check.lang"].origin == str(tmp_path / "regcheck.toml")
    assert config.settings["check.rlimit"].origin == "--config"


def test_the_file_is_found_upward(tmp_path: Path) -> None:
    deep = tmp_path / "specs" / "medical"
    deep.mkdir(parents=True)
    write(tmp_path, '[check]\nformat = "concise"\n')
    config = load_config(deep)
    assert (config.format, config.root) == ("concise", tmp_path)


def test_a_nearer_pyproject_is_the_root(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    write(tmp_path, "")
    (inner / "pyproject.toml").write_text("", encoding="utf-8")
    assert find_root(inner) == (inner, None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("[check]\nspeed = 3\n", UnknownSetting),
        ("rlimit = 3\n", UnknownSetting),
        ('[check]\nlang = "fr"\n', BadSetting),
        ("[check]\nrlimit = 0\n", BadSetting),
        ("[check]\nrlimit = true\n", BadSetting),
        ("[check]\nrlimit = [1]\n", BadSetting),
        ("[generate]\nout = 3\n", BadSetting),
        ("[check\n", NotToml),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, kind: type) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, text))
    (diagnostic,) = caught.value.diagnostics
    assert type(diagnostic.payload) is kind
    assert diagnostic.place is not None
    assert diagnostic.place.file == str(tmp_path / "regcheck.toml")


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, '[check]\nlang = "fr"\nrlimit = -1\n'))
    assert len(caught.value.diagnostics) == 2


def test_a_file_in_shift_jis_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "regcheck.toml").write_bytes("# 一行目\n# 設定\n".encode("cp932"))
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert caught.value.diagnostics[0].payload == NotToml(file="regcheck.toml", line=1)
