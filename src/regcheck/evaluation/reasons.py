"""What decided: the provisions at the bottom of a trace.

Owns: the way from a trace to the 号 that brought its truth about.
Refuses to know: how a truth is computed, layout.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.evaluation.trace import Trace
from regcheck.model.provisions import provision_label
from regcheck.model.specification import Header


def deciding_provisions(trace: Trace) -> tuple[str, ...]:
    """第二条第二号イ, 特例「X」: the 号 that decided, and those of the rules they lean on, each once.

    For UNKNOWN, those that are open.
    """
    return tuple(dict.fromkeys(_provisions(trace, None, ())))


def _provisions(trace: Trace, rule: Header | None, labels: tuple[str, ...]) -> Iterator[str]:
    """`labels` lead from the beginning of the rule to the node."""
    if trace.rule is not None:
        if rule is not None and labels:
            yield provision_label(rule, labels)
        rule, labels = trace.rule, (trace.about,) if trace.about else ()
    elif trace.label:
        labels = (*labels, trace.label)
    for reason in trace.reasons:
        yield from _provisions(reason, rule, labels)
    if rule is not None and not trace.reasons:
        yield provision_label(rule, labels)
