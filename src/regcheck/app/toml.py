"""TOML files of the project.

Owns: bytes to tables, and the line at which a file stops being TOML.
Refuses to know: what the tables mean.
"""

from __future__ import annotations

import re
import tomllib

from regcheck.diagnostics.codes.files import NotToml

_LINE = re.compile(r"at line (\d+)")


def read_toml(name: str, data: bytes) -> dict[str, object] | NotToml:
    """The tables of a file, or what to tell the user; a BOM is accepted."""
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return NotToml(file=name, line=data[: error.start].count(b"\n") + 1)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        return NotToml(file=name, line=int(found[1]) if found else 0)
