"""Libraries that are hardly ever used are loaded when somebody looks into them, and behave as ever then."""

from __future__ import annotations

import subprocess
import sys

import pytest

from regcheck.seldom import without

START = "import sys; from regcheck.seldom import wait_with_libraries; wait_with_libraries(); wait_with_libraries()\n"


def _printed(code: str) -> list[str]:
    ran = subprocess.run([sys.executable, "-c", START + code], capture_output=True, text=True, check=True)
    return ran.stdout.split()


def test_a_library_is_loaded_by_the_first_look() -> None:
    code = "import inspect; print('ast' in sys.modules, inspect.cleandoc(' a'), 'ast' in sys.modules)"
    assert _printed(code) == ["False", "a", "True"]


def test_what_is_taken_from_a_library_by_name_is_there() -> None:
    assert _printed("from ipaddress import ip_address; print(ip_address('::1'))") == ["::1"]
    assert _printed("import msgspec; print(msgspec.json.encode([1]).decode())") == ["[1]"]


def test_what_a_library_does_not_have_is_missed_as_ever() -> None:
    code = "import inspect; print(hasattr(inspect, 'nothing'), hasattr(inspect, '__path__'), callable(inspect.stack))"
    assert _printed(code) == ["False", "False", "True"]


def test_only_in_the_block_is_there_no_such_library() -> None:
    code = (
        "from regcheck.seldom import without\n"
        "with without('colorsys'):\n"
        "    try: import colorsys\n"
        "    except ImportError: print('missed')\n"
        "import colorsys; print(colorsys.__name__)"
    )
    assert _printed(code) == ["missed", "colorsys"]


def test_a_library_that_is_loaded_stays() -> None:
    with without("sys"), without("pytest"):
        import pytest as again

        assert again is pytest
    assert sys.modules["pytest"] is pytest
