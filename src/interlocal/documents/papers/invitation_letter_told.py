"""What a letter of invitation tells, in its one language: to whom, by whom, when, where, why, and who pays."""

import re
from dataclasses import dataclass, replace
from typing import Final

from interlocal.arrangements.rules.facts import Delegation, Facts, Host, Named, Person
from interlocal.delegations.kinds import Part
from interlocal.delegations.rules.copying import LANGUAGE_OF
from interlocal.documents.formats.document import Text, text
from interlocal.documents.papers import names, wording
from interlocal.documents.papers import programme_items as told
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.countries import country_name
from interlocal.ground.texts import Localised
from interlocal.ground.tongues import EN
from interlocal.ground.wording import print_count

FILING: Final = "CN"
"""Where a letter of invitation is filed with the office that lets the invited travel."""
GAP: Final = "＿" * 12
_HOLE: Final = re.compile(r"\{(\w+)\}")
_EMPTY_LINES: Final = re.compile(r"\n(?:[ \t\r]*\n)+")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs. `person` is None where only the post is known."""

    post: Localised | None
    person: Person | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter in one language. `original`: the language in which it was first written, where this is another.

    `person`: whom alone it invites; `annexes`: the keys of what is attached ("people", "terms", "agenda").
    """

    facts: Facts
    wish: Wish
    delegation: Delegation
    tongue: str
    original: str = ""
    person: Person | None = None
    annexes: tuple[str, ...] = ()

    @property
    def people(self) -> tuple[Person, ...]:
        return (self.person,) if self.person else self.delegation.people

    @property
    def to(self) -> Person | None:
        """The one it is addressed to: the person, or the head of the delegation."""
        return self.person or head_of(self.delegation)


def wished(delegation: Delegation, wish: Wish) -> tuple[str, ...]:
    """In which languages a letter is wished for: the recipient's, and beside it the first asked for that is another."""
    if wish.options.get("written") == "asked":
        return wish.tongues
    own = delegation.invited_language
    return (own, *[one for one in wish.tongues if one != own][:1])


def tongues(delegation: Delegation, wish: Wish) -> tuple[str, ...]:
    """In which it is written: what the office wrote itself is there in its own language only."""
    asked, own = wished(delegation, wish), delegation.invited_language
    return (own,) if delegation.letter.strip() and own in asked else asked


def head_of(delegation: Delegation | None) -> Person | None:
    people = delegation.people if delegation else ()
    return next((one for one in people if one.part == Part.HEAD), None)


def sender(facts: Facts, wish: Wish) -> Host:
    """Who writes: as asked for, else the body of who signs. A greeting is told by its post whether it is the secretariat's."""
    asked = wish.options.get("from", "usual")
    if asked in ("host", "secretariat"):
        return facts.secretariat if asked == "secretariat" else facts.host
    by = signer(facts, wish)
    if (
        by
        and by.person is None
        and by.post
        and _is_of(by.post, facts.secretariat)
        and not _is_of(by.post, facts.host)
    ):
        return facts.secretariat
    return facts.host


def _is_of(post: Localised, body: Host) -> bool:
    """Whether a post names this body, in any of its languages."""
    known = {(name.lang, name.text) for name in body.name.values() if name.text}
    return any(
        text in version.text for lang, version in post.versions.items() for of, text in known if of == lang
    )


def signer(facts: Facts, wish: Wish) -> Signer | None:
    """The head of the sender's delegation (usually the host's), else who welcomes in the greeting; None where it is left open."""
    chosen = wish.options.get("signer", "head")
    asked = facts.secretariat if wish.options.get("from") == "secretariat" else facts.host
    head = head_of(facts.delegation(asked.body))
    if chosen == "head" and head:
        return Signer(head.post, head)
    greeting = next((one.speaker for one in facts.said("greeting") if one.speaker), None)
    return Signer(greeting) if chosen in ("head", "greeting") and greeting else None


def signer_name(letter: Letter) -> Text:
    """As the language of the letter writes it, with the own script."""
    by = signer(letter.facts, letter.wish)
    return names.without_marks(names.in_language(by.person, letter.tongue)) if by and by.person else ()


def signer_post(letter: Letter) -> Text:
    by = signer(letter.facts, letter.wish)
    return wording.local(by.post, letter.tongue) if by else ()


def filled(pattern: str, tongue: str, **parts: Text) -> Text:
    """A sentence with texts in the places of {names}; what the texts say is never read as a pattern."""
    made: list[Text] = []
    for at, piece in enumerate(_HOLE.split(pattern)):
        made.append(parts[piece] if at % 2 else text(piece, tongue))
    return tuple(run for one in made for run in one)


def named(letter: Letter, name: Named) -> Text:
    return wording.named(name, letter.tongue)


def host(letter: Letter) -> Text:
    """Who invites."""
    return named(letter, sender(letter.facts, letter.wish).name)


def body(letter: Letter) -> Text:
    return named(letter, letter.delegation.name)


def event(letter: Letter) -> Text:
    return wording.local(letter.facts.sheet.name, letter.tongue)


def place(letter: Letter) -> Text:
    """With its country, unless the place says it."""
    where, country = wording.local(letter.facts.sheet.place, letter.tongue), land(letter)
    if not where or not country or country in plain(where):
        return where or text(country, letter.tongue)
    if letter.tongue == EN:
        return (*where, *text(f", {country}", EN))
    gap = " " if letter.tongue == "ko" else ""
    return (*text(f"{country}{gap}", letter.tongue), *where)


def land(letter: Letter) -> str:
    return country_name(letter.facts.host.country, letter.tongue) if letter.facts.host.country else ""


def length(facts: Facts) -> int:
    """Days of the stay, the first and the last counted."""
    return (facts.sheet.until_on - facts.sheet.from_on).days


def stay(letter: Letter) -> str:
    return print_count(length(letter.facts), "days", letter.tongue)


def words(letter: Letter, kind: str) -> tuple[Text, ...]:
    """What the edition says of its purpose or costs, one text after another, without empty lines."""
    found = (one.text or one.title for one in letter.facts.said(kind))
    return tuple(_close(made) for one in found if (made := wording.local(one, letter.tongue)))


def _close(said: Text) -> Text:
    return tuple(replace(run, text=_EMPTY_LINES.sub("\n", run.text)) for run in said)


def value(parts: tuple[Text, ...]) -> Text:
    """Several texts in one cell, each on its line."""
    return told.lines(*parts)


def many(letter: Letter) -> str:
    """How many are invited: those named, else how many may come."""
    count = len(letter.people) or letter.delegation.quota or letter.delegation.headcount or 0
    return print_count(count, "people", letter.tongue) if count else ""


def due(letter: Letter) -> str:
    on = letter.delegation.due_on
    return wording.day(on, letter.tongue, weekday=True) if on else ""


def today(letter: Letter) -> str:
    return wording.day(letter.facts.made_on, letter.tongue)


def rows(letter: Letter, labels: dict[str, str], values: dict[str, Text]) -> tuple[tuple[Text, Text], ...]:
    """Labels with what is known, in the order of the labels."""
    return tuple(
        (text(said, letter.tongue), values[key]) for key, said in labels.items() if plain(values.get(key, ()))
    )


def usual_values(letter: Letter) -> dict[str, Text]:
    tongue = letter.tongue
    return {
        "event": event(letter),
        "purpose": value(words(letter, "purpose")),
        "days": text(wording.days(letter.facts.sheet.from_on, letter.facts.sheet.until_on, tongue), tongue),
        "stay": text(stay(letter), tongue),
        "place": place(letter),
        "many": text(many(letter), tongue),
        "costs": value(words(letter, "costs")),
        "due": text(due(letter), tongue),
    }


def letterhead_lines(letter: Letter) -> tuple[Text, ...]:
    """The sender's name in the own language and in English, below the one of the letter."""
    by = sender(letter.facts, letter.wish)
    known, leading = by.name, plain(host(letter))
    found: list[Text] = []
    for tongue in dict.fromkeys((LANGUAGE_OF.get(by.country, EN), EN)):
        name = known.get(tongue)
        if name and name.text != leading and name.lang == tongue:
            found.append(wording.shown(name))
    return tuple(found)
