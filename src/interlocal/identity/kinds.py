"""Who acts. Rooms receive an Actor; they never see a request."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does a thing: a user with a key, or a named part of the system."""

    name: str
    user: int | None = None


# The visitor of the public pages: may read what is public.
PUBLIC = Actor("public")
# Whoever loads record files from the command line.
LOADER = Actor("record loader")
