"""allauth's main app without its wish for a place in the list of middleware: ours lets only personal addresses pass it."""

from allauth.account.apps import AccountConfig


class Accounts(AccountConfig):
    def ready(self) -> None:
        from allauth.account import checks  # noqa: F401  # registers itself
