from django.db import models
from django.utils.translation import gettext_lazy as _


class SourceKind(models.TextChoices):
    PRESS = "press", _("press report")
    OFFICIAL = "official", _("official publication")
    REGISTER = "register", _("public register")
    LAW = "law", _("law")
    WEB = "web", _("web page")
    BOOK = "book", _("book")
    OWN = "own", _("set down by the makers of Interlocal")


class ClaimKind(models.TextChoices):
    ANNOUNCED = "announced", _("announced beforehand")
    REPORTED = "reported", _("reported")
    OFFICIAL = "official", _("stated officially")
    RECORDED = "recorded", _("counted at check-in")


class Attribute(models.TextChoices):
    """What a claim is about. What its value looks like, and what can be checked, follows from it."""

    PARTICIPANTS = "participants", _("participants")
    LOCAL_GOVERNMENTS = "local_governments", _("local governments taking part")
    HEADS = "heads", _("heads of local governments taking part")
    DATES = "dates", _("dates")
    PLACE = "place", _("place")
    GAP_YEARS = "gap_years", _("years since the previous edition")
    CUMULATIVE_PARTICIPANTS = "cumulative_participants", _("participants to date")
    CADENCE = "cadence", _("how often it is held")
    EDITIONS_HELD = "editions_held", _("editions held")
    FOUNDED = "founded", _("founded")
    OVERSEAS_OFFICES = "overseas_offices", _("overseas offices")
    MEMBERS = "members", _("members")
    ELIGIBLE = "eligible", _("governments that may take part")
    ACTIVITY = "activity", _("activity on record")
    OTHER = "other", _("other statement")


class Qualifier(models.TextChoices):
    EXACT = "", _("exactly")
    ABOUT = "about", _("about")
    OVER = "over", _("over")
    AT_LEAST = "at_least", _("at least")
    UNDER = "under", _("under")


NUMBERS = frozenset(
    {
        Attribute.PARTICIPANTS,
        Attribute.LOCAL_GOVERNMENTS,
        Attribute.HEADS,
        Attribute.GAP_YEARS,
        Attribute.CUMULATIVE_PARTICIPANTS,
        Attribute.EDITIONS_HELD,
        Attribute.OVERSEAS_OFFICES,
        Attribute.MEMBERS,
        Attribute.ELIGIBLE,
    }
)

# Figures that change as time goes by: claims as of different times are a history, not a conflict.
CHANGING = frozenset(
    {Attribute.CUMULATIVE_PARTICIPANTS, Attribute.OVERSEAS_OFFICES, Attribute.MEMBERS, Attribute.ELIGIBLE}
)

# Of these a subject may have several: each is displayed, and none is a rival of another.
SEVERAL = frozenset({Attribute.ACTIVITY, Attribute.OTHER})
