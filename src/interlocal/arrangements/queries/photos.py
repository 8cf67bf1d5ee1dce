"""Photographs of the days, for the office."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models.functions import Length

from interlocal.arrangements.models import Photo
from interlocal.arrangements.queries.words import item_titles, look, said
from interlocal.arrangements.rules.words import MOST_PHOTOS
from interlocal.delegations.queries.preparations import texts
from interlocal.ground.texts import Shown
from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled


@dataclass(frozen=True, slots=True)
class PhotoRow:
    """`captions` by language, as its form begins with them; `size` in bytes."""

    number: int
    kind: str
    width: int
    height: int
    size: int
    caption: Shown | None
    captions: dict[str, str]
    alt: str
    item: int | None
    item_title: Shown | None
    added_by: str
    added_at: datetime
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class PhotosPage:
    """`left`: how many more can be kept; `items` are those of the programme to choose from."""

    slug: str
    title: Shown
    runs: bool
    is_closed: bool
    rows: tuple[PhotoRow, ...]
    left: int
    items: tuple[tuple[int, Shown], ...]


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """One picture; `kind` is "png" or "jpeg"."""

    content: bytes
    kind: str


@walled
def photos_page(*, actor: Actor, preparation: str, tongue: str) -> PhotosPage:
    """For who looks over the preparation, without the pictures themselves; two queries beside access."""
    reached = look(actor, preparation)
    found = reached.preparation
    items = item_titles(found, tongue)
    rows = list(Photo.objects.filter(preparation=found).defer("content").annotate(size=Length("content")))
    return PhotosPage(
        slug=found.slug,
        title=found.name.shown(tongue),
        runs=reached.runs,
        is_closed=found.closed_on is not None,
        rows=tuple(
            PhotoRow(
                number=row.pk,
                kind=row.kind,
                width=row.width,
                height=row.height,
                size=row.size,
                caption=said(row.caption, tongue),
                captions=texts(row.caption),
                alt=row.alt,
                item=row.item_id,
                item_title=items.get(row.item_id or 0),
                added_by=row.added_by,
                added_at=row.added_at,
                is_first=at == 0,
                is_last=at == len(rows) - 1,
            )
            for at, row in enumerate(rows)
        ),
        left=max(0, MOST_PHOTOS - len(rows)),
        items=tuple(items.items()),
    )


@walled
def photo(*, actor: Actor, preparation: str, number: int) -> PhotoFile:
    """One picture, for the page; Photo.DoesNotExist for one of another preparation."""
    found = look(actor, preparation).preparation
    row = Photo.objects.get(preparation=found, pk=number)
    return PhotoFile(bytes(row.content), row.kind)
