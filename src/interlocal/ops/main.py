"""The `interlocal` command: run, load, export, doctor. The verbs are modules; this one finds the words."""

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from interlocal.ops import N_, Trouble
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


def _verb(options: argparse.Namespace) -> int:
    """Each verb is imported when it is asked for: `doctor` must work where the others cannot."""
    if options.verb == "doctor":
        from interlocal.ops.doctoring import doctor

        return doctor()
    if options.verb == "run":
        from interlocal.ops.running import run

        return run(port=options.port)
    from interlocal.ops import recordkeeping

    if options.verb == "load":
        return recordkeeping.load(path=options.path, check=options.check, remove=options.remove)
    if options.verb == "export":
        return recordkeeping.export(path=options.path)
    if options.verb == "migrate":
        return recordkeeping.migrate()
    return recordkeeping.rebuild_search()


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
    verbs.add_parser("reindex", help=speak(N_("build the search index anew")))
    return parser


if __name__ == "__main__":
    sys.exit(main())
