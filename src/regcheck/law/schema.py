"""The schema of 法令標準XML, and what a file does against it.

Owns: compiling the schema once, and saying in plain facts where a file breaks it.
Refuses to know: what the elements mean.

The schema beside this module is 「XMLSchema for Japanese Law」 3.0 (2020-11-24, Ministry of Internal Affairs and
Communications), as the npm package lawtext 0.1.52 carries it (bin/stdLaw.xsd): data of the government, unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from regcheck.frozen import Frozen

if TYPE_CHECKING:  # a run that reads no law does not load it
    from lxml import etree

SCHEMA = "XMLSchemaForJapaneseLaw_v3.xsd"

_QUOTED = re.compile(r"'([^']*)'")
_VALUE_SAID = re.compile(r"(?:The value|attribute '[^']*':|Element '[^']*':) '([^']*)'")
_WHAT = {
    "SCHEMAV_ELEMENT_CONTENT": "misplaced",
    "SCHEMAV_CVC_COMPLEX_TYPE_2_3": "text",
    "SCHEMAV_CVC_COMPLEX_TYPE_2_4": "misplaced",
    "SCHEMAV_CVC_COMPLEX_TYPE_4": "missing",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_1": "attribute",
    "SCHEMAV_CVC_COMPLEX_TYPE_3_2_2": "attribute",
    "SCHEMAV_CVC_ELT_1": "unknown",
}
_VALUE = ("SCHEMAV_CVC_DATATYPE", "SCHEMAV_CVC_ENUMERATION", "SCHEMAV_CVC_ATTRIBUTE", "SCHEMAV_CVC_PATTERN")


class Breach(Frozen):
    """One place where a file breaks the schema. `what` is misplaced, incomplete, missing, attribute, value, text,
    unknown or other; `name` is the element or attribute; `wanted` are the elements that may stand there."""

    line: int
    path: str
    what: str
    name: str = ""
    value: str = ""
    wanted: tuple[str, ...] = ()


@cache
def schema() -> etree.XMLSchema:
    """The compiled schema."""
    from lxml import etree

    text = (files("regcheck.law") / SCHEMA).read_bytes()
    return etree.XMLSchema(etree.fromstring(text))


def breaches(root: etree._Element) -> Iterator[Breach]:
    """Where a document breaks the schema, in the order of the file; then numbers that are none, which the schema takes
    for words."""
    checked = schema()
    if not checked.validate(root):
        yield from (_breach(error) for error in checked.error_log)
    tree = root.getroottree()
    for element in root.iter(*_NUMBERED):
        if not _NUMBER.fullmatch(element.get("Num", "1")):
            path = str(tree.getpath(element))
            yield Breach(
                line=element.sourceline or 1,
                path=path,
                what="value",
                name="Num",
                value=element.get("Num", ""),
            )


_NUMBERED = ("Article", "Item", *(f"Subitem{depth}" for depth in range(1, 11)))
_NUMBER = re.compile(r"[0-9]+(?:_[0-9]+)*(?::[0-9]+(?:_[0-9]+)*)?")
"""12, 12_2, 38:84."""


def _breach(error: Any) -> Breach:
    quoted = _QUOTED.findall(error.message)
    what = _what(error.type_name, error.message)
    named = quoted[1] if what in {"missing", "attribute", "value"} and len(quoted) > 1 else quoted[0]
    wanted = re.search(r"one of \( (.*?) \)|Expected is \( (.*?) \)", error.message)
    return Breach(
        line=error.line,
        path=error.path or "",
        what=what,
        name=named,
        value=_VALUE_SAID.findall(error.message)[-1] if what == "value" else "",
        wanted=tuple((wanted[1] or wanted[2]).split(", ")) if wanted else (),
    )


def _what(kind: str, message: str) -> str:
    if "Missing child" in message:
        return "incomplete"
    if kind.startswith(_VALUE):
        return "value"
    return _WHAT.get(kind, "other")
