"""Primary keys by what record files call things: looked up once for a recording."""

from dataclasses import dataclass, field

from interlocal.programmes.models import Edition, Place, Topic
from interlocal.registry.models import Body, Person, Post


@dataclass(frozen=True, slots=True)
class Known:
    editions: dict[str, int]
    bodies: dict[str, int]
    people: dict[str, int]
    posts: dict[str, int]
    places: dict[str, int]
    topics: dict[str, int]
    slugs: dict[int, str] = field(default_factory=dict)

    def subject(self, edition: int) -> tuple[str, str]:
        """The edition as the journal names it."""
        return ("edition", self.slugs[edition])

    def person(self, slug: str | None) -> int | None:
        return self.people[slug] if slug else None

    def post(self, reference: str | None) -> int | None:
        return self.posts[reference] if reference else None

    def body(self, slug: str | None) -> int | None:
        return self.bodies[slug] if slug else None

    def place(self, slug: str | None) -> int | None:
        return self.places[slug] if slug else None


def look_up() -> Known:
    posts = Post.objects.values_list("body__slug", "slug", "id")
    editions = dict(Edition.objects.values_list("slug", "id"))
    return Known(
        editions=editions,
        bodies=dict(Body.objects.values_list("slug", "id")),
        people=dict(Person.objects.values_list("slug", "id")),
        posts={f"{body}/{slug}": key for body, slug, key in posts},
        places=dict(Place.objects.values_list("slug", "id")),
        topics=dict(Topic.objects.values_list("slug", "id")),
        slugs={key: slug for slug, key in editions.items()},
    )
