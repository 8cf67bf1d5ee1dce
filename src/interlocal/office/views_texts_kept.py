"""What was removed a moment ago, so that it can be put back: in the session, for its text may be too long for an address."""

from typing import Any, Final
from uuid import uuid4

from django.http import Http404

from interlocal.office.requests import OfficeRequest

_NAME: Final = "removed"


def keep(request: OfficeRequest, *, of: str, preparation: str, said: dict[str, Any]) -> str:
    """The key by which it comes back. One at a time: what is removed next takes its place."""
    key = uuid4().hex
    request.session[_NAME] = {"key": key, "of": of, "preparation": preparation, "said": said}
    return key


def taken_back(request: OfficeRequest, *, of: str, preparation: str) -> dict[str, Any]:
    """What was said, once; Http404 where it is gone or another was removed since."""
    found: dict[str, Any] = request.session.get(_NAME) or {}
    asked = (request.GET.get("said", ""), of, preparation)
    if (found.get("key"), found.get("of"), found.get("preparation")) != asked:
        raise Http404
    del request.session[_NAME]
    said: dict[str, Any] = found["said"]
    return said
