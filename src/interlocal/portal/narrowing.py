"""What a list's address asks for: choices it knows, words, and a notice for what it does not know."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest
from django.utils.translation import gettext

from interlocal.portal.filters import Choice, Option, Words

LONGEST = 200


@dataclass(slots=True)
class Asked:
    """The parameters of one request, and what could not be made of them."""

    request: HttpRequest
    notices: list[str] = field(default_factory=list)

    def choice(self, name: str, label: str, fits: Callable[[str], bool]) -> str:
        """The value chosen, or nothing and a notice where it is none."""
        given = self.request.GET.get(name, "").strip()
        if not given or fits(given):
            return given
        told = {"value": given[:40], "filter": label}
        self.notices.append(gettext("“%(value)s” is not a choice for “%(filter)s” and was left out.") % told)
        return ""

    def words(self, name: str) -> str:
        return self.request.GET.get(name, "").strip()[:LONGEST]

    @property
    def page(self) -> str:
        return self.request.GET.get("page", "")


def one_of(values: list[str]) -> Callable[[str], bool]:
    return lambda given: given in values


def like(pattern: str) -> Callable[[str], bool]:
    return lambda given: re.fullmatch(pattern, given) is not None


def choice_of(
    name: str, label: str, value: str, counts: Mapping[str, int], says: Callable[[str], str]
) -> Choice:
    """A select box with counts, by its words; what is chosen stays even where nothing is left of it."""
    known = {**({value: 0} if value else {}), **counts}
    options = [Option(key, says(key), count) for key, count in known.items() if key]
    return Choice(name, label, sorted(options, key=lambda option: option.label), value)


def words_of(name: str, label: str, value: str) -> Words:
    return Words(name, label, value)
