"""Verbs of the room: record bodies, people and ties."""

from interlocal.registry.commands.bodies import record_bodies
from interlocal.registry.commands.people import record_people
from interlocal.registry.commands.ties import record_ties

__all__ = ["record_bodies", "record_people", "record_ties"]
