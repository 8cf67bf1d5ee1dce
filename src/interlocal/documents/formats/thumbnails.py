"""Small pictures of those that were made safe before."""

import io

from PIL import Image

SIDE = 480
"""Longest side, in pixels."""


def small(content: bytes, side: int = SIDE) -> bytes:
    """As JPEG; what shines through becomes white."""
    picture = Image.open(io.BytesIO(content), formats=["PNG", "JPEG"])
    # A JPEG is decoded at a fraction of its size, which is most of the time it takes.
    picture.draft("RGB", (side, side))
    picture.thumbnail((side, side), Image.Resampling.BICUBIC)
    file = io.BytesIO()
    _opaque(picture).save(file, "JPEG", quality=80)
    return file.getvalue()


def _opaque(picture: Image.Image) -> Image.Image:
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
