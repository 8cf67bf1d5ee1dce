"""Pictures that people upload, made safe to print: known by their content, bounded, without place or camera, encoded anew."""

import io
import warnings
from dataclasses import dataclass
from typing import Literal

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from interlocal.ground.refused import Refused

MOST_BYTES = 20 * 1024 * 1024
LONGEST_SIDE = 3000
MEGAPIXEL = 1_000_000
# A JPEG can be decoded at a fraction of its size; the others take their whole area in memory.
MOST_PIXELS = {"JPEG": 99 * MEGAPIXEL, "PNG": 50 * MEGAPIXEL, "WEBP": 50 * MEGAPIXEL}
KINDS = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}


@dataclass(frozen=True, slots=True)
class SafePicture:
    """Ready for `document.Picture`. Sides in pixels."""

    content: bytes
    kind: Literal["png", "jpeg"]
    width: int
    height: int


def safe_picture(content: bytes) -> SafePicture:
    if len(content) > MOST_BYTES:
        raise Refused(
            "picture_too_heavy",
            _("The picture has %(size)s MB; at most %(most)s MB can be taken.")
            % {"size": -(-len(content) // 2**20), "most": MOST_BYTES // 2**20},
        )
    kind = _kind(content)
    with warnings.catch_warnings():
        # The limits below are stricter than those that the library warns of.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            return _encoded(_decoded(content, kind), kind)
        except Image.DecompressionBombError as error:
            raise _too_many_pixels(kind) from error
        except (OSError, SyntaxError, ValueError, EOFError) as error:
            raise Refused(
                "picture_broken", _("The picture cannot be read; the file is damaged or incomplete.")
            ) from error


def _kind(content: bytes) -> str:
    """By what the file begins with, whatever it is called."""
    for start, kind in KINDS.items():
        if content.startswith(start):
            return kind
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "WEBP"
    if b"<svg" in content[:4096].lower():
        raise Refused(
            "picture_svg",
            _(
                "A drawing in SVG cannot be taken, because it can hold scripts; please send PNG, JPEG or WebP."
            ),
        )
    raise Refused("picture_kind", _("This is not a picture in PNG, JPEG or WebP, whatever its name says."))


def _decoded(content: bytes, kind: str) -> Image.Image:
    """Upright, in sRGB and no larger than needed. The header is judged before any pixel is decoded."""
    picture = Image.open(io.BytesIO(content), formats=[kind])
    if picture.width * picture.height > MOST_PIXELS[kind]:
        raise _too_many_pixels(kind)
    profile = picture.info.get("icc_profile")
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    picture.load()
    upright = ImageOps.exif_transpose(picture)
    plain = _plain(upright, profile)
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return plain


def _too_many_pixels(kind: str) -> Refused:
    return Refused(
        "picture_too_large",
        _("The picture has too many pixels; at most %(most)s million can be taken.")
        % {"most": MOST_PIXELS[kind] // MEGAPIXEL},
    )


def _plain(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Two kinds of pixels only: RGB, or RGBA where something shines through."""
    clear = picture.has_transparency_data
    if profile and picture.mode in ("RGB", "CMYK"):
        picture = _in_srgb(picture, profile)
    return picture.convert("RGBA" if clear else "RGB")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    try:
        held = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, held, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture
    return made or picture


def _encoded(picture: Image.Image, kind: str) -> SafePicture:
    file = io.BytesIO()
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    as_png = kind == "PNG" or picture.mode == "RGBA"
    if as_png:
        bare.save(file, "PNG")
    else:
        bare.save(file, "JPEG", quality=88, subsampling=0)
    return SafePicture(file.getvalue(), "png" if as_png else "jpeg", *picture.size)
