"""All kinds of finding: their codes, and the page that explains each.

Owns: the list of codes, gathered from the modules of codes/; finding one by code or name; the help pages.
Refuses to know: any single kind, how a page is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.resources import files
from pkgutil import iter_modules
from types import MappingProxyType

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.diagnostics.wording import Language


@cache
def all_kinds() -> Mapping[str, type[Payload]]:
    """Every payload class by its code, in the order of the codes. Raises ValueError if a code is used twice."""
    found: dict[str, type[Payload]] = {}
    for module in sorted(info.name for info in iter_modules(codes.__path__)):
        for value in vars(import_module(f"{codes.__name__}.{module}")).values():
            if _is_kind(value, module):
                if found.get(value.CODE.id, value) is not value:
                    raise ValueError(f"{value.CODE.id} twice")
                found[value.CODE.id] = value
    return MappingProxyType(dict(sorted(found.items())))


def _is_kind(value: object, module: str) -> bool:
    return (
        isinstance(value, type)
        and issubclass(value, Payload)
        and value.__module__ == f"{codes.__name__}.{module}"
        and hasattr(value, "CODE")
    )


def find_kind(word: str) -> type[Payload] | None:
    """The kind with this code (RC301, rc301, 301) or name (overlap)."""
    wanted = word.strip().lower().removeprefix("rc")
    for code, kind in all_kinds().items():
        if wanted in {code.lower().removeprefix("rc"), kind.CODE.name}:
            return kind
    return None


def help_page(kind: type[Payload], language: Language) -> str:
    """The Markdown page of a kind. Raises FileNotFoundError if it was not written."""
    folder = files("regcheck.diagnostics") / "help"
    return (folder / f"{kind.CODE.id}.{language}.md").read_text(encoding="utf-8")


def help_title(kind: type[Payload], language: Language) -> str:
    """What stands after the code in the first line of its page: # RC301 overlap: title."""
    first = help_page(kind, language).split("\n", 1)[0]
    return first.replace("：", ": ", 1).partition(": ")[2].strip()
