"""The words of `interlocal search`. Apart from what it does: that needs Django, and the command's words must not."""

from typing import Any

from interlocal.ops import N_
from interlocal.ops.speech import speak

LIMIT = 20


def add(verbs: Any) -> None:
    """The words of this verb."""
    search = verbs.add_parser(
        "search", help=speak(N_("find subjects in any language; `search rebuild` builds the index anew"))
    )
    search.add_argument("words", nargs="+", help=speak(N_("what to look for, or: rebuild")))
    search.add_argument(
        "--kind", default="", help=speak(N_("only results of this kind, such as body or edition"))
    )
    search.add_argument(
        "--lang",
        default="",
        choices=("ko", "ja", "zh-Hans", "en"),
        help=speak(N_("only what is there in this language")),
    )
    search.add_argument("--limit", type=int, default=LIMIT, help=speak(N_("at most so many results")))
