"""TOML files of the project.

Owns: bytes to tables, and the line at which a file stops being TOML.
Refuses to know: what the tables mean.
"""

from __future__ import annotations

import re

from regcheck.diagnostics import codes

_LINE = r"at line (\d+)"


def read_toml(name: str, data: bytes) -> dict[str, object] | codes.files.NotToml:
    """The tables of a file, or what to tell the user; a BOM is accepted."""
    import tomllib  # many projects have no such file

    try:
        return tomllib.loads(data.decode().removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        return codes.files.NotToml(file=name, line=data[: error.start].count(b"\n") + 1)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(_LINE, str(error))
        return codes.files.NotToml(file=name, line=int(found[1]) if found else 0)
