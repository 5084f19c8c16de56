"""Settings: what wins over what, and that every mistake names the key and where it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.app.config import DEFAULT_RLIMIT, KEYS, ConfigError, find_root, load_config
from regcheck.diagnostics.codes.files import BadSetting, NotToml, UnknownSetting
from regcheck.diagnostics.wording import Language
from regcheck.documents.instrument.emit import Format
from regcheck.documents.instrument.profile import PROFILES


def write(folder: Path, text: str) -> Path:
    (folder / "regcheck.toml").write_text(text, encoding="utf-8")
    return folder


def test_defaults_stand_without_a_file(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert (config.language, config.format, config.rlimit) == (Language.JA, "full", DEFAULT_RLIMIT)
    assert config.settings["prove.rlimit"].origin == ""


def test_the_file_wins_over_defaults_and_an_option_over_the_file(tmp_path: Path) -> None:
    write(tmp_path, '[check]\nlang = "en"\n[prove]\nrlimit = 7\n[generate]\nout = "docs"\n')
    config = load_config(tmp_path, [("prove.rlimit", "8_000", "--config")])
    assert (config.language, config.rlimit, config.out) == (Language.EN, 8000, tmp_path / "docs")
    assert config.settings["check.lang"].origin == str(tmp_path / "regcheck.toml")
    assert config.settings["prove.rlimit"].origin == "--config"


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
        ("[prove]\nrlimit = 0\n", BadSetting),
        ("[prove]\nrlimit = true\n", BadSetting),
        ("[prove]\nrlimit = [1]\n", BadSetting),
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
        load_config(write(tmp_path, '[check]\nlang = "fr"\n[prove]\nrlimit = -1\n'))
    assert len(caught.value.diagnostics) == 2


def test_a_file_in_shift_jis_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "regcheck.toml").write_bytes("# 一行目\n# 設定\n".encode("cp932"))
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    assert caught.value.diagnostics[0].payload == NotToml(file="regcheck.toml", line=1)


# ------------------------------------------------------------ kinds, environment, nearest


@pytest.mark.parametrize("raw", ["true", "false"])
def test_a_truth_is_written_as_in_toml(tmp_path: Path, raw: str) -> None:
    given = load_config(tmp_path, [("cache.enabled", raw, "--config")])
    written = load_config(write(tmp_path, f"[cache]\nenabled = {raw}\n"))
    assert given.has_cache is written.has_cache is (raw == "true")


@pytest.mark.parametrize("raw", ["yes", "True", "1", ""])
def test_other_words_for_a_truth_are_refused(tmp_path: Path, raw: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path, [("cache.enabled", raw, "--config")])
    assert "true、false" in caught.value.diagnostics[0].payload.ja().advice


def test_the_environment_stands_between_file_and_command_line(tmp_path: Path) -> None:
    write(tmp_path, '[cache]\ndir = "file"\n')
    environment = {"REGCHECK_CACHE_DIR": "/environment"}
    assert load_config(tmp_path).cache == tmp_path / "file"
    from_environment = load_config(tmp_path, (), environment)
    assert from_environment.cache == Path("/environment")
    assert from_environment.settings["cache.dir"].origin == "REGCHECK_CACHE_DIR"
    assert (
        load_config(tmp_path, [("cache.dir", "given", "--config")], environment).cache == tmp_path / "given"
    )


def test_a_misspelt_key_comes_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path, [("check.rlimit", "5", "--config")])
    (diagnostic,) = caught.value.diagnostics
    assert isinstance(diagnostic.payload, UnknownSetting)
    assert diagnostic.payload.near == "prove.rlimit"


def test_a_slip_of_one_sign_comes_before_the_same_name_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, '[generate]\nformat = ["docx"]\n'))
    (diagnostic,) = caught.value.diagnostics
    assert isinstance(diagnostic.payload, UnknownSetting)
    assert diagnostic.payload.near == "generate.formats"


@pytest.mark.parametrize("readme", ["README.md", "README.en.md"])
def test_the_settings_of_the_readme_are_those_there_are(tmp_path: Path, readme: str) -> None:
    text = (Path(__file__).parents[3] / readme).read_text(encoding="utf-8")
    config = load_config(write(tmp_path, text.split("```toml\n")[1].split("```")[0]))
    assert {name for name, setting in config.settings.items() if setting.origin} == set(KEYS)
    changed = {name for name, setting in config.settings.items() if setting.value != KEYS[name].default}
    assert changed == {"cache.dir"}


# ------------------------------------------------------------ lists


@pytest.mark.parametrize("written", ['["docx", "xml"]', '["docx", "xml", "docx"]'])
def test_a_list_is_the_same_from_a_file_and_from_the_command_line(tmp_path: Path, written: str) -> None:
    from_file = load_config(write(tmp_path, f"[generate]\nformats = {written}\n"))
    given = load_config(tmp_path, [("generate.formats", "docx, xml", "--config")])
    assert from_file.document_formats == given.document_formats == ("docx", "xml")


@pytest.mark.parametrize(
    ("key", "value", "bad"),
    [
        ("formats", '["docx", "doc"]', "doc"),
        ("formats", "[3]", "3"),
        ("formats", "[]", ""),
        ("formats", "true", "True"),
        ("profiles", '["kakugi", "KAKUGI"]', "KAKUGI"),
        ("profiles", "[]", ""),
        ("instruments", '["省令案", ""]', ""),
    ],
)
def test_what_a_list_cannot_hold_is_named_with_what_it_can(
    tmp_path: Path, key: str, value: str, bad: str
) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, f"[generate]\n{key} = {value}\n"))
    (payload,) = [d.payload for d in caught.value.diagnostics]
    assert isinstance(payload, BadSetting)
    assert (payload.key, payload.value) == (f"generate.{key}", bad)
    assert payload.wanted == (KEYS[f"generate.{key}"].choices or ('"…"',))


def test_a_mistake_on_the_command_line_is_named_as_well(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path, [("generate.profiles", "plain,tate", "--config")])
    assert "値「tate」は使えません" in caught.value.diagnostics[0].payload.ja().headline
    assert "plain、plain-tate、kakugi" in caught.value.diagnostics[0].payload.ja().advice


def test_an_empty_list_of_instruments_is_all_of_them(tmp_path: Path) -> None:
    assert load_config(tmp_path).instruments == ()
    assert load_config(tmp_path, [("generate.instruments", "", "--config")]).instruments == ()
    assert load_config(tmp_path, [("generate.instruments", "甲,乙", "--config")]).instruments == ("甲", "乙")


def test_the_formats_and_profiles_of_the_settings_are_those_there_are() -> None:
    assert KEYS["generate.formats"].choices == tuple(Format)
    assert KEYS["generate.profiles"].choices == tuple(PROFILES)
