"""The `interlocal` command: run, load, export, doctor. The verbs are modules; this one finds the words."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from interlocal.ops import N_, Trouble
from interlocal.ops.printing_words import add as printing_words
from interlocal.ops.search_words import add as search_words
from interlocal.ops.speech import speak


def main(arguments: Sequence[str] | None = None) -> int:
    """Entry point; the exit code is 0 when done, 1 when refused, 2 for unusable words, 130 after Ctrl-C."""
    options = _parser().parse_args(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlocal.config.settings")
    if options.language:
        os.environ["INTERLOCAL_LANGUAGE"] = options.language
    try:
        return int(_verb(options))
    except Trouble as trouble:
        print(_said(trouble), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _said(trouble: Trouble) -> str:
    """The sentence in the reader's language; in English where Django itself cannot start."""
    return speak(trouble.message, trouble.values)


def _verb(options: argparse.Namespace) -> Any:
    """Each verb's module is imported when it is asked for: `doctor` must work where the others cannot."""
    module, do = VERBS[options.verb]
    return do(import_module(f"interlocal.ops.{module}"), options)


# Of each verb: the module that does it, and how it is asked.
VERBS: Final[dict[str, tuple[str, Callable[[Any, argparse.Namespace], Any]]]] = {
    "doctor": ("doctoring", lambda does, _given: does.doctor()),
    "run": ("running", lambda does, given: does.run(port=given.port)),
    "search": ("searching", lambda does, given: does.run(given)),
    "admin": ("accounts", lambda does, given: does.admin(email=given.email, name=given.name)),
    "erase": ("erasing", lambda does, given: does.erase(replay=given.replay)),
    "rotate": ("erasing", lambda does, _given: does.rotate()),
    "print": ("printing_once", lambda does, given: does.run(given)),
    "bounces": ("mailing", lambda does, given: does.bounces(path=given.path)),
    "load": (
        "recordkeeping",
        lambda does, given: does.load(path=given.path, check=given.check, remove=given.remove),
    ),
    "export": ("recordkeeping", lambda does, given: does.export(path=given.path)),
    "migrate": ("recordkeeping", lambda does, _given: does.migrate()),
}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="interlocal", description=speak(N_("The working memory of local diplomacy."))
    )
    parser.add_argument(
        "--language", choices=("ko", "ja", "zh-Hans", "en"), help=speak(N_("language of the messages"))
    )
    verbs = parser.add_subparsers(dest="verb", required=True)
    run = verbs.add_parser("run", help=speak(N_("start everything and serve the pages")))
    run.add_argument(
        "--port",
        type=int,
        default=os.environ.get("INTERLOCAL_PORT", "8000"),
        help=speak(N_("the port to serve on, instead of INTERLOCAL_PORT")),
    )
    load = verbs.add_parser("load", help=speak(N_("load record files")))
    load.add_argument("path", type=Path, help=speak(N_("a record file, or a folder of them")))
    load.add_argument("--check", action="store_true", help=speak(N_("only say what is wrong with the files")))
    load.add_argument(
        "--remove", action="store_true", help=speak(N_("also remove what the files no longer hold"))
    )
    export = verbs.add_parser(
        "export", help=speak(N_("write the whole record into one file that load takes back"))
    )
    export.add_argument("path", type=Path, help=speak(N_("the file to write")))
    verbs.add_parser("migrate", help=speak(N_("bring the database to this version")))
    verbs.add_parser(
        "doctor", help=speak(N_("say what this installation uses, and what to do where something is missing"))
    )
    search_words(verbs)
    printing_words(verbs)
    admin = verbs.add_parser(
        "admin", help=speak(N_("make an administrator, and print the link that lets in"))
    )
    admin.add_argument("email", help=speak(N_("the address to sign in with")))
    admin.add_argument("--name", default="", help=speak(N_("the person's name")))
    erase = verbs.add_parser(
        "erase", help=speak(N_("erase the personal data whose time is over, and leave certificates"))
    )
    erase.add_argument(
        "--replay",
        action="store_true",
        help=speak(N_("after a restore: erase again what the ledger says was erased")),
    )
    verbs.add_parser(
        "rotate", help=speak(N_("seal personal data with a new key; the one before still opens old copies"))
    )
    bounces = verbs.add_parser("bounces", help=speak(N_("take note of mails that came back")))
    bounces.add_argument(
        "path", type=Path, help=speak(N_("a report of the mail server, or a folder of them"))
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
