"""Consent: which text, in which language, for what, and taking it back."""

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from interlocal.delegations import kinds
from interlocal.delegations.commands import consent, needs, personal
from interlocal.delegations.commands.consent import Agreed
from interlocal.delegations.models import Consent, Datum, Delegate
from interlocal.delegations.rules import consent as rules
from interlocal.delegations.rules import consent_texts
from interlocal.delegations.rules.needs import usual
from interlocal.ground.refused import Refused
from interlocal.ground.tongues import TONGUES
from interlocal.identity.walls import standing_as
from tests.delegations import scene

pytestmark = pytest.mark.django_db
NOON = scene.NOON


@pytest.fixture(autouse=True)
def own_keys(settings: Any, tmp_path: Path) -> None:
    settings.SECRETS = tmp_path


def somebody() -> Delegate:
    forum = scene.preparation()
    needs.ask(
        actor=scene.secretariat(),
        at=NOON,
        preparation=forum.slug,
        version=0,
        asked=[usual("email"), usual("passport"), usual("diet")],
    )
    return scene.delegate(scene.invitation(forum, "gyeongbuk"))


def give(one: Delegate, *classes: str, language: str = "ko", version: str = consent_texts.CURRENT) -> None:
    consent.give(
        actor=scene.own_page(one),
        at=NOON,
        preparation=one.preparation.slug,
        delegate=str(one.key),
        agreed=Agreed(version, language, classes),
    )


def standing(one: Delegate) -> list[Consent]:
    with standing_as(scene.own_page(one)):
        return list(Consent.objects.filter(withdrawn_at=None))


# Whoever alters a text that people agreed to breaks their consent: a new wording is a new version.
AGREED_TO = {
    ("2026-11", "ko"): "bf7738ca02769010f4dec2c68b14e7e3bad57efdbbc5aa8b1fd48d9b84ab9c58",
    ("2026-11", "ja"): "2280b2d915a4cacbe308dbf1e0c11acdf9ad5a9afe568cabf165bc4b7b6b82eb",
    ("2026-11", "zh-Hans"): "43b84559d9dd74dc5e9f7ef33c6b734cfe92f0180fecf94093e8acc4efb6fa90",
    ("2026-11", "en"): "cfa376ba158b11845215f2a8e14e84d499209788ecd5768a6320f643eeb8f37f",
}


def test_no_text_that_people_agreed_to_was_altered() -> None:
    now = {
        (version, tongue): consent_texts.text(version, tongue).sha256
        for version in consent_texts.versions()
        for tongue in TONGUES
    }

    assert now == AGREED_TO


def test_the_text_says_the_same_in_each_language() -> None:
    texts = [consent_texts.text(consent_texts.CURRENT, tongue) for tongue in TONGUES]

    assert [len(text.paragraphs) for text in texts] == [5, 5, 5, 5]
    assert len({text.sha256 for text in texts}) == 4


def test_a_language_without_a_text_gets_english() -> None:
    assert consent_texts.text(consent_texts.CURRENT, "mn").language == "en"


def test_consent_keeps_version_language_words_and_fields() -> None:
    one = somebody()

    give(one, "identity", language="ja")

    (kept,) = standing(one)
    words = "\n".join(consent_texts.text("2026-11", "ja").paragraphs)
    assert (kept.text_version, kept.language, kept.fields) == ("2026-11", "ja", ["passport"])
    assert kept.text_sha256 == hashlib.sha256(words.encode()).hexdigest()
    assert (kept.given_by, kept.given_at) == ("delegate", NOON)


def test_a_second_consent_adds_to_the_first() -> None:
    one = somebody()
    give(one, "identity")
    give(one, "sensitive")

    (kept,) = standing(one)

    assert kept.fields == ["passport", "diet"]


def test_the_same_consent_again_changes_nothing() -> None:
    one = somebody()
    give(one, "identity")
    (before,) = standing(one)

    give(one, "identity")

    assert standing(one) == [before]


def test_a_text_that_was_renewed_meanwhile_is_not_agreed_to() -> None:
    one = somebody()

    with pytest.raises(Refused) as caught:
        give(one, "identity", version="2025-01")

    assert (caught.value.code, standing(one)) == ("consent_outdated", [])


def test_contacts_need_no_consent() -> None:
    refusal = rules.obstacle_to_agreeing(version=consent_texts.CURRENT, classes=["contact"])

    assert refusal is not None
    assert refusal.code == "consent_unknown"


def test_withdrawing_erases_at_once_what_rested_on_it_and_only_that() -> None:
    one = somebody()
    place: dict[str, Any] = {"preparation": one.preparation.slug, "delegate": str(one.key)}
    personal.save(
        actor=scene.own_page(one),
        at=NOON,
        **place,
        typed={"email": "a@b.example", "passport": "M12345678", "diet": "halal"},
        agreed=Agreed(consent_texts.CURRENT, "ko", kinds.SEALED),
    )

    consent.withdraw(actor=scene.own_page(one), at=NOON + timedelta(hours=1), **place)

    with standing_as(scene.own_page(one)):
        left = list(Datum.objects.values_list("field", flat=True))
    assert (left, standing(one)) == (["email"], [])
    with pytest.raises(Refused) as caught:
        personal.save(actor=scene.own_page(one), at=NOON, **place, typed={"diet": "halal"})
    assert caught.value.code == "no_consent"


def test_withdrawing_twice_changes_nothing() -> None:
    one = somebody()
    place: dict[str, Any] = {"preparation": one.preparation.slug, "delegate": str(one.key), "at": NOON}
    give(one, "identity")

    consent.withdraw(actor=scene.own_page(one), **place)
    consent.withdraw(actor=scene.own_page(one), **place)

    with standing_as(scene.own_page(one)):
        assert Consent.objects.count() == 1


def test_another_body_cannot_withdraw() -> None:
    one = somebody()
    scene.invitation(one.preparation, "tottori")

    with pytest.raises(Delegate.DoesNotExist):
        consent.withdraw(
            actor=scene.coordinator("tottori"),
            at=NOON,
            preparation=one.preparation.slug,
            delegate=str(one.key),
        )


def test_a_reader_gives_no_consent() -> None:
    one = somebody()

    with pytest.raises(Refused) as caught:
        consent.give(
            actor=scene.reader("gyeongbuk"),
            at=NOON,
            preparation=one.preparation.slug,
            delegate=str(one.key),
            agreed=Agreed(consent_texts.CURRENT, "ko", ("identity",)),
        )

    assert caught.value.code == "not_yours"
