"""A copy of specs/ that a test may spoil, and the check of it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from regcheck.analysis.report import Report
from regcheck.app.config import DEFAULT_RLIMIT
from regcheck.app.exits import exit_code
from regcheck.app.projects import find_projects
from regcheck.app.workspace import Workspace
from regcheck.diagnostics.wording import Language
from regcheck.render.full import full
from regcheck.render.machine import report_object
from regcheck.render.page import plain

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Outcome:
    """What a check of specs/medical says, as exit code, as JSON and as text."""

    reports: Mapping[str, Report]

    @property
    def code(self) -> int:
        return int(exit_code(self.reports.values()))

    @cached_property
    def json(self) -> dict[str, Any]:
        return report_object(self.reports, Language.JA)

    @property
    def findings(self) -> list[dict[str, Any]]:
        """Findings that the baseline does not accept."""
        return [d for d in self.json["diagnostics"] if d["known"] is None and d["severity"] != "info"]

    def saying(self, *words: str) -> list[str]:
        """Names of the findings in whose printed form every word stands."""
        blocks = self.text(Language.JA).split("\n\n")
        heads = [block for block in blocks if all(word in block for word in words) and "[RC" in block]
        return [block.split("]")[0].split()[-1] for block in heads]

    def text(self, language: Language) -> str:
        """The full rendering, without colours."""
        return plain(full(self.reports, language))


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """specs/ in a folder of its own; names in reports are those of the checkout."""

    root: Path

    def change(self, file: str, old: str, new: str, *, within: str = "") -> None:
        """Replace the one occurrence of `old`, in the item whose first line begins with `within`. `file` is one of
        specs/medical, or of another folder as ../act/changes.regspec."""
        path = self.root / "specs" / "medical" / file
        text = path.read_text(encoding="utf-8")
        start = text.index(f"\n{within}") if within else 0
        end = text.find("\n\n", start + 1) if within else -1
        item = text[start : end if end > 0 else len(text)]
        assert item.count(old) == 1, f"{old!r} stands {item.count(old)} times in {within or file}"
        path.write_text(text[:start] + item.replace(old, new) + text[start + len(item) :], encoding="utf-8")

    def drop_row(self, file: str, *cells: str) -> None:
        """Remove the one row of a 区分表 with these cells."""
        path = self.root / "specs" / "medical" / file
        lines = path.read_text(encoding="utf-8").split("\n")
        kept = [line for line in lines if [c.strip() for c in line.split("|")[1:-1]] != list(cells)]
        assert len(kept) == len(lines) - 1
        path.write_text("\n".join(kept), encoding="utf-8")

    def check(self, folder: str = "medical") -> Outcome:
        """regcheck check specs/<folder>."""
        projects, _ = find_projects([Path("specs", folder)])
        return Outcome(Workspace(rlimit=DEFAULT_RLIMIT).check(projects))


def copied(root: Path) -> Project:
    """The specs as they are committed."""
    shutil.copytree(ROOT / "specs", root / "specs")
    return Project(root=root)


def quoted(readme: str, after: str) -> str:
    """The fenced block of a README that follows the first occurrence of some words."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    return text[text.index(after) :].split("```\n")[1].rstrip("\n")
