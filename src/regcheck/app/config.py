"""The settings of a run, and where each of them came from.

Owns: the known keys, their kinds and defaults; regcheck.toml; KEY=VALUE; which origin wins.
Refuses to know: argv as a whole, what a setting does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from regcheck.app.problems import about
from regcheck.app.toml import read_toml
from regcheck.diagnostics.codes.files import BadSetting, UnknownSetting, Unreadable
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen

CONFIG_NAME = "regcheck.toml"
_PROJECT_MARKS = (CONFIG_NAME, "pyproject.toml")
FORMATS = ("full", "concise", "json")
DEFAULT_RLIMIT = 2_000_000

Value = str | int


class Key(Frozen):
    """A setting: its allowed words, or None for a whole number ≥ 1 (int default) or any text (str default)."""

    default: Value
    choices: tuple[str, ...] = ()


KEYS: Mapping[str, Key] = {
    "check.format": Key(default="full", choices=FORMATS),
    "check.lang": Key(default=str(Language.JA), choices=tuple(Language)),
    "check.rlimit": Key(default=DEFAULT_RLIMIT),
    "generate.out": Key(default="generated"),
}


class Setting(Frozen):
    """A value and who set it: a file, --config, an option, or "" for the default."""

    value: Value
    origin: str = ""


class Config(Frozen):
    """Every key with its setting; `root` is the folder of regcheck.toml or pyproject.toml, else where we stand."""

    root: Path
    settings: Mapping[str, Setting]

    @property
    def language(self) -> Language:
        return Language(str(self.settings["check.lang"].value))

    @property
    def format(self) -> str:
        return str(self.settings["check.format"].value)

    @property
    def rlimit(self) -> int:
        return int(self.settings["check.rlimit"].value)

    @property
    def out(self) -> Path:
        """Where documents go, one folder per specification."""
        return self.root / str(self.settings["generate.out"].value)


class ConfigError(Exception):
    """Settings that cannot be used; carries the diagnostics."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics


def load_config(start: Path, overrides: Iterable[tuple[str, str, str]] = ()) -> Config:
    """Defaults < regcheck.toml (found upward from `start`) < overrides as (key, value, origin). Raises ConfigError."""
    root, file = find_root(start)
    settings = {name: Setting(value=key.default) for name, key in KEYS.items()}
    problems: list[Diagnostic] = []
    layers = [*(_from_file(file, problems) if file else ()), *overrides]
    for name, raw, origin in layers:
        found = _setting(name, raw, origin)
        if isinstance(found, Setting):
            settings[name] = found
        else:
            problems.append(about(origin, found))
    if problems:
        raise ConfigError(tuple(problems))
    return Config(root=root, settings=settings)


def find_root(start: Path) -> tuple[Path, Path | None]:
    """The nearest folder at or above `start` with regcheck.toml or pyproject.toml, and the regcheck.toml in it."""
    for folder in (start, *start.parents):
        if any((folder / mark).is_file() for mark in _PROJECT_MARKS):
            config = folder / CONFIG_NAME
            return folder, config if config.is_file() else None
    return start, None


def _from_file(file: Path, problems: list[Diagnostic]) -> Iterator[tuple[str, object, str]]:
    tables = _read(file)
    if isinstance(tables, Payload):
        problems.append(about(str(file), tables))
        return
    for table, keys in tables.items():
        if isinstance(keys, dict):
            yield from ((f"{table}.{key}", value, str(file)) for key, value in keys.items())
        else:
            yield table, keys, str(file)


def _read(file: Path) -> dict[str, object] | Payload:
    try:
        return read_toml(file.name, file.read_bytes())
    except OSError:
        return Unreadable(file=file.name)


def _setting(name: str, raw: object, origin: str) -> Setting | Payload:
    key = KEYS.get(name)
    if key is None:
        return UnknownSetting(key=name, origin=origin, known=tuple(KEYS))
    value = _value(key, raw)
    if value is None:
        return BadSetting(key=name, value=str(raw), origin=origin, wanted=_wanted(key))
    return Setting(value=value, origin=origin)


def _value(key: Key, raw: object) -> Value | None:
    if isinstance(key.default, int):
        return _whole(raw) or None
    if not isinstance(raw, str) or not raw:
        return None
    return raw if not key.choices or raw in key.choices else None


def _whole(raw: object) -> int:
    """A whole number ≥ 1 from TOML or from the command line (1_000 allowed), or 0."""
    if isinstance(raw, bool):
        return 0
    text = str(raw).replace("_", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _wanted(key: Key) -> tuple[str, ...]:
    if key.choices:
        return key.choices
    return ("1, 2, 3, …",) if isinstance(key.default, int) else ('"…"',)
