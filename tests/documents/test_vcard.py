"""vCard 4.0, read by a strict reader of its own (RFC 6350, section 3.3)."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from interlocal.documents.formats.vcard import Contact, ContactName, Said, cards

AT = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
VALUE = r'(?:"[^"\x00-\x1f\x7f]*"|[^";:,\x00-\x1f\x7f]*)'
LINE = re.compile(rf"([A-Z0-9-]+)((?:;[A-Z0-9-]+={VALUE}(?:,{VALUE})*)*):(.*)")
ONCE = {"N", "KIND", "UID", "REV", "PRODID", "VERSION"}

Read = list[tuple[str, dict[str, str], str]]


def read(content: bytes) -> list[Read]:
    """The cards, or an AssertionError at the first thing that the grammar forbids."""
    assert content.endswith(b"\r\n") and b"\n" not in content.replace(b"\r\n", b"")
    raw = content[:-2].split(b"\r\n")
    assert all(len(line) <= 75 for line in raw)
    lines = b"\r\n".join(line for line in raw).decode().replace("\r\n ", "").split("\r\n")
    [line.decode() for line in raw]  # no character is cut in two
    found: list[Read] = []
    for line in lines:
        parted = LINE.fullmatch(line)
        assert parted, line
        name, parameters, value = parted[1], parted[2], parted[3]
        assert not re.search(r"[\x00-\x1f\x7f]", value)
        if name == "BEGIN":
            found.append([])
        given = dict(re.findall(rf";([A-Z0-9-]+)=({VALUE})", parameters))
        found[-1].append((name, {key: text.strip('"') for key, text in given.items()}, value))
    for card in found:
        _check(card)
    return found


def _check(card: Read) -> None:
    names = [name for name, _, _ in card]
    assert names[:2] == ["BEGIN", "VERSION"] and names[-1] == "END" and names.count("END") == 1
    assert "FN" in names
    for once in ONCE:
        several = [parameters.get("ALTID") for name, parameters, _ in card if name == once]
        assert len(several) <= 1 or (None not in several and len(set(several)) == 1)
    for name, _, value in card:
        assert not re.search(r"\\(?![\\,;n])", value)
        if name == "N":
            assert len(re.split(r"(?<!\\);", value)) == 5


def only(card: Read, name: str) -> list[tuple[dict[str, str], str]]:
    return [(parameters, value) for found, parameters, value in card if found == name]


def takahashi(**changes: object) -> Contact:
    names = (
        ContactName("髙橋 太郎", "ja", "髙橋", "太郎", "たかはし", "たろう"),
        ContactName("TAKAHASHI Taro", "en", "Takahashi", "Taro"),
        ContactName("다카하시 다로", "ko", "다카하시", "다로"),
    )
    return Contact(**{"uid": "urn:uuid:1", "names": names, "revised_at": AT, **changes})  # type: ignore[arg-type]


def test_a_name_stands_in_each_of_its_scripts_as_one_name() -> None:
    (card,) = read(cards([takahashi()]))

    assert only(card, "N") == [
        ({"LANGUAGE": "ja", "ALTID": "1", "SORT-AS": "たかはし,たろう"}, "髙橋;太郎;;;"),
        ({"LANGUAGE": "en", "ALTID": "1"}, "Takahashi;Taro;;;"),
        ({"LANGUAGE": "ko", "ALTID": "1"}, "다카하시;다로;;;"),
    ]
    assert [value for _, value in only(card, "FN")] == ["髙橋 太郎", "TAKAHASHI Taro", "다카하시 다로"]
    assert only(card, "X-PHONETIC-LAST-NAME") == [({}, "たかはし")]
    assert only(card, "X-PHONETIC-FIRST-NAME") == [({}, "たろう")]
    assert only(card, "REV") == [({}, "20261123T093000Z")]


def test_what_was_not_given_is_not_there() -> None:
    (card,) = read(cards([Contact("u", (ContactName("Kim", "en"),), AT)]))

    assert [name for name, _, _ in card] == ["BEGIN", "VERSION", "PRODID", "KIND", "UID", "REV", "FN", "END"]
    assert only(card, "FN") == [({"LANGUAGE": "en"}, "Kim")]


def test_posts_and_bodies_are_told_in_languages_and_numbers_to_dial() -> None:
    contact = takahashi(
        organisations=(Said("鳥取県", "ja"), Said("Tottori Prefecture", "en")),
        titles=(Said("課長; 国際, 交流", "ja"), Said("Director", "en")),
        phones=("+81 857-26-7111", "내선 1234"),
        emails=("taro@example.jp",),
        languages=("ja", "zh-Hans"),
    )

    (card,) = read(cards([contact]))

    assert only(card, "ORG")[1] == ({"LANGUAGE": "en", "ALTID": "1"}, "Tottori Prefecture")
    assert only(card, "TITLE")[0] == ({"LANGUAGE": "ja", "ALTID": "1"}, r"課長\; 国際\, 交流")
    assert only(card, "TEL") == [
        ({"VALUE": "uri", "TYPE": "work"}, "tel:+81857267111"),
        ({"TYPE": "work"}, "내선 1234"),
    ]
    assert only(card, "EMAIL") == [({}, "taro@example.jp")]
    assert only(card, "LANG") == [({"PREF": "1"}, "ja"), ({"PREF": "2"}, "zh-Hans")]


def test_long_lines_are_folded_between_characters() -> None:
    name = "김수한무거북이와두루미" * 30

    (card,) = read(cards([Contact("u", (ContactName(name, "ko"),), AT)]))

    assert only(card, "FN") == [({"LANGUAGE": "ko"}, name)]


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        ("A\r\nEND:VCARD", r"A\nEND:VCARD"),
        ("a\\,;b\n", r"a\\\,\;b"),
        ("x\x00\x85y\x1bz", "xyz"),
        ("=1+1", "=1+1"),
    ],
)
def test_nobody_slips_in_a_line(said: str, stands: str) -> None:
    (card,) = read(cards([Contact("u", (ContactName(said, "en"),), AT)]))

    assert only(card, "FN") == [({"LANGUAGE": "en"}, stands)]


def test_a_reading_with_commas_and_marks_stays_in_its_parameter() -> None:
    name = ContactName("髙橋", "ja", "髙橋", "", 'た,か"は:し')

    (card,) = read(cards([Contact("u", (name,), AT)]))

    assert only(card, "N") == [({"LANGUAGE": "ja", "SORT-AS": "た か^'は:し,"}, "髙橋;;;;")]


def test_many_cards_are_one_file_and_always_the_same_bytes() -> None:
    both = [takahashi(), takahashi(uid="urn:uuid:2")]

    assert len(read(cards(both))) == 2
    assert cards(both) == cards(both)
    assert cards([]) == b""


def test_nobody_is_a_card_without_a_name() -> None:
    with pytest.raises(ValueError, match="a card needs a name"):
        cards([Contact("u", (ContactName(" ", "en"),), AT)])


def test_another_reader_of_content_lines_understands_it() -> None:
    from icalendar import Component

    found: Any = Component.from_ical(cards([takahashi()]).decode())

    assert found.name == "VCARD"
    assert [str(name) for name in found["FN"]] == ["髙橋 太郎", "TAKAHASHI Taro", "다카하시 다로"]
