"""Digests are those of hashlib, wherever they come from."""

from __future__ import annotations

import hashlib
import importlib
import sys

import pytest

from regcheck import digests

TEXTS = (b"", "第五十条".encode(), bytes(range(256)) * 50)


def test_they_are_those_of_hashlib() -> None:
    for text in TEXTS:
        assert digests.sha256(text).hexdigest() == hashlib.sha256(text).hexdigest()
        assert digests.shake_128(text).digest(40) == hashlib.shake_128(text).digest(40)
        ours, theirs = (made(text, key=b"key", digest_size=8) for made in (digests.blake2b, hashlib.blake2b))
        assert ours.digest() == theirs.digest()


def test_a_python_without_those_modules_has_hashlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_sha3", None)
    try:
        assert importlib.reload(digests).shake_128 is hashlib.shake_128
    finally:
        monkeypatch.undo()
        importlib.reload(digests)
