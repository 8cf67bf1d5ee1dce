"""What the office costs over real HTTP: `python tools/with_database.py python bench/office.py`.

Each measure is one function of a file `bench/office_<noun>.py`, listed in its MEASURES; it gets the running site and
tells figures. CPU is that of the web and of the database together; times suffer from whoever else uses the machine.
"""

import argparse
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from bench import databases, processes  # a script finds its neighbours only now
from bench.office_site import Filled, Site, environment
from bench.serving import running

HERE = Path(__file__).resolve().parent


@contextmanager
def site(people: int) -> Iterator[Site]:
    """The product with a filled office, on a database and in a home of its own, gone afterwards."""
    with (
        databases.filled(1, 8) as url,
        tempfile.TemporaryDirectory(prefix="ib-", dir="/tmp", ignore_cleanup_errors=True) as folder,
    ):
        Path(folder).chmod(0o755)
        settings = environment(folder, url, secrets.token_hex(32))
        filled = _fill(people, settings)
        backends = databases.Backends("interlocal_bench_1")
        try:
            with running(**settings, INTERLOCAL_WORKERS="1") as (root, port, _):
                yield Site(root, port, backends, filled)
        finally:
            backends.close()


def _fill(people: int, settings: dict[str, str]) -> Filled:
    words = [sys.executable, "-m", "bench.office_fill", str(people)]
    done = subprocess.run(
        words, cwd=databases.ROOT, env=settings, check=False, text=True, stdout=subprocess.PIPE
    )
    if done.returncode:
        raise SystemExit("The office could not be filled.")
    return Filled.read(done.stdout.splitlines()[-1])


def measures(only: str) -> Iterator[str]:
    """The files that measure something, by name."""
    for file in sorted(HERE.glob("office_*.py")):
        if file.stem not in ("office_site", "office_fill") and only in file.stem:
            yield f"bench.{file.stem}"


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--people", type=int, default=1000)
    words.add_argument("--only", default="", help="part of the name of a file office_<noun>.py")
    chosen = words.parse_args()
    print(f"Before: {processes.machine()}", flush=True)
    try:
        with site(chosen.people) as running_site:
            print(
                "\n| measure | s each | CPU ms each | of it web | n | note |\n| --- | --- | --- | --- | --- | --- |"
            )
            for name in measures(chosen.only):
                for measure in import_module(name).MEASURES:
                    for figure in measure(running_site):
                        print(figure.line(), flush=True)
    finally:
        databases.forget()
    print(f"\nAfter: {processes.machine()}")


if __name__ == "__main__":
    main()
