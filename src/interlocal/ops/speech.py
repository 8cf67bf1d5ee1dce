"""Speaking to the person at the terminal, in their language: --language, INTERLOCAL_LANGUAGE, else LC_ALL,
LC_MESSAGES, LANG.
"""

import gettext
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

LOCALE: Final = Path(__file__).resolve().parents[1] / "locale"


def tongue() -> str:
    """A Django language code for messages: ko, ja, zh-hans or en."""
    names = ("INTERLOCAL_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((os.environ[name] for name in names if os.environ.get(name)), "en").lower()
    return {"ko": "ko", "ja": "ja", "zh": "zh-hans"}.get(asked[:2], "en")


def speak(message: str, values: Mapping[str, Any] | None = None) -> str:
    """The message in the reader's language. Reads the catalogue itself: Django may be what is in trouble, and takes a second."""
    folder = {"zh-hans": "zh_Hans"}.get(tongue(), tongue())
    catalogue = gettext.translation("django", LOCALE, [folder], fallback=True)
    text = catalogue.gettext(message)
    return text % values if values else text


class Steps:
    """Progress of longer work: on a terminal, steps are shown once it has lasted a second."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def __call__(self, step: str) -> None:
        if time.monotonic() - self._since > 1 and sys.stderr.isatty():
            print(f"  … {step}", file=sys.stderr)
