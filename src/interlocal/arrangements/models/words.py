"""Texts, costs and photographs of an edition, for its papers."""

from django.db import models

from interlocal.arrangements import kinds
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.evidence.models import tracked
from interlocal.ground.fields import LocalisedField


@tracked
class Words(models.Model):
    """A greeting, a speech, a phrase, an emergency number, a part of the report. Paragraphs are parted by empty lines.

    `speaker` says whose words they are; of an emergency contact `title` is who and `contact` the number.
    """

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="words")
    kind = models.CharField(max_length=12, choices=kinds.WordsKind)
    position = models.PositiveSmallIntegerField(default=0)
    title = LocalisedField(null=True)
    text = LocalisedField(null=True)
    speaker = LocalisedField(null=True)
    contact = models.CharField(max_length=80, blank=True)
    item = models.ForeignKey(PlannedItem, models.SET_NULL, null=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("kind", "position", "id")

    def __str__(self) -> str:
        return f"{self.kind} {self.position}"


@tracked
class Cost(models.Model):
    """A line of spending, for the report."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="costs")
    position = models.PositiveSmallIntegerField(default=0)
    title = LocalisedField()
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    note = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "id")

    def __str__(self) -> str:
        return str(self.title)


class Photo(models.Model):
    """A picture of the days, cleaned of what a camera writes into it."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="photos")
    item = models.ForeignKey(PlannedItem, models.SET_NULL, null=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    caption = LocalisedField(null=True)
    alt = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=4)
    content = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    added_by = models.CharField(max_length=200)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("position", "id")

    def __str__(self) -> str:
        return f"{self.preparation_id} {self.position}"
