from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class SeriesKind(models.TextChoices):
    MEETING = "meeting", pgettext_lazy("kind of series", "meeting")
    CONFERENCE = "conference", _("conference")
    WORKSHOP = "workshop", _("workshop")
    TRAINING = "training", _("training")
    ASSEMBLY = "assembly", _("assembly")
    SESSION = "session", _("session")


class State(models.TextChoices):
    """What was said of an edition."""

    TENTATIVE = "tentative", _("tentative")
    ANNOUNCED = "announced", _("announced")
    CONFIRMED = "confirmed", _("confirmed")
    POSTPONED = "postponed", _("postponed")
    HELD = "held", _("held")
    CANCELLED = "cancelled", _("cancelled")


# Which state can follow which. Held is final; what was cancelled can be announced anew.
MOVES: dict[str, frozenset[str]] = {
    "": frozenset(State.values),
    "tentative": frozenset(State.values),
    "announced": frozenset(State.values),
    "confirmed": frozenset({"confirmed", "postponed", "held", "cancelled"}),
    "postponed": frozenset(State.values),
    "held": frozenset(),
    "cancelled": frozenset({"tentative", "announced", "confirmed"}),
}
COMING = (State.TENTATIVE, State.ANNOUNCED, State.CONFIRMED)


class Mode(models.TextChoices):
    IN_PERSON = "in_person", _("in person")
    HYBRID = "hybrid", _("hybrid")
    ONLINE = "online", _("online")


class OrganiserRole(models.TextChoices):
    ORGANISER = "organiser", _("organiser")
    CO_ORGANISER = "co-organiser", _("co-organiser")
    SECRETARIAT = "secretariat", pgettext_lazy("role of an organiser", "secretariat")
    SUPPORTER = "supporter", _("supporter")
    PARTNER = "partner", _("partner")


class BodyCapacity(models.TextChoices):
    HOST = "host", pgettext_lazy("capacity of a body", "host")
    CO_HOST = "co_host", _("co-host")
    ORGANISER = "organiser", _("organiser")
    SUPPORTER = "supporter", _("supporter")
    PARTICIPANT = "participant", _("participant")
    OBSERVER = "observer", _("observer")
    PARTNER = "partner", _("partner")


HOSTS = (BodyCapacity.HOST, BodyCapacity.CO_HOST)


class PersonCapacity(models.TextChoices):
    HEAD_OF_DELEGATION = "head_of_delegation", _("head of delegation")
    CHAIR = "chair", _("chair")
    CO_CHAIR = "co_chair", _("co-chair")
    HOST = "host", pgettext_lazy("capacity of a person", "host")
    PARTICIPANT = "participant", _("participant")
    DEPUTY = "deputy", _("deputy")
    SPEAKER = "speaker", _("speaker")
    GUEST = "guest", _("guest")
    SIGNATORY = "signatory", _("signatory")
    OBSERVER = "observer", _("observer")


class Attendance(models.TextChoices):
    ATTENDED = "attended", _("attended")
    ANNOUNCED = "announced", pgettext_lazy("attendance", "announced")
    REPRESENTED = "represented", _("represented by another")
    DECLINED = "declined", pgettext_lazy("attendance", "declined")
    SOUGHT = "sought", pgettext_lazy("attendance", "sought")


class PlaceKind(models.TextChoices):
    CITY = "city", pgettext_lazy("kind of place", "city")
    VENUE = "venue", _("venue")
    OFFICE = "office", _("government building")
    VILLAGE = "village", pgettext_lazy("kind of place", "village")
    TEMPLE = "temple", _("temple")
    SCHOOL = "school", _("school")
    STREET = "street", _("street")
    HOTEL = "hotel", _("hotel")
    MUSEUM = "museum", _("museum")
    OTHER = "other", _("other place")


class PlaceRole(models.TextChoices):
    CITY = "city", pgettext_lazy("role of a place", "host city")
    VENUE = "venue", _("venue")
    VISIT = "visit", _("visited")


class ItemKind(models.TextChoices):
    LECTURE = "lecture", _("lecture")
    PRESENTATION = "presentation", _("presentation")
    DISCUSSION = "discussion", _("discussion")
    QA = "qa", _("questions and answers")
    CEREMONY = "ceremony", _("ceremony")
    SPEECH = "speech", _("speech")
    MEETING = "meeting", pgettext_lazy("kind of item", "meeting")
    MEAL = "meal", _("meal")
    VISIT = "visit", _("visit")
    COURTESY_CALL = "courtesy_call", _("courtesy call")
    PERFORMANCE = "performance", _("performance")
    EXPERIENCE = "experience", _("cultural experience")
    BRIEFING = "briefing", _("briefing")
    SIGNING = "signing", _("signing")
    TRANSFER = "transfer", _("transfer")
    OTHER = "other", _("other item")


class ItemState(models.TextChoices):
    SOUGHT = "sought", pgettext_lazy("state of an item", "sought")
    AGREED = "agreed", pgettext_lazy("state of an item", "agreed")
    PLANNED = "planned", pgettext_lazy("state of an item", "planned")
    DONE = "done", pgettext_lazy("state of an item", "done")
    DECLINED = "declined", pgettext_lazy("state of an item", "declined")


class ItemRole(models.TextChoices):
    SPEAKER = "speaker", _("speaker")
    CHAIR = "chair", _("chair")
    HOST = "host", pgettext_lazy("capacity of a person", "host")
    GUEST = "guest", _("guest")
    SIGNATORY = "signatory", _("signatory")
    INTERPRETER = "interpreter", _("interpreter")
    PARTICIPANT = "participant", _("participant")


class OutcomeKind(models.TextChoices):
    AGREED = "agreed", pgettext_lazy("outcome", "agreed")
    SIGNED = "signed", pgettext_lazy("outcome", "signed")
    PROPOSED = "proposed", pgettext_lazy("outcome", "proposed")
    TO_BE_CONSIDERED = "to_be_considered", pgettext_lazy("outcome", "to be considered")
    EXPLORING = "exploring", pgettext_lazy("outcome", "being explored")
    INTENDED = "intended", pgettext_lazy("outcome", "intended")
    EXPECTED = "expected", pgettext_lazy("outcome", "expected")
    REQUESTED = "requested", pgettext_lazy("outcome", "requested")
    ANNOUNCED = "announced", pgettext_lazy("outcome", "announced")
