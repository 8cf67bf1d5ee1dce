"""What is printed, and by whom: each way makes one file of an edition of a given size."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from interlocal.arrangements.rules.facts import Facts
    from interlocal.documents.papers.paper import Wish

OURS = "interlocal"


@dataclass(frozen=True, slots=True)
class Way:
    """`many` is the large size; the small one is a tenth of it. `by` is ourselves or a key of papers_rivals.RIVALS.

    `format` is that of the file. `item`: the number of an item, and `options` those of the paper.
    """

    name: str
    paper: str
    format: str
    many: int
    by: str = OURS
    options: Mapping[str, str] | None = None
    item: int | None = None

    @property
    def key(self) -> str:
        return f"{self.name}, {self.format}, {self.by}"


WAYS = (
    Way("badges", "badges", "pdf", 1000),
    Way("badges", "badges", "pdf", 1000, "weasyprint badges"),
    Way("name list", "name_list", "xlsx", 1000),
    Way("name list", "name_list", "xlsx", 1000, "openpyxl"),
    Way("name list", "name_list", "xlsx", 1000, "openpyxl ruled"),
    Way("name list", "name_list", "hwpx", 1000),
    Way("name list", "name_list", "docx", 1000),
    Way("name list", "name_list", "pdf", 1000),
    Way("name list", "name_list", "pdf", 1000, "weasyprint"),
    Way("booklet", "booklet", "pdf", 1000),
    Way("booklet", "booklet", "pdf", 1000, "weasyprint"),
    Way("booklet", "booklet", "docx", 1000),
    Way("booklet", "booklet", "hwpx", 1000),
    Way("calendar", "calendar", "ics", 1000),
    Way("seating in rows", "seating_plan", "pdf", 300, options={"shape": "theatre"}, item=1),
    Way("seating, round tables", "seating_plan", "pdf", 300, options={"shape": "round"}, item=1),
    Way("seating, round tables", "seating_plan", "svg", 300, options={"shape": "round"}, item=1),
)


def facts_of(way: Way, many: int) -> "Facts":
    """So many people; of the booklet four items for ten of them, of the calendar so many items."""
    from bench import papers_facts

    if way.paper == "calendar":
        return papers_facts.programme(many)
    if way.paper == "booklet":
        return papers_facts.programme(many * 4 // 10, many)
    return papers_facts.people(many)


def maker(way: Way, facts: "Facts") -> Callable[[], bytes]:
    """From the facts to the file, as the product prints it, or as others do from the same built paper."""
    from interlocal.documents import printing

    wish = _wish(way)
    if way.by == OURS:
        order = printing.Order(facts.sheet.slug, way.paper, way.format, wish)
        return lambda: printing.render(order, facts).content
    return lambda: _by_others(way, facts, wish)


def _by_others(way: Way, facts: "Facts", wish: "Wish") -> bytes:
    from django.utils import translation

    from bench.papers_rivals import RIVALS
    from interlocal.documents.papers import papers

    with translation.override(wish.tongue.lower()):
        return bytes(RIVALS[way.by](papers()[way.paper].build(facts, wish)))


def _wish(way: Way) -> "Wish":
    """In Korean, with English beside it on the list and in the booklet."""
    from interlocal.documents.papers.paper import Wish

    both = way.paper in ("name_list", "booklet")
    made = Wish(("ko", "en") if both else ("ko",), item=way.item, options=way.options or {})
    return replace(made, options={**made.options, "format": way.format})
