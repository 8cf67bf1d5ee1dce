"""What stands on a seat, in lines: a name is parted at its spaces only, and is as large as the names beside it.

Nothing here can measure: letters are taken as wide as they usually are. Lengths are those of the room.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf
from unicodedata import east_asian_width

from interlocal.documents.formats.document import Run, Text

LINE = 1.14
"""From line to line, of the size of the letters."""
MORE = (1.0, 0.8, 0.7)
"""How much the letters of one, two, three lines are worth: one line is read faster than two of larger letters."""
BODY = 0.66
"""Letters of whom somebody comes from, of those of the name; at most, and what is left of it before it is cut."""
BODY_LEAST = 0.44
EVEN = 0.3
"""The share of names that are smaller than what all others are set in."""
WHOLE = 14.0
"""Letters of full width in a word that is never parted."""
PARTED = re.compile(r"(?<=[\s·・-])")
# In a sentence: after spaces, and between letters that fill a square.
WORDS = re.compile(
    r"\s*[^\s\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]+|\s*[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60]"
)
LONGEST = 9
"""Letters of a word that is not parted in a sentence."""
LONG = re.compile(r"\s*[\uac00-\ud7af]{1,2}|\s*[^\s\uac00-\ud7af]+|\s+")
# What begins no line.
_NEVER_FIRST = frozenset("、。，．：；？！）」』】〕〉》・ー々,.:;?!)")


@dataclass(frozen=True, slots=True)
class Line:
    text: Text
    size: float
    strong: bool


@dataclass(frozen=True, slots=True)
class Seated:
    """A seat's lines, and how large the letters of the name are."""

    lines: tuple[Line, ...]
    size: float


def seated(
    said: Mapping[int, tuple[Text, ...]],
    *,
    width: float,
    height: float,
    least: float = 0.0,
    most: float = inf,
) -> dict[int, Seated]:
    """By number of the seat. No letters of a name are larger than `most`; a body in letters smaller than `least` is not read."""
    found = {number: [line for line in lines if line] for number, lines in said.items()}
    sizes = sorted(_name(lines, width, height, most)[0] for lines in found.values() if lines)
    most = sizes[int(len(sizes) * EVEN)] if sizes else 0.0
    return {number: _seated(lines, width, height, most, least) for number, lines in found.items()}


def _seated(lines: list[Text], width: float, height: float, most: float, least: float) -> Seated:
    if not lines:
        return Seated((), 0.0)
    size, parts = _name(lines, width, height, most)
    made = [Line(part, size, True) for part in parts]
    left = height - len(parts) * size * LINE
    for line in lines[1:]:
        more = list(_below(line, width, left, size, least))
        left -= sum(one.size * LINE for one in more)
        made += more
    return Seated(tuple(made), size)


def _name(lines: list[Text], width: float, height: float, most: float) -> tuple[float, list[Text]]:
    """The size of the name and its parts: as many as make it read best."""
    words = list(_name_words(lines[0]))
    kept = BODY_LEAST * 1.15 if len(lines) > 1 else 0.0
    best: tuple[float, float, list[Text]] = (-1.0, 0.0, [])
    for many in range(1, min(len(words), 12) + 1):
        parts = parted(words, many)
        size = min(most, width / max(map(ems, parts)), height / (LINE * (len(parts) + kept)))
        worth = size * MORE[min(many, len(MORE)) - 1]
        if worth > best[0]:
            best = (worth, size, parts)
    return best[1], best[2]


def _name_words(said: Text) -> Iterator[Run]:
    for run in said:
        for word in PARTED.split(run.text):
            step = 6 if ems((Run(word, run.lang),)) > WHOLE else len(word)
            yield from (replace(run, text=word[at : at + step]) for at in range(0, len(word), max(1, step)))


def _below(said: Text, width: float, left: float, name: float, least: float) -> Iterator[Line]:
    """In one line, in two or three where there is room, or cut; left out where it could not be read."""
    floor = max(name * BODY_LEAST, least)
    most, words = max(name * BODY, floor), list(_words(said))
    for many in (1, 2, 3):
        parts = parted(words, many)
        size = min(most, left / (len(parts) * LINE), width / max(map(ems, parts)))
        if size >= floor:
            yield from (Line(part, size, False) for part in parts)
            return
    size = min(max(floor, most * 0.85), left / LINE)
    if size >= least:
        yield Line(cut(said, width / size), size, False)


def cut(said: Text, room: float) -> Text:
    """As much as goes into so many letters of full width, and … for the rest."""
    if ems(said) <= room:
        return said
    made: list[Run] = []
    filled = 1.0
    for run in said:
        kept = ""
        for char in run.text:
            filled += _em(char)
            if filled > room:
                return (*made, replace(run, text=kept.rstrip() + "…"))
            kept += char
        made.append(replace(run, text=kept))
    return tuple(made)


def parted(words: list[Run], many: int) -> list[Text]:
    """Into so many lines at most, as even as can be; without the spaces at their ends."""
    low, high = max((ems((word,)) for word in words), default=0.0), ems(tuple(words))
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_filled(words, middle)) <= many else (middle, high)
    return [_trimmed(line) for line in _filled(words, high * 1.0001)]


def wrapped(said: Text, room: float) -> list[Text]:
    """A sentence in lines of so many letters of full width."""
    return [_trimmed(line) for line in _filled(list(_words(said)), room)]


def _words(said: Text) -> Iterator[Run]:
    for run in said:
        made: list[str] = []
        for word in WORDS.findall(run.text):
            if made and word[:1] in _NEVER_FIRST:
                made[-1] += word
            else:
                made += LONG.findall(word) if len(word) > LONGEST else [word]
        yield from (replace(run, text=word) for word in made)


def _filled(words: list[Run], room: float) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    width = 0.0
    for word in words:
        wide = ems((word,))
        if lines[-1] and width + wide > room + 0.5 * (wide - ems((replace(word, text=word.text.rstrip()),))):
            lines.append([])
            width = 0.0
        lines[-1].append(word)
        width += wide
    return [line for line in lines if line]


def _trimmed(line: list[Run]) -> Text:
    first = [replace(line[0], text=line[0].text.lstrip()), *line[1:]]
    return _joined([*first[:-1], replace(first[-1], text=first[-1].text.rstrip())])


def _joined(line: list[Run]) -> Text:
    made: list[Run] = []
    for run in line:
        if made and (made[-1].lang, made[-1].style) == (run.lang, run.style):
            made[-1] = replace(run, text=made[-1].text + run.text)
        else:
            made.append(run)
    return tuple(made)


def ems(said: Text) -> float:
    """How wide a text is, in letters of full width."""
    return max(0.1, sum(_em(char) for run in said for char in run.text))


def _em(char: str) -> float:
    if east_asian_width(char) in "WF":
        return 1.0
    return 0.3 if char in " .,:;'il·" else 0.72 if char.isupper() else 0.6
