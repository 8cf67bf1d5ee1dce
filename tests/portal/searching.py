"""What scenes of search share: pages as text, and a small world to look in."""

from urllib.parse import urlencode

from django.test import Client

from tests.search.known import counted, known


def page(client: Client, address: str, **query: object) -> str:
    response = client.get(f"{address}?{urlencode(query)}" if query else address)
    assert response.status_code == 200
    return response.content.decode()


def main(client: Client, *, tongue: str = "en", **query: object) -> str:
    return page(client, f"/{tongue}/search/", **query).partition("<main")[2].partition("</main>")[0]


def results(shown: str) -> list[str]:
    """The names of the results, without their marks."""
    names = [part.partition("</h3>")[0] for part in shown.split("<h3>")[1:]]
    return ["".join(bit.partition(">")[2] for bit in f">{name}".split("<")) for name in names]


def whys(shown: str) -> list[str]:
    return [part.partition("</span>")[2].partition("</p>")[0] for part in shown.split('<p class="why">')[1:]]


def meetings() -> None:
    """Two editions, a body and a topic that are all found by one word."""
    known("edition", "open", en="Harbour meeting", countries=("JP",), years=(2024,), on="2024-05-01")
    known("edition", "next", en="Harbour meeting again", countries=("KR",), years=(2025,), on="2025-05-01")
    known("body", "harbour", en="Harbour office", country="KR", countries=("KR",))
    known("topic", "ports", en="Harbours", ja="港湾")
    counted()
