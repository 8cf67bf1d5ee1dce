"""Verbs of the room: record bodies, people and ties; give, end and hand over mandates."""

from interlocal.registry.commands.bodies import record_bodies
from interlocal.registry.commands.mandates import end_mandate, give_mandate, hand_over
from interlocal.registry.commands.people import record_people
from interlocal.registry.commands.ties import record_ties

__all__ = ["end_mandate", "give_mandate", "hand_over", "record_bodies", "record_people", "record_ties"]
