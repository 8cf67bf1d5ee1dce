"""One row of a list as a person: its cells by their columns, and everything that is wrong with them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from interlocal.delegations import kinds
from interlocal.delegations.rules import imports_columns as columns
from interlocal.delegations.rules import imports_splitting as splitting
from interlocal.delegations.rules import imports_values as values
from interlocal.delegations.rules import nominations
from interlocal.delegations.rules.imports_lists import HOME, Choices, Line, Problem, Sheet
from interlocal.delegations.rules.nominations import Entered
from interlocal.delegations.rules.nominations_names import composed
from interlocal.delegations.rules.nominations_names import narrow as narrow_of
from interlocal.languages.folding import fold

_MARKS: Final[Mapping[str, Any]] = {
    "formula": _("This cell is a formula without a value. Enter the value itself."),
    "error_value": _("This cell shows an error of the spreadsheet."),
    "merged": _("This cell is merged with another one. Split it, and give each person a cell."),
}
_TOLD_IF_FILLED: Final = (
    *("latin_family", "latin_given", "reading_family", "reading_given"),
    *("post_since", "languages"),
)
# Columns in which a merged cell stands for each of its rows, as a department does.
_SHARED: Final = ("office", "grade", "part", "language", "languages", "post_since")


class Row:
    """One row while it is read: what its columns say, and what is wrong."""

    def __init__(self, sheet: Sheet, at: int, choices: Choices) -> None:
        self.choices, self.number = choices, sheet.numbers[at]
        self.column_of = {target: column for column, target in choices.headings.columns.items() if target}
        self.problems: list[Problem] = []
        self.cells = {target: sheet.rows[at][column] for target, column in self.column_of.items()}
        self.ways: tuple[int, ...] = ()
        for target, column in self.column_of.items():
            self._refuse_marked(target, sheet.marks.get((at, column), ""))

    def line(self) -> Line:
        home = HOME.get(self.choices.country, "en")
        family, given = self._own()
        reading_family, reading_given = self._reading()
        latin_family, latin_given = self._latin((family, reading_family))
        if not (family or given) and not self.ways:
            family, given = latin_family, latin_given
            latin_family = latin_given = ""
        written = family + given or self.cells.get("name", "")
        language = splitting.language_of(written, home=home)
        posts = self._posts(language)
        entered = nominations.tidied(
            Entered(
                family=family,
                given=given,
                script_language=language,
                part=self._part(),
                latin_family=latin_family,
                latin_given=latin_given,
                reading_family=reading_family,
                reading_given=reading_given,
                post=posts,
                grade=self._grade(posts),
                post_since=self._day(),
                language=self._language() or language,
                languages=self._languages(),
            )
        )
        self._judge(entered)
        return Line(
            number=self.number,
            entered=entered,
            said=self._said(entered),
            key=self._key(),
            contacts={name: self.cells[name] for name in columns.CONTACTS if self.cells.get(name)},
            problems=tuple(self.problems),
            whole=self.cells.get("name", ""),
            ways=self.ways,
        )

    def _fault(self, code: str, reason: Any, target: str = "", *, stops: bool = True) -> None:
        self.problems.append(Problem(code, reason, self.column_of.get(target, -1), stops))

    def _refuse_marked(self, target: str, mark: str) -> None:
        text = self.cells[target]
        if not mark and text[:1] in ("=", "＝"):
            mark = "formula"
        if mark == "merged" and target in _SHARED:
            return
        if mark:
            self._fault(mark, _MARKS[mark], target)
            self.cells[target] = ""

    def _cell(self, target: str) -> str:
        return composed(splitting.widened(self.cells.get(target, "")))

    def _three(self, family: str, given: str, whole: str) -> tuple[str, str, str]:
        return self._cell(family), self._cell(given), self._cell(whole)

    def _own(self) -> tuple[str, str]:
        family, given, whole = self._three("family", "given", "name")
        if family or given or not whole:
            return _narrowed(family), _narrowed(given)
        language = splitting.language_of(whole, home=HOME.get(self.choices.country, "en"))
        if language == "en":
            found = splitting.latin(_narrowed(whole), family_first=self.choices.latin_family_first)
            return found.family, found.given
        found = splitting.split(whole, language=language, after=self.choices.splits.get(self.number, 0))
        self.ways = found.ways
        if found.ways:
            reason = _("Nothing shows where the family name ends. Choose it, or write a space there.")
            self._fault("name_whole", reason, "name")
        return found.family, found.given

    def _latin(self, own: tuple[str, ...]) -> tuple[str, str]:
        family, given, whole = self._three("latin_family", "latin_given", "latin")
        if family or given or not whole:
            return family, given
        found = splitting.latin(narrow_of(whole), family_first=self.choices.latin_family_first, own=own)
        return found.family, found.given

    def _reading(self) -> tuple[str, str]:
        family, given, whole = self._three("reading_family", "reading_given", "reading")
        if family or given or not whole:
            return family, given
        found = splitting.reading(whole)
        return found.family, found.given

    def _posts(self, language: str) -> dict[str, str]:
        said = {
            "ko": self._cell("post_ko"),
            "ja": self._cell("post_ja"),
            "zh-Hans": self._cell("post_zh"),
            "en": self._cell("post_en"),
        }
        if own := _titled(self._cell("office"), self._cell("post")):
            said[splitting.language_of(own, home=language)] = own
        return {tongue: text for tongue, text in said.items() if text}

    def _part(self) -> str:
        text = self.cells.get("part", "")
        found = values.part_of(text) if text else kinds.Part.MEMBER
        if not found:
            self._fault(
                "part_unknown", _("As what does this person come? This word is not known here."), "part"
            )
        return found or kinds.Part.MEMBER

    def _grade(self, posts: Mapping[str, str]) -> str:
        text = self.cells.get("grade", "")
        if found := values.grade_of(text) if text else "":
            return found
        if text:
            reason = _("This grade is not known here; the post decides instead. Set it on the person's page.")
            self._fault("grade_unknown", reason, "grade", stops=False)
        return values.grade_of_post([self._cell("post"), *posts.values()])

    def _day(self) -> Any:
        text = self.cells.get("post_since", "")
        found = values.day_of(text) if text else None
        if text and found is None:
            self._fault(
                "no_day", _("This is not a day. Write year, month and day: 1980-05-21."), "post_since"
            )
        return found

    def _language(self) -> str:
        text = self.cells.get("language", "")
        found = values.language_of(text) if text else ""
        if text and not found:
            reason = _("Letters are written in Korean, Japanese, Chinese or English: choose one.")
            self._fault("language_unknown", reason, "language", stops=False)
        return found

    def _languages(self) -> tuple[str, ...]:
        text = self.cells.get("languages", "")
        found = values.languages_of(text) if text else ()
        if found is None:
            self._fault(
                "languages_unknown", _("None of these languages is known here."), "languages", stops=False
            )
        return found or ()

    def _key(self) -> str:
        text = self.cells.get("key", "")
        if not text:
            return ""
        try:
            return str(UUID(text))
        except ValueError:
            self._fault(
                "key_unknown", _("This is no key of a person. Leave the cell empty for somebody new."), "key"
            )
            return ""

    def _judge(self, entered: Entered) -> None:
        """What entering this person one by one would be refused for, field by field."""
        if self.ways or any(problem.column in self._name_columns() for problem in self.problems):
            return
        blank = Entered("김", "", entered.script_language, language=entered.language)
        if found := nominations.obstacle_in_entry(replace(blank, family=entered.family, given=entered.given)):
            self._fault(found.code, found.reason, self._origin(found.field))
        for name in ("latin_family", "latin_given", "reading_family", "reading_given"):
            if found := nominations.obstacle_in_entry(replace(blank, **{name: getattr(entered, name)})):
                self._fault(found.code, found.reason, self._origin(name))
        if splitting.looks_latin(entered.family + entered.given):
            reason = _("This name looks Latin and is written in letters of another alphabet.")
            self._fault("name_lookalike", reason, self._origin("family"), stops=False)

    def _name_columns(self) -> set[int]:
        return {column for target, column in self.column_of.items() if target in columns.NAMES}

    def _origin(self, name: str | None) -> str:
        """The column a field of an entry was read from."""
        whole = {"family": "name", "given": "name"}.get(name or "", (name or "").partition("_")[0])
        return name if name in self.column_of else whole if whole in self.column_of else "latin"

    def _said(self, entered: Entered) -> frozenset[str]:
        """Fields with something in them for which the list has a column."""
        told: set[str] = {"family", "given"}
        told |= {name for name in _TOLD_IF_FILLED if getattr(entered, name)}
        for name, known in (("part", self.cells.get("part")), ("language", self._known_language())):
            if known:
                told.add(name)
        if self.cells.get("grade") and values.grade_of(self.cells["grade"]):
            told.add("grade")
        return frozenset(told | ({"post"} if entered.post else set()))

    def _known_language(self) -> str:
        return values.language_of(self.cells.get("language", ""))


def _narrowed(name: str) -> str:
    """Latin letters at full width as usual ones; all else as typed."""
    narrow = narrow_of(name)
    return narrow if narrow.isascii() else name


def _titled(office: str, post: str) -> str:
    """국제교류과 + 과장 -> 국제교류과 과장; Director + International Division -> Director, International Division."""
    if not (office and post) or fold(office) in fold(post):
        return post or office
    if post.isascii():
        return f"{post}, {office}"
    between = " " if any("가" <= char <= "힣" for char in post) else ""
    return f"{office}{between}{post}"
