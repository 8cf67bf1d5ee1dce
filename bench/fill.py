"""Fill a database that holds the public record: `python -m bench.fill 100`."""

import argparse
import os
import time

import django


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("scale", type=int)
    words.add_argument("--seed", type=int, default=8)
    chosen = words.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlocal.config.settings")
    django.setup()
    from bench.copying import analyse  # tables can be named only now
    from bench.generate import generate
    from bench.making import AT
    from interlocal.search import commands as search

    started = time.monotonic()
    rows = generate(scale=chosen.scale, seed=chosen.seed)
    made = time.monotonic()
    # What the follower and autovacuum would do within some minutes.
    search.rebuild(at=AT)
    indexed = time.monotonic()
    analyse()
    print(f"{rows} rows in {made - started:.1f} s, search {indexed - made:.1f} s", end=", ")
    print(f"vacuum {time.monotonic() - indexed:.1f} s")


if __name__ == "__main__":
    main()
