"""Where each platform wants caches."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.app.places import user_cache


@pytest.mark.parametrize(
    ("platform", "environment", "place"),
    [
        ("linux", {"XDG_CACHE_HOME": "/caches"}, "/caches/regcheck"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/me/.cache/regcheck"),
        ("linux", {}, "/home/me/.cache/regcheck"),
        ("darwin", {}, "/home/me/Library/Caches/regcheck"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/regcheck"),
        ("win32", {}, "/home/me/AppData/Local/regcheck"),
    ],
)
def test_the_folder_of_the_platform(
    platform: str, environment: dict[str, str], place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/me"))
    assert user_cache(environment, platform) == Path(place)


def test_a_user_without_a_home_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert user_cache({}, "linux") is None
