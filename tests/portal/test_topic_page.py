"""One topic: what there is on it."""

import re

import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db


def test_a_topic_has_its_names_editions_items_and_series(client: Client) -> None:
    tourism, series = make.topic(), make.series()
    series.topics.add(tourism)
    edition = make.edition("kjgm-8", series, ordinal=8, on="2025-11-12")
    edition.topics.add(tourism)
    make.item(edition, "talk", "On tourism", kind="lecture", topics=[tourism])

    page = client.get("/en/topics/tourism/").content.decode()
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))

    assert '<span lang="ja">観光</span>' in page
    assert '<a href="/en/series/kjgm/">Korea-Japan Governors&#39; Meeting</a>' in page
    assert '<a href="/en/editions/kjgm-8/#item-talk">On tourism</a>' in page
    assert "Editions (1) 12 November 2025" in text
    assert "lecture On tourism 8th Korea-Japan Governors&#39; Meeting, 12 November 2025" in text


def test_a_topic_nobody_took_up_is_a_page_all_the_same(client: Client) -> None:
    make.topic()

    assert "Nothing of this kind is in the record yet." in client.get("/en/topics/tourism/").content.decode()


@pytest.mark.parametrize(
    "address", ["/en/topics/nothing/", "/en/topics/tourism/?page=7", "/en/topics/tourism/?page=x"]
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    make.topic()

    assert client.get(address).status_code == 404
