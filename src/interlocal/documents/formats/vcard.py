"""Contacts as vCard 4.0 (RFC 6350): a name in each of its scripts, with readings to sort and to say it by."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

TYPE = "text/vcard; charset=utf-8"
LONGEST = 75
"""Octets of a line without its end; a longer one goes on in the next, after a space."""
ESCAPES = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class ContactName:
    """A name in one language as it is printed, its parts where they are known, and how they are read (kana for Japanese)."""

    full: str
    lang: str
    family: str = ""
    given: str = ""
    family_reading: str = ""
    given_reading: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class Contact:
    """`names` begins with the own one. `organisations` and `titles` are each one, in several languages."""

    uid: str
    names: tuple[ContactName, ...]
    revised_at: datetime
    organisations: tuple[Said, ...] = ()
    titles: tuple[Said, ...] = ()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    url: str = ""


def cards(contacts: Iterable[Contact]) -> bytes:
    """All of them in one file, the same bytes for the same values; ValueError for somebody without a name."""
    return b"".join(_folded(line) for contact in contacts for line in _lines(contact))


def _lines(contact: Contact) -> Iterator[str]:
    if not any(name.full.strip() for name in contact.names):
        raise ValueError("a card needs a name")
    yield "BEGIN:VCARD"
    yield "VERSION:4.0"
    yield "PRODID:-//Interlocal//Record of local diplomacy//EN"
    yield "KIND:individual"
    yield _line("UID", _escaped(contact.uid))
    yield f"REV:{contact.revised_at.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield from _named(contact.names)
    yield from _said("ORG", contact.organisations)
    yield from _said("TITLE", contact.titles)
    for phone in contact.phones:
        yield _phone(phone)
    for email in contact.emails:
        yield _line("EMAIL", _escaped(email))
    for place, lang in enumerate(contact.languages, start=1):
        yield _line("LANG", _escaped(lang), {"PREF": str(min(place, 100))})
    if contact.url:
        yield _line("URL", _plain(contact.url))
    yield "END:VCARD"


def _named(names: tuple[ContactName, ...]) -> Iterator[str]:
    """One name: its forms have one ALTID, and differ in language."""
    said = [name for name in names if name.full.strip()]
    for name in said:
        yield _line("FN", _escaped(name.full), _one_of(said, name.lang))
    parted = [name for name in said if name.family or name.given]
    for name in parted:
        parts = f"{_escaped(name.family)};{_escaped(name.given)};;;"
        yield _line("N", parts, {**_one_of(parted, name.lang), **_sorted_as(name)})
    if read := next((name for name in said if name.family_reading or name.given_reading), None):
        # Not of the standard; address books of phones find Japanese names by these.
        if read.family_reading:
            yield _line("X-PHONETIC-LAST-NAME", _escaped(read.family_reading))
        if read.given_reading:
            yield _line("X-PHONETIC-FIRST-NAME", _escaped(read.given_reading))


def _said(name: str, forms: tuple[Said, ...]) -> Iterator[str]:
    given = [form for form in forms if form.text.strip()]
    for form in given:
        yield _line(name, _escaped(form.text), _one_of(given, form.lang))


def _one_of(forms: list[ContactName] | list[Said], lang: str) -> dict[str, str]:
    alone = {"LANGUAGE": lang} if lang else {}
    return {**alone, "ALTID": "1"} if len(forms) > 1 else alone


def _sorted_as(name: ContactName) -> dict[str, str]:
    readings = [_plain(part).replace(",", " ") for part in (name.family_reading, name.given_reading)]
    return {"SORT-AS": ",".join(readings)} if any(readings) else {}


def _phone(said: str) -> str:
    """An address to dial where the number is an international one, else as it was written."""
    number = "".join(char for char in said if char not in " -.()\u3000")
    dialled = number[1:]
    if number.startswith("+") and dialled.isascii() and dialled.isdigit():
        return _line("TEL", f"tel:{number}", {"VALUE": "uri", "TYPE": "work"})
    return _line("TEL", _escaped(said), {"TYPE": "work"})


def _line(name: str, value: str, parameters: Mapping[str, str] | None = None) -> str:
    said = "".join(f";{key}={_parameter(text)}" for key, text in (parameters or {}).items())
    return f"{name}{said}:{value}"


def _parameter(text: str) -> str:
    """Quoted where it needs to be; a quotation mark as RFC 6868 says."""
    safe = _plain(text).replace("^", "^^").replace('"', "^'")
    return f'"{safe}"' if any(char in safe for char in ",;:") else safe


def _escaped(said: str) -> str:
    return _plain(said.strip().replace("\r\n", "\n").replace("\r", "\n"), keep="\n").translate(ESCAPES)


def _plain(said: str, *, keep: str = "") -> str:
    """Without control characters, and so without a line that somebody slipped in."""
    return "".join(char for char in said if char in keep or not (char < " " or "\x7f" <= char <= "\x9f"))


def _folded(line: str) -> bytes:
    """Between characters, never within one."""
    made, room = [], LONGEST
    for char in line:
        size = len(char.encode())
        if size > room:
            made.append("\r\n ")
            room = LONGEST - 1
        made.append(char)
        room -= size
    return "".join(made).encode() + b"\r\n"
