"""Notes and papers of a preparation. Facts in, verdict out."""

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor


def obstacle_to_writing(*, actor: Actor, secretariat: int, text: str) -> Refused | None:
    """Why this cannot be noted, or None. Lessons come after the end: a closed preparation still takes notes."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if not text.strip():
        return Refused("nothing_written", _("Write something first."), field="text")
    return None


def obstacle_to_settling(*, actor: Actor, secretariat: int, is_settled: bool) -> Refused | None:
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if is_settled:
        return Refused("already_settled", _("This is settled already."))
    return None


def obstacle_to_listing(
    *, actor: Actor, secretariat: int, titles: list[str], is_there: bool
) -> Refused | None:
    """Why a paper cannot be put on the list, or None."""
    if not rights.may_run(actor=actor, secretariat=secretariat):
        return rights.not_yours()
    if not any(title.strip() for title in titles):
        return Refused("no_title", _("Give a title in at least one language."), field="title_ko")
    if is_there:
        return Refused("paper_there", _("This paper is on the list already."), field="title_ko")
    return None
