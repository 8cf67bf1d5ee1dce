from typing import Any

from interlocal.programmes.models import Edition, Place, Series, Topic


def exists(*, kind: str, key: str) -> bool:
    models: dict[str, Any] = {"place": Place, "topic": Topic, "series": Series, "edition": Edition}
    return kind in models and models[kind].objects.filter(slug=key).exists()
