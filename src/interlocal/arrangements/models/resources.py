"""What an item takes, and who is put where. That nothing is taken twice at once is kept by the database."""

from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.db import models
from django.db.models import Q

from interlocal.arrangements import kinds
from interlocal.arrangements.models.sites import Site
from interlocal.delegations.models import Delegate, PlannedItem, Preparation
from interlocal.evidence.models import tracked
from interlocal.ground.fields import LocalisedField
from interlocal.registry.models import Body


@tracked
class Resource(models.Model):
    """A room, vehicle, interpreter, officer, table or hotel room. `languages`: what an interpreter works between.

    `name` is what it is called on papers; of people `reading` is how the name is said. `phone` is for run sheets only.
    """

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="resources")
    kind = models.CharField(max_length=12, choices=kinds.ResourceKind)
    name = LocalisedField()
    reading = models.CharField(max_length=120, blank=True)
    site = models.ForeignKey(Site, models.SET_NULL, null=True, related_name="rooms")
    capacity = models.PositiveSmallIntegerField(null=True)
    languages = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    note = LocalisedField(null=True)
    position = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("kind", "position", "id")

    def __str__(self) -> str:
        return str(self.name)


@tracked
class Taking(models.Model):
    """An item takes a resource, a whole delegation, or one person. Without a delegation or person it is for its audience.

    `during` is worked out by the database from the item's day, hours and zones, and follows them and the preparation's days.
    """

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="takings")
    item = models.ForeignKey(PlannedItem, models.CASCADE, related_name="takings")
    resource = models.ForeignKey(Resource, models.CASCADE, null=True, related_name="takings")
    body = models.ForeignKey(Body, models.PROTECT, null=True, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, null=True, related_name="takings")
    during = DateTimeRangeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["item", "resource", "body", "delegate"], name="taken_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                name="takes_one_thing",
                condition=Q(resource__isnull=False, body=None, delegate=None)
                | Q(resource=None, body__isnull=False, delegate=None)
                | Q(resource=None, body=None, delegate__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.item_id} {self.resource_id or self.body_id or self.delegate_id}"


@tracked
class Placing(models.Model):
    """A person's place in a vehicle, hotel room or at a table; of a vehicle or table for one item, else for all of them."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="placings")
    resource = models.ForeignKey(Resource, models.CASCADE, related_name="placings")
    kind = models.CharField(max_length=12, choices=kinds.ResourceKind)
    item = models.ForeignKey(PlannedItem, models.CASCADE, null=True, related_name="placings")
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="placings")
    position = models.PositiveSmallIntegerField(default=0)
    by_hand = models.BooleanField(default=False)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["delegate", "kind", "item"], name="placed_once", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return f"{self.delegate_id} in {self.resource_id}"


@tracked
class Seating(models.Model):
    """How people sit at an item: the shape, what it needs to know, the rule and whose viewpoint it is told from.

    `swaps` are pairs of seats exchanged by hand: [[seat, seat, reason, by], …].
    """

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="seatings")
    item = models.ForeignKey(PlannedItem, models.CASCADE, null=True, related_name="seatings")
    title = LocalisedField()
    shape = models.CharField(max_length=8, choices=kinds.Shape)
    rule = models.CharField(max_length=20, default="host_right")
    viewpoint = models.CharField(max_length=12, default="seated")
    options = models.JSONField(default=dict, blank=True)
    swaps = models.JSONField(default=list, blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.title)
