"""That nothing but public-office data leaves: every other field is filled with a marker, and none is found in what is printed."""

import io
import re
import zlib
from dataclasses import dataclass, fields, is_dataclass, replace

import pypdf
import pytest
from django.utils import translation

from interlocal.arrangements.rules import facts as known
from interlocal.arrangements.rules.facts import Person, Said, Taken
from interlocal.arrangements.rules.sheets import SheetItem
from interlocal.delegations.kinds import SEATED
from interlocal.documents import redaction
from interlocal.documents.formats import html, pdf
from interlocal.documents.formats.document import Heading, Paragraph, Table
from interlocal.documents.papers import public_list
from interlocal.documents.papers.paper import Wish
from interlocal.documents.papers.wording import plain
from interlocal.ground.texts import localised
from tests.documents.papers.facts import big, contacts, facts, picture, released, words

MARK = "QZX"
NUMBER = 987_654
EN = Wish(("en",))


def marked(value, path=""):
    """The value with a marker in every field that PUBLIC does not keep; in kept ones nothing is touched."""
    if isinstance(value, tuple):
        return tuple(marked(one, path) for one in value)
    if not is_dataclass(value) or type(value) not in redaction.PUBLIC:
        return value
    profile = redaction.PUBLIC[type(value)]
    kept = {name: marked(getattr(value, name), f"{path}{name}") for name in profile.keeps}
    secret = {name: filled(getattr(value, name), name, was) for name, was in profile.instead.items()}
    return replace(value, **kept | secret)


def with_secrets():
    """The edition with markers in what is not public: fields, names of support staff, items of the house."""
    found = marked(released())
    hidden = words(f"{MARK}TITLE", f"{MARK}TITLE", f"{MARK}TITLE", f"{MARK}TITLE")
    items = tuple(one if one.is_public else replace(one, title=hidden) for one in found.sheet.items)
    delegations = tuple(
        replace(one, people=tuple(who if who.part in SEATED else staff(who) for who in one.people))
        for one in found.delegations
    )
    return replace(found, sheet=replace(found.sheet, items=items), delegations=delegations)


def staff(who):
    return replace(who, family=f"{MARK}STAFF", latin_family=f"{MARK}STAFF", latin_is_generated=False)


def filled(value, name, instead):
    said = f"{MARK}{name.replace('_', '').upper()}"
    text = localised("en", dict.fromkeys(("ko", "ja", "zh-Hans", "en"), said))
    of_facts = {
        "words": (Said("greeting", text, text, text, said, None),),
        "photos": (Taken(picture(), "png", said, text, None),),
        "contacts": contacts(),
        "diets": ((said, NUMBER),),
        "attended": {said: NUMBER},
        "phones": {1: said, 2: said},
        "helpers": (known.Helper("officer", said, said, said, said),),
        "bring": text,
        "note": text,
        "plan_b": text,
        "quota": NUMBER,
        "capacity": NUMBER,
        "opens": {said: (said, said)},
    }
    if name in of_facts:
        return of_facts[name]
    if isinstance(instead, str):
        return said
    return (said,) if name in ("languages", "speaking", "into", "bodies", "people") else value


def everything(content):
    """What can be read in a PDF: the text of its pages, and all its streams as they lie inside."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = "".join(page.extract_text() for page in reader.pages)
    streams = [content]
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            streams.append(zlib.decompress(found[1].rstrip(b"\r\n")))
        except zlib.error:
            streams.append(found[1])
    inside = b"".join(streams)
    wide = inside.replace(b"\x00", b"")
    return pages + inside.decode("latin-1") + wide.decode("latin-1") + inside.decode("utf-8", "ignore")


def as_text(page):
    return page if isinstance(page, str) else page.decode()


def leaks(said):
    found = set(re.findall(rf"{MARK}[A-Z0-9]*", said))
    return found | ({str(NUMBER)} if str(NUMBER) in said.replace(",", "") else set())


@pytest.mark.parametrize("names", ["all", "heads", "numbers"])
@pytest.mark.parametrize("tongues", [("ko", "ja"), ("zh-Hans", "en")])
def test_no_marker_of_what_is_not_public_leaves(tongues, names):
    secret = with_secrets()
    wish = Wish(tongues, options={"names": names})

    made = public_list.build(secret, wish)

    assert leaks(everything(pdf.flow(made))) == set()
    assert leaks(as_text(html.page(made))) == set()


def test_the_search_would_find_a_marker_that_is_printed():
    """That the test above can fail: a post is public, and a marker in it is found in both formats."""
    first = facts().delegations[0]
    boss = replace(first.people[0], post=words(f"{MARK}POST", en=f"{MARK}POST"))
    made = public_list.build(facts(delegations=(replace(first, people=(boss,)),)), EN)

    assert leaks(everything(pdf.flow(made))) == {f"{MARK}POST"}


def test_the_markers_are_in_what_went_in():
    secret = with_secrets()

    person, item = secret.delegations[0].people[0], secret.sheet.items[0]
    assert (person.key, person.languages) == (f"{MARK}KEY", (f"{MARK}LANGUAGES",))
    assert (item.contact, str(item.plan_b)) == (f"{MARK}CONTACT", f"{MARK}PLANB")
    assert len(secret.contacts) == 9


def test_every_field_of_every_kind_is_decided():
    assert redaction.undecided(redaction.PUBLIC) == ()


def test_a_field_that_nobody_decided_on_stops_the_paper():
    @dataclass(frozen=True)
    class Newer(Person):
        born: str = "1970"

    who = facts().people()[0]
    newer = Newer(**{field.name: getattr(who, field.name) for field in fields(Person)})
    profile = redaction.PUBLIC | {Newer: redaction.PUBLIC[Person]}

    assert redaction.undecided(profile) == ("Newer.born",)
    with pytest.raises(redaction.Undecided, match=r"Newer\.born"):
        redaction.applied(profile, newer)
    with pytest.raises(redaction.Undecided, match="Newer"):
        redaction.public(facts(delegations=(replace(facts().delegations[0], people=(newer,)),)))


def test_helpers_and_support_staff_are_not_named():
    made = redaction.public(facts())

    assert [who.family for who in made.people()] == [
        "南宮",
        "김",
        "髙橋",
        "岡﨑",
        "欧阳",
        "",
        "Fitzgerald-Montgomery",
    ]
    assert all(one.helpers == () for one in made.delegations)


def okazaki(found):
    return next(who for who in found.people() if who.family == "岡﨑")


def test_spellings_that_a_machine_made_are_not_published():
    who = okazaki(redaction.public(facts()))

    assert (who.latin_family, who.reading_family, who.latin_is_generated) == ("", "", False)
    with translation.override("en"):
        assert public_list.lacks(facts(), Wish(("ko",))) == (
            "1 Latin spelling is not confirmed by its owner and is left out.",
        )


def test_the_english_press_gets_spellings_that_a_machine_made_with_their_mark_and_what_it_means():
    who = okazaki(redaction.public(facts(), guessed_latin=True))
    made = public_list.build(facts(), EN)

    # A guessed reading stays inside all the same.
    assert (who.latin_is_generated, who.reading_family) == (True, "")
    cell = next(row.cells[1] for row in table(made).rows if plain(row.cells[0]).startswith("岡﨑"))
    assert [(run.text, run.style) for run in cell] == [("OKAZAKI Misaki", "machine")]
    assert any(isinstance(one, Paragraph) and plain(one.text).startswith("◦") for one in made.blocks)
    with translation.override("en"):
        assert public_list.lacks(facts(), EN) == (
            "1 Latin spelling is not confirmed by its owner and is printed with ◦.",
        )


def test_other_readers_get_no_guess_and_no_note_of_one():
    made = public_list.build(facts(), Wish(("ja",)))

    assert not any(
        run.style == "machine" for row in table(made).rows for cell in row.cells[:2] for run in cell
    )
    assert not any(isinstance(one, Paragraph) and plain(one.text).startswith("◦") for one in made.blocks)


def test_items_side_by_side_say_to_which_track_they_belong():
    made = tables(public_list.build(facts(), EN))

    assert [row[1].split("\n")[1:] for rows in made[2:] for row in rows if "Visits" in row[1]] == [["Visits"]]


def test_the_numbers_of_the_countries_stay_on_one_page_and_many_names_are_small():
    few, many = public_list.build(facts(), EN), public_list.build(big(60), EN)

    assert [(one.whole, one.dense) for one in few.blocks if isinstance(one, Table)][:2] == [
        (False, False),
        (True, False),
    ]
    assert table(many).dense


def test_a_name_that_the_reader_would_read_twice_stands_once():
    first = facts().delegations[0]
    kana = replace(
        first.people[0],
        family="嬉野",
        given="ほのか",
        script_language="ja",
        reading_family="うれしの",
        reading_given="ほのか",
        latin_family="",
        latin_given="",
    )

    made = table(public_list.build(facts(delegations=(replace(first, people=(kana,)),)), Wish(("zh-Hans",))))

    assert plain(made.rows[1].cells[0]) == "嬉野 ほのか"


def test_only_public_items_are_announced_and_none_that_is_only_sought():
    sheet = facts().sheet
    sought: SheetItem = replace(sheet.items[4], is_public=True)
    found = facts(sheet=replace(sheet, items=(*sheet.items[:4], sought, *sheet.items[5:])))

    made = redaction.public(found)

    assert [item.id for item in made.sheet.items] == [1, 2, 3, 4, 7, 8]


def test_rooms_are_named_and_interpreters_are_not():
    made = redaction.public(facts())

    assert [one.kind for one in made.sheet.resources] == ["room"]


def table(document):
    return next(one for one in document.blocks if isinstance(one, Table))


def tables(document):
    return [
        [[plain(cell) for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Table)
    ]


def test_a_name_is_printed_in_its_script_in_latin_letters_and_with_its_post():
    made = tables(public_list.build(facts(), Wish(("ko",))))

    assert made[0][:5] == [
        ["경상북도"],
        ["南宮敏秀\n남궁 민수", "NAMGUNG Minsu", "경상북도지사", "단장"],
        ["김민지", "KIM Minji", "국제관계과장", "부단장"],
        ["돗토리현"],
        ["髙橋 惣右衛門\n다카하시 소에몬", "TAKAHASHI Soemon", "돗토리현 지사\n鳥取県知事", "단장"],
    ]


def test_heads_alone_or_numbers_alone_can_be_given():
    heads = tables(public_list.build(facts(), Wish(("en",), options={"names": "heads"})))
    numbers = tables(
        public_list.build(facts(), Wish(("en",), options={"names": "numbers", "programme": "without"}))
    )

    assert [row[0].split("\n")[0] for row in heads[0] if len(row) > 1] == [
        "南宮敏秀",
        "髙橋 惣右衛門",
        "欧阳思远",
    ]
    assert numbers == [[["Korea", "2", "5"], ["Japan", "2", "3"], ["China", "1", "2"], ["Total", "5", "10"]]]


def test_the_programme_says_its_zone_and_hours():
    made = public_list.build(facts(), EN)

    headings = [plain(block.text) for block in made.blocks if isinstance(block, Heading)]
    of_day = [block for block in made.blocks if isinstance(block, Table)][-1]
    assert plain(of_day.columns[0].head) == "Time\nKST (UTC+9)"
    assert headings[-3:] == ["Public programme", "Wednesday 2 June 2027", "Thursday 3 June 2027"]
    assert tables(made)[-2][-1] == [
        "23:00–01:00 (+1)",
        "Night performance at Woljeonggyo",
        "Woljeonggyo Bridge",
    ]


def test_an_edition_of_nobody_and_nothing_is_still_a_paper():
    empty = facts(delegations=(), sheet=replace(facts().sheet, items=()))

    assert pdf.flow(public_list.build(empty, EN)).startswith(b"%PDF")
