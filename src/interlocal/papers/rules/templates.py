"""Who keeps a body's templates, and what one may be."""

from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules import rights
from interlocal.ground.refused import Refused
from interlocal.identity.kinds import Actor

FORMATS: Final = ("docx", "hwpx", "typ")
MOST_BYTES: Final = 10 * 1024 * 1024


def may_see(*, actor: Actor) -> bool:
    return actor.scope is None and actor.body is not None and actor.has(*rights.LOOKING)


def obstacle_to_keeping(*, actor: Actor) -> Refused | None:
    if actor.body is None or not rights.may_prepare(actor=actor, body=actor.body):
        return rights.not_yours()
    return None


def obstacle_to_content(*, made_as: str, content: bytes) -> Refused | None:
    if made_as not in FORMATS:
        return Refused("template_kind", _("A template is a DOCX, HWPX or Typst file."), field="file")
    if not content:
        return Refused("template_empty", _("The file is empty."), field="file")
    if len(content) > MOST_BYTES:
        return Refused(
            "template_large",
            _("The template is larger than %(megabytes)s MB.") % {"megabytes": MOST_BYTES // 2**20},
            field="file",
        )
    return None
