"""A list of 1,000 people taken over: by the verb alone, and by a browser that pastes it, looks at it and takes it over."""

import html
import json
import os
import re
import subprocess
import sys
from datetime import UTC, datetime
from time import perf_counter, process_time

from bench import databases
from bench.office_fill import FAMILIES, GIVEN
from bench.office_site import Figure, Site, Visitor, timed

PEOPLE = 1_000
DATABASE = "interlocal_bench_1"
_HIDDEN = re.compile(r'<input type="hidden" name="([\w-]+)" value="([^"]*)"')
_SELECT = re.compile(r'<select[^>]*name="([\w-]+)"[^>]*>(.*?)</select>', re.DOTALL)
_CHOSEN = re.compile(r'value="([^"]*)" selected')


def names(many: int) -> list[str]:
    """People of whom no two are called the same."""
    syllables = [one + other for one in "가나다라마바사아자하" for other in "강결담라별빛솔온윤한"]
    found = [family + given for family in FAMILIES for given in (*GIVEN, *syllables)]
    more = [family + one + "별" for family in "오서신권황안송류전홍" for one in syllables]
    return list(dict.fromkeys((*found, *more)))[:many]


def pasted(many: int, post: str) -> str:
    lines = [f"{name}\t\t국제교류과\t{post}\t단원" for name in names(many)]
    return "\n".join(["성명\t영문\t소속\t직위\t역할", *lines])


def over_http(site: Site) -> list[Figure]:
    """Pasted and looked at, taken over; then the same list with every post corrected."""
    token = next(iter(site.filled.tokens.values()))
    address = f"/ko/with/{token}/delegation/import/"
    focal = site.focal()
    found: list[Figure] = []
    for post, what in (("주무관", "new"), ("사무관", "changed")):
        seen: list[str] = []
        looked = f"list of {PEOPLE:,} looked at, {what}"
        found.append(site.cost(lambda: [timed(lambda: seen.append(look(focal, address, post)))], looked))  # noqa: B023
        values = fields_of(seen[0]) | {"take": "1"}
        note = f"{sum(map(len, values.values())) // 1024} kB travel back"
        found.append(
            site.cost(
                lambda: [timed(lambda: focal.post(address, values))],  # noqa: B023
                f"list of {PEOPLE:,} taken over, {what}",
                note,
            )
        )
    return found


def look(focal: Visitor, address: str, post: str) -> str:
    status, page = focal._ask("POST", address, _form({"pasted": pasted(PEOPLE, post)}))
    if status != 200 or 'name="take"' not in page:
        raise SystemExit(f"{address} answered {status}")
    return page


def fields_of(page: str) -> dict[str, str]:
    inside = page[page.index('name="token"') - 200 :]
    found = dict(_HIDDEN.findall(inside))
    for name, options in _SELECT.findall(inside):
        chosen = _CHOSEN.search(options)
        found[name] = chosen[1] if chosen else ""
    return {name: html.unescape(value) for name, value in found.items()}


def by_verb(site: Site) -> list[Figure]:
    """The verb in a process of its own, its list given as rows."""
    told = {
        "DATABASE_URL": databases.url_of(DATABASE),
        "DJANGO_SETTINGS_MODULE": "interlocal.config.settings",
    }
    words = [sys.executable, "-m", "bench.office_import", site.filled.small, site.filled.hat]
    done = subprocess.run(
        words, cwd=databases.ROOT, env=os.environ | told, check=True, text=True, stdout=subprocess.PIPE
    )
    return [
        Figure(f"list of {PEOPLE:,}, the verb alone, {what}", seconds, cpu * 1000, 0.0, 1)
        for what, seconds, cpu in json.loads(done.stdout.splitlines()[-1])
    ]


MEASURES = (over_http, by_verb)


def _form(values: dict[str, str]) -> str:
    from urllib.parse import urlencode

    return urlencode(values)


def _verb(preparation: str, hat: str) -> list[tuple[str, float, float]]:
    from interlocal.delegations.commands import imports
    from interlocal.delegations.models import Invitation, Preparation
    from interlocal.delegations.queries import imports as queries
    from interlocal.delegations.rules.imports import choices_for
    from interlocal.delegations.rules.imports_lists import Sheet
    from interlocal.identity.kinds import Actor
    from interlocal.identity.walls import standing_as

    office = Preparation.objects.get(slug=preparation).secretariat
    actor = Actor("bench", None, office.pk, hat, frozenset({"secretariat", "approver"}))
    with standing_as(actor):
        body = Invitation.objects.filter(preparation__slug=preparation).order_by("-pk")[0].body.slug
    told: list[tuple[str, float, float]] = []
    for post, what in (("주무관", "new"), ("사무관", "changed")):
        rows = tuple(tuple(line.split("\t")) for line in pasted(PEOPLE, post).splitlines())
        sheet = Sheet(rows, tuple(range(1, len(rows) + 1)))
        where = {
            "actor": actor,
            "at": datetime.now(UTC),
            "preparation": preparation,
            "body": body,
            "sheet": sheet,
            "choices": choices_for(sheet, country="KR"),
        }
        plan = queries.plan(**where)  # type: ignore[arg-type]
        began, spent = perf_counter(), process_time()
        imports.take_over(**where, seen=plan.seen)  # type: ignore[arg-type]
        told.append((what, perf_counter() - began, process_time() - spent))
    return told


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(_verb(sys.argv[1], sys.argv[2])))
