"""Words for the codes of the registry and the evidence, as the public pages print them."""

from collections.abc import Callable
from functools import lru_cache, wraps

from django.utils.translation import gettext, pgettext

from interlocal.evidence.kinds import SourceKind
from interlocal.ground.countries import country_name
from interlocal.ground.tongues import reading
from interlocal.registry import kinds

Says = Callable[[str], str]


def _kept(says: Says) -> Says:
    """Lists print the same few words on every row, and looking one up in a catalogue takes its time."""

    @lru_cache(1024)
    def in_language(_tongue: str, code: str) -> str:
        return says(code)

    @wraps(says)
    def say(code: str) -> str:
        return in_language(reading(), code)

    return say


@_kept
def language(code: str) -> str:
    """With a context of their own: the framework's catalogues know these words, and say “English (US)”."""
    names = {
        "ko": pgettext("name of a language", "Korean"),
        "ja": pgettext("name of a language", "Japanese"),
        "zh": pgettext("name of a language", "Chinese"),
        "zh-Hans": pgettext("name of a language", "Simplified Chinese"),
        "zh-Hant": pgettext("name of a language", "Traditional Chinese"),
        "en": pgettext("name of a language", "English"),
    }
    return names.get(code, code)


@_kept
def script(code: str) -> str:
    names = {
        "Hang": gettext("hangul"),
        "Hani": gettext("Han characters"),
        "Hans": gettext("simplified Han characters"),
        "Hant": gettext("traditional Han characters"),
        "Hira": gettext("hiragana"),
        "Kana": gettext("katakana"),
        "Jpan": gettext("Japanese script"),
        "Kore": gettext("Korean script"),
        "Latn": gettext("Latin letters"),
    }
    return names.get(code, code)


@_kept
def country(code: str) -> str:
    return country_name(code, reading()) if code else gettext("international")


@_kept
def pair(code: str) -> str:
    """Countries of a tie: Japan – Korea, or Korea alone."""
    return " – ".join(country_name(part, reading()) for part in code.split("-") if part) or gettext(
        "international"
    )


@_kept
def body_kind(code: str) -> str:
    return str(kinds.BodyKind(code).label)


@_kept
def level(code: str) -> str:
    return str(kinds.Level(code).label) if code else ""


@_kept
def name_kind(code: str) -> str:
    return str(kinds.NameKind(code).label)


@_kept
def scheme(code: str) -> str:
    return str(kinds.Scheme(code).label)


@_kept
def post_kind(code: str) -> str:
    return str(kinds.PostKind(code).label)


@_kept
def member_role(code: str) -> str:
    return str(kinds.MemberRole(code).label)


@_kept
def tie_type(code: str) -> str:
    return str(kinds.TieType(code).label)


@_kept
def tie_state(code: str) -> str:
    return str(kinds.TieState(code).label)


@_kept
def approval(code: str) -> str:
    return str(kinds.Approval(code).label) if code else ""


@_kept
def source_kind(code: str) -> str:
    return str(SourceKind(code).label)


@_kept
def fact(what: str) -> str:
    """What sort of fact rests on a source."""
    names = {
        "entry": gettext("that it exists, and its main facts"),
        "name": gettext("a name"),
        "code": gettext("a code"),
        "parent": gettext("what it is part of"),
        "post": gettext("a post"),
        "tenure": gettext("a term in office"),
        "member": gettext("a membership"),
        "side": gettext("a side of the tie"),
        "state": gettext("a state"),
        "body": gettext("a body taking part"),
        "office_holder": gettext("an office-holder taking part"),
        "place": pgettext("a fact", "a place"),
        "item": gettext("an item of the programme"),
        "item_person": gettext("a role in the programme"),
        "outcome": gettext("an outcome"),
        "organiser": gettext("an organiser"),
        "cadence": gettext("how often it is meant to be held"),
        "claim": gettext("a figure or statement"),
    }
    return names.get(what, what)


@_kept
def subject_kind(code: str) -> str:
    names = {
        "body": gettext("Bodies"),
        "person": gettext("People"),
        "tie": gettext("Ties"),
        "series": gettext("Series"),
        "edition": pgettext("kind of subject", "Editions"),
        "place": gettext("Places"),
        "topic": gettext("Topics"),
    }
    return names.get(code, code)
