"""The days themselves: who was there, who accompanies whom, what was given."""

from django.db import models
from django.db.models import Q

from interlocal.delegations.models.delegates import Delegate
from interlocal.delegations.models.preparations import Preparation
from interlocal.evidence.models import tracked
from interlocal.registry.models import Body


@tracked
class CheckIn(models.Model):
    """Somebody was seen on a day. `once` is made on the phone at the desk: sent twice, counted once."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="checkins")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    delegate = models.ForeignKey(Delegate, models.CASCADE, related_name="checkins")
    once = models.UUIDField(unique=True)
    day = models.SmallIntegerField()
    seen_at = models.DateTimeField()
    desk = models.CharField(max_length=80)
    by = models.CharField(max_length=200)
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["delegate", "day"], condition=Q(undone_at=None), name="seen_once_a_day"
            ),
        )
        indexes = (models.Index(fields=["preparation", "day"], name="checkin_by_day"),)

    def __str__(self) -> str:
        return f"{self.delegate_id} day {self.day}"


@tracked
class Escort(models.Model):
    """Who helps a delegation on the days: its interpreter, its liaison. Seen by the delegation."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="escorts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=[("interpreter", "interpreter"), ("liaison", "liaison")])
    name = models.CharField(max_length=120)
    reading = models.CharField(max_length=120, blank=True)
    languages = models.CharField(max_length=60, blank=True)
    phone = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.kind} of {self.body_id}"


@tracked
class Gift(models.Model):
    """A gift between delegations, from being planned to being reported where the law asks for it."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="gifts")
    body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    to_body = models.ForeignKey(Body, models.PROTECT, related_name="+")
    giver = models.CharField(max_length=200)
    receiver = models.CharField(max_length=200)
    what = models.CharField(max_length=300)
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    currency = models.CharField(max_length=3, blank=True)
    given_on = models.DateField(null=True)
    reported_on = models.DateField(null=True)
    handed_over_on = models.DateField(null=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.what
