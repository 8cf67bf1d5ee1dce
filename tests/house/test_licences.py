"""Nothing in the default install may force its licence on who uses it."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires

from packaging.requirements import Requirement

# What a dependency may be under, by the words its makers use.
FREE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF|Python Software Foundation|Zlib|Unlicense|MPL|0BSD)\b", re.IGNORECASE
)
COPYLEFT = re.compile(r"\bA?GPL|Affero|(?<!Lesser )General Public License", re.IGNORECASE)
# The driver, and what fills an office's own Word forms: LGPL of libraries that are imported unchanged, as their makers intend.
LESSER = {"psycopg", "psycopg-binary", "psycopg-pool", "docxtpl"}


def installed(name: str, extras: frozenset[str] = frozenset()) -> dict[str, Distribution]:
    """Everything a package needs at run time, as installed here."""
    found: dict[str, Distribution] = {}
    waiting = [(name, extras)]
    seen = set()
    while waiting:
        at, with_extras = waiting.pop()
        if (at, with_extras) in seen:
            continue
        seen.add((at, with_extras))
        for line in requires(at) or ():
            needed = Requirement(line)
            if not _applies(needed, with_extras):
                continue
            key = re.sub(r"[-_.]+", "-", needed.name).lower()
            try:
                found[key] = distribution(needed.name)
            except PackageNotFoundError:
                continue
            waiting.append((needed.name, frozenset(needed.extras)))
    return found


def _applies(needed: Requirement, extras: frozenset[str]) -> bool:
    return needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras | {""})


def licence(package: Distribution) -> str:
    """What its makers call it: the expression, the classifiers, and the old free text if it is short."""
    told = package.metadata
    text = told.get("License") or ""
    classifiers = [line for line in told.get_all("Classifier") or () if line.startswith("License")]
    return " | ".join([told.get("License-Expression") or "", *classifiers, text if len(text) < 100 else ""])


def test_what_we_need_is_found() -> None:
    assert {"django", "psycopg", "psycopg-binary", "jinja2", "markupsafe", "pyyaml", "granian"} <= installed(
        "interlocal"
    ).keys()


def test_every_dependency_has_a_licence_that_asks_nothing_of_others() -> None:
    wrong = {
        name: licence(package)
        for name, package in installed("interlocal", frozenset({"local"})).items()
        if name not in LESSER and (COPYLEFT.search(licence(package)) or not FREE.search(licence(package)))
    }

    assert wrong == {}


def test_the_driver_is_under_the_lesser_licence() -> None:
    found = installed("interlocal")

    assert {name for name in LESSER if re.search(r"LGPL|Lesser", licence(found[name]))} == LESSER
