"""What may be written as a person's name. As typed, except that letters sent in pieces are put together."""

import re
import unicodedata
from typing import Final

from django.utils.translation import gettext_lazy as _

from interlocal.ground.refused import Refused
from interlocal.languages.scripts import script_of

LONGEST: Final = 80
# Composing would turn these into other characters than were typed (U+F9E1, U+FA19): they stay as they are.
_KEPT: Final = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
# Direction marks, spaces without width and hangul fillers: nobody sees them, and two names look like one.
_UNSEEN: Final = re.compile(
    "[\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]"
)
_CONTROL: Final = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_LATIN_MARKS: Final = frozenset(" -'’.,·‐")
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# Scripts whose letters look like Latin ones.
_ALIKE: Final = frozenset({"Latn", "Cyrl", "Grek"})


def composed(text: str) -> str:
    """Decomposed hangul and accents as single characters; all else, rare and compatibility Han included, as typed."""
    trimmed = " ".join(text.split())
    return "".join(
        part if _KEPT.fullmatch(part) else unicodedata.normalize("NFC", part)
        for part in _KEPT.split(trimmed)
        if part
    )


def narrow(text: str) -> str:
    """Latin letters typed at full width, as in a passport."""
    return composed(text.translate(_WIDE))


def fault_in_name(text: str, *, field: str) -> Refused | None:
    """What is wrong with a part of a name in any script."""
    if _UNSEEN.search(text) or any(unicodedata.category(char) in _CONTROL for char in text):
        return Refused(
            "name_unseen", _("This name contains characters that cannot be seen. Type it again."), field=field
        )
    if len(text) > LONGEST:
        return Refused("name_long", _("A name has at most 80 characters here."), field=field)
    if len(_ALIKE & {script_of(char) for char in text if char.isalpha()}) > 1:
        return Refused(
            "name_mixed", _("This name mixes letters of different scripts that look alike."), field=field
        )
    return None


def fault_in_latin(text: str, *, field: str) -> Refused | None:
    """What is wrong with the spelling of a passport."""
    if found := fault_in_name(text, field=field):
        return found
    if any(not _is_latin(char) for char in text):
        return Refused("name_not_latin", _("Only Latin letters, as in the passport."), field=field)
    return None


def _is_latin(char: str) -> bool:
    return char in _LATIN_MARKS or unicodedata.category(char) == "Mn" or script_of(char) == "Latn"
