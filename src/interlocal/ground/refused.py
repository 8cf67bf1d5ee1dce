"""A refusal is an answer, not a crash: it has a code for tests and a reason for people."""

from typing import Any


class Refused(Exception):
    """Why something cannot be done. `reason` is a (lazy) translated sentence, `field` the form field it belongs to."""

    def __init__(self, code: str, reason: Any, *, field: str | None = None) -> None:
        super().__init__(code)
        self.code, self.reason, self.field = code, reason, field

    def __str__(self) -> str:
        return str(self.reason)
