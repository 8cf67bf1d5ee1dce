"""A demonstration: accounts and two preparations with invented people, for whoever tries the product on their own machine.

Made by the rooms' own verbs, so it holds nothing that an office could not have entered; never on a public address.
"""

import os


def wanted() -> bool:
    """As settings.TAKES_DEMO, for the supervisor, which works without Django."""
    public = os.environ.get("INTERLOCAL_ADDRESS", "").startswith("https://")
    return os.environ.get("INTERLOCAL_DEMO") == "1" and not public
