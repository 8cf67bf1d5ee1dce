"""Nominating and approving one person, one after the other and by many at once; the table of all people."""

from collections.abc import Iterator, Sequence
from functools import partial

from bench.office_site import Figure, Site, Visitor, at_once, timed

ALONE = 20
EACH = 3
APPROVERS = 10
PERSON = {"part": "member", "script_language": "ko", "family": "김", "grade": "officer", "post": "과장"}


def sequential(site: Site) -> Iterator[Figure]:
    """One focal point and one approver, a person at a time: three requests that change something, forms included."""
    token = next(iter(site.filled.tokens.values()))
    focal = site.focal()
    yield site.cost(
        lambda: [timed(partial(_nominate, focal, token, f"하{number}")) for number in range(ALONE)],
        "nominate one person (enter and submit, forms fetched)",
    )
    approver = site.approver()
    yield site.cost(
        lambda: _approve_all(site, approver), "approve one person (page of the person and decision)"
    )


def parallel(site: Site) -> Iterator[Figure]:
    """Twenty focal points, each with a government of its own, all at once."""
    each = [partial(_some, site.focal(), token) for token in site.filled.tokens.values()]
    yield site.cost(lambda: at_once(each), f"nominate one person, {len(each)} focal points at once")
    yield _approved_by_many(site)


def _approved_by_many(site: Site) -> Figure:
    """Ten approvers share the people of all delegations, and nobody is decided on twice."""
    people = f"{_prep(site, site.filled.small)}people/"
    keys = [
        key
        for page in range(1, 5)
        for key in _keys(site.approver().get(f"{people}?state=nominated&page={page}"))
    ]
    shares = [keys[number::APPROVERS] for number in range(APPROVERS)]
    each = [partial(_approve_those, site.approver(), people, share) for share in shares]
    name = f"approve one person, {APPROVERS} approvers at once"
    figure = site.cost(lambda: at_once(each), name, "own people each, one preparation")
    left = len(_keys(site.approver().get(f"{people}?state=nominated")))
    if left:
        raise SystemExit(f"{left} of {len(keys)} people are still not approved")
    return figure


def _approve_those(approver: Visitor, people: str, keys: Sequence[str]) -> list[float]:
    return [timed(partial(_approve, approver, f"{people}{key}/")) for key in keys]


def table(site: Site) -> Iterator[Figure]:
    approver, address = site.approver(), f"{_prep(site, site.filled.large)}people/"
    for name, query in (
        ("people, first page", ""),
        ("people, page 10 by name", "?sort=name&page=10"),
        ("people, search in hangul", "?text=%ED%95%98%EB%8A%98"),
        ("people, something missing", "?flag=missing"),
    ):
        for _warm in range(5):
            text = approver.get(address + query)
        times = partial(_repeated, approver, address + query)
        rows = text.count('class="of-')
        yield site.cost(times, name, f"{rows} rows, {len(text) // 1024} kB; aim 40 ms")


MEASURES = [table, sequential, parallel]


def _repeated(visitor: Visitor, path: str) -> list[float]:
    return [timed(lambda: visitor.get(path)) for _ in range(60)]


def _some(focal: Visitor, token: str) -> Sequence[float]:
    return [timed(partial(_nominate, focal, token, f"바{number}")) for number in range(EACH)]


def _nominate(focal: Visitor, token: str, given: str) -> None:
    home = f"/en/with/{token}/delegation/"
    form = focal.hidden(f"{home}add/")
    focal.post(f"{home}add/", {**PERSON, "given": given, "once": form["once"]})
    page = focal.hidden(home)
    focal.post(f"{home}nominate/", {"all": "1", "once": page["once"]})


def _approve_all(site: Site, approver: Visitor) -> list[float]:
    people = f"{_prep(site, site.filled.small)}people/"
    return _approve_those(approver, people, _keys(approver.get(f"{people}?state=nominated")))


def _approve(approver: Visitor, address: str) -> None:
    form = approver.hidden(address)
    approver.post(f"{address}decide/", {"stage": "approve", "version": form["version"]})


def _keys(page: str) -> list[str]:
    return [part.split('"')[0] for part in page.split('<tr id="d-')[1:]]


def _prep(site: Site, slug: str) -> str:
    return f"/en/office/{site.filled.hat}/preparations/{slug}/"
