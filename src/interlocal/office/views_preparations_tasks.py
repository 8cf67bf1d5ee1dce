"""What waits in preparations, as the office's list of tasks takes it."""

from collections.abc import Sequence
from datetime import datetime

from interlocal.delegations.queries import tasks as queries
from interlocal.ground.tongues import reading
from interlocal.identity.kinds import Actor
from interlocal.office import views_preparations_words as words
from interlocal.office.tasks import Task


def waiting(actors: Sequence[Actor], at: datetime) -> dict[str, list[Task]]:
    """The tasks of several hats, by the slug of the body."""
    piles: dict[str, list[Task]] = {}
    for one in queries.my_tasks(actors=actors, at=at, tongue=reading()):
        task = Task(words.task_says(one), words.task_href(one), words.task_due(one), one.count)
        piles.setdefault(one.hat, []).append(task)
    return piles
