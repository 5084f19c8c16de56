"""Where the grammars are: in the wheel as package data, in a checkout under dsl/.

Owns: finding and reading the files of the language.
Refuses to know: what is in them.
"""

from __future__ import annotations

from pathlib import Path


def language_folder() -> Path:
    """The folder dsl/, installed or in the checkout this package was installed from in place."""
    installed = Path(__file__).parent / "dsl"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "dsl"


def read_grammar(name: str) -> str:
    """The text of a grammar file, e.g. regspec.lark."""
    return (language_folder() / name).read_text(encoding="utf-8")
