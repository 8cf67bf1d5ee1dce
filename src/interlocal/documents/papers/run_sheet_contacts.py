"""Whom to call, at the end of a run sheet."""

from collections.abc import Iterator
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from interlocal.arrangements.kinds import ResourceKind
from interlocal.arrangements.rules.facts import Delegation, Facts, Helper
from interlocal.delegations.rules.escorts import KINDS
from interlocal.documents.formats.document import Block, Heading, PageBreak, Row, Table, Text, text
from interlocal.documents.papers import booklet_emergency, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.listing import head
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import each, label
from interlocal.ground.tongues import EN
from interlocal.ground.wording import join_list

_CALLED: Final = (ResourceKind.OFFICER, ResourceKind.INTERPRETER, ResourceKind.VEHICLE)
_HEADS: Final[tuple[tuple[Any, float], ...]] = (
    (pgettext_lazy("of a person", "Name"), 3.6),
    (pgettext_lazy("in a list of telephones", "As what"), 3.2),
    (_("Languages"), 2.6),
    (_("Telephone"), 2.6),
)


def contacts(facts: Facts, wish: Wish) -> Iterator[Block]:
    rows = (*_team(facts, wish), *_helpers(facts, wish), *_sites(facts, wish), *_emergency(facts, wish))
    if not rows:
        return
    if wish.options.get("role", "all") != "all":
        yield PageBreak()
    heads = tuple(head(one, wish) for one in _HEADS)
    yield Heading(label(_("Telephones"), wish), 2)
    yield Table(heads, rows, label(_("Telephones"), wish), dense=True, whole=True)


def _team(facts: Facts, wish: Wish) -> Iterator[Row]:
    for kind in _CALLED:
        for one in facts.sheet.resources:
            if one.kind == kind:
                phone = facts.phones.get(one.id, "")
                name = wording.local(one.name, wish, "strong")
                yield _row(name, label(kind.label, wish), _spoken(one.languages, wish), phone)


def _helpers(facts: Facts, wish: Wish) -> Iterator[Row]:
    """Interpreters and liaisons of delegations."""
    for delegation in facts.delegations:
        for one in delegation.helpers:
            spoken = _spoken(tuple(one.languages.replace(",", " ").split()), wish)
            yield _row(_name(one, wish), _of(one, delegation, wish), spoken, one.phone)


def _sites(facts: Facts, wish: Wish) -> Iterator[Row]:
    for one in facts.sheet.sites:
        if one.phone:
            yield _row(
                wording.local(one.name, wish, "strong"),
                label(pgettext_lazy("in a list of telephones", "place"), wish),
                (),
                one.phone,
            )


def _emergency(facts: Facts, wish: Wish) -> Iterator[Row]:
    what = label(pgettext_lazy("in a list of telephones", "emergency"), wish)
    for message, number in booklet_emergency.numbers(facts):
        yield _row(label(message, wish, "strong"), what, (), number)
    for one in booklet_emergency.entered(facts):
        yield _row(wording.local(one.title, wish, "strong"), what, (), one.contact)


def _row(name: Text, what: Text, spoken: Text, phone: str) -> Row:
    return Row((name, what, spoken, text(phone, EN)))


def _spoken(codes: tuple[str, ...], wish: Wish) -> Text:
    return each(
        wish,
        lambda tongue: text(join_list([told.spoken(code, tongue) for code in codes], tongue), tongue),
    )


def _name(one: Helper, wish: Wish) -> Text:
    return told.lines(told.as_written(one.name, wish, "strong"), told.as_written(one.reading, wish, "quiet"))


def _of(one: Helper, delegation: Delegation, wish: Wish) -> Text:
    """What they do, and for whom."""
    kind = dict(KINDS).get(one.kind)
    return told.lines(label(kind, wish) if kind else (), wording.named(delegation.name, wish))
