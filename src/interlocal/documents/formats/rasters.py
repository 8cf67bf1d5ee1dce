"""Pictures for formats that draw none themselves: SVG becomes PNG, photographs lose what they tell of their place."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any, Final, Literal

import typst
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from interlocal.documents.formats.document import Picture
from interlocal.documents.formats.fonts import folder
from interlocal.ground.refused import Refused

# One engine with one cache, as in `pdf`.
_TURN: Final = Lock()
MOST_PIXELS: Final = 40_000_000
_UPRIGHT: Final = 0.75
_PPI: Final = 200
_PAGE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set text(font: ("Noto Sans KR", "Noto Sans JP", "Noto Sans SC"))
#image("picture.svg", width: 160mm)
"""
_FORMATS: Final = {"png": "PNG", "jpeg": "JPEG"}
_ORIENTATION: Final = 0x0112


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of so many pixels."""

    content: bytes
    kind: Literal["png", "jpeg"]
    width: int
    height: int


@cache
def raster(picture: Picture) -> Raster:
    """The picture as PNG or JPEG.

    Raise Refused: picture_type when it is not what it says, picture_too_large above 40 megapixels.
    """
    if picture.kind == "svg":
        return _drawn(picture)
    try:
        with Image.open(io.BytesIO(picture.content), formats=list(_FORMATS.values())) as image:
            return _kept(picture, image)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        raise _wrong_type(picture) from None


def beside(drawn: Sequence[Raster], wide: float) -> list[tuple[float, float]]:
    """Width and height of pictures in one row of columns `wide`: nothing upright is higher than three quarters of that."""
    high = max(min(wide * one.height / one.width, wide * _UPRIGHT) for one in drawn)
    shares = [min(wide / one.width, high / one.height) for one in drawn]
    return [(one.width * share, one.height * share) for one, share in zip(drawn, shares, strict=True)]


def _kept(picture: Picture, image: Image.Image) -> Raster:
    wide, high = image.size
    if wide * high > MOST_PIXELS:
        reason = _("The picture “%(name)s” has too many pixels (%(wide)s × %(high)s).")
        raise Refused("picture_too_large", reason % {"name": picture.alt, "wide": wide, "high": high})
    if image.format != _FORMATS[picture.kind]:
        raise _wrong_type(picture)
    if picture.kind == "png":
        return Raster(picture.content, "png", wide, high)
    bare = io.BytesIO()
    if image.getexif().get(_ORIENTATION, 1) == 1:
        image.save(bare, "JPEG", quality="keep")
    else:
        image = ImageOps.exif_transpose(image)
        image.save(bare, "JPEG", quality=92, exif=b"")
    return Raster(bare.getvalue(), "jpeg", *image.size)


def _drawn(picture: Picture) -> Raster:
    try:
        with _TURN:
            files: Any = {"main.typ": _PAGE, "picture.svg": picture.content}
            drawn = _compiler().compile(files, format="png", ppi=_PPI)
    except typst.TypstError:
        raise _wrong_type(picture) from None
    assert isinstance(drawn, bytes)
    with Image.open(io.BytesIO(drawn)) as image:
        return Raster(drawn, "png", *image.size)


@cache
def _compiler() -> typst.Compiler:
    shapes = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder()])
    return typst.Compiler(font_paths=shapes, ignore_system_fonts=True)


def _wrong_type(picture: Picture) -> Refused:
    reason = _("The picture “%(name)s” is not a picture of the kind %(kind)s.")
    return Refused("picture_type", reason % {"name": picture.alt, "kind": picture.kind.upper()})
