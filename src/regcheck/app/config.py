"""The settings of a run, and where each of them came from.

Owns: the known keys, their kinds and defaults; regcheck.toml; KEY=VALUE; which origin wins.
Refuses to know: argv as a whole, what a setting does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Payload
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen

CONFIG_NAME = "regcheck.toml"
CACHE_VARIABLE = "REGCHECK_CACHE_DIR"
_PROJECT_MARKS = (CONFIG_NAME, "pyproject.toml")
_TRUTHS = {"true": True, "false": False}
_ALMOST = 0.9
"""So like a setting that it is one with a slip."""
FORMATS = ("full", "concise", "json")
DEFAULT_RLIMIT = 2_000_000

DOCUMENT_FORMATS = ("xml", "law.txt", "docx", "html", "pdf")
PROFILES = ("plain", "plain-tate", "kakugi")

Value = str | int | bool | tuple[str, ...]


class Key(Frozen):
    """A setting of the kind of its default: a whole number ≥ 1 (≥ 0 if that is the default), true or false, a text,
    or texts (at least one if the default has one); texts are perhaps some of `choices`."""

    default: Value
    choices: tuple[str, ...] = ()


KEYS: Mapping[str, Key] = {
    "check.format": Key(default="full", choices=FORMATS),
    "check.lang": Key(default=str(Language.JA), choices=tuple(Language)),
    "check.more": Key(default=0),
    "prove.rlimit": Key(default=DEFAULT_RLIMIT),
    "prove.jobs": Key(default=1),
    "cache.enabled": Key(default=True),
    "cache.dir": Key(default=""),
    "generate.out": Key(default="generated"),
    "generate.formats": Key(default=DOCUMENT_FORMATS, choices=DOCUMENT_FORMATS),
    "generate.profiles": Key(default=("plain",), choices=PROFILES),
    "generate.instruments": Key(default=()),
}


class Setting(Frozen):
    """A value and who set it: a file, --config, an option, a variable of the environment, or "" for the default."""

    value: Value
    origin: str = ""


class Config(Frozen):
    """Every key with its setting; `root` is the folder of regcheck.toml or pyproject.toml, else where we stand."""

    root: Path
    settings: Mapping[str, Setting]

    @property
    def language(self) -> Language:
        return Language(self._text("check.lang"))

    @property
    def format(self) -> str:
        return self._text("check.format")

    @property
    def more(self) -> int:
        """Counterexamples told of a finding, besides the first."""
        return self._number("check.more")

    @property
    def rlimit(self) -> int:
        return self._number("prove.rlimit")

    @property
    def jobs(self) -> int | None:
        """Processes that prove at the same time, if that was set."""
        return self._number("prove.jobs") if self.settings["prove.jobs"].origin else None

    @property
    def has_cache(self) -> bool:
        return bool(self.settings["cache.enabled"].value)

    @property
    def cache(self) -> Path | None:
        """Where results are kept, if that was set."""
        return self.root / self._text("cache.dir") if self._text("cache.dir") else None

    @property
    def out(self) -> Path:
        """Where documents go, one folder per specification."""
        return self.root / self._text("generate.out")

    @property
    def document_formats(self) -> tuple[str, ...]:
        """What documents are written as."""
        return self._texts("generate.formats")

    @property
    def profiles(self) -> tuple[str, ...]:
        """How pages are set; the first is that of the files without a profile in their names."""
        return self._texts("generate.profiles")

    @property
    def instruments(self) -> tuple[str, ...]:
        """法令 that are written, by name; none for all."""
        return self._texts("generate.instruments")

    def _text(self, key: str) -> str:
        return str(self.settings[key].value)

    def _number(self, key: str) -> int:
        value = self.settings[key].value
        assert isinstance(value, int)
        return value

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self.settings[key].value
        assert isinstance(value, tuple)
        return value


class ConfigError(Exception):
    """Settings that cannot be used; carries the diagnostics."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics


Layer = tuple[str, object, str]
"""Key, value as written, origin."""


def load_config(
    start: Path, overrides: Iterable[Layer] = (), environment: Mapping[str, str] | None = None
) -> Config:
    """Defaults < regcheck.toml (found upward from `start`) < environment < overrides. Raises ConfigError."""
    root, file = find_root(start)
    settings = {name: Setting(value=key.default) for name, key in KEYS.items()}
    problems: list[tuple[str, Payload]] = []
    layers = [
        *(_from_file(file, problems) if file else ()),
        *_from_environment(environment or {}),
        *overrides,
    ]
    for name, raw, origin in layers:
        found = _setting(name, raw, origin)
        if isinstance(found, Setting):
            settings[name] = found
        else:
            problems.append((origin, found))
    if problems:
        from regcheck.app.problems import about

        raise ConfigError(tuple(about(origin, payload) for origin, payload in problems))
    return Config(root=root, settings=settings)


def find_root(start: Path) -> tuple[Path, Path | None]:
    """The nearest folder at or above `start` with regcheck.toml or pyproject.toml, and the regcheck.toml in it."""
    for folder in (start, *start.parents):
        if any((folder / mark).is_file() for mark in _PROJECT_MARKS):
            config = folder / CONFIG_NAME
            return folder, config if config.is_file() else None
    return start, None


def _from_environment(environment: Mapping[str, str]) -> Iterator[Layer]:
    if folder := environment.get(CACHE_VARIABLE):
        yield "cache.dir", folder, CACHE_VARIABLE


def _from_file(file: Path, problems: list[tuple[str, Payload]]) -> Iterator[Layer]:
    tables = _read(file)
    if isinstance(tables, Payload):
        problems.append((str(file), tables))
        return
    for table, keys in tables.items():
        if isinstance(keys, dict):
            yield from ((f"{table}.{key}", value, str(file)) for key, value in keys.items())
        else:
            yield table, keys, str(file)


def _read(file: Path) -> dict[str, object] | Payload:
    from regcheck.app.toml import read_toml  # many projects have no such file

    try:
        return read_toml(file.name, file.read_bytes())
    except OSError:
        return codes.files.Unreadable(file=file.name)


def _setting(name: str, raw: object, origin: str) -> Setting | Payload:
    key = KEYS.get(name)
    if key is None:
        return _unknown(name, origin)
    value = _value(key, raw)
    if value is None:
        return codes.files.BadSetting(key=name, value=_shown(key, raw), origin=origin, wanted=_wanted(key))
    return Setting(value=value, origin=origin)


def _unknown(name: str, origin: str) -> Payload:
    from difflib import get_close_matches  # only a mistake needs it

    same = [key for key in KEYS if key.partition(".")[2] == name.rpartition(".")[2]]
    near = (get_close_matches(name, KEYS, cutoff=_ALMOST) or same or get_close_matches(name, KEYS))[:1]
    return codes.files.UnknownSetting(key=name, origin=origin, known=tuple(KEYS), near="".join(near))


def _value(key: Key, raw: object) -> Value | None:
    match key.default:
        case bool():
            return raw if isinstance(raw, bool) else _TRUTHS.get(str(raw))
        case int():
            return _whole(raw, min(key.default, 1))
        case str():
            return _text(raw, key.choices)
        case tuple():
            return _several(key, raw)


def _text(raw: object, choices: tuple[str, ...]) -> str | None:
    return raw if isinstance(raw, str) and raw and (not choices or raw in choices) else None


def _several(key: Key, raw: object) -> tuple[str, ...] | None:
    """Texts from a list of TOML, or from the command line with commas between them; each once."""
    given = _listed(raw)
    found = [text for one in given if (text := _text(one, key.choices)) is not None]
    fits = len(found) == len(given) and (found or not key.default) and isinstance(raw, str | list)
    return tuple(dict.fromkeys(found)) if fits else None


def _listed(raw: object) -> list[object]:
    if isinstance(raw, str):
        return [part.strip() for part in raw.split(",") if part.strip()]
    return raw if isinstance(raw, list) else [raw]


def _shown(key: Key, raw: object) -> str:
    """The value that does not fit; of several, the first that does not."""
    if not isinstance(key.default, tuple):
        return str(raw)
    return str(next((one for one in _listed(raw) if _text(one, key.choices) is None), ""))


def _whole(raw: object, least: int) -> int | None:
    """A whole number from TOML or from the command line (1_000 allowed), or None."""
    text = "" if isinstance(raw, bool) else str(raw).replace("_", "")
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
    return number if number >= least else None


def _wanted(key: Key) -> tuple[str, ...]:
    match key.default:
        case bool():
            return tuple(_TRUTHS)
        case int():
            return ("1, 2, 3, …" if key.default else "0, 1, 2, …",)
        case str() | tuple():
            return key.choices or ('"…"',)
