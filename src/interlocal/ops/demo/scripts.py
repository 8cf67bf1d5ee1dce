"""What a demonstration is made from: the files beside this one, read as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from interlocal.delegations.rules.nominations import Entered
from interlocal.ground.tongues import EN, TONGUES
from interlocal.languages import kana, spelling

_HERE = Path(__file__).resolve().parent
# Ten times as fast where libyaml is at hand.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Delegation:
    """A body to invite, and the language it is written to. `account`: its coordinator enters it signed in, others come by
    the link of their mail.
    """

    body: str
    tongue: str
    quota: int
    contact: str
    account: bool
    people: tuple[Entered, ...]
    drafts: tuple[Entered, ...]
    headcount: int | None
    decided: str


@cache
def script(name: str) -> Mapping[str, Any]:
    """The file of this name."""
    text = (_HERE / f"{name}.yaml").read_text(encoding="utf-8")
    read: Mapping[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506  # safe, either of them
    return read


def delegations(name: str) -> list[Delegation]:
    return [
        Delegation(
            body=body,
            tongue=tongue,
            quota=said["quota"],
            contact=said.get("contact", ""),
            account=said.get("account", False),
            people=tuple(entered(one, tongue) for one in said.get("people", ())),
            drafts=tuple(entered(one, tongue) for one in said.get("drafts", ())),
            headcount=said.get("headcount"),
            decided=said.get("decided", ""),
        )
        for tongue, bodies in script(name)["delegations"].items()
        for body, said in bodies.items()
    ]


def entered(said: Mapping[str, Any], tongue: str) -> Entered:
    """A person of a script. Spellings nobody supplied are made by the rules of languages, and marked so."""
    family, given = said["name"].split(" ")
    reading, read_as = _reading(said, family, given, tongue)
    latin, spelt_as = _latin(said, family, given, tongue, reading)
    return Entered(
        family=family,
        given=given,
        script_language=tongue,
        part=said.get("part", "member"),
        latin_family=latin[0],
        latin_given=latin[1],
        latin_origin=spelt_as,
        reading_family=reading[0],
        reading_given=reading[1],
        reading_origin=read_as,
        post={one: _post(said["post"], tongue, one) for one in TONGUES},
        grade=said["grade"],
        post_since=said.get("since"),
        language=tongue,
        languages=tuple(said.get("languages", (tongue,))),
    )


def _post(post: str, tongue: str, into: str) -> str:
    """Made of its parts; English begins with the rank."""
    if into == tongue:
        return post
    parts = [script("posts")[part][into] for part in post.split(" ")]
    return ", ".join(reversed(parts)) if into == EN else " ".join(parts)


def _reading(said: Mapping[str, Any], family: str, given: str, tongue: str) -> tuple[tuple[str, str], str]:
    """(family, given) and where they come from: kana for Japanese names, hangul for Chinese ones."""
    if "reading" in said:
        one, other = said["reading"].split(" ")
        return (one, other), "supplied"
    if tongue == "ja":
        return (_kana(family), _kana(given)), "generated"
    if tongue == "zh-Hans":
        return (spelling.chinese_in_hangul(family).text, spelling.chinese_in_hangul(given).text), "generated"
    return ("", ""), ""


def _kana(text: str) -> str:
    said = spelling.japanese_readings(text)
    return kana.hiragana(said[0].text) if said else ""


def _latin(
    said: Mapping[str, Any], family: str, given: str, tongue: str, reading: tuple[str, str]
) -> tuple[tuple[str, str], str]:
    if "latin" in said:
        one, other = said["latin"].split(" ")
        return (one, other), "supplied"
    if tongue == "ja":
        return (_hepburn(reading[0]), _hepburn(reading[1])), "generated"
    whole = (
        spelling.pinyin_person(family, given)
        if tongue == "zh-Hans"
        else spelling.romanised_person(family, given)
    )
    one, _space, other = whole.text.partition(" ")
    return (one, other), "generated"


def _hepburn(reading: str) -> str:
    return spelling.hepburn_passport(reading).text.capitalize()
