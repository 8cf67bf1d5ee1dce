"""How Django reaches the database, as the shape of DATABASES["default"]."""

import os
import re
from typing import Any, Final

import psycopg
from psycopg.conninfo import conninfo_to_dict

from interlocal.ops import N_, Trouble, home
from interlocal.ops.postgres.place import PORT, place

ENGINE: Final = "django.db.backends.postgresql"
DATABASE: Final = "interlocal"
ROLE: Final = "interlocal"
# Where the words of a database address go in Django's settings; the rest are options of the driver.
PLACES: Final = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def is_external() -> bool:
    """Does DATABASE_URL name the database, so that there is nothing here to start or stop?"""
    return bool(os.environ.get("DATABASE_URL"))


def connection_settings() -> dict[str, Any]:
    """Settings for the database, running or to be started. Needs no PostgreSQL on this machine."""
    if is_external():
        return _from_url(os.environ["DATABASE_URL"])
    return {
        "ENGINE": ENGINE,
        "NAME": DATABASE,
        "USER": ROLE,
        "PASSWORD": home.secret("database"),
        "HOST": str(place().sockets),
        "PORT": str(PORT),
    }


def _from_url(url: str) -> dict[str, Any]:
    words = _words(url)
    if not (words.get("dbname") or words.get("service")):
        raise _not_an_address()
    settings = {name: words.pop(word, "") for word, name in PLACES.items()}
    return {"ENGINE": ENGINE, **settings, **({"OPTIONS": words} if words else {})}


def _words(url: str) -> dict[str, str]:
    if not url.startswith(("postgres://", "postgresql://")):
        raise _not_an_address()
    try:
        words = {word: str(value) for word, value in conninfo_to_dict(url).items()}
    except psycopg.ProgrammingError:
        # The cause would print the address, and with it the password.
        raise _not_an_address() from None
    # One port, or one for each of several hosts; the driver itself would notice only on connecting.
    if not re.fullmatch(r"[\d,]*", words.get("port", "")):
        raise _not_an_address()
    return words


def _not_an_address() -> Trouble:
    message = N_("DATABASE_URL is not an address of the form postgresql://user:password@host:5432/name.")
    return Trouble("url_wrong", message)
