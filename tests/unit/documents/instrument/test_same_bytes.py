"""Protects: the same law gives the same bytes, in any process and under any hash seed."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from tests.unit.documents.instrument.ordinance import FORM_FILE, form, ordinance

from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.profile import KAKUGI

CODE = """
from hashlib import sha256
from tests.unit.documents.instrument.test_same_bytes import everything
print(*[sha256(made).hexdigest() for made in everything()])
"""


def everything() -> list[bytes]:
    beside = Beside(forms={FORM_FILE: form()})
    return [emit(ordinance(), format, KAKUGI, beside) for format in Format]


def test_twice_in_one_process() -> None:
    assert everything() == everything()


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_and_hash_seed(seed: str) -> None:
    from hashlib import sha256

    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": seed}
    ran = subprocess.run(
        [sys.executable, "-c", CODE], env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert ran.stdout.split() == [sha256(made).hexdigest() for made in everything()]


def test_laying_out_loads_no_typesetter() -> None:
    code = (
        "import sys; from tests.unit.documents.instrument.ordinance import ordinance;"
        "from regcheck.documents.instrument.emit import Format, emit;"
        "emit(ordinance(), Format.DOCX);"
        "print(sorted({'typst', 'fontTools', 'jinja2', 'lxml', 'docx'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert ran.stdout.strip() == "[]"
