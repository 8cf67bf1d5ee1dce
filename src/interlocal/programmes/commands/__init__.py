"""Verbs of the room: record topics, places, series and editions."""

from interlocal.programmes.commands.editions import record_editions
from interlocal.programmes.commands.places import record_places, record_topics
from interlocal.programmes.commands.series import record_series

__all__ = ["record_editions", "record_places", "record_series", "record_topics"]
