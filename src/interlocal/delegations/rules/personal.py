"""What may be written into the fields asked of people, who may read them, and how they are shown covered."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.delegations import kinds
from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

LONGEST: Final[Mapping[str, int]] = {"email": 254, "phone": 40, "emergency": 200, "arrival": 500}
LONGEST_TEXT: Final = 1000
SEXES: Final = {
    "F": pgettext_lazy("in a passport", "female"),
    "M": pgettext_lazy("in a passport", "male"),
    "X": pgettext_lazy("in a passport", "unspecified (X)"),
}
# ISO 3166-1. Those most of our people have are named; the others are chosen by their code.
NAMED_COUNTRIES: Final[Mapping[str, Any]] = {
    "KR": _("Republic of Korea"),
    "JP": _("Japan"),
    "CN": _("China"),
    "MN": _("Mongolia"),
    "RU": _("Russia"),
    "US": _("United States"),
}
_CODES = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
"""
COUNTRIES: Final = frozenset(_CODES.split())
# Signs of a passport number by who issues it; any other has 5 to 12 letters and digits.
PASSPORTS: Final[Mapping[str, str]] = {
    "KR": r"[A-Z]\d{8}|[A-Z]\d{3}[A-Z]\d{4}|[A-Z]{2}\d{7}",
    "JP": r"[A-Z]{2}\d{7}",
    "CN": r"[A-Z]\d{8}|[A-Z]{2}\d{7}",
}
_PHONE = re.compile(r"\+?[0-9 ()./\-]{5,40}( ?(ext\.?|x|내선|内線|分机) ?\d{1,6})?", re.IGNORECASE)
_DOTS = "••••"


@dataclass(frozen=True, slots=True)
class Facts:
    """What a value is judged against: today, the last day of the event, the nationality as it will be."""

    today: date
    last_on: date
    nationality: str = ""


def cleaned(field: str, typed: str, facts: Facts) -> str:
    """The value as it is kept; raise Refused with the field when it cannot be one."""
    text = typed.strip()
    return _CLEANERS.get(field, _text)(field, text, facts) if text else ""


def _refused(field: str, code: str, reason: Any) -> Refused:
    return Refused(code, reason, field=field)


def _text(field: str, text: str, _facts: Facts) -> str:
    if len(text) > LONGEST.get(field, LONGEST_TEXT):
        raise _refused(field, "too_long", _("This text is too long."))
    return unicodedata.normalize("NFC", text)


def _email(field: str, text: str, facts: Facts) -> str:
    plain = unicodedata.normalize("NFKC", _text(field, text, facts))
    try:
        validate_email(plain)
    except ValidationError:
        raise _refused(field, "no_address", _("This is not an e-mail address.")) from None
    return plain


def _phone(field: str, text: str, facts: Facts) -> str:
    # As it was typed, `+82` and all; only judged by its plain form (full-width digits are usual in Japan).
    plain = unicodedata.normalize("NFKC", text)
    if not _PHONE.fullmatch(plain) or sum(char.isdigit() for char in plain) < 5:
        reason = _(
            "This is not a telephone number. Write it with its country code, such as +82 10 1234 5678."
        )
        raise _refused(field, "no_phone", reason)
    return _text(field, text, facts)


def _day(field: str, text: str, _facts: Facts) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise _refused(
            field, "no_day", _("This is not a day. Write year, month and day: 1980-05-21.")
        ) from None


def _birth(field: str, text: str, facts: Facts) -> str:
    day = _day(field, text, facts)
    if day > facts.today:
        raise _refused(field, "birth_ahead", _("This day of birth is still to come."))
    if day.year < facts.today.year - 120:
        raise _refused(field, "birth_long_ago", _("This day of birth is more than 120 years ago."))
    return day.isoformat()


def _until(field: str, text: str, facts: Facts) -> str:
    day = _day(field, text, facts)
    if day < facts.last_on:
        raise _refused(field, "passport_over", _("This passport ends before the event does."))
    return day.isoformat()


def _nationality(field: str, text: str, _facts: Facts) -> str:
    code = unicodedata.normalize("NFKC", text).upper()
    if code not in COUNTRIES:
        raise _refused(field, "no_country", _("This is not a country code of two letters, such as KR or JP."))
    return code


def _passport(field: str, text: str, facts: Facts) -> str:
    number = re.sub(r"[\s\-]", "", unicodedata.normalize("NFKC", text)).upper()
    if not re.fullmatch(r"[A-Z0-9]+", number):
        raise _refused(field, "passport_signs", _("A passport number has letters A to Z and digits only."))
    if not 5 <= len(number) <= 12:
        raise _refused(field, "passport_length", _("A passport number has between 5 and 12 signs."))
    pattern = PASSPORTS.get(facts.nationality)
    if pattern and not re.fullmatch(pattern, number):
        reason = _(
            "Passports of this country are numbered otherwise. Check it letter by letter against the passport."
        )
        raise _refused(field, "passport_pattern", reason)
    return number


def _sex(field: str, text: str, _facts: Facts) -> str:
    if text not in SEXES:
        raise _refused(field, "no_choice", _("Choose one of the entries."))
    return text


_CLEANERS: Final[Mapping[str, Callable[[str, str, Facts], str]]] = {
    "email": _email,
    "phone": _phone,
    "birth": _birth,
    "nationality": _nationality,
    "passport": _passport,
    "passport_until": _until,
    "sex": _sex,
}


def masked(field: str, value: str) -> str:
    """A sealed value as it is shown until somebody asks for it: enough of a passport to tell two apart."""
    return f"{_DOTS} {value[-4:]}" if field == "passport" and len(value) > 4 else _DOTS


def worded(field: str, value: str) -> Any:
    """A value as people read it."""
    if field == "sex":
        return SEXES.get(value, value)
    if field == "nationality":
        return NAMED_COUNTRIES.get(value, value)
    return value


# -- who reads and writes --


def is_own(*, actor: Actor, delegate: int) -> bool:
    """Whether somebody came by their own personal link."""
    return actor.scope is not None and actor.scope.delegate == delegate


def may_read_contacts(*, actor: Actor, secretariat: int, body: int, delegate: int) -> bool:
    if is_own(actor=actor, delegate=delegate):
        return True
    return rights.may_see_delegation(actor=actor, secretariat=secretariat, body=body)


def may_read_sealed(*, actor: Actor, secretariat: int, body: int, delegate: int) -> bool:
    """Identity and sensitive data: who works on it, never who only looks or stands at a desk."""
    if is_own(actor=actor, delegate=delegate):
        return True
    return rights.may_nominate(actor=actor, secretariat=secretariat, body=body)


may_write = may_read_sealed


def obstacle_to_saving(*, is_erased: bool, is_over: bool, is_headcount: bool) -> Refused | None:
    if is_erased:
        return Refused("erased", _("This person's data was erased."))
    if is_over:
        return Refused("over", _("This event is closed; no more data is taken."))
    if is_headcount:
        reason = _("This delegation told its number only. Nominate people first, or keep their data outside.")
        return Refused("headcount_only", reason)
    return None


def crossing(*, country_from: str, country_to: str) -> tuple[str, str] | None:
    """The countries between which a reading passes; None within one, or where one is not known."""
    if not country_from or not country_to or country_from == country_to:
        return None
    return country_from, country_to


def fields_asked(asked: Mapping[str, Any]) -> list[str]:
    """In the order of the list of fields."""
    return [field for field in kinds.Field.values if field in asked]
