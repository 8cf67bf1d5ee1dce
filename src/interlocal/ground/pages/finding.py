"""Results of a search in the reader's words: what sort of thing was found, and why. The same behind every door."""

from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext, pgettext
from markupsafe import Markup, escape

from interlocal.ground.pages.printing import t
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading

# Kinds whose subjects have a page of their own. A place, for one, has none.
HAVE_PAGES: Final = frozenset({"series", "edition", "body", "person", "tie", "source", "topic"})


def kinds(kind: str) -> str:
    names = {
        "series": gettext("Series"),
        "edition": pgettext("kind of subject", "Editions"),
        "body": gettext("Bodies"),
        "person": gettext("People in office"),
        "tie": gettext("Ties"),
        "topic": gettext("Topics"),
        "item": gettext("Programme items"),
        "claim": gettext("Claims"),
        "source": gettext("Sources"),
    }
    return names.get(kind, kind)


def one(kind: str) -> str:
    names = {
        "series": pgettext("one subject", "Series"),
        "edition": pgettext("one subject", "Edition"),
        "body": pgettext("one subject", "Body"),
        "person": pgettext("one subject", "Person"),
        "tie": pgettext("one subject", "Tie"),
        "topic": pgettext("one subject", "Topic"),
        "item": pgettext("one subject", "Programme item"),
        "claim": pgettext("one subject", "Claim"),
        "source": pgettext("one subject", "Source"),
    }
    return names.get(kind, kind)


def language(code: str) -> str:
    names = {
        "ko": pgettext("name of a language", "Korean"),
        "ja": pgettext("name of a language", "Japanese"),
        "zh-Hans": pgettext("name of a language", "Simplified Chinese"),
        "zh-Hant": pgettext("name of a language", "Traditional Chinese"),
        "en": pgettext("name of a language", "English"),
    }
    return names.get(code, code)


def reasons(told: Iterable[tuple[str, Shown | None]], met: Shown | None) -> list[Markup]:
    """A sentence for each reason; that the words are there is no news beside a better one."""
    found = dict.fromkeys(why(reason, seen, met) for reason, seen in told)
    plain = why("words", None, None)
    return [one for one in found if one and (one != plain or len(found) == 1)]


def why(reason: str, seen: Shown | None, met: Shown | None) -> Markup:
    """Why something was found. `seen`: the name, or the term of a meaning; `met`: the words met in the original."""
    if reason == "name" and seen and seen.lang not in (reading(), "und"):
        return escape(gettext("its name in %(language)s") % {"language": language(seen.lang)})
    if reason == "meaning" and seen and met and met.text != seen.text:
        return _filled(gettext("by meaning: %(seen)s = %(met)s"), seen=seen, met=met)
    if reason == "translated" and met:
        return _filled(gettext("by translation: %(met)s"), met=met)
    return _filled(_SAYS.get(reason, lambda: "")(), seen=seen or Shown("", "und"))


_SAYS: Final = {
    "name": lambda: gettext("the name itself"),
    "code": lambda: gettext("by its code"),
    "belonging": lambda: gettext("by what belongs to it: %(seen)s"),
    "begins": lambda: gettext("begins so"),
    "part": lambda: gettext("part of the name"),
    "han": lambda: gettext("the same characters: %(seen)s"),
    "reading": lambda: gettext("the same name, by reading: %(seen)s"),
    "sound": lambda: gettext("the same name, by sound: %(seen)s"),
    "initials": lambda: gettext("by its initials: %(seen)s"),
    "meaning": lambda: gettext("by meaning: %(seen)s"),
    "translated": lambda: gettext("by translation"),
    "words": lambda: gettext("by its words"),
    "typo": lambda: gettext("nearly so written: %(seen)s"),
}


def _filled(sentence: str, **values: Shown) -> Markup:
    return Markup(sentence) % {name: printed(shown) for name, shown in values.items()}  # noqa: S704  # of the catalogue


def printed(shown: Shown) -> Markup:
    """With its language, where it has one."""
    return escape(shown.text) if shown.lang == "und" else t(shown)


def marked(lang: str, segments: Iterable[tuple[str, bool]], tongue: str) -> Markup:
    """A text in its own language, with what was met marked."""
    text = Markup().join(
        Markup("<mark>{}</mark>").format(text) if hit else escape(text) for text, hit in segments
    )
    return text if lang in (tongue, "und") else Markup('<span lang="{}">{}</span>').format(lang, text)
