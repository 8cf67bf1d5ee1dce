"""Words for the codes of series, editions and programmes, as the public pages print them."""

from collections.abc import Mapping
from functools import cache

from django.db.models import TextChoices
from django.utils.translation import gettext, pgettext

from interlocal.ground.tongues import reading
from interlocal.ground.wording import print_ordinal
from interlocal.programmes import kinds


@cache
def _labels(choices: type[TextChoices], tongue: str) -> Mapping[str, str]:
    """Labels of one language, translated once: a long programme asks for the same few words again and
    again.
    """
    return {value: str(label) for value, label in choices.choices}


def _label(choices: type[TextChoices], code: str) -> str:
    return _labels(choices, reading()).get(code, code)


def series_kind(code: str) -> str:
    return _label(kinds.SeriesKind, code)


def ordinal(number: int) -> str:
    return print_ordinal(number, reading())


def state(code: str) -> str:
    return _label(kinds.State, code)


def mode(code: str) -> str:
    return _label(kinds.Mode, code)


def organiser_role(code: str) -> str:
    return _label(kinds.OrganiserRole, code)


def body_capacity(code: str) -> str:
    return _label(kinds.BodyCapacity, code)


def person_capacity(code: str) -> str:
    return _label(kinds.PersonCapacity, code)


def attendance(code: str) -> str:
    return _label(kinds.Attendance, code)


def place_role(code: str) -> str:
    return _label(kinds.PlaceRole, code)


def item_kind(code: str) -> str:
    return _label(kinds.ItemKind, code)


def item_state(code: str) -> str:
    return _label(kinds.ItemState, code)


def item_role(code: str) -> str:
    return _label(kinds.ItemRole, code)


def outcome_kind(code: str) -> str:
    return _label(kinds.OutcomeKind, code)


def zone(code: str) -> str:
    return _zones(reading()).get(code, code)


@cache
def _zones(tongue: str) -> Mapping[str, str]:
    return {
        "Asia/Seoul": gettext("Korean time"),
        "Asia/Tokyo": gettext("Japanese time"),
        "Asia/Shanghai": gettext("Chinese time"),
    }


def heritage(code: str) -> str:
    return {"unesco": gettext("UNESCO World Heritage"), "national": gettext("national heritage")}.get(
        code, ""
    )


def verb(code: str) -> str:
    """What a journal line says happened."""
    names = {
        "recorded": pgettext("journal", "New"),
        "corrected": pgettext("journal", "Changed"),
        "removed": pgettext("journal", "Removed"),
    }
    return names.get(code, code)


def subject(code: str) -> str:
    names = {
        "series": pgettext("one subject", "Series"),
        "edition": pgettext("one subject", "Edition"),
        "body": pgettext("one subject", "Body"),
        "person": pgettext("one subject", "Person"),
        "tie": pgettext("one subject", "Tie"),
        "source": pgettext("one subject", "Source"),
        "place": pgettext("one subject", "Place"),
        "topic": pgettext("one subject", "Topic"),
    }
    return names.get(code, code)


def part(table: str) -> str:
    """What of a subject changed, by the table it is kept in."""
    names = {
        "claim": gettext("figures and statements"),
        "item": gettext("items of the programme"),
        "itemparticipation": gettext("roles in the programme"),
        "itemtopic": gettext("topics of items"),
        "outcome": gettext("outcomes"),
        "outcomevoice": gettext("voices behind outcomes"),
        "editionstate": gettext("states"),
        "editionplace": gettext("places"),
        "editiontopic": gettext("topics"),
        "bodyparticipation": gettext("bodies taking part"),
        "officeholderparticipation": gettext("people taking part"),
        "organiser": gettext("organisers"),
        "seriestopic": gettext("topics"),
        "membership": gettext("memberships"),
        "post": gettext("posts"),
        "tenure": gettext("terms in office"),
        "tieside": gettext("sides"),
        "bodycode": gettext("codes"),
        "bodyparent": gettext("larger bodies"),
        "citation": gettext("citations"),
        "footnote": gettext("citations"),
    }
    return gettext("names") if table.endswith("name") else names.get(table, gettext("main facts"))


def did(word: str) -> str:
    names = {"made": gettext("added"), "altered": gettext("changed"), "removed": gettext("removed")}
    return names.get(word, word)
