"""What texts, costs and photographs of an edition may be. Facts in, verdict out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.arrangements import kinds
from interlocal.ground.refused import Refused

LONGEST_TEXT: Final = 20_000
LONGEST_TITLE: Final = 300
LONGEST_CONTACT: Final = 80
MOST: Final = 500
MOST_PHOTOS: Final = 60
HEAVIEST: Final = 5 * 1024 * 1024
LARGEST_SIDE: Final = 32_767
MOST_MONEY: Final = Decimal(10) ** 12
SIGNATURES: Final = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
# ISO 4217.
_CODES = """
AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE
CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY
KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO
NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB
TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG
"""
CURRENCIES: Final = frozenset(_CODES.split())


@dataclass(frozen=True, slots=True)
class WordsSaid:
    """Words as entered; texts by language. Of an emergency contact `title` says who, `contact` the number."""

    kind: str
    title: Mapping[str, str] = field(default_factory=dict)
    text: Mapping[str, str] = field(default_factory=dict)
    speaker: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    item: int | None = None


@dataclass(frozen=True, slots=True)
class CostSaid:
    """A line of spending as entered. `amount` in `currency`, None when not known."""

    title: Mapping[str, str]
    amount: Decimal | None = None
    currency: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class PhotoSaid:
    """A picture that was made safe before (its content encoded anew, without what a camera writes into it)."""

    content: bytes
    kind: str
    width: int
    height: int
    alt: str = ""
    caption: Mapping[str, str] = field(default_factory=dict)
    item: int | None = None


def obstacle_to_words(said: WordsSaid) -> Refused | None:
    if said.kind not in kinds.WordsKind.values:
        return Refused("no_kind", _("Choose one of the entries."), field="kind")
    is_said = any(text.strip() for texts in (said.title, said.text) for text in texts.values())
    if not is_said:
        return Refused("no_words", _("Write it in at least one language."), field="text_ko")
    if said.kind == kinds.WordsKind.EMERGENCY and not said.contact.strip():
        return Refused("no_contact", _("An emergency contact needs a number."), field="contact")
    if len(said.contact) > LONGEST_CONTACT:
        return _too_long("contact")
    return (
        obstacle_to_texts("title", said.title, LONGEST_TITLE)
        or obstacle_to_texts("text", said.text, LONGEST_TEXT)
        or obstacle_to_texts("speaker", said.speaker, LONGEST_TITLE)
    )


def obstacle_to_texts(name: str, texts: Mapping[str, str], longest: int) -> Refused | None:
    for lang, text in texts.items():
        if len(text) > longest:
            return _too_long(f"{name}_{lang.lower().replace('-', '_')}")
        if "\x00" in text:
            return Refused("unseen_sign", _("This text has a sign that cannot be kept."), field=name)
    return None


def _too_long(field: str) -> Refused:
    return Refused("too_long", _("This text is too long."), field=field)


def too_many() -> Refused:
    return Refused("too_many", _("There are too many already. Remove some first."))


def obstacle_to_cost(said: CostSaid) -> Refused | None:
    if not any(text.strip() for text in said.title.values()):
        return Refused("no_title", _("Give a title in at least one language."), field="title_ko")
    if said.amount is not None:
        if not said.amount.is_finite() or said.amount < 0:
            return Refused("below_nothing", _("An amount cannot be below zero."), field="amount")
        if said.amount >= MOST_MONEY:
            return Refused("too_much", _("This amount is too large."), field="amount")
        if said.amount != said.amount.quantize(Decimal("0.01")):
            return Refused("too_fine", _("An amount has at most two decimals."), field="amount")
        if not said.currency:
            return Refused("no_currency", _("Say in which currency."), field="currency")
    if said.currency and said.currency not in CURRENCIES:
        return Refused("unknown_currency", _("This is not a currency code such as KRW."), field="currency")
    if len(said.note) > LONGEST_TITLE:
        return _too_long("note")
    return obstacle_to_texts("title", said.title, LONGEST_TITLE)


def obstacle_to_photo(said: PhotoSaid, *, there: int) -> Refused | None:
    if there >= MOST_PHOTOS:
        reason = _("At most %(most)s photographs are kept. Remove some first.") % {"most": MOST_PHOTOS}
        return Refused("too_many_photos", reason, field="photo")
    if len(said.content) > HEAVIEST:
        reason = _("This picture is too large: at most %(most)s MB.") % {"most": HEAVIEST // 2**20}
        return Refused("too_heavy", reason, field="photo")
    signature = SIGNATURES.get(said.kind)
    if signature is None or not said.content.startswith(signature):
        return Refused("no_picture", _("This is neither a PNG nor a JPEG picture."), field="photo")
    if not (0 < said.width <= LARGEST_SIDE and 0 < said.height <= LARGEST_SIDE):
        return Refused("no_size", _("This picture is too large to be printed."), field="photo")
    return obstacle_to_describing(caption=said.caption, alt=said.alt)


def obstacle_to_describing(*, caption: Mapping[str, str], alt: str) -> Refused | None:
    if len(alt) > LONGEST_TITLE:
        return _too_long("alt")
    return obstacle_to_texts("caption", caption, LONGEST_TITLE)
