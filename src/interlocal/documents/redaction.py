"""What of an edition's facts may leave the house: profiles that decide every single field.

A profile is a closed list. A field that nobody decided on stops the printing of every paper under the profile, and a test:
what is new stays inside until somebody says that it may go out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final

from interlocal.arrangements.rules import facts as known
from interlocal.arrangements.rules import releases, sheets
from interlocal.delegations.kinds import SEATED
from interlocal.ground.texts import Localised, Shown
from interlocal.programmes.kinds import ItemState


class Undecided(Exception):
    """A field, or a kind of facts, that a profile says nothing of."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Of one kind of facts: the fields that may be printed, and what stands instead of the others."""

    keeps: frozenset[str]
    instead: Mapping[str, Any]


Profile = Mapping[type, Decided]

# Texts in languages are kept or left out whole.
_WHOLE: Final = (Localised, Shown)


def _decided(keeps: str, **instead: Any) -> Decided:
    return Decided(frozenset(keeps.split()), instead)


def undecided(profile: Profile) -> tuple[str, ...]:
    """Fields of the profile's kinds that it does not name, or names twice: "Person.born"."""
    found: list[str] = []
    for kind, one in profile.items():
        there = {field.name for field in fields(kind)}
        wrong = (there ^ (one.keeps | one.instead.keys())) | (one.keeps & one.instead.keys())
        found.extend(f"{kind.__name__}.{name}" for name in sorted(wrong))
    return tuple(found)


def applied(profile: Profile, value: Any) -> Any:
    """The value with only what the profile lets out, all the way down; Undecided rather than a guess."""
    if isinstance(value, tuple):
        return tuple(applied(profile, one) for one in value)
    if isinstance(value, _WHOLE) or not is_dataclass(value) or isinstance(value, type):
        return value
    if (one := profile.get(type(value))) is None:
        raise Undecided(type(value).__name__)
    if wrong := undecided({type(value): one}):
        raise Undecided(", ".join(wrong))
    kept = {name: applied(profile, getattr(value, name)) for name in one.keeps}
    return replace(value, **kept, **one.instead)


# Everybody may know who comes in which office: name, post, government, and whether as head, deputy or member. A reading is
# part of a name (a newsreader needs it) as long as its owner supplied it; `public` takes out what was guessed. Keys, ranks,
# languages, helpers, letters, quotas, words, costs and photographs are the house's own.
PUBLIC: Final[Profile] = {
    known.Person: _decided(
        "number within body family given script_language latin_family latin_given latin_is_generated "
        "reading_family reading_given reading_is_generated post part",
        key="",
        grade="other",
        language="",
        languages=(),
    ),
    known.Delegation: _decided(
        "body name country number is_host people headcount",
        helpers=(),
        contact_name="",
        invited_language="en",
        letter="",
        quota=0,
        due_on=None,
    ),
    known.Host: _decided("body name country"),
    known.Facts: _decided(
        "sheet ordinal series secretariat host order_rule order_language within_rule delegations made_on",
        placed=(),
        seatings=(),
        words=(),
        costs=(),
        photos=(),
        contacts=(),
        diets=(),
        diets_few=False,
        phones={},
        attended={},
    ),
    sheets.Sheet: _decided(
        "slug name place from_on until_on timezone language items sites resources tracks number released_at"
    ),
    sheets.SheetItem: _decided(
        "id kind state title on starts ends zone ends_zone track site to_site place by with_whom resources is_public version",
        meal="",
        capacity=None,
        speaking=(),
        into=(),
        audience="all",
        bodies=(),
        people=(),
        bring=None,
        note=None,
        plan_b=None,
        contact="",
    ),
    sheets.SheetSite: _decided("key name address longitude latitude place", opens={}, phone="", note=None),
    sheets.SheetResource: _decided("id kind name capacity site", languages=(), reading=""),
    sheets.SheetTrack: _decided("number name"),
}


def public(facts: known.Facts, *, guessed_latin: bool = False) -> known.Facts:
    """What anybody may see: delegates with their offices, and public items. What is only sought is not announced.

    `guessed_latin` keeps Latin spellings that a rule made, for papers that mark them and are read in no other script: the name
    of who holds a public office is public however it is written. Guessed readings never leave.
    """
    sheet = releases.for_public(facts.sheet)
    sheet = replace(sheet, items=tuple(item for item in sheet.items if item.state != ItemState.SOUGHT))
    rooms = tuple(one for one in sheet.resources if one.kind == "room")
    delegations = tuple(
        replace(one, people=tuple(_sure(who, guessed_latin) for who in one.people if who.part in SEATED))
        for one in facts.delegations
    )
    facts = replace(facts, sheet=replace(sheet, resources=rooms), delegations=delegations)
    found: known.Facts = applied(PUBLIC, facts)
    return found


def _sure(person: known.Person, guessed_latin: bool) -> known.Person:
    """Without spellings that a machine made: nobody's name is published as we guess it, unless it says that we do."""
    if person.latin_is_generated and not guessed_latin:
        person = replace(person, latin_family="", latin_given="", latin_is_generated=False)
    if person.reading_is_generated:
        person = replace(person, reading_family="", reading_given="", reading_is_generated=False)
    return person
