import io
import struct
import zlib

import pytest
from PIL import Image

from interlocal.documents.formats import pdf
from interlocal.documents.formats.document import Document, Picture
from interlocal.documents.formats.images import safe_picture
from interlocal.ground.refused import Refused


def _file(picture: Image.Image, kind: str, **more: object) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


def _photo(width: int = 40, height: int = 20) -> Image.Image:
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (0, 0, width // 2, height))
    return picture


def _png_that_claims(width: int, height: int) -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 10)
    parts = b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (head, data)
    )
    return b"\x89PNG\r\n\x1a\n" + parts


def _with_exif() -> bytes:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "CameraMaker"
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 34.0, 0.0)})
    return _file(_photo(), "JPEG", exif=exif)


def test_a_photo_loses_place_and_camera_and_stands_upright() -> None:
    taken = safe_picture(_with_exif())

    again = Image.open(io.BytesIO(taken.content))
    assert (taken.kind, again.size, dict(again.getexif())) == ("jpeg", (20, 40), {})
    assert b"CameraMaker" not in taken.content


@pytest.mark.parametrize(
    ("kind", "mode", "becomes"),
    [
        ("PNG", "RGBA", "png"),
        ("PNG", "P", "png"),
        ("JPEG", "L", "jpeg"),
        ("JPEG", "CMYK", "jpeg"),
        ("WEBP", "RGB", "jpeg"),
        ("WEBP", "RGBA", "png"),
        ("PNG", "I;16", "png"),
    ],
)
def test_pictures_become_one_of_two_kinds_and_can_be_printed(kind: str, mode: str, becomes: str) -> None:
    source = Image.new(mode, (8, 8)) if mode in ("I;16", "RGBA") else _photo().convert(mode)

    taken = safe_picture(_file(source, kind))

    assert taken.kind == becomes
    assert pdf.flow(Document("t", "en", (Picture(taken.content, taken.kind, "a photo"),))).startswith(b"%PDF")


def test_the_same_picture_is_the_same_bytes() -> None:
    assert safe_picture(_with_exif()) == safe_picture(_with_exif())


def test_a_large_picture_is_made_smaller() -> None:
    taken = safe_picture(_file(_photo(4200, 2100), "JPEG"))

    assert (taken.width, taken.height) == (3000, 1500)


def test_what_is_appended_to_a_picture_does_not_come_along() -> None:
    assert b"<script>" not in safe_picture(_file(_photo(), "PNG") + b"<script>").content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "picture_svg"),
        (b"%PDF-1.7", "picture_kind"),
        (b"GIF89a", "picture_kind"),
        (b"", "picture_kind"),
        (_png_that_claims(10_000, 10_000), "picture_too_large"),
        (_png_that_claims(60_000, 60_000), "picture_too_large"),
        (_png_that_claims(10, 10), "picture_broken"),
        (b"\xff\xd8\xff\xe0 not really", "picture_broken"),
        (_file(_photo(400, 400), "JPEG")[:900], "picture_broken"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * (21 * 2**20), "picture_too_heavy"),
    ],
)
def test_a_trap_is_refused_with_a_reason(content: bytes, code: str) -> None:
    with pytest.raises(Refused) as refused:
        safe_picture(content)

    assert refused.value.code == code
