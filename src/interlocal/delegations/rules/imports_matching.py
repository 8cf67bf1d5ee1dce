"""Who of a list is entered already: the key tells, else the name. Nobody is doubled, nobody is merged by a guess."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from interlocal.delegations.rules.imports_lists import Line, Problem
from interlocal.delegations.rules.nominations import Entered
from interlocal.languages.folding import fold

NEW: Final = "new"


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the delegation as entered now."""

    key: str
    entered: Entered


@dataclass(frozen=True, slots=True)
class Paired:
    """A line and the key of who it is ("" for somebody new); `asked`: keys among which a person has to choose."""

    line: Line
    key: str = ""
    asked: tuple[str, ...] = ()


def paired(lines: Sequence[Line], known: Sequence[Known], *, same: Mapping[int, str]) -> tuple[Paired, ...]:
    """Each line with who it is. `same` are a person's answers by row."""
    find = _Finder(known)
    sure = {line.number: find.sure(line, same.get(line.number, "")) for line in lines}
    claimed: dict[str, int] = {}
    for line in lines:
        if key := sure[line.number]:
            claimed.setdefault(key, line.number)
    result: list[Paired] = []
    for line in lines:
        key = sure[line.number]
        if key and claimed[key] != line.number:
            result.append(Paired(_with(line, "row_repeated", _SAME_ROW % {"row": claimed[key]})))
        elif key:
            result.append(Paired(line, key))
        else:
            result.append(find.asking(line, same.get(line.number, ""), claimed))
    return tuple(result)


_SAME_ROW: Final = _("The same person as in row %(row)s.")


class _Finder:
    """Those known, by what a list may say of them."""

    def __init__(self, known: Sequence[Known]) -> None:
        self.by_key = {one.key: one for one in known}
        self.by_own: dict[str, list[Known]] = defaultdict(list)
        self.by_latin: dict[str, list[Known]] = defaultdict(list)
        for one in known:
            self.by_own[_own(one.entered)].append(one)
            for spelling in _latin(one.entered):
                self.by_latin[spelling].append(one)

    def sure(self, line: Line, answer: str) -> str:
        """The key of who this surely is, else ""."""
        if line.key or answer in self.by_key:
            key = line.key or answer
            return key if key in self.by_key else ""
        if answer == NEW:
            return ""
        found = _narrow(line, self.by_own.get(_own(line.entered), []))
        return found[0].key if len(found) == 1 else ""

    def asking(self, line: Line, answer: str, claimed: Mapping[str, int]) -> Paired:
        """Somebody new, unless people free to be meant are like this one: then it is asked."""
        if line.key and line.key not in self.by_key:
            return Paired(_with(line, "key_unknown", _("Nobody of this delegation has this key.")))
        like = tuple(one.key for one in self._like(line) if one.key not in claimed)
        if not like:
            return Paired(line)
        if answer == NEW:
            return Paired(line, asked=like)
        reason = _("Is this somebody entered already? Choose.")
        return Paired(_with(line, "maybe_known", reason), asked=like)

    def _like(self, line: Line) -> list[Known]:
        latin = [one for spelling in _latin(line.entered) for one in self.by_latin.get(spelling, ())]
        own = self.by_own.get(_own(line.entered), [])
        return list({one.key: one for one in (*own, *latin, *self._of_post(line))}.values())

    def _of_post(self, line: Line) -> Iterable[Known]:
        """The same family name and the same post: a given name may have been corrected."""
        if not line.entered.post or not line.entered.family:
            return ()
        family, posts = fold(line.entered.family), {fold(text) for text in line.entered.post.values()}
        return (
            one
            for one in self.by_key.values()
            if fold(one.entered.family) == family
            and posts & {fold(text) for text in one.entered.post.values()}
        )


def differences(before: Entered, line: Line) -> dict[str, tuple[object, object]]:
    """What the list changes of somebody, by field: before and after. An empty cell changes nothing."""
    after = changed(before, line)
    found: dict[str, tuple[object, object]] = {}
    for one in fields(Entered):
        was, now = getattr(before, one.name), getattr(after, one.name)
        if was != now and not one.name.endswith("_origin"):
            found[one.name] = (was, now)
    for kind in ("latin", "reading"):
        was, now = getattr(before, f"{kind}_origin"), getattr(after, f"{kind}_origin")
        if (
            was == "generated"
            and now == "supplied"
            and not found.keys() & {f"{kind}_family", f"{kind}_given"}
        ):
            found[f"{kind}_origin"] = (was, now)
    return found


def changed(before: Entered, line: Line) -> Entered:
    """Somebody as entered, with what the list says; a spelling in the list counts as supplied."""
    told: dict[str, Any] = {name: getattr(line.entered, name) for name in line.said - {"post"}}
    renamed = (before.family, before.given) != (line.entered.family, line.entered.given)
    if renamed:
        told["script_language"] = line.entered.script_language
    for kind in ("latin", "reading"):
        if {f"{kind}_family", f"{kind}_given"} & line.said:
            # Both parts are of one spelling: no half of it is kept from another.
            told |= {name: getattr(line.entered, name) for name in (f"{kind}_family", f"{kind}_given")}
            told[f"{kind}_origin"] = "supplied"
        elif getattr(before, f"{kind}_origin") == "generated" and renamed:
            # Made from the old name.
            told |= {f"{kind}_family": "", f"{kind}_given": ""}
    if "post" in line.said:
        told["post"] = {**before.post, **line.entered.post}
    return replace(before, **told)


def _narrow(line: Line, found: Sequence[Known]) -> Sequence[Known]:
    """Among people of one name those whose Latin spelling or post is the line's."""
    if len(found) < 2:
        return found
    spelt = _latin(line.entered)
    by_latin = [one for one in found if spelt & _latin(one.entered)]
    if len(by_latin) == 1:
        return by_latin
    posts = {fold(text) for text in line.entered.post.values()}
    return [one for one in found if posts & {fold(text) for text in one.entered.post.values()}]


def _own(entered: Entered) -> str:
    return fold(entered.family + entered.given)


def _latin(entered: Entered) -> frozenset[str]:
    """The Latin spelling in both orders; of a Latin name that itself."""
    family, given = entered.latin_family, entered.latin_given
    if not (family or given) and entered.script_language == "en":
        family, given = entered.family, entered.given
    return frozenset({fold(family + given), fold(given + family)} - {""})


def _with(line: Line, code: str, reason: Any) -> Line:
    return replace(line, problems=(*line.problems, Problem(code, reason)))
