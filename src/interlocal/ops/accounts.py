"""`interlocal admin EMAIL`: the first administrator, or one who lost the way in. Prints a link; nothing is mailed."""

from datetime import UTC, datetime

import django

from interlocal.ops import N_, Trouble
from interlocal.ops.postgres import running_cluster
from interlocal.ops.speech import speak, tongue

MADE = N_("%(email)s administrates. This link sets the password; it works once, for seven days:")


def admin(*, email: str, name: str) -> int:
    """0 with the link on standard output."""
    with running_cluster():
        django.setup()
        print(_made(email, name))
    return 0


def _made(email: str, name: str) -> str:
    # These need the apps that django.setup() has just loaded.
    from interlocal.ground.pages.links import site
    from interlocal.ground.refused import Refused
    from interlocal.identity import commands
    from interlocal.identity.kinds import Actor
    from interlocal.ops import recordkeeping

    recordkeeping.migrate_quietly()
    actor = Actor("command line")
    try:
        made = commands.make_administrator(actor=actor, email=email, name=name, at=datetime.now(UTC))
    except Refused:
        raise Trouble("no_address", N_("%(email)s is not an e-mail address."), email=email) from None
    return f"{speak(MADE, {'email': email})}\n{site()}/{tongue()}/account/welcome/{made.token}/"
