"""Documents of instruments as pages: PNG files to look at.

    python -m tools.pages FOLDER [FILE...]        FILE: .docx, .pdf or .html, or a folder with them; without any, the
                                                  made-up ordinance

docx needs LibreOffice (Debian: libreoffice-writer-nogui) and poppler-utils, PDF poppler-utils, HTML Chromium, all of them
fonts-noto-cjk. What is not installed is left out and said. The product needs none of them.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.unit.documents.instrument.ordinance import FORM_FILE, form, ordinance
from tools.pictures import BROWSERS, run

from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.notes import Note, NoteKind
from regcheck.documents.instrument.profile import PROFILES
from regcheck.law.address import Address

DOTS = "80"
_REPORT = "index.html"
"""The report of the check: a hundred pages, of which the figures are looked at by themselves."""
WINDOW = "1200,1000"
NOTES = {
    Address("", "2", "1", ("1",)): (
        Note("criteria.regspec 12行", "#第二条第一項第一号", NoteKind.SPECIFICATION),
        Note("証明 3件", "#第二条第一項第一号", NoteKind.PROOF),
    )
}


def main(folder: Path, files: list[Path]) -> int:
    """Pictures of every page; 2 if a program is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    missing: set[str] = set()
    for file in [one for given in files for one in _within(given)] or list(_sample(folder)):
        made = list(_pictures(file, folder, missing))
        print(*made, sep="\n")
    for name in sorted(missing):
        print(f"{name} がありません / {name} is not installed", file=sys.stderr)
    return 2 if missing else 0


def _within(given: Path) -> list[Path]:
    """The file, or every document in a folder but the report."""
    if not given.is_dir():
        return [given]
    kinds = {".docx", ".pdf", ".html"}
    return sorted(file for file in given.rglob("*") if file.suffix in kinds and file.name != _REPORT)


def _sample(folder: Path) -> Iterator[Path]:
    """The made-up ordinance in every profile, a draft in the last one."""
    for profile in PROFILES.values():
        beside = Beside(forms={FORM_FILE: form()}, notes=NOTES, is_draft=profile.name == "kakugi")
        for format in (Format.DOCX, Format.HTML, Format.PDF):
            file = folder / f"{profile.name}.{format}"
            file.write_bytes(emit(ordinance(20), format, profile, beside))
            yield file


def _pictures(file: Path, folder: Path, missing: set[str]) -> Iterator[Path]:
    match file.suffix:
        case ".docx":
            yield from _of_docx(file, folder, missing)
        case ".pdf":
            yield from _of_pdf(file, folder / f"{file.stem}.pdf", missing)
        case ".html":
            yield from _of_html(file, folder, missing)


def _of_docx(file: Path, folder: Path, missing: set[str]) -> Iterator[Path]:
    if not (office := _program("soffice", missing)):
        return
    with tempfile.TemporaryDirectory() as held:
        own = f"-env:UserInstallation={Path(held).as_uri()}/profile"
        command = [office, own, "--headless", "--convert-to", "pdf", "--outdir", held, str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        yield from _of_pdf(Path(held) / f"{file.stem}.pdf", folder / f"{file.stem}.docx", missing)


def _of_pdf(file: Path, name: Path, missing: set[str]) -> Iterator[Path]:
    if program := _program("pdftoppm", missing):
        for old in name.parent.glob(f"{name.name}-*.png"):
            old.unlink()
        subprocess.run([program, "-r", DOTS, "-png", str(file), str(name)], check=True, timeout=300)
        yield from sorted(name.parent.glob(f"{name.name}-*.png"))


def _of_html(file: Path, folder: Path, missing: set[str]) -> Iterator[Path]:
    """The screen in the direction of the file and in the other, and the printed pages."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        missing.add("chromium")
        return
    text = file.read_text(encoding="utf-8")
    turned = re.sub(
        r'id="(yoko|tate)"( checked)?', lambda f: f'id="{f[1]}"{"" if f[2] else " checked"}', text
    )
    with tempfile.TemporaryDirectory() as held:
        for name, page in (("screen", text), ("turned", turned)):
            source = Path(held) / f"{name}.html"
            source.write_text(page, encoding="utf-8")
            target = folder / f"{file.stem}.html-{name}.png"
            run(browser, f"--screenshot={target}", f"--window-size={WINDOW}", source.as_uri())
            yield target
        printed = Path(held) / "printed.pdf"
        run(browser, f"--print-to-pdf={printed}", "--no-pdf-header-footer", file.resolve().as_uri())
        yield from _of_pdf(printed, folder / f"{file.stem}.html-printed", missing)


def _program(name: str, missing: set[str]) -> str | None:
    found = shutil.which(name)
    if found is None:
        missing.add(name)
    return found


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
