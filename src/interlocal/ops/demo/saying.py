"""What `interlocal run` says of the demonstration at every start. Without Django."""

import unicodedata
from typing import Final

from interlocal.ops import N_
from interlocal.ops.demo.cast import CAST
from interlocal.ops.home import secret
from interlocal.ops.speech import speak, tongue

KEPT_AS: Final = "demo"
LENGTH: Final = 16


def password() -> str:
    """One for all demo accounts of this installation, kept like its other secrets."""
    return secret(KEPT_AS)[:LENGTH]


def told(url: str) -> str:
    """Address, accounts and password, as a reader of the terminal's language wants them."""
    width = max(len(account.email) for account in CAST)
    lines = [f"  {account.email:<{width}}  {_does(account.does, account.name)}" for account in CAST]
    head = speak(
        N_("Demonstration with invented people. Sign in at %(url)s as one of:"), {"url": _sign_in(url)}
    )
    return "\n".join(
        [head, *lines, speak(N_("Password of all of them: %(password)s"), {"password": password()})]
    )


def _does(does: str, name: str) -> str:
    return f"{name}{' ' * max(1, 18 - _width(name))}{speak(does)}"


def _width(text: str) -> int:
    """Columns on a terminal."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _sign_in(url: str) -> str:
    return f"{url}{tongue()}/account/login/"
