"""What is known of a planned item beside what, when and for whom."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from interlocal.arrangements import kinds
from interlocal.arrangements.models.sites import Site
from interlocal.delegations.models import PlannedItem, Preparation
from interlocal.evidence.models import tracked
from interlocal.ground.fields import LocalisedField
from interlocal.programmes.kinds import ItemState


@tracked
class Track(models.Model):
    """A strand of parallel items; number 0 is the common one and needs no row."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="tracks")
    number = models.PositiveSmallIntegerField()
    name = LocalisedField()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["preparation", "number"], name="track_once"),)

    def __str__(self) -> str:
        return f"{self.preparation_id} {self.number}"


@tracked
class Detail(models.Model):
    """Beside a planned item, one each. Its version is the item's. `site` is where it is, or where a transfer begins.

    `speaking` are languages spoken, `into` those interpreted into; `with_whom` the counterpart of a call or meeting, whose
    consent is the `state`; `capacity` limits an item that has no room of its own.
    """

    item = models.OneToOneField(PlannedItem, models.CASCADE, related_name="detail", primary_key=True)
    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="+")
    state = models.CharField(max_length=8, choices=ItemState, default=ItemState.PLANNED)
    track = models.PositiveSmallIntegerField(default=0)
    site = models.ForeignKey(Site, models.SET_NULL, null=True, related_name="items")
    to_site = models.ForeignKey(Site, models.SET_NULL, null=True, related_name="arrivals")
    by = models.CharField(max_length=6, choices=kinds.Vehicle, blank=True)
    meal = models.CharField(max_length=10, choices=kinds.Meal, blank=True)
    capacity = models.PositiveSmallIntegerField(null=True)
    speaking = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    into = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    with_whom = LocalisedField(null=True)
    bring = LocalisedField(null=True)
    plan_b = LocalisedField(null=True)
    contact = models.CharField(max_length=200, blank=True)
    is_public = models.BooleanField(default=True)

    def __str__(self) -> str:
        return str(self.item_id)
