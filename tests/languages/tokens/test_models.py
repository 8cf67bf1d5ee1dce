"""The dictionaries: none before they are asked for, one set a thread."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from interlocal.languages.tokens import korean, models
from interlocal.languages.tokens.terms import index_terms

HEAVY = ("sudachipy", "rjieba", "mecab", "pypinyin")


@pytest.mark.slow
def test_importing_loads_no_dictionary() -> None:
    told = f"import sys, interlocal.languages.tokens.terms; print([m for m in {HEAVY!r} if m in sys.modules])"

    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.mark.slow
def test_an_english_text_loads_no_dictionary() -> None:
    told = (
        "import sys; from interlocal.languages.tokens.terms import index_terms; "
        "index_terms('Governors met in Tottori', lang='en'); "
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


def test_threads_read_side_by_side() -> None:
    texts = [
        ("鳥取県で会議を開いた", "ja"),
        ("경상북도에서 회의를 열었다", "ko"),
        ("在山东举行会议", "zh-Hans"),
    ] * 60
    alone = [index_terms(text, lang=lang) for text, lang in texts]

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda pair: index_terms(pair[0], lang=pair[1]), texts))

    assert together == alone


def test_korean_is_read_without_its_analyser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "korean_morphemes", lambda _: None)

    found = [word.text for word in korean.words("경상북도는 지방소멸 대응을 위해 유학생을 유치했다")]

    assert found == ["경상북도", "지방", "소멸", "지방소멸", "대응", "위해", "유학생", "유치"]
