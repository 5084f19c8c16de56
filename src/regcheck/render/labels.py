"""The words that stand around findings and ledgers, in both languages.

Owns: labels, verdict words and closing sentences of the `full` rendering.
Refuses to know: the words of a finding itself (its payload has them), layout.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.diagnostics.diagnostic import Severity
from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen
from regcheck.proof.verdict import Verdict
from regcheck.render.run import EN, JA, RunWords


class Labels(Frozen):
    """One language's words; texts with {braces} are for str.format."""

    severity: Mapping[Severity, str]
    verdict: Mapping[Verdict, str]
    colon: str
    comma: str
    provisions: str
    case: str
    run: str
    run_words: RunWords
    absent: str
    outcome: str
    example: str
    example_of: str
    aside: str
    further: str
    no_further: str
    snippet: str
    advice: str
    fix: str
    fingerprint: str
    ledger: str
    whole: str
    items: str
    of_these_known: str
    known: str
    reason: str
    place: str
    broken: str
    refuted: str
    undecided: str
    interrupted: str
    unreplayed: str
    clean: str
    clean_known: str
    nothing: str


_JA = Labels(
    severity={Severity.ERROR: "誤り", Severity.WARNING: "注意", Severity.INFO: "参考"},
    verdict={
        Verdict.REFUTED: "反例あり",
        Verdict.UNREPLAYED: "再現できず",
        Verdict.UNDECIDED: "判定できず",
        Verdict.VACUOUS: "空虚",
        Verdict.STALE: "古い",
        Verdict.NOT_RUN: "未実施",
        Verdict.PROVED: "証明済み",
    },
    colon="：",
    comma="、",
    provisions="条項",
    case="場合",
    run="経過",
    run_words=JA,
    absent="起こらない事象",
    outcome="結果",
    example="例",
    example_of="{row}ほか{others}件",
    aside="（{text}）",
    further="別の例{number}",
    no_further="決め手の違う例はほかにありません",
    snippet="この場合を事例として書くと",
    advice="直し方",
    fix="書換え案",
    fingerprint="指紋",
    ledger="検査の台帳",
    whole="（全体）",
    items="{kind}（{count}件）",
    of_these_known="（うち承知済み{count}）",
    known="承知済みの指摘",
    reason="理由",
    place="場所",
    broken="{findings}件の指摘があります。上から順に直し、もう一度検査してください。",
    refuted="{findings}件の指摘があります（検査{obligations}件のうち証明済み{proved}件）。上から順に直し、もう一度検査してください。",
    undecided="指摘はありませんが、検査{obligations}件のうち{rest}件が終わっていません。判定できなかった条を分けるか、rlimitを増やしてください。",
    interrupted="中断しました。検査{obligations}件のうち{rest}件が終わっていません（指摘{findings}件）。",
    unreplayed="道具の内部の不一致があります。条文の誤りではありません。この表示を添えて開発者に知らせてください。",
    clean="問題は見つかりませんでした。検査{obligations}件をすべて証明しました。",
    clean_known="新しい問題は見つかりませんでした。検査{obligations}件のうち{proved}件を証明し、残りは承知済みです（承知済みの指摘{known}件）。",
    nothing="問題は見つかりませんでした。証明すべき事項はありません。",
)

_EN = Labels(
    severity={Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"},
    verdict={
        Verdict.REFUTED: "refuted",
        Verdict.UNREPLAYED: "not replayed",
        Verdict.UNDECIDED: "undecided",
        Verdict.VACUOUS: "vacuous",
        Verdict.STALE: "stale",
        Verdict.NOT_RUN: "not run",
        Verdict.PROVED: "proved",
    },
    colon=": ",
    comma=", ",
    provisions="provisions",
    case="case",
    run="course",
    run_words=EN,
    absent="events that do not happen",
    outcome="outcome",
    example="example",
    example_of="{row} and {others} more",
    aside=" ({text})",
    further="another case, {number}",
    no_further="no other case is decided by other conditions",
    snippet="this case as a 事例",
    advice="what to do",
    fix="suggested text",
    fingerprint="fingerprint",
    ledger="Ledger of checks",
    whole="(whole)",
    items="{kind} ({count} items)",
    of_these_known=" ({count} known)",
    known="Known findings",
    reason="reason",
    place="place",
    broken="Findings: {findings}. Mend them from the top and check again.",
    refuted="Findings: {findings} ({proved} of {obligations} checks proved). Mend them from the top and check again.",
    undecided="No findings, but {rest} of {obligations} checks did not finish. Split the provisions that are named, or raise rlimit.",
    interrupted="Interrupted. {rest} of {obligations} checks did not finish (findings: {findings}).",
    unreplayed="The tool disagrees with itself; the provisions are not at fault. Please send this output to its developers.",
    clean="No problems found. All {obligations} checks are proved.",
    clean_known="No new problems found. {proved} of {obligations} checks are proved, the others are known (known findings: {known}).",
    nothing="No problems found. There is nothing to prove.",
)


def labels(language: Language) -> Labels:
    """The words of a language."""
    return {Language.JA: _JA, Language.EN: _EN}[language]
