"""The words of `interlocal print`. Apart from what it does: that needs Django, and the command's words must not."""

from pathlib import Path
from typing import Any

from interlocal.ops import N_
from interlocal.ops.speech import speak

LANGUAGES = ("ko", "ja", "zh-Hans", "en")


def add(verbs: Any) -> None:
    """The words of this verb."""
    words = verbs.add_parser("print", help=speak(N_("print a paper of a preparation into a file")))
    words.add_argument("preparation", help=speak(N_("the preparation, as in its address")))
    words.add_argument("paper", help=speak(N_("the paper, as in `name_list`")))
    words.add_argument("--format", default="pdf", help=speak(N_("the format of the file")))
    words.add_argument(
        "--lang",
        action="append",
        choices=LANGUAGES,
        help=speak(N_("the language; a second time for two side by side")),
    )
    words.add_argument(
        "--as",
        dest="email",
        required=True,
        help=speak(N_("as whom: the address somebody signs in with; their rights decide")),
    )
    words.add_argument(
        "--hat", default="", help=speak(N_("for which body they act, where there are several"))
    )
    words.add_argument("--body", default="", help=speak(N_("only this delegation")))
    words.add_argument("--person", default="", help=speak(N_("only this person, by key")))
    words.add_argument("--item", type=int, help=speak(N_("only this item of the programme, by number")))
    words.add_argument("--seating", type=int, help=speak(N_("this seating, by number")))
    words.add_argument("--option", action="append", help=speak(N_("an option of the paper: key=value")))
    words.add_argument(
        "--release", type=int, help=speak(N_("the version of the programme, instead of work in progress"))
    )
    words.add_argument(
        "-o", "--output", type=Path, help=speak(N_("the file to write, instead of its usual name"))
    )
