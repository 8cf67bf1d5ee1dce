"""Where the programme takes place, and how one gets from one site to the next."""

from django.db import models
from django.db.models import F, Q

from interlocal.arrangements import kinds
from interlocal.delegations.models import Preparation
from interlocal.evidence.models import tracked
from interlocal.ground.fields import LocalisedField
from interlocal.programmes.models import Place


@tracked
class Site(models.Model):
    """A place of the programme. `opens`: by weekday ("mon" … "sun") a pair of hours, null for closed; {}: not known."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="sites")
    key = models.SlugField(max_length=60)
    name = LocalisedField()
    address = LocalisedField(null=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    opens = models.JSONField(default=dict, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    note = LocalisedField(null=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ("position", "id")
        constraints = (
            models.UniqueConstraint(fields=["preparation", "key"], name="site_key_once"),
            models.CheckConstraint(
                name="site_on_earth",
                condition=Q(longitude=None, latitude=None)
                | Q(longitude__range=(-180, 180), latitude__range=(-90, 90)),
            ),
        )

    def __str__(self) -> str:
        return self.key


@tracked
class Route(models.Model):
    """How long it takes from one site to another, as somebody knows; in both directions."""

    preparation = models.ForeignKey(Preparation, models.CASCADE, related_name="routes")
    start = models.ForeignKey(Site, models.CASCADE, related_name="+")
    finish = models.ForeignKey(Site, models.CASCADE, related_name="+")
    by = models.CharField(max_length=6, choices=kinds.Vehicle, default=kinds.Vehicle.BUS)
    minutes = models.PositiveSmallIntegerField()
    kilometres = models.DecimalField(max_digits=7, decimal_places=1, null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["start", "finish", "by"], name="route_once"),
            models.CheckConstraint(name="route_leads_elsewhere", condition=~Q(start=F("finish"))),
            models.CheckConstraint(name="route_takes_time", condition=Q(minutes__gt=0)),
        )

    def __str__(self) -> str:
        return f"{self.start_id} {self.finish_id} {self.minutes}"
