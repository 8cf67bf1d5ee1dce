"""Generated bodies, people, ties and places."""

from dataclasses import dataclass, field

from bench.making import Counts, Making
from bench.words import THEMES, government_names, person_names, plain_names, said, stem_words, text
from interlocal.ground.dates import PartialDate
from interlocal.programmes.models import Place, PlaceName, Topic
from interlocal.registry import rules
from interlocal.registry.commands.names import labelled_by_text
from interlocal.registry.models import (
    Body,
    BodyCode,
    BodyName,
    BodyParent,
    Membership,
    Person,
    PersonName,
    Post,
    Tenure,
    Tie,
    TieSide,
)

COUNTRIES = ("KR", "JP", "CN")
SCHEMES = {"KR": "kr-admin", "JP": "jp-lgcode", "CN": "cn-gbt2260"}
LEVELS = {
    ("KR", "province"): "do",
    ("JP", "province"): "ken",
    ("CN", "province"): "province",
    ("KR", "municipality"): "si",
    ("JP", "municipality"): "city",
    ("CN", "municipality"): "city",
}
# Around which a country's bodies lie: longitude, latitude, and how far in degrees.
LANDS = {"KR": (127.8, 36.3, 1.4), "JP": (138.0, 36.0, 3.0), "CN": (112.0, 32.0, 8.0)}
POSTS = (
    ("head", 10, ("지사", "知事", "省长", "Governor")),
    ("deputy", 20, ("부지사", "副知事", "副省长", "Vice Governor")),
    (
        "director",
        40,
        ("국제교류과장", "国際交流課長", "国际交流处处长", "Director of International Exchange"),
    ),
)
PLACE_FORMS = {
    "venue": ("{} 컨벤션센터", "{}国際会議場", "{}会议中心", "{} Convention Center"),
    "temple": ("{}사", "{}寺", "{}寺", "{} Temple"),
    "museum": ("{} 박물관", "{}博物館", "{}博物馆", "{} Museum"),
    "hotel": ("{} 호텔", "{}ホテル", "{}酒店", "{} Hotel"),
}


@dataclass(slots=True)
class Registered:
    """What programmes can be made of."""

    bodies: dict[str, list[Body]] = field(default_factory=lambda: {country: [] for country in COUNTRIES})
    posts: dict[int, list[Post]] = field(default_factory=dict)
    people: list[tuple[Person, Post]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)


def register(making: Making, counts: Counts, prefix: str) -> Registered:
    made = Registered()
    make_bodies(making, counts.bodies, prefix, made)
    make_people(making, counts.people, prefix, made)
    make_ties(making, counts.ties, prefix, made)
    make_topics(making, prefix, made)
    make_places(making, counts.places, prefix, made)
    return made


def make_bodies(making: Making, how_many: int, prefix: str, made: Registered) -> None:
    """Of twenty bodies of a country one is a province, seventeen are in it; one association, one office."""
    kinds = ("province", *("municipality",) * 17, "association", "office")
    held: dict[str, Body] = {}
    for number in range(how_many):
        country, kind = COUNTRIES[number % 3], kinds[number // 3 % 20]
        within = held.get(country) if kind != "province" else None
        body = _body(making, f"{prefix}-body-{number}", number, kind, country, within)
        if kind == "province":
            held[country] = body
        made.bodies[country].append(body)
        made.posts[body.pk] = [_post(making, body, *post) for post in POSTS]
        if kind == "association":
            _join(making, body, made.bodies[country][-19:-1])


def _body(making: Making, slug: str, number: int, kind: str, country: str, within: Body | None) -> Body:
    longitude, latitude, spread = LANDS[country]
    body = Body(
        slug=slug,
        record="bench",
        kind=kind,
        level=LEVELS.get((country, kind), ""),
        country=country,
        parent=within,
        longitude=round(longitude + making.random.uniform(-spread, spread), 4),
        latitude=round(latitude + making.random.uniform(-spread, spread), 4),
        website=f"https://{slug}.example.org/",
        about=text(
            ("{} 지방정부.", "{}の地方自治体。", "{}的地方政府。", "A local government of {}."),
            (country,) * 4,
        ),
        footnote_id=making.any_footnote(),
    )
    making.named(body, BodyName, "body", government_names(making.stem(number), country, kind))
    footnote = body.footnote_id
    making.pile.add(
        BodyCode(body=body, scheme=SCHEMES[country], value=f"9{body.pk:06d}", footnote_id=footnote)
    )
    if within:
        making.pile.add(BodyParent(body=body, parent=within, from_on=PartialDate(1990), footnote_id=footnote))
    return body


def _post(making: Making, body: Body, kind: str, rank: int, title: tuple[str, ...]) -> Post:
    post = Post(
        body=body,
        slug=kind,
        kind=kind,
        title=text(("{}",) * 4, title),
        rank=rank,
        footnote_id=body.footnote_id,
    )
    return making.pile.add(post)


def _join(making: Making, association: Body, members: list[Body]) -> None:
    for position, member in enumerate(members):
        role = "chair" if position == 0 else "member"
        row = Membership(association=association, body=member, role=role, from_on=PartialDate(2000))
        row.footnote_id = association.footnote_id
        making.pile.add(row)


def make_people(making: Making, how_many: int, prefix: str, made: Registered) -> None:
    """Each holds a post of his own, the head of a body first, since some year."""
    bodies = [body for country in COUNTRIES for body in made.bodies[country]]
    making.random.shuffle(bodies)
    seats = [made.posts[body.pk][which] for which in range(len(POSTS)) for body in bodies]
    for number in range(min(how_many, len(seats))):
        post = seats[number]
        person = Person(slug=f"{prefix}-person-{number}", record="bench", country=post.body.country)
        person.footnote_id = making.any_footnote()
        names = person_names(making.random, making.stem(number * 7 + 3), person.country)
        making.named(person, PersonName, "person", names)
        _seat(making, person, post)
        made.people.append((person, post))


def _seat(making: Making, person: Person, post: Post) -> None:
    since, seen = making.day(2010, 2020), making.day(2021, 2025)
    making.pile.add(
        Tenure(
            person=person,
            post=post,
            sole=post.sole,
            from_on=since,
            as_of=seen,
            certain=rules.certain_days(since, None, seen),
            footnote_id=person.footnote_id,
        )
    )


def make_ties(making: Making, how_many: int, prefix: str, made: Registered) -> None:
    """Each between governments of two countries; one in ten asleep or ended."""
    for number in range(how_many):
        one, other = making.random.sample(COUNTRIES, 2)
        sides = [making.random.choice(made.bodies[country]) for country in (one, other)]
        since = making.day()
        state = "in_force" if number % 10 else "ended"
        tie = Tie(slug=f"{prefix}-tie-{number}", record="bench", state=state, from_on=since)
        tie.footnote_id = making.any_footnote()
        making.pile.add(tie)
        making.line("tie", tie.slug)
        for position, body in enumerate(sides):
            kind = making.random.choice(("sister", "friendship", "exchange_mou"))
            side = TieSide(
                tie=tie, body=body, type=kind, signed_on=since, approved_by="council", position=position
            )
            side.footnote_id = tie.footnote_id
            making.pile.add(side)


def make_topics(making: Making, prefix: str, made: Registered) -> None:
    for number, theme in enumerate(THEMES):
        topic = Topic(slug=f"{prefix}-topic-{number}", record="bench")
        labelled_by_text(topic, text(("{}",) * 4, theme))
        made.topics.append(making.pile.add(topic))
        making.line("topic", topic.slug)


def make_places(making: Making, how_many: int, prefix: str, made: Registered) -> None:
    bodies = [body for country in COUNTRIES for body in made.bodies[country]]
    for number in range(how_many):
        body, kind = making.random.choice(bodies), tuple(PLACE_FORMS)[number % len(PLACE_FORMS)]
        place = Place(slug=f"{prefix}-place-{number}", record="bench", kind=kind, body=body)
        place.longitude, place.latitude = body.longitude, body.latitude
        place.footnote_id = making.any_footnote()
        words = stem_words(making.stem(number * 11 + 5), body.country)
        making.named(place, PlaceName, "place", plain_names(said(PLACE_FORMS[kind], words)))
        made.places.append(place)
