"""The files that go with an ordinance: its 様式, one by one, and what is no part of it: 参照条文 and 要綱.

Owns: their names.
Refuses to know: what is in them, any format.
"""

from __future__ import annotations

from functools import partial

from regcheck.documents.cited.flow import cited_flow
from regcheck.documents.instrument.emit import Format
from regcheck.documents.instrument.flow import Flow
from regcheck.documents.ordinance.build import Ordinance
from regcheck.documents.ordinance.forms.pages import form_files
from regcheck.documents.planning.flows import plan_flow
from regcheck.documents.planning.plan import Plan, Planned
from regcheck.documents.planning.wanted import Wanted
from regcheck.documents.summary.flow import summary_flow

FORMS = "forms"
CITED = "cited"
SUMMARY = "summary"
_FOR_FILERS = (Format.DOCX, Format.PDF)


def plan_beside(ordinance: Ordinance, wanted: Wanted, draft: bool) -> Plan:
    """様式 that have fields, 参照条文 if the ordinance cites another law, and the 要綱."""
    law = ordinance.law
    plan: dict[str, Planned] = {}
    if law is None:
        return plan
    for name, flow in form_files(law, ordinance.forms):
        plan |= plan_flow(f"{FORMS}/{name}", flow.title, partial(_same, flow), wanted, draft, _FOR_FILERS)
    if ordinance.cited:
        cited = partial(cited_flow, law.name, ordinance.cited)
        plan |= plan_flow(CITED, "参照条文", cited, wanted, draft)
    if ordinance.summary is not None:
        plan |= plan_flow(SUMMARY, "要綱", partial(summary_flow, ordinance.summary), wanted, draft)
    return plan


def _same(flow: Flow) -> Flow:
    return flow
