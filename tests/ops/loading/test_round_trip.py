"""The downloaded record goes back in and changes nothing; out of another house it comes as the same bytes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from interlocal.documents.record_file import whole_record
from interlocal.evidence.models import Citation, Claim, Footnote, Source
from interlocal.evidence.models import Claim as AnyClaim
from interlocal.identity.commands import Line
from interlocal.identity.kinds import LOADER
from interlocal.identity.models import Entry
from interlocal.ops.loading.load import load
from interlocal.programmes.models import Edition, Place, Series, Topic
from interlocal.registry.models import Body, BodyParent, Person, Tie

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

# Every field of every entry at least once, and every way a text, a date or a citation can be.
EVERYTHING = """
record: public
defaults: {cite: [own-2026], original: en, translations: machine}
sources:
  - {id: own-2026, kind: own, publisher: Interlocal, title: Set down by the makers, language: en, published: "2026"}
  - id: paper-2025
    kind: press
    publisher: {original: ko, ko: 신문, en: The Paper}
    title: {original: ja, ja: "知事会議 \\u2028 が\\u0085開かれる", en: {text: Governors meet, state: human}, ko: {text: 지사회의, state: outdated}}
    language: ja
    published: 2025-11
    accessed: 2026-03-02
    url: https://paper.example/2025?a=1&b=2
    sha256: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
    note: {en: "“Quoted” — and a \\\\ and\\ttab"}
bodies:
  - {id: korea, kind: country, country: KR, names: [{lang: ko, text: 대한민국}]}
  - {id: old-korea, kind: country, country: KR, from: "1897", until: "1910", names: [{lang: ko, text: 대한제국}]}
  - id: gangwon
    kind: province
    level: special-self-governing-province
    country: KR
    from: "1395"
    until: 2099-12
    seat: [127.7298, 0.00001]
    website: https://gangwon.example/
    about: {en: A province., ko: {text: 도, state: human}}
    within: [{body: old-korea, from: "1897", until: "1910", cite: [paper-2025 § p. 2]}, korea]
    names:
      - {lang: ko, text: 강원특별자치도, from: 2023-06-11, cite: [paper-2025, own-2026 § names]}
      - {lang: ko, text: 강원도, kind: former, until: 2023-06-11}
      - {lang: ja, text: 江原, kind: short, script: Jpan}
      - {lang: en, text: Gangwon State, machine: true}
    codes:
      - {scheme: kr-admin, value: "42", until: 2023-06-11, successor: "51"}
      - {scheme: kr-admin, value: "51", from: 2023-06-11}
    posts:
      - {id: governor, kind: head, title: {ko: 도지사, original: ko}, rank: 10}
      - {id: adviser, kind: official, title: Adviser, sole: false}
  - {id: tottori, kind: province, level: ken, country: JP, names: [{lang: ja, text: 鳥取県}]}
  - id: garok
    kind: association
    country: KR
    names: [{lang: en, text: GAROK}]
    members: [gangwon, {body: tottori, role: observer, from: "1999", until: 2001-02}]
    claims:
      - {attribute: members, value: 17, chosen: true, kind: official, as_of: "2018"}
      - {attribute: members, value: about 20, note: {en: A rounded number.}}
people:
  - id: kim-jin-tae
    country: KR
    names:
      - {lang: ko, text: 김진태, family: 김, given: 진태}
      - {lang: en, text: Kim Jin-tae, family: Kim, given: Jin-tae, own: true}
    tenures:
      - {post: gangwon/governor, from: 2022-07-01, as_of: 2025-11-12}
      - {post: gangwon/adviser, until: "2020", acting: true, seconded_from: tottori}
    claims: [{attribute: other, value: {original: ko, ko: 말, en: A word}}]
ties:
  - id: gangwon-tottori
    state: in_force
    from: 1994-11-07
    until: "2094"
    about: {ko: 오랜 관계, original: ko}
    sides:
      - {body: tottori, type: friendship, signed: 1994-11-07, approved: "1994", approved_by: council}
      - {body: gangwon, type: other, words: {original: ko, ko: 우호교류}}
places:
  - {id: sokcho, kind: city, body: gangwon, at: [128.59, 38], heritage: unesco, names: [{lang: ko, text: 속초}]}
topics:
  - {id: culture, names: {en: Culture, ko: 문화, ja: 文化, zh-Hans: 文化}}
  - {id: tourism, broader: culture, names: {original: ko, ko: 관광, en: Tourism, ja: {text: 観光, state: human}, zh-Hans: 旅游}}
series:
  - id: kjgm
    kind: meeting
    names: [{lang: ko, text: 한일지사회의, until: "2025"}, {lang: ko, text: 한일시장지사회의, from: "2025"}]
    from: "1999"
    until: "2090"
    cadence: {months: 24, cite: [paper-2025]}
    rotation: [KR, JP]
    organisers: [{body: garok, role: co-organiser, from: "1999", until: "2020"}, garok]
    topics: [tourism, culture]
    about: A meeting.
    claims:
      - {attribute: cadence, value: every 2 years since 1999}
      - {attribute: eligible, of: KR, value: 17}
editions:
  - {id: kjgm-9, series: kjgm, states: [{state: tentative}]}
  - id: kjgm-8
    series: kjgm
    ordinal: 8
    title: {original: ko, ko: 제8회, en: {text: The eighth, state: outdated}}
    mode: hybrid
    about: {en: "2025"}
    states:
      - {state: announced, on: 2025-01, planned: 2025-07/2025-12, note: {en: Planned.}, cite: [paper-2025 § para. 1]}
      - {state: held, on: 2025-11-13, planned: "2025", days: 2025-11-12/2025-11-13}
    bodies: [{body: gangwon, capacity: host}, tottori]
    office_holders:
      - {person: kim-jin-tae, post: gangwon/governor, body: gangwon, capacity: chair, attendance: represented, in_place_of: gangwon/adviser}
      - {post: gangwon/adviser, capacity: guest}
    places: [{place: sokcho, role: venue}, sokcho]
    topics: [culture, tourism]
    items:
      - id: welcome
        kind: ceremony
        state: planned
        day: 2025-11-12
        starts: "10:00"
        ends: "10:30"
        zone: Asia/Seoul
        title: {ko: 환영식, original: ko}
        about: Speeches.
        place: sokcho
        topics: [tourism, culture]
        people: [{person: kim-jin-tae, role: host}, {post: gangwon/adviser, body: gangwon, role: speaker}]
      - {id: free, kind: other, day: 2025-11, title: Free time}
    outcomes:
      - id: forum
        kind: exploring
        text: {en: A youth forum.}
        by: [{body: gangwon}, {person: kim-jin-tae}, {body: tottori, person: kim-jin-tae}]
        item: welcome
        cite: [paper-2025 § 끝]
      - {id: statement, kind: signed, text: A statement.}
    claims:
      - {attribute: participants, value: 88, as_of: "2025"}
      - {attribute: participants, of: KR, value: over 40}
      - {attribute: dates, value: 2025-11-12/2025-11-13, chosen: true, kind: announced}
      - {attribute: dates, value: 2025-11-12}
"""  # one line an entry is easier to read


def loaded(folder: Path, text: str, *, remove: bool = False) -> list[Line]:
    file = folder / "record.yaml"
    file.write_text(text)
    return load(actor=LOADER, at=NOON, path=file, remove=remove).lines


def empty_the_house(folder: Path) -> None:
    loaded(folder, "record: public\n", remove=True)


def test_loading_the_whole_record_back_changes_nothing(tmp_path: Path) -> None:
    loaded(tmp_path, EVERYTHING)

    lines = loaded(tmp_path, whole_record())

    assert lines == []


def test_the_record_comes_out_of_another_house_as_the_same_bytes(tmp_path: Path) -> None:
    loaded(tmp_path, EVERYTHING)
    first = whole_record()
    empty_the_house(tmp_path)
    gone = [
        model.objects.count() for model in (Source, Body, Person, Tie, Place, Topic, Series, Edition, Claim)
    ]

    loaded(tmp_path, first)

    assert gone == [0] * 9
    assert whole_record() == first


def test_every_field_a_file_can_have_is_in_the_whole_record(tmp_path: Path) -> None:
    loaded(tmp_path, EVERYTHING)

    text = whole_record()

    assert [word for word in fields_of_all_shapes() if f'"{word}":' not in text] == []


def fields_of_all_shapes() -> list[str]:
    from interlocal.ground.entries import Entry
    from interlocal.ops.loading import shapes

    waiting, seen = [Entry], []
    while waiting:
        shape = waiting.pop()
        waiting.extend(shape.__subclasses__())
        seen.append(shape)
    concrete = [shape for shape in seen if not shape.__subclasses__()]
    return sorted(
        {field.written for shape in concrete for field in shapes.fields_of(shape)} | {"cite", "record"}
    )


def test_of_two_parents_the_present_one_stays_so(tmp_path: Path) -> None:
    open_ended = EVERYTHING.replace(
        'until: "1910", cite: [paper-2025 § p. 2]}, korea]', "cite: [paper-2025]}, korea]"
    )
    loaded(tmp_path, open_ended)
    loaded(tmp_path, open_ended.replace("within: [", "within: [korea, ").replace("]}, korea]", "]}]"))
    before = Body.objects.get(slug="gangwon").parent

    lines = loaded(tmp_path, whole_record())

    assert lines == []
    assert before == Body.objects.get(slug="korea") == Body.objects.get(slug="gangwon").parent
    assert BodyParent.objects.filter(body__slug="gangwon").count() == 2


def test_an_outdated_translation_stays_outdated_in_another_house(tmp_path: Path) -> None:
    loaded(tmp_path, EVERYTHING)
    first = whole_record()
    empty_the_house(tmp_path)

    loaded(tmp_path, first)

    assert Edition.objects.get(slug="kjgm-8").title.says() == {
        "en": ("The eighth", "outdated"),
        "ko": ("제8회", "original"),
    }


def test_a_record_of_nothing_is_a_file_that_loads(tmp_path: Path) -> None:
    text = whole_record()

    assert loaded(tmp_path, text) == []
    assert Entry.objects.count() == 0


def test_more_rows_cost_no_more_queries(tmp_path: Path) -> None:
    loaded(tmp_path, EVERYTHING)
    with CaptureQueriesContext(connection) as few:
        whole_record()
    for number in range(3):
        again = Body.objects.get(slug="tottori")
        again.pk, again.slug = None, f"more-{number}"
        again.save()
    with CaptureQueriesContext(connection) as more:
        whole_record()

    assert len(more) == len(few)


def test_only_the_record_asked_for_is_in_the_file(tmp_path: Path) -> None:
    loaded(tmp_path, EVERYTHING)

    text = whole_record(record="another")

    assert '"id"' not in text
    assert Footnote.objects.exists()
    assert Citation.objects.exists()
    assert AnyClaim.objects.exists()
