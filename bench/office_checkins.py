"""Check-ins a second: phones at desks, each sending one tap after another over a connection of its own."""

import http.client
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import Any
from uuid import uuid4

from bench import databases
from bench.office_fill import FAMILIES, GIVEN
from bench.office_site import CSRF, Figure, Site, at_once, timed

PEOPLE = 300
DATABASE = "interlocal_bench_1"


class Desk:
    """A phone: one tap a request, as where there is a connection."""

    def __init__(self, site: Site, slug: str) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", site.port, timeout=60)
        self._path = f"/en/office/{site.filled.hat}/preparations/{slug}/desk/send/"
        cookies = f"interlocal-session={site.filled.session}; interlocal-form={CSRF}"
        self._headers = {"Cookie": cookies, "X-CSRFToken": CSRF, "Content-Type": "application/json"}

    def tap(self, delegate: str, once: str) -> str:
        """What came of it."""
        now = datetime.now(UTC).isoformat()
        body = {"sent_at": now, "taps": [{"once": once, "seen_at": now, "delegate": delegate}]}
        self._line.request("POST", self._path, json.dumps(body), self._headers)
        answer = self._line.getresponse()
        text = answer.read().decode()
        if answer.status != 200:
            raise SystemExit(f"{self._path} answered {answer.status}: {text[:500]}")
        return str(json.loads(text)["answers"][0]["outcome"])


def desks(site: Site, how_many: int) -> Figure:
    """Everybody is seen once, half of them by two desks: as many are counted as there are people."""
    slug = f"bench-checkins-{how_many}"
    people = _filled(site, slug)
    shares = [people[number::how_many] for number in range(how_many)]
    # Each desk also sees the people of the next one, when that one may have seen them already.
    rounds = [share + shares[(number + 1) % how_many] for number, share in enumerate(shares)]
    outcomes: list[str] = []

    def work(share: Sequence[str]) -> Callable[[], list[float]]:
        phone = Desk(site, slug)
        return lambda: [timed(lambda one=one: outcomes.append(phone.tap(one, str(uuid4())))) for one in share]

    began = perf_counter()
    figure = site.cost(lambda: at_once([work(share) for share in rounds]), f"check-in, {how_many} desks")
    rate = len(outcomes) / (perf_counter() - began)
    counted = outcomes.count("counted")
    if counted != len(people):
        raise SystemExit(f"{counted} counted of {len(people)} people")
    note = f"{rate:.0f} a second; {counted} counted, {len(outcomes) - counted} seen before"
    return Figure(figure.name, figure.seconds, figure.web, figure.database, figure.count, note)


def two_desks(site: Site) -> list[Figure]:
    return [desks(site, 2)]


def ten_desks(site: Site) -> list[Figure]:
    return [desks(site, 10)]


MEASURES = (two_desks, ten_desks)


def _filled(site: Site, slug: str) -> list[str]:
    """Keys of people who are expected today, none of them seen yet."""
    told = {
        "DATABASE_URL": databases.url_of(DATABASE),
        "DJANGO_SETTINGS_MODULE": "interlocal.config.settings",
    }
    words = [sys.executable, "-m", "bench.office_checkins", slug, site.filled.hat, str(PEOPLE)]
    done = subprocess.run(
        words, cwd=databases.ROOT, env=os.environ | told, check=True, text=True, stdout=subprocess.PIPE
    )
    return list(json.loads(done.stdout.splitlines()[-1]))


def _fill(slug: str, hat: str, many: int) -> list[str]:
    from interlocal.delegations.models import Delegate, Invitation, Preparation
    from interlocal.ground.texts import localised
    from interlocal.identity.kinds import Actor
    from interlocal.identity.walls import standing_as
    from interlocal.programmes.models import Series
    from interlocal.registry.models import Body

    office, at = Body.objects.get(slug=hat), datetime.now(UTC)
    with standing_as(Actor("bench", None, office.pk, hat, frozenset({"secretariat"}))):
        first: date = at.date()
        made = Preparation.objects.create(
            slug=slug,
            series=Series.objects.order_by("pk")[0],
            secretariat=office,
            name=localised("en", {"en": "Forum of the desks"}),
            from_on=first,
            until_on=first + timedelta(days=2),
            created_at=at,
        )
        body = Body.objects.filter(kind="province").exclude(pk=office.pk).order_by("slug")[0]
        invited = Invitation.objects.create(
            preparation=made, body=body, state="sent", quota=many, language="ko"
        )
        rows = [_person(made, body, invited, number) for number in range(many)]
        return [str(row.key) for row in Delegate.objects.bulk_create(rows)]


def _person(made: Any, body: Any, invited: Any, number: int) -> Any:
    from interlocal.delegations.models import Delegate

    return Delegate(
        preparation=made,
        body=body,
        invitation=invited,
        family=FAMILIES[number % 8],
        given=GIVEN[number // 8 % 10],
        script_language="ko",
        language="ko",
        state="approved",
    )


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(_fill(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
