"""The texts that one language of the command line must have.

Owns: the list of texts, checked by type: a language that lacks one does not compile.
Refuses to know: any language.

Plain objects, for a page of help loads nothing but click and the texts.
"""

from __future__ import annotations

from typing import dataclass_transform


@dataclass_transform(kw_only_default=True, frozen_default=True)
class _Catalogue:
    """Takes the texts that a subclass lists, by name."""

    def __init__(self, **texts: object) -> None:
        vars(self).update(texts)


class VerbTexts(_Catalogue):
    """What the list of verbs says of a verb, its page, and its arguments and options by name."""

    brief: str
    page: str
    options: dict[str, str]


class Texts(_Catalogue):
    """One language. Texts with {braces} are for str.format."""

    about: str
    usage: str
    arguments: str
    options: str
    verbs_heading: str
    footer: str
    help_option: str
    version_option: str
    lang_option: str
    debug_option: str
    verbs: dict[str, VerbTexts]
    # mistakes on the command line
    usage_error: str
    see_help: str
    no_verb: str
    unknown_verb: str
    unknown_option: str
    did_you_mean: str
    missing_value: str
    missing_argument: str
    unexpected_argument: str
    bad_value: str
    not_key_value: str
    no_path: str
    no_code: str
    no_finding: str
    many_findings: str
    no_row: str
    no_limit: str
    no_subject: str
    one_specification: str
    file_or_row: str
    no_second_solver: str
    no_day: str
    no_period: str
    not_understood: str
    expected: dict[str, str]
    outside_calendar: str
    outside_table: str
    not_event_day: str
    event_twice: str
    one_procedure: str
    one_law: str
    wants_file: str
    day_of_law: str
    unknown_suffix: str
    law_mended: str
    fix_or_check: str
    restated: str
    # talk
    crashed: str
    interrupted: str
    mutating: str
    solving: str
    written: str
    fresh: str
    stale: str
    missing: str
    extra: str
    changed: str
    changed_more: str
    changed_other: str
    changed_gone: str
    would_format: str
    formatted: str
    format_summary: str
    made: str
    certified: str
    not_certified: str
    kinds: dict[str, str]
    kept: str
    remembered: str
    cache_broken: str
    cache_useless: str
    cache_stats: str
    cache_cleared: str
    accepted: str
    already_accepted: str
