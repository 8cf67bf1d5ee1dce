"""What every part of a generated record needs: chance, rows, footnotes, names, lines of the journal."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

from bench.copying import Pile
from bench.words import Stem, stems
from interlocal.evidence.kinds import SourceKind
from interlocal.evidence.models import Citation, Footnote, Source
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import localised
from interlocal.identity.models import Entry
from interlocal.languages.scripts import script_of
from interlocal.registry.commands.names import labelled
from interlocal.registry.entries import NameEntry
from interlocal.registry.models import Labelled, Name

AT = datetime(2026, 11, 22, tzinfo=UTC)
PAPERS = ("Dongbang Daily", "Hokuto Shimbun", "Jianghai News", "Provincial Gazette", "Association Bulletin")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much to make. The public record has about 150 bodies, 60 editions and 10 series."""

    sources: int
    bodies: int
    people: int
    ties: int
    places: int
    series: int
    editions: int
    items_each: int = 17


def counts_of(scale: int) -> Counts:
    """`scale` times the public record, in all; nothing beside the fixed edition at 1."""
    more = 0 if scale <= 1 else scale
    return Counts(5 * more, 40 * more, 25 * more, 52 * more, 20 * more, 4 * more, 60 * more)


@dataclass(slots=True)
class Making:
    random: Random
    pile: Pile = field(default_factory=Pile)
    footnotes: list[int] = field(default_factory=list)
    stems: list[Stem] = field(default_factory=list)

    def footnote(self, sources: Sequence[Source], place: str) -> int:
        """A footnote with these citations."""
        said = "\n".join(f"{source.slug} § {place}" for source in sources)
        row = self.pile.add(Footnote(digest=hashlib.sha256(said.encode()).hexdigest()))
        for position, source in enumerate(sources):
            self.pile.add(Citation(footnote=row, position=position, source=source, place=place))
        return int(row.pk)

    def any_footnote(self) -> int:
        return self.random.choice(self.footnotes)

    def stem(self, number: int) -> Stem:
        return self.stems[number % len(self.stems)]

    def day(self, first: int = 1990, last: int = 2025) -> PartialDate:
        return PartialDate(
            self.random.randint(first, last), self.random.randint(1, 12), self.random.randint(1, 28)
        )

    def line(self, kind: str, key: str) -> None:
        """The journal's line of a new subject."""
        details = {kind: {"made": 1}}
        row = Entry(
            actor="bench", verb="recorded", subject_kind=kind, subject_key=key, at=AT, details=details
        )
        self.pile.add(row)

    def named(self, subject: Labelled, model: type[Name], owner: str, entries: Sequence[NameEntry]) -> None:
        """Set the label, add the subject, its names and its line."""
        labelled(subject, entries)
        self.pile.add(subject)
        self.line(owner, subject.slug)
        footnote = self.any_footnote()
        for position, entry in enumerate(entries):
            self.pile.add(_name(model, owner, subject, entry, position, footnote))


def _name(
    model: type[Name], owner: str, subject: Labelled, entry: NameEntry, position: int, footnote: int
) -> Name:
    own: dict[str, Any] = {
        name: getattr(entry, name) for name in ("family", "given", "own") if hasattr(entry, name)
    }
    return model(
        **{f"{owner}_id": subject.pk},
        **own,
        language=entry.lang,
        script=script_of(entry.text),
        kind=entry.kind,
        text=entry.text,
        position=position,
        footnote_id=footnote,
    )


def begin(*, seed: int) -> Making:
    random = Random(seed)
    return Making(random, stems=stems(random))


def make_sources(making: Making, how_many: int, prefix: str) -> None:
    """Sources, each cited at four places, and footnotes that cite two of them."""
    made = [_source(making, f"{prefix}-source-{number}") for number in range(how_many)]
    for source in made:
        making.line("source", source.slug)
        making.footnotes += [making.footnote([source], f"para. {place}") for place in range(1, 5)]
        making.footnotes.append(making.footnote([source, making.random.choice(made)], "table 1"))


def _source(making: Making, slug: str) -> Source:
    paper = making.random.choice(PAPERS)
    day = making.day()
    return making.pile.add(
        Source(
            slug=slug,
            record="bench",
            kind=making.random.choice((SourceKind.PRESS, SourceKind.OFFICIAL, SourceKind.WEB)),
            publisher=localised("en", {"en": paper}),
            title=localised("en", {"en": f"{paper} of {day}: local governments meet ({slug})"}),
            language="en",
            published_on=day,
            accessed_on=PartialDate(2026, 11, 22),
            url=f"https://example.org/{slug}",
        )
    )
