"""Contact cards of those who come: name in its scripts, government and post; e-mail and phone only where they were read for it."""

from collections.abc import Iterator
from datetime import UTC, datetime, time
from typing import Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from interlocal.arrangements.rules.facts import Contact, Facts, Person
from interlocal.documents.formats import vcard
from interlocal.documents.formats.document import Text
from interlocal.documents.papers import names, wording
from interlocal.documents.papers.paper import Option, Paper, Plain, Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.refused import Refused
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import EN

_WITH: Final = "contact"


def build(facts: Facts, wish: Wish) -> Plain:
    people = tuple(_asked(facts, wish))
    if not people:
        raise Refused("nobody_listed", _("Nobody is on the list yet."))
    reached = {one.key: one for one in facts.contacts} if _with_contact(wish) else {}
    return Plain(vcard.cards(_card(facts, who, reached.get(who.key), wish) for who in people))


def _with_contact(wish: Wish) -> bool:
    return wish.options.get("details") == _WITH


def _asked(facts: Facts, wish: Wish) -> Iterator[Person]:
    for one in facts.people():
        if (not wish.person or one.key == wish.person) and (not wish.body or one.body == wish.body):
            yield one


def _card(facts: Facts, who: Person, reached: Contact | None, wish: Wish) -> vcard.Contact:
    delegation = facts.delegation(who.body)
    organisation = wording.named(delegation.name, wish) if delegation else ()
    return vcard.Contact(
        uid=f"urn:uuid:{who.key}",
        names=tuple(_names(who, wish)),
        # The day the card was made: nothing about a card is newer.
        revised_at=datetime.combine(facts.made_on, time(), UTC),
        organisations=tuple(_said(organisation)),
        titles=tuple(_titles(who.post, wish)),
        phones=(reached.phone,) if reached and reached.phone else (),
        emails=(reached.email,) if reached and reached.email else (),
        languages=tuple(dict.fromkeys(one for one in (who.language, *who.languages) if one)),
    )


def _names(who: Person, wish: Wish) -> Iterator[vcard.ContactName]:
    """The own one first, then the Latin one, then how the languages asked for say it; guesses stay out of address books."""
    is_read = not who.reading_is_generated
    yield vcard.ContactName(
        plain(names.own(who)),
        who.script_language,
        who.family,
        who.given,
        who.reading_family if is_read else "",
        who.reading_given if is_read else "",
    )
    latin = plain(names.latin(who))
    written = {plain(names.own(who)), f"{who.family}{who.given}", latin}
    languages = {who.script_language}
    if latin and not who.latin_is_generated and who.script_language != EN:
        languages.add(EN)
        yield vcard.ContactName(latin, EN, who.latin_family, who.latin_given)
    for tongue in wish.tongues:
        said = names.in_language(who, tongue, own_too=False)
        # A card has one form of a name for a language.
        if tongue not in languages and plain(said) not in written and not names.is_guessed([said]):
            written.add(plain(said))
            yield vcard.ContactName(plain(said), tongue)


def _said(parts: Text) -> Iterator[vcard.Said]:
    for run in parts:
        if run.text != wording.BESIDE:
            yield vcard.Said(run.text, run.lang)


def _titles(post: Localised | None, wish: Wish) -> Iterator[vcard.Said]:
    if post is not None:
        yield from _said(wording.local(post, (*wish.tongues, post.original)))


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    """Of those asked for, who has neither e-mail nor phone, where these were asked for."""
    if not _with_contact(wish):
        return ()
    reached = {one.key for one in facts.contacts if one.email or one.phone}
    many = sum(one.key not in reached for one in _asked(facts, wish))
    return (str(_UNREACHED % {"count": many}),) if many else ()


_UNREACHED: Final = ngettext_lazy(
    "%(count)s person has neither e-mail nor phone here.",
    "%(count)s people have neither e-mail nor phone here.",
    "count",
)

PAPER: Final = Paper(
    key="contacts",
    name=_("Contact cards"),
    about=_(
        "Names in their scripts, governments and posts for an address book; e-mail and phone for who may read them."
    ),
    group="lists",
    formats=("vcf",),
    build=build,
    scopes=("all", "body", "person"),
    shows=("public", "contact"),
    options=(
        Option(
            "details",
            _("Details"),
            (("office", _("Name, government and post")), (_WITH, _("With e-mail and phone"))),
        ),
    ),
    lacks=lacks,
)
