"""Why a printing failed that nobody refused: the disk, the memory, the time, or ourselves."""

import errno
from collections.abc import Iterator
from typing import Final

from django.utils import translation
from django.utils.translation import gettext_lazy as _

FULL: Final = (errno.ENOSPC, errno.EDQUOT)
DISK_FULL: Final = "53100"
"""PostgreSQL's own word for it."""
SENTENCES: Final = {
    "disk_full": _("The disk is full, so nothing was kept. Free some space, then print again."),
    "too_long": _("Printing took longer than ten minutes and was ended."),
    "too_heavy": _("Printing needed more memory than it may have and was ended. Print it in parts."),
    "not_yours": _("Your present role does not allow this."),
    "gone": _("What was to be printed is no longer there."),
    "broken": _(
        "It could not be printed because of a fault in Interlocal. The log of this installation says more."
    ),
}


def said_of(refusal: str, tongue: str) -> str:
    with translation.override(tongue.lower()):
        return str(SENTENCES[refusal])


def is_full(error: BaseException) -> bool:
    """Whether a full disk is at the bottom of it, here or at the database."""
    return any(
        getattr(one, "sqlstate", None) == DISK_FULL or (isinstance(one, OSError) and one.errno in FULL)
        for one in _chain(error)
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
