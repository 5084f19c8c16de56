"""What tests of several floors watch."""

from __future__ import annotations

import pytest

from regcheck.syntax import remembered as memory
from regcheck.syntax.machine import Language, read
from regcheck.syntax.tree import Node


@pytest.fixture
def texts_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts of the items that this process reads."""
    found: list[str] = []

    def counted(language: Language, text: str, shape: str) -> Node:
        found.append(text)
        return read(language, text, shape)

    monkeypatch.setattr(memory, "read", counted)
    return found
