"""Papers as web pages: nothing runs, nothing is fetched, every language is named."""

from html.parser import HTMLParser

import pytest

from interlocal.documents.formats import html
from interlocal.documents.formats.document import (
    Bullets,
    PageBreak,
    Paragraph,
    Picture,
    Pictures,
    Run,
    Table,
    text,
)
from tests.documents.flowing import COLUMNS, JA, KO, NASTY, PICTURE, everything, names, of, paper, squeezed

_VOID = {"meta", "col", "img", "br"}


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attributes)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> _Reader:
    reader = _Reader(page)
    assert reader.open == []
    return reader


def test_a_page_has_every_text_and_every_tag_is_closed() -> None:
    shown = squeezed(read(html.page(paper())).text)

    assert [said for said in everything(paper()) if said not in shown] == []


@pytest.mark.parametrize("said", NASTY)
def test_what_looks_like_markup_stays_text(said: str) -> None:
    page = html.page(of(Paragraph(text(said, "ko")), title=said))

    assert read(page).text.count(said) == 2
    assert [tag for tag, _attributes in read(page).tags if tag == "script"] == []


def test_text_in_another_language_says_so() -> None:
    page = html.page(of(Paragraph((Run(KO, "ko"), Run(JA, "ja", "strong")))))

    assert f'<p>{KO}<span lang="ja"><strong>{JA}</strong></span></p>' in page


def test_heads_of_columns_and_bands_have_their_scope() -> None:
    scopes = [attributes["scope"] for tag, attributes in read(html.page(of(names()))).tags if tag == "th"]

    assert scopes == ["col"] * 5 + ["rowgroup"]


def test_nothing_is_fetched_and_nothing_runs() -> None:
    page = html.page(paper())

    sources = [
        value for _tag, told in read(page).tags for key, value in told.items() if key in ("src", "href")
    ]

    assert [one[:11] for one in sources if one] == ["data:image/"]
    assert "default-src 'none'" in page


def test_the_words_of_a_picture_cannot_leave_their_attribute() -> None:
    page = html.page(of(Picture(b"<svg/>", "svg", '" onerror="alert(1)')))

    assert [set(told) for tag, told in read(page).tags if tag == "img"] == [{"src", "alt", "style"}]


def test_empty_blocks_are_written() -> None:
    assert read(html.page(of(Table(COLUMNS, (), ()), Bullets(()), Paragraph(()))))


def test_pictures_stand_in_a_grid_with_what_is_to_be_seen_and_their_captions() -> None:
    page = read(html.page(of(Pictures((PICTURE, PICTURE), 2))))

    told = [attributes.get("alt") for tag, attributes in page.tags if tag == "img"]
    assert (told, page.text.count("약도")) == (["도청에서 회의장까지"] * 2, 2)
    assert {"class": "pictures", "style": "--across:2"} in [attributes for _tag, attributes in page.tags]


def test_a_break_before_everything_is_none() -> None:
    page = html.page(of(PageBreak(restart=True), Paragraph(text("글", "ko"))))

    assert 'class="break"' not in page
