"""Photographs in the office: kept without their place, shown to the secretariat alone, described and put in order."""

import io
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from interlocal.arrangements.models import Photo
from tests.arrangements import saying
from tests.delegations import scene
from tests.office import acting, pictures

pytestmark = pytest.mark.django_db

PHOTOS = "/en/office/garok/preparations/forum-2026/texts/photos/"


def staff(of: str = "garok", role: str = "secretariat") -> Client:
    scene.body(of)
    return acting.acting(of=of, role=role)


def upload(client: Client, content: bytes, name: str = "a.jpg", **values: Any) -> Any:
    form = {"once": str(uuid4()), "photo": SimpleUploadedFile(name, content), **values}
    return acting.post(client, PHOTOS, form)


def test_a_photograph_is_kept_without_its_place_and_shown_small_to_nobody_else() -> None:
    forum = scene.preparation()
    client = staff()

    kept = upload(client, pictures.jpeg_with_place(), caption_ko="하회마을", alt="A village")
    row = saying.rows(forum, Photo)[0]
    page = client.get(PHOTOS).content.decode()
    small = client.get(f"{PHOTOS}{row.pk}/small/")
    whole = client.get(f"{PHOTOS}{row.pk}/file/")

    assert (kept.status_code, str(row.caption), row.alt) == (303, "하회마을", "A village")
    assert f'photos/{row.pk}/small/" alt="A village" width="900" height="600"' in page
    assert dict(Image.open(io.BytesIO(whole.content)).getexif()) == {}
    assert Image.open(io.BytesIO(small.content)).size == (480, 320)
    for answer in (small, whole):
        assert (answer["Content-Type"], answer["Cache-Control"], answer["X-Content-Type-Options"]) == (
            "image/jpeg",
            "no-store",
            "nosniff",
        )
    assert staff("gyeongbuk", "coordinator").get(f"{PHOTOS}{row.pk}/small/").status_code == 404


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ\x90 a program", "This is not a picture in PNG, JPEG or WebP"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "A drawing in SVG cannot be taken"),
        (pictures.png()[:60], "The picture cannot be read"),
        (pictures.png(10_000, 10_000), "The picture has too many pixels; at most 50 million"),
    ],
)
def test_what_is_no_safe_picture_is_refused_at_its_field(content: bytes, sentence: str) -> None:
    forum = scene.preparation()

    answer = upload(staff(), content, "a.png")

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert 'id="id_photo_error"' in answer.content.decode()
    assert saying.rows(forum, Photo) == []


def test_photographs_are_described_put_in_order_and_removed() -> None:
    forum = scene.preparation()
    client = staff()
    upload(client, pictures.png())
    upload(client, pictures.png())
    first, second = (row.pk for row in saying.rows(forum, Photo))

    acting.post(client, f"{PHOTOS}{first}/", {"alt": "A bridge", "caption_ja": "橋"})
    acting.post(client, f"{PHOTOS}{second}/move/earlier/")
    page = client.get(PHOTOS).content.decode()
    acting.post(client, f"{PHOTOS}{second}/remove/")

    assert page.index(f'id="photo-{second}"') < page.index(f'id="photo-{first}"')
    assert "橋" in page
    assert [(row.pk, row.alt) for row in saying.rows(forum, Photo)] == [(first, "A bridge")]
