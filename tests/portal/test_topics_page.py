"""The list of topics, and one topic."""

import re

import pytest
from django.test import Client

from tests import make

pytestmark = pytest.mark.django_db


def _text(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def test_narrower_topics_stand_below_the_wider_one(client: Client) -> None:
    economy = make.topic("economy", {"en": "Economy"})
    trade = make.topic("trade", {"en": "Trade"})
    trade.broader = economy
    trade.save()
    make.edition("e", make.series()).topics.add(trade)

    page = _text(client.get("/en/topics/").content.decode())

    assert "2 topics" in page
    assert "Economy 0 editions · 0 items Trade 1 edition · 0 items" in page
