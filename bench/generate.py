"""A generated record beside the public one, of 10 or 100 times its size; one seed always gives the same.

At every scale there is one edition of exactly 100 items, `bench-100`: the same page whatever is around it.
"""

from datetime import date

from bench.holding import Meeting, a_series, an_edition, make_claims, make_series
from bench.making import Counts, Making, begin, counts_of, make_sources
from bench.registering import COUNTRIES, Registered, register

FIXED = Counts(sources=6, bodies=60, people=40, ties=12, places=12, series=1, editions=1)
ITEMS = 100


def generate(*, scale: int, seed: int = 8) -> int:
    """Fill the database; return the number of rows. It must hold no generated record yet."""
    making = begin(seed=seed)
    make_sources(making, FIXED.sources, "bench")
    _make_fixed(making, register(making, FIXED, "bench"))
    if scale > 1:
        counts = counts_of(scale)
        # The fixed edition keeps its own footnotes, people and places.
        making.footnotes = []
        make_sources(making, counts.sources, "gen")
        made = register(making, counts, "gen")
        make_series(making, counts, "gen", made)
    return making.pile.write()


def _make_fixed(making: Making, made: Registered) -> None:
    countries = list(COUNTRIES)
    series = a_series(making, "bench-series", 0, countries, made)
    hosts = [body for country in countries for body in made.bodies[country][:6]]
    meeting = Meeting("bench-100", series, 1, hosts, date(2025, 9, 10), 2, ITEMS)
    edition = an_edition(making, meeting, made)
    make_claims(making, edition, countries)
