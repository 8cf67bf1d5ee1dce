"""SQL queries of pages: `python -m bench.counting [--show] /en/ ...` prints {path: number}."""

import json
import os
import sys

import django


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "interlocal.config.settings")
    os.environ["INTERLOCAL_PAGE_CACHE"] = "0"
    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    paths = [word for word in sys.argv[1:] if word != "--show"]
    reader = Client(headers={"host": "localhost"})
    found = {}
    for path in paths:
        # The first reading opens the connection and fills what is kept for good.
        reader.get(path)
        with CaptureQueriesContext(connection) as captured:
            answer = reader.get(path)
        found[path] = len(captured) if answer.status_code == 200 else -answer.status_code
        for query in captured.captured_queries if "--show" in sys.argv else ():
            print(query["time"], query["sql"][:2000], "\n", file=sys.stderr)
    print(json.dumps(found))


if __name__ == "__main__":
    main()
