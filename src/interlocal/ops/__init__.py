"""The `interlocal` command's room: the home folder, the local PostgreSQL, ports, and the doctor.

Words: the *home* is the folder that holds one installation's secrets, logs and data; the *cluster* is the
local PostgreSQL of one home; the *account* is the system user that cluster runs under; *trouble* is an
error a person can do something about. Nothing imported here needs Django: settings ask these modules for
the database.
"""

from typing import Final

__all__ = ["N_", "Trouble"]


def N_(message: str) -> str:  # noqa: N802  # the name extractors know
    """Mark an English message for the catalogues; whoever shows it translates it."""
    return message


class Trouble(Exception):
    """What went wrong, in a sentence with %(named)s values that the caller may translate.

    `code` is stable and for programs; `str()` is the English sentence.
    """

    def __init__(self, code: str, message: str, /, **values: object) -> None:
        super().__init__(code, message, values)
        self.code: Final = code
        self.message: Final = message
        self.values: Final = values

    def __str__(self) -> str:
        return self.message % self.values
