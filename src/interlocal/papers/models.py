from uuid import uuid4

from django.db import models
from django.db.models import Q

from interlocal.delegations.models import Preparation
from interlocal.evidence.models import tracked
from interlocal.identity.models import User
from interlocal.papers import kinds
from interlocal.registry.models import Body


@tracked
class Template(models.Model):
    """A body's own form for a paper in a format. The newest that is not retired is used."""

    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    paper = models.CharField(max_length=30)
    format = models.CharField(max_length=5)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["body", "paper", "format"],
                condition=Q(retired_at=None),
                name="template_standing_once",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Printing(models.Model):
    """One order to print a paper: `wish` says in which languages and for whom. Its result is kept until `keep_until`.

    `input_sha256` is of everything that went in (record, wish, template, program, fonts): the same gives the same bytes.
    A running one that says nothing for a while (`alive_at`) is waiting again.
    """

    key = models.UUIDField(default=uuid4, unique=True)
    once = models.UUIDField(unique=True, null=True)
    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="printings")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    by = models.CharField(max_length=200)
    paper = models.CharField(max_length=30)
    format = models.CharField(max_length=5)
    wish = models.JSONField(default=dict)
    template = models.ForeignKey(Template, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=9, choices=kinds.PrintingState, default=kinds.PrintingState.QUEUED)
    stage = models.CharField(max_length=9, choices=kinds.Stage, default=kinds.Stage.WAITING)
    steps_done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    # Of which release it shows the programme; None: of the work in progress.
    release = models.PositiveSmallIntegerField(null=True)
    refusal = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    input_sha256 = models.CharField(max_length=64, blank=True)
    filename = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    content = models.BinaryField(null=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveIntegerField(null=True)
    pages = models.PositiveIntegerField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    alive_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    keep_until = models.DateField()

    class Meta:
        indexes = (
            models.Index(fields=["preparation", "-asked_at"], name="printing_by_preparation"),
            models.Index(
                fields=["asked_at"], condition=Q(state__in=("queued", "running")), name="printing_open"
            ),
        )
        constraints = (
            models.CheckConstraint(name="printing_done_has_hash", condition=~Q(state="done") | ~Q(sha256="")),
        )

    def __str__(self) -> str:
        return f"{self.paper}.{self.format} {self.state}"
