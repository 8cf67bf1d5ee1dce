"""The process that prints: what it is told comes through a pipe, and so does what it made. It can be ended at any moment.

It stays warm between orders: loading the typesetter and its fonts takes longer than most papers.
"""

import sys
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from typing import Any, Final

import django

MOST_MEMORY: Final = 3 * 1024**3


def print_one(held: Any, actor: Any, pipe: Connection) -> None:
    """Tell of each stage, then give ("done", hash of the input, result) or ("failed", code, sentence)."""
    from django.core.exceptions import ObjectDoesNotExist
    from django.utils import translation

    from interlocal.ground.refused import Refused
    from interlocal.ops.printing_faults import is_full, said_of

    try:
        _print(held, actor, pipe)
    except Refused as refused:
        with translation.override(held.tongue.lower()):
            pipe.send(("failed", refused.code, str(refused.reason)))
    except ObjectDoesNotExist:
        pipe.send(("failed", "gone", said_of("gone", held.tongue)))
    except MemoryError:
        pipe.send(("failed", "too_heavy", said_of("too_heavy", held.tongue)))
    except Exception as error:  # noqa: BLE001  # whatever it is, whoever asked must hear of it
        code = "disk_full" if is_full(error) else "broken"
        if code == "broken":
            traceback.print_exc()
        pipe.send(("failed", code, said_of(code, held.tongue)))


def _print(held: Any, actor: Any, pipe: Connection) -> None:
    from interlocal.documents import printing
    from interlocal.papers.commands.working import Result

    order = printing.Order(held.preparation, held.paper, held.format, printing.wish_of(held.wish))
    facts = printing.gathered(actor=actor, at=datetime.now(UTC), order=order, release=held.release)
    form, name, content = held.template or ("", "", b"")
    template = printing.Template(form, content, name) if form else None
    sha256 = printing.input_sha256(order, facts, template)
    pipe.send(("input", sha256))
    if not pipe.recv():
        return
    made = printing.render(order, facts, template, _teller(pipe))
    result = Result(made.filename, made.media_type, made.content, made.pages, facts.sheet.number)
    pipe.send(("done", sha256, result))


def _teller(pipe: Connection) -> Callable[[str, int, int], None]:
    return lambda stage, done, of: pipe.send(("stage", stage, done, of))


def _bound() -> None:
    """Less memory than the machine has, where the system can be told so."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def serve(descriptor: int) -> None:
    """Print what comes until the other end is closed."""
    from django.db import connection

    pipe: Connection = Connection(descriptor)
    while True:
        try:
            held, actor = pipe.recv()
        except (EOFError, OSError):
            return
        print_one(held, actor, pipe)
        # Nothing is asked of the database until the next order, which may be tomorrow.
        connection.close()


def main() -> None:
    _bound()
    django.setup()
    serve(int(sys.argv[1]))


if __name__ == "__main__":
    main()
