"""Text in several languages that knows its original, and says which language it shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from interlocal.ground.tongues import FALLBACKS

State = Literal["original", "human", "machine", "outdated"]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reader gets to see: the text, the language it is in, and how it came to be in that language."""

    text: str
    lang: str
    state: State = "original"


@dataclass(frozen=True, slots=True)
class Version:
    """One language of a text. `of` is the revision of the original it was made from."""

    text: str
    state: State
    of: int


@dataclass(frozen=True, slots=True)
class Localised:
    """A text, its original language, the original's revision, and its versions by language."""

    original: str
    revision: int
    versions: Mapping[str, Version]

    def shown(self, tongue: str) -> Shown:
        """The version for a reader of `tongue`: own language first, then FALLBACKS, then the original."""
        for lang in (*FALLBACKS.get(tongue, ()), self.original):
            if version := self.versions.get(lang):
                return Shown(version.text, lang, self.state_of(version))
        return Shown("", tongue)

    def state_of(self, version: Version) -> State:
        return "outdated" if version.of < self.revision and version.state != "original" else version.state

    def says(self) -> dict[str, tuple[str, State]]:
        """What readers see, without the bookkeeping of revisions: equal texts say the same."""
        return {
            lang: (version.text, self.state_of(version)) for lang, version in sorted(self.versions.items())
        }

    def __str__(self) -> str:
        return self.shown(self.original).text


def localised(original: str, texts: Mapping[str, str], *, translations: State = "human") -> Localised:
    """A first revision: `texts` by language, all but the original in the state `translations`."""
    return Localised(
        original,
        1,
        {
            lang: Version(text, "original" if lang == original else translations, 1)
            for lang, text in texts.items()
        },
    )


def succeed(old: Localised | None, new: Localised) -> Localised:
    """`new` as the successor of `old`: a changed original is a new revision, and what was not redone becomes
    outdated.
    """
    if old is None or old.says() == new.says():
        return new if old is None else old
    same_original = old.original == new.original and _original(old) == _original(new)
    revision = old.revision if same_original else old.revision + 1
    return Localised(
        new.original,
        revision,
        {lang: _version(lang, version, old, new, revision) for lang, version in new.versions.items()},
    )


def _original(text: Localised) -> str:
    return text.versions[text.original].text


def _version(lang: str, version: Version, old: Localised, new: Localised, revision: int) -> Version:
    before = old.versions.get(lang)
    if lang == new.original:
        return Version(version.text, "original", revision)
    if new.state_of(version) == "outdated":
        return Version(version.text, version.state, revision - 1)
    if before and before.text == version.text and before.state == version.state:
        return before
    return Version(version.text, version.state, revision)


def to_json(text: Localised) -> dict[str, Any]:
    return {
        "original": text.original,
        "revision": text.revision,
        "versions": {
            lang: {"text": version.text, "state": version.state, "of": version.of}
            for lang, version in text.versions.items()
        },
    }


def from_json(value: Mapping[str, Any]) -> Localised:
    return Localised(
        value["original"],
        value["revision"],
        {
            lang: Version(at["text"], cast(State, at["state"]), at["of"])
            for lang, at in value["versions"].items()
        },
    )
