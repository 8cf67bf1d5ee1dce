"""Closed lists of the room."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ResourceKind(models.TextChoices):
    """What can be taken only once at a time."""

    ROOM = "room", _("room")
    VEHICLE = "vehicle", _("vehicle")
    INTERPRETER = "interpreter", _("interpreter")
    OFFICER = "officer", pgettext_lazy("kind of resource", "officer on duty")
    TABLE = "table", pgettext_lazy("kind of resource", "table")
    BEDROOM = "bedroom", _("hotel room")


# Where people are put, one place each; the others are taken by items.
PLACED_IN: Final = (ResourceKind.VEHICLE, ResourceKind.TABLE, ResourceKind.BEDROOM)


class Vehicle(models.TextChoices):
    """How one gets from a site to the next."""

    WALK = "walk", _("on foot")
    CAR = "car", _("car")
    BUS = "bus", _("bus")
    TRAIN = "train", _("train")
    FERRY = "ferry", _("ferry")
    PLANE = "plane", _("plane")


class Meal(models.TextChoices):
    BREAKFAST = "breakfast", _("breakfast")
    LUNCH = "lunch", _("lunch")
    DINNER = "dinner", _("dinner")
    TEA = "tea", _("tea or coffee")


class Level(models.TextChoices):
    """How grave a conflict is. What is refused is not saved; the database keeps it so."""

    REFUSE = "refuse", pgettext_lazy("level of a conflict", "cannot be")
    WARN = "warn", pgettext_lazy("level of a conflict", "warning")
    NOTE = "note", pgettext_lazy("level of a conflict", "note")


class Shape(models.TextChoices):
    """How people sit or stand."""

    TABLE = "table", _("long table")
    ROUND = "round", _("round tables")
    U = "u", _("U-shape")
    THEATRE = "theatre", _("theatre")
    PHOTO = "photo", _("rows for a photograph")


class WordsKind(models.TextChoices):
    """Texts of an edition that papers print."""

    GREETING = "greeting", _("greeting")
    SPEECH = "speech", _("speech")
    STATEMENT = "statement", _("statement")
    PHRASE = "phrase", _("useful phrase")
    EMERGENCY = "emergency", _("emergency contact")
    PURPOSE = "purpose", pgettext_lazy("text of an edition", "purpose")
    COSTS = "costs", _("who pays what")
    ACTIVITY = "activity", _("main activity")
    FOLLOW_UP = "follow_up", _("follow-up")
    IMPLICATION = "implication", _("findings")
