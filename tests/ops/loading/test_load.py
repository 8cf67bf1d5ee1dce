"""Loading: all or nothing, twice is once, and a change changes just that."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from interlocal.evidence.models import Claim, Footnote, Source
from interlocal.identity.models import Entry
from interlocal.ops.loading import load as loading
from interlocal.programmes.models import Edition, Item, Series, Topic
from interlocal.registry.models import Body, BodyName, Person, Tenure
from tests.ops.loading.writing import HEAD, NOON, SOURCES, WORLD, load, said, write
from tests.owning import owning

pytestmark = pytest.mark.django_db

CHOSEN = "      - {attribute: participants, value: 25, chosen: true}\n"
RIVAL = "      - {attribute: participants, value: 32}\n"


def history() -> int:
    """The number of events over all tables."""
    events = [model for model in apps.get_models() if hasattr(model, "pgh_tracked_model")]
    assert events
    with owning():
        return sum(model._default_manager.count() for model in events)


def journal() -> list[tuple[str, str, str]]:
    return list(Entry.objects.order_by("id").values_list("verb", "subject_kind", "subject_key"))


def loaded_world(path: Path) -> None:
    """The world is in the record, and its journal is empty again: what follows is what a test does."""
    load(write(path))
    with owning():
        Entry.objects.all().delete()


def test_a_load_writes_one_journal_line_a_subject(tmp_path: Path) -> None:
    load(write(tmp_path))

    assert sorted(journal()) == [
        ("recorded", "body", "aoi"),
        ("recorded", "body", "haneul"),
        ("recorded", "body", "somae"),
        ("recorded", "edition", "meeting-1"),
        ("recorded", "person", "kim-bom"),
        ("recorded", "place", "hall"),
        ("recorded", "series", "meeting"),
        ("recorded", "source", "paper"),
        ("recorded", "tie", "haneul-aoi"),
        ("recorded", "topic", "tourism"),
    ]


def test_loading_twice_changes_nothing(tmp_path: Path) -> None:
    loaded_world(tmp_path)
    before = history()

    again = load(tmp_path)

    assert again.lines == []
    assert journal() == []
    assert history() == before


def test_a_changed_file_changes_just_that_and_leaves_what_it_was(tmp_path: Path) -> None:
    loaded_world(tmp_path)
    before = history()

    load(write(tmp_path, said(("signed: 1989-10-06", "signed: 1989-10-07"))))

    assert journal() == [("corrected", "tie", "haneul-aoi")]
    assert history() == before + 1
    sides = apps.get_model("registry", "TieSideEvent").objects.filter(pgh_label="update")
    assert [(str(side.signed_on)) for side in sides] == ["1989-10-07"]
    born = apps.get_model("registry", "TieSideEvent").objects.get(
        pgh_obj_id=sides[0].pgh_obj_id, pgh_label="insert"
    )
    assert str(born.signed_on) == "1989-10-06"


def test_a_corrected_spelling_is_an_altered_row(tmp_path: Path) -> None:
    loaded_world(tmp_path)
    name = BodyName.objects.get(text="葵県")

    loaded = load(write(tmp_path, said(("text: 葵県", "text: あおい県"))))

    assert BodyName.objects.get(pk=name.pk).text == "あおい県"
    assert [dict(line.details) for line in loaded.lines] == [
        {"body": {"altered": 1}, "bodyname": {"altered": 1}}
    ]


def test_a_changed_original_leaves_the_other_languages_behind(tmp_path: Path) -> None:
    world = said(("title: Opening", "title: {en: Opening, ko: {text: 개회, state: human}}"))
    load(write(tmp_path, world))

    load(write(tmp_path, said(("en: Opening,", "en: Grand opening,"), of=world)))

    title = Item.objects.get().title
    assert (title.shown("en").text, title.shown("en").state) == ("Grand opening", "original")
    assert (title.shown("ko").text, title.shown("ko").state) == ("개회", "outdated")


def test_one_claim_more_moves_no_claim_of_another_subject(tmp_path: Path) -> None:
    loaded_world(tmp_path)

    load(
        write(
            tmp_path,
            said(("    level: do\n", "    level: do\n    claims: [{attribute: members, value: 3}]\n")),
        )
    )

    assert journal() == [("corrected", "body", "haneul")]


@pytest.mark.parametrize("rival", [RIVAL.replace("32", "32, chosen: true"), RIVAL])
def test_another_claim_can_be_chosen(tmp_path: Path, rival: str) -> None:
    loaded_world(tmp_path)
    chosen = CHOSEN.replace(", chosen: true", "") if "chosen" in rival else ""

    load(write(tmp_path, said((CHOSEN, chosen), (RIVAL, rival))), remove=not chosen)

    assert list(Claim.objects.filter(chosen=True).values_list("value", flat=True)) == ["32"]
    assert journal() == [("corrected", "edition", "meeting-1")]


def test_ordinals_can_change_hands(tmp_path: Path) -> None:
    second = "  - {id: meeting-2, series: meeting, ordinal: %d, states: [{state: tentative}]}\n"
    world = said(("editions:\n", "editions:\n" + second % 2))
    load(write(tmp_path, world))

    load(write(tmp_path, said(("ordinal: 1\n", "ordinal: 2\n"), (second % 2, second % 1), of=world)))

    assert dict(Edition.objects.values_list("slug", "ordinal")) == {"meeting-1": 2, "meeting-2": 1}


def test_an_edition_under_a_new_id_takes_the_number_with_it(tmp_path: Path) -> None:
    loaded_world(tmp_path)

    load(write(tmp_path, said(("  - id: meeting-1\n", "  - id: first-meeting\n"))), remove=True)

    assert list(Edition.objects.values_list("slug", "ordinal")) == [("first-meeting", 1)]


def test_a_tenure_can_go_to_another_person(tmp_path: Path) -> None:
    loaded_world(tmp_path)

    load(write(tmp_path, said(("  - id: kim-bom\n", "  - id: kim-gaeul\n"))), remove=True)

    assert list(Tenure.objects.values_list("person__slug", flat=True)) == ["kim-gaeul"]


def test_a_body_under_a_new_id_keeps_its_code(tmp_path: Path) -> None:
    loaded_world(tmp_path)
    renamed = WORLD.replace("haneul", "haneul-do").replace("haneul-do-aoi", "haneul-aoi")

    load(write(tmp_path, renamed), remove=True)

    assert list(Body.objects.exclude(codes=None).values_list("slug", flat=True)) == ["haneul-do"]


def test_a_topic_that_moves_is_a_change_of_the_topic(tmp_path: Path) -> None:
    culture = "  - {id: culture, names: {en: Culture, ko: 문화, ja: 文化, zh-Hans: 文化}}\n"
    world = said(("topics:\n  -", f"topics:\n{culture}  -"))
    load(write(tmp_path, world))
    with owning():
        Entry.objects.all().delete()

    load(write(tmp_path, said(("zh-Hans: 旅游}}", "zh-Hans: 旅游}, broader: culture}"), of=world)))

    assert journal() == [("corrected", "topic", "tourism")]


def test_what_the_files_no_longer_hold_is_named_and_kept(tmp_path: Path) -> None:
    loaded_world(tmp_path)
    before = history()

    with pytest.raises(loading.WouldRemove) as refusal:
        load(write(tmp_path, said(("    topics: [tourism]\n", ""), (RIVAL, ""))))

    assert [subject for subject, _ in refusal.value.rows] == ["series meeting", "edition meeting-1"]
    assert refusal.value.rows[1] == ("edition meeting-1", "claim edition/meeting-1 participants 32")
    assert (journal(), history(), Claim.objects.count()) == ([], before, 2)


def test_a_whole_record_can_go_and_its_history_stays(tmp_path: Path) -> None:
    loaded_world(tmp_path)

    load(write(tmp_path, HEAD.replace("cite: paper, ", "")), remove=True)

    gone = (Source, Body, Person, Topic, Series, Edition, Claim, Footnote)
    assert [model._default_manager.count() for model in gone] == [0] * len(gone)
    assert {verb for verb, _, _ in journal()} == {"removed"}
    left = (
        apps.get_model("registry", "BodyEvent")
        .objects.filter(pgh_label="delete")
        .values_list("slug", flat=True)
    )
    assert sorted(left) == ["aoi", "haneul", "somae"]


def test_what_is_still_named_cannot_leave(tmp_path: Path) -> None:
    loaded_world(tmp_path)
    place = "  - {id: hall, kind: venue, body: somae, names: [{lang: en, text: Hall}]}\n"

    with pytest.raises(loading.Unloadable) as refusal:
        load(write(tmp_path, said((place, ""))), remove=True)

    assert [str(problem) for problem in refusal.value.problems] == [
        "world.yaml:47 [place] The place “hall” is no longer in these files, but this still names it."
    ]
    assert journal() == []


def test_what_another_record_names_cannot_leave(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir(), second.mkdir()
    load(write(first))
    more = HEAD.replace("test", "more").replace("paper", "leaf") + SOURCES.replace("paper", "leaf")
    yard = "places:\n  - {id: yard, kind: venue, body: somae, names: [{lang: en, text: Yard}]}\n"
    load(write(second, more + yard))

    with pytest.raises(loading.Unloadable) as refusal:
        load(write(first, HEAD.replace("cite: paper, ", "")), remove=True)

    assert [str(problem) for problem in refusal.value.problems] == [
        "test “yard”, of another record, still names what these files no longer hold."
    ]


def test_records_do_not_touch_each_other(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir(), second.mkdir()
    loaded_world(first)
    more = HEAD.replace("test", "more").replace("paper", "leaf") + SOURCES.replace("paper", "leaf")

    load(write(second, more))

    assert journal() == [("recorded", "source", "leaf")]
    assert Claim.objects.count() == 2


def test_a_load_that_is_broken_off_leaves_nothing(tmp_path: Path) -> None:
    def step(name: str) -> None:
        if name == "claims":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        loading.load(actor=loading.Actor("test"), at=NOON, path=write(tmp_path), step=step)

    assert (Source.objects.count(), Body.objects.count(), history(), journal()) == (0, 0, 0, [])


def test_all_events_of_a_load_share_one_context(tmp_path: Path) -> None:
    load(write(tmp_path))

    with connection.cursor() as cursor:
        cursor.execute("select count(distinct pgh_context_id) from registry_bodyevent")
        assert cursor.fetchone() == (1,)
