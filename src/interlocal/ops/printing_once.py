"""`interlocal print`: one paper into a file, for scripts. As somebody, with their rights, and without the worker."""

import argparse
import os
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import django
from django.utils import translation
from django.utils.translation import gettext as _

from interlocal.ops.postgres import running_cluster
from interlocal.ops.speech import tongue

if TYPE_CHECKING:
    from interlocal.documents.printing import Printed
    from interlocal.identity.kinds import Actor


def run(options: argparse.Namespace) -> int:
    """0 when printed; 1 with the reason."""
    # What may be seen, the wall decides, as for the web.
    os.environ.setdefault("INTERLOCAL_DATABASE_ROLE", "interlocal_web")
    with running_cluster():
        django.setup()
        from django.core.exceptions import ObjectDoesNotExist

        from interlocal.ground.refused import Refused  # needs the apps

        with translation.override(tongue()):
            try:
                made = printed(options, at=datetime.now(UTC))
            except Refused as refused:
                print(refused, file=sys.stderr)
                return 1
            except ObjectDoesNotExist:
                print(_("There is no such preparation for them."), file=sys.stderr)
                return 1
            path = options.output or Path(made.filename)
            try:
                path.write_bytes(made.content)
            except OSError as error:
                path.unlink(missing_ok=True)
                print(f"{path}: {error.strerror}", file=sys.stderr)
                return 1
            print(path)
    return 0


def printed(options: argparse.Namespace, *, at: datetime) -> "Printed":
    """Rights are asked as when it is ordered on the page."""
    from interlocal.documents import printing  # needs the apps, and loads the typesetter
    from interlocal.papers.queries.printings import refuse_unless_printable
    from interlocal.papers.rules.printings import settled

    wish = settled(
        {
            "tongues": options.lang or ["en"],
            "body": options.body,
            "person": options.person,
            "item": options.item,
            "seating": options.seating,
            "options": dict(pair.partition("=")[::2] for pair in options.option or ()),
        }
    )
    order = printing.Order(options.preparation, options.paper, options.format, printing.wish_of(wish))
    actor = _actor(options, at)
    paper = printing.paper_of(order.paper, order.format)
    refuse_unless_printable(actor=actor, preparation=order.preparation, wish=wish, shows=paper.shows)
    facts = printing.gathered(actor=actor, at=at, order=order, release=options.release)
    return printing.render(order, facts)


def _actor(options: argparse.Namespace, at: datetime) -> "Actor":
    """The user under a hat that reaches the preparation; one that looks over it is taken first."""
    from django.core.exceptions import ObjectDoesNotExist

    from interlocal.delegations.queries import preparations
    from interlocal.ground.refused import Refused
    from interlocal.identity import queries as identity
    from interlocal.registry import queries as registry

    user = identity.with_address(options.email)
    if user is None:
        raise Refused("nobody", _("Nobody signs in with this address."))
    reached: list[tuple[bool, Actor]] = []
    for hat in registry.hats(user=user.pk, on=at.date(), tongue="en"):
        if options.hat not in ("", hat.slug):
            continue
        actor = registry.actor_for(user=user.pk, name=str(user), body=hat.slug, at=at)
        with suppress(ObjectDoesNotExist):
            found = preparations.heading(actor=actor, preparation=options.preparation, tongue="en")
            reached.append((found.looks_over, actor))
    if not reached:
        raise Refused("no_preparation", _("There is no such preparation for them."))
    return max(reached, key=lambda pair: pair[0])[1]
