"""The process that prints, for scenes: as `interlocal.ops.printing_apart`, with a little paper and facts of its own."""

import os
import sys

import django
from django.conf import settings

settings.DATABASES["default"]["NAME"] = os.environ["LITTLE_DATABASE"]
django.setup()

from interlocal.documents import printing  # noqa: E402  # needs the apps
from interlocal.ops import printing_apart  # noqa: E402
from tests.documents import little  # noqa: E402

printing.papers = lambda: {"tiny": little.PAPER}  # type: ignore[assignment]
printing.gathered = lambda **_: little.facts()  # type: ignore[assignment]
printing_apart._bound()
printing_apart.serve(int(sys.argv[1]))
