"""Forms of preparations: copying one, its settings and its deadlines."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.commands.preparations import Settings
from interlocal.delegations.queries.copying import Proposal
from interlocal.delegations.rules.copying import Invited, Plan, renamed
from interlocal.ground.tongues import OWN_NAMES, TONGUES
from interlocal.office.forms import Day, OfficeForm, Once, Text, Versioned

ZONES = (
    "Asia/Seoul",
    "Asia/Tokyo",
    "Asia/Shanghai",
    "Asia/Taipei",
    "Asia/Hong_Kong",
    "Asia/Ulaanbaatar",
    "UTC",
)
LANGUAGES = tuple((tongue, OWN_NAMES[tongue]) for tongue in TONGUES)


def field_of(name: str, tongue: str) -> str:
    """What a text's field is called in one language: name_ko, name_zh."""
    return f"{name}_{tongue.partition('-')[0]}"


def tongues_of(name: str, form: forms.Form) -> list[tuple[str, Any]]:
    """The fields of a text with their languages."""
    return [(tongue, form[field_of(name, tongue)]) for tongue in TONGUES]


class Texts(OfficeForm):
    """Texts in four languages: each name in `texts` becomes four fields, none of them required alone."""

    texts: tuple[tuple[str, Any, int], ...] = ()

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, label, length in self.texts:
            for tongue in TONGUES:
                field = Text(label=f"{OWN_NAMES[tongue]}", max_length=length, required=False)
                field.widget.attrs.update({"lang": tongue, "aria-label": f"{label} ({OWN_NAMES[tongue]})"})
                self.fields[field_of(name, tongue)] = field

    def groups(self) -> list[tuple[str, Any, list[tuple[str, Any]]]]:
        return [(name, label, tongues_of(name, self)) for name, label, _length in self.texts]

    def said_before(self, name: str) -> bool:
        """Whether anything stands in a text's fields, or is wrong with it."""
        return any(bound.value() or bound.errors for _tongue, bound in tongues_of(name, self))

    def said(self, name: str) -> dict[str, str]:
        return {tongue: self.cleaned_data[field_of(name, tongue)] for tongue in TONGUES}


def spread(name: str, texts: Mapping[str, str]) -> dict[str, str]:
    """A text as the initial values of its fields."""
    return {field_of(name, tongue): text for tongue, text in texts.items()}


_NAMES = ("name", _("Name"), 300)
_PLACE = ("place", _("Place"), 200)


class _Facts(Texts):
    texts = (_NAMES, _PLACE)
    ordinal = forms.IntegerField(label=_("Number of the edition"), min_value=1, max_value=999, required=False)
    timezone = forms.ChoiceField(label=_("Clock"), choices=[(zone, zone) for zone in ZONES])
    language = forms.ChoiceField(label=_("Working language"), choices=LANGUAGES)
    host = forms.ChoiceField(label=_("Host"), required=False)
    seats = forms.IntegerField(
        label=_("Seats over all"),
        help_text=_("Leave empty if only the quotas count."),
        min_value=1,
        max_value=10000,
        required=False,
    )

    def offer_hosts(self, hosts: Iterable[tuple[str, str]]) -> None:
        field: Any = self.fields["host"]
        field.choices = [("", _("not known yet")), *hosts]


class Days(Versioned):
    """On which days the edition is held."""

    from_on = Day(label=_("First day"))
    days = forms.IntegerField(label=_("Number of days"), min_value=1, max_value=60)


class Empty(_Facts, Once):
    """A preparation from nothing."""

    from_on = Day(label=_("First day"))
    days = forms.IntegerField(label=_("Number of days"), min_value=1, max_value=60)

    def plan(self, series: str) -> Plan:
        data = self.cleaned_data
        return Plan(
            series=series,
            names=self.said("name"),
            place=self.said("place"),
            from_on=data["from_on"],
            days=data["days"],
            ordinal=data["ordinal"],
            host=data["host"],
            timezone=data["timezone"],
            language=data["language"],
            seats=data["seats"],
        )


TICKS = ("bodies", "items", "steps", "papers", "needs", "notes")


class Copy(Empty):
    """What is taken over from the last edition: everything that is ticked."""

    order = forms.BooleanField(label=_("The same rules of order"), required=False)
    seen_year = forms.IntegerField(widget=forms.HiddenInput, required=False)
    # What it is copied from, as it was shown: the form sent again, or after another was made, means the same.
    after = forms.SlugField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any, *, proposal: Proposal) -> None:
        super().__init__(_follow_year(data, proposal), initial=_proposed(proposal))
        self.proposal = proposal
        for name in TICKS:
            keys = _keys(proposal, name)
            self.fields[name] = forms.MultipleChoiceField(
                choices=[(key, key) for key in keys], required=False
            )
        for one in proposal.bodies:
            for prefix, value in (("quota", one.quota), ("support", one.support_quota)):
                self.fields[f"{prefix}-{one.body.slug}"] = forms.IntegerField(
                    min_value=0, max_value=500, initial=value, required=False
                )

    def ticked(self, name: str) -> set[str]:
        """What is ticked in the form as it is shown."""
        if self.is_bound:
            data: Any = self.data
            return set(data.getlist(name))
        return set(self.initial[name])

    def plan(self, series: str) -> Plan:
        data = self.cleaned_data
        base = super().plan(series)
        chosen = {name: frozenset(data[name]) for name in TICKS}
        bodies = tuple(
            Invited(
                one.body.slug,
                _number(data, f"quota-{one.body.slug}", one.quota),
                _number(data, f"support-{one.body.slug}", one.support_quota),
            )
            for one in self.proposal.bodies
            if one.body.slug in chosen["bodies"]
        )
        return replace(
            base,
            bodies=bodies,
            items=chosen["items"],
            steps=chosen["steps"],
            papers=chosen["papers"],
            needs=chosen["needs"],
            notes=chosen["notes"],
            takes_order=data["order"],
            after=data["after"],
        )


def _number(data: Mapping[str, Any], name: str, otherwise: int) -> int:
    found = data.get(name)
    return otherwise if found is None else int(found)


def _keys(proposal: Proposal, name: str) -> list[str]:
    if name == "bodies":
        return [one.body.slug for one in proposal.bodies]
    if name == "steps":
        return [one.step for one in proposal.steps]
    return [one.key for one in getattr(proposal, name)]


def _proposed(proposal: Proposal) -> dict[str, Any]:
    ticked = {name: _keys(proposal, name) for name in TICKS}
    ticked["bodies"] = [one.body.slug for one in proposal.bodies if one.wanted]
    return {
        **ticked,
        **spread("name", proposal.names),
        **spread("place", proposal.place),
        "ordinal": proposal.ordinal,
        "from_on": proposal.from_on,
        "days": proposal.days,
        "host": proposal.host,
        "timezone": proposal.timezone,
        "language": proposal.language,
        "seats": proposal.seats,
        "order": bool(proposal.order_rule),
        "seen_year": proposal.from_on.year,
        "after": proposal.after.slug if proposal.after else "",
    }


def _follow_year(data: Any, proposal: Proposal) -> Any:
    """Names follow the new date: the year that was seen beside them becomes the year of the new first day."""
    if data is None or data.get("do") != "look":
        return data
    seen, year = data.get("seen_year", ""), proposal.from_on.year
    if not (seen.isdigit() and len(seen) == 4):
        return data
    given = data.copy()
    for tongue in TONGUES:
        key = field_of("name", tongue)
        given[key] = renamed(given.get(key, ""), lang=tongue, ordinal=(None, None), year=(int(seen), year))
    given["seen_year"] = str(year)
    return given


class Look(OfficeForm):
    """Only the days of a proposal, to see what follows from them."""

    from_on = Day(required=False)
    days = forms.IntegerField(min_value=1, max_value=60, required=False)


class Settle(_Facts, Versioned):
    """The settings of a preparation."""

    order_rule = forms.ChoiceField(label=_("Order of delegations"), choices=kinds.OrderRule.choices)
    order_language = forms.ChoiceField(label=_("Language of the order"), choices=LANGUAGES)
    within_rule = forms.ChoiceField(label=_("Order within a delegation"), choices=kinds.WithinRule.choices)

    def settings(self) -> Settings:
        data = self.cleaned_data
        return Settings(
            names=self.said("name"),
            place=self.said("place"),
            ordinal=data["ordinal"],
            host=data["host"],
            timezone=data["timezone"],
            language=data["language"],
            seats=data["seats"],
            order_rule=data["order_rule"],
            order_language=data["order_language"],
            within_rule=data["within_rule"],
        )


class Deadlines(Versioned):
    """A day for each step; a step without one has no deadline."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for step in kinds.Step:
            self.fields[step.value] = Day(label=step.label, required=False)

    def due(self) -> dict[str, date | None]:
        return {step: self.cleaned_data[step] for step in kinds.STEPS}


class AddPaper(Texts, Once):
    texts = (("title", _("Paper"), 200),)
