"""Reads of sources, citations and claims. All of it is public."""

from interlocal.evidence.models import Source


def exists(*, kind: str, key: str) -> bool:
    return kind == "source" and Source.objects.filter(slug=key).exists()
