"""What a room says of a subject, made into rows of the index. The slow part: every word is analysed here."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from interlocal.ground.findable import Findable, Form
from interlocal.ground.tongues import TONGUES
from interlocal.languages.folding import fold
from interlocal.languages.names import Kind, NameKey, name_keys
from interlocal.languages.tokens.terms import index_terms
from interlocal.search.codes import codes_of, storable
from interlocal.search.strokes import letters

# A longer text is found by its pieces: one that fits is better than a long text that has everything.
PIECE = 8000
LONGEST_FORM = 300
BETWEEN_TITLES = " / "
NAMED: dict[str, Kind] = {"body": "body", "person": "person", "place": "place", "tie": "body"}


@dataclass(frozen=True, slots=True)
class TextRow:
    lang: str
    part: int
    length: int
    title: str
    body: str
    terms: list[int]


@dataclass(frozen=True, slots=True)
class FormRow:
    nth: int
    lang: str
    own: bool
    text: str
    fold: str
    typed: str


@dataclass(frozen=True, slots=True)
class KeyRow:
    nth: int
    type: str
    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Entry:
    """All rows of one subject."""

    of: Findable
    texts: tuple[TextRow, ...]
    forms: tuple[FormRow, ...]
    keys: tuple[KeyRow, ...]


def entry(findable: Findable) -> Entry:
    forms = tuple(_forms(findable))
    return Entry(findable, tuple(_texts(findable)), forms, tuple(_keys(findable.kind, forms)))


def _forms(findable: Findable) -> Iterator[FormRow]:
    seen: set[str] = set()
    own = [(form, True) for form in (*findable.forms, *findable.codes)]
    for form, is_own in (*own, *((form, False) for form in findable.also)):
        text = storable(form.text[:LONGEST_FORM])
        folded = fold(text)
        if folded and folded not in seen:
            seen.add(folded)
            yield FormRow(len(seen), form.lang, is_own, text, folded, letters(text))


def _keys(kind: str, forms: Iterable[FormRow]) -> Iterator[KeyRow]:
    if kind not in NAMED:
        return
    for form in forms:
        if form.own:
            for key in sorted(_keys_of(kind, form), key=lambda key: (key.type, key.text, key.level)):
                yield KeyRow(form.nth, key.type, key.text, key.level)


def _keys_of(kind: str, form: FormRow) -> frozenset[NameKey]:
    # Translated words are terms of the title: texts are found by them.
    return frozenset(key for key in name_keys(form.text, lang=form.lang, kind=NAMED[kind]) if key.type != "w")


def _texts(findable: Findable) -> Iterator[TextRow]:
    """One text a language: names and titles, then what else is said. "und" stands for itself."""
    for lang in _langs(findable):
        title = BETWEEN_TITLES.join(_of(lang, findable.forms))
        body = "\n".join((*_of(lang, findable.also), *_of(lang, findable.texts)))
        yield from pieces(lang, storable(title), storable(body))


def pieces(lang: str, title: str, body: str) -> Iterator[TextRow]:
    """A text in rows. Every piece has the title's terms, so that its words count with those of the piece."""
    titled = index_terms(title, lang=lang)
    for part, piece in enumerate(_cut(body)):
        found = index_terms(piece, lang=lang)
        length = len(titled.words) + len(found.words)
        yield TextRow(lang, part, length, title, piece, codes_of(titled, found, lang=lang))


def _cut(body: str) -> Iterator[str]:
    at = 0
    while at < len(body) or not at:
        end = at + PIECE
        if end < len(body):
            # At a line's or a sentence's end, if there is one near.
            near = max(body.rfind(mark, at + PIECE // 2, end) for mark in "\n。.!?？！ ")
            end = near + 1 if near > 0 else end
        yield body[at:end]
        at = max(end, 1)


def _langs(findable: Findable) -> list[str]:
    found = {form.lang for form in (*findable.forms, *findable.also, *findable.texts)}
    return sorted(found, key=lambda lang: (lang not in TONGUES, lang))


def _of(lang: str, forms: Iterable[Form]) -> list[str]:
    return [form.text for form in forms if form.lang == lang and form.text]
