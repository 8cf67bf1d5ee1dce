"""What a public page knows of the request it answers, beside what every page does."""

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from interlocal.ground.pages import frame
from interlocal.ground.pages.frame import (
    asked,
    here,
    here_path,
    languages,
    now,
    outdated,
    renew,
    say,
    unchecked,
)

__all__ = [
    "NAV",
    "asked",
    "begin",
    "here",
    "here_path",
    "languages",
    "now",
    "outdated",
    "renew",
    "say",
    "unchecked",
]

NAV = (
    ("series_list", "series/", _("Series")),
    ("editions", "editions/", _("Editions")),
    ("bodies", "bodies/", _("Bodies")),
    ("people", "people/", _("People")),
    ("ties", "ties/", _("Ties")),
    ("topics", "topics/", _("Topics")),
    ("sources", "sources/", _("Sources")),
    ("conflicts", "conflicts/", _("Conflicts")),
)


def begin(request: HttpRequest) -> dict[str, object]:
    """Start rendering a page; what its templates know beside the view's own values."""
    return {**frame.begin(request), "nav": NAV}
