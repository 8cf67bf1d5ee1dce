"""What cards share: whose they are and in which order, the lines that several kinds print, and what the record lacks for them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from interlocal.arrangements.rules.facts import Delegation, Facts, Person
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.arrangements.rules.taking_part import sends_part, takes_part
from interlocal.documents.formats.cards import CardLine, Role
from interlocal.documents.formats.document import Run, Text, text
from interlocal.documents.papers import names, wording
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain, said
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import EN, JA, KO, ZH
from interlocal.languages.scripts import script_of

PARTICIPANT: Final = pgettext_lazy("on a badge", "participant")
_OF_COUNTRY: Final = {"KR": KO, "JP": JA, "CN": ZH}
_OF_SCRIPT: Final = {"Hang": KO, "Hira": JA, "Kana": JA, "Hrkt": JA}


@dataclass(frozen=True, slots=True)
class Holder:
    """Whose card it is; without a person the card number `number` of `of` for a delegation that gave no names."""

    delegation: Delegation
    person: Person | None = None
    number: int = 0
    of: int = 0


def holders(facts: Facts, wish: Wish) -> tuple[Holder, ...]:
    """In the official order; Refused where there is nobody."""
    item = _item(facts, wish)
    found = tuple(
        holder
        for one in facts.delegations
        if not wish.body or one.body == wish.body
        for holder in _of_delegation(one, wish, item)
    )
    if not found:
        raise Refused("no_cards", _("There is nobody to print a card for."))
    return found


def _item(facts: Facts, wish: Wish) -> SheetItem | None:
    if wish.item is None:
        return None
    found = next((item for item in facts.sheet.items if item.id == wish.item), None)
    if found is None:
        raise Refused("no_item", _("The programme has no such item."), field="whom")
    return found


def _of_delegation(one: Delegation, wish: Wish, item: SheetItem | None) -> Iterator[Holder]:
    for person in one.people:
        if wish.person and person.key != wish.person:
            continue
        if item is None or takes_part(item, key=person.key, body=one.body, part=person.part):
            yield Holder(one, person)
    many = one.headcount or 0
    if many and not one.people and not wish.person and (item is None or sends_part(item, body=one.body)):
        for number in range(1, many + 1):
            yield Holder(one, None, number, many)


def count_of(holder: Holder) -> Text:
    """Which of the cards without a name it is: 2 / 3."""
    return text(f"{holder.number} / {holder.of}", EN)


def title(facts: Facts, wish: Wish, message: Any) -> str:
    """Of the file: the edition and what the paper is."""
    return f"{plain(wording.local(facts.sheet.name, wish.tongue))} {said(message, wish.tongue)}"


def lines(texts: Iterable[Text], role: Role) -> tuple[CardLine, ...]:
    """Each once, without what is empty; no mark, for a card has no room to explain it."""
    found: dict[str, CardLine] = {}
    for one in texts:
        if plain(one):
            found.setdefault(plain(one), CardLine(names.without_marks(one), role))
    return tuple(found.values())


def bodies(one: Delegation, tongues: Sequence[str]) -> list[Text]:
    return [wording.named(one.name, tongue) for tongue in tongues]


def posts(person: Person, tongues: Sequence[str]) -> list[Text]:
    return [wording.local(person.post, tongue) for tongue in tongues]


def says_more(one: Text, told: Iterable[Text]) -> bool:
    """Whether a line says what those before it do not, in whatever order of words and in small letters or capitals."""
    words = set(plain(one).casefold().split())
    whole = [plain(other).casefold() for other in told]
    known = {word for other in whole for word in other.split()}
    together = "".join(plain(one).casefold().split())
    return bool(words - known) and not any(together in "".join(other.split()) for other in whole)


def tongue_of(one: Delegation) -> str:
    """In which language it writes itself: that of its country, else the one it was invited in."""
    return _OF_COUNTRY.get(one.country, one.invited_language)


def in_tongue(one: Delegation, tongue: str) -> str:
    """What a delegation is called in this very language; empty where nobody told."""
    found = one.name.get(tongue)
    return found.text if found and found.lang == tongue else ""


def by_script(said_by_hand: str, tongue: str) -> Text:
    """What somebody typed without telling its language: by its letters, else the language that is likely."""
    return (
        (Run(said_by_hand, _OF_SCRIPT.get(script_of(said_by_hand), tongue)),) if said_by_hand.strip() else ()
    )


def lacks(facts: Facts, wish: Wish) -> tuple[str, ...]:
    """What the record does not hold yet of those who get a card, counted."""
    found = holders(facts, wish)
    people = [holder.person for holder in found if holder.person]
    counted = (
        (_NAMELESS, len(found) - len(people)),
        (_LATIN, sum(not names.latin(one) for one in people)),
        (_POST, sum(one.post is None for one in people)),
        (_UNSURE, sum(one.latin_is_generated for one in people)),
    )
    return tuple(str(message % {"count": many}) for message, many in counted if many)


_NAMELESS: Final = ngettext_lazy(
    "%(count)s card has no name: the delegation gave only a number.",
    "%(count)s cards have no name: their delegations gave only a number.",
    "count",
)
_LATIN: Final = ngettext_lazy(
    "%(count)s person has no spelling in Latin letters.",
    "%(count)s people have no spelling in Latin letters.",
    "count",
)
_POST: Final = ngettext_lazy("%(count)s person has no post.", "%(count)s people have no post.", "count")
_UNSURE: Final = ngettext_lazy(
    "%(count)s spelling in Latin letters is not confirmed by its owner.",
    "%(count)s spellings in Latin letters are not confirmed by their owners.",
    "count",
)
