"""Templates: every word of ours passes the catalogue, and nothing runs or is styled inline."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2] / "src" / "interlocal"
TEMPLATES = sorted([*HOUSE.glob("*/jinja2/**/*.html"), *HOUSE.glob("*/templates/**/*.html")])
PICTURES = sorted(HOUSE.rglob("*.svg"))

# Expressions, statements and comments of the engine: what is left is written to every reader as it stands.
ENGINE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
WORD = re.compile(r"[^\W\d_]{2,}")
SPOKEN = {"alt", "aria-label", "aria-description", "content", "label", "placeholder", "title", "value"}
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# Names that are the same in every language.
NAMES = {"Interlocal", "CSV", "JSON", "Atom", "iCalendar", "PDF", "UTF"}


class Words(HTMLParser):
    """Text and spoken attributes outside the engine, with their lines."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.inline: list[int] = []
        # Whether each open element, or one around it, says in which language it is.
        self._open: list[tuple[str, bool]] = [("", False)]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = {name: value or "" for name, value in attrs}
        if tag not in VOID:
            # A page as a whole is in the reader's language: that says nothing of its words.
            self._open.append((tag, self._open[-1][1] or ("lang" in names and tag != "html")))
        self._silent += tag in {"script", "style"}
        if tag == "style" or (tag == "script" and "src" not in names and "json" not in names.get("type", "")):
            self.inline.append(self.getpos()[0])
        if any(name == "style" or name.startswith("on") for name in names):
            self.inline.append(self.getpos()[0])
        for name in SPOKEN & names.keys():
            if tag != "meta" and not (name == "value" and tag in {"option", "input", "button", "li"}):
                self.found.append((self.getpos()[0], names[name]))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style"}
        # Branches of the engine may open an element twice and close it once: its parent's end ends both.
        if tag in [name for name, _ in self._open]:
            while self._open.pop()[0] != tag:
                continue

    def handle_data(self, data: str) -> None:
        if not self._silent and not self._open[-1][1]:
            self.found.append((self.getpos()[0], data))


def read(text: str) -> Words:
    words = Words()
    words.feed(ENGINE.sub(lambda match: "\n" * match.group().count("\n"), text))
    return words


def untranslated(text: str) -> list[str]:
    return [
        f"{line}: {' '.join(found.split())}"
        for line, found in read(text).found
        if set(WORD.findall(found)) - NAMES
    ]


def test_there_are_templates() -> None:
    assert TEMPLATES


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_word_of_a_template_passes_the_catalogue(path: Path) -> None:
    assert untranslated(path.read_text()) == []


@pytest.mark.parametrize("path", [*TEMPLATES, *PICTURES], ids=lambda path: path.name)
def test_nothing_runs_or_is_styled_inline(path: Path) -> None:
    assert read(path.read_text()).inline == []


def test_the_look_for_words_finds_them() -> None:
    text = (
        "<p>{{ _('Fine') }}: 3</p>\n"
        "<p title='Not fine'>Bad <b lang='ko'>경북</b><br>words</p>\n"
        "<p onclick='x()' style='y'></p><script>z()</script>"
    )

    assert untranslated(text) == ["2: Not fine", "2: Bad", "2: words"]
    assert read(text).inline == [3, 3]
