import pytest

from interlocal.evidence.models import Source
from interlocal.ground.paging import NoSuchPage, Paged, count_pages, page_number, paged
from tests import make


@pytest.mark.parametrize(("given", "number"), [(None, 1), ("", 1), ("1", 1), ("12", 12), (3, 3)])
def test_a_page_has_a_number(given: str | int | None, number: int) -> None:
    assert page_number(given) == number


@pytest.mark.parametrize(
    "given", ["0", "-1", "1000000000", "abc", "1.5", " 1", "٣", "１", "9" * 5000, "1e3", "+1"]
)
def test_a_number_that_counts_no_page_is_not_there(given: str) -> None:
    with pytest.raises(NoSuchPage):
        page_number(given)


def test_an_empty_list_has_one_page() -> None:
    assert [count_pages(total, 50) for total in (0, 1, 50, 51, 100)] == [1, 1, 1, 2, 2]


@pytest.mark.django_db
def test_the_last_page_holds_the_rest() -> None:
    for name in ("a", "b", "c"):
        make.source(name)

    page = paged(Source.objects.order_by("slug").values_list("slug", flat=True), number="2", size=2)

    assert page == Paged(["c"], total=3, number=2, pages=2, size=2)


@pytest.mark.django_db
def test_there_is_nothing_beyond_the_last_page() -> None:
    make.source("a")

    with pytest.raises(NoSuchPage):
        paged(Source.objects.order_by("slug"), number="2")
