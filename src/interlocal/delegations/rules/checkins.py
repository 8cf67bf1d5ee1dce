"""When somebody counts as seen, by whose clock, and under which code. Facts in, verdict out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.ground.refused import Refused
from interlocal.languages.folding import fold

# Clocks differ by a little; what a phone kept for longer than this without a connection is not believed.
AHEAD: Final = timedelta(minutes=2)
LONGEST_AWAY: Final = timedelta(hours=36)
# Without I, L, O and U, which are read as digits or as each other.
_ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_MISREAD: Final = str.maketrans("OIL", "011")
# What stands before the code in a QR code, so that a code of something else is not taken for one.
MARK: Final = "IL:"
TYPED: Final = 6
WHOLE: Final = 26


@dataclass(frozen=True, slots=True)
class Seen:
    """When a phone says it saw somebody, what its clock said when it told us, and what ours said then."""

    seen_at: datetime
    sent_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Moment:
    """`at` is the moment to keep, by our clock where `trusted`, else as the phone said; `day_by` decides the day."""

    at: datetime
    day_by: datetime
    trusted: bool


def moment_of(seen: Seen) -> Moment:
    """A phone whose clock is wrong is wrong by the same when it sends: the difference is put right.

    A moment to come, or longer ago than a phone waits, is kept as it was told, and the day is that of the sending.
    """
    right = seen.seen_at + (seen.at - seen.sent_at)
    if seen.seen_at > seen.sent_at + AHEAD or is_odd(right, seen.at):
        return Moment(seen.seen_at, seen.at, trusted=False)
    return Moment(min(right, seen.at), min(right, seen.at), trusted=True)


def is_odd(seen_at: datetime, at: datetime) -> bool:
    """Whether a kept moment cannot be right beside the one at which it arrived."""
    return not at - LONGEST_AWAY <= seen_at <= at + AHEAD


def day_number(at: datetime, *, first: date, zone: str) -> int:
    """The day by the clock where the edition is held; 0 is its first. The eve counts as the first day."""
    number = (at.astimezone(ZoneInfo(zone)).date() - first).days
    return 0 if number == -1 else number


def obstacle_to_checking_in(*, state: str, day: int, days: int) -> Refused | None:
    """`day` is the number of the day (0 the first) of so many `days`."""
    if state != kinds.State.APPROVED:
        return Refused("not_approved", _("This person is not approved. Ask the secretariat."))
    if day < 0:
        return Refused("too_early", _("People are checked in from the eve of the first day."))
    if day >= days:
        return Refused("days_over", _("The days are over."))
    return None


def code_of(key: UUID) -> str:
    """What is typed at the desk: six signs. Two people seldom share one; then both are offered."""
    return whole_code(key)[:TYPED]


def whole_code(key: UUID) -> str:
    """All of a key in signs that a small QR code takes."""
    left, signs = key.int, []
    for _sign in range(WHOLE):
        left, rest = divmod(left, 32)
        signs.append(_ALPHABET[rest])
    return "".join(reversed(signs))


def in_qr(key: UUID) -> str:
    return MARK + whole_code(key)


def read_code(typed: str) -> str:
    """A code as typed or scanned, in our signs; "" when it cannot be one."""
    bare = typed.strip().upper().removeprefix(MARK)
    signs = "".join(char for char in bare if char not in " -‐–").translate(_MISREAD)
    fits = TYPED <= len(signs) <= WHOLE and all(sign in _ALPHABET for sign in signs)
    return signs if fits else ""


def answers(typed: str, *, key: UUID, names: Iterable[str]) -> bool:
    """Whether somebody is meant: by code, or by a part of a name in any script."""
    if (code := read_code(typed)) and whole_code(key).startswith(code):
        return True
    wanted = fold(typed)
    return bool(wanted) and any(wanted in name for name in names)
