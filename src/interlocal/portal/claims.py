"""How the public pages print what sources claim."""

from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from django.utils.translation import gettext, ngettext
from markupsafe import Markup, escape

from interlocal.evidence import rules
from interlocal.evidence.kinds import Attribute, Qualifier
from interlocal.evidence.queries import ShownClaim
from interlocal.ground import wording
from interlocal.ground.countries import country_name
from interlocal.ground.dates import PartialDate, Span
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import reading

_NOUNS: dict[str, wording.Noun] = {
    Attribute.PARTICIPANTS: "people",
    Attribute.CUMULATIVE_PARTICIPANTS: "people",
    Attribute.HEADS: "people",
    Attribute.LOCAL_GOVERNMENTS: "bodies",
    Attribute.ELIGIBLE: "bodies",
    Attribute.GAP_YEARS: "years",
    Attribute.EDITIONS_HELD: "editions",
    Attribute.OVERSEAS_OFFICES: "places",
    Attribute.MEMBERS: "items",
}


def quantity(n: int | Decimal, qualifier: str, noun: wording.Noun, tongue: str) -> str:
    """A number of a claim; the database keeps 6 as 6.00, and nobody said two decimals."""
    whole = int(n) if n == int(n) else n
    return wording.print_quantity(whole, cast(wording.Qualifier, qualifier or "exact"), noun, tongue)


def claim_subject(claim: ShownClaim) -> str:
    """What the claim is about: participants · participants (Korea); other parts only tell claims apart."""
    label = str(Attribute(claim.attribute).label)
    if not claim.part.isupper():
        return label
    part = country_name(claim.part, reading())
    return gettext("%(attribute)s (%(part)s)") % {"attribute": label, "part": part}


def claim_value(claim: ShownClaim, names: Mapping[str, Shown] | None = None) -> str:
    """The value as a reader's language writes it; `names` are those of places by their slug."""
    tongue = reading()
    if claim.number is not None:
        if claim.attribute == Attribute.MEMBERS:
            return _bare(claim, tongue)
        return quantity(claim.number, claim.qualifier, _NOUNS.get(claim.attribute, "items"), tongue)
    match claim.attribute:
        case Attribute.DATES:
            return wording.print_span(Span.parse(claim.value), tongue)
        case Attribute.FOUNDED | Attribute.ACTIVITY:
            return wording.print_date(PartialDate.parse(claim.value), tongue)
        case Attribute.CADENCE:
            return _cadence(rules.read_cadence(claim.value))
        case Attribute.PLACE:
            return _places(claim.value, names or {}, tongue)
    return claim.value


def _bare(claim: ShownClaim, tongue: str) -> str:
    """Members may be governments, companies or people: the number alone says no more than the source."""
    assert claim.number is not None
    printed = wording.print_number(int(claim.number), tongue)
    if not claim.qualifier:
        return printed
    return gettext("%(qualifier)s %(number)s") % {
        "qualifier": Qualifier(claim.qualifier).label,
        "number": printed,
    }


def _cadence(cadence: rules.Cadence) -> str:
    # A message of its own: languages without plurals would say “every 1 year”; templates ask for it alone.
    every = gettext("every year")
    if cadence.years > 1:
        every = ngettext("every %(n)s year", "every %(n)s years", cadence.years) % {"n": cadence.years}
    if cadence.since is None:
        return every
    return gettext("%(every)s since %(year)s") % {"every": every, "year": cadence.since}


def _places(value: str, names: Mapping[str, Shown], tongue: str) -> Markup | str:
    slugs = value.split(" + ")
    return Markup(" · ").join(_name(names.get(slug), slug, tongue) for slug in slugs)


def _name(shown: Shown | None, slug: str, tongue: str) -> Markup:
    if shown is None:
        return escape(slug)
    if shown.lang == tongue:
        return escape(shown.text)
    return Markup('<span lang="{}">{}</span>').format(shown.lang, shown.text)
