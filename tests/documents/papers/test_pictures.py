"""Papers look as they were approved: a page of each beside a picture that somebody looked at.

After a wanted change: `INTERLOCAL_REFERENCES=write pytest tests/documents/papers/test_pictures.py`, then look at each.
"""

import io
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from interlocal.documents.papers.paper import Wish
from interlocal.documents.printing import Order, render
from tests.documents.papers.facts import facts, released

REFERENCES = Path(__file__).parent / "references"
WRITES = os.environ.get("INTERLOCAL_REFERENCES") == "write"
# Two releases of the program that draws pages differ at the edges of letters.
ALIKE = 0.004

# paper, languages, page
APPROVED = [
    ("booklet", ("ko", "en"), 1),
    ("booklet", ("ja",), 4),
    ("name_list", ("ko", "ja"), 1),
    ("programme", ("zh-Hans", "ko"), 1),
    ("invitation_letter", ("zh-Hans",), 1),
    ("invitation_letter", ("ja",), 1),
    ("edition_report", ("ko",), 1),
    ("badges", ("en",), 1),
    ("place_cards", ("ko",), 1),
    ("table_tents", ("ja",), 1),
    ("seating_plan", ("ko",), 1),
    ("run_sheet", ("ko",), 1),
    ("interpreter_brief", ("ja", "ko"), 1),
    ("public_list", ("en",), 1),
]

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftoppm") is None and not os.environ.get("CI"), reason="pdftoppm draws the pages"
)


def drawn(paper: str, tongues: tuple[str, ...], page: int) -> Image.Image:
    order = Order("forum", paper, "pdf", Wish(tongues))
    made = render(order, released(facts(), 3)).content
    asked = ["pdftoppm", "-r", "50", "-f", str(page), "-l", str(page), "-gray", "-png", "-"]
    png = subprocess.run(asked, input=made, stdout=subprocess.PIPE, check=True).stdout
    return Image.open(io.BytesIO(png)).convert("L")


def differing(one: Image.Image, other: Image.Image) -> float:
    """The share of points that differ clearly; everything of pictures of another size."""
    if one.size != other.size:
        return 1.0
    apart = ImageChops.difference(one, other).point(lambda value: 255 if value > 90 else 0)
    return apart.histogram()[255] / (one.size[0] * one.size[1])


@needs_poppler
@pytest.mark.parametrize(("paper", "tongues", "page"), APPROVED)
def test_a_paper_looks_as_approved(paper: str, tongues: tuple[str, ...], page: int) -> None:
    reference = REFERENCES / f"{paper}-{'-'.join(tongues)}-{page}.png"
    now = drawn(paper, tongues, page)
    if WRITES:
        REFERENCES.mkdir(exist_ok=True)
        now.quantize(16).save(reference, optimize=True)

    apart = differing(now, Image.open(reference).convert("L"))

    assert apart <= ALIKE


def test_another_page_is_told_apart() -> None:
    blank = Image.new("L", (100, 100), 255)
    inked = blank.copy()
    inked.paste(0, (0, 0, 10, 10))

    assert differing(blank, inked) == 0.01
    assert differing(blank, Image.new("L", (90, 100), 255)) == 1.0
