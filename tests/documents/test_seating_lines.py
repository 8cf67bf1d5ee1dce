"""What stands on a seat: names whole and of one size, and from where somebody comes as far as there is room."""

from interlocal.documents.formats.document import text
from interlocal.documents.formats.seating_lines import cut, ems, seated, wrapped
from interlocal.documents.papers.wording import plain

LONG = text("일본지방자치단체국제화협회 서울사무소", "ko")


def said(lines, width=800.0, height=600.0, **more):
    found = seated({1: tuple(lines)}, width=width, height=height, **more)[1]
    return [plain(line.text) for line in found.lines]


def test_a_name_is_parted_at_its_space_and_nowhere_else():
    assert said([text("五十嵐 ひかる", "ja")], width=300) == ["五十嵐", "ひかる"]
    assert said([text("阿卜杜热合曼·买买提江", "zh-Hans")], width=300) == ["阿卜杜热合曼·", "买买提江"]
    assert said([text("五十嵐", "ja")], width=60) == ["五十嵐"]


def test_a_long_body_leaves_the_name_as_large_as_the_others():
    names = [text("김민지", "ko"), text("이서연", "ko")]
    bodies = [LONG, text("경상북도", "ko")]

    made = seated({1: (names[0], bodies[0]), 2: (names[1], bodies[1])}, width=800, height=600)

    assert made[1].size == made[2].size
    assert {line.size for one in made.values() for line in one.lines if line.strong} == {made[1].size}


def test_a_body_takes_more_lines_then_is_cut_and_where_it_could_not_be_read_is_left_to_the_list():
    name = text("김민지", "ko")

    assert "".join(said([name, LONG], height=900)[1:]).replace(" ", "") == plain(LONG).replace(" ", "")
    assert said([name, LONG], height=320, least=80)[1].endswith("…")
    assert said([name, LONG], height=320, least=200) == ["김민지"]


def test_what_is_cut_is_no_wider_than_its_room():
    made = cut(LONG, 8)

    assert plain(made) == "일본지방자치단…"
    assert ems(made) <= 8


def test_a_sentence_is_wrapped_at_words_and_no_line_begins_with_a_stop():
    assert [plain(line) for line in wrapped(text("代表団の順序。次に", "ja"), 6)] == [
        "代表団の順",
        "序。次に",
    ]
    assert [plain(line) for line in wrapped(text("Seen from the entrance", "en"), 6)] == [
        "Seen from",
        "the",
        "entrance",
    ]
