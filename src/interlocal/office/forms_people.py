"""Deciding on people, and what the table of people can be narrowed by."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.queries.people import Ask, PeoplePage
from interlocal.delegations.rules.people import FLAGS, SORTS
from interlocal.ground.countries import country_name
from interlocal.ground.pages.filters import Choice, Filters, Option, Words
from interlocal.ground.tongues import reading
from interlocal.office.forms import LongText, OfficeForm, Versioned

_NARROWING = ("text", "body", "country", "part", "state", "flag")
FLAG_WORDS: Mapping[str, Any] = {
    "missing": gettext_lazy("something is missing"),
    "duplicate": gettext_lazy("perhaps entered twice"),
    "change": gettext_lazy("late change to answer"),
    "returned": gettext_lazy("returned for correction"),
}
MISSING_WORDS: Mapping[str, Any] = {
    "latin": gettext_lazy("Latin spelling"),
    "post": pgettext_lazy("of a person", "post"),
    "data": gettext_lazy("personal data"),
}
# What a cell is called where its heading is not seen: on phones.
COLUMNS: Mapping[str, Any] = {
    "place": pgettext_lazy("in a list", "Place"),
    "post": gettext_lazy("Post"),
    "body": gettext_lazy("Government"),
    "part": pgettext_lazy("of a delegate", "Comes as"),
    "state": gettext_lazy("State"),
    "marked": gettext_lazy("Marked"),
}
DECIDED_WORDS: Mapping[str, Any] = {
    "pre_approve": pgettext_lazy("done", "pre-approved"),
    "approve": pgettext_lazy("done", "approved"),
    "refuse": pgettext_lazy("done", "not approved"),
    "return": pgettext_lazy("done", "returned for correction"),
}


class Reason(LongText):
    widget = forms.Textarea(attrs={"rows": 2})


def _reason() -> Reason:
    return Reason(
        max_length=1000,
        required=False,
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("Needed to refuse or return. The delegation reads it."),
    )


class DecideMany(OfficeForm):
    """One decision on those ticked: each `who` is a key and the version that was shown."""

    stage = forms.ChoiceField(choices=kinds.Stage.choices, widget=forms.HiddenInput)
    reason = _reason()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        given = self.data.getlist("who") if isinstance(self.data, QueryDict) else []
        cleaned["who"] = dict(_chosen(one) for one in given[:500])
        if not cleaned["who"]:
            raise forms.ValidationError(_("Tick at least one person."), code="nobody")
        return cleaned


class DecideOne(Versioned):
    stage = forms.ChoiceField(choices=kinds.Stage.choices, widget=forms.HiddenInput)
    reason = _reason()


class Undo(Versioned):
    """Taking back the newest decision."""


def _chosen(text: str) -> tuple[str, int]:
    key, _colon, version = text.partition(":")
    try:
        return str(UUID(key)), int(version)
    except ValueError:
        raise forms.ValidationError(_("Tick at least one person."), code="nobody") from None


def ask_of(given: QueryDict) -> Ask:
    """What an address asks; what it does not understand it leaves out."""
    said = {name: given.get(name, "").strip()[:200] for name in _NARROWING}
    sort = given.get("sort", "")
    return Ask(
        text=said["text"].replace("\0", ""),
        body=said["body"],
        country=said["country"],
        part=said["part"] if said["part"] in kinds.Part.values else "",
        state=said["state"] if said["state"] in kinds.State.values else "",
        flag=said["flag"] if said["flag"] in FLAGS else "",
        sort=sort if sort.removeprefix("-") in SORTS else "order",
        page=given.get("page"),
    )


def filters(page: PeoplePage, ask: Ask) -> Filters:
    tongue = reading()
    bodies = [Option(one.slug, one.name.text) for one in page.bodies]
    countries = sorted({one.country for one in page.bodies if one.country})
    return Filters(
        [
            Words("text", _("Name or post"), ask.text),
            Choice("body", _("Government"), bodies, ask.body),
            Choice(
                "country",
                _("Country"),
                [Option(one, country_name(one, tongue)) for one in countries],
                ask.country,
            ),
            Choice("part", pgettext("of a delegate", "Comes as"), _options(kinds.Part.choices), ask.part),
            Choice("state", _("State"), _options(kinds.State.choices), ask.state),
            Choice("flag", _("Marked"), [Option(one, str(FLAG_WORDS[one])) for one in FLAGS], ask.flag),
        ]
    )


def _options(choices: Any) -> list[Option]:
    return [Option(value, str(label)) for value, label in choices]


def words() -> dict[str, dict[str, str]]:
    """What codes are called in the language of the page."""
    return _words_in(reading())


@cache
def _words_in(_tongue: str) -> dict[str, dict[str, str]]:
    return {
        "parts": _words(dict(kinds.Part.choices)),
        "grades": _words(dict(kinds.Grade.choices)),
        "states": _words(dict(kinds.State.choices)),
        "stages": _words(dict(kinds.Stage.choices)),
        "decided": _words(DECIDED_WORDS),
        "flags": _words(FLAG_WORDS),
        "lacks": _words(MISSING_WORDS),
        "columns": _words(COLUMNS),
    }


def _words(labels: Mapping[Any, Any]) -> dict[str, str]:
    return {str(code): str(label) for code, label in labels.items()}
