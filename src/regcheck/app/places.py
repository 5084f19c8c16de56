"""Where results are kept between runs.

Owns: the folder for caches that the platform gives a user.
Refuses to know: settings, what is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

NAME = "regcheck"


def user_cache(environment: Mapping[str, str], platform: str) -> Path | None:
    """The folder of this program below the user's folder for caches; None for a user without a home.

    XDG Base Directory Specification 0.8 on Unix, ~/Library/Caches on macOS, %LOCALAPPDATA% on Windows.
    """
    variable = "LOCALAPPDATA" if platform == "win32" else "XDG_CACHE_HOME"
    given = Path(environment.get(variable, ""))
    if given.is_absolute():
        return given / NAME
    try:
        home = Path.home()
    except RuntimeError:
        return None
    match platform:
        case "win32":
            return home / "AppData" / "Local" / NAME
        case "darwin":
            return home / "Library" / "Caches" / NAME
        case _:
            return home / ".cache" / NAME
