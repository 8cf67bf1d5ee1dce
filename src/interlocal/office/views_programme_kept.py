"""What an item said, kept in an address so that it can be put back: signed, for ten minutes."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, time
from typing import Any, Final, TypeVar

from django.core import signing
from django.http import Http404

from interlocal.arrangements.rules.items import Arranged
from interlocal.office.requests import OfficeRequest

Said = TypeVar("Said")

_SALT: Final = "interlocal.office.arranged"
_LASTS: Final = 600
_TIMES: Final = ("starts_at", "ends_at")
_LISTS: Final = ("speaking", "into", "bodies", "people", "resources")


def signed(item: Arranged) -> str:
    plain = asdict(item)
    for name in ("day", *_TIMES):
        plain[name] = plain[name].isoformat() if plain[name] else ""
    # What is empty goes without saying, and the address stays short.
    return signing.dumps(
        {name: value for name, value in plain.items() if value not in ("", {}, ())}, salt=_SALT, compress=True
    )


def read(token: str) -> Arranged:
    """The item of an address; 404 for one that is altered or old."""
    try:
        found: dict[str, Any] = signing.loads(token, salt=_SALT, max_age=_LASTS)
    except signing.BadSignature:
        raise Http404 from None
    found |= {name: time.fromisoformat(found[name]) for name in _TIMES if name in found}
    found |= {name: tuple(found[name]) for name in _LISTS if name in found}
    return Arranged(**found | {"day": date.fromisoformat(found["day"])})


def sealed(said: Any) -> str:
    """A dataclass of texts, numbers and lists."""
    return signing.dumps(asdict(said), salt=f"{_SALT}.{type(said).__name__}", compress=True)


def opened(token: str, of: type[Said]) -> Said:
    try:
        found = signing.loads(token, salt=f"{_SALT}.{of.__name__}", max_age=_LASTS)
    except signing.BadSignature:
        raise Http404 from None
    return of(**{name: _tupled(value) for name, value in found.items()})


def _tupled(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    return {name: _tupled(one) for name, one in value.items()} if isinstance(value, dict) else value


def sent(request: OfficeRequest) -> list[tuple[str, str]]:
    """What a form said, so that it can be sent once more."""
    if request.method != "POST":
        return []
    posted: Mapping[str, Any] = request.POST
    return [(name, str(posted[name])) for name in posted if name not in ("csrfmiddlewaretoken", "let_go")]
