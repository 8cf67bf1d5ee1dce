"""What can be found, and which room says what of it. A room that adds a kind adds its functions here."""

from collections.abc import Iterable, Iterator, Sequence

from interlocal.evidence.queries import findable as evidence
from interlocal.ground.findable import Findable
from interlocal.programmes.queries import findable as programmes
from interlocal.registry.queries import findable as registry

# In the order in which a page shows them.
KINDS = ("series", "edition", "body", "person", "tie", "topic", "item", "claim", "source")
_ROOMS = (registry, programmes, evidence)


def read(kind: str, keys: Sequence[str] | None = None) -> Iterator[Findable]:
    for room in _ROOMS:
        yield from room.findable(kinds=(kind,), keys=keys)


def with_dependents(changed: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """These subjects, and those that are found by what these are called."""
    piles: dict[str, list[str]] = {}
    for kind, key in changed:
        piles.setdefault(kind, []).append(key)
        yield kind, key
    for kind, keys in piles.items():
        for room in _ROOMS:
            yield from room.depending_on(kind=kind, keys=keys)
