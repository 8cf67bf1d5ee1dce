from interlocal.languages.tokens import hanja


def test_a_noun_has_the_han_words_it_comes_from() -> None:
    assert hanja.words("관광")[0] == "觀光"
    assert hanja.words("방재")[0] == "防災"


def test_a_compound_has_those_of_its_parts() -> None:
    assert hanja.words("지방소멸대응") == ("地方", "消滅", "對應")


def test_the_first_and_the_last_word_of_the_list_are_found() -> None:
    lines = hanja._block().decode().splitlines()
    for line in (lines[0], lines[1], lines[len(lines) // 2], lines[-1]):
        hangul, _, han = line.partition("\t")
        assert hanja._listed(hangul) == tuple(han.split(" "))


def test_a_native_or_foreign_word_has_none() -> None:
    assert hanja.words("워크숍") == ()
    assert hanja.words("가") == ()
    assert hanja.words("\ud800\ud800") == ()
