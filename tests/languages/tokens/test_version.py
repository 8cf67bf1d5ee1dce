import pytest

from interlocal.languages.tokens import version
from interlocal.languages.tokens.terms import TERMS_VERSION


def test_the_version_is_that_of_code_analysers_and_data() -> None:
    assert version.of_terms() == TERMS_VERSION


def test_another_analyser_is_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(version, "_ANALYSERS", ("no-such-analyser",))

    assert version.of_terms() != TERMS_VERSION
