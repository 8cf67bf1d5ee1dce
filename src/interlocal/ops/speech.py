"""Speaking to the person at the terminal, in their language: --language, INTERLOCAL_LANGUAGE, else LC_ALL,
LC_MESSAGES, LANG.
"""

import os
import sys
import time
from collections.abc import Mapping
from typing import Any

from django.utils import translation


def tongue() -> str:
    """A Django language code for messages: ko, ja, zh-hans or en."""
    names = ("INTERLOCAL_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((os.environ[name] for name in names if os.environ.get(name)), "en").lower()
    return {"ko": "ko", "ja": "ja", "zh": "zh-hans"}.get(asked[:2], "en")


def speak(message: str, values: Mapping[str, Any] | None = None) -> str:
    """The message in the reader's language; in English when settings cannot be read."""
    try:
        import django  # settings may be what is in trouble, so not before there is something to say

        django.setup()
        with translation.override(tongue()):
            text = translation.gettext(message)
    except Exception:  # noqa: BLE001  # whatever hinders translating must not hide what there is to say
        text = message
    return text % values if values else text


class Steps:
    """Progress of longer work: on a terminal, steps are shown once it has lasted a second."""

    def __init__(self) -> None:
        self._since = time.monotonic()

    def __call__(self, step: str) -> None:
        if time.monotonic() - self._since > 1 and sys.stderr.isatty():
            print(f"  … {step}", file=sys.stderr)
