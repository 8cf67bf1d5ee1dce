import pytest

from interlocal.languages.tokens.latin import latin_word


@pytest.mark.parametrize(
    "forms",
    [
        "host hosts hosted hosting Hosting host’s",
        "policy policies",
        "revitalise revitalises revitalised revitalising revitalisation revitalize revitalization",
        "city cities",
        "plan plans planned planning",
        "create creates created creating",
        "labour labor",
        "ageing aging",
        "region regions regional",
        "cooperate cooperation",
        "centre center centres",
        "child children children's",
        "develop developing development",
    ],
)
def test_forms_of_a_word_meet(forms: str) -> None:
    assert len({latin_word(form) for form in forms.split()}) == 1


@pytest.mark.parametrize("others", ["state station", "new news", "nation nature", "bus business", "sea see"])
def test_other_words_stay_apart(others: str) -> None:
    first, second = others.split()

    assert latin_word(first) != latin_word(second)


def test_a_word_loses_its_marks() -> None:
    assert latin_word("Tōkyō") == "tokyo"
