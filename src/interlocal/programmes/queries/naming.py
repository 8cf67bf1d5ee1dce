"""How series, editions, places and topics are called by other pages; and how active bodies are."""

from collections.abc import Iterable, Sequence

from django.db.models import Count, Q

from interlocal.ground import labels
from interlocal.ground.texts import Shown
from interlocal.programmes.kinds import HOSTS, State
from interlocal.programmes.models import BodyParticipation, Edition, Place, Series, Topic
from interlocal.programmes.queries.rows import title_of


def names_of(*, subjects: Iterable[tuple[str, str]], tongue: str) -> dict[tuple[str, str], Shown]:
    """Names by (kind, slug); kinds of other rooms are left out. At most four queries."""
    wanted: dict[str, set[str]] = {}
    for kind, key in subjects:
        wanted.setdefault(kind, set()).add(key)
    found: dict[tuple[str, str], Shown] = {}
    for kind, model in (("series", Series), ("place", Place), ("topic", Topic)):
        if keys := wanted.get(kind):
            rows = model._default_manager.filter(slug__in=keys).values_list("slug", "label")
            found |= {(kind, slug): labels.shown(label, tongue) for slug, label in rows}
    if keys := wanted.get("edition"):
        columns = ("slug", "title", "series__label", "ordinal", "from_on", "planned_from_on")
        for slug, title, label, ordinal, from_on, planned in Edition.objects.filter(
            slug__in=keys
        ).values_list(*columns):
            found["edition", slug] = title_of(title, label, ordinal, from_on or planned, tongue)
    return found


def activity_of_bodies(*, slugs: Sequence[str]) -> dict[str, tuple[int, int]]:
    """Held editions that each body hosted, and attended otherwise; bodies without any are left out."""
    held = BodyParticipation.objects.filter(body__slug__in=slugs, edition__state=State.HELD).order_by()
    counts = held.values("body__slug").annotate(
        hosted=Count("edition", filter=Q(capacity__in=HOSTS), distinct=True),
        every=Count("edition", distinct=True),
    )
    return {
        slug: (hosted, every - hosted)
        for slug, hosted, every in counts.values_list("body__slug", "hosted", "every")
    }
