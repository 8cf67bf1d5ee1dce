"""What a Chinese filing asks of a host's letter, and what of it the record does not hold yet.

The letter comes from the host on its letterhead, signed by hand with the signer's post, from a counterpart of about the same
rank; it names each invited person with post and employer, purpose, days and length of stay, and who pays, with an exact
Chinese translation: rules on letters of invitation, Donghua University, international office [48]. The request that it is
filed with tells each day by morning and afternoon, and that no agency is between: form of requests for travel abroad,
8 September 2017 [49].
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.delegations.kinds import RANK, Grade
from interlocal.documents.formats.document import (
    Block,
    Column,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Table,
    text,
)
from interlocal.documents.papers import invitation_letter_told as told
from interlocal.documents.papers import wording
from interlocal.documents.papers.invitation_letter_annexes import agenda
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import label, plain, said
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import ZH, reading
from interlocal.ground.wording import join_list

NEAR: Final = 1
"""So many ranks apart are about the same."""
_AGENCY: Final = "中介"


@dataclass(frozen=True, slots=True)
class Check:
    """`says` names what is asked for, in one language, with what of it is missing."""

    code: str
    says: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class _Filed:
    """One letter to be filed. `tongues`: in which it is written; `tongue`: of who reads the checks."""

    facts: Facts
    delegation: Delegation
    wish: Wish
    tongues: tuple[str, ...]
    tongue: str

    @property
    def people(self) -> tuple[Person, ...]:
        alone = tuple(one for one in self.delegation.people if one.key == self.wish.person)
        return alone or self.delegation.people

    def check(self, code: str, message: Any, is_met: object, **values: Any) -> Check:
        return Check(code, said(message, self.tongue, **values), bool(is_met))


def checks_for_china(
    facts: Facts, delegation: Delegation, wish: Wish | None = None, tongue: str = ""
) -> tuple[Check, ...]:
    """Everything that is asked for, met or not, in `tongue` (else that of the page). `wish`: as the letter would be printed."""
    wish = wish or Wish((delegation.invited_language,))
    filed = _Filed(facts, delegation, wish, told.tongues(delegation, wish), tongue or reading())
    return (*_who_writes(filed), *_who_comes(filed), *_what_for(filed), *_how(filed))


def unmet(facts: Facts, delegation: Delegation, wish: Wish, tongue: str) -> tuple[str, ...]:
    """A sentence for each that is not met."""
    body = plain(wording.named(delegation.name, tongue))
    return tuple(
        said(_LACKS, tongue, what=one.says, body=body)
        for one in checks_for_china(facts, delegation, wish, tongue)
        if not one.is_met
    )


def _who_writes(filed: _Filed) -> Iterator[Check]:
    facts, by = filed.facts, told.signer(filed.facts, filed.wish)
    by_whom = told.sender(facts, filed.wish)
    yield filed.check("letterhead", _("the letterhead of who invites"), wording.named(by_whom.name, ZH))
    yield filed.check(
        "signer",
        _("who signs by hand, with name and post"),
        by and by.person and by.post and plain(wording.local(by.post, ZH)),
    )
    yield filed.check("rank", _("a signer of about the same rank as the first of the invited"), _near(filed))


def _near(filed: _Filed) -> bool:
    by = told.signer(filed.facts, filed.wish)
    first = next((one for one in filed.people if one.part == "head"), None) or next(iter(filed.people), None)
    if by is None or by.person is None or first is None:
        return False
    grades = (by.person.grade, first.grade)
    if any(grade not in RANK or grade == Grade.OTHER for grade in grades):
        return False
    return abs(RANK[Grade(grades[0])] - RANK[Grade(grades[1])]) <= NEAR


def _who_comes(filed: _Filed) -> Iterator[Check]:
    people = filed.people
    yield filed.check("names", _("the names of the invited"), people)
    without = [plain(_name(one)) for one in people if one.post is None]
    yield filed.check(
        "posts",
        _("the post of each of the invited (%(people)s)")
        if without
        else _("the post of each of the invited"),
        people and not without,
        **({"people": join_list(without, filed.tongue)} if without else {}),
    )
    yield filed.check(
        "employer", _("the employer of the invited"), plain(wording.named(filed.delegation.name, ZH))
    )


def _name(person: Person) -> Any:
    return text(f"{person.family}{person.given}", person.script_language)


def _what_for(filed: _Filed) -> Iterator[Check]:
    facts = filed.facts
    yield filed.check("purpose", _("the purpose of the visit"), _texts(facts, "purpose"))
    yield filed.check("days", _("the days of the visit"), told.length(facts) > 0)
    yield filed.check("stay", _("the length of the stay"), told.length(facts) > 0)
    yield filed.check("costs", _("who pays what"), _texts(facts, "costs"))
    gaps = tuple(_gaps(filed))
    if not gaps:
        yield filed.check("agenda", _AGENDA, is_met=True)
        return
    missing = join_list(list(gaps), filed.tongue)
    yield filed.check(
        "agenda", _("the programme of each morning and afternoon (%(gaps)s)"), is_met=False, gaps=missing
    )


_AGENDA: Final = _("the programme of each morning and afternoon")


def _texts(facts: Facts, kind: str) -> tuple[Localised, ...]:
    return tuple(found for one in facts.said(kind) if (found := one.text or one.title) and str(found))


def _gaps(filed: _Filed) -> Iterator[str]:
    """Half days of which nothing is known, in the order of the days."""
    alone = next((one for one in filed.people if one.key == filed.wish.person), None)
    for half in agenda(filed.facts, filed.delegation, alone):
        on = wording.day(half.on, filed.tongue)
        if not half.morning:
            yield said(_("the morning of %(day)s"), filed.tongue, day=on)
        if not half.afternoon:
            yield said(_("the afternoon of %(day)s"), filed.tongue, day=on)


def _how(filed: _Filed) -> Iterator[Check]:
    """Reviewed Chinese of everything that the letter says, and that no agency is between."""
    own = filed.delegation.letter if filed.delegation.invited_language in filed.tongues else ""
    is_chinese = ZH in filed.tongues and not (own and filed.delegation.invited_language != ZH)
    unsure = sum(not _is_sure(one) for one in _said_in_letter(filed))
    if not is_chinese or not unsure:
        yield filed.check("chinese", _("an exact Chinese translation"), is_chinese)
    else:
        yield filed.check(
            "chinese",
            _("an exact Chinese translation (%(texts)s texts are missing or not reviewed)"),
            is_met=False,
            texts=unsure,
        )
    yield filed.check(
        "agency",
        _("the line that it did not come through an agency"),
        is_chinese and (not own or _AGENCY in own or filed.delegation.country == told.FILING),
    )


def _said_in_letter(filed: _Filed) -> Iterator[Localised]:
    facts, by = filed.facts, told.signer(filed.facts, filed.wish)
    yield facts.sheet.name
    yield from _texts(facts, "purpose")
    yield from _texts(facts, "costs")
    yield from (one.post for one in filed.people if one.post)
    if by and by.post:
        yield by.post
    for half in agenda(facts, filed.delegation):
        items = {item.id: item for item in (*half.morning, *half.afternoon, *half.evening)}
        yield from (item.title for item in items.values())


def _is_sure(one: Localised) -> bool:
    return wording.has(one, ZH) and one.state_of(one.versions[ZH]) in ("original", "human")


def page(facts: Facts, delegation: Delegation, wish: Wish) -> Iterator[Block]:
    """The checks of one letter on a page of their own, for the office and not to be sent."""
    tongue = wish.tongue
    rows = tuple(
        Row(
            (
                text(one.says, tongue, "" if one.is_met else "strong"),
                text(
                    said(_MET if one.is_met else _UNMET, tongue), tongue, "quiet" if one.is_met else "strong"
                ),
            )
        )
        for one in checks_for_china(facts, delegation, wish, tongue)
    )
    yield PageBreak(restart=True)
    yield Heading(label(_("What a Chinese filing asks for"), tongue), 2)
    yield Paragraph(wording.named(delegation.name, tongue), "lead")
    heads = (
        Column(label(_("Asked for"), tongue), 5.0),
        Column(label(_("In the record"), tongue), 1.2),
    )
    yield Table(heads, rows, label(_("What a Chinese filing asks for"), tongue))
    yield Paragraph(
        label(_("This page is for the office; it does not belong to the letter."), tongue), "note"
    )


_LACKS: Final = _("A Chinese filing still lacks: %(what)s (%(body)s).")
_MET: Final = pgettext_lazy("of what a filing asks for", "there")
_UNMET: Final = pgettext_lazy("of what a filing asks for", "still missing")
