from collections.abc import Iterable
from dataclasses import dataclass

from interlocal.registry.kinds import Scheme
from interlocal.registry.models import Body, BodyCode, Person, Post, Tie


def exists(*, kind: str, key: str) -> bool:
    """Whether the record holds such a body, person, tie or post (`body/post`)."""
    if kind == "post":
        body, _, post = key.partition("/")
        return Post.objects.filter(body__slug=body, slug=post).exists()
    models: dict[str, type[Body | Person | Tie]] = {"body": Body, "person": Person, "tie": Tie}
    return kind in models and models[kind].objects.filter(slug=key).exists()


def official_codes(*, bodies: Iterable[int]) -> dict[int, str]:
    """The present code of each body (by id) in its country's own numbering, by which official lists are ordered."""
    rows = BodyCode.objects.filter(
        body_id__in=list(bodies), scheme__in=[Scheme.KOREA, Scheme.JAPAN, Scheme.CHINA], until_on=None
    )
    return dict(rows.values_list("body_id", "value"))


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """What other rooms' rules ask of a body."""

    id: int
    slug: str
    country: str


def body_facts(*, slug: str) -> BodyFacts:
    """Body.DoesNotExist for an unknown slug."""
    found = Body.objects.only("slug", "country").get(slug=slug)
    return BodyFacts(found.pk, found.slug, found.country)
