"""Whom to call: the numbers of the country that it takes place in, and what was entered."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Facts, Said
from interlocal.documents.formats.document import Block, Paragraph, Row, Table, Text, text
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers import wording
from interlocal.documents.papers.listing import head
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label, said
from interlocal.ground.countries import country_name
from interlocal.ground.tongues import EN

_POLICE: Final = pgettext_lazy("emergency number", "Police")
_FIRE: Final = pgettext_lazy("emergency number", "Fire brigade")
_AMBULANCE: Final = pgettext_lazy("emergency number", "Ambulance")
_RESCUE: Final = pgettext_lazy("emergency number", "Fire brigade and ambulance")
# Korea: 경찰청 (112), 소방청 (119). Japan: 警察庁 (110), 総務省消防庁 (119). China: 公安部 (110), 国家消防救援局 (119),
# 国家卫生健康委员会, 院前医疗急救管理办法 of 2013 (120). Free of charge from any telephone.
_NUMBERS: Final[dict[str, tuple[tuple[Any, str], ...]]] = {
    "KR": ((_POLICE, "112"), (_RESCUE, "119")),
    "JP": ((_POLICE, "110"), (_RESCUE, "119")),
    "CN": ((_POLICE, "110"), (_FIRE, "119"), (_AMBULANCE, "120")),
}
_HEADS: Final[tuple[tuple[Any, float], ...]] = (
    (pgettext_lazy("in an emergency", "Whom to call"), 5.0),
    (_("Telephone"), 2.4),
)


def numbers(facts: Facts) -> tuple[tuple[Any, str], ...]:
    """What anybody calls in the country of the host, each with what it is."""
    return _NUMBERS.get(facts.host.country, ())


def entered(facts: Facts) -> tuple[Said, ...]:
    """What was entered and says more than the numbers of the country do."""
    return tuple(one for one in facts.said("emergency") if not _is_known(one, numbers(facts)))


def section(facts: Facts, wish: Wish) -> Iterator[Block]:
    known = numbers(facts)
    rows = (
        *(Row((label(message, wish, "strong"), text(number, EN, "large"))) for message, number in known),
        *(Row((_what(one, wish), text(one.contact, EN, "strong"))) for one in entered(facts)),
    )
    if not rows:
        return
    heads = tuple(head(one, wish) for one in _HEADS)
    yield Table(heads, rows, label(_("In an emergency"), wish), dense=True, whole=True)
    if known:
        said_of = each(wish, lambda tongue: text(_in_country(facts, tongue), tongue), beside="\n")
        yield Paragraph(said_of, "note")


def _in_country(facts: Facts, tongue: str) -> str:
    return said(
        _("Emergency numbers in %(country)s; calls are free of charge."),
        tongue,
        country=country_name(facts.host.country, tongue),
    )


def _is_known(one: Said, known: tuple[tuple[Any, str], ...]) -> bool:
    """Whether it says no more than the numbers of the country do."""
    return one.text is None and one.contact.strip() in {number for _message, number in known}


def _what(one: Said, wish: Wish) -> Text:
    return told.lines(
        wording.local(one.title, wish, "strong"),
        wording.local(one.speaker, wish),
        wording.local(one.text, wish, beside="\n"),
    )
