"""What is asked of people beside name and post: each field with its purpose, its consent and its end."""

from django.db import models
from django.db.models import Q

from interlocal.delegations import kinds
from interlocal.delegations.models.delegates import Delegate
from interlocal.delegations.models.preparations import Preparation
from interlocal.evidence.models import tracked
from interlocal.registry.models import Body


@tracked
class Need(models.Model):
    """A field this preparation asks, why, and for how many days after closing it is kept. None else is asked."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="needs")
    field = models.CharField(max_length=16, choices=kinds.Field)
    purpose = models.CharField(max_length=12, choices=kinds.Purpose)
    required = models.BooleanField(default=False)
    kept_days = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["preparation", "field"], name="needed_once"),)

    def __str__(self) -> str:
        return self.field


@tracked
class Datum(models.Model):
    """One value of one person. `text` for contacts; `sealed` (encrypted with the key `sealed_with`) for the rest."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="data")
    field = models.CharField(max_length=16, choices=kinds.Field)
    text = models.TextField(blank=True)
    sealed = models.BinaryField(null=True)
    sealed_with = models.CharField(max_length=16, blank=True)
    set_by = models.CharField(max_length=200)
    set_at = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["delegate", "field"], name="datum_once"),
            models.CheckConstraint(
                name="datum_sealed_by_class",
                condition=Q(
                    field__in=[f for f, c in kinds.CLASS_OF.items() if c in kinds.SEALED],
                    text="",
                    sealed__isnull=False,
                )
                | Q(
                    field__in=[f for f, c in kinds.CLASS_OF.items() if c not in kinds.SEALED],
                    sealed__isnull=True,
                ),
            ),
        )

    def __str__(self) -> str:
        return self.field


@tracked
class Consent(models.Model):
    """To what a person, or the office that nominated them, agreed: which version of the text, in which language."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="consents")
    text_version = models.CharField(max_length=20)
    text_sha256 = models.CharField(max_length=64)
    language = models.CharField(max_length=12)
    fields = models.JSONField(default=list)
    given_by = models.CharField(max_length=200)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["delegate"], condition=Q(withdrawn_at=None), name="consent_standing_once"
            ),
        )

    def __str__(self) -> str:
        return self.text_version


@tracked
class Wish(models.Model):
    """What a person asked about their own data: a correction of name or post (`text`), or to be erased."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="+")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="wishes")
    kind = models.CharField(max_length=10, choices=[("correction", "correction"), ("erasure", "erasure")])
    text = models.TextField(blank=True)
    asked_by = models.CharField(max_length=200)
    asked_at = models.DateTimeField()
    settled_by = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["delegate", "kind"], condition=Q(settled_at=None), name="wish_open_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.delegate_id}"


class Certificate(models.Model):
    """That data was erased: how much of what, when and by what rule. It names nobody."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="certificates")
    at = models.DateTimeField()
    reason = models.CharField(max_length=40)
    counts = models.JSONField(default=dict)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.preparation_id} {self.at:%Y-%m-%d}"
