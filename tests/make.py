"""Rows for tests, made by plain functions: what a scene does not name is the least the database takes.

Sorted by room; names are given as `{"ko": "강원특별자치도", "en": "Gangwon State"}`.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, time
from time import sleep
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from psycopg.types.range import DateRange

from interlocal.evidence.kinds import Attribute
from interlocal.evidence.models import Citation, Claim, Footnote, Source
from interlocal.evidence.rules import read_value
from interlocal.ground.dates import PartialDate
from interlocal.ground.texts import Localised, localised
from interlocal.identity.models import Entry, User
from interlocal.languages.scripts import script_of
from interlocal.programmes.models import (
    BodyParticipation,
    Edition,
    EditionPlace,
    EditionState,
    Item,
    ItemParticipation,
    OfficeHolderParticipation,
    Outcome,
    OutcomeVoice,
    Place,
    Series,
    Topic,
)
from interlocal.registry.models import (
    Body,
    BodyCode,
    BodyName,
    BodyParent,
    Mandate,
    Membership,
    Person,
    PersonName,
    Post,
    Tenure,
    Tie,
    TieSide,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
Names = Mapping[str, str]


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def text(words: str, lang: str = "en", **others: str) -> Localised:
    """A text with its original in `lang`; translations as `ko="…"`, made by people."""
    return localised(lang, {lang: words, **{code.replace("_", "-"): said for code, said in others.items()}})


def label(names: Names, *, short: Names | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {lang: {"official": [[name, None, None]]} for lang, name in names.items()}
    for lang, name in (short or {}).items():
        found.setdefault(lang, {})["short"] = [[name, None, None]]
    return found


def sort_keys(names: Names) -> dict[str, str]:
    first = next(iter(names.values()))
    return {lang: names.get(lang, first).lower() for lang in ("ko", "ja", "zh-Hans", "en")}


# identity


def told(
    kind: str, key: str, *, verb: str = "recorded", at: datetime = NOON, details: dict[str, Any] | None = None
) -> Entry:
    """A line of the journal about a subject, without the change itself."""
    return Entry.objects.create(
        actor="test", verb=verb, subject_kind=kind, subject_key=key, at=at, details=details or {}
    )


def user(
    email: str = "haneul@office.example",
    *,
    name: str = "Haneul",
    password: str = "",
    language: str = "",
    is_administrator: bool = False,
    is_demo: bool = False,
) -> User:
    """Somebody who can sign in; without a password only by a link or as a test says."""
    made = User(email=email, name=name, language=language, is_administrator=is_administrator, is_demo=is_demo)
    made.set_password(password or None)
    made.save()
    return made


def mandate(
    holder: User, of: Body, role: str = "coordinator", *, from_on: date = date(2020, 1, 1)
) -> Mandate:
    return Mandate.objects.create(
        user=holder, body=of, role=role, during=DateRange(from_on, None), given_at=NOON
    )


def settle() -> None:
    """Wait until followers may read all lines: other tests' transactions on the same server hold them back."""
    last = "select max(xid::text::bigint) from identity_entry"
    oldest = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    for _ in range(600):
        with connection.cursor() as cursor:
            cursor.execute(f"select coalesce(({last}) < {oldest}, true)")
            if cursor.fetchone() == (True,):
                return
        sleep(0.05)
    raise TimeoutError("a transaction has been open for 30 s")


# evidence


def source(
    slug: str = "paper-2018", *, title: str = "Governors meet", publisher: str = "The Paper"
) -> Source:
    fields = {"kind": "press", "publisher": text(publisher), "title": text(title), "language": "en"}
    return Source.objects.get_or_create(slug=slug, defaults=fields)[0]


@transaction.atomic
def footnote(*sources: Source, place: str = "") -> Footnote:
    """A footnote that cites these sources, or a first one."""
    cited = sources or (source(),)
    made = Footnote.objects.create(digest=uuid4().hex * 2)
    for position, one in enumerate(cited):
        Citation.objects.create(footnote=made, position=position, source=one, place=place)
    return made


def claim(
    subject: str,
    attribute: str,
    value: str,
    *,
    chosen: bool = False,
    of: str = "",
    cites: Source | None = None,
) -> Claim:
    """What a source says of a subject (`edition/kjgm-6`), as a record file would write the value."""
    kind, _, key = subject.partition("/")
    read = read_value(Attribute(attribute), value)
    return Claim.objects.create(
        subject_kind=kind,
        subject_key=key,
        attribute=attribute,
        part=of,
        value=read.value,
        number=read.number,
        qualifier=read.qualifier,
        kind="reported",
        chosen=chosen,
        footnote=footnote(*([cites] if cites else [])),
    )


# registry


def body(
    slug: str = "gyeongbuk",
    names: Names | None = None,
    *,
    kind: str = "province",
    country: str = "KR",
    short: Names | None = None,
) -> Body:
    names = names or {"ko": "경상북도", "en": "Gyeongsangbuk-do"}
    return Body.objects.create(
        slug=slug,
        kind=kind,
        country=country,
        label=label(names, short=short),
        sort_keys=sort_keys(names),
        footnote=footnote(),
    )


def person(slug: str = "lee-cheol-woo", names: Names | None = None, *, country: str = "KR") -> Person:
    names = names or {"ko": "이철우", "en": "Lee Cheol-woo"}
    return Person.objects.create(
        slug=slug, label=label(names), sort_keys=sort_keys(names), country=country, footnote=footnote()
    )


def tie(slug: str, *sides: Body, state: str = "in_force") -> Tie:
    made = Tie.objects.create(slug=slug, state=state, footnote=footnote())
    for position, side in enumerate(sides):
        TieSide.objects.create(tie=made, body=side, type="sister", position=position, footnote=footnote())
    return made


def body_name(
    of: Body,
    lang: str,
    words: str,
    *,
    kind: str = "official",
    since: str = "",
    until: str = "",
    machine: bool = False,
) -> BodyName:
    """A name as a row; the label, which pages show, is the caller's."""
    return BodyName.objects.create(
        body=of,
        language=lang,
        script=script_of(words),
        kind=kind,
        text=words,
        machine=machine,
        from_on=_day(since),
        until_on=_day(until),
        position=of.names.count(),
        footnote=footnote(),
    )


def body_code(
    of: Body, value: str, *, scheme: str = "iso-3166-2", until: str = "", successor: str = ""
) -> BodyCode:
    return BodyCode.objects.create(
        body=of, scheme=scheme, value=value, until_on=_day(until), successor=successor, footnote=footnote()
    )


def part_of(whole: Body, part: Body, *, until: str = "") -> BodyParent:
    return BodyParent.objects.create(body=part, parent=whole, until_on=_day(until), footnote=footnote())


def member(association: Body, of: Body, *, role: str = "member") -> Membership:
    return Membership.objects.create(association=association, body=of, role=role, footnote=footnote())


def post(
    of: Body,
    slug: str = "governor",
    title: str = "Governor",
    *,
    kind: str = "head",
    rank: int = 10,
    sole: bool = True,
) -> Post:
    return Post.objects.create(
        body=of, slug=slug, title=text(title), kind=kind, rank=rank, sole=sole, footnote=footnote()
    )


def tenure(
    of: Person,
    held: Post,
    *,
    since: str = "",
    until: str = "",
    as_of: str = "",
    acting: bool = False,
    seconded_from: Body | None = None,
) -> Tenure:
    return Tenure.objects.create(
        person=of,
        post=held,
        from_on=_day(since),
        until_on=_day(until),
        as_of=_day(as_of),
        acting=acting,
        seconded_from=seconded_from,
        sole=held.sole,
        footnote=footnote(),
    )


def person_name(
    of: Person, lang: str, words: str, *, kind: str = "official", own: bool = False, machine: bool = False
) -> PersonName:
    return PersonName.objects.create(
        person=of,
        language=lang,
        script=script_of(words),
        kind=kind,
        text=words,
        own=own,
        machine=machine,
        position=of.names.count(),
        footnote=footnote(),
    )


def side(
    of: Tie, view: Body, *, kind: str = "sister", words: Localised | None = None, signed: str = ""
) -> TieSide:
    """One more side of a tie, with its own type, words and date."""
    return TieSide.objects.create(
        tie=of,
        body=view,
        type=kind,
        words=words,
        signed_on=_day(signed),
        position=of.sides.count(),
        footnote=footnote(),
    )


def _day(written: str) -> PartialDate | None:
    return day(written) if written else None


# programmes


def topic(slug: str = "tourism", names: Names | None = None) -> Topic:
    names = names or {"ko": "관광", "ja": "観光", "zh-Hans": "旅游", "en": "Tourism"}
    return Topic.objects.create(slug=slug, label=label(names), sort_keys=sort_keys(names))


def place(slug: str = "incheon-city", names: Names | None = None, *, kind: str = "city") -> Place:
    names = names or {"ko": "인천", "en": "Incheon"}
    return Place.objects.create(
        slug=slug, label=label(names), sort_keys=sort_keys(names), kind=kind, footnote=footnote()
    )


def series(slug: str = "kjgm", names: Names | None = None, *, kind: str = "meeting") -> Series:
    names = names or {"ko": "한일지사회의", "en": "Korea-Japan Governors' Meeting"}
    return Series.objects.create(
        slug=slug, label=label(names), sort_keys=sort_keys(names), kind=kind, footnote=footnote()
    )


def edition(
    slug: str,
    of: Series,
    *,
    ordinal: int | None = None,
    on: str = "2018-10-25",
    state: str = "held",
    hosts: Sequence[Body] = (),
    places: Sequence[Place] = (),
) -> Edition:
    """An edition held (or, in another state, planned) on that day."""
    known = day(on)
    days = {"from_on": known, "until_on": known.next}
    planned = {f"planned_{name}": value for name, value in days.items()}
    made = Edition.objects.create(
        slug=slug,
        series=of,
        ordinal=ordinal,
        state=state,
        sorts_on=known.first,
        footnote=footnote(),
        **(days if state == "held" else planned),
    )
    for position, host in enumerate(hosts):
        BodyParticipation.objects.create(
            edition=made, body=host, capacity="host", position=position, footnote=footnote()
        )
    for position, where in enumerate(places):
        EditionPlace.objects.create(
            edition=made, place=where, role="city", position=position, footnote=footnote()
        )
    return made


# programmes: what is said of an edition, its programme and what came of it


def state(of: Edition, state: str, *, said: str = "", planned: str = "", held: str = "") -> EditionState:
    """The next thing said of an edition; planned and held are single days."""
    on, plan = _day(held), _day(planned)
    return EditionState.objects.create(
        edition=of,
        position=of.states.count(),
        state=state,
        said_on=_day(said),
        from_on=on,
        until_on=on.next if on else None,
        planned_from_on=plan,
        planned_until_on=plan.next if plan else None,
        footnote=footnote(),
    )


def item(
    of: Edition,
    slug: str = "welcome",
    title: str = "Welcome",
    *,
    kind: str = "ceremony",
    state: str = "done",
    on: str = "",
    starts: str = "",
    ends: str = "",
    at: Place | None = None,
    topics: Sequence[Topic] = (),
    speaker: Person | None = None,
) -> Item:
    made = Item.objects.create(
        edition=of,
        slug=slug,
        position=of.items.count(),
        kind=kind,
        state=state,
        day=_day(on),
        starts=time.fromisoformat(starts) if starts else None,
        ends=time.fromisoformat(ends) if ends else None,
        zone="Asia/Seoul" if starts else "",
        title=text(title),
        place=at,
        footnote=footnote(),
    )
    made.topics.set(topics)
    if speaker:
        ItemParticipation.objects.create(item=made, person=speaker, role="speaker", footnote=footnote())
    return made


def outcome(of: Edition, slug: str, words: str, *, kind: str = "agreed", by: Sequence[Body] = ()) -> Outcome:
    made = Outcome.objects.create(
        edition=of, slug=slug, position=of.outcomes.count(), kind=kind, text=text(words), footnote=footnote()
    )
    for position, one in enumerate(by):
        OutcomeVoice.objects.create(outcome=made, body=one, position=position)
    return made


def took_part(of: Edition, who: Body, *, capacity: str = "participant") -> BodyParticipation:
    position = of.bodies.count()
    return BodyParticipation.objects.create(
        edition=of, body=who, capacity=capacity, position=position, footnote=footnote()
    )


def attended(
    of: Edition,
    who: Person | None,
    *,
    post: Post | None = None,
    capacity: str = "participant",
    attendance: str = "attended",
    in_place_of: Post | None = None,
) -> OfficeHolderParticipation:
    return OfficeHolderParticipation.objects.create(
        edition=of,
        person=who,
        post=post,
        body=post.body if post else None,
        capacity=capacity,
        attendance=attendance,
        in_place_of=in_place_of,
        position=of.office_holders.count(),
        footnote=footnote(),
    )
