"""Text on its way into an XML package: what XML cannot hold is left out, everything else stays text."""

import re
from typing import Final

# XML 1.0 names these characters; a stray one makes the whole file unreadable to Word and Hangul.
_UNFIT: Final = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(text: str) -> str:
    """`text` with line ends as \\n and without characters that XML forbids."""
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
