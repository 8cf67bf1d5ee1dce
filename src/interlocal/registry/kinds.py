from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BodyKind(models.TextChoices):
    COUNTRY = "country", _("country")
    PROVINCE = "province", _("province-level government")
    MUNICIPALITY = "municipality", _("municipality")
    ASSOCIATION = "association", _("association")
    OFFICE = "office", _("office")
    MINISTRY = "ministry", _("ministry")
    MISSION = "mission", _("mission")
    SECRETARIAT = "secretariat", _("secretariat")
    INTERNATIONAL = "international", _("international body")
    OTHER = "other", _("other body")


GOVERNMENTS = (BodyKind.PROVINCE, BodyKind.MUNICIPALITY)


class Level(models.TextChoices):
    """A government's own legal type."""

    SPECIAL_CITY = "special-city", _("special city")
    METROPOLITAN_CITY = "metropolitan-city", _("metropolitan city")
    SPECIAL_SELF_GOVERNING_CITY = "special-self-governing-city", _("special self-governing city")
    DO = "do", _("province (do)")
    SPECIAL_SELF_GOVERNING_PROVINCE = "special-self-governing-province", _("special self-governing province")
    TO = "to", _("metropolis (to)")
    DO_HOKKAIDO = "do-hokkaido", _("prefecture (dō)")
    FU = "fu", _("prefecture (fu)")
    KEN = "ken", _("prefecture (ken)")
    PROVINCE = "province", _("province")
    AUTONOMOUS_REGION = "autonomous-region", _("autonomous region")
    DIRECT = "municipality-direct", _("municipality under the central government")
    SI = "si", _("city (si)")
    GUN = "gun", _("county (gun)")
    GU = "gu", _("district (gu)")
    CITY = "city", pgettext_lazy("level of government", "city")
    TOWN = "town", _("town")
    VILLAGE = "village", pgettext_lazy("level of government", "village")
    COUNTY = "county", _("county")


class NameKind(models.TextChoices):
    OFFICIAL = "official", _("official name")
    SHORT = "short", _("short name")
    FORMER = "former", _("former name")
    READING = "reading", _("reading")
    ROMANISED = "romanised", _("romanised")
    SUPPLIED = "supplied", _("name supplied by the body or person")


class Scheme(models.TextChoices):
    ISO = "iso-3166-2", "ISO 3166-2"
    KOREA = "kr-admin", _("Korean administrative standard code")
    JAPAN = "jp-lgcode", _("Japanese local government code")
    CHINA = "cn-gbt2260", _("Chinese division code (GB/T 2260)")


class PostKind(models.TextChoices):
    HEAD = "head", _("head of government")
    DEPUTY = "deputy", _("deputy head of government")
    CHAIR = "chair", _("chair")
    SECRETARY_GENERAL = "secretary-general", _("secretary-general")
    DEPUTY_SECRETARY_GENERAL = "deputy-secretary-general", _("deputy secretary-general")
    MINISTER = "minister", _("minister")
    VICE_MINISTER = "vice-minister", _("vice-minister")
    PRIME_MINISTER = "prime-minister", _("prime minister")
    PRESIDENT = "president", _("president")
    AMBASSADOR_IR = "ambassador-ir", _("ambassador for international relations")
    AMBASSADOR = "ambassador", _("ambassador")
    DIRECTOR = "director", _("director")
    OFFICIAL = "official", _("official")
    OTHER = "other", _("other post")


class MemberRole(models.TextChoices):
    MEMBER = "member", _("member")
    CHAIR = "chair", _("chair")
    OBSERVER = "observer", _("observer")
    FOUNDER = "founder", _("founding member")


class TieType(models.TextChoices):
    SISTER = "sister", _("sister relationship")
    FRIENDSHIP = "friendship", _("friendship relationship")
    EXCHANGE_MOU = "exchange_mou", _("exchange memorandum")
    MOU = "mou", _("memorandum of understanding")
    OTHER = "other", _("other relationship")


class TieState(models.TextChoices):
    PROPOSED = "proposed", _("proposed")
    IN_FORCE = "in_force", _("in force")
    SUSPENDED = "suspended", _("suspended")
    ENDED = "ended", _("ended")


class Approval(models.TextChoices):
    COUNCIL = "council", _("council or assembly")
    HEAD = "head", _("head of government")
    MINISTRY = "ministry", _("ministry")
    NONE_NEEDED = "none_needed", _("none needed")
    UNKNOWN = "unknown", _("not known")
