"""Something that waits for somebody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

FAR = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Task:
    """`says` is a sentence, `href` where it is done, `due_at` by when; `count` how many things it stands for."""

    says: str
    href: str
    due_at: datetime | None = None
    count: int = 1


def sorted_tasks(found: Iterable[Task]) -> list[Task]:
    """The most urgent first; what has no day comes last."""
    return sorted(found, key=lambda task: (task.due_at is None, task.due_at or FAR, task.says))
