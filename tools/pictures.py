"""Figures and pages as a browser shows them: PNG files to look at, and words that meet on the screen.

    python tools/pictures.py FOLDER FILE...        FILE: .svg or .html

Needs Chromium (Debian: apt-get install chromium fonts-noto-cjk). The product does not.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, SCALE = 1000, 2
MEASURE = """
<script>
const inked = r => ({left: r.left, right: r.right, top: r.top + r.height / 5, bottom: r.bottom - r.height / 5});
const found = [], boxes = [...document.querySelectorAll('svg text')].map(t => [t, inked(t.getBoundingClientRect())]);
boxes.forEach(([t, a], n) => boxes.slice(n + 1).forEach(([u, b]) => {
  const same = t.ownerSVGElement === u.ownerSVGElement;
  if (same && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom)
    found.push([t.textContent, u.textContent]);
}));
document.body.setAttribute('data-met', JSON.stringify(found));
document.body.setAttribute('data-tall', Math.ceil(document.documentElement.scrollHeight));
</script>
"""


def main(folder: Path, files: list[Path]) -> int:
    """A picture of every file in light and in dark; 1 if words meet in one of them."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("Chromium がありません / no Chromium is installed", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    return max((picture(browser, folder, file) for file in files), default=0)


def picture(browser: str, folder: Path, file: Path) -> int:
    """Write the pictures of one file, and tell which words meet."""
    with tempfile.TemporaryDirectory() as held:
        page = Path(held) / "page.html"
        page.write_text(as_page(file), encoding="utf-8")
        dom = run(browser, "--dump-dom", f"--window-size={WIDTH},800", page.as_uri())
        tall = int(re.search(r'data-tall="(\d+)"', dom)[1])  # type: ignore[index]
        for name, dark in (("light", 0), ("dark", 1)):
            target = folder / f"{file.stem}.{name}.png"
            mode = [f"--blink-settings=preferredColorScheme={0 if dark else 1}"]
            size = [f"--window-size={WIDTH},{tall}", f"--force-device-scale-factor={SCALE}"]
            run(browser, f"--screenshot={target}", *size, *mode, page.as_uri())
            print(target)
    met = json.loads(re.search(r'data-met="([^"]*)"', dom)[1].replace("&quot;", '"'))  # type: ignore[index]
    for pair in met:
        print(f"{file.name}: {' × '.join(pair)}", file=sys.stderr)
    return 1 if met else 0


def as_page(file: Path) -> str:
    """The file as a page that measures itself."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        return text.replace("</body>", f"{MEASURE}</body>")
    drawing = text.split("?>", 1)[-1]
    return (
        f"<!DOCTYPE html><html><meta charset='utf-8'><body style='margin:0'>{drawing}{MEASURE}</body></html>"
    )


def run(browser: str, *options: str) -> str:
    """What the browser prints."""
    fixed = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--virtual-time-budget=2000"]
    ran = subprocess.run([browser, *fixed, *options], capture_output=True, text=True, check=True, timeout=120)
    return ran.stdout


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]))
