"""What is asked of a person who is sent, and of a delegation as a whole."""

from collections.abc import Mapping
from typing import Any, Final

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.office.forms import Day, OfficeForm, Once, Text, Versioned

PARTS: Final = dict(kinds.Part.choices)
GRADES: Final = dict(kinds.Grade.choices)
STATES: Final = dict(kinds.State.choices)
ANSWERS: Final = dict(kinds.InvitationState.choices)
_TONGUES: Final = [(tongue, OWN_NAMES[tongue]) for tongue in TONGUES]
# Names of fields as a conflict and the form call them.
LABELS: Final[Mapping[str, Any]] = {
    "part": pgettext_lazy("of a delegate", "Comes as"),
    "family": _("Family name"),
    "given": _("Given name"),
    "script_language": _("Language of the name"),
    "latin_family": _("Family name in Latin letters"),
    "latin_given": _("Given name in Latin letters"),
    "reading_family": _("Reading of the family name"),
    "reading_given": _("Reading of the given name"),
    "post": _("Post"),
    "grade": _("Grade"),
    "post_since": _("In this post since"),
    "language": _("Language for letters and the personal page"),
    "languages": _("Languages spoken"),
}


def _name(field: str, **options: Any) -> Text:
    return Text(max_length=80, required=False, label=LABELS[field], **options)


def _other_post(tongue: str) -> Text:
    # Named in its own language: a field for Japanese is found by who reads Japanese.
    return Text(max_length=200, required=False, label=OWN_NAMES[tongue])


class Person(OfficeForm):
    """One delegate: name in the own script, as in the passport, how it is read, and the post."""

    part = forms.ChoiceField(label=LABELS["part"], choices=kinds.Part.choices, initial=kinds.Part.MEMBER)
    script_language = forms.ChoiceField(label=LABELS["script_language"], choices=_TONGUES)
    family = _name("family")
    given = _name("given")
    latin_family = _name("latin_family", help_text=_("As in the passport."))
    latin_given = _name("latin_given", help_text=_("As in the passport."))
    latin_confirmed = forms.BooleanField(required=False, label=_("This spelling is as in the passport."))
    reading_family = _name("reading_family", help_text=_("In kana, pinyin or hangul, as it is said."))
    reading_given = _name("reading_given")
    reading_confirmed = forms.BooleanField(required=False, label=_("This reading is right."))
    post = Text(
        max_length=200, required=False, label=LABELS["post"], help_text=_("In the person's own language.")
    )
    post_ko, post_ja, post_zh, post_en = (_other_post(tongue) for tongue in TONGUES)
    grade = forms.ChoiceField(
        label=LABELS["grade"],
        choices=kinds.Grade.choices,
        initial=kinds.Grade.OTHER,
        help_text=_("Decides rank in the order of precedence."),
    )
    post_since = Day(
        required=False,
        label=LABELS["post_since"],
        help_text=_("Among equals, who is longer in post comes first."),
    )
    language = forms.ChoiceField(
        label=LABELS["language"],
        choices=[("", _("the language of the name")), *_TONGUES],
        required=False,
    )
    languages = forms.MultipleChoiceField(
        label=LABELS["languages"], choices=_TONGUES, required=False, widget=forms.CheckboxSelectMultiple
    )

    def entered(self) -> Entered:
        """What the form says, once it is valid."""
        said = self.cleaned_data
        own = said["script_language"]
        others = {
            "ko": said["post_ko"],
            "ja": said["post_ja"],
            "zh-Hans": said["post_zh"],
            "en": said["post_en"],
        }
        post = {own: said["post"]} | {tongue: text for tongue, text in others.items() if text}
        return Entered(
            family=said["family"],
            given=said["given"],
            script_language=own,
            part=said["part"],
            latin_family=said["latin_family"],
            latin_given=said["latin_given"],
            latin_origin="supplied" if said["latin_confirmed"] else None,
            reading_family=said["reading_family"],
            reading_given=said["reading_given"],
            reading_origin="supplied" if said["reading_confirmed"] else None,
            post=post,
            grade=said["grade"],
            post_since=said["post_since"],
            language=said["language"] or own,
            languages=tuple(said["languages"]),
        )


class NewPerson(Person, Once):
    """Somebody not entered yet."""


class KnownPerson(Person, Versioned):
    """Somebody entered before; `place` in the sender's list counts from 1."""

    place = forms.IntegerField(required=False, min_value=1, max_value=999, label=_("Place in your list"))


class Substitute(Person, Once, Versioned):
    """Somebody sent in another's place: `version` is that of the one replaced. Part and seat are taken over."""

    part = None  # type: ignore[assignment]  # Django's way to leave a field out

    def entered(self) -> Entered:
        self.cleaned_data["part"] = kinds.Part.MEMBER
        return super().entered()


class Nomination(Once):
    """All drafts when `all` was pressed, else those ticked."""

    all = forms.CharField(required=False, max_length=1)


class Answer(Versioned):
    answer = forms.ChoiceField(choices=[("accepted", ""), ("declined", "")])


class Headcount(Versioned):
    headcount = forms.IntegerField(
        min_value=1,
        max_value=999,
        label=_("How many people come"),
        help_text=_("All together, interpreters and staff included."),
    )


def initial_of(entered: Entered) -> dict[str, object]:
    """What a form about somebody entered before begins with."""
    own = entered.script_language
    others = {tongue: text for tongue, text in entered.post.items() if tongue != own}
    return {
        "part": entered.part,
        "script_language": own,
        "family": entered.family,
        "given": entered.given,
        "latin_family": entered.latin_family,
        "latin_given": entered.latin_given,
        "reading_family": entered.reading_family,
        "reading_given": entered.reading_given,
        "post": entered.post.get(own, ""),
        "post_ko": others.get("ko", ""),
        "post_ja": others.get("ja", ""),
        "post_zh": others.get("zh-Hans", ""),
        "post_en": others.get("en", ""),
        "grade": entered.grade,
        "post_since": entered.post_since,
        "language": "" if entered.language == own else entered.language,
        "languages": list(entered.languages),
    }


def readable(side: Mapping[str, object]) -> dict[str, str]:
    """One side of a conflict in words."""
    return {name: _said(name, side[name]) for name in LABELS if name in side}


def _said(name: str, value: object) -> str:
    if isinstance(value, Mapping):
        return " / ".join(str(text) for text in value.values() if text)
    if name == "part":
        return str(PARTS.get(str(value), value))
    if name == "grade":
        return str(GRADES.get(str(value), value))
    if name in ("script_language", "language"):
        return OWN_NAMES.get(str(value), str(value))
    if isinstance(value, list | tuple):
        return ", ".join(OWN_NAMES.get(str(one), str(one)) for one in value)
    return "" if value is None else str(value)
