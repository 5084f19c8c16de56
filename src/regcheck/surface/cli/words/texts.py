"""The texts that one language of the command line must have.

Owns: the list of texts, checked by type: a language that lacks one does not compile.
Refuses to know: any language.
"""

from __future__ import annotations

from regcheck.frozen import Frozen


class VerbTexts(Frozen):
    """What the list of verbs says of a verb, its page, and its arguments and options by name."""

    brief: str
    page: str
    options: dict[str, str]


class Texts(Frozen):
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
    no_subject: str
    one_specification: str
    file_or_row: str
    # talk
    crashed: str
    interrupted: str
    solving: str
    written: str
    fresh: str
    stale: str
    missing: str
    extra: str
    would_format: str
    formatted: str
    format_summary: str
    made: str
    accepted: str
    already_accepted: str
