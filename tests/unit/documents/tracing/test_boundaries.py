"""Each limit of a text or a cell is told with what comes out just below, at and just above it, as its own words have it."""

from __future__ import annotations

from regcheck.analysis.pipeline import Inputs, check
from regcheck.documents.tracing.boundaries import cuts_of
from regcheck.proof.engine import Z3Prover

SPEC = """区分　事項
  名称、割合

対象　変更
  事項：事項
  割合：割合　０以上１以下
  人数：整数（人）　０以上

定義「大きな変更」：変更
  条項　第四条
  人数が百人を超えること

区分表「手続」：変更
  条項　第五条
  該当は一つのみ、漏れなし
  | 事項 | 割合         | → 手続 |
  | 名称 | ―            | 届出   |
  | 割合 | 25%以下      | 不要   |
  | 割合 | 25%超1/3未満 | 報告   |
  | 割合 | 1/3以上      | 命令   |
"""


def test_every_limit_has_the_cases_of_its_own_words() -> None:
    files = {"a.regspec": SPEC.encode()}
    report = check(Inputs(own=frozenset(files), files=files), Z3Prover)
    assert [(SPEC[cut.span.start : cut.span.end].strip(), cut.words) for cut in cuts_of(report)] == [
        ("人数が百人を超える", "人数 99人は非該当、100人は非該当、101人は該当"),
        ("割合 | 25%以下      | 不要", "割合 24.99%は該当、25%は該当、25.01%は非該当"),
        ("割合 | 25%超1/3未満 | 報告", "割合 24.99%は非該当、25%は非該当、25.01%は該当"),
        ("割合 | 25%超1/3未満 | 報告", "割合 33.33%は該当、1/3は非該当、33.34%は非該当"),
        ("割合 | 1/3以上      | 命令", "割合 33.33%は非該当、1/3は該当、33.34%は該当"),
    ]
