"""Closed lists of the room, and which state of a printing can follow which."""

from typing import Final

from django.db import models
from django.utils.translation import pgettext_lazy


class PrintingState(models.TextChoices):
    QUEUED = "queued", pgettext_lazy("state of a printing", "waiting")
    RUNNING = "running", pgettext_lazy("state of a printing", "being printed")
    DONE = "done", pgettext_lazy("state of a printing", "printed")
    FAILED = "failed", pgettext_lazy("state of a printing", "not printed")
    CANCELLED = "cancelled", pgettext_lazy("state of a printing", "cancelled")


MOVES: Final[dict[str, frozenset[str]]] = {
    "queued": frozenset({"running", "cancelled"}),
    # Back to waiting when the process that printed it is gone.
    "running": frozenset({"done", "failed", "cancelled", "queued"}),
    "done": frozenset(),
    "failed": frozenset(),
    "cancelled": frozenset(),
}


class Stage(models.TextChoices):
    """What a printing is about to do."""

    WAITING = "waiting", pgettext_lazy("stage of a printing", "waiting its turn")
    GATHERING = "gathering", pgettext_lazy("stage of a printing", "gathering from the record")
    CHECKING = (
        "checking",
        pgettext_lazy("stage of a printing", "looking whether all characters can be printed"),
    )
    SETTING = "setting", pgettext_lazy("stage of a printing", "setting the pages")
    KEEPING = "keeping", pgettext_lazy("stage of a printing", "keeping the result")
