"""Reads of bodies, people and ties. All of it is public."""

from interlocal.registry.queries.bodies import BodyPage, bodies_page, body_page
from interlocal.registry.queries.citing import RestingFact, facts_by, facts_on
from interlocal.registry.queries.naming import kinds_of, names_of
from interlocal.registry.queries.people import people_page, person_page
from interlocal.registry.queries.presence import exists
from interlocal.registry.queries.ties import TieOfBody, TiePage, tie_page, ties_page

__all__ = [
    "BodyPage",
    "RestingFact",
    "TieOfBody",
    "TiePage",
    "bodies_page",
    "body_page",
    "exists",
    "facts_by",
    "facts_on",
    "kinds_of",
    "names_of",
    "people_page",
    "person_page",
    "tie_page",
    "ties_page",
]
