"""The words of an edition, for the office."""

from dataclasses import dataclass

from interlocal.arrangements import kinds
from interlocal.arrangements.models import Words
from interlocal.arrangements.rules.words import WordsSaid
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.delegations.queries import access
from interlocal.delegations.queries.access import Reached
from interlocal.delegations.queries.preparations import texts
from interlocal.ground.texts import Localised, Shown
from interlocal.ground.tongues import TONGUES
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class WordsRow:
    """`lacks` are languages in which neither title nor text is written; `item` is what they belong to."""

    number: int
    version: int
    kind: str
    title: Shown | None
    text: Shown | None
    speaker: Shown | None
    contact: str
    item: int | None
    item_title: Shown | None
    lacks: tuple[str, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class WordsGroup:
    kind: str
    rows: tuple[WordsRow, ...]


@dataclass(frozen=True, slots=True)
class WordsPage:
    """Every kind, empty ones too; `items` are those of the programme to choose from."""

    slug: str
    title: Shown
    runs: bool
    is_closed: bool
    groups: tuple[WordsGroup, ...]
    items: tuple[tuple[int, Shown], ...]


@walled
def words_page(*, actor: Actor, preparation: str, tongue: str) -> WordsPage:
    """For who looks over the preparation; two queries beside access. Preparation.DoesNotExist for others."""
    reached = look(actor, preparation)
    found = reached.preparation
    items = item_titles(found, tongue)
    by_kind: dict[str, list[Words]] = {}
    for row in Words.objects.filter(preparation=found):
        by_kind.setdefault(row.kind, []).append(row)
    return WordsPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        groups=tuple(
            WordsGroup(kind, tuple(_rows(by_kind.get(kind, []), items, tongue)))
            for kind in kinds.WordsKind.values
        ),
        items=tuple(items.items()),
    )


@walled
def words(*, actor: Actor, preparation: str, number: int) -> tuple[WordsSaid, int]:
    """What they say, for their form, and their version; Words.DoesNotExist for those of another preparation."""
    found = access.run(actor=actor, preparation=preparation, lock=False)
    row = Words.objects.get(preparation=found, pk=number)
    return words_said(row), row.version


def words_said(row: Words) -> WordsSaid:
    return WordsSaid(
        row.kind, texts(row.title), texts(row.text), texts(row.speaker), row.contact, row.item_id
    )


def look(actor: Actor, preparation: str) -> Reached:
    """For who looks over the preparation; Preparation.DoesNotExist for others. Only within the wall."""
    reached = access.reach(actor=actor, preparation=preparation)
    if not reached.looks_over:
        raise Preparation.DoesNotExist(preparation)
    return reached


def item_titles(found: Preparation, tongue: str) -> dict[int, Shown]:
    """Of the items of the programme, in their order. One query."""
    rows = PlannedItem.objects.filter(preparation=found).values_list("pk", "title")
    return {number: title.shown(tongue) for number, title in rows}


def said(text: Localised | None, tongue: str) -> Shown | None:
    return text.shown(tongue) if text else None


def _rows(rows: list[Words], items: dict[int, Shown], tongue: str) -> list[WordsRow]:
    return [
        WordsRow(
            number=row.pk,
            version=row.version,
            kind=row.kind,
            title=said(row.title, tongue),
            text=said(row.text, tongue),
            speaker=said(row.speaker, tongue),
            contact=row.contact,
            item=row.item_id,
            item_title=items.get(row.item_id or 0),
            lacks=_lacks(row),
            is_first=at == 0,
            is_last=at == len(rows) - 1,
        )
        for at, row in enumerate(rows)
    ]


def _lacks(row: Words) -> tuple[str, ...]:
    whole = row.text or row.title
    return tuple(tongue for tongue in TONGUES if whole is None or tongue not in whole.versions)
