"""Generated ordinances through programs that are not ours: npm lawtext both ways, LibreOffice as pages.

    python -m tools.other_readers [FOLDER...]        FOLDER: with ordinance.xml; without any, every one in generated/

lawtext: npm install lawtext@0.1.52 --ignore-scripts --prefix build/npm, or LAWTEXT=…/dist/src/main.js. It ends with 0 even
where it could not read a line, so what it says on stderr decides, and what it made is compared element by element.
What is not installed is left out and said: the exit code is 1 for a difference only.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.from_xml import from_xml
from regcheck.law.plain import one_text
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

MAIN = "node_modules/lawtext/dist/src/main.js"
PLACES = (Path("build/npm"), Path())
ERROR = "ErrorMessage"


def main(folders: list[Path]) -> int:
    """0 if nothing differs; what was left out is told."""
    given = folders or sorted(file.parent for file in Path("generated").glob("*/ordinance.xml"))
    problems = [problem for check in (_lawtext, _pages) for problem in check(given)]
    print(*problems, sep="\n", end="\n" if problems else "")
    return 1 if problems else 0


# ------------------------------------------------------------ lawtext


def _lawtext(folders: list[Path]) -> Iterator[str]:
    program = _program()
    if program is None:
        print("lawtext がないため省きました / left out: npm lawtext")
        return
    for file in (file for folder in folders for file in sorted(folder.glob("*.xml"))):
        differences = list(_there_and_back(program, file))
        if not differences:
            print(f"{file}: lawtext と往復しました / there and back through lawtext")
        yield from differences


def _program() -> list[str] | None:
    node = shutil.which("node")
    named = os.environ.get("LAWTEXT")
    places = [Path(named)] if named else [place / MAIN for place in PLACES]
    found = next((place for place in places if place.is_file()), None)
    return [node, str(found)] if node and found else None


def _there_and_back(program: list[str], xml: Path) -> Iterator[str]:
    """Our XML as their Lawtext, read by us; our Lawtext as their XML, compared with ours."""
    text = xml.with_name(f"{xml.stem}.law.txt")
    with tempfile.TemporaryDirectory() as held:
        theirs = Path(held) / "theirs.law.txt"
        yield from _converted(program, xml, "xml", theirs, "lawtext")
        if theirs.is_file() and _words(theirs) != _words(xml):
            yield f"{xml}: lawtext が書いた Lawtext の字句が違います / its Lawtext has other words"
        if text.is_file():
            theirs = Path(held) / "theirs.xml"
            yield from _converted(program, text, "lawtext", theirs, "xml")
            if theirs.is_file():
                yield from _differences(xml, theirs)


def _converted(program: list[str], source: Path, form: str, target: Path, wanted: str) -> Iterator[str]:
    options = ["-i", str(source), "--it", form, "--ot", wanted, "-o", str(target)]
    ran = subprocess.run([*program, *options], capture_output=True, text=True, timeout=300, check=False)
    if ran.returncode or ERROR in ran.stderr or not target.is_file():
        yield f"{source}: lawtext が読めません / lawtext cannot read it\n{ran.stderr.strip()}"


def _words(file: Path) -> str:
    source = SourceText(file.name, file.read_text(encoding="utf-8").replace("\r\n", "\n"))
    found = from_xml(source) if file.suffix == ".xml" else from_lawtext(source)
    return one_text(found) if isinstance(found, Law) else ""


def _differences(ours: Path, theirs: Path) -> Iterator[str]:
    """Elements that one has more of, and text; a label that is empty says nothing and is not counted."""
    (own, own_text), (other, other_text) = _shape(ours), _shape(theirs)
    for tag in sorted(own.keys() | other.keys()):
        if own[tag] != other[tag]:
            yield f"{ours}: {tag} {own[tag]} → {other[tag]}"
    if own_text != other_text:
        yield f"{ours}: 字句が違います / other words"


def _shape(file: Path) -> tuple[Counter[str], str]:
    root = next(etree.parse(file).iter("Law"))
    counted = (
        str(element.tag) for element in root.iter("*") if len(element) or element.text or element.attrib
    )
    return Counter(counted), "".join("".join(str(part) for part in root.itertext()).split())


# ------------------------------------------------------------ pages


def _pages(folders: list[Path]) -> Iterator[str]:
    """LibreOffice opens every docx; what it cannot open is a difference."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice がないため省きました / left out: LibreOffice")
        return
    for file in (file for folder in folders for file in sorted(folder.rglob("*.docx"))):
        with tempfile.TemporaryDirectory() as held:
            own = f"-env:UserInstallation={Path(held).as_uri()}/profile"
            command = [office, own, "--headless", "--convert-to", "pdf", "--outdir", held, str(file)]
            ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
            if ran.returncode or not (Path(held) / f"{file.stem}.pdf").is_file():
                yield f"{file}: LibreOffice が開けません / LibreOffice cannot open it\n{ran.stderr.strip()}"
            else:
                print(f"{file}: LibreOffice で開けました / opened by LibreOffice")


if __name__ == "__main__":
    raise SystemExit(main([Path(name) for name in sys.argv[1:]]))
