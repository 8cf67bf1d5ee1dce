"""Checks of claims in words: what Interlocal worked out, and what follows for the claim."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interlocal.evidence.queries import ShownClaim
from interlocal.ground import wording
from interlocal.ground.countries import country_name
from interlocal.ground.dates import PartialDate
from interlocal.ground.punctuation import bracketed, colon, sentences
from interlocal.ground.texts import Shown
from interlocal.ground.tongues import EN, KO, reading
from interlocal.portal.claims import claim_subject, claim_value
from interlocal.programmes.queries import Check
from interlocal.programmes.rules import Adding, Gap, Years


@dataclass(frozen=True, slots=True)
class Told:
    """A check for a page. `holds`: true, false, or None where the record knows too little. `subject`: what
    was claimed of.
    """

    holds: bool | None
    text: str
    claim: ShownClaim
    subject: Shown | None


def in_words(checks: Iterable[Check]) -> list[Told]:
    return [_told(check) for check in checks]


def _told(check: Check) -> Told:
    finding = check.finding
    holds = {"confirmed": True, "contradicted": False, "open": None}[finding.verdict]
    says = f"{claim_subject(check.claim)}{colon(reading())}{claim_value(check.claim)}"
    match finding.computed:
        case Gap():
            found = _gap(finding.computed, check)
        case Years():
            found = _years(finding.computed)
        case Adding():
            found = _adding(finding.computed, check.claim)
        case Decimal():
            found = _count(int(finding.computed), check.claim)
        case _:
            found = _("The record does not hold what is needed to work this out.")
    return Told(
        holds, _("“%(claim)s” – %(found)s") % {"claim": says, "found": found}, check.claim, check.subject
    )


def _adding(adding: Adding, claim: ShownClaim) -> str:
    tongue = reading()
    parts = [
        f"{wording.print_number(int(number), tongue)}{bracketed(country_name(part, tongue), tongue)}"
        for part, number in adding.parts
    ]
    told = {
        "sum": f"{' + '.join(parts)} = {wording.print_number(int(adding.total), tongue)}",
        "claim": claim_value(claim),
    }
    if not adding.least:
        if claim.number == adding.total:
            return _("%(sum)s; the parts add up.") % told
        return _("%(sum)s; the figure given is %(claim)s.") % told
    if claim.number is not None and claim.number < adding.total:
        return _("the editions on record alone had %(sum)s.") % told
    return _("the editions on record had %(sum)s, which fits.") % told


def _gap(gap: Gap, check: Check) -> str:
    since, day = (wording.print_date(one, reading()) for one in gap.days)
    told = {"since": since, "day": day, "time": duration(gap.months)}
    if check.against:
        return _("from “%(edition)s” (%(since)s) to %(day)s it is %(time)s.") % {
            **told,
            "edition": check.against.title.text,
        }
    return _("from %(since)s to %(day)s it is %(time)s.") % told


def duration(months: tuple[int, int]) -> str:
    """5 years 11 months; or between that and 6 years, where the days are not known well enough."""
    least, most = (_length(count) for count in months)
    return least if least == most else _("between %(least)s and %(most)s") % {"least": least, "most": most}


def _length(months: int) -> str:
    tongue, (years, rest) = reading(), divmod(months, 12)
    words = [wording.print_count(years, "years", tongue)] if years else []
    if rest or not years:
        words.append(wording.print_count(rest, "months", tongue))
    return (" " if tongue in (KO, EN) else "").join(words)


def _years(years: Years) -> str:
    told = []
    if years.missing:
        told.append(_("no edition is known for %(years)s.") % {"years": _spans(years.missing)})
    if years.unrecorded:
        told.append(
            _("The numbering leaves room for editions not on record in %(years)s.")
            % {"years": _spans(years.unrecorded)}
        )
    told += [
        _("For %(years)s the numbering leaves room for no more than %(editions)s.")
        % {"years": _spans(turns), "editions": wording.print_count(room, "editions", reading())}
        for turns, room in years.scarce
    ]
    return sentences(told, reading()) or _("there was one every time.")


def _spans(turns: Sequence[tuple[int, int]]) -> str:
    """Years, with those that follow one another as one span: 2000–2005, 2008."""
    spans: list[list[int]] = []
    for first, last in turns:
        if spans and spans[-1][1] + 1 == first:
            spans[-1][1] = last
        else:
            spans.append([first, last])
    printed = [
        wording.print_period(PartialDate(first), PartialDate(last + 1), reading()) for first, last in spans
    ]
    return wording.join_list(printed, reading())


def _count(recorded: int, claim: ShownClaim) -> str:
    if claim.attribute == "editions_held":
        words = ngettext(
            "%(n)s edition is on record as held.", "%(n)s editions are on record as held.", recorded
        )
    elif claim.attribute == "members":
        words = ngettext("%(n)s member is on record.", "%(n)s members are on record.", recorded)
    else:
        words = ngettext("%(n)s office is on record.", "%(n)s offices are on record.", recorded)
    return words % {"n": wording.print_number(recorded, reading())}
