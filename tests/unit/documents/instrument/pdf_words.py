"""The signs that a PDF shows, read out of its pages by their fonts' own tables.

A page draws its cells in an order of its own: only which signs there are, and how often, is asked for.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO

import pikepdf

_BLOCKS = re.compile(rb"begin(bfchar|bfrange)\n(.*?)end(?:bfchar|bfrange)", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f]+)>")


def signs_in(pdf: bytes) -> Counter[str]:
    """How often each sign is drawn, without spaces."""
    found: Counter[str] = Counter()
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            fonts = {name: _shapes(font) for name, font in page.Resources.Font.items()}
            found.update(_drawn(page, fonts))
    return Counter({sign: times for sign, times in found.items() if not sign.isspace()})


def _drawn(page: pikepdf.Page, fonts: dict[str, dict[int, str]]) -> Counter[str]:
    found: Counter[str] = Counter()
    shapes: dict[int, str] = {}
    for step in pikepdf.parse_content_stream(page):
        operands, operator = step.operands, str(step.operator)
        if operator == "Tf":
            shapes = fonts[str(operands[0])]
        elif operator in {"Tj", "TJ"}:
            for part in operands[0] if operator == "TJ" else operands:
                if isinstance(part, pikepdf.String):
                    code = bytes(part)
                    numbers = [int.from_bytes(code[n : n + 2], "big") for n in range(0, len(code), 2)]
                    found.update("".join(shapes[one] for one in numbers))
    return found


def _shapes(font: pikepdf.Object) -> dict[int, str]:
    """The sign of every shape, from ToUnicode."""
    found: dict[int, str] = {}
    for kind, block in _BLOCKS.findall(font.ToUnicode.read_bytes()):
        for line in block.strip().split(b"\n"):
            codes = _HEX.findall(line)
            first = int(codes[0], 16)
            last = int(codes[1], 16) if kind == b"bfrange" else first
            text = bytes.fromhex(codes[-1].decode()).decode("utf-16-be")
            for step in range(last - first + 1):
                found[first + step] = text[:-1] + chr(ord(text[-1]) + step)
    return found
