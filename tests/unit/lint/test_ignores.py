"""A comment accepts a finding in its place, and only with a reason."""

from __future__ import annotations

from regcheck.diagnostics.codes.dead import DeadPart
from regcheck.diagnostics.codes.internal import Unreplayed
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.lint.ignores import accept_ignored
from regcheck.source.span import SourceText, Span

TEXT = """\
指定基準「甲」：病院
  次の各号のいずれにも該当すること
    一　承認があること{inside}
    二　病床数が四百床以上であること

定義「乙」：病院
  承認があること
"""
DEAD = DeadPart(term="指定基準「甲」", part="第二条第一号")


def source(inside: str) -> SourceText:
    return SourceText("a.regspec", TEXT.format(inside=inside))


def finding(text: SourceText, words: str, payload: Payload = DEAD) -> Diagnostic:
    start = text.text.index(words)
    span = Span(text.name, start, start + len(words))
    return Diagnostic(payload=payload, annotations=(Annotation(span=span),))


def accepted(text: SourceText, *found: Diagnostic) -> tuple[list[str], list[str]]:
    """Codes of the comments' complaints, and the reasons of what they accept."""
    result = accept_ignored(found, {text.name: text})
    return [d.code.id for d in result.complaints], [i.reason for i in result.accepted.values()]


def test_a_comment_on_the_line_accepts_its_code_there() -> None:
    text = source("　# regcheck: ignore[RC503] 法律の文言にそろえるため")
    assert accepted(text, finding(text, "承認があること")) == ([], ["法律の文言にそろえるため"])


def test_it_accepts_no_other_code_and_no_other_line() -> None:
    text = source("  # regcheck: ignore[RC503] 理由")
    assert accepted(text, finding(text, "二　病床数")) == (["RC511"], [])
    other = source("  # regcheck: ignore[RC505] 理由")
    assert accepted(other, finding(other, "承認があること")) == (["RC511"], [])


def test_a_comment_alone_on_its_line_speaks_for_the_item() -> None:
    text = source("\n    # regcheck: ignore[RC503,RC505] 理由")
    assert accepted(text, finding(text, "二　病床数")) == ([], ["理由"])
    assert accepted(text, finding(text, "定義「乙」")) == (["RC511"], [])


def test_a_comment_before_an_item_speaks_for_the_next_one() -> None:
    text = SourceText("a.regspec", "＃ regcheck：ignore[RC503]　理由\n" + source("").text)
    assert accepted(text, finding(text, "一　承認")) == ([], ["理由"])


def test_no_reason_or_no_code_is_a_finding() -> None:
    for comment in ("  # regcheck: ignore[RC503]", "  # regcheck: ignore 理由"):
        text = source(comment)
        assert accepted(text, finding(text, "一　承認があること")) == (["RC512"], [])


def test_faults_of_the_tool_cannot_be_accepted() -> None:
    text = source("  # regcheck: ignore[RC901] 理由")
    assert accepted(text, finding(text, "一　承認", Unreplayed(obligation="甲"))) == (["RC511"], [])
