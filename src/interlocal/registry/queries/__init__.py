"""Reads of bodies, people and ties. All of it is public."""

from interlocal.registry.queries.bodies import BodyPage, bodies_page, body_page
from interlocal.registry.queries.citing import RestingFact, facts_by, facts_on
from interlocal.registry.queries.mandates import (
    Hat,
    MandateRow,
    actor_for,
    bodies_named,
    body_name,
    hats,
    holders,
    mandates_of,
)
from interlocal.registry.queries.naming import kinds_of, names_of
from interlocal.registry.queries.people import people_page, person_page
from interlocal.registry.queries.presence import BodyFacts, body_facts, exists, official_codes
from interlocal.registry.queries.ties import TieOfBody, TiePage, tie_page, ties_page

__all__ = [
    "BodyFacts",
    "BodyPage",
    "Hat",
    "MandateRow",
    "RestingFact",
    "TieOfBody",
    "TiePage",
    "actor_for",
    "bodies_named",
    "bodies_page",
    "body_facts",
    "body_name",
    "body_page",
    "exists",
    "facts_by",
    "facts_on",
    "hats",
    "holders",
    "kinds_of",
    "mandates_of",
    "names_of",
    "official_codes",
    "people_page",
    "person_page",
    "tie_page",
    "ties_page",
]
