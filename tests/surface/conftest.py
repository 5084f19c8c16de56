"""Every test of the command line runs in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.surface.running import regcheck


@pytest.fixture(autouse=True)
def here(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("REGCHECK_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
    return tmp_path


@pytest.fixture
def put() -> Callable[[str, str | bytes], Path]:
    """Write a file, its folders included."""

    def write(name: str, text: str | bytes) -> Path:
        file = Path(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    return write


@pytest.fixture
def example() -> Path:
    """The example of `regcheck init`, in demo/."""
    assert regcheck("init", "demo").code == 0
    return Path("demo")


@pytest.fixture
def mended(example: Path) -> Path:
    """The example with its one finding mended."""
    spec = example / "facilities.regspec"
    text = spec.read_text(encoding="utf-8")
    assert text.count("百二十人未満") == 1
    spec.write_text(text.replace("百二十人未満", "百人未満"), encoding="utf-8")
    return example
