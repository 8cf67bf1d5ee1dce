"""Lists in pages: the rows of one page, and how many there are in all."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import QuerySet

Row = TypeVar("Row")

SIZE = 50


class NoSuchPage(ObjectDoesNotExist):
    """The list has no page of this number; shown like any other thing that is not there."""


@dataclass(frozen=True, slots=True)
class Paged(Generic[Row]):
    """One page of a list. An empty list has one page, number 1, without rows."""

    rows: Sequence[Row] = ()
    total: int = 0
    number: int = 1
    pages: int = 1
    size: int = field(default=SIZE)


def page_number(given: str | int | None) -> int:
    """The page number of an address: none is 1; raise NoSuchPage for what counts no page."""
    if given is None or given == "":
        return 1
    text = str(given)
    # Ten million pages are more than any list has; longer numbers are not even worth a query.
    if not (text.isascii() and text.isdecimal() and len(text) <= 7 and int(text) > 0):
        raise NoSuchPage(text[:20])
    return int(text)


def paged(queryset: "QuerySet[Any, Row]", *, number: str | int | None, size: int = SIZE) -> Paged[Row]:
    """That page of an ordered queryset, in two queries; raise NoSuchPage beyond its end."""
    wanted = page_number(number)
    total = queryset.count()
    pages = count_pages(total, size)
    if wanted > pages:
        raise NoSuchPage(str(wanted))
    rows = list(queryset[(wanted - 1) * size : wanted * size]) if total else []
    return Paged(rows, total, wanted, pages, size)


def count_pages(total: int, size: int = SIZE) -> int:
    return max(1, -(-total // size))
