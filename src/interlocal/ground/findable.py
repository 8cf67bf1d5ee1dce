"""What a room says of its subjects so that readers can find them by any of their names, and by what is said of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from interlocal.ground.texts import Localised, Shown


@dataclass(frozen=True, slots=True)
class Form:
    """A name, a title or a text, and the language it is in ("und": not known, or none)."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Findable:
    """A subject that can be found. `label` as in ground.labels; `day` orders the newest first.

    `forms` are its own names and titles, `codes` what stands for it exactly; `also` are names of what belongs to
    it, such as an edition's place; `texts` what is said of it. `bodies`, `topics`, `countries` (default: `country`)
    and `years` are what a search can be narrowed to. `home`: kind and key of the page that shows it, where it has
    none itself. `readers`: None for everybody, else the audiences that may know of it ("body:12"); empty, nobody.
    """

    kind: str
    key: str
    label: Mapping[str, Any]
    forms: tuple[Form, ...]
    also: tuple[Form, ...] = ()
    country: str = ""
    day: date | None = None
    texts: tuple[Form, ...] = ()
    codes: tuple[Form, ...] = ()
    countries: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    home: tuple[str, str] | None = None
    readers: frozenset[str] | None = None


def forms_of_label(label: Mapping[str, Any]) -> Iterable[Form]:
    """Every name of a label, of whatever kind and time."""
    for lang, kinds in label.items():
        for entries in kinds.values():
            yield from (Form(entry[0], lang) for entry in entries)


def forms_of_text(text: Localised | None) -> Iterable[Form]:
    return () if text is None else (Form(version.text, lang) for lang, version in text.versions.items())


def label_of_text(text: Localised) -> dict[str, Any]:
    """A title in the shape of a label. An unchecked translation is marked like a machine-made spelling."""
    return label_of_shown(
        Shown(version.text, lang, text.state_of(version)) for lang, version in text.versions.items()
    )


def label_of_shown(titles: Iterable[Shown]) -> dict[str, Any]:
    label: dict[str, Any] = {}
    for title in titles:
        marked = [True] if title.state == "machine" else []
        label[title.lang] = {"official": [[title.text, None, None, *marked]]}
    return label


def once(forms: Iterable[Form]) -> tuple[Form, ...]:
    return tuple(dict.fromkeys(form for form in forms if form.text))
