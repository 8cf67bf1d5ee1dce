"""The templates of the body whose hat is worn."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.db.models.functions import Length

from interlocal.identity.kinds import Actor
from interlocal.identity.walls import walled
from interlocal.papers.models import Template
from interlocal.papers.rules import templates as rules
from interlocal.registry.models import Body


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template; `standing` while it is used."""

    number: int
    paper: str
    format: str
    name: str
    size: int
    sha256: str
    by: str
    at: datetime
    retired_at: datetime | None

    @property
    def standing(self) -> bool:
        return self.retired_at is None


@dataclass(frozen=True, slots=True)
class TemplatesPage:
    rows: tuple[TemplateRow, ...]
    keeps: bool


@walled
def templates_page(*, actor: Actor) -> TemplatesPage:
    """Standing ones first, then those put away; Body.DoesNotExist for who has no office."""
    if not rules.may_see(actor=actor):
        raise Body.DoesNotExist
    rows = (
        Template.objects.filter(body=actor.body)
        .annotate(size=Length("content"))
        .defer("content")
        .order_by(F("retired_at").desc(nulls_first=True), "paper", "format", "-pk")
    )
    return TemplatesPage(
        rows=tuple(_row(row) for row in rows[:100]), keeps=rules.obstacle_to_keeping(actor=actor) is None
    )


@walled
def template_content(*, actor: Actor, number: int) -> tuple[TemplateRow, bytes]:
    """Template.DoesNotExist for another body's."""
    if not rules.may_see(actor=actor):
        raise Body.DoesNotExist
    found = Template.objects.annotate(size=Length("content")).get(pk=number, body=actor.body)
    return _row(found), bytes(found.content)


@walled
def standing(*, actor: Actor) -> frozenset[tuple[str, str]]:
    """For which (paper, format of the template) the body has one of its own."""
    rows = Template.objects.filter(body=actor.body, retired_at=None)
    return frozenset(rows.values_list("paper", "format"))


def _row(row: Template) -> TemplateRow:
    return TemplateRow(
        number=row.pk,
        paper=row.paper,
        format=row.format,
        name=row.name,
        size=getattr(row, "size", 0),
        sha256=row.sha256,
        by=row.by,
        at=row.at,
        retired_at=row.retired_at,
    )
