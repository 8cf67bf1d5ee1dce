"""Every paper, found by itself: a module here that has a PAPER is one."""

import importlib
import pkgutil
from functools import cache

from interlocal.documents.papers.paper import Paper

GROUPS = ("lists", "cards", "days", "letters", "after")


@cache
def papers() -> dict[str, Paper]:
    """By key, in the order of GROUPS, then of keys."""
    modules = [
        importlib.import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)
    ]
    found = [one for module in modules if isinstance(one := getattr(module, "PAPER", None), Paper)]
    return {one.key: one for one in sorted(found, key=lambda one: (GROUPS.index(one.group), one.key))}
