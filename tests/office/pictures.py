"""Small pictures made on the spot, as a camera or a screen would."""

import io

from PIL import Image


def png(width: int = 30, height: int = 20) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(file, "PNG")
    return file.getvalue()


def jpeg_with_place(width: int = 900, height: int = 600) -> bytes:
    """With the camera and where it stood."""
    seen = Image.new("RGB", (width, height), "olive")
    exif = Image.Exif()
    exif[0x010F] = "Cameramaker"
    exif.get_ifd(0x8825)[2] = (36.0, 34.0, 25.0)
    file = io.BytesIO()
    seen.save(file, "JPEG", exif=exif)
    return file.getvalue()
